#include "script/script.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace script_tests {

std::vector<std::string> sent(const Script& script) {
  std::vector<std::string> texts;
  ScriptStatements items(script);
  while (const auto item = items.next()) texts.emplace_back(item->sql());
  return texts;
}

struct RefusedCase {
  std::string_view what;
  std::string text;
  Refusal refusal;
};
std::ostream& operator<<(std::ostream& out, const RefusedCase& c) { return out << c.what; }

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

// In blocks of their own statements mean the same as in psql.
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

const std::vector<RefusedCase> kClientSide = {
    {"a psql command", "select 1;\n\\! ls\n",
     source_error("psql command \"\\!\" cannot run here").at(2, 1).hint("A file runs only SQL.")},
    {"a psql command in a statement", "select 1 \\gx",
     source_error("psql command \"\\gx\" cannot run here").at(1, 10)},
    {"a psql command alone", "\\q", source_error("psql command \"\\q\" cannot run here").at(1, 1)},
    {"a psql command with a tab", "\\c\tother",
     source_error("psql command \"\\c\" cannot run here").at(1, 1)},
    {"COPY TO stdout", "copy t to stdout",
     source_error("COPY … TO STDOUT cannot run here: a script has no output")
         .at(1, 1)
         .hint("Run it with psql.")},
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

const std::string kUtf8Hint = "Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8";
const std::string kUtf16Hint = "Save the file as UTF-8, for example: iconv -f UTF-16 -t UTF-8";
const std::string kNulHint = "Remove the byte: PostgreSQL text cannot hold it.";

const std::vector<RefusedCase> kBytes = {
    {"a win1252 letter", "select 1;\nselect 'caf\xE9';",
     source_error("the file is not UTF-8: byte 0xe9").at(2, 12).hint(kUtf8Hint)},
    {"behind good letters", "é ü \x80", source_error("the file is not UTF-8: byte 0x80").at(1, 5)},
    {"behind Windows line ends", "a;\r\nb;\r\n\xFF",
     source_error("the file is not UTF-8: byte 0xff").at(3, 1)},
    {"behind a byte-order mark", "\xEF\xBB\xBFz \xFF",
     source_error("the file is not UTF-8: byte 0xff").at(1, 3)},
    {"NUL", std::string("a\0b", 3), source_error("the file holds a NUL byte").at(1, 2).hint(kNulHint)},
    {"UTF-16, little end first", std::string("\xFF\xFEz\0", 4),
     source_error("the file is in UTF-16, not UTF-8").at(1, 1).hint(kUtf16Hint)},
    {"UTF-16, big end first", std::string("\xFE\xFF\0a", 4),
     source_error("the file is in UTF-16, not UTF-8").at(1, 1).hint(kUtf16Hint)},
    {"UTF-32, little end first", std::string("\xFF\xFE\0\0z\0\0\0", 8),
     source_error("the file is in UTF-32, not UTF-8")
         .at(1, 1)
         .hint("Save the file as UTF-8, for example: iconv -f UTF-32 -t UTF-8")},
    {"UTF-32, big end first", std::string("\0\0\xFE\xFF\0\0\0z", 8),
     source_error("the file is in UTF-32, not UTF-8").at(1, 1)},
    {"UTF-16 without a mark, little end first", std::string("a\0;\0", 4),
     source_error("the file is in UTF-16, not UTF-8")
         .at(1, 2)
         .hint("Save the file as UTF-8, for example: iconv -f UTF-16LE -t UTF-8")},
    {"UTF-16 without a mark, big end first", std::string("\0a\0;", 4),
     source_error("the file is in UTF-16, not UTF-8")
         .at(1, 1)
         .hint("Save the file as UTF-8, for example: iconv -f UTF-16BE -t UTF-8")},
    {"a NUL byte behind one letter", std::string("a\0bc", 4),
     source_error("the file holds a NUL byte").at(1, 2)},
};

void check(const RefusedCase& sample) { BOOST_CHECK_EXCEPTION(script(sample.text), Error, sample.refusal); }

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

}  // namespace script_tests

BOOST_AUTO_TEST_SUITE(script_tests)

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
BOOST_DATA_TEST_CASE(what_only_psql_can_do_is_refused, bdata::make(kClientSide)) { check(sample); }
BOOST_DATA_TEST_CASE(what_reads_strings_otherwise_is_refused, bdata::make(kOtherStrings)) { check(sample); }

BOOST_AUTO_TEST_CASE(a_script_may_turn_standard_strings_on) {
  BOOST_TEST(sent(script("SET standard_conforming_strings = on; select '\\';")).size() == 2U);
}

BOOST_DATA_TEST_CASE(text_that_is_not_utf8_is_refused_with_its_place, bdata::make(kBytes)) { check(sample); }

BOOST_AUTO_TEST_CASE(a_refusal_shows_the_file_the_line_and_a_caret) {
  BOOST_CHECK_EXCEPTION(
      script("a;\nselect 'é'; commit;", "database/7_a.sql"), Error,
      source_error(breaks("commit")).at(2, 13).shown_as("database/7_a.sql", "select 'é'; commit;", 13));
}

BOOST_AUTO_TEST_CASE(a_refused_byte_shows_no_excerpt_and_no_caret) {
  BOOST_CHECK_EXCEPTION(script("a\n b\xFF", "7_a.sql"), Error,
                        source_error("the file is not UTF-8: byte 0xff").at(2, 3).shown_as("7_a.sql", "", 0));
}

BOOST_DATA_TEST_CASE(a_wholly_wrapped_script_runs_in_our_transaction, bdata::make(kWrapped)) {
  const Script wrapped = script(std::string(sample.text));
  BOOST_TEST(wrapped.wrapped);
  BOOST_TEST(wrapped.in_transaction());
  BOOST_TEST(wrapped.begin == sample.begin);
  BOOST_TEST(wrapped.statement_count == sample.count);
  BOOST_TEST(sent(wrapped).size() == sample.count);
}

BOOST_DATA_TEST_CASE(a_script_runs_outside_and_says_why, bdata::make(kOutside)) {
  const Script outside = script(std::string(sample.text));
  BOOST_TEST(!outside.in_transaction());
  BOOST_TEST(outside.outside.value().statement == sample.statement);
  BOOST_TEST(outside.outside.value().line == sample.line);
}

BOOST_AUTO_TEST_CASE(transaction_control_is_sent_when_the_script_runs_outside) {
  const Script outside = script("begin; a; commit; vacuum;");
  const std::vector<std::string> all = {"begin", "a", "commit", "vacuum"};
  BOOST_TEST(!outside.wrapped);
  BOOST_TEST(outside.statement_count == 4U);
  BOOST_TEST(sent(outside) == all, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_wrapping_begin_and_commit_are_not_sent) {
  const std::vector<std::string> inner = {"a", "savepoint s", "b"};
  BOOST_TEST(sent(script("begin; a; savepoint s; b; commit;")) == inner, boost::test_tools::per_element());
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

BOOST_AUTO_TEST_CASE(the_text_that_runs_has_no_mark_and_plain_line_ends) {
  BOOST_TEST(script("\xEF\xBB\xBFselect 1;\r\nselect 2;\r\n").text.view() == "select 1;\nselect 2;\n");
}

BOOST_AUTO_TEST_CASE(a_windows_checkout_has_the_checksum_of_the_plain_file) {
  const Script plain = script("select 1;\nselect 2;\n");
  const Script windows = script("select 1;\r\nselect 2;\r\n");
  BOOST_TEST(windows.checksum.wait().hex() == plain.checksum.wait().hex());
  BOOST_TEST(plain.raw_checksum.wait().hex() == plain.checksum.wait().hex());
  BOOST_TEST(windows.raw_checksum.wait().hex() == Checksum::of("select 1;\r\nselect 2;\r\n").hex());
  BOOST_TEST(windows.raw_checksum.wait().hex() != windows.checksum.wait().hex());
}

BOOST_AUTO_TEST_CASE(a_large_script_has_the_checksums_of_its_bytes) {
  std::string rows;
  for (int i = 0; i < 300'000; ++i) rows += std::to_string(i) + "\r\n";
  const std::string raw = "copy t from stdin;\r\n" + rows + "\\.\r\n";
  std::string plain = raw;
  std::erase(plain, '\r');
  const Script windows = script(raw);
  BOOST_TEST((windows.text.view() == plain));
  BOOST_TEST(windows.checksum.wait().hex() == Checksum::of(plain).hex());
  BOOST_TEST(windows.raw_checksum.wait().hex() == Checksum::of(raw).hex());
  BOOST_TEST(script(plain).checksum.wait().hex() == Checksum::of(plain).hex());
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_no_part_of_the_checksum) {
  const Script marked = script("\xEF\xBB\xBFselect 1;");
  BOOST_TEST(marked.checksum.wait().hex() == Checksum::of("select 1;").hex());
  BOOST_TEST(marked.raw_checksum.wait().hex() == Checksum::of("\xEF\xBB\xBFselect 1;").hex());
}

BOOST_AUTO_TEST_CASE(a_moved_newline_changes_the_checksum) {
  BOOST_TEST(script("-- note\ndrop table t;").checksum.wait().hex() !=
             script("-- notedrop table t;").checksum.wait().hex());
}

BOOST_AUTO_TEST_CASE(a_lone_carriage_return_is_kept) {
  BOOST_TEST(script("select 'a\rb';").text.view() == "select 'a\rb';");
}

BOOST_AUTO_TEST_CASE(directives_come_with_the_script) {
  const Script with = script("-- runner: lock-timeout 10s\nselect 1;");
  BOOST_TEST(with.directives.lock_timeout.value().count() == 10'000);
}

BOOST_AUTO_TEST_SUITE(checksum_of_first_statements)

std::string first(std::size_t count, const std::string& text) {
  return checksum_of_first(script(text), count).hex();
}

BOOST_AUTO_TEST_CASE(does_not_see_what_stands_behind_them) {
  BOOST_TEST(first(2, "a; b; c;") == first(2, "a; b; d; e;"));
  BOOST_TEST(first(2, "a; b; c;") == first(2, "a; b"));
}

BOOST_AUTO_TEST_CASE(sees_every_change_in_them) {
  BOOST_TEST(first(2, "a; b;") != first(2, "a; c;"));
  BOOST_TEST(first(2, "a; b;") != first(2, "a  ; b, c;"));
  BOOST_TEST(first(2, "a; b;") != first(2, "b; a;"));
  BOOST_TEST(first(2, "ab; c;") != first(2, "a; bc;"));
}

BOOST_AUTO_TEST_CASE(does_not_see_comments_and_blanks_between_them) {
  BOOST_TEST(first(2, "a; b;") == first(2, "-- new\n a ;\n\n/* new */ b ;"));
}

BOOST_AUTO_TEST_CASE(differs_when_there_are_fewer_than_that) {
  BOOST_TEST(first(3, "a; b; c") != first(3, "a; b"));
}

BOOST_AUTO_TEST_CASE(does_not_count_a_wrapping_begin) {
  BOOST_TEST(first(1, "begin; a; commit;") == first(1, "a;"));
}

BOOST_AUTO_TEST_CASE(of_none_is_that_of_nothing) { BOOST_TEST(first(0, "a; b") == Checksum::of("").hex()); }

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE_END()
