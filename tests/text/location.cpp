#include "text/location.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"
#include "text/utf8.hpp"

using namespace runner;

namespace location_tests {

struct LocationCase {
  std::string_view what, text;
  std::size_t offset, line, column;
};
std::ostream& operator<<(std::ostream& out, const LocationCase& c) { return out << c.what; }

const std::vector<LocationCase> kLocations = {
    {"first character", "select", 0, 1, 1},
    {"in the first line", "select", 3, 1, 4},
    {"the end of the text", "select", 6, 1, 7},
    {"behind the end of the text", "select", 99, 1, 7},
    {"the empty text", "", 0, 1, 1},
    {"on a newline", "a\nb", 1, 1, 2},
    {"after a newline", "a\nb", 2, 2, 1},
    {"after the last newline", "a\n", 2, 2, 1},
    {"after empty lines", "\n\n\nb", 3, 4, 1},
    {"on an empty line", "a\n\nb", 2, 2, 1},
    {"after a two-byte letter", "é x", 3, 1, 3},
    {"after a three-byte sign", "€x", 3, 1, 2},
    {"after a four-byte sign", "😀x", 4, 1, 2},
    {"after a four-byte sign and a newline", "😀\nx", 5, 2, 1},
    {"a combining letter counts for itself", "e\xCC\x81x", 3, 1, 3},
    {"a tab counts as one", "\t\tx", 2, 1, 3},
    {"letters of the lines before do not count", "ééé\nx", 7, 2, 1},
};

struct ExcerptCase {
  std::string_view what;
  std::string text;
  std::size_t offset, column;
  std::string excerpt;
  std::size_t caret;
};
std::ostream& operator<<(std::ostream& out, const ExcerptCase& c) { return out << c.what; }

// Repeats "0123456789" up to this length, which is the same in characters and in bytes.
std::string digits(std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) text += static_cast<char>('0' + i % 10);
  return text;
}

std::string repeated(const std::string& sign, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += sign;
  return text;
}

const std::vector<ExcerptCase> kExcerpts = {
    {"the whole line", "a\nselect bad;\nb", 9, 8, "select bad;", 8},
    {"without the newline", "ab\n", 1, 2, "ab", 2},
    {"at the newline", "ab\ncd", 2, 3, "ab", 3},
    {"an empty line", "a\n\nb", 2, 1, "", 1},
    {"the empty text", "", 0, 1, "", 1},
    {"behind the last newline", "a\n", 2, 1, "", 1},
    {"tabs stay as they are", "\tx\ty", 3, 4, "\tx\ty", 4},
    {"letters of two bytes", "é bad", 3, 3, "é bad", 3},
    {"72 characters fit", digits(72), 71, 72, digits(72), 72},
    {"73 are cut behind", digits(73), 0, 1, digits(72) + "…", 1},
    {"73 are cut before", digits(73), 72, 73, "…" + digits(73).substr(1), 73},
    {"the end of a long line", digits(100), 100, 101, "…" + digits(100).substr(28), 74},
    {"the start of a long line", digits(200), 23, 24, digits(72) + "…", 24},
    {"a place in a long line", digits(200), 99, 100, "…" + digits(200).substr(75, 72) + "…", 26},
    {"near the end of a long line", digits(200), 190, 191, "…" + digits(200).substr(128), 64},
    {"a long line of two-byte letters", repeated("é", 99) + "x" + repeated("é", 100), 198, 100,
     "…" + repeated("é", 24) + "x" + repeated("é", 47) + "…", 26},
    {"only the line in question counts", digits(300) + "\nshort", 303, 3, "short", 3},
};

// The character of the excerpt that the caret points at.
std::string under_caret(const Place& place) {
  const std::string_view rest =
      std::string_view(place.excerpt).substr(offset_of_character(place.excerpt, place.caret));
  return std::string(rest.substr(0, offset_of_character(rest, 2)));
}

}  // namespace location_tests

BOOST_AUTO_TEST_SUITE(location_tests)

BOOST_DATA_TEST_CASE(line_and_column_count_characters, bdata::make(kLocations)) {
  const Location location = locate(sample.text, sample.offset);
  BOOST_TEST(location.line == sample.line);
  BOOST_TEST(location.column == sample.column);
}

BOOST_DATA_TEST_CASE(a_place_shows_its_line, bdata::make(kExcerpts)) {
  const Place place = place_at("7_a.sql", sample.text, sample.offset);
  BOOST_TEST(place.path == "7_a.sql");
  BOOST_TEST(place.column == sample.column);
  BOOST_TEST(place.excerpt == sample.excerpt);
  BOOST_TEST(place.caret == sample.caret);
}

BOOST_AUTO_TEST_CASE(the_caret_stays_on_its_character_wherever_a_line_is_cut) {
  const std::vector<std::string> signs = {"a", "é", "€", "😀"};
  std::string line;
  for (std::size_t i = 0; i < 200; ++i) line += signs[i % signs.size()];
  for (std::size_t number = 1; number <= 200; ++number) {
    const Place place = place_at("", line, offset_of_character(line, number));
    BOOST_TEST_REQUIRE(under_caret(place) == signs[(number - 1) % signs.size()]);
    BOOST_TEST_REQUIRE(character_count(place.excerpt) <= 74U);
  }
}

BOOST_AUTO_TEST_CASE(a_line_alone_has_neither_column_nor_caret) {
  const Place place = line_at("7_a.sql", "a\nselect é;\nb", 5);
  BOOST_TEST((place == Place{"7_a.sql", 2, 0, "select é;", 0}));
}

BOOST_AUTO_TEST_CASE(a_long_line_alone_is_cut_behind) {
  const Place place = line_at("7_a.sql", digits(200), 150);
  BOOST_TEST((place == Place{"7_a.sql", 1, 0, digits(72) + "…", 0}));
}

BOOST_AUTO_TEST_SUITE_END()
