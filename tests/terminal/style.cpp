#include "terminal/style.hpp"

#include "sql/expect.hpp"

namespace style {

using namespace runner;

struct Painted {
  std::string_view what;
  Tone tone;
  std::string_view text, coloured;
};
std::ostream& operator<<(std::ostream& out, const Painted& sample) { return out << sample.what; }

const std::vector<Painted> painted{
    {"plain", Tone::plain, "x", "x"},
    {"good", Tone::good, "x", "\033[32mx\033[0m"},
    {"bad", Tone::bad, "x", "\033[1;31mx\033[0m"},
    {"careful", Tone::careful, "x", "\033[33mx\033[0m"},
    {"faint", Tone::faint, "x", "\033[2mx\033[0m"},
    {"strong", Tone::strong, "x y", "\033[1mx y\033[0m"},
    {"nothing to paint", Tone::bad, "", ""},
};

struct Width {
  std::string_view what, text;
  std::size_t width;
};
std::ostream& operator<<(std::ostream& out, const Width& sample) { return out << sample.what; }

const std::vector<Width> widths{
    {"nothing", "", 0},
    {"ASCII", "abc", 3},
    {"two bytes", "é", 1},
    {"three bytes", "…", 1},
    {"a combining accent", "e\u0301", 1},
    {"two combining accents", "e\u0301\u0323x", 2},
    {"Chinese", "数据", 4},
    {"Korean", "한글", 4},
    {"full-width letters", "ＡＢ", 4},
    {"Cyrillic", "привет", 6},
    {"Arabic with its vowel signs", "مُحَمَّد", 4},
    {"an emoji", "😀", 2},
    {"an emoji with a skin tone", "👍🏽", 2},
    {"an emoji with a variation selector", "✅\uFE0F", 2},
    {"emoji among the symbols", "✅❌⭐⚡", 8},
    {"symbols that are no emoji", "✓✗→", 3},
    {"control characters", "\x1b\t\x7f", 0},
    {"a cut sequence counts as one", "a\xC3", 2},
    {"a lone continuation byte counts as one", "a\x80z", 3},
};

struct Cut {
  std::string_view what, text;
  std::size_t width;
  std::string_view cut;
};
std::ostream& operator<<(std::ostream& out, const Cut& sample) { return out << sample.what; }

const std::vector<Cut> cuts{
    {"text that fits", "abc", 3, "abc"},
    {"text that is one too long", "abcd", 3, "ab…"},
    {"room for the sign only", "abcd", 1, "…"},
    {"wide signs that fit", "数据", 4, "数据"},
    {"wide signs are not split", "数据库", 4, "数…"},
    {"wide signs that leave no gap", "数据库", 5, "数据…"},
    {"an accent stays with its letter", "e\u0301fgh", 3, "e\u0301f…"},
    {"an emoji that does not fit", "ab😀", 3, "ab…"},
    {"several bytes are not split", "ééé", 2, "é…"},
};

}  // namespace style

BOOST_AUTO_TEST_SUITE(style)

BOOST_DATA_TEST_CASE(a_tone_is_a_colour_where_colours_are_wanted, bdata::make(painted)) {
  BOOST_TEST(Style(true).paint(sample.tone, visible(sample.text)) == sample.coloured);
  BOOST_TEST(Style(false).paint(sample.tone, visible(sample.text)) == sample.text);
}

BOOST_DATA_TEST_CASE(width_counts_columns_of_a_terminal, bdata::make(widths)) {
  BOOST_TEST(display_width(sample.text) == sample.width);
}

BOOST_DATA_TEST_CASE(text_is_cut_between_characters_and_says_so, bdata::make(cuts)) {
  const Clean cut = cut_to_width(visible(sample.text), sample.width);
  BOOST_TEST(cut == sample.cut);
  BOOST_TEST(display_width(cut) <= sample.width);
}

BOOST_AUTO_TEST_SUITE_END()
