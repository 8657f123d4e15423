#include "text/utf8.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;

namespace utf8_tests {

struct BytesCase {
  std::string_view what;
  std::string bytes;
  std::size_t bad;
};
std::ostream& operator<<(std::ostream& out, const BytesCase& c) { return out << c.what; }

const std::vector<std::string> kWellFormed = {
    "",
    "plain",
    std::string("\x01\x7F"),
    "\xC2\x80",          // U+0080, the first of two bytes
    "\xDF\xBF",          // U+07FF, the last
    "\xE0\xA0\x80",      // U+0800
    "\xED\x9F\xBF",      // U+D7FF, right before the surrogates
    "\xEE\x80\x80",      // U+E000, right after them
    "\xEF\xBF\xBF",      // U+FFFF
    "\xF0\x90\x80\x80",  // U+10000
    "\xF4\x8F\xBF\xBF",  // U+10FFFF, the last of all
    "\xEF\xBB\xBF",      // the byte-order mark
};

// The number is the offset of the first bad byte in the sequence.
const std::vector<BytesCase> kMalformed = {
    {"NUL", std::string(1, '\0'), 0},
    {"a lone continuation", "\x80", 0},
    {"the last continuation", "\xBF", 0},
    {"overlong in two bytes", "\xC0\x80", 0},
    {"overlong slash", "\xC1\xAF", 0},
    {"overlong in three bytes", "\xE0\x9F\xBF", 0},
    {"overlong in four bytes", "\xF0\x8F\xBF\xBF", 0},
    {"the first surrogate", "\xED\xA0\x80", 0},
    {"the last surrogate", "\xED\xBF\xBF", 0},
    {"above U+10FFFF", "\xF4\x90\x80\x80", 0},
    {"a lead byte above F4", "\xF5\x80\x80\x80", 0},
    {"five bytes", "\xF8\x88\x80\x80\x80", 0},
    {"FE", "\xFE", 0},
    {"FF", "\xFF", 0},
    {"two bytes cut to one", "\xC3", 0},
    {"three bytes cut to one", "\xE2", 0},
    {"three bytes cut to two", "\xE2\x82", 0},
    {"four bytes cut to three", "\xF0\x9F\x98", 0},
    {"a letter in place of a continuation", "\xC3(", 0},
    {"a letter in place of the third byte", "\xE2\x82(", 0},
    {"a letter in place of the fourth byte", "\xF0\x9F\x98(", 0},
    {"a continuation too many", "é\x80", 2},
};

struct CharacterCase {
  std::string_view text;
  std::size_t number, offset;
};
std::ostream& operator<<(std::ostream& out, const CharacterCase& c) {
  return out << c.text << " " << c.number;
}

const std::vector<CharacterCase> kCharacters = {
    {"abc", 1, 0}, {"abc", 3, 2}, {"abc", 4, 3}, {"abc", 9, 3}, {"", 1, 0},    {"éa", 1, 0},
    {"éa", 2, 2},  {"éa", 3, 3},  {"😀€é", 2, 4}, {"😀€é", 3, 7}, {"😀€é", 4, 9}, {"select 'é', bogus", 13, 13}};

}  // namespace utf8_tests

BOOST_AUTO_TEST_SUITE(utf8_tests)

BOOST_DATA_TEST_CASE(well_formed_utf8_has_no_bad_byte, bdata::make(kWellFormed)) {
  for (std::size_t lead = 0; lead <= 17; ++lead) {
    BOOST_TEST(!first_bad_byte(std::string(lead, 'a') + sample + std::string(9, 'b')).has_value());
  }
}

// The check reads eight bytes at a time. It has to find the sequence at every offset in a word, at the end of
// the text, and before more text.
BOOST_DATA_TEST_CASE(a_malformed_sequence_is_found_wherever_it_stands, bdata::make(kMalformed)) {
  for (std::size_t lead = 0; lead <= 17; ++lead) {
    const std::string text = std::string(lead, 'a') + sample.bytes;
    BOOST_TEST(first_bad_byte(text).value() == lead + sample.bad);
    BOOST_TEST(first_bad_byte(text + "bbbbbbbbb").value() == lead + sample.bad);
    BOOST_TEST(first_bad_byte("é" + text).value() == 2 + lead + sample.bad);
  }
}

// The check reads large texts in blocks of 4096 bytes and looks closely only at blocks that are not ASCII.
BOOST_DATA_TEST_CASE(a_malformed_sequence_is_found_across_blocks, bdata::make(kMalformed)) {
  for (std::size_t lead = 4085; lead <= 4100; ++lead) {
    const std::string text = std::string(lead, 'a') + sample.bytes + "b";
    BOOST_TEST(first_bad_byte(text).value() == lead + sample.bad);
    BOOST_TEST(first_bad_byte("é" + text + std::string(5000, 'b')).value() == 2 + lead + sample.bad);
  }
}

BOOST_DATA_TEST_CASE(a_well_formed_sequence_may_reach_over_blocks, bdata::make(kWellFormed)) {
  for (std::size_t lead = 4085; lead <= 4100; ++lead) {
    const std::string text = std::string(lead, 'a') + sample;
    BOOST_TEST(!first_bad_byte(text).has_value());
    BOOST_TEST(first_bad_byte(text + std::string(5000, 'b') + '\xFF').value() == text.size() + 5000);
  }
}

BOOST_AUTO_TEST_CASE(a_carriage_return_is_seen_wherever_it_stands) {
  for (const std::size_t size : {1U, 7U, 8U, 9U, 4096U, 4101U}) {
    for (const std::string_view other : {"a", "\x0C", "\x0E", "\x01", "\x7F"}) {
      std::string text(size, other.front());
      BOOST_TEST(!scan_bytes(text).carriage_return);
      for (const std::size_t at : {std::size_t{0}, size / 2, size - 1}) {
        text[at] = '\r';
        BOOST_TEST(scan_bytes(text).carriage_return);
        BOOST_TEST(scan_bytes(text + "é").carriage_return);
        text[at] = other.front();
      }
    }
  }
  BOOST_TEST(!scan_bytes("").carriage_return);
  BOOST_TEST(!scan_bytes("č\xC2\x8D").carriage_return);
}

BOOST_AUTO_TEST_CASE(every_code_point_that_can_be_written_is_well_formed) {
  std::string all;
  for (char32_t point = 1; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    const auto add = [&](char32_t bits) { all.push_back(static_cast<char>(bits)); };
    if (point < 0x80) {
      add(point);
    } else if (point < 0x800) {
      add(0xC0U | point >> 6U), add(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
      add(0xE0U | point >> 12U), add(0x80U | (point >> 6U & 0x3FU)), add(0x80U | (point & 0x3FU));
    } else {
      add(0xF0U | point >> 18U), add(0x80U | (point >> 12U & 0x3FU));
      add(0x80U | (point >> 6U & 0x3FU)), add(0x80U | (point & 0x3FU));
    }
  }
  BOOST_TEST(!first_bad_byte(all).has_value());
  BOOST_TEST(character_count(all) == 0x10FFFFU - 0x800U);
}

BOOST_AUTO_TEST_CASE(characters_are_code_points) {
  BOOST_TEST(character_count("") == 0U);
  BOOST_TEST(character_count("abc") == 3U);
  BOOST_TEST(character_count("é€😀") == 3U);
  BOOST_TEST(character_count("e\xCC\x81") == 2U);
}

BOOST_DATA_TEST_CASE(a_character_is_found_by_its_number, bdata::make(kCharacters)) {
  BOOST_TEST(offset_of_character(sample.text, sample.number) == sample.offset);
}

BOOST_AUTO_TEST_SUITE_END()
