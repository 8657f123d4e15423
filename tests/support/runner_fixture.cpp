#include "runner_fixture.hpp"

#include <stdexcept>

namespace runner::test {

RunnerFixture::RunnerFixture() { environment_["DATABASE_URL"] = database.url(); }

void RunnerFixture::given(const std::string& sql) {
  database.execute(sql);
  empty_history();
}

void RunnerFixture::empty_history() {
  database.execute(
      "create table if not exists migration_history (id serial primary key,"
      " migration_name varchar(255) unique not null, applied_at timestamp default current_timestamp,"
      " checksum varchar(64))");
}

void RunnerFixture::pretend_a_deployment() {
  database.execute(
      "update migration_history set applied_at = '2026-11-20 14:02:03'::timestamp + id * interval '1 hour';"
      "update migration_log set database_role = 'deploy', host = 'ci-7', took_ms = id * id * 700");
}

std::vector<std::string> RunnerFixture::history() {
  if (!database.exists("migration_history")) return {};
  return database.column("select migration_name from migration_history order by id");
}

std::vector<std::string> RunnerFixture::log() {
  return database.column(
      "select concat_ws(' ', action, outcome, name, error) from migration_log order by id");
}

std::vector<std::string> RunnerFixture::tables() {
  return database.column(
      "select table_name from information_schema.tables where table_schema = 'public' order by 1");
}

std::string RunnerFixture::advisory_locks() {
  return database.value(
      "select count(*) from pg_locks where locktype = 'advisory' and database = "
      "(select oid from pg_database where datname = current_database())");
}

std::string RunnerFixture::other_sessions() {
  return database.value(
      "select count(*) from pg_stat_activity where datname = current_database()"
      " and pid <> pg_backend_pid() and backend_type = 'client backend'");
}

bool RunnerFixture::one_sleeps() {
  return database.value(
             "select count(*) from pg_stat_activity where datname = current_database()"
             " and state = 'active' and wait_event = 'PgSleep'") == "1";
}

AppliedFixture::AppliedFixture() {
  for (const char* name : {"001_a", "002_b", "003_c"}) pair(name);
  const Outcome outcome = run({"up"});
  if (outcome.exit_code != 0) throw std::runtime_error("the three pairs were not applied:" + said(outcome));
}

}  // namespace runner::test
