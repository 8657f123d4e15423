// Folders with several unusable files: one run reports them all.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "support/runner_fixture.hpp"

namespace bad_files {

using namespace runner::test;
using Json = nlohmann::json;
using Words = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

const EnvironmentOverrides kNoServer{{"DATABASE_URL", "postgresql://nobody@127.0.0.1:1/nothing"}};

constexpr std::string_view kThreeErrors = R"(
err: database/migrations/002_b.sql:2:8: error: unterminated quoted string
err:     select 'open;
err:            ^
err: database/migrations/003_c.down.sql:1:5: error: the file is not UTF-8: byte 0xe9
err: hint: Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8
err: database/migrations/004.sql: error: "004.sql" has no "_" or "-" and name after its number
err: hint: Name it NNN_name.sql.
)";

struct BadFiles : RunnerFixture {
  void three_bad_ones() const {
    migration("001_a.sql", "create table a (i int);\n");
    migration("002_b.sql", "select 1;\nselect 'open;\n");
    migration("003_c.sql", "create table c (i int);\n");
    migration("003_c.down.sql", "-- \xC3\xA9\xE9\n");
    migration("004.sql", "select 1;\n");
  }

  void many_bad_ones(int count) const {
    for (int number = 1; number <= count; ++number)
      migration(fmt::format("{:03}_x.sql", number), "\\connect other\n");
  }
};

}  // namespace bad_files

BOOST_FIXTURE_TEST_SUITE(bad_files, BadFiles)

BOOST_AUTO_TEST_CASE(up_and_down_refuse_with_all_bad_files_before_anything_runs) {
  three_bad_ones();
  const std::string expected = std::string(kThreeErrors) + "exit: 1\n";
  for (const Words& words : {Words{"up"}, Words{"up", "--dry-run"}, Words{"down", "--all", "--yes"}}) {
    BOOST_TEST(said(run(words)) == expected);
    BOOST_TEST(said(run_with(kNoServer, words)) == expected);
  }
  BOOST_TEST(tables().empty());
}

BOOST_AUTO_TEST_CASE(seed_refuses_with_all_bad_files_of_both_folders) {
  seed("001_a.sql", "commit;\n");
  seed("002_b.sql", "select 1;\n");
  seed("test/001_c.sql", "select \"open;\n");
  seed("test/002_d.sql", "rollback;\n");
  BOOST_TEST(said(run({"seed", "--env", "test"})) == R"(
err: seeds/001_a.sql:1:1: error: "commit" would break the transaction that the file runs in
err:     commit;
err:     ^
err: hint: Remove it, or put "-- runner: no-transaction" at the top of the file to run it statement by statement.
err: seeds/test/001_c.sql:1:8: error: unterminated quoted identifier
err:     select "open;
err:            ^
err: seeds/test/002_d.sql:1:1: error: "rollback" would break the transaction that the file runs in
err:     rollback;
err:     ^
exit: 1
)");
  BOOST_TEST(tables().empty());
}

BOOST_AUTO_TEST_CASE(status_shows_the_table_with_bad_files_as_unreadable) {
  three_bad_ones();
  BOOST_TEST(said(run({"status"})) == std::string(kThreeErrors) +
                                          R"(out: version  name  state       applied at  by  took  rollback
out: 001      a     pending                           none
out: 002      b     unreadable                        none
out: 003      c     unreadable                        file
out: 004            unreadable                        none
out: 0 applied, 1 pending, 3 unreadable; nothing is applied
exit: 1
)");
  BOOST_TEST(tables().empty());
}

BOOST_AUTO_TEST_CASE(status_keeps_what_is_known_of_an_applied_migration_whose_file_is_bad_now) {
  migration("001_a.sql", "create table a (i int);\n");
  migration("002_b.sql", "create table b (i int);\n");
  run({"up"});
  pretend_a_deployment();
  migration("001_a.sql", "select 'open;\n");
  migration("002_b.down.sql", "\\connect other\n");
  migration("003_c.sql", "select 1;\n");
  const Outcome outcome = run({"status"});
  BOOST_TEST("\n" + outcome.out == R"(
version  name  state       applied at        by           took    rollback
001      a     unreadable  2026-11-20 15:02  deploy@ci-7  700 ms  none
002      b     unreadable  2026-11-20 16:02  deploy@ci-7  2.8 s   file
003      c     pending                                            none
0 applied, 1 pending, 2 unreadable; at 002_b
)");
  BOOST_TEST("\n" + outcome.err == R"(
database/migrations/001_a.sql:1:8: error: unterminated quoted string
    select 'open;
           ^
database/migrations/002_b.down.sql:1:1: error: psql command "\connect" cannot run here
    \connect other
    ^
hint: Every file runs in the one database that runner is connected to.
)");
  BOOST_TEST(outcome.exit_code == 1);
}

BOOST_AUTO_TEST_CASE(check_exits_with_1_for_a_bad_file_whatever_else_there_is) {
  migration("001_a.sql", "select 1;\n");
  run({"up"});
  migration("001_a.sql", "select 2;\n");
  migration("002_b.sql", "vacuum;\nselect 1/0;\n");
  migration("003_c.sql", "select 'open;\n");
  BOOST_TEST(run({"status", "--check"}).exit_code == 1);
  BOOST_TEST(run({"status", "--check", "--quiet"}).exit_code == 1);
}

BOOST_AUTO_TEST_CASE(status_without_a_server_tells_of_the_bad_files) {
  three_bad_ones();
  BOOST_TEST(said(run_with(kNoServer, {"status"})) == std::string(kThreeErrors) + "exit: 1\n");
}

BOOST_AUTO_TEST_CASE(of_many_bad_files_twenty_are_shown_and_the_rest_counted) {
  many_bad_ones(33);
  const Outcome outcome = run({"up"});
  BOOST_TEST(count_of(outcome.err, ": error: psql command \"\\connect\" cannot run here\n") == 20U);
  BOOST_TEST(count_of(outcome.err, "hint: ") == 1U);
  BOOST_TEST(outcome.err.ends_with("error: 13 more are not shown: there are 33 errors\n"), outcome.err);
  BOOST_TEST(outcome.exit_code == 1);
  const Outcome status = run({"status"});
  BOOST_TEST(status.err == outcome.err);
  BOOST_TEST(count_of(status.out, "  unreadable  ") == 33U);
}

BOOST_AUTO_TEST_CASE(github_gets_an_annotation_for_each_bad_file) {
  three_bad_ones();
  for (const char* command : {"up", "status"}) {
    const Outcome outcome = run_with({{"GITHUB_ACTIONS", "true"}}, {command});
    BOOST_TEST(
        contains(outcome.err,
                 "::error file=database/migrations/002_b.sql,line=2,col=8::unterminated quoted string\n"
                 "::error file=database/migrations/003_c.down.sql,line=1,col=5::the file is not UTF-8: byte "
                 "0xe9%0ASave the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8\n"
                 "::error file=database/migrations/004.sql::\"004.sql\" has no \"_\" or \"-\" and name after "
                 "its number%0AName it NNN_name.sql.\n"),
        outcome.err);
  }
}

BOOST_AUTO_TEST_CASE(json_lists_the_errors_beside_the_first) {
  three_bad_ones();
  for (const char* command : {"up", "status"}) {
    const Outcome outcome = run({command, "--json"});
    const Json document = Json::parse(outcome.out);
    BOOST_TEST(outcome.exit_code == 1);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(document["ok"] == false);
    BOOST_TEST(document["error"] == document["errors"][0]);
    BOOST_TEST(document["error_count"] == 3);
    Words files;
    for (const Json& error : document["errors"]) files.push_back(error["place"]["file"]);
    const Words expected{"database/migrations/002_b.sql", "database/migrations/003_c.down.sql",
                         "database/migrations/004.sql"};
    BOOST_TEST(files == expected, boost::test_tools::per_element());
  }
  const Json document = Json::parse(run({"status", "--json"}).out);
  BOOST_TEST(document["counts"] == Json({{"applied", 0}, {"pending", 1}, {"unreadable", 3}}));
  BOOST_TEST(document["migrations"][1]["state"] == "unreadable");
}

BOOST_AUTO_TEST_CASE(notes_on_a_folder_of_folders_are_one_line) {
  migration("001_a.sql", "select 1;\n");
  for (int number = 1; number <= 30; ++number) {
    migration(fmt::format("{:03}/x.sql", number), "select 1;\n");
    migration(fmt::format("x{:03}.sql", number), "select 1;\n");
  }
  BOOST_TEST(said(run({"up"})) == R"(
err: note: 30 .sql files in database/migrations have no number and never run: x001.sql, x002.sql, x003.sql, x004.sql, x005.sql, x006.sql, x007.sql, x008.sql, x009.sql, x010.sql and 20 more
err: note: 30 folders in database/migrations hold .sql files that never run, since only database/migrations itself is read: 001, 002, 003, 004, 005, 006, 007, 008, 009, 010 and 20 more
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_AUTO_TEST_SUITE_END()
