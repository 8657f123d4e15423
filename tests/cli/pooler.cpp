// What a run through a pooler does, and what it leaves in the backends.

#include <boost/test/unit_test.hpp>

#include "support/pooled_fixture.hpp"

namespace pooler {

using namespace runner;
using namespace runner::test;
using Words = std::vector<std::string>;

// What a client may leave in a backend, except application_name, which PgBouncer itself sets.
constexpr const char* kHeld =
    "select concat_ws(' ', (select string_agg(name || '=' || setting, ' ' order by name) from pg_settings"
    " where source = 'session' and name not in ('application_name', 'client_encoding')),"
    " 'role=' || current_setting('role'),"
    " (select string_agg('prepared ' || name, ' ' order by name) from pg_prepared_statements),"
    " (select string_agg('cursor ' || name, ' ' order by name) from pg_cursors where name <> ''),"
    " (select string_agg('listens ' || c, ' ' order by c) from pg_listening_channels() c),"
    " (select string_agg('temporary ' || relname, ' ' order by 1) from pg_class"
    " where relnamespace = pg_my_temp_schema() and relkind = 'r'),"
    " (select string_agg(format('locked %s %s %s', classid, objid, mode), ' ' order by objid) from pg_locks"
    " where locktype = 'advisory' and pid = pg_backend_pid()))";

// Leaves everything that can be left, and takes one lock twice.
constexpr const char* kUntidy = R"(create temp table tt (i int);
declare k cursor with hold for select 1;
prepare ours as select 1;
listen c;
select pg_advisory_lock(7), pg_advisory_lock(7), pg_advisory_lock_shared(-3, 4), pg_advisory_xact_lock(9);
set work_mem = '7MB';
set search_path = pg_catalog;
set role pg_monitor;
)";

struct Pooled : PooledFixture {
  /// Runs SQL on every backend of the pool. A transaction keeps each backend busy meanwhile.
  std::vector<std::string> on_every_backend(const std::string& sql) {
    std::vector<Connection> clients;
    std::vector<std::string> answers;
    for (int i = 0; i < PgBouncer::kBackends; ++i) {
      clients.push_back(client());
      clients.back().execute("begin");
      const Result answer = clients.back().execute(sql);
      answers.push_back(answer.rows() > 0 ? answer.text(0, 0) : "");
    }
    for (Connection& connection : clients) connection.execute("commit");
    return answers;
  }
};

const std::vector<std::string> kClean(PgBouncer::kBackends, "role=none");

}  // namespace pooler

BOOST_FIXTURE_TEST_SUITE(pooler, Pooled)

BOOST_AUTO_TEST_CASE(up_seed_status_and_down_arrive) {
  migration("002_b.sql",
            "create table b (i int);\ncopy b from stdin;\n1\n2\n\\.\ninsert into b values (3);\n");
  migration("002_b.down.sql", "drop table b;\n");
  seed("001_s.sql", "insert into a values (1);\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a ......................................... N ms
err:   up 002_b ......................................... N ms
out: applied 2 migrations in N ms; at 002_b
exit: 0
)");
  BOOST_TEST(database.value("select count(*) from b") == "3");
  BOOST_TEST(said(run({"seed", "--env", "test"})) == R"(
err:   seed 001_s ....................................... N ms
out: ran 1 seed in N ms
exit: 0
)");
  database.execute("update migration_log set took_ms = 7");  // a slow machine would make the column wider
  BOOST_TEST(said(run({"status"})) == R"(
out: version  name  state    applied at        by         took  rollback
out: 001      a     applied  DATE  runner@HOST  N ms  file
out: 002      b     applied  DATE  runner@HOST  N ms  file
out: 2 applied, 0 pending; at 002_b
exit: 0
)");
  BOOST_TEST(said(run({"down", "--yes"})) == R"(
err: note: 002_b drops table public.b: 3 rows
err:   down 002_b ....................................... N ms
out: undid 1 migration in N ms in DB; at 001_a
exit: 0
)");
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
  BOOST_TEST(said(run({"up", "--dry-run"})) == R"(
out: would apply 1 migration:
out:   up 002_b  3 statements, one transaction
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(nothing_of_a_script_or_of_runner_is_left_in_the_pool) {
  migration("002_b.sql", kUntidy);
  migration("003_c.sql", "create table seen as select current_user as who, current_schema() as place;\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.value("select concat_ws(' ', who, place) from seen") == "runner public");
  BOOST_TEST(on_every_backend(kHeld) == kClean, boost::test_tools::per_element());
  BOOST_TEST(no_lock_is_left());
}

BOOST_AUTO_TEST_CASE(nothing_of_a_script_that_fails_is_left_in_the_pool) {
  migration("002_b.sql", std::string(kUntidy) + "select 1/0;\n");
  BOOST_TEST(run({"up"}).exit_code == 3);
  BOOST_TEST(on_every_backend(kHeld) == kClean, boost::test_tools::per_element());
  BOOST_TEST(no_lock_is_left());
}

BOOST_AUTO_TEST_CASE(what_others_have_in_the_pool_stays_theirs) {
  const std::string theirs =
      "set work_mem = '9MB'; set role pg_read_all_data;"
      " select pg_advisory_lock_shared(5); prepare theirs as select 42";
  on_every_backend(theirs);
  const Words held(PgBouncer::kBackends,
                   "work_mem=9216 role=pg_read_all_data prepared theirs locked 0 5 ShareLock");
  BOOST_TEST_REQUIRE(on_every_backend(kHeld) == held, boost::test_tools::per_element());
  database.execute("grant create on schema public to pg_read_all_data");
  migration("002_b.sql", kUntidy);
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(on_every_backend(kHeld) == held, boost::test_tools::per_element());
  BOOST_TEST(on_every_backend("execute theirs") == Words(PgBouncer::kBackends, "42"),
             boost::test_tools::per_element());
  migration("003_c.sql", std::string(kUntidy) + "select 1/0;\n");
  BOOST_TEST(run({"up"}).exit_code == 3);
  BOOST_TEST(on_every_backend(kHeld) == held, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_script_that_fails_is_undone_and_logged) {
  migration("002_b.sql", "create table b (i int);\nselect 'é', 1/0;\n");
  migration("003_c.sql", "create table c (i int);\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a ......................................... N ms
err:   up 002_b ......................................... failed
err: database/migrations/002_b.sql:2: error: division by zero [22012]
err:     select 'é', 1/0;
err: hint: "002_b" was undone; the database is at 001_a.
exit: 3
)");
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
  BOOST_TEST(!database.exists("b"));
  BOOST_TEST(!database.exists("c"));
  BOOST_TEST(log() == (Words{"up done 001_a", "up failed 002_b division by zero"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(all_of_them_can_share_one_transaction) {
  migration("002_b.sql", "create table b (i int);\nselect 1/0;\n");
  BOOST_TEST(run({"up", "--one-transaction"}).exit_code == 3);
  BOOST_TEST(history().empty());
  BOOST_TEST(!database.exists("a"));
  migration("002_b.sql", "create table b (i int);\n");
  BOOST_TEST(run({"up", "--one-transaction"}).exit_code == 0);
  BOOST_TEST(history() == (Words{"001_a.sql", "002_b.sql"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_script_without_a_transaction_is_refused_before_anything_runs) {
  migration("002_b.sql", "create index concurrently b on a (i);\n");
  BOOST_TEST(said(run({"up"})) == R"(
err: database/migrations/002_b.sql: error: "002_b" cannot run through a connection pooler
err: detail: It runs without a transaction because of line 1: create index concurrently b on a (i)
err: hint: Point DATABASE_URL at the server itself for this run.
exit: 4
)");
  migration("002_b.sql", "-- runner: no-transaction\nselect 1;\n");
  BOOST_TEST(said(run({"up", "--dry-run"})) == R"(
err: database/migrations/002_b.sql: error: "002_b" cannot run through a connection pooler
err: detail: It runs statement by statement, without a transaction.
err: hint: Point DATABASE_URL at the server itself for this run.
exit: 4
)");
  BOOST_TEST(!database.exists("migration_history"));
  BOOST_TEST(!database.exists("a"));
  BOOST_TEST(no_lock_is_left());
}

BOOST_AUTO_TEST_CASE(a_file_that_waits_too_long_for_a_lock_gives_way_and_arrives) {
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  migration("002_b.sql", "alter table a add column j int;\n");
  Connection reader = connect(database.url());
  reader.execute("begin; select from a");
  Process process = start({"up", "--lock-timeout", "50ms", "--lock-retries", "1000"});
  BOOST_TEST_REQUIRE(eventually([&] { return process.err_so_far().find("gave way") != std::string::npos; }),
                     process.err_so_far());
  reader.execute("commit");
  BOOST_TEST(process.wait().exit_code == 0);
  BOOST_TEST(on_every_backend(kHeld) == kClean, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(who_is_in_the_way_is_told) {
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  migration("002_b.sql", "alter table a add column j int;\n");
  Connection reader = connect(database.url());
  reader.execute("begin; select from a");
  Process process = start({"up", "--lock-timeout", "0"});
  BOOST_TEST(eventually([&] {
    return process.err_so_far().find("blocked by pid " + std::to_string(reader.backend().pid())) !=
           std::string::npos;
  }));
  reader.execute("commit");
  BOOST_TEST(process.wait().exit_code == 0);
}

BOOST_AUTO_TEST_CASE(a_backend_that_is_ended_undoes_its_step) {
  migration("002_b.sql", "create table b (i int);\nselect pg_terminate_backend(pg_backend_pid());\n");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 001_a ......................................... N ms
err:   up 002_b ......................................... failed
err: database/migrations/002_b.sql:2: error: terminating connection due to administrator command [57P01]
err:     select pg_terminate_backend(pg_backend_pid());
err: hint: "002_b" was undone; the database is at 001_a.
exit: 2
)");
  BOOST_TEST(history() == Words{"001_a.sql"}, boost::test_tools::per_element());
  BOOST_TEST(!database.exists("b"));
  BOOST_TEST(no_lock_is_left());
}

BOOST_AUTO_TEST_CASE(a_backend_that_begins_with_other_strings_runs_nothing) {
  database.execute("alter database " + database.name() + " set standard_conforming_strings = off");
  const Outcome outcome = run({"up"});
  BOOST_TEST(outcome.err.find("error: standard_conforming_strings is off in this session") == 0U,
             outcome.err);
  BOOST_TEST(outcome.exit_code == 4);
  BOOST_TEST(!database.exists("migration_history"));
  BOOST_TEST(no_lock_is_left());
}

BOOST_AUTO_TEST_CASE(a_pool_that_is_used_up_is_told) {
  const PgBouncer small("default_pool_size = 1\nquery_wait_timeout = 3\n");
  BOOST_TEST(said(run_at(small.url_of(database.name()), {"up"})) == R"(
err: error: query_wait_timeout [08P01]
err: hint: The pooler has no free connection. A run needs two, and a third to report which session blocks it.
exit: 2
)");
  BOOST_TEST(!database.exists("migration_history"));
  BOOST_TEST(no_lock_is_left());
}

BOOST_AUTO_TEST_SUITE_END()
