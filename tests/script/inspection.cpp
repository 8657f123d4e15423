#include "script/inspection.hpp"

#include <string>
#include <vector>

#include "memory_files.hpp"
#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace inspection_tests {

struct RefusedCase {
  std::string_view what;
  std::string text;
  Refusal refusal;
};
std::ostream& operator<<(std::ostream& out, const RefusedCase& c) { return out << c.what; }

void check(const RefusedCase& sample) { BOOST_CHECK_EXCEPTION(script(sample.text), Error, sample.refusal); }

std::size_t count_sent(const Script& script) {
  std::size_t count = 0;
  for (ScriptStatements statements(script); statements.next();) ++count;
  return count;
}

const std::string kMoveBehind = "Move it after the COMMIT, or into a file of its own.";
const std::string kRemoveControl =
    "Remove it, or put \"-- runner: no-transaction\" at the top of the file to run it statement by "
    "statement.";
const std::string kRemoveBegin = "Remove the BEGIN: the file runs in a transaction anyway.";
const std::string kRunAsPsql =
    "Remove it, or put \"-- runner: no-transaction\" at the top of the file to run it as psql does: each "
    "statement takes effect by itself.";
const std::string kNeverEnds = "the file begins a transaction and never ends it";

std::string breaks(std::string_view statement) {
  return "\"" + std::string(statement) + "\" would break the transaction that the file runs in";
}

const std::vector<RefusedCase> kControl = {
    {"a COMMIT in the middle", "select 1;\n  commit;\nselect 2;",
     source_error(breaks("commit")).at(2, 3).hint(kRemoveControl)},
    {"a COMMIT behind a non-ASCII letter", "select 'é'; COMMIT;", source_error(breaks("COMMIT")).at(1, 13)},
    {"a ROLLBACK", "rollback", source_error(breaks("rollback")).at(1, 1)},
    {"a BEGIN that is not first", "set a = 1; begin; commit;", source_error(breaks("begin")).at(1, 12)},
    {"a wrapping BEGIN … ROLLBACK", "begin; select 1; rollback;", source_error(breaks("rollback")).at(1, 18)},
    {"something behind the wrapping COMMIT", "begin; commit; select 1;",
     source_error(breaks("commit")).at(1, 8)},
    {"two transactions", "begin; a; commit;\nbegin; b; commit;", source_error(breaks("commit")).at(1, 11)},
    {"a second BEGIN", "begin; start transaction; commit;",
     source_error(breaks("start transaction")).at(1, 8)},
    {"PREPARE TRANSACTION", "begin; prepare transaction 'x';",
     source_error(breaks("prepare transaction 'x'")).at(1, 8)},
    {"END of nothing", "select 1; end;", source_error(breaks("end")).at(1, 11)},
    {"a BEGIN without an end", "-- a\nbegin;\nselect 1;",
     source_error(kNeverEnds).at(2, 1).hint(kRemoveBegin)},
    {"a late BEGIN without an end", "select 1; begin;",
     source_error(kNeverEnds).at(1, 11).hint(kRemoveBegin)},
    {"a BEGIN without an end, statement by statement", "-- runner: no-transaction\nbegin; select 1;",
     source_error(kNeverEnds).at(2, 1).hint("End it with COMMIT.")},
    {"CONCURRENTLY in the file's own transaction",
     "\nbegin;\nselect 1;\n drop index concurrently i;\ncommit;",
     source_error("\"drop index concurrently i\" cannot run in the transaction that begins on line 2")
         .at(4, 2)
         .hint(kMoveBehind)},
    {"VACUUM in a transaction, statement by statement", "-- runner: no-transaction\nbegin; vacuum; commit;",
     source_error("\"vacuum\" cannot run in the transaction that begins on line 2").at(2, 8)},
    {"a chain that never ends", "vacuum;\nbegin; a; commit work and chain; b;",
     source_error(kNeverEnds).at(2, 11).hint("End it with COMMIT.")},
    {"VACUUM in a chained transaction", "begin; a;\nrollback and chain;\nvacuum; commit;",
     source_error("\"vacuum\" cannot run in the transaction that begins on line 2").at(3, 1)},
};

std::string ends_nothing(std::string_view statement, std::string_view reason) {
  return "\"" + std::string(statement) + "\" ends no transaction: the file runs without one because of " +
         std::string(reason);
}

const std::vector<RefusedCase> kBareControl = {
    {"a ROLLBACK before VACUUM", "create table a ();\n rollback; vacuum;",
     source_error(ends_nothing("rollback", "line 2: vacuum")).at(2, 2).hint(kRunAsPsql)},
    {"a COMMIT before CONCURRENTLY", "a;\nCOMMIT;\ncreate index concurrently on t (a);",
     source_error(ends_nothing("COMMIT", "line 3: create index concurrently on t (a)")).at(2, 1)},
    {"a COMMIT after VACUUM", "vacuum;\ncommit;",
     source_error(ends_nothing("commit", "line 1: vacuum")).at(2, 1)},
    {"END", "a; end; vacuum", source_error(ends_nothing("end", "line 1: vacuum")).at(1, 4)},
    {"ABORT", "a; abort; vacuum", source_error(ends_nothing("abort", "line 1: vacuum")).at(1, 4)},
    {"PREPARE TRANSACTION", "prepare transaction 'x'; vacuum",
     source_error(ends_nothing("prepare transaction 'x'", "line 1: vacuum")).at(1, 1)},
    {"COMMIT AND CHAIN", "commit and chain; vacuum",
     source_error(ends_nothing("commit and chain", "line 1: vacuum")).at(1, 1)},
    {"a second COMMIT", "begin; a; commit; commit; vacuum",
     source_error(ends_nothing("commit", "line 1: vacuum")).at(1, 19)},
    {"a COMMIT after AND NO CHAIN", "begin; a; commit and no chain; commit; vacuum",
     source_error(ends_nothing("commit", "line 1: vacuum")).at(1, 32)},
};

// In their own transaction blocks, statements mean the same as in psql.
const std::vector<std::string> kBlocks = {
    "begin; a; commit; vacuum", "vacuum; begin; a; rollback; b", "begin; a; commit; begin; b; end; vacuum",
    "begin; a; prepare transaction 'x'; commit prepared 'x'",
    "begin; a; commit and chain; b; rollback transaction and chain; c; commit; vacuum"};

const std::vector<RefusedCase> kUnterminated = {
    {"a string", "select 1;\nselect 'it''s; é", source_error("unterminated quoted string").at(2, 8)},
    {"an escape string", "select E'a\\'", source_error("unterminated quoted string").at(1, 8)},
    {"a string with a double quote", "select 'a\"b", source_error("unterminated quoted string").at(1, 8)},
    {"an identifier", "select \"a 'b'", source_error("unterminated quoted identifier").at(1, 8)},
    {"a Unicode identifier", "select U&\"a", source_error("unterminated quoted identifier").at(1, 8)},
    {"a dollar quote", "do $$ begin;", source_error("unterminated dollar-quoted string").at(1, 4)},
    {"a dollar quote with a double quote", "do $b$ \"x\" ;",
     source_error("unterminated dollar-quoted string").at(1, 4)},
    {"a comment", "select 1;\n\n  /* a /* b */", source_error("unterminated comment").at(3, 3)},
};

const std::string kOnlyRows = "only rows may follow COPY … FROM STDIN, from the next line on";
const std::string kLate = "a directive must come before the first statement";
const std::string kToTheTop =
    "Move the line to the top of the file; of an included file, to the one that includes it.";

std::string begins_rollback(const std::string& line) {
  return "\"" + line + "\" begins a rollback in the same file, which would run as part of it";
}

// What a script may not contain at all.
const std::vector<RefusedCase> kMisplaced = {
    {"COPY TO stdout", "a;\n copy t to stdout",
     source_error("COPY … TO STDOUT cannot run here: a script has no output")
         .at(2, 2)
         .hint("Run it with psql.")},
    {"a statement behind a COPY", "copy t from stdin; select 1;\n1\n\\.\n",
     source_error(kOnlyRows).at(1, 20).hint("Move the text after it below the line with \"\\.\".")},
    {"the end of the rows behind a COPY without an end", "copy t from stdin\n\\.\n",
     source_error(kOnlyRows).at(2, 1).hint("End the COPY itself with \";\".")},
    {"a late directive", "a;\n  -- runner: no-transaction\nb;", source_error(kLate).at(2, 3).hint(kToTheTop)},
    {"a rollback in the same file", "a;\n-- +goose Down\nb;",
     source_error(begins_rollback("-- +goose Down"))
         .at(2, 1)
         .hint("Move the text after it into its own file: NNN_name.down.sql")},
};

// The value of a variable decides the kind of a statement. The messages quote the text of the file.
const std::vector<RefusedCase> kValues = {
    {"COPY TO stdout", "\\set x stdout\ncopy t to :x;",
     source_error("COPY … TO STDOUT cannot run here: a script has no output").at(2, 1)},
    {"something behind a COPY", "\\set x stdin\ncopy t from :x; select 1;\n1\n\\.\n",
     source_error(kOnlyRows).at(2, 17)},
    {"a psql command", "\\set x '\\\\! ls'\n:x;",
     source_error("psql command \":x\" cannot run here").at(2, 1)},
    {"a COMMIT", "\\set x commit\na; :x;", source_error(breaks(":x")).at(2, 4)},
    {"VACUUM in a transaction", "\\set x vacuum\nbegin; :x; commit;",
     source_error("\":x\" cannot run in the transaction that begins on line 2").at(2, 8)},
};

struct IncludedCase {
  std::string_view what;
  std::string text, included;
  Refusal refusal;
};
std::ostream& operator<<(std::ostream& out, const IncludedCase& c) { return out << c.what; }

// The included file is b.sql. A message names the other file when it refers to it.
const std::vector<IncludedCase> kIncluded = {
    {"an open quote", "a;\n\\i b.sql\n", "a;\nselect 'x",
     source_error("unterminated quoted string").at(2, 8).shown_as("b.sql", "select 'x", 8)},
    {"a COMMIT", "a;\n\\i b.sql\n", "-- x\ncommit;",
     source_error(breaks("commit")).at(2, 1).shown_as("b.sql", "commit;", 1)},
    {"VACUUM in the file's own transaction", "begin;\n\\i b.sql\ncommit;", "a;\nvacuum;",
     source_error("\"vacuum\" cannot run in the transaction that begins on line 1 of main.sql")
         .at(2, 1)
         .shown_as("b.sql", "vacuum;", 1)},
    {"VACUUM in its own transaction", "\\i b.sql\n", "a;\nbegin;\nvacuum;\ncommit;",
     source_error("\"vacuum\" cannot run in the transaction that begins on line 2").at(3, 1)},
    {"a COMMIT before the file's VACUUM", "\\i b.sql\nvacuum;", "commit;",
     source_error(ends_nothing("commit", "line 2 of main.sql: vacuum"))
         .at(1, 1)
         .shown_as("b.sql", "commit;", 1)},
    {"a BEGIN without an end", "\\i b.sql\n", "a;\nbegin;",
     source_error(kNeverEnds).at(2, 1).shown_as("b.sql", "begin;", 1)},
    {"a directive", "\\i b.sql\n", "-- runner: no-transaction\na;",
     source_error(kLate).at(1, 1).hint(kToTheTop).shown_as("b.sql", "-- runner: no-transaction", 1)},
    {"a rollback", "\\i b.sql\n", "a;\n-- +goose Down\nb;",
     source_error(begins_rollback("-- +goose Down")).at(2, 1).shown_as("b.sql", "-- +goose Down", 1)},
    {"other strings", "\\i b.sql\n", "a; set standard_conforming_strings = off;",
     source_error("standard_conforming_strings cannot be turned off in a file").at(1, 4)},
};

const std::string kTurnedOff = "standard_conforming_strings cannot be turned off in a file";

const std::vector<RefusedCase> kOtherStrings = {
    {"SET", "select 'é';  set standard_conforming_strings = off; select '\\';",
     source_error(kTurnedOff)
         .at(1, 14)
         .hint("Remove the statement, and write E'…' where a backslash in a string escapes.")},
    {"set_config()", "\nselect set_config('standard_conforming_strings', 'off', false);",
     source_error(kTurnedOff).at(2, 1)},
    {"with the value of a variable", "\\set v off\nset standard_conforming_strings = :v;",
     source_error(kTurnedOff).at(2, 1)},
    {"in a transaction of its own", "begin; set local standard_conforming_strings = off; commit;",
     source_error(kTurnedOff).at(1, 8)},
    {"statement by statement", "vacuum; set standard_conforming_strings = off;",
     source_error(kTurnedOff).at(1, 9)},
};

struct WrappedCase {
  std::string_view what, text, begin;
  std::size_t count;
};
std::ostream& operator<<(std::ostream& out, const WrappedCase& c) { return out << c.what; }

const std::vector<WrappedCase> kWrapped = {
    {"BEGIN … COMMIT", "begin; a; b; commit;", "begin", 2},
    {"with comments around", "-- a\n/* b */ BEGIN; a; COMMIT; -- c\n", "BEGIN", 1},
    {"with END", "begin; a; end transaction", "begin", 1},
    {"START TRANSACTION", "start transaction; a; commit", "start transaction", 1},
    {"with an isolation level", "begin isolation level serializable;\na; commit;",
     "begin isolation level serializable", 1},
    {"nothing inside", "begin; commit;", "begin", 0},
    {"savepoints inside", "begin; savepoint s; a; rollback to s; commit;", "begin", 3},
    {"a routine inside", "begin; do $$ begin commit; end $$; commit;", "begin", 1},
    {"a subscription without a slot inside", "begin; drop subscription s; commit;", "begin", 1},
};

struct OutsideCase {
  std::string_view what, text, statement;
  std::size_t line;
};
std::ostream& operator<<(std::ostream& out, const OutsideCase& c) { return out << c.what; }

const std::vector<OutsideCase> kOutside = {
    {"by a statement", "create index concurrently i on t (a);", "create index concurrently i on t (a)", 1},
    {"by the first of two", "select 1;\n\n-- c\nvacuum t;\nvacuum u;", "vacuum t", 4},
    {"shown by its first line", "create unique index concurrently i\n  on t (a);",
     "create unique index concurrently i", 1},
    {"by the directive", "-- runner: no-transaction\nselect 1;", "", 0},
    {"by the directive before any statement", "-- runner: no-transaction\nvacuum;", "", 0},
    {"by a statement behind the file's own transaction", "begin;\nselect 1;\ncommit;\nvacuum;", "vacuum", 4},
};

}  // namespace inspection_tests

BOOST_AUTO_TEST_SUITE(inspection_tests)

BOOST_DATA_TEST_CASE(transaction_control_that_ends_nothing_needs_the_directive, bdata::make(kBareControl)) {
  check(sample);
  BOOST_TEST(!script("-- runner: no-transaction\n" + sample.text).in_transaction());
}

BOOST_DATA_TEST_CASE(blocks_of_its_own_leave_a_script_as_it_is, bdata::make(kBlocks), text) {
  BOOST_TEST(!script(text).in_transaction());
}

BOOST_DATA_TEST_CASE(transaction_control_that_breaks_the_run_is_refused, bdata::make(kControl)) {
  check(sample);
}
BOOST_DATA_TEST_CASE(what_is_never_closed_is_refused_at_its_start, bdata::make(kUnterminated)) {
  check(sample);
}
BOOST_DATA_TEST_CASE(what_has_no_place_in_a_script_is_refused, bdata::make(kMisplaced)) { check(sample); }
BOOST_DATA_TEST_CASE(what_values_make_of_a_statement_is_refused_as_it_is_written, bdata::make(kValues)) {
  check(sample);
}
BOOST_DATA_TEST_CASE(what_reads_strings_otherwise_is_refused, bdata::make(kOtherStrings)) { check(sample); }

BOOST_AUTO_TEST_CASE(a_script_may_turn_standard_strings_on) {
  BOOST_TEST(script("SET standard_conforming_strings = on; select '\\';").statement_count == 2U);
}

BOOST_DATA_TEST_CASE(what_is_refused_in_an_included_file_is_shown_there, bdata::make(kIncluded)) {
  BOOST_CHECK_EXCEPTION((void)checked(sample.text, {{"b.sql", sample.included}}), Error, sample.refusal);
}

BOOST_AUTO_TEST_CASE(a_refusal_shows_the_file_the_line_and_a_caret) {
  BOOST_CHECK_EXCEPTION(
      script("a;\nselect 'é'; commit;", "database/7_a.sql"), Error,
      source_error(breaks("commit")).at(2, 13).shown_as("database/7_a.sql", "select 'é'; commit;", 13));
}

BOOST_DATA_TEST_CASE(a_wholly_wrapped_script_runs_in_our_transaction, bdata::make(kWrapped)) {
  const Script wrapped = script(std::string(sample.text));
  BOOST_TEST(wrapped.wrapped);
  BOOST_TEST(wrapped.in_transaction());
  BOOST_TEST(wrapped.begin == sample.begin);
  BOOST_TEST(wrapped.statement_count == sample.count);
  BOOST_TEST(count_sent(wrapped) == sample.count);
}

BOOST_DATA_TEST_CASE(a_script_runs_outside_and_says_why, bdata::make(kOutside)) {
  const Script outside = script(std::string(sample.text));
  BOOST_TEST(!outside.in_transaction());
  BOOST_TEST(outside.outside.value().statement == sample.statement);
  BOOST_TEST(outside.outside.value().line == sample.line);
}

BOOST_AUTO_TEST_CASE(only_what_stands_around_everything_wraps_a_script) {
  const Script outside = script("begin; a; commit; vacuum;");
  BOOST_TEST(!outside.wrapped);
  BOOST_TEST(outside.begin == "BEGIN");
  BOOST_TEST(outside.statement_count == 4U);
  BOOST_TEST(count_sent(outside) == 4U);
}

BOOST_AUTO_TEST_CASE(a_script_that_the_directive_takes_outside_keeps_its_begin_and_commit) {
  const Script outside = script("-- runner: no-transaction\nbegin; a; commit;");
  BOOST_TEST(!outside.wrapped);
  BOOST_TEST(outside.statement_count == 3U);
  BOOST_TEST((outside.outside == OutsideReason{}));
}

BOOST_AUTO_TEST_CASE(a_plain_script_runs_in_a_transaction_that_we_begin) {
  const Script plain = script("select 1; select 2");
  BOOST_TEST(plain.in_transaction());
  BOOST_TEST(!plain.wrapped);
  BOOST_TEST(plain.begin == "BEGIN");
  BOOST_TEST(plain.statement_count == 2U);
}

BOOST_DATA_TEST_CASE(a_script_without_statements_does_nothing,
                     bdata::make(std::vector<std::string>{"", " \n", ";;", "-- a", "/* a; */\n",
                                                          "\xEF\xBB\xBF"})) {
  BOOST_TEST(script(sample).statement_count == 0U);
  BOOST_TEST(script(sample).in_transaction());
}

BOOST_AUTO_TEST_CASE(an_included_file_that_forbids_a_transaction_is_named) {
  const Script own = checked("a;\nvacuum;\n\\i b.sql", {{"b.sql", "a;\nvacuum t;"}});
  BOOST_TEST((own.outside == OutsideReason{"vacuum", 2, ""}));
  BOOST_TEST(own.outside.value().place() == "line 2");
  const Script included = checked("a;\n\\i b.sql\nvacuum;", {{"b.sql", "a;\nb;\nvacuum t;"}});
  BOOST_TEST((included.outside == OutsideReason{"vacuum t", 3, "b.sql"}));
  BOOST_TEST(included.outside.value().place() == "line 3 of b.sql");
}

BOOST_AUTO_TEST_CASE(a_wrapped_script_begins_with_its_values_filled_in) {
  const Script script =
      checked("\\set level serializable\nbegin isolation level :level;\n\\echo x\n\\i b.sql\ncommit;",
              {{"b.sql", "a;"}});
  BOOST_TEST(script.wrapped);
  BOOST_TEST(script.begin == "begin isolation level serializable");
  BOOST_TEST(script.statement_count == 1U);
}

BOOST_AUTO_TEST_CASE(statements_of_included_files_count_and_commands_do_not) {
  const Files files{{"b.sql", "a;\nb;"}, {"rows", "1\n"}};
  const Script script =
      checked("\\set a 1\n\\echo a\n\\i b.sql\n\\copy t from rows\nselect 1;\n\\unset a", files);
  BOOST_TEST(script.statement_count == 4U);
  BOOST_TEST(count_sent(script) == 4U);
}

BOOST_AUTO_TEST_CASE(a_subscription_may_be_dropped_in_a_transaction_of_the_file_alone) {
  BOOST_TEST(script("begin; drop subscription s; commit;").in_transaction());
  BOOST_TEST((script("drop subscription s;").outside == OutsideReason{"drop subscription s", 1}));
}

BOOST_AUTO_TEST_SUITE_END()
