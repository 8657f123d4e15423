#include "terminal/clean.hpp"

#include <cstdint>
#include <nlohmann/json.hpp>

#include "sql/expect.hpp"

namespace clean_text {

using namespace runner;

std::string utf8(std::uint32_t code) {
  const auto byte = [](std::uint32_t bits) { return static_cast<char>(bits); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
  return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
}

struct Sample {
  std::string_view what, text, shown;
};
std::ostream& operator<<(std::ostream& out, const Sample& sample) { return out << sample.what; }

using namespace std::string_view_literals;

const std::vector<Sample> names{
    {"letters of any alphabet", "001_é数据😀", "001_é数据😀"},
    {"an escape sequence", "a\x1b[2Jb", "a\\x1b[2Jb"},
    {"a line end", "a\nb\r\n", "a\\nb\\x0d\\n"},
    {"a tab", "a\tb", "a\\tb"},
    {"a NUL", "a\0b"sv, "a\\x00b"},
    {"DEL", "a\x7f", "a\\x7f"},
    {"a C1 control", "a\xc2\x9b", "aU+009B"},
    {"a bidi override", "a\xe2\x80\xae", "aU+202E"},
    {"a line separator", "a\xe2\x80\xa8", "aU+2028"},
    {"a byte alone", "a\xff\x80z", "a\\xff\\x80z"},
    {"a character that is cut off", "a\xf0\x9f\x98", "a\\xf0\\x9f\\x98"},
    {"an overlong slash", "\xc0\xaf", "\\xc0\\xaf"},
    {"a surrogate", "\xed\xa0\x80", "\\xed\\xa0\\x80"},
    {"GitHub's command", "::error::x", "\\x3a:error::x"},
    {"GitHub's command behind blanks", " \t::error::x", " \\t\\x3a:error::x"},
    {"GitHub's command behind wide blanks", "\u3000\u00a0 ::error::x", "\u3000\u00a0 \\x3a:error::x"},
    {"a colon that another may follow", ":", "\\x3a"},
    {"a cast", "select 1::int", "select 1::int"},
    {"GitHub's old command", "a ##[error]x", "a \\x23#[error]x"},
    {"Azure's command", "a ##vso[task.setvariable]x", "a \\x23#vso[task.setvariable]x"},
    {"TeamCity's message", "x##teamcity[buildProblem]", "x\\x23#teamcity[buildProblem]"},
    {"one that more signs hide", "####[x]", "##\\x23#[x]"},
    {"one that something may complete", "a ##team", "a \\x23#team"},
    {"a heading", "## Title [1]", "## Title [1]"},
    {"GitLab's section", "section_start:1560896352:x", "section_start\\x3a1560896352:x"},
    {"the end of a section", "section_end:1:x", "section_end\\x3a1:x"},
    {"a column of that name", "section_start: no", "section_start: no"},
};

// As GitHub's runner and the others detect it. GitLab's end with control characters, which clean text lacks.
bool is_command(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return line.substr(std::min(first, line.size())).starts_with("::") ||
         line.find("##[") != std::string_view::npos || line.find("##teamcity[") != std::string_view::npos;
}

}  // namespace clean_text

BOOST_AUTO_TEST_SUITE(clean_text)

BOOST_DATA_TEST_CASE(what_is_no_letter_is_shown_by_its_code, bdata::make(names)) {
  BOOST_TEST(visible(sample.text) == sample.shown);
  BOOST_TEST(visible(visible(sample.text).text()) == sample.shown);
}

BOOST_AUTO_TEST_CASE(no_control_character_gets_through) {
  for (std::uint32_t code = 0; code < 0x2100; ++code) {
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C || code == 0x200E ||
                         code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
                         (code >= 0x2066 && code <= 0x206F);
    const std::string sign = utf8(code);
    BOOST_TEST_CONTEXT(code) {
      BOOST_TEST((visible("a" + sign + "b").text().find(sign) == std::string::npos) == control);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_line_keeps_its_tabs) {
  BOOST_TEST(visible_line("\ta\x1b\n") == "\ta\\x1b\\n");
  BOOST_TEST(visible_line("\t::error::x") == "\t\\x3a:error::x");
}

BOOST_AUTO_TEST_CASE(an_offset_is_moved_to_what_stands_for_its_byte) {
  const auto moved = [](std::string_view text, std::size_t offset) {
    const Clean shown = visible_line(text, &offset);
    return shown.text().substr(offset);
  };
  BOOST_TEST(moved("abc", 1) == "bc");
  BOOST_TEST(moved("\x1b"
                   "abc",
                   1) == "abc");
  BOOST_TEST(moved("::abc", 2) == "abc");
  BOOST_TEST(moved("\xe2\x80\xae"
                   "abc",
                   3) == "abc");
  BOOST_TEST(moved("a\x1b", 2).empty());
  BOOST_TEST(moved("a\x1b", 1) == "\\x1b");
}

BOOST_AUTO_TEST_CASE(strings_are_made_visible_where_they_are_filled_in) {
  const std::string name = "a\x1b";
  BOOST_TEST(clean("{}|{:>6}|{}|{}", name, name, 7, Clean("\033[0m")) == "a\\x1b| a\\x1b|7|\033[0m");
}

// Two foreign parts, adjacent or with runner's words between: together they must not become a command.
BOOST_AUTO_TEST_CASE(parts_make_no_command_together) {
  const std::vector<std::string> pieces{
      "", ":", "::", "#", "##", "##[", "[", "##team", "city[", "error", "section_start", ":1"};
  for (const std::string& one : pieces) {
    for (const std::string& other : pieces) {
      BOOST_TEST_CONTEXT(one << "|" << other) {
        BOOST_TEST(!is_command(clean("  {} {}", one, other)));
        BOOST_TEST(!is_command(clean("{}: {}", one, other)));
        BOOST_TEST(!is_command(clean("{}:{}: {}", one, 12, other)));
        BOOST_TEST(!is_command(clean("{} [{}]", one, other)));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(json_says_the_same_in_a_harmless_spelling) {
  const std::string value = "\x1b\x7f\xc2\x9b\xe2\x80\xae ##[error] section_start:1: ::é\n";
  const nlohmann::json document{{"a", value}};
  const Clean safe = safe_json(document.dump(2));
  BOOST_TEST(safe ==
             "{\n  \"a\": \"\\u001b\\u007f\\u009b\\u202e \\u0023#[error] section_start\\u003a1: ::é\\n\"\n}");
  BOOST_TEST(nlohmann::json::parse(safe.text()) == document);
}

BOOST_AUTO_TEST_SUITE_END()
