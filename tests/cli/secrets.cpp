#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "support/runner_fixture.hpp"
#include "support/server_log.hpp"

namespace secrets {

using namespace runner::test;
using Json = nlohmann::json;
using Words = std::vector<std::string>;

const std::string kSecret = "cOrrect 'horse' \\battery";

// The part of the secret that the text shows, in any case and as SQL, JSON or the screen spell it.
std::string seen_in(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (const char* part : {"correct", "battery", "horse"}) {
    if (text.find(part) != std::string::npos) return fmt::format("{} in:\n{}", part, text);
  }
  return {};
}

std::string seen_in(const Outcome& outcome) { return seen_in(outcome.out + outcome.err); }

// What runner's own tables contain, without running queries.
std::string stored_in(TemporaryDatabase& database) {
  std::string text;
  for (const char* table : {"migration_log", "migration_history", "migration_scripts", "seed_history"}) {
    if (!database.exists(table)) continue;
    for (const std::string& row : database.column(fmt::format("select t::text from {} t", table)))
      text += row + "\n";
  }
  return text;
}

struct Secrets : RunnerFixture {
  Secrets() { environment_["pw"] = kSecret; }

  // Runs with every option that adds output, and checks that nothing shows the value.
  Outcome run_quietly(Words words) {
    words.insert(words.begin() + 1, {"--set-secret", "pw", "--verbose"});
    const Outcome outcome = run_with({{"GITHUB_ACTIONS", "true"}}, words);
    BOOST_TEST(seen_in(outcome) == "");
    BOOST_TEST(seen_in(stored_in(database)) == "");
    return outcome;
  }

  void forget_files() const {
    remove_migration("001_a.sql");
    remove_migration("001_a.down.sql");
  }
};

}  // namespace secrets

BOOST_AUTO_TEST_SUITE(secrets)

BOOST_FIXTURE_TEST_CASE(a_secret_is_filled_in_and_never_stored, Secrets) {
  migration("001_a.sql", "create table a (t text);\ninsert into a values (:'pw');\n");
  migration("001_a.down.sql", "insert into a values (:'pw');\nalter table a rename to gone;\n");
  BOOST_TEST(run_quietly({"up"}).exit_code == 0);
  BOOST_TEST(database.value("select t from a") == kSecret);
  BOOST_TEST(database.value("select text from migration_scripts where text like '%rename%'") ==
             "-- runner: secret pw\ninsert into a values (:'pw');\nalter table a rename to gone;\n");
}

BOOST_FIXTURE_TEST_CASE(a_stored_script_wants_its_secret_again, Secrets) {
  migration("001_a.sql", "create table a (t text);\n");
  migration("001_a.down.sql", "alter table a rename to b;\ninsert into b values (:'pw'), (':pw');\n");
  BOOST_TEST(run_quietly({"up"}).exit_code == 0);
  forget_files();
  for (const Words& command : {Words{"down", "--yes"}, Words{"down", "--dry-run"}}) {
    const Outcome without = run(command);
    BOOST_TEST(without.exit_code == 1);
    BOOST_TEST(contains(without.err, "001_a.down.sql (stored): error: \"001_a\" needs the secret \"pw\"\n"),
               without.err);
  }
  BOOST_TEST(history().size() == 1U);
  BOOST_TEST(run_quietly({"down", "--yes"}).exit_code == 0);
  BOOST_TEST(database.column("select t from b order by 1") == (Words{":pw", kSecret}),
             boost::test_tools::per_element());
}

// "up" does not need the secret and stores the script with the name of the variable.
BOOST_FIXTURE_TEST_CASE(a_secret_may_come_when_its_script_is_stored_already, Secrets) {
  migration("001_a.sql", "create table a (t text);\n");
  migration("001_a.down.sql", "alter table a rename to b;\ninsert into b values (:'pw');\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  forget_files();
  BOOST_TEST(run_quietly({"down", "--yes"}).exit_code == 0);
  BOOST_TEST(database.value("select t from b") == kSecret);
}

BOOST_FIXTURE_TEST_CASE(a_file_may_ask_for_secrets, Secrets) {
  migration("001_a.sql", "-- runner: secret one\n-- runner: secret pw\n-- runner: secret two\nselect 1;\n");
  for (const Words& words : {Words{"--set-secret", "pw"}, Words{"--set-secret", "pw", "--set", "two=open"}}) {
    Words command{"up"};
    command.insert(command.end(), words.begin(), words.end());
    BOOST_TEST(said(run(command)) == R"(
err: database/migrations/001_a.sql: error: "001_a" needs the secrets "one", "two"
err: hint: Nothing ran. Put the value of one into the environment variable one and add --set-secret one, or into a file: --set-secret one=@FILE.
exit: 1
)");
  }
  environment_["one"] = environment_["two"] = "another secret";
  BOOST_TEST(run({"up", "--set-secret", "pw", "--set-secret", "one", "--set-secret", "two"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(what_is_made_of_a_secret_is_one, Secrets) {
  migration("001_a.sql", "create table a (t text);\n");
  migration("001_a.down.sql",
            "\\set both :greeting' ':pw\nalter table a rename to b;\ninsert into b values (:'both');\n");
  BOOST_TEST(run_quietly({"up", "--set", "greeting=it's \\me"}).exit_code == 0);
  forget_files();
  BOOST_TEST(run_quietly({"down", "--yes"}).exit_code == 0);
  BOOST_TEST(database.value("select t from b") == "it's \\me " + kSecret);
}

BOOST_FIXTURE_TEST_CASE(a_server_that_quotes_a_secret_is_not_repeated, Secrets) {
  constexpr int kFailed = 3;
  constexpr int kBadFile = 1;
  for (const auto& [sql, exit_code] : std::vector<std::pair<const char*, int>>{
           {"select (:'pw')::int;", kFailed},
           {"do $do$ begin raise exception using message = current_setting('x.y'), "
            "detail = current_setting('x.y'), hint = current_setting('x.y'); end $do$;",
            kFailed},
           {"do $do$ begin raise notice '%', current_setting('x.y'); execute format('select %L::int', "
            "current_setting('x.y')); end $do$;",
            kFailed},
           {"do $do$ begin execute format('select 1,\n %I from nowhere', current_setting('x.y')); end $do$;",
            kFailed},
           {"\\echo :pw\nselect 1/0;", kFailed},
           {"create role :\"pw\" superuser nologin login nosuchthing;", kFailed},
           {"\\ir :pw\n", kBadFile}}) {
    migration("001_a.sql", std::string("select set_config('x.y', :'pw', true);\n") + sql);
    for (const Words& look : {Words{"up"}, Words{"up", "--json"}, Words{"log"}, Words{"log", "--json"}}) {
      BOOST_TEST_CONTEXT(sql) {
        const Outcome outcome = run_quietly(look);
        BOOST_TEST(outcome.exit_code == (look.front() == "up" ? exit_code : 0));
        if (look.back() == "--json") BOOST_TEST(Json::accept(outcome.out), outcome.out);
      }
    }
  }
}

BOOST_FIXTURE_TEST_CASE(no_hash_of_a_secret_is_stored, Secrets) {
  const std::string sql =
      "-- runner: no-transaction\ncreate table a (t text);\ninsert into a values (:'pw');\nselect bogus;\n";
  migration("001_a.sql", sql);
  BOOST_TEST(run_quietly({"up"}).exit_code == 5);
  const auto prefixes = [&] {
    return database.column(
        "select prefix_checksum from migration_log where statement = 2 order by id desc limit 1");
  };
  const auto before = prefixes();
  // With another secret, the statements still count as those that have run, and their hash is the same.
  environment_["pw"] = "another secret";
  migration(
      "001_a.sql",
      "-- runner: no-transaction\ncreate table a (t text);\ninsert into a values (:'pw');\nselect 1;\n");
  BOOST_TEST(run({"up", "--set-secret", "pw"}).exit_code == 0);
  BOOST_TEST(database.column("select t from a") == Words{kSecret}, boost::test_tools::per_element());
  BOOST_TEST(prefixes() == before, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(the_plan_tells_what_is_kept, Secrets) {
  migration("001_a.sql", "create table a (t text);\n");
  migration("001_a.down.sql", "drop table :name;\nselect :'pw';\n");
  BOOST_TEST(said(run({"up", "--dry-run", "--set", "name=a", "--set", "other=b", "--set-secret", "pw"})) ==
             R"(
out: would apply 1 migration:
out:   up 001_a  1 statement, one transaction, stores the value of name with its rollback, its rollback needs the secret pw
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(a_secret_may_come_from_a_file_or_the_env_file, Secrets) {
  migration("001_a.sql", "create table a as select :'pw' as t;\n");
  project.write("secret", "from a file\n");
  BOOST_TEST(run({"up", "--set-secret", "pw=@secret"}).exit_code == 0);
  BOOST_TEST(database.value("select t from a") == "from a file");
  migration("002_b.sql", "create table b as select :'token' as t;\n");
  project.write(".env", "token='from the .env'\n");
  BOOST_TEST(run({"up", "--set-secret=token"}).exit_code == 0);
  BOOST_TEST(database.value("select t from b") == "from the .env");
}

// Checks what docs/files.md says. The server log contains the first setting but not the value.
BOOST_FIXTURE_TEST_CASE(the_log_of_a_server_has_a_secret_unless_the_file_switches_it_off, Secrets) {
  const std::string quiet =
      "set local log_statement = 'none';\nset local log_min_duration_statement = -1;\n"
      "set local log_min_error_statement = 'panic';\nset local log_min_messages = 'panic';\n";
  for (const std::string sql : {"select :'pw' as t;\n", "select (:'pw')::int;\n"}) {
    ServerLog log(database);
    migration("001_a.sql", sql);
    run_quietly({"up", "--dry-run"});
    BOOST_TEST(seen_in(log.text()) == "");
    migration("001_a.sql", quiet + sql);
    run_quietly({"up"});
    BOOST_TEST(contains(log.text(), "set local log_statement"));
    BOOST_TEST(seen_in(log.text()) == "");
    database.execute("drop table migration_history, migration_scripts, migration_log, seed_history");
    migration("001_a.sql", sql);
    run_quietly({"up"});
    BOOST_TEST(seen_in(log.text()) != "");
    database.execute("drop table migration_history, migration_scripts, migration_log, seed_history");
  }
}

BOOST_FIXTURE_TEST_CASE(a_secret_on_the_command_line_is_refused_and_not_repeated, Secrets) {
  migration("001_a.sql", "select 1;");
  const auto refused = [&](const Words& words, const std::string& message) {
    const Outcome outcome = run(words);
    BOOST_TEST(outcome.exit_code == 1);
    BOOST_TEST(outcome.err.starts_with("error: " + message + "\n"), outcome.err);
    BOOST_TEST(seen_in(outcome) == "");
  };
  refused({"up", "--set-secret", "pw=correct horse"},
          "--set-secret pw takes no value, but the name of a file");
  refused({"up", "--set-secret", "pw="}, "--set-secret pw takes no value, but the name of a file");
  refused({"up", "--set-secret", "pw=@"}, "--set-secret pw takes no value, but the name of a file");
  for (const char* no_name : {"correct horse=battery", "correct-horse", "=@secret"}) {
    refused({"up", "--set-secret", no_name},
            "--set-secret needs the name of a variable: letters, digits and \"_\"");
  }
  refused({"up", "--set-secret", "pw", "--set", "pw=x"}, "\"pw\" is given both by --set and by --set-secret");
  refused({"up", "--set-secret", "nowhere"},
          "--set-secret nowhere: the environment variable nowhere is not set");
  environment_["pw"] = "horse";
  refused({"up", "--set-secret", "pw"}, "--set-secret pw: the value is shorter than 6 characters");
}

BOOST_AUTO_TEST_SUITE_END()
