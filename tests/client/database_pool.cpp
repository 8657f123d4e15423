// The databases that tests get one after the other.

#include "support/database_pool.hpp"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "support/server.hpp"

namespace database_pool {

using namespace runner;
using namespace runner::test;

/// Runs the SQL in a database, gives the database back, and returns whether the next test would get it.
bool is_kept_after(const std::string& sql) {
  std::string name;
  {
    TemporaryDatabase database;
    name = database.name();
    database.execute(fmt::format(fmt::runtime(sql), name));
  }
  return TemporaryDatabase().name() == name;
}

}  // namespace database_pool

BOOST_AUTO_TEST_SUITE(database_pool)

BOOST_AUTO_TEST_CASE(what_a_test_makes_is_gone_for_the_next) {
  BOOST_TEST(is_kept_after(
      "create schema s; create table s.t (i serial primary key); create table t (like s.t);"
      "create view v as table t; create materialized view m as table t; create sequence q;"
      "create type mood as enum ('sad'); create domain word as text; create type entry as (a int, b word);"
      "create function f(int) returns int language sql immutable as 'select 1';"
      "create procedure p() language sql as 'select 1';"
      "create operator ### (rightarg = int, procedure = f); create index on t (f(i));"
      "create table part (i int) partition by list (i); create table one partition of part default;"
      "grant usage on schema public to pg_monitor; revoke usage on schema public from pg_monitor"));
  TemporaryDatabase next;
  BOOST_TEST(next.value("select count(*) from pg_class where oid >= 16384") == "0");
  BOOST_TEST(next.value("select count(*) from pg_proc where oid >= 16384") == "0");
  BOOST_TEST(next.value("select count(*) from pg_type where oid >= 16384") == "0");
  BOOST_TEST(next.value("select count(*) from pg_namespace where oid >= 16384 and nspname !~ '^pg_'") == "0");
}

BOOST_AUTO_TEST_CASE(so_is_what_it_leaves_in_its_session_or_sets_for_others) {
  BOOST_TEST(is_kept_after("create temporary table t (); set search_path = nowhere; listen c; begin"));
  BOOST_TEST(is_kept_after("alter database {} set work_mem = '7MB'; select pg_advisory_lock(1)"));
  TemporaryDatabase next;
  BOOST_TEST(next.value("show search_path") == "\"$user\", public");
  BOOST_TEST(next.value("select count(*) from pg_locks where locktype = 'advisory' and database ="
                        " (select oid from pg_database where datname = current_database())") == "0");
  BOOST_TEST(connect(next.url()).execute("show work_mem").text(0, 0) != "7MB");
}

BOOST_AUTO_TEST_CASE(a_database_that_is_not_as_it_was_made_is_not_kept) {
  for (const char* sql :
       {"drop schema public; create schema public", "grant create on schema public to pg_monitor",
        "comment on schema public is 'ours'", "create cast (text as bytea) without function",
        "alter database {} connection limit 7", "revoke connect on database {} from public",
        "delete from pg_description where objoid = 'public'::regnamespace"}) {
    BOOST_TEST(!is_kept_after(sql), sql);
  }
}

BOOST_AUTO_TEST_SUITE_END()
