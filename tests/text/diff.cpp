#include "text/diff.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"
#include "text/strings.hpp"

using namespace runner;

namespace diff_tests {

struct DiffCase {
  std::string_view what, before, after, text;
};
std::ostream& operator<<(std::ostream& out, const DiffCase& c) { return out << c.what; }

constexpr std::string_view kOnlyNewline = "The lines are equal; only the newline at the end differs.";

const std::vector<DiffCase> kDifferences = {
    {"a changed line", "a\nb\nc\n", "a\nB\nc\n", "   2 -b\n   2 +B"},
    {"the first line", "a\nb\n", "A\nb\n", "   1 -a\n   1 +A"},
    {"the only line", "a", "b", "   1 -a\n   1 +b"},
    {"an added line", "a\nc\n", "a\nb\nc\n", "   2 +b"},
    {"a line added at the end", "a\n", "a\nb\n", "   2 +b"},
    {"a line added at the start", "b\n", "a\nb\n", "   1 +a"},
    {"a removed line", "a\nb\nc\n", "a\nc\n", "   2 -b"},
    {"a line removed at the end", "a\nb\n", "a\n", "   2 -b"},
    {"everything added", "", "a\nb\n", "   1 +a\n   2 +b"},
    {"everything removed", "a\nb\n", "", "   1 -a\n   2 -b"},
    {"one of two equal lines", "a\na\n", "a\n", "   2 -a"},
    {"an empty line", "a\n\nb\n", "a\nb\n", "   2 -"},
    {"an empty line at the end", "a\n", "a\n\n", "   2 +"},
    {"two places", "a\nb\nc\nd\ne\n", "a\nB\nc\nD\ne\n", "   2 -b\n   2 +B\n   4 -d\n   4 +D"},
    {"a line that moved", "a\nb\nc\n", "b\nc\na\n", "   1 -a\n   3 +a"},
    {"numbers of both sides", "x\na\nb\nc\n", "a\nb\nC\n", "   1 -x\n   4 -c\n   3 +C"},
    {"a blank at the end of a line", "a\n", "a \n", "   1 -a\n   1 +a "},
    {"only a newline less", "a\nb\n", "a\nb", kOnlyNewline},
    {"only a newline more", "a", "a\n", kOnlyNewline},
};

std::string numbered_lines(const std::string& word, std::size_t count) {
  std::string text;
  for (std::size_t i = 1; i <= count; ++i) text += word + std::to_string(i) + "\n";
  return text;
}

std::string last_line_of(const std::string& text) { return text.substr(text.rfind('\n') + 1); }

}  // namespace diff_tests

BOOST_AUTO_TEST_SUITE(diff_tests)

BOOST_DATA_TEST_CASE(only_the_lines_that_differ_are_shown, bdata::make(kDifferences)) {
  BOOST_TEST(difference(sample.before, sample.after) == sample.text);
}

BOOST_AUTO_TEST_CASE(forty_changed_lines_are_shown_whole) {
  const std::string text = difference("", numbered_lines("new", 40));
  BOOST_TEST(lines_of(text).size() == 40U);
  BOOST_TEST(last_line_of(text) == "  40 +new40");
}

BOOST_AUTO_TEST_CASE(more_are_cut_and_counted) {
  const std::string text = difference("", numbered_lines("new", 45));
  BOOST_TEST(lines_of(text).size() == 41U);
  BOOST_TEST(lines_of(text)[39] == "  40 +new40");
  BOOST_TEST(last_line_of(text) == "… and 5 more changed lines");
}

BOOST_AUTO_TEST_CASE(one_more_is_cut_in_the_singular) {
  BOOST_TEST(last_line_of(difference("", numbered_lines("new", 41))) == "… and 1 more changed line");
}

BOOST_AUTO_TEST_CASE(a_change_in_the_middle_of_a_long_text_is_found) {
  const std::string ends = numbered_lines("same", 100'000);
  BOOST_TEST(difference(ends + "old\n" + ends, ends + "new\n" + ends) == "100001 -old\n100001 +new");
}

BOOST_AUTO_TEST_CASE(two_long_texts_are_not_compared_line_by_line) {
  const std::string text = difference(numbered_lines("old", 3'000), numbered_lines("new", 3'000));
  BOOST_TEST(lines_of(text)[0] == "   1 -old1");
  BOOST_TEST(last_line_of(text) == "… and 5960 more changed lines");
}

BOOST_AUTO_TEST_CASE(a_line_that_fits_is_shown_whole) {
  const std::string line(120, 'x');
  BOOST_TEST(difference(line, "y") == "   1 -" + line + "\n   1 +y");
}

BOOST_AUTO_TEST_CASE(a_long_line_is_cut_around_its_change_and_its_length_told) {
  const std::string start(1'000'000, 'a');
  const std::string end(1'000'000, 'z');
  const std::string before = "…" + std::string(40, 'a');
  const std::string after = std::string(79, 'z') + "… (2000001 characters)";
  BOOST_TEST(difference(start + "1" + end, start + "2" + end) ==
             "   1 -" + before + "1" + after + "\n   1 +" + before + "2" + after);
}

BOOST_AUTO_TEST_CASE(a_long_line_without_a_counterpart_is_cut_at_its_end) {
  BOOST_TEST(difference("", std::string(300, 'x')) ==
             "   1 +" + std::string(120, 'x') + "… (300 characters)");
  BOOST_TEST(difference(std::string(300, 'x'), std::string(301, 'x')) ==
             "   1 -…" + std::string(120, 'x') + " (300 characters)\n   1 +…" + std::string(120, 'x') +
                 " (301 characters)");
}

BOOST_AUTO_TEST_CASE(a_long_line_is_cut_between_characters) {
  std::string accents;
  for (int i = 0; i < 200; ++i) accents += "é";
  BOOST_TEST(difference("", accents) == "   1 +" + accents.substr(0, 240) + "… (200 characters)");
}

BOOST_AUTO_TEST_SUITE_END()
