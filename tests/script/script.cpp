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

const std::vector<RefusedCase> kClientSide = {
    {"a psql command", "select 1;\n\\! ls\n",
     source_error("psql command \"\\!\" cannot run here").at(2, 1).hint("A file runs only SQL.")},
    {"a psql command in a statement", "select 1 \\gx",
     source_error("psql command \"\\gx\" cannot run here").at(1, 10)},
    {"a psql command alone", "\\q", source_error("psql command \"\\q\" cannot run here").at(1, 1)},
    {"a psql command with a tab", "\\c\tother",
     source_error("psql command \"\\c\" cannot run here").at(1, 1)},
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

}  // namespace script_tests

BOOST_AUTO_TEST_SUITE(script_tests)

BOOST_DATA_TEST_CASE(what_only_psql_can_do_is_refused, bdata::make(kClientSide)) { check(sample); }
BOOST_DATA_TEST_CASE(text_that_is_not_utf8_is_refused_with_its_place, bdata::make(kBytes)) { check(sample); }

BOOST_AUTO_TEST_CASE(a_refused_byte_shows_no_excerpt_and_no_caret) {
  BOOST_CHECK_EXCEPTION(script("a\n b\xFF", "7_a.sql"), Error,
                        source_error("the file is not UTF-8: byte 0xff").at(2, 3).shown_as("7_a.sql", "", 0));
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
