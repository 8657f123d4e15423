#include "script/losses.hpp"

#include <fmt/format.h>

#include <vector>

#include "sql/expect.hpp"

namespace losses {

using namespace runner;
using namespace runner::test;
using Texts = std::vector<std::string>;

const char* word_for(LossKind kind) {
  switch (kind) {
    case LossKind::table: return "table";
    case LossKind::column: return "column";
    case LossKind::truncated: return "truncated";
    case LossKind::all_rows: return "all rows of";
    case LossKind::some_rows: return "some rows of";
    case LossKind::schema: return "schema";
    case LossKind::owned: return "owned by";
    case LossKind::type: return "type";
    case LossKind::extension: return "extension";
    case LossKind::database: return "database";
    case LossKind::unseen: return "unseen at";
  }
  return "?";
}

// A loss as text, as in "column only app,public:orders.status".
std::string text_of(const Loss& loss) {
  std::string text = word_for(loss.kind);
  if (loss.only) text += " only";
  if (loss.cascade) text += " cascade";
  text +=
      " " + fmt::format("{}{}{}", fmt::join(loss.schemas, ","), loss.schemas.empty() ? "" : ":", loss.name);
  return loss.column.empty() ? text : text + "." + loss.column;
}

Texts losses_of(const std::string& sql, LossFinder& finder) {
  Texts texts;
  for (const Loss& loss : finder.find(script(sql))) texts.push_back(text_of(loss));
  return texts;
}

Texts losses_of(const std::string& sql) {
  LossFinder finder;
  return losses_of(sql, finder);
}

std::string in_capitals(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

std::string quoted_again(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '\'' ? std::string("''") : std::string(1, c);
  return result;
}

// Replaces each blank by a comment.
std::string with_comments(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == ' ' ? std::string("/* drop */\n") : std::string(1, c);
  return result;
}

struct LossCase {
  std::string sql;
  Texts losses;
};
std::ostream& operator<<(std::ostream& out, const LossCase& sample) { return out << sample.sql; }

const std::vector<LossCase> cases{
    {"drop table t", {"table t"}},
    {"drop table if exists t", {"table t"}},
    {"drop table a, s.b, c cascade", {"table a", "table s:b", "table c"}},
    {"drop table if exists a,b restrict", {"table a", "table b"}},
    {"drop table d.s.t", {"table s:t"}},
    {"drop foreign table t", {}},
    {"drop view v", {}},
    {"drop materialized view v cascade", {}},
    {"drop sequence s", {}},
    {"drop index i", {}},
    {"drop function f() cascade", {}},
    {"drop trigger g on t", {}},
    {"drop policy p on t", {}},
    {"drop schema s", {}},
    {"drop schema s cascade", {"schema s"}},
    {"drop schema if exists s, r cascade", {"schema s", "schema r"}},
    {"drop type mood", {}},
    {"drop type if exists mood, s.size cascade", {"type mood", "type s:size"}},
    {"drop domain email cascade", {"type email"}},
    {"drop extension citext", {}},
    {"drop extension if exists citext, hstore cascade", {"extension citext", "extension hstore"}},
    {"drop owned by ada, current_user", {"owned by ada", "owned by current_user"}},
    {"alter table t drop column c", {"column t.c"}},
    {"alter table t drop c", {"column t.c"}},
    {"alter table if exists only s.t drop column if exists c cascade", {"column only s:t.c"}},
    {"alter table t * drop column c", {"column t.c"}},
    {"alter table t drop column a, add column b numeric(9, 2) default f(1, 2), drop c, drop if exists d",
     {"column t.a", "column t.c", "column t.d"}},
    {"alter table t drop constraint c", {}},
    {"alter table t drop constraint if exists c, drop d", {"column t.d"}},
    {"alter table t alter column c drop default, alter d drop not null", {}},
    {"alter table t alter c drop expression, alter d drop identity if exists", {}},
    {"alter table t alter column c type integer", {}},
    {"alter table t detach partition p", {}},
    {"alter view v alter column c drop default", {}},
    {"truncate t", {"truncated t"}},
    {"truncate table only a, s.b *, c restart identity",
     {"truncated only a", "truncated s:b", "truncated c"}},
    {"truncate a, b cascade", {"truncated cascade a", "truncated cascade b"}},
    {"delete from t", {"all rows of t"}},
    {"delete from only s.t as x", {"all rows of only s:t"}},
    {"delete from t where i > 1", {"some rows of t"}},
    {"delete from t using u where t.i = u.i", {"some rows of t"}},
    {"delete from t returning (select count(*) from u where u.i = t.i)", {"all rows of t"}},
    {"with gone as (delete from a returning *) insert into b select * from gone where i > 1",
     {"all rows of a"}},
    {"with x as (select 1) delete from a where i in (select * from x)", {"some rows of a"}},
    {"with x as (delete from a where i > 1), y as (delete from b) select 1",
     {"some rows of a", "all rows of b"}},
    {"merge into only t using s on s.i = t.i when matched then delete", {"some rows of only t"}},
    {"merge into t using s on true when matched and t.i > 1 then delete when not matched then do nothing",
     {"some rows of t"}},
    {"merge into t using s on s.i = t.i when matched then update set i = 1", {}},
    {"delete from migration_history where migration_name = '001_a'", {}},
    {"drop table migration_history", {"table migration_history"}},
    {"insert into t select 'drop table t; delete from t'", {}},
    {"update t set a = null", {}},
    {"comment on table t is 'drop table t'", {}},
    {"revoke delete, truncate on t from ada", {}},
    {"create table t (i int references u on delete cascade)", {}},
    {"create rule r as on insert to t do also delete from t", {}},
    {"create function f() returns void language sql as 'delete from t'", {}},
    {"do 'begin perform 1; end'", {}},
    {"do $$ begin raise notice 'drop table %', 't'; end $$", {}},
    {"do $$ begin drop table t; end $$", {"unseen at 001_a.sql:1"}},
    {"do language plpgsql $a$ begin execute format('drop table %I', 't'); end $a$",
     {"unseen at 001_a.sql:1"}},
    {"do 'begin truncate t; end'", {"unseen at 001_a.sql:1"}},
    {"do $$ begin delete from t; end $$ language plpgsql", {"unseen at 001_a.sql:1"}},
};

// Bodies of DO, in PL/pgSQL.
const std::vector<std::string> harmless_bodies{
    "begin alter table t add foreign key (a) references u on delete cascade; end",
    "begin if true then alter table t add constraint f foreign key (a) references u on delete set null; end "
    "if; "
    "end",
    "begin create table t (a int references u on delete cascade on update cascade); end",
    "begin create trigger g before delete or truncate on t for each statement execute function f(); end",
    "begin if not found then create or replace trigger g after delete on t execute procedure f(); end if; "
    "end",
    "begin create policy p on t for delete using (true); end",
    "begin create rule r as on delete to t do nothing; end",
    "begin grant delete, truncate on t to ada; revoke execute on function f() from ada; end",
    "begin drop trigger if exists g on t; drop index i; drop function f(); drop view v; drop policy p on t; "
    "end",
    "begin alter table t drop constraint if exists f, alter a drop default, alter b drop not null; end",
    "begin alter table t disable trigger g; alter type m rename to n; end",
    "begin raise notice 'delete from t; drop table t'; end",
    "begin perform 1; -- drop table t\n /* truncate t; execute x */ end",
    "declare drop_it boolean := true; begin if drop_it then raise exception 'delete'; end if; end",
    "begin case a when 1 then null; else perform g('truncate t'); end case; end",
    "begin delete from migration_history where migration_name = '001_a'; end",
    "begin for r in select conname from pg_constraint where confdeltype = 'c' loop raise notice '%', r; end "
    "loop; "
    "end",
    "begin comment on table t is 'drop table'; insert into log (action) values ('DELETE'); end",
    "begin merge into t using s on true when matched then update set a = 1; end",
};

// Bodies in which a string contains the statement that EXECUTE runs.
const std::vector<std::string> harmless_executes{
    "begin execute 'alter table t add foreign key (a) references u on delete cascade'; end",
    "begin execute 'create index i on t (a)'; execute $x$ comment on table t is 'drop table t' $x$; end",
    "begin execute format('alter table %I add constraint %2$I unique (%1$I)', t, c); end",
    "begin execute format('comment on table t is %L', 'drop table t'); execute format('select 10 %% 3'); end",
    "begin execute 'select a from t where b = $1' into x using 'delete from t'; end",
    "begin for r in execute 'select 1' loop null; end loop; end",
    "begin execute 'create table a (); create table b ()'; end",
};

const std::vector<std::string> losing_bodies{
    "begin execute 'create table a (); drop table b'; end",
    "begin execute 'alter table t ' || x; end",
    "begin execute $x$ drop table t $x$; end",
    "begin execute format('truncate %I', t); end",
    "begin execute format('%s', q); end",
    "begin execute format('comment on table t is %L', x) || y; end",
    "begin execute format(q, t); end",
    "begin execute E'dro\\160 table t'; end",
    "begin execute 'execute ' || q; end",
    "begin execute 'do $x$ begin drop table t; end $x$'; end",
    "begin execute (select 'select 1'); end",
    "begin if a then return; end if; execute q; end",
    "begin drop table if exists t; end",
    "begin perform 1; truncate t; end",
    "begin if exists (select from t) then delete from t where a = 1; end if; end",
    "begin if true then null; elsif false then null; else drop schema s cascade; end if; end",
    "begin for r in select 1 loop drop table t; end loop; end",
    "begin for r in delete from t returning a loop null; end loop; end",
    "begin case a when 1 then truncate t; end case; end",
    "begin begin null; exception when others then drop table t; end; end",
    "begin if (select case when a then b end from t) then drop table t; end if; end",
    "<<outer>> declare a int; begin alter table t add loop int, drop column b; end",
    "begin with d as (delete from t returning *) insert into u select * from d; end",
    "begin merge into t using s on true when matched then delete; end",
    "begin execute 'drop table t'; end",
    "begin execute format('alter table %I drop column c', t); end",
    "begin for r in execute q loop null; end loop; end",
    "begin open c for execute q; return query execute q; end",
    "begin create index i on t (a); drop table t; end",
    "begin alter table t add foreign key (a) references u on delete cascade; delete from t; end",
};

}  // namespace losses

BOOST_AUTO_TEST_SUITE(losses)

BOOST_DATA_TEST_CASE(a_statement_loses_what_it_names, bdata::make(cases)) {
  BOOST_TEST(losses_of(sample.sql) == sample.losses, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(neither_comments_nor_line_ends_change_that, bdata::make(cases)) {
  if (sample.sql.starts_with("do ")) return;
  BOOST_TEST(losses_of(with_comments(sample.sql)) == sample.losses, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(words_may_be_in_capitals_and_names_are_folded_as_the_server_does) {
  BOOST_TEST(losses_of(in_capitals("drop table if exists s.t cascade")) == Texts{"table s:t"});
  BOOST_TEST(losses_of("DROP TABLE \"My \"\"own\"\" Table\", S.\"T\"") ==
             (Texts{"table My \"own\" Table", "table s:T"}));
  BOOST_TEST(losses_of("alter table \"A\".\"B\" drop column \"C\", drop D") ==
             (Texts{"column A:B.C", "column A:B.d"}));
}

BOOST_AUTO_TEST_CASE(statements_are_read_in_their_order) {
  BOOST_TEST(losses_of("begin; drop table b; delete from a; commit;") == (Texts{"table b", "all rows of a"}));
}

BOOST_AUTO_TEST_CASE(rows_to_copy_are_no_statement) {
  BOOST_TEST(losses_of("copy t from stdin;\ndrop table t;\n\\.\n") == Texts{});
}

BOOST_AUTO_TEST_CASE(a_database_is_lost_as_a_whole) {
  BOOST_TEST(losses_of("drop database if exists shop with (force)") == Texts{"database shop"});
}

BOOST_AUTO_TEST_CASE(names_are_looked_up_where_the_script_says) {
  BOOST_TEST(
      losses_of(
          "set search_path to app, \"Other\", '$user'; drop table t, s.u; reset search_path; drop table v") ==
      (Texts{"table app,Other,$user:t", "table s:u", "table v"}));
  BOOST_TEST(losses_of("set local search_path = app; truncate t; set search_path to default; truncate u") ==
             (Texts{"truncated app:t", "truncated u"}));
  BOOST_TEST(losses_of("set schema 'app'; delete from t; reset all; delete from u") ==
             (Texts{"all rows of app:t", "all rows of u"}));
  BOOST_TEST(losses_of("set session search_path = app; set role ada; drop type t cascade") ==
             Texts{"type app:t"});
}

BOOST_AUTO_TEST_CASE(what_was_renamed_is_known_by_the_name_it_has_now) {
  BOOST_TEST(losses_of("alter table a rename to b; drop table b") == Texts{"table a"});
  BOOST_TEST(losses_of("alter table a rename to b; alter table b rename to c; drop table c") ==
             Texts{"table a"});
  BOOST_TEST(losses_of("alter table s.a rename to b; drop table s.b, b, r.b") ==
             (Texts{"table s:a", "table s:a", "table r:b"}));
  BOOST_TEST(losses_of("alter table a rename to x; alter table b rename to a; alter table x rename to b;"
                       " drop table a; drop table b") == (Texts{"table b", "table a"}));
  BOOST_TEST(losses_of("alter table a set schema s; drop table s.a") == Texts{"table a"});
  BOOST_TEST(losses_of("alter schema a rename to b; drop table b.t; drop schema b cascade") ==
             (Texts{"table a:t", "schema a"}));
  BOOST_TEST(losses_of("alter table t rename c to d; alter table t rename column d to e;"
                       " alter table t rename constraint x to y; alter table t drop e, drop y") ==
             (Texts{"column t.c", "column t.y"}));
  BOOST_TEST(losses_of("alter table a rename to b; alter table b rename c to d; alter table b drop d") ==
             Texts{"column a.c"});
}

BOOST_AUTO_TEST_CASE(renames_hold_for_later_scripts_and_search_path_does_not) {
  LossFinder finder;
  BOOST_TEST(losses_of("set search_path to app; alter table a rename to b", finder) == Texts{});
  BOOST_TEST(losses_of("drop table b, c", finder) == (Texts{"table app:a", "table c"}));
}

BOOST_AUTO_TEST_CASE(a_half_done_script_is_read_from_where_it_goes_on) {
  LossFinder finder;
  const Script half = script("-- runner: no-transaction\ndelete from a;\ndelete from b;\ndrop table c;\n");
  const std::vector<Loss> left = finder.find(half, 3);
  BOOST_TEST_REQUIRE(left.size() == 1U);
  BOOST_TEST(text_of(left.front()) == "table c");
}

BOOST_AUTO_TEST_CASE(a_do_is_named_by_its_line) {
  BOOST_TEST(losses_of("select 1;\n\ndo $$\nbegin\n  drop table t;\nend $$;\n") ==
             Texts{"unseen at 001_a.sql:3"});
}

BOOST_DATA_TEST_CASE(a_do_that_only_has_the_words_loses_nothing,
                     bdata::make(harmless_bodies) + bdata::make(harmless_executes), body) {
  BOOST_TEST(losses_of("do $$ " + body + " $$") == Texts{});
  BOOST_TEST(losses_of("do $$ " + in_capitals(body) + " $$ language plpgsql") == Texts{});
  BOOST_TEST(losses_of("do language 'plpgsql' '" + quoted_again(body) + "'") == Texts{});
}

BOOST_DATA_TEST_CASE(a_do_that_may_lose_something_is_told_of, bdata::make(losing_bodies), body) {
  const Texts unseen{"unseen at 001_a.sql:1"};
  BOOST_TEST(losses_of("do $$ " + body + " $$") == unseen);
  BOOST_TEST(losses_of("do $$ " + in_capitals(body) + " $$ language plpgsql") == unseen);
  BOOST_TEST(losses_of("do language 'plpgsql' '" + quoted_again(body) + "'") == unseen);
}

BOOST_AUTO_TEST_CASE(a_do_that_cannot_be_read_may_lose_anything) {
  BOOST_TEST(losses_of("do language plpython3u $$ plpy.notice(\"don't\")\nplpy.execute(x) # can't $$") ==
             Texts{"unseen at 001_a.sql:1"});
}

BOOST_AUTO_TEST_CASE(what_is_no_sql_at_all_loses_nothing_and_does_not_break) {
  for (const char* sql :
       {"drop", "drop table", "drop table ,", "alter table", "alter table t", "alter table t drop",
        "truncate", "delete from", "merge into", "set", "do", "drop owned by", "drop table s.",
        "alter table t rename", "set search_path", "drop schema cascade"}) {
    BOOST_TEST_CONTEXT(sql) { BOOST_TEST(losses_of(sql).size() <= 1U); }
  }
}

BOOST_AUTO_TEST_SUITE_END()
