#include "sql/statement.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace statement_tests {

using Texts = std::vector<std::string>;

Texts statements_of(std::string_view sql) {
  Texts texts;
  StatementReader reader(sql);
  while (const auto statement = reader.next()) texts.emplace_back(statement->text);
  return texts;
}

Texts kinds_of(std::string_view sql) {
  Texts kinds;
  StatementReader reader(sql);
  while (const auto statement = reader.next()) kinds.emplace_back(name_of(statement->kind));
  return kinds;
}

struct SplitCase {
  std::string_view what;
  std::string sql;
  Texts statements;
};
std::ostream& operator<<(std::ostream& out, const SplitCase& c) { return out << c.what; }

const std::vector<SplitCase> kEnds = {
    {"nothing", "", {}},
    {"white space only", " \n\t ", {}},
    {"comments only", "-- a;\n/* b; */", {}},
    {"one", "select 1;", {"select 1"}},
    {"no final semicolon", "select 1; select 2", {"select 1", "select 2"}},
    {"empty statements", ";; select 1;;; select 2;;", {"select 1", "select 2"}},
    {"blanks before the semicolon", "select 1 \n ;", {"select 1"}},
    {"a comment before the semicolon", "select 1 -- one\n;", {"select 1"}},
    {"a comment after the last", "select 1; -- done", {"select 1"}},
    {"a comment inside stays", "select /* ; */ 1 -- ;\n + 2;", {"select /* ; */ 1 -- ;\n + 2"}},
    {"a breakpoint of drizzle-kit", "select 1;--> statement-breakpoint\nselect 2;", {"select 1", "select 2"}},
    {"a breakpoint without a semicolon parts nothing",
     "select 1\n--> statement-breakpoint\n+ 2;",
     {"select 1\n--> statement-breakpoint\n+ 2"}},
    {"Windows line ends", "select 1;\r\nselect 2;\r\n", {"select 1", "select 2"}},
};

const std::vector<SplitCase> kHidden = {
    {"in a string", "select 'a;b'; x", {"select 'a;b'", "x"}},
    {"in an escape string", "select E'a\\';b'; x", {"select E'a\\';b'", "x"}},
    {"in an identifier", "select \"a;b\"; x", {"select \"a;b\"", "x"}},
    {"in a DO body", "do $$ begin perform 1; end; $$; x", {"do $$ begin perform 1; end; $$", "x"}},
    {"in a body within a body",
     "do $body$ execute $$ a; $$; $body$; x",
     {"do $body$ execute $$ a; $$; $body$", "x"}},
    {"in a nested comment", "select /* /* ; */ ; */ 1; x", {"select /* /* ; */ ; */ 1", "x"}},
    {"in parentheses, as in a rule",
     "create rule r as on insert to t do also (insert into a values (1); delete from b;); x",
     {"create rule r as on insert to t do also (insert into a values (1); delete from b;)", "x"}},
    {"behind an opening parenthesis that never closes", "select (1; x", {"select (1; x"}},
    {"not behind a closing one that never opened", "select 1); x", {"select 1)", "x"}},
    {"not behind two closing ones", "select 1)); (x); y", {"select 1))", "(x)", "y"}},
    {"a parenthesis in a string is none", "select '('; x", {"select '('", "x"}},
    {"brackets hide nothing", "select a[1; x", {"select a[1", "x"}},
};

const std::string kAtomic = "create function f() returns int begin atomic ";

const std::vector<SplitCase> kRoutines = {
    {"a body with two statements",
     kAtomic + "select 1; select 2; end; x",
     {kAtomic + "select 1; select 2; end", "x"}},
    {"an empty body", kAtomic + "end; x", {kAtomic + "end", "x"}},
    {"in capital letters",
     "CREATE FUNCTION f() BEGIN ATOMIC SELECT 1; END; x",
     {"CREATE FUNCTION f() BEGIN ATOMIC SELECT 1; END", "x"}},
    {"a comment between BEGIN and ATOMIC",
     "create function f() begin /**/ atomic a; end; x",
     {"create function f() begin /**/ atomic a; end", "x"}},
    {"a procedure",
     "create procedure p() begin atomic a; b; end; x",
     {"create procedure p() begin atomic a; b; end", "x"}},
    {"or replace",
     "create or replace function f() begin atomic a; end; x",
     {"create or replace function f() begin atomic a; end", "x"}},
    {"or replace procedure",
     "create or replace procedure f() begin atomic a; end; x",
     {"create or replace procedure f() begin atomic a; end", "x"}},
    {"a quoted name",
     "create function \"a\".\"begin\"() begin atomic a; end; x",
     {"create function \"a\".\"begin\"() begin atomic a; end", "x"}},
    {"a function named begin",
     "create function begin() returns int language sql as 'select 1'; x",
     {"create function begin() returns int language sql as 'select 1'", "x"}},
    {"a parameter named begin",
     "create function f(begin int) returns int return 1; x",
     {"create function f(begin int) returns int return 1", "x"}},
    {"CASE … END",
     kAtomic + "select case when a then 1 else 2 end; end; x",
     {kAtomic + "select case when a then 1 else 2 end; end", "x"}},
    {"nested CASE",
     kAtomic + "select case when a then case when b then 1 end end; end; x",
     {kAtomic + "select case when a then case when b then 1 end end; end", "x"}},
    {"CASE in parentheses",
     kAtomic + "select (case a when 1 then (2) end); end; x",
     {kAtomic + "select (case a when 1 then (2) end); end", "x"}},
    {"a column called end", kAtomic + "select t.end; end; x", {kAtomic + "select t.end; end", "x"}},
    {"a column called case", kAtomic + "select t.case; end; x", {kAtomic + "select t.case; end", "x"}},
    {"AS end", kAtomic + "select 1 as end; end; x", {kAtomic + "select 1 as end; end", "x"}},
    {"AS case", kAtomic + "select 1 as case; end; x", {kAtomic + "select 1 as case; end", "x"}},
    {"a quoted \"end\"", kAtomic + "select \"end\"; end; x", {kAtomic + "select \"end\"; end", "x"}},
    {"end in a string or a comment",
     kAtomic + "select 'end'; /* end; */ end; x",
     {kAtomic + "select 'end'; /* end; */ end", "x"}},
    {"a body that never ends", kAtomic + "a; b;", {kAtomic + "a; b;"}},
    {"a RETURN body is no block",
     "create function f() returns int return case when a then 1 end; x",
     {"create function f() returns int return case when a then 1 end", "x"}},
    {"only routines have such bodies",
     "create table begin_atomic (a int); begin atomic; x",
     {"create table begin_atomic (a int)", "begin atomic", "x"}},
    {"words in parentheses neither open nor close a body",
     kAtomic + "select (select 1 end); select (select 2 case); end; x",
     {kAtomic + "select (select 1 end); select (select 2 case); end", "x"}},
    {"a column called atomic is no body",
     "create function f() returns table (begin int, atomic int) as ''; x",
     {"create function f() returns table (begin int, atomic int) as ''", "x"}},
};

const std::vector<SplitCase> kCommands = {
    {"at the start", "\\d users;\nselect 1;", {"\\d users;", "select 1"}},
    {"in place of a semicolon", "select 1 \\gx\nselect 2;", {"select 1", "\\gx", "select 2"}},
    {"behind a statement", "select 1; \\q", {"select 1", "\\q"}},
    {"two of them", "\\a\n\\b", {"\\a", "\\b"}},
    {"in open parentheses", "select ( \\x\n); y", {"select (", "\\x", ")", "y"}},
    {"a backslash in a string is none", "select '\\d';", {"select '\\d'"}},
};

const std::vector<SplitCase> kUnterminated = {
    {"from its quote on", "a; select 'b; c", {"a", "'b; c"}},
    {"at the start", "'b; c", {"'b; c"}},
    {"from its comment on", "a; b /* c; d", {"a", "/* c; d"}},
    {"a comment at the start", "/* a; b", {"/* a; b"}},
    {"from its dollar sign on", "do $$ a; b", {"$$ a; b"}},
};

void check(const SplitCase& sample) {
  BOOST_TEST(statements_of(sample.sql) == sample.statements, boost::test_tools::per_element());
}

}  // namespace statement_tests

BOOST_AUTO_TEST_SUITE(statement_tests)

BOOST_DATA_TEST_CASE(a_semicolon_ends_a_statement, bdata::make(kEnds)) { check(sample); }
BOOST_DATA_TEST_CASE(a_hidden_semicolon_ends_none, bdata::make(kHidden)) { check(sample); }
BOOST_DATA_TEST_CASE(a_routine_body_is_one_statement, bdata::make(kRoutines)) { check(sample); }
BOOST_DATA_TEST_CASE(psql_commands_stand_alone, bdata::make(kCommands)) { check(sample); }
BOOST_DATA_TEST_CASE(what_is_never_closed_comes_last, bdata::make(kUnterminated)) { check(sample); }

BOOST_AUTO_TEST_CASE(kinds_come_with_the_statements) {
  const Texts kinds = {"begin", "ordinary", "psql_command", "commit", "unterminated"};
  BOOST_TEST(kinds_of("begin; select 1 \\g\n commit; select 'a") == kinds, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_stands_in_the_wrong_place_has_a_kind_of_its_own) {
  const auto is = [](std::string_view sql, const Texts& kinds) {
    BOOST_TEST(kinds_of(sql) == kinds, boost::test_tools::per_element());
  };
  is("a;\n-- runner: x", {"ordinary", "late_directive"});
  is("a;\n-- +goose Down\n", {"ordinary", "down_section"});
  is("copy t from stdin; b;\n1\n\\.\nc", {"copy_from_stdin", "text_behind_copy", "ordinary"});
}

BOOST_AUTO_TEST_CASE(an_included_file_may_have_no_directive_even_at_its_top) {
  StatementReader reader("-- runner: x\na;", DirectivesAllowed::nowhere);
  BOOST_TEST(reader.next()->text == "-- runner: x");
}

BOOST_AUTO_TEST_CASE(nothing_comes_behind_what_is_never_closed) {
  for (const std::string_view sql : {"-- runner: x\n$$ a", "-- runner: x\ndo $$ a", "a; '-- +goose Down\n"}) {
    BOOST_TEST(kinds_of(sql).back() == "unterminated");
  }
}

BOOST_AUTO_TEST_CASE(a_command_may_take_the_lines_below_it_as_rows) {
  const std::string_view sql = "\\copy t from stdin\n1;\n2\n\\.\na;";
  StatementReader reader(sql);
  (void)reader.next();
  BOOST_TEST(reader.take_rows() == "1;\n2\n");
  BOOST_TEST(reader.next()->text == "a");
}

BOOST_AUTO_TEST_CASE(a_statement_that_stopped_at_a_psql_command_is_known) {
  StatementReader reader("a; b \\c\nd");
  (void)reader.next();
  BOOST_TEST(!reader.stopped_at_psql_command());
  (void)reader.next();
  BOOST_TEST(reader.stopped_at_psql_command());
  (void)reader.next();
  BOOST_TEST(!reader.stopped_at_psql_command());
}

BOOST_AUTO_TEST_CASE(the_end_comes_again_on_every_further_call) {
  StatementReader reader("a;");
  BOOST_TEST(reader.next().has_value());
  BOOST_TEST(!reader.next().has_value());
  BOOST_TEST(!reader.next().has_value());
}

BOOST_AUTO_TEST_CASE(the_offset_counts_bytes_to_the_first_token) {
  const std::string_view sql = "-- é\n ;; select 1; /* b */\tselect 'x";
  StatementReader reader(sql);
  BOOST_TEST(reader.next()->offset == 10U);
  BOOST_TEST(reader.next()->offset == 35U);
}

BOOST_AUTO_TEST_CASE(statements_are_views_into_the_script) {
  const std::string_view sql = "a; b";
  StatementReader reader(sql);
  (void)reader.next();
  BOOST_TEST(reader.next()->text.data() - sql.data() == 3);
}

struct SummaryCase {
  std::string_view what;
  std::string statement, summary;
};
std::ostream& operator<<(std::ostream& out, const SummaryCase& c) { return out << c.what; }

const std::vector<SummaryCase> kSummaries = {
    {"a short one", "select 1", "select 1"},
    {"the first line only", "create table t (\n  a int)", "create table t ("},
    {"without blanks at its end", "select 1  \nfrom t", "select 1"},
    {"sixty characters fit", std::string(60, 'a'), std::string(60, 'a')},
    {"sixty-one do not", std::string(61, 'a'), std::string(59, 'a') + "…"},
    {"characters, not bytes", "é" + std::string(59, 'a'), "é" + std::string(59, 'a')},
    {"cut between characters", std::string(58, 'a') + "ééé", std::string(58, 'a') + "é…"},
};

BOOST_AUTO_TEST_CASE(what_drops_the_locks_of_the_session_is_seen) {
  BOOST_TEST(drops_session_locks("/* é */ DISCARD\n ALL"));
  BOOST_TEST(drops_session_locks("select pg_catalog.PG_Advisory_Unlock_All()"));
  BOOST_TEST(!drops_session_locks("discard plans"));
  BOOST_TEST(!drops_session_locks("select 'discard all', pg_advisory_unlock(1)"));
  BOOST_TEST(!drops_session_locks(""));
}

BOOST_AUTO_TEST_CASE(the_first_parameter_is_found_outside_of_quotes) {
  BOOST_TEST(parameter_in("select '$1', $12::int, $2") == "$12");
  BOOST_TEST(parameter_in("select $$ $1 $$, a$1, 1") == "");
}

BOOST_DATA_TEST_CASE(a_summary_is_one_short_line, bdata::make(kSummaries)) {
  BOOST_TEST(summary_of(sample.statement) == sample.summary);
}

BOOST_AUTO_TEST_SUITE_END()
