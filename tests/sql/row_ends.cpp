#include "sql/row_ends.hpp"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

namespace row_ends {

using namespace runner;

/// As somebody finds them who looks line by line.
std::size_t first_line_from(std::string_view text, std::size_t start) {
  while (start < text.size()) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (text.substr(start, end - start) == "\\.") return start;
    start = end + 1;
  }
  return text.size();
}

/// Shows it no more of the text than it asks for.
void look_until(RowEndsFinder& finder, std::string_view text, std::size_t from, std::size_t end) {
  const std::size_t begin = from == 0 ? 0 : from - 1;
  finder.look(text.substr(begin, end + 2 - begin), begin, end);
}

RowEnds looked(std::string_view text, std::size_t piece) {
  RowEndsFinder finder;
  for (std::size_t from = 0; from < text.size(); from += piece)
    look_until(finder, text, from, std::min(from + piece, text.size()));
  return std::move(finder).found();
}

std::size_t first_from(const RowEnds& ends, std::string_view text, std::size_t start) {
  return ends.first_from(Text(nullptr, text), start);
}

std::string lines_of_rows(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::string text;
  const char* const lines[] = {"1\ta", "\\.", "\\.x", "x\\.", "\\N\t\\.", "", ".", "\\", " \\."};
  while (text.size() < count) text.append(lines[random() % std::size(lines)]).append("\n");
  return text;
}

}  // namespace row_ends

BOOST_AUTO_TEST_SUITE(row_ends)

BOOST_AUTO_TEST_CASE(only_a_line_of_its_own_ends_rows) {
  BOOST_TEST(first_from(RowEnds(), "1\n\\.\n2", 0) == 2U);
  BOOST_TEST(first_from(RowEnds(), "\\.\n", 0) == 0U);
  BOOST_TEST(first_from(RowEnds(), "1\n\\.", 0) == 2U);
  BOOST_TEST(first_from(RowEnds(), "1\\.\n\\.2\n", 0) == 8U);
  BOOST_TEST(first_from(RowEnds(), "", 0) == 0U);
}

BOOST_AUTO_TEST_CASE(who_has_looked_before_finds_the_same) {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    const std::string text = lines_of_rows(seed, 9000);
    const RowEnds before = looked(text, seed * 37);
    for (std::size_t start = 0; start < text.size(); start = text.find('\n', start) + 1) {
      BOOST_REQUIRE(first_from(before, text, start) == first_line_from(text, start));
      BOOST_REQUIRE(first_from(RowEnds(), text, start) == first_line_from(text, start));
    }
  }
}

BOOST_AUTO_TEST_CASE(two_who_look_through_a_half_each_find_the_same) {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    const std::string text = lines_of_rows(seed, 9000);
    const std::size_t middle = text.find('\n', seed * 150) + 1;
    RowEndsFinder first;
    look_until(first, text, 0, middle);
    RowEndsFinder second(middle);
    look_until(second, text, middle, text.size());
    first.append(std::move(second));
    const RowEnds both = std::move(first).found();
    for (std::size_t start = 0; start < text.size(); start = text.find('\n', start) + 1)
      BOOST_REQUIRE(first_from(both, text, start) == first_line_from(text, start));
  }
}

BOOST_AUTO_TEST_CASE(more_than_are_kept_are_found_all_the_same) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "\\.\n";
  const RowEnds before = looked(text, 4096);
  BOOST_TEST(first_from(before, text, 9'999 * 3) == 9'999U * 3);
  BOOST_TEST(first_from(before, text, 15'000 * 3) == 15'000U * 3);
  BOOST_TEST(first_from(before, text, text.size()) == text.size());
  RowEndsFinder first;
  look_until(first, text, 0, 15'000 * 3);
  RowEndsFinder second(15'000 * 3);
  look_until(second, text, 15'000 * 3, text.size());
  first.append(std::move(second));
  BOOST_TEST(first_from(std::move(first).found(), text, 12'000 * 3) == 12'000U * 3);
}

BOOST_AUTO_TEST_SUITE_END()
