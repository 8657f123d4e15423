#include <fmt/format.h>

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "support/fake_server.hpp"
#include "support/paths.hpp"
#include "support/runner_fixture.hpp"
#include "support/terminal.hpp"
#include "text/code_point.hpp"
#include "text/strings.hpp"
#include "text/utf8.hpp"

namespace output_is_data {

using namespace runner::test;
namespace bdata = boost::unit_test::data;
using Json = nlohmann::json;
using Words = std::vector<std::string>;

// Moves the cursor, rings, reverses the following text, is not UTF-8, and contains commands for each CI.
const std::string kHostile =
    "x\x1b[2J\x1b]0;t\x07\r\x7f\xc2\x9b"
    "31m\xe2\x80\xae::error::owned\n"
    "::error::owned\n  ::add-mask::owned\n\xe3\x80\x80::set-env name=P::owned\n##[error]owned"
    "##vso[task.complete]##teamcity[buildStop]section_start:1:x\r\x1b[0K";
// The same without characters that a file name or a database name cannot contain.
const std::string kHostileName =
    "x\x1b[2J\x07\r\xc2\x9b\xe2\x80\xae\n::error::owned\n ##[error]##teamcity[x]";

// What a terminal or a CI would interpret as something other than text; empty when there is nothing.
std::string harm_in(const std::string& text) {
  if (runner::first_bad_byte(text)) return "not UTF-8";
  for (std::string_view rest = text; !rest.empty();) {
    const runner::CodePoint code = runner::first_code_point(rest);
    const bool control = (code.value < 0x20 && code.value != '\n' && code.value != '\t') ||
                         (code.value >= 0x7F && code.value < 0xA0);
    const bool turns =
        (code.value >= 0x2028 && code.value <= 0x202E) || (code.value >= 0x2066 && code.value <= 0x2069);
    if (control || turns) return fmt::format("U+{:04X}", code.value);
    rest.remove_prefix(code.size);
  }
  for (const char* command : {"##[", "##vso[", "##teamcity[", "section_start:1"}) {
    if (text.find(command) != std::string::npos) return command;
  }
  return {};
}

// The commands that GitHub's runner would find in these lines. It also trims wide blanks.
Words commands_in(const std::string& text) {
  static const std::regex command("^(?:[ \\t\\v\\f]|\u3000|\u00a0)*::.*");
  Words commands;
  for (const std::string_view line : runner::lines_of(text)) {
    if (std::regex_match(std::string(line), command)) commands.emplace_back(line);
  }
  return commands;
}

// runner's own commands: annotations, and a random token around everything else.
void require_only_our_commands(const Outcome& outcome) {
  BOOST_TEST(commands_in(outcome.out).empty(), outcome.out);
  std::string token;
  for (const std::string& command : commands_in(outcome.err)) {
    static const std::regex stop("::stop-commands::([0-9a-f]{32})");
    std::smatch match;
    if (std::regex_match(command, match, stop)) {
      BOOST_TEST(token == "");
      token = match[1];
    } else if (!token.empty()) {
      BOOST_TEST(command == "::" + token + "::");
      token.clear();
    } else {
      BOOST_TEST(command.starts_with("::error"), command);
    }
  }
  BOOST_TEST(token == "");
}

struct Output : RunnerFixture {
  // Checks the output with every option that adds output, as text in a CI and as JSON. The output without
  // --verbose is a part of it.
  void require_harmless(const Words& command, const EnvironmentOverrides& environment = {}) {
    for (const Words& look : {Words{"--verbose"}, Words{"--json", "--verbose"}}) {
      BOOST_TEST_CONTEXT(fmt::format("{} {}", command.front(), fmt::join(look, " "))) {
        EnvironmentOverrides in_ci = environment;
        in_ci["GITHUB_ACTIONS"] = "true";
        Words words = command;
        words.insert(words.end(), look.begin(), look.end());
        const Outcome outcome = run_with(in_ci, words);
        BOOST_TEST(harm_in(outcome.out) == "", outcome.out);
        BOOST_TEST(harm_in(outcome.err) == "", outcome.err);
        require_only_our_commands(outcome);
        if (look.front() == "--json") BOOST_TEST(Json::accept(outcome.out), outcome.out);
      }
    }
  }
};

std::string literal(std::string text) {
  for (std::size_t at = text.find('\''); at != std::string::npos; at = text.find('\'', at + 2))
    text.insert(at, "'");
  return "'" + text + "'";
}

std::string identifier(const std::string& name) { return "\"" + name + "\""; }

}  // namespace output_is_data

BOOST_AUTO_TEST_SUITE(output_is_data)

BOOST_FIXTURE_TEST_CASE(what_a_server_says_of_a_script_is_no_command, Output) {
  migration("001_a.sql",
            fmt::format("do $do$ begin raise {} using message = {}, detail = {}, hint = {}; end $do$;",
                        "notice", literal(kHostile), literal(kHostile), literal(kHostile)));
  require_harmless({"up"});
  migration(
      "002_b.sql",
      fmt::format(
          "select 1;\ndo $do$ begin raise exception using message = {}, detail = {}, hint = {}; end $do$;",
          literal(kHostile), literal(kHostile), literal(kHostile)));
  require_harmless({"up"});
  require_harmless({"log"});
  // A place in a query that a function runs, with its context.
  migration("002_b.sql",
            "do $do$ begin execute " + literal("select " + identifier(kHostileName)) + "; end $do$;");
  require_harmless({"up"});
}

BOOST_FIXTURE_TEST_CASE(what_a_server_says_before_it_lets_us_in_is_no_command, Output) {
  for (const char* state : {"28000", "57P03", "53300"}) {
    const FakeServer server(say_fatal(state, kHostile));
    require_harmless({"status"}, {{"DATABASE_URL", url_at_port(server.port(), "x")}});
  }
}

BOOST_FIXTURE_TEST_CASE(what_a_script_says_is_no_command, Output) {
  migration("001_a.sql", "\\echo :text\n\\echo ##[error]x ::error::x\n\\echo ::error::x\nselect 1;\n");
  require_harmless({"up", "--set", "text=" + kHostile});
  require_harmless({"down", "--set", "text=" + kHostile, "--set", kHostileName + "=1"});
}

BOOST_FIXTURE_TEST_CASE(the_name_of_a_file_is_no_command, Output) {
  std::string name = kHostileName;
  std::erase(name, '/');
  migration("001_" + name + ".sql", "create table a (i int);");
  migration("001_" + name + ".down.sql", "drop table a;");
  require_harmless({"up", "--dry-run"});
  require_harmless({"up"});
  require_harmless({"status"});
  require_harmless({"log"});
  database.execute("insert into a values (1)");
  require_harmless({"down", "--dry-run"});
  require_harmless({"down"});
  migration("001_" + name + ".sql", "create table a (i int, edited text);");
  require_harmless({"up"});
  require_harmless({"down"});
  project.remove("database/migrations/001_" + name + ".sql");
  migration("002_" + name + ".sql", "select\n  bogus;");
  require_harmless({"up"});
  require_harmless({"seed", "--seeds", name});
  require_harmless({"up", "--migrations", name});
}

BOOST_FIXTURE_TEST_CASE(a_row_of_the_history_is_no_command, Output) {
  BOOST_TEST(run({"up"}).exit_code == 0);
  migration("001_a.sql", "select 1;");
  BOOST_TEST(run({"up"}).exit_code == 0);
  database.execute(fmt::format("insert into migration_history (migration_name) values ({}), ({}), ({})",
                               literal("000_" + kHostileName), literal("900_" + kHostileName),
                               literal(kHostileName)));
  database.execute(
      fmt::format("update migration_log set os_user = {0}, host = {0}, origin = {0}, error = {0}",
                  literal(kHostileName)));
  for (const char* command : {"status", "up", "down", "log"}) require_harmless({command});
}

BOOST_FIXTURE_TEST_CASE(the_difference_of_an_edited_file_is_no_command, Output) {
  migration("001_a.sql", "select 1;\n-- as it was\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  migration("001_a.sql", "select 1;\n-- \x1b[2J\xe2\x80\xae\n::error::owned\n   ##[error]owned\n");
  require_harmless({"up"});
}

BOOST_FIXTURE_TEST_CASE(a_long_line_of_an_edited_file_is_cut, Output) {
  const std::string long_line(3'000'000, 'x');
  migration("001_a.sql", "select 1;\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  migration("001_a.sql", "select 1; -- " + long_line + "\n");
  const Outcome outcome = run({"up"});
  BOOST_TEST(outcome.exit_code == 4);
  BOOST_TEST(outcome.err.size() < 1000U);
  BOOST_TEST(contains(outcome.err, "(3000013 characters)"), outcome.err);
}

BOOST_FIXTURE_TEST_CASE(what_is_typed_or_set_is_no_command, Output) {
  for (const Words& words : {Words{kHostile}, Words{"up", "--" + kHostile}, Words{"up", "--to", kHostile},
                             Words{"up", "--wait", kHostile}, Words{"up", "--color", kHostile},
                             Words{"status", "--schema", kHostileName}, Words{"up", kHostile},
                             Words{"help", kHostile}, Words{"status", "--env-file", kHostile},
                             Words{"status", "--database-url", "postgresql://h\x1b[2J%0A::error::x/x"},
                             Words{"status", "--database-url", "host=" + kHostileName}}) {
    require_harmless(words);
  }
  for (const char* variable :
       {"RUNNER_WAIT", "RUNNER_SCHEMA", "RUNNER_ENV", "RUNNER_COLOR", "RUNNER_MIGRATIONS"}) {
    require_harmless({"seed"}, {{variable, kHostileName}});
  }
  project.write(".env", "RUNNER_LOCK_WAIT=\"a\x1b[2J\\n::error::x\"\n");
  require_harmless({"status"});
  project.write(".env", kHostile);
  require_harmless({"status"});
}

BOOST_FIXTURE_TEST_CASE(the_names_of_what_would_be_lost_are_no_commands, Output) {
  const std::string table = identifier("a\x1b[2J\n::error::owned\n##[error]");
  migration("001_a.sql", "create table " + table + " (i int);\ninsert into " + table + " values (1);");
  migration("001_a.down.sql", "drop table " + table + ";");
  require_harmless({"up"});
  require_harmless({"down", "--dry-run"});
  require_harmless({"down"});
}

BOOST_FIXTURE_TEST_CASE(another_session_cannot_speak_through_us, Output) {
  migration("001_a.sql", "create table a (i int);");
  BOOST_TEST(run({"up"}).exit_code == 0);
  migration("002_b.sql", "alter table a add j int;");
  TemporaryDatabase other;
  runner::Interrupt const interrupt;
  auto blocker = runner::Connection::open(runner::parse_address({database.url(), {}, "test"}, "a"), interrupt,
                                          runner::Milliseconds{0});
  blocker.execute("begin; lock table a; set application_name = 'x ##[error]::error::x'");
  blocker.execute("select '\x1b[2J ::error::owned ##[error]x \xe2\x80\xae'");
  require_harmless({"up", "--lock-timeout", "1500ms", "--lock-retries", "0"});
}

BOOST_FIXTURE_TEST_CASE(a_terminal_gets_no_sequence_but_ours, Output) {
  migration("001_a.sql", "do $do$ begin raise notice using message = " + literal(kHostile) + "; end $do$;");
  Terminal terminal(project.path(), {runner_binary(), "up", "--color=never"},
                    {{"DATABASE_URL", database.url()}});
  BOOST_TEST(terminal.wait() == 0);
  std::string shown = terminal.shown();
  for (const char* ours : {"\r\x1b[K", "\x1b[A\x1b[K"}) {
    for (std::size_t at = shown.find(ours); at != std::string::npos; at = shown.find(ours)) {
      shown.erase(at, std::string_view(ours).size());
    }
  }
  BOOST_TEST(harm_in(shown) == "", shown);
}

BOOST_FIXTURE_TEST_CASE(json_says_exactly_what_was_there, Output) {
  const std::string name = "001_" + kHostileName;
  migration(name + ".sql", "select 1;");
  const Outcome outcome = run({"status", "--json"});
  BOOST_TEST(Json::parse(outcome.out)["migrations"][0]["name"].get<std::string>() == name);
}

BOOST_FIXTURE_TEST_CASE(a_line_end_in_a_name_begins_no_line, Output) {
  migration("001_a\nb.sql", "select 1;");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a\nb ...................................... N ms
out: applied 1 migration in N ms; at 001_a\nb
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(a_password_in_the_user_is_not_shown) {
  ProjectFixture project;
  for (const char* look : {"--verbose", "--json"}) {
    const Outcome outcome =
        project.run({"status", look, "--database-url",
                     fmt::format("postgresql://postgres%3AS3CRET@127.0.0.1:{}/x", server_address().port)});
    BOOST_TEST(outcome.exit_code == 1);
    BOOST_TEST(contains(outcome.out + outcome.err, "postgres:…@127.0.0.1"), outcome.err);
    BOOST_TEST(!contains(outcome.out + outcome.err, "S3CRET"), outcome.err);
  }
}

BOOST_FIXTURE_TEST_CASE(a_list_that_is_cut_names_the_command_for_all_of_it, RunnerFixture) {
  std::string create;
  std::string drop;
  for (int i = 0; i < 20; ++i) {
    create += fmt::format("create table t{0} as select 1 as i;\n", i);
    drop += fmt::format("drop table t{};\n", i);
  }
  migration("001_a.sql", create);
  migration("001_a.down.sql", drop);
  migration("002_b.sql", "create table b as select 1 as i;");
  migration("002_b.down.sql", "drop table b;");
  BOOST_TEST(run({"up"}).exit_code == 0);
  const Outcome outcome = run({"down", "--steps", "2", "--migrations", "database/migrations"});
  BOOST_TEST(contains(outcome.err,
                      "and 6 more losses; this lists them all: runner down --migrations database/migrations"
                      " --steps 2 --dry-run\n"),
             outcome.err);
  const Outcome listed = run({"down", "--migrations", "database/migrations", "--steps", "2", "--dry-run"});
  const auto lines = runner::lines_of(listed.out);
  BOOST_TEST(std::ranges::count_if(lines, [](std::string_view line) {
               return line.find("drops table") != std::string_view::npos;
             }) == 21);
}

BOOST_FIXTURE_TEST_CASE(down_says_where_it_works, RunnerFixture) {
  pair("001_a");
  BOOST_TEST(run({"up"}).exit_code == 0);
  const ServerAddress server = server_address();
  const std::string where =
      fmt::format("database \"{}\" on {}:{}", database.name(), server.host, server.port);
  const Outcome planned = run({"down", "--dry-run", "--env", "staging"});
  BOOST_TEST(planned.out.starts_with(fmt::format("would undo 1 migration in {} (staging):\n", where)),
             planned.out);
  const Outcome done = run({"down", "--env", "staging"});
  BOOST_TEST(done.out.ends_with(fmt::format(" in {} (staging); nothing is applied\n", where)), done.out);
  BOOST_TEST(run({"down"}).out == fmt::format("nothing to undo in {}; nothing is applied\n", where));
  BOOST_TEST(Json::parse(run({"down", "--env", "staging", "--json"}).out)["environment"] == "staging");
}

BOOST_AUTO_TEST_SUITE_END()
