// Names and operators that another role has planted in the session's search_path.

#include <boost/test/unit_test.hpp>

#include "support/hostile_fixture.hpp"
#include "support/says.hpp"

namespace hostile_names {

using namespace runner::test;
using Arguments = std::vector<std::vector<std::string>>;

// Each matches the types that runner compares, counts or computes better than PostgreSQL's own one does.
constexpr const char* kBetterMatches = R"(
create function public.eq(varchar, text) returns boolean language plpgsql as
  $$ begin perform evil.gain(); return $1::text operator(pg_catalog.=) $2; end $$;
create operator public.= (leftarg = varchar, rightarg = text, procedure = public.eq);
create function public.eq(varchar, varchar) returns boolean language plpgsql as
  $$ begin perform evil.gain(); return $1::text operator(pg_catalog.=) $2::text; end $$;
create operator public.= (leftarg = varchar, rightarg = varchar, procedure = public.eq);
create function public.times(integer, numeric) returns numeric language plpgsql as
  $$ begin perform evil.gain(); return $1::numeric operator(pg_catalog.*) $2; end $$;
create operator public.* (leftarg = integer, rightarg = numeric, procedure = public.times);
create function public.minus(integer, real) returns double precision language plpgsql as
  $$ begin perform evil.gain(); return $1::float operator(pg_catalog.-) $2; end $$;
create operator public.- (leftarg = integer, rightarg = real, procedure = public.minus);
create function public.none(bigint, text) returns bigint language plpgsql as
  $$ begin perform evil.gain(); return 0; end $$;
create aggregate public.count(text) (sfunc = public.none, stype = bigint, initcond = 0);
)";

// Every function and operator of PostgreSQL whose types a role can name, and the types that are not
// keywords.
constexpr const char* kShadows = R"(
do $shadows$
declare command text;
begin
  for command in
    select format('create function evil.%I(%s) returns %s%s language plpgsql as'
      ' ''begin perform evil.gain(); raise exception ''''planted code ran''''; end''', proname,
      oidvectortypes(proargtypes), case when proretset then 'setof ' end, prorettype::regtype)
    from pg_proc where pronamespace = 'pg_catalog'::regnamespace and prokind = 'f'
    union all
    select format('create operator evil.%s (%s%s procedure = evil.%I)', o.oprname,
      case when o.oprleft <> 0 then format('leftarg = %s,', o.oprleft::regtype) end,
      case when o.oprright <> 0 then format('rightarg = %s,', o.oprright::regtype) end, p.proname)
    from pg_operator o join pg_proc p on p.oid = o.oprcode
    union all
    select format('create domain evil.%I as pg_catalog.%I check (evil.gain())', typname, typname)
    from pg_type where typname in ('text', 'name', 'oid', 'regclass', 'regtype', 'timestamptz')
  loop
    begin
      execute command;
    exception when others then null;
    end;
  end loop;
end $shadows$)";

struct Planted : HostileFixture {
  /// Runs every command, one after the other.
  void run_all() {
    for (const std::vector<std::string>& arguments : Arguments{{"status"},
                                                               {"up", "--dry-run"},
                                                               {"up"},
                                                               {"up"},
                                                               {"seed"},
                                                               {"status"},
                                                               {"log"},
                                                               {"down", "--dry-run"},
                                                               {"down", "--yes"},
                                                               {"up", "--one-transaction"}}) {
      const Outcome outcome = run(arguments);
      BOOST_TEST_CONTEXT(arguments.front()) { BOOST_TEST(outcome.exit_code == 0, outcome.err); }
      BOOST_TEST(!escalated());
    }
  }
};

}  // namespace hostile_names

BOOST_FIXTURE_TEST_SUITE(hostile_names, Planted)

BOOST_AUTO_TEST_CASE(operators_that_match_better_do_not_run) {
  planted(kBetterMatches);
  run_all();
}

BOOST_AUTO_TEST_CASE(an_aggregate_that_counts_nothing_does_not_keep_down_from_asking) {
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  planted(kBetterMatches);
  migration("002_b.sql", "alter table a add u text;\nupdate a set u = 'z';\n");
  migration("002_b.down.sql", "alter table a drop u;\n");
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  BOOST_TEST(says(run({"down"}), 4, "drops column public.a.u: 2 values"));
  BOOST_TEST(!escalated());
}

// The owner of a database can set this search_path.
BOOST_AUTO_TEST_CASE(a_schema_before_that_of_postgresql_does_not_matter) {
  planted(kShadows);
  BOOST_TEST(
      database.value("select count(*) > 1000 from pg_proc where pronamespace = 'evil'::regnamespace") == "t");
  BOOST_TEST(database.value(
                 "select count(*) > 300 from pg_operator where oprnamespace = 'evil'::regnamespace") == "t");
  database.execute("alter database " + database.name() + " set search_path = evil, public, pg_catalog");
  environment_["RUNNER_SCHEMA"] = "public";
  migration("001_a.sql",
            "-- runner: no-transaction\ncreate table public.a (i int, t varchar);\n"
            "create index concurrently a_i on public.a (i);\nvacuum public.a;\n");
  migration("001_a.down.sql", "drop table public.a;\n");
  migration("002_b.sql", "create table public.b (i int);\ninsert into public.b values (1);\n");
  migration("002_b.down.sql", "drop table public.b;\n");
  seed("001_s.sql", "insert into public.a values (3);\n");
  run_all();
}

BOOST_AUTO_TEST_CASE(a_history_in_the_first_schema_is_found_there) {
  planted(kShadows);
  database.execute("create schema app; alter database " + database.name() +
                   " set search_path = app, evil, pg_catalog");
  seed("001_s.sql", "create table s (i int);\n");
  migration("001_a.sql", "create table a (i int);\n");
  run_all();
  BOOST_TEST(database.value("select count(*) from app.migration_history") == "1");
}

BOOST_AUTO_TEST_SUITE_END()
