#include "text/text.hpp"

#include <string>
#include <utility>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;

namespace text_tests {

struct NormalCase {
  std::string_view what, raw, text;
};
std::ostream& operator<<(std::ostream& out, const NormalCase& c) { return out << c.what; }

const std::vector<NormalCase> kNormal = {
    {"nothing", "", ""},
    {"nothing to do", "a\nb\n", "a\nb\n"},
    {"CRLF", "a\r\nb\r\n", "a\nb\n"},
    {"some CRLF", "a\nb\r\nc", "a\nb\nc"},
    {"a lone carriage return stays", "a\rb\r", "a\rb\r"},
    {"only the last of two carriage returns goes", "a\r\r\nb", "a\r\nb"},
    {"a byte-order mark", "\xEF\xBB\xBFz", "z"},
    {"only a byte-order mark", "\xEF\xBB\xBF", ""},
    {"a mark and CRLF", "\xEF\xBB\xBFz\r\n", "z\n"},
    {"only the first of two marks", "\xEF\xBB\xBF\xEF\xBB\xBFz", "\xEF\xBB\xBFz"},
    {"a mark elsewhere stays", "a\xEF\xBB\xBF", "a\xEF\xBB\xBF"},
    {"half a mark stays", "\xEF\xBB", "\xEF\xBB"},
};

}  // namespace text_tests

BOOST_AUTO_TEST_SUITE(text_tests)

BOOST_DATA_TEST_CASE(a_normalized_text_has_no_mark_and_plain_line_ends, bdata::make(kNormal)) {
  BOOST_TEST(normalized(Text(std::string(sample.raw))).view() == sample.text);
}

BOOST_AUTO_TEST_CASE(a_text_that_needs_no_change_is_not_copied) {
  for (const std::string_view same : {"select 1;\n", "a\rb\r"}) {
    const Text raw{std::string(same)};
    BOOST_TEST(normalized(raw).view().data() == raw.view().data());
  }
}

BOOST_AUTO_TEST_CASE(a_mark_is_passed_over_without_a_copy) {
  const Text raw("\xEF\xBB\xBFselect 1;\n");
  BOOST_TEST(without_mark(raw).view() == "select 1;\n");
  BOOST_TEST(normalized(raw).view().data() == raw.view().data() + 3);
  BOOST_TEST(without_mark(Text("a\r\n")).view() == "a\r\n");
}

BOOST_AUTO_TEST_CASE(a_part_of_a_text_keeps_it_alive) {
  Text part;
  part = Text("abcdefghijklmnopqrstuvwxyz").part(20);
  BOOST_TEST(part.view() == "uvwxyz");
  BOOST_TEST(Text("abc").part(1, 1).view() == "b");
  BOOST_TEST(Text("a").part(1).view() == "");
}

BOOST_AUTO_TEST_CASE(copies_of_a_text_share_its_bytes_and_outlive_it) {
  Text copy;
  BOOST_TEST(copy.view() == "");
  {
    const Text first("short");
    copy = first;
    BOOST_TEST(copy.view().data() == first.view().data());
  }
  const Text moved = std::move(copy);
  BOOST_TEST(moved.view() == "short");
}

BOOST_AUTO_TEST_SUITE_END()
