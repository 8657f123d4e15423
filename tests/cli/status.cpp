#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"

namespace status {

using namespace runner::test;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

struct Status : RunnerFixture {
  void four_migrations() const {
    migration("001_accounts.sql", "create table a (i int);\n");
    migration("001_accounts.down.sql", "drop table a;\n");
    migration("002_orders.sql", "create table b (i int);\n");
    migration("003_largest_table_of_all.sql", "create table c (i int);\n");
    migration("003_largest_table_of_all.down.sql", "drop table c;\n");
    migration("004_indexes.sql", "create index concurrently bi on b (i);\nselect 1/0;\n");
  }

  std::string out_of(const std::vector<std::string>& arguments) { return "\n" + run(arguments).out; }

  std::string number_of_relations() { return database.value("select count(*) from pg_class"); }
};

}  // namespace status

BOOST_AUTO_TEST_SUITE(status)

BOOST_FIXTURE_TEST_CASE(status_of_an_empty_database_shows_everything_pending_and_writes_nothing, Status) {
  four_migrations();
  const std::string before = number_of_relations();
  BOOST_TEST(out_of({"status"}) == R"(
version  name                  state    applied at  by  took  rollback
001      accounts              pending                        file
002      orders                pending                        none
003      largest_table_of_all  pending                        file
004      indexes               pending                        none
0 applied, 4 pending; nothing is applied
)");
  BOOST_TEST(run({"status"}).err == "");
  BOOST_TEST(number_of_relations() == before);
}

BOOST_FIXTURE_TEST_CASE(status_without_any_migration_says_so, Status) {
  BOOST_TEST(said(run({"status"})) == R"(
out: 0 applied, 0 pending; nothing is applied
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(status_tells_who_applied_what_when, Status) {
  four_migrations();
  run({"up", "--to", "3"});
  pretend_a_deployment();
  BOOST_TEST(out_of({"status"}) == R"(
version  name                  state    applied at        by           took    rollback
001      accounts              applied  2026-11-20 15:02  deploy@ci-7  700 ms  file
002      orders                applied  2026-11-20 16:02  deploy@ci-7  2.8 s   none
003      largest_table_of_all  applied  2026-11-20 17:02  deploy@ci-7  6.3 s   file
004      indexes               pending                                         none
3 applied, 1 pending; at 003_largest_table_of_all
)");
}

BOOST_FIXTURE_TEST_CASE(status_shows_a_stored_rollback, Status) {
  four_migrations();
  run({"up", "--to", "3"});
  pretend_a_deployment();
  remove_migration("003_largest_table_of_all.down.sql");
  remove_migration("004_indexes.sql");
  BOOST_TEST(out_of({"status"}) == R"(
version  name                  state    applied at        by           took    rollback
001      accounts              applied  2026-11-20 15:02  deploy@ci-7  700 ms  file
002      orders                applied  2026-11-20 16:02  deploy@ci-7  2.8 s   none
003      largest_table_of_all  applied  2026-11-20 17:02  deploy@ci-7  6.3 s   stored
3 applied, 0 pending; at 003_largest_table_of_all
)");
}

BOOST_FIXTURE_TEST_CASE(status_names_every_state, Status) {
  for (const char* name : {"001_kept", "002_edited", "003_lost", "005_last", "006_next"}) {
    migration(std::string(name) + ".sql", "select 1;\n");
  }
  run({"up"});
  pretend_a_deployment();
  migration("002_edited.sql", "select 2;\n");
  remove_migration("003_lost.sql");
  remove_migration("006_next.sql");
  migration("004_late.sql", "select 4;\n");
  BOOST_TEST(out_of({"status"}) == R"(
version  name    state         applied at        by           took    rollback
001      kept    applied       2026-11-20 15:02  deploy@ci-7  700 ms  none
002      edited  changed       2026-11-20 16:02  deploy@ci-7  2.8 s   none
003      lost    missing       2026-11-20 17:02  deploy@ci-7  6.3 s   none
004      late    out of order                                         none
005      last    applied       2026-11-20 18:02  deploy@ci-7  11.2 s  none
006      next    ahead         2026-11-20 19:02  deploy@ci-7  17.5 s  none
2 applied, 0 pending, 1 out of order, 1 changed, 1 missing, 1 ahead; at 006_next
)");
}

BOOST_FIXTURE_TEST_CASE(status_shows_what_was_left_half_done, Status) {
  four_migrations();
  run({"up"});
  pretend_a_deployment();
  BOOST_TEST(out_of({"status"}) == R"(
version  name                  state      applied at        by           took    rollback
001      accounts              applied    2026-11-20 15:02  deploy@ci-7  700 ms  file
002      orders                applied    2026-11-20 16:02  deploy@ci-7  2.8 s   none
003      largest_table_of_all  applied    2026-11-20 17:02  deploy@ci-7  6.3 s   file
004      indexes               half done                                         none
004_indexes: up was left after 1 of 2 statements
3 applied, 0 pending, 1 half done; at 003_largest_table_of_all
)");
  BOOST_TEST(run({"status", "--check"}).exit_code == 5);
}

BOOST_FIXTURE_TEST_CASE(status_notes_unknown_checksums_and_rows_without_a_number, Status) {
  migration("001_a.sql", "select 1;\n");
  run({"up"});
  database.execute(
      "delete from migration_log; update migration_history set checksum = 'no-checksum',"
      " applied_at = '2026-11-20 14:02:03';"
      "insert into migration_history (migration_name) values ('baseline')");
  BOOST_TEST(out_of({"status"}) == R"(
version  name  state    applied at        by  took  rollback
001      a     applied  2026-11-20 14:02            none
001_a: its checksum is unknown
baseline: a history row without a number
1 applied, 0 pending; at 001_a
)");
  BOOST_TEST(run({"status", "--check"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(status_keeps_columns_straight_beside_other_alphabets, Status) {
  migration("001_größe.sql", "select 1;");
  migration("002_名前.sql", "select 1;");
  migration("003_x.sql", "select 1;");
  BOOST_TEST(out_of({"status"}) == R"(
version  name   state    applied at  by  took  rollback
001      größe  pending                        none
002      名前   pending                        none
003      x      pending                        none
0 applied, 3 pending; nothing is applied
)");
}

BOOST_FIXTURE_TEST_CASE(check_tells_a_script_what_up_would_do, Status) {
  const std::vector<std::string> check{"status", "--check"};
  BOOST_TEST(run(check).exit_code == 0);
  migration("001_a.sql", "select 1;");
  BOOST_TEST(run(check).exit_code == 6);
  run({"up"});
  BOOST_TEST(run(check).exit_code == 0);
  migration("001_a.sql", "select 2;");
  BOOST_TEST(run(check).exit_code == 4);
  migration("001_a.sql", "select 1;");
  migration("000_late.sql", "select 1;");
  BOOST_TEST(run(check).exit_code == 4);
  remove_migration("000_late.sql");
  migration("002_b.sql", "vacuum;\nselect 1/0;");
  run({"up"});
  BOOST_TEST(run(check).exit_code == 5);
  BOOST_TEST(run({"status"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(check_takes_the_worst_state, Status) {
  migration("001_a.sql", "select 1;");
  run({"up"});
  migration("001_a.sql", "select 2;");
  migration("002_b.sql", "select 1;");
  BOOST_TEST(run({"status", "--check"}).exit_code == 4);
}

BOOST_FIXTURE_TEST_CASE(check_of_a_database_ahead_is_no_complaint, Status) {
  migration("001_a.sql", "select 1;");
  run({"up"});
  remove_migration("001_a.sql");
  BOOST_TEST(run({"status", "--check"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(status_works_with_a_role_that_may_only_read, Status) {
  TemporaryRole role(database);
  migration("001_a.sql", "select 1;");
  run({"up"});
  database.execute("grant select on all tables in schema public to " + role.name());
  const Outcome own = run({"status"});
  BOOST_TEST(said(run({"status", "--database-url", role.url()})) == said(own));
  BOOST_TEST(said(run({"up", "--dry-run", "--database-url", role.url()})) == R"(
out: nothing to do: no migration is pending; at 001_a
exit: 0
)");
}

BOOST_FIXTURE_TEST_CASE(status_works_with_a_read_only_role_before_the_first_up, Status) {
  TemporaryRole role(database);
  migration("001_a.sql", "select 1;");
  database.execute(fmt::format("alter role {} set default_transaction_read_only = on", role.name()));
  BOOST_TEST(run({"status", "--check", "--database-url", role.url()}).exit_code == 6);
}

BOOST_FIXTURE_TEST_CASE(status_says_what_a_role_lacks, Status) {
  TemporaryRole role(database);
  migration("001_a.sql", "select 1;");
  run({"up"});
  BOOST_TEST(said(run({"status", "--database-url", role.url()})) == R"(
err: error: could not read runner's own tables: permission denied for table migration_history [42501]
err: hint: Grant the role SELECT on migration_history, _log and _scripts, and on seed_history.
exit: 4
)");
}

BOOST_FIXTURE_TEST_CASE(status_does_not_wait_for_a_running_up, Status) {
  migration("001_a.sql", "select 1;");
  run({"up"});
  runner::Connection other = connect(database.url());
  other.execute(kTakeLock);
  BOOST_TEST(run({"status"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(status_warns_about_files_that_never_run, Status) {
  migration("001_a.sql", "select 1;");
  migration("hotfix.sql", "select 1;");
  migration("old/003_x.sql", "select 1;");
  BOOST_TEST(said(run({"status"})) == R"(
err: note: database/migrations/hotfix.sql has no number and never runs
err: note: database/migrations/old/ holds .sql files that never run: only the folder itself is read
out: version  name  state    applied at  by  took  rollback
out: 001      a     pending                        none
out: 0 applied, 1 pending; nothing is applied
exit: 0
)");
}

BOOST_AUTO_TEST_SUITE_END()
