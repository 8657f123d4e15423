// What a file leaves in its session must not affect the next file or the history.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"

namespace up_sessions {

using namespace runner::test;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

struct Leak {
  std::string_view what;
  std::string_view file;   // what the first file does; {0} is a role
  std::string_view probe;  // what the second file sees
  std::string_view expected;
};

const std::vector<Leak> leaks{
    {"search_path emptied", "set search_path = ''", "current_schema()", "public"},
    {"search_path emptied as pg_dump does", "select pg_catalog.set_config('search_path', '', false)",
     "current_schema()", "public"},
    {"search_path with another history", "set search_path = other", "current_schema()", "public"},
    {"role", "set role {0}", "current_user", "runner"},
    {"session authorization", "set session authorization {0}", "session_user", "runner"},
    {"standard_conforming_strings", "do $$begin set standard_conforming_strings = off; end$$",
     "current_setting('standard_conforming_strings')", "on"},
    {"backslashes after standard_conforming_strings",
     "do $$begin set standard_conforming_strings = off; end$$", "length('\\')", "1"},
    {"check_function_bodies", "set check_function_bodies = off", "current_setting('check_function_bodies')",
     "on"},
    {"client_encoding", "set client_encoding = 'LATIN1'", "current_setting('client_encoding')", "UTF8"},
    {"letters after client_encoding", "set client_encoding = 'LATIN1'", "length('é')", "1"},
    {"default_transaction_read_only", "set default_transaction_read_only = on",
     "current_setting('transaction_read_only')", "off"},
    {"default_transaction_isolation", "set default_transaction_isolation = serializable",
     "current_setting('transaction_isolation')", "read committed"},
    {"session_replication_role", "set session_replication_role = replica",
     "current_setting('session_replication_role')", "origin"},
    {"lock_timeout", "set lock_timeout = '1ms'", "current_setting('lock_timeout')", "2s"},
    {"statement_timeout", "set statement_timeout = '1h'", "current_setting('statement_timeout')", "0"},
    {"datestyle", "set datestyle = 'SQL, DMY'", "current_setting('datestyle')", "ISO, MDY"},
    {"a setting of the user's own", "set app.tenant = 'x'",
     "coalesce(current_setting('app.tenant', true), '')", ""},
    {"temporary table", "create temporary table t (i int)",
     "coalesce(to_regclass('pg_temp.t')::text, 'none')", "none"},
    {"temporary table that hides the history",
     "create temporary table migration_history (id int, migration_name text, applied_at timestamp, checksum "
     "text)",
     "to_regclass('migration_history')::text", "migration_history"},
    {"prepared statement", "prepare p as select 1",
     "(select count(*) from pg_prepared_statements where name = 'p')", "0"},
    {"cursor", "declare c cursor with hold for select 1",
     "(select count(*) from pg_cursors where name = 'c')", "0"},
    {"LISTEN", "listen news", "(select count(*) from pg_listening_channels())", "0"},
};

const std::vector<std::string_view> modes{"", "-- runner: no-transaction\n"};

constexpr std::string_view kOtherStrings = R"(
err: error: standard_conforming_strings is off in this session: runner needs it on
err: detail: The server, the database, the role or the connection options turn it off. It decides what a backslash in a string means.
err: hint: To run the files with it on: PGOPTIONS='-c standard_conforming_strings=on'
exit: 4
)";

struct Sessions : RunnerFixture {
  Sessions() {
    database.execute(
        "create schema other; create table other.migration_history (i int);"
        "grant usage on schema other to public");
  }

  TemporaryRole role{database};
};

}  // namespace up_sessions

BOOST_AUTO_TEST_SUITE(up_sessions)

// Each leak has its own file, and the next file looks for it.
BOOST_DATA_TEST_CASE_F(Sessions, the_next_file_and_the_history_do_not_feel_what_a_file_left_behind,
                       bdata::make(modes), mode) {
  Names names;
  for (std::size_t i = 0; i < leaks.size(); ++i) {
    const std::string file = fmt::format(fmt::runtime(leaks[i].file), role.name());
    names.push_back(fmt::format("{:03}_leak.sql", 2 * i + 1));
    migration(names.back(), fmt::format("{}{};\nselect 1;\n", mode, file));
    names.push_back(fmt::format("{:03}_probe.sql", 2 * i + 2));
    migration(names.back(),
              fmt::format("create table probe_{} as select ({})::text as seen;\n", i, leaks[i].probe));
  }
  const Outcome outcome = run({"up"});
  BOOST_TEST(!contains(outcome.err, "error"), outcome.err);
  BOOST_REQUIRE(outcome.exit_code == 0);
  BOOST_TEST(history() == names, boost::test_tools::per_element());
  for (std::size_t i = 0; i < leaks.size(); ++i) {
    BOOST_TEST_CONTEXT(leaks[i].what) {
      BOOST_TEST(database.value(fmt::format("select seen from public.probe_{}", i)) == leaks[i].expected);
    }
  }
}

BOOST_FIXTURE_TEST_CASE(a_down_file_leaves_nothing_behind_either, Sessions) {
  migration("001_a.sql", "create table a (i int);");
  migration("001_a.down.sql", "drop table a; create table probe as select current_user::text as seen;");
  migration("002_b.sql", "select 1;");
  migration("002_b.down.sql", fmt::format("set role {}; set search_path = '';", role.name()));
  run({"up"});
  BOOST_TEST(said(run({"down", "--all"})) == R"(
err:   down 002_b ....................................... N ms
err:   down 001_a ....................................... N ms
out: undid 2 migrations in N ms in DB; nothing is applied
exit: 0
)");
  BOOST_TEST(history().empty());
  BOOST_TEST(database.value("select seen from probe") == "runner");
}

BOOST_FIXTURE_TEST_CASE(a_role_taken_in_the_file_need_not_see_the_history, Sessions) {
  database.execute(fmt::format("grant create, usage on schema public to {}", role.name()));
  migration("001_a.sql", fmt::format("set role {};\ncreate table a (i int);\n", role.name()));
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.value("select tableowner from pg_tables where tablename = 'a'") == role.name());
  BOOST_TEST(database.value("select database_role from migration_log") == "runner");
}

BOOST_FIXTURE_TEST_CASE(every_file_runs_as_the_role_that_the_login_role_stands_for, Sessions) {
  const TemporaryRole owner(database);
  database.execute(
      fmt::format("grant {0} to {1}; alter role {1} set role = {0};"
                  " grant create, usage on schema public to {0}",
                  owner.name(), role.name()));
  migration("001_a.sql", "create table a (i int);\nset role none;\n");
  migration("002_b.sql", "-- runner: no-transaction\ncreate table b (i int);\nset role none;\nselect 1;\n");
  migration("003_c.sql", "create table c (i int);\n");
  BOOST_TEST(run({"up", "--database-url", role.url()}).exit_code == 0);
  BOOST_TEST(database.column("select distinct tableowner from pg_tables where schemaname = 'public'") ==
             (Names{owner.name()}));
}

BOOST_FIXTURE_TEST_CASE(a_session_that_begins_with_other_strings_runs_nothing, Sessions) {
  migration("001_a.sql", "create table a (s text);\ninsert into a values ('\\n');\n");
  migration("001_a.down.sql", "drop table a;\n");
  seed("001_s.sql", "insert into a values ('s');\n");
  const EnvironmentOverrides off{{"PGOPTIONS", "-c standard_conforming_strings=off"}};
  BOOST_TEST(said(run_with(off, {"up"})) == kOtherStrings);
  database.execute("alter database " + database.name() + " set standard_conforming_strings = off");
  BOOST_TEST(said(run({"up"})) == kOtherStrings);
  BOOST_TEST(said(run({"up", "--dry-run"})) == kOtherStrings);
  BOOST_TEST(!database.exists("migration_history"));

  const EnvironmentOverrides on{{"PGOPTIONS", "-c standard_conforming_strings=on"}};
  BOOST_TEST(run_with(on, {"up"}).exit_code == 0);
  BOOST_TEST(said(run({"up"})) == kOtherStrings);  // although nothing is pending
  BOOST_TEST(said(run({"down", "--yes"})) == kOtherStrings);
  BOOST_TEST(said(run({"seed", "--env", "test"})) == kOtherStrings);
  BOOST_TEST(history() == Names{"001_a.sql"});
  BOOST_TEST(database.column("select s from a") == Names{"\\n"});
}

BOOST_FIXTURE_TEST_CASE(a_session_with_other_strings_is_enough_to_look, Sessions) {
  migration("001_a.sql", "create table a (i int);\n");
  migration("002_b\\'.sql", "select 1/0;\n");
  BOOST_TEST(run({"up"}).exit_code == 3);
  const EnvironmentOverrides off{{"PGOPTIONS", "-c standard_conforming_strings=off"}};
  for (const char* command : {"status", "log"})
    BOOST_TEST(said(run_with(off, {command})) == said(run({command})));
}

BOOST_FIXTURE_TEST_CASE(a_file_that_turns_standard_strings_off_unseen_is_recorded_all_the_same, Sessions) {
  constexpr std::string_view kOff = "do $$begin set standard_conforming_strings = off; end$$;\n";
  migration("001_a\\.sql", std::string(kOff) + "select '\\n';\n");
  migration("001_a\\.down.sql", "select '\\';\n");
  migration("002_b.sql", "-- runner: no-transaction\n" + std::string(kOff) + "select '\\n';\n");
  migration("002_b.down.sql", std::string(kOff) + "select '\\n';\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_a\\.sql", "002_b.sql"}));
  BOOST_TEST(run({"down", "--all", "--yes"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(lock_timeout_of_the_file_holds_for_the_file_alone, Sessions) {
  constexpr std::string_view kProbe = "create table {} as select current_setting('lock_timeout') as seen;\n";
  migration("001_a.sql", "-- runner: lock-timeout 10s\n" + fmt::format(fmt::runtime(kProbe), "first"));
  migration("002_b.sql", fmt::format(fmt::runtime(kProbe), "second"));
  migration("003_c.sql", "-- runner: no-transaction\n" + fmt::format(fmt::runtime(kProbe), "third"));
  BOOST_TEST(run({"up", "--lock-timeout", "3s"}).exit_code == 0);
  BOOST_TEST(database.column("select seen from first union all select seen from second"
                             " union all select seen from third") == (Names{"10s", "3s", "0"}));
}

BOOST_AUTO_TEST_SUITE_END()
