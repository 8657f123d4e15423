#include "command/command_line.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "error.hpp"
#include "support/fake_server.hpp"
#include "support/paths.hpp"
#include "support/runner_fixture.hpp"
#include "support/says.hpp"
#include "terminal/style.hpp"
#include "text/strings.hpp"

namespace command_line {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;
using Words = std::vector<std::string>;

// A server that counts connections, so that the tests notice any attempt to connect.
struct Offline : ProjectFixture {
  Offline() { environment_["DATABASE_URL"] = url_at_port(server.port(), "app"); }

  FakeServer server{hang_up()};
};

struct CommandLine : RunnerFixture {
  CommandLine() { migration("001_a.sql", "create table a (i int);"); }

  [[nodiscard]] Outcome in_shell(const std::string& command) {
    return Process(project.path(), {"/bin/sh", "-c", command}, {{"DATABASE_URL", database.url()}}).wait();
  }
};

struct Mistake {
  std::string_view what;
  Words words;
  std::string_view said;
};
std::ostream& operator<<(std::ostream& out, const Mistake& mistake) { return out << mistake.what; }

const std::vector<Mistake> mistakes{
    {"no command", {}, R"(
err: error: no command is given
err: hint: "runner --help" lists the commands.
exit: 1
)"},
    {"options without a command", {"--quiet"}, R"(
err: error: no command is given
err: hint: "runner --help" lists the commands.
exit: 1
)"},
    {"a mistyped command", {"stauts"}, R"(
err: error: unknown command "stauts"
err: hint: Did you mean "runner status"?
exit: 1
)"},
    {"what another tool calls up", {"migrate"}, R"(
err: error: unknown command "migrate"
err: hint: Did you mean "runner up"?
exit: 1
)"},
    {"what another tool calls down", {"rollback"}, R"(
err: error: unknown command "rollback"
err: hint: Did you mean "runner down"?
exit: 1
)"},
    {"what another tool calls down, mistyped", {"rollbak"}, R"(
err: error: unknown command "rollbak"
err: hint: Did you mean "runner down"?
exit: 1
)"},
    {"what another tool calls new", {"create", "x"}, R"(
err: error: unknown command "create"
err: hint: Did you mean "runner new"?
exit: 1
)"},
    {"a command like no other", {"frobnicate"}, R"(
err: error: unknown command "frobnicate"
err: hint: "runner --help" lists the commands.
exit: 1
)"},
    {"an empty command", {""}, R"(
err: error: unknown command ""
err: hint: "runner --help" lists the commands.
exit: 1
)"},
    {"a command in capitals", {"UP"}, R"(
err: error: unknown command "UP"
err: hint: "runner --help" lists the commands.
exit: 1
)"},
    {"a mistyped option", {"up", "--dryrun"}, R"(
err: error: unknown option "--dryrun"
err: hint: Did you mean "--dry-run"?
exit: 1
)"},
    {"a mistyped option with a value", {"up", "--setps=1"}, R"(
err: error: unknown option "--setps"
err: hint: Did you mean "--steps"?
exit: 1
)"},
    {"an option like no other", {"up", "--frobnicate"}, R"(
err: error: unknown option "--frobnicate"
err: hint: "runner --help" lists the options.
exit: 1
)"},
    {"an unknown letter", {"up", "-n"}, R"(
err: error: unknown option "-n"
err: hint: "runner --help" lists the options.
exit: 1
)"},
    {"an unknown letter behind a known one", {"up", "-qx"}, R"(
err: error: unknown option "-qx"
err: hint: "runner --help" lists the options.
exit: 1
)"},
    {"one hyphen too few", {"up", "-steps", "1"}, R"(
err: error: unknown option "-steps"
err: hint: "runner --help" lists the options.
exit: 1
)"},
    {"a number of steps as other tools take it", {"down", "1"}, R"(
err: error: "runner down" does not take "1"
err: hint: "runner down --help" shows how it is used.
exit: 1
)"},
    {"a variable that nobody could ask for", {"up", "--set", "a-b=1"}, R"(
err: error: "a-b" cannot be the name of a variable
err: hint: A name has letters, digits and "_".
exit: 1
)"},
    {"an option of another command", {"status", "--steps", "1"}, R"(
err: error: "runner status" has no option "--steps"
err: hint: "runner status --help" lists its options.
exit: 1
)"},
    {"an option of another command without a value", {"up", "--yes"}, R"(
err: error: "runner up" has no option "--yes"
err: hint: "runner up --help" lists its options.
exit: 1
)"},
    {"the option of new", {"up", "--timestamp"}, R"(
err: error: "runner up" has no option "--timestamp"
err: hint: "runner up --help" lists its options.
exit: 1
)"},
    {"an argument too many", {"up", "001"}, R"(
err: error: "runner up" does not take "001"
err: hint: "runner up --help" shows how it is used.
exit: 1
)"},
    {"a name of several words without quotes", {"new", "add", "index"}, R"(
err: error: "runner new" does not take "index"
err: hint: Put a name of several words into quotes.
exit: 1
)"},
    {"help for two commands", {"help", "up", "down"}, R"(
err: error: "runner help" does not take "down"
err: hint: "runner help --help" shows how it is used.
exit: 1
)"},
    {"help for no command", {"help", "frobnicate"}, R"(
err: error: there is no command "frobnicate"
err: hint: "runner --help" lists the commands.
exit: 1
)"},
    {"no step", {"up", "--steps", "0"}, R"(
err: error: --steps needs a number above 0, not "0"
exit: 1
)"},
    {"steps below zero", {"up", "--steps", "-1"}, R"(
err: error: --steps needs a number above 0, not "-1"
exit: 1
)"},
    {"steps that are no number", {"down", "--steps=abc"}, R"(
err: error: --steps needs a number above 0, not "abc"
exit: 1
)"},
    {"steps that are half a number", {"up", "--steps", "1x"}, R"(
err: error: --steps needs a number above 0, not "1x"
exit: 1
)"},
    {"steps beyond counting", {"up", "--steps", "99999999999999999999"}, R"(
err: error: --steps needs a number above 0, not "99999999999999999999"
exit: 1
)"},
    {"no entry", {"log", "--limit", "0"}, R"(
err: error: --limit needs a number above 0, not "0"
exit: 1
)"},
    {"a limit that is no number", {"log", "--limit", "ten"}, R"(
err: error: --limit needs a number above 0, not "ten"
exit: 1
)"},
    {"a limit and everything", {"log", "--limit", "5", "--all"}, R"(
err: error: --limit and --all exclude each other
exit: 1
)"},
    {"a limit for another command", {"status", "--limit", "5"}, R"(
err: error: "runner status" has no option "--limit"
err: hint: "runner status --help" lists its options.
exit: 1
)"},
    {"a target that is no number", {"up", "--to", "abc"}, R"(
err: error: --to needs the number of a migration, not "abc"
exit: 1
)"},
    {"a target below zero", {"down", "--to", "-1"}, R"(
err: error: --to needs the number of a migration, not "-1"
exit: 1
)"},
    {"a target with something behind its number", {"up", "--to", "1a"}, R"(
err: error: --to needs the number of a migration, not "1a"
exit: 1
)"},
    {"two targets", {"up", "--to", "1", "--steps", "1"}, R"(
err: error: --to, --steps and --all exclude each other
exit: 1
)"},
    {"everything and a target", {"down", "--all", "--to", "0"}, R"(
err: error: --to, --steps and --all exclude each other
exit: 1
)"},
    {"a value forgotten at the end", {"up", "--steps"}, R"(
err: error: --steps needs a value
exit: 1
)"},
    {"a value forgotten before another option", {"up", "--schema", "--dry-run"}, R"(
err: error: --schema needs a value, not the option "--dry-run"
err: hint: For a value that begins like an option write --schema=VALUE.
exit: 1
)"},
    {"an empty value, as of a variable that is not set", {"up", "--database-url", ""}, R"(
err: error: --database-url needs a value
exit: 1
)"},
    {"an empty value behind the equals sign", {"seed", "--env="}, R"(
err: error: --env needs a value
exit: 1
)"},
    {"a value for a flag that takes none", {"up", "--dry-run=false"}, R"(
err: error: --dry-run takes no value
exit: 1
)"},
    {"a URL in place of the command", {"postgresql://app:secret@db/shop", "up"}, R"(
err: error: unknown command "postgresql://…"
err: hint: Name the database with --database-url, or in DATABASE_URL.
exit: 1
)"},
    {"a URL behind the command", {"up", "postgresql://app:secret@db/shop"}, R"(
err: error: "runner up" does not take "postgresql://…"
err: hint: Name the database with --database-url, or in DATABASE_URL.
exit: 1
)"},
    {"a colour that is none", {"status", "--color", "blue"}, R"(
err: error: --color is auto, always or never, not "blue"
exit: 1
)"},
    {"a duration without a unit", {"status", "--wait", "30"}, R"(
err: error: --wait needs a duration, not "30"
err: hint: Write a number and a unit: 500ms, 10s, 15min, 1h; or 0.
exit: 1
)"},
    {"options behind two hyphens are arguments", {"up", "--", "--dry-run"}, R"(
err: error: "runner up" does not take "--dry-run"
err: hint: "runner up --help" shows how it is used.
exit: 1
)"},
};

struct Help {
  std::string_view command, start, example;
};
std::ostream& operator<<(std::ostream& out, const Help& help) { return out << help.command; }

const std::vector<Help> helps{
    {"up",
     "runner up: apply pending migrations, oldest first\n\n"
     "usage: runner up [--to VERSION | --steps N] [--dry-run] [--out-of-order]\n",
     "\nexample:\n  runner up --dry-run && runner up\n"},
    {"down",
     "runner down: undo the newest applied migrations, newest first\n\n"
     "usage: runner down [--steps N | --to VERSION | --all] [--dry-run] [--yes]\n",
     "\nexample:\n  runner down --dry-run && runner down\n"},
    {"status",
     "runner status: show which migrations are applied and pending\n\n"
     "usage: runner status [--check]\n",
     "\nexample:\n  runner status --check || runner up\n"},
    {"seed",
     "runner seed: run the seeds that are new or changed\n\n"
     "usage: runner seed [--env NAME] [--force] [--dry-run] [--one-transaction]\n",
     "\nexample:\n  runner seed --env development\n"},
    {"log",
     "runner log: show who did what when, and how it ended; newest first\n\n"
     "usage: runner log [--limit N | --all]\n",
     "\nexample:\n  runner log --limit 5\n"},
    {"new",
     "runner new: write the two files of a new migration\n\n"
     "usage: runner new NAME [--timestamp]\n",
     "\nexample:\n  runner new add_invoice_index\n"},
};

/// The error message for a command line, empty when it is valid.
std::string complaint_about(const Words& words) {
  std::vector<const char*> arguments{"runner"};
  for (const std::string& word : words) arguments.push_back(word.c_str());
  try {
    (void)parse_command_line(static_cast<int>(arguments.size()), arguments.data());
  } catch (const Error& error) {
    return error.message();
  }
  return "";
}

void require_narrow(std::string_view text) {
  for (const std::string_view line : lines_of(text)) {
    BOOST_TEST_CONTEXT(line) { BOOST_TEST(display_width(line) <= 80U); }
  }
}

// Every option at the start of a line, as in "  --steps N        apply at most N".
Words options_in(std::string_view help) {
  Words options;
  for (const std::string_view line : lines_of(help)) {
    const std::size_t start = line.find("--");
    if (start == std::string_view::npos || line.find_first_not_of(" ") + 4 < start) continue;
    if (line.starts_with("  "))
      options.emplace_back(line.substr(start, line.find_first_of(" ]", start) - start));
  }
  return options;
}

}  // namespace command_line

BOOST_FIXTURE_TEST_SUITE(command_line, Offline)

BOOST_DATA_TEST_CASE_F(Offline, a_mistake_is_named_with_its_remedy_and_nothing_runs, bdata::make(mistakes)) {
  BOOST_TEST(said(run(sample.words)) == sample.said);
  BOOST_TEST(server.connections() == 0);
}

BOOST_AUTO_TEST_CASE(help_shows_commands_options_exit_codes_and_an_example) {
  const Outcome outcome = run({"--help"});
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.err == "");
  BOOST_TEST(
      outcome.out.starts_with("runner: PostgreSQL migrations from plain numbered .sql files\n\n"
                              "usage: runner COMMAND [OPTIONS]\n\n"
                              "commands:\n"
                              "  up          apply pending migrations, oldest first\n"));
  for (const char* part : {"\n  down ", "\n  status ", "\n  seed ", "\n  log ", "\n  new NAME ", "\n  help ",
                           "--database-url URL", "--lock-wait TIME", "\nexit codes:\n  0 done ",
                           "130, 143 stopped by SIGINT, SIGTERM"}) {
    BOOST_TEST_CONTEXT(part) { BOOST_TEST(contains(outcome.out, part)); }
  }
  BOOST_TEST(
      outcome.out.ends_with("\nexample:\n"
                            "  export DATABASE_URL=postgresql://app@localhost:5432/app\n"
                            "  runner up\n"));
  require_narrow(outcome.out);
}

BOOST_AUTO_TEST_CASE(help_can_be_asked_for_in_several_ways) {
  const std::string help = run({"--help"}).out;
  for (const Words& words : {Words{"-h"}, Words{"help"}, Words{"help", "help"}, Words{"help", "--help"}}) {
    BOOST_TEST(run(words).out == help);
  }
}

BOOST_DATA_TEST_CASE_F(Offline, every_command_has_help_with_an_example, bdata::make(helps)) {
  const std::string command(sample.command);
  const Outcome outcome = run({command, "--help"});
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.err == "");
  BOOST_TEST(outcome.out.starts_with(sample.start));
  BOOST_TEST(contains(outcome.out, sample.example));
  BOOST_TEST(outcome.out.ends_with("\n\"runner --help\" lists the options for every command.\n"));
  require_narrow(outcome.out);
  for (const Words& words : {Words{"help", command}, Words{"-h", command}, Words{"--help", command}}) {
    BOOST_TEST(run(words).out == outcome.out);
  }
}

BOOST_DATA_TEST_CASE_F(Offline, every_option_in_the_help_of_a_command_is_one, bdata::make(helps)) {
  const std::string command(sample.command);
  const Words options = options_in(run({command, "--help"}).out);
  BOOST_TEST(!options.empty());
  for (const std::string& option : options) {
    BOOST_TEST_CONTEXT(option) {
      // An option with a value may be malformed, but no option is unknown or another command's.
      for (const std::string& word : {option + "=1", option}) {
        const std::string complaint = complaint_about({command, word, "--help"});
        BOOST_TEST(!contains(complaint, "unknown option"), complaint);
        BOOST_TEST(!contains(complaint, "has no option"), complaint);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(every_common_option_in_the_help_is_one) {
  const Words options = options_in(run({"--help"}).out);
  BOOST_TEST(options.size() == 19U);
  for (const std::string& option : options) {
    BOOST_TEST_CONTEXT(option) {
      const std::string complaint = complaint_about({"status", option + "=1", "--help"});
      BOOST_TEST(!contains(complaint, "unknown option"), complaint);
    }
  }
}

BOOST_AUTO_TEST_CASE(help_needs_neither_files_nor_a_server_nor_sound_settings) {
  project.remove("database");
  project.write(".env", "oops");
  for (const Words& words : {Words{"up", "--help"}, Words{"help"}, Words{"--version"}}) {
    BOOST_TEST(run_with({{"RUNNER_WAIT", "long"}}, words).exit_code == 0);
  }
  BOOST_TEST(server.connections() == 0);
}

BOOST_AUTO_TEST_CASE(the_version_is_one_line) {
  BOOST_TEST(said(run({"--version"})) == "\nout: runner 0.1.0\nexit: 0\n");
  BOOST_TEST(said(run({"status", "--version"})) == "\nout: runner 0.1.0\nexit: 0\n");
}

BOOST_FIXTURE_TEST_CASE(options_may_stand_before_the_command, CommandLine) {
  BOOST_TEST(said(run({"--dry-run", "--steps", "1", "up"})) == R"(
out: would apply 1 migration:
out:   up 001_a  1 statement, one transaction, no rollback
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(a_value_may_stand_behind_an_equals_sign, CommandLine) {
  BOOST_TEST(said(run({"up", "--steps=1", "--migrations=database/migrations", "--quiet"})) == R"(
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(letters_may_stand_together, CommandLine) {
  BOOST_TEST(said(run({"up", "-qv"})) == R"(
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(a_target_may_be_the_name_of_a_migration, CommandLine) {
  migration("002_b.sql", "create table b (i int);");
  BOOST_TEST(run({"up", "--to", "001_a.sql"}).exit_code == 0);
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(the_last_of_two_values_counts, CommandLine) {
  BOOST_TEST(said(run({"up", "--steps", "2", "--steps", "1", "--quiet"})) == R"(
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(what_a_full_disk_does_not_take_is_told_elsewhere, CommandLine) {
  const auto into_full = [&](const std::string& command) {
    return in_shell(runner_binary() + " " + command + " > /dev/full");
  };
  const std::string lost =
      "err: could not write to standard output: No space left on device. The output was:\n";
  BOOST_TEST(said(into_full("up --dry-run --steps 1")) ==
             "\n" + lost +
                 "err: would apply 1 migration:\n"
                 "err:   up 001_a  1 statement, one transaction, no rollback\nexit: 0\n");
  BOOST_TEST(said(into_full("up --quiet")) ==
             "\n" + lost + "err: applied 1 migration in N ms; at 001_a\nexit: 0\n");
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
  migration("002_b.sql", "create table b (i int);");
  BOOST_TEST(into_full("status --check").exit_code == 6);
  const Outcome json = into_full("up --json --quiet");
  BOOST_TEST(says(json, 0, "\"ok\": true"));
  BOOST_TEST(into_full("up --schema nowhere --json").exit_code == 1);
  migration("003_c.sql", "select 1/0;");
  BOOST_TEST(into_full("up --json").exit_code == 3);
}

BOOST_FIXTURE_TEST_CASE(who_closes_a_pipe_wants_no_more, CommandLine) {
  const auto into_closed = [&](const std::string& command) {
    return in_shell("rm -f gone; (until [ -e gone ]; do sleep 0.01; done; " + runner_binary() + " " +
                    command + "; echo $? > code) | (exec <&-; touch gone); cat code");
  };
  BOOST_TEST(said(into_closed("--help")) == "\nout: 0\nexit: 0\n");
  BOOST_TEST(said(into_closed("up --quiet")) == "\nout: 0\nexit: 0\n");
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(closed_streams_do_not_become_the_connection, CommandLine) {
  const auto with = [&](const std::string& redirections) {
    return in_shell(runner_binary() + " up " + redirections);
  };
  migration("001_a.sql", "do $$ begin raise notice 'x'; end $$; create table a (i int);");
  BOOST_TEST(with("<&- >&- 2>&-").exit_code == 0);
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
  migration("002_b.sql", "do $$ begin raise notice 'x'; end $$; create table b (i int);");
  BOOST_TEST(with("2>&-").exit_code == 0);
  BOOST_TEST(database.exists("b"));
}

BOOST_AUTO_TEST_SUITE_END()
