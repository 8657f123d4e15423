// runner's own tables, changed so that another role's code could run.

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/hostile_fixture.hpp"
#include "support/says.hpp"

namespace hostile_tables_tests {

using namespace runner::test;
namespace bdata = boost::unit_test::data;
using Names = std::vector<std::string>;

struct Planting {
  std::string_view what, sql, refusal;
};
std::ostream& operator<<(std::ostream& out, const Planting& planting) { return out << planting.what; }

const std::vector<Planting> plantings{
    {"a trigger",
     "create trigger t before insert on migration_history for each row execute function evil.row()",
     "public.migration_history: trigger t: function evil.\"row\"() of the role MALLORY"},
    {"a trigger of the log",
     "create trigger t after insert on migration_log for each row execute function evil.row()",
     "public.migration_log: trigger t: function evil.\"row\"() of the role MALLORY"},
    {"a trigger of the scripts",
     "create trigger t before insert on migration_scripts for each row execute function evil.row()",
     "public.migration_scripts: trigger t: function evil.\"row\"() of the role MALLORY"},
    {"a trigger of the seeds",
     "create trigger t before delete on seed_history for each statement execute function evil.row()",
     "public.seed_history: trigger t: function evil.\"row\"() of the role MALLORY"},
    {"the condition of a trigger",
     "create trigger t before insert on migration_history for each row when (evil.text('') = '')"
     " execute function suppress_redundant_updates_trigger()",
     "public.migration_history: trigger t: function evil.text(text) of the role MALLORY"},
    {"a rule", "create rule r as on insert to migration_history do also select evil.gain()",
     "public.migration_history: rule r"},
    {"a default", "alter table migration_log add x text default evil.text('')",
     "public.migration_log: default of column x: function evil.text(text) of the role MALLORY"},
    {"an operator in a default",
     "create operator evil.@@@ (rightarg = text, procedure = evil.text);"
     "alter operator evil.@@@ (none, text) owner to MALLORY;"
     "alter table migration_log alter os_user set default operator(evil.@@@) ''",
     "public.migration_log: default of column os_user: function evil.text(text) of the role MALLORY"},
    {"a generated column",
     "alter table migration_log add x text generated always as (evil.text(name)) stored",
     "public.migration_log: default of column x: function evil.text(text) of the role MALLORY"},
    {"a check",
     "alter table migration_history add constraint c check (evil.text(migration_name) is not null)",
     "public.migration_history: constraint c: function evil.text(text) of the role MALLORY"},
    {"a domain",
     "create domain evil.d as text check (value is null or evil.text(value) is not null); alter domain "
     "evil.d owner to "
     "MALLORY;"
     "alter table migration_history add x evil.d",
     "public.migration_history: columns: function evil.text(text) of the role MALLORY"},
    {"an index", "create index i on migration_history (evil.text(migration_name))",
     "public.migration_history: index public.i: function evil.text(text) of the role MALLORY"},
    {"a constant in an index", "create index i on migration_history ((evil.text('')))",
     "public.migration_history: index public.i: function evil.text(text) of the role MALLORY"},
    {"the condition of an index",
     "create index i on migration_history (id) where evil.text(migration_name) is not null",
     "public.migration_history: index public.i: function evil.text(text) of the role MALLORY"},
    {"a policy",
     "create policy p on migration_history using (evil.gain());"
     "alter table migration_history enable row level security",
     "public.migration_history: policy p: function evil.gain() of the role MALLORY"},
    {"an owner", "alter table migration_history owner to MALLORY",
     "public.migration_history: its owner is the role MALLORY"},
    {"a view",
     "alter table migration_history rename to old;"
     "create view migration_history as select id, evil.text(migration_name)::varchar as migration_name, "
     "applied_at,"
     " checksum from old; alter view migration_history owner to MALLORY",
     "public.migration_history: its owner is the role MALLORY"},
    {"a table that inherits from it",
     "create table evil.child () inherits (public.migration_history); alter table evil.child owner to "
     "MALLORY",
     "evil.child: its owner is the role MALLORY"},
    {"a table that it inherits from",
     "create table evil.parent (id int not null); alter table migration_history inherit evil.parent",
     "public.migration_history: it inherits from evil.parent"},
    {"a partition",
     "drop table seed_history; create table seed_history (seed_name varchar(255), environment varchar(63),"
     " checksum varchar(64), applied_at timestamptz) partition by list (environment);"
     "create table evil.part partition of seed_history default; alter table evil.part owner to MALLORY",
     "evil.part: its owner is the role MALLORY"},
    {"a partition key",
     "drop table seed_history; create table seed_history (seed_name varchar(255), environment varchar(63),"
     " checksum varchar(64), applied_at timestamptz) partition by list (evil.text(environment));"
     "create table evil.part partition of seed_history default",
     "public.seed_history: columns: function evil.text(text) of the role MALLORY"},
    {"a foreign key",
     "create table evil.follower (id int references migration_history on delete cascade);"
     "alter table evil.follower owner to MALLORY",
     "public.migration_history: foreign key follower_id_fkey of evil.follower, whose owner is the role "
     "MALLORY"},
};

// All of them check all tables. Those that write do so under the lock.
const std::vector<const char*> kEveryCommand{"up",     "up --dry-run", "down --yes", "down --dry-run",
                                             "status", "seed --force", "log"};
const std::vector<const char*> kBothWays{"up", "status"};

struct Tables : HostileFixture {
  Tables() {
    BOOST_REQUIRE(run({"up"}).exit_code == 0);
    BOOST_REQUIRE(run({"seed"}).exit_code == 0);
    migration("002_b.sql", "create table b (i int);\n");
  }

  /// Checks that each command refuses with this message and that nothing has run.
  void require_refused(const std::string& refusal, const std::vector<const char*>& commands) {
    for (const char* command : commands) {
      BOOST_TEST_CONTEXT(command) {
        BOOST_TEST(says(run(words(command)), 4, "error: runner does not use the table " + refusal));
        BOOST_TEST(!escalated());
      }
    }
    BOOST_TEST(!database.exists("b"));
    BOOST_TEST(database.value("select count(*) from a") == "3");
  }

  static Names words(const std::string& command) {
    const std::size_t space = command.find(' ');
    return space == std::string::npos ? Names{command}
                                      : Names{command.substr(0, space), command.substr(space + 1)};
  }
};

}  // namespace hostile_tables_tests

BOOST_AUTO_TEST_SUITE(hostile_tables)
using namespace hostile_tables_tests;

BOOST_DATA_TEST_CASE(a_table_that_could_run_the_code_of_another_role_is_refused, bdata::make(plantings)) {
  Tables fixture;
  fixture.superuser(std::string(sample.sql) + "; alter role MALLORY nosuperuser");
  const bool one_of_each_table = sample.sql.starts_with("create trigger");
  fixture.require_refused(fixture.named(std::string(sample.refusal)),
                          one_of_each_table ? kEveryCommand : kBothWays);
}

// The hostile role has created the tables before the first "up".
BOOST_FIXTURE_TEST_CASE(a_history_that_was_there_before_the_first_up_is_refused, HostileFixture) {
  planted(
      "create table public.migration_history (id serial, migration_name varchar(255), applied_at timestamp,"
      " checksum varchar(64)); create trigger t before insert on public.migration_history for each row"
      " execute function evil.row()");
  const Outcome outcome = run({"up"});
  BOOST_TEST(said(outcome) == named(R"(
err: error: runner does not use the table public.migration_history: its owner is the role MALLORY
err: detail: public.migration_history: trigger t: function evil."row"() of the role MALLORY
err: hint: See what is on it. If it is runner's: ALTER TABLE public.migration_history OWNER TO runner;
exit: 4
)"));
  BOOST_TEST(!escalated());
}

BOOST_FIXTURE_TEST_CASE(a_trigger_of_a_superuser_runs_as_before, Tables) {
  database.execute(
      "create table audit (name text);"
      "create function audit() returns trigger language plpgsql as"
      " $$ begin insert into public.audit values (new.migration_name); return new; end $$;"
      "create trigger t before insert on migration_history for each row execute function audit()");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.column("select name from audit") == Names{"002_b.sql"});
  BOOST_TEST(run({"status"}).exit_code == 0);
}

// The role may create triggers, and creates one after runner has checked the table and before it writes.
BOOST_FIXTURE_TEST_CASE(a_trigger_that_comes_while_a_script_runs_does_not_run, Tables) {
  superuser("grant trigger on migration_history, migration_log to MALLORY");
  for (const char* table : {"migration_history", "migration_log"}) {
    runner::Connection blocker = connect(database.url());
    blocker.execute("begin; lock table a");
    migration("002_b.sql", "create table b (i int);\ninsert into a values (4);\n");
    Process process = start({"up", "--lock-timeout", "0"});
    BOOST_REQUIRE(eventually([&] {
      return database.value("select count(*) from pg_locks where relation = 'a'::regclass and not granted") ==
             "1";
    }));
    planted(fmt::format(
        "create trigger t before insert on public.{} for each row execute function evil.row()", table));
    blocker.execute("commit");
    BOOST_TEST(said(process.wait()) == R"(
err:   up 002_b ......................................... failed
err: database/migrations/002_b.sql: error: another session changed runner's own tables during the run
err: hint: "runner status" names what could run another role's code.
err:   "002_b" was undone; the database is at 001_a.
exit: 4
)");
    BOOST_TEST(!escalated());
    BOOST_TEST(!database.exists("b"));
    database.execute(fmt::format("drop trigger t on {}", table));
  }
  BOOST_TEST(run({"up"}).exit_code == 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(hostile_tables_roles, hostile_tables_tests::HostileFixture)
using namespace hostile_tables_tests;

// A role that may deploy but is not a superuser.
struct Deploy {
  explicit Deploy(HostileFixture& fixture) : role(fixture.database) {
    fixture.database.execute(fmt::format("grant create, usage on schema public to {}", role.name()));
  }
  TemporaryRole role;
};

BOOST_AUTO_TEST_CASE(a_role_without_rights_refuses_the_code_of_others_too) {
  Deploy deploy(*this);
  const EnvironmentOverrides as_deploy{{"DATABASE_URL", deploy.role.url()}};
  BOOST_REQUIRE(run_with(as_deploy, {"up"}).exit_code == 0);
  superuser("create trigger t before insert on migration_history for each row execute function evil.row()");
  BOOST_TEST(says(run_with(as_deploy, {"status"}), 4,
                  named("trigger t: function evil.\"row\"() of the role MALLORY")));
}

BOOST_AUTO_TEST_CASE(the_tables_may_belong_to_a_role_that_the_session_is_a_member_of) {
  Deploy deploy(*this);
  TemporaryRole group(database);
  const EnvironmentOverrides as_deploy{{"DATABASE_URL", deploy.role.url()}};
  BOOST_REQUIRE(run_with(as_deploy, {"up"}).exit_code == 0);
  for (const char* table : {"migration_history", "migration_log", "migration_scripts", "seed_history"})
    database.execute(fmt::format("alter table {} owner to {}", table, group.name()));
  const std::string refusal =
      fmt::format("error: runner does not use the table public.migration_history: its owner is the role {}\n",
                  group.name());
  BOOST_TEST(says(run_with(as_deploy, {"status"}), 4, refusal));
  database.execute(fmt::format("grant {} to {}", group.name(), deploy.role.name()));
  migration("002_b.sql", "create table b (i int);\n");
  BOOST_TEST(run_with(as_deploy, {"up"}).exit_code == 0);
  BOOST_TEST(run_with(as_deploy, {"status"}).exit_code == 0);
  // A superuser has more rights than the owner of the tables, so runner still refuses for the superuser.
  BOOST_TEST(says(run({"status"}), 4, refusal));
}

BOOST_AUTO_TEST_CASE(rows_that_row_security_hides_are_missed_and_not_run_again) {
  Deploy deploy(*this);
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  database.execute(
      fmt::format("grant select, insert, update, delete on migration_history, migration_log, "
                  "migration_scripts, seed_history to {0};"
                  "alter table migration_history enable row level security",
                  deploy.role.name()));
  for (const char* command : {"status", "up", "down"}) {
    const Outcome outcome = run_at(deploy.role.url(), {command});
    BOOST_TEST(said(outcome) == fmt::format(R"(
err: error: runner does not use the table public.migration_history: row security hides rows from the role {0}
err: hint: Let the role read every row: ALTER TABLE public.migration_history DISABLE ROW LEVEL SECURITY; or ALTER ROLE {0} BYPASSRLS;
exit: 4
)",
                                            deploy.role.name()));
  }
}

BOOST_AUTO_TEST_SUITE_END()
