#include "command/suggestions.hpp"

#include <array>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <vector>

namespace words_of_the_command_line {

using namespace runner;
namespace bdata = boost::unit_test::data;

constexpr std::array<std::string_view, 6> kKnown{"up", "down", "status", "steps", "seeds", "dry-run"};

struct Typed {
  std::string_view what, word, nearest;
};
std::ostream& operator<<(std::ostream& out, const Typed& typed) { return out << typed.what; }

const std::vector<Typed> typed_words{
    {"the word itself", "status", "status"},
    {"neighbours swapped", "stauts", "status"},
    {"neighbours swapped, though another is as near by letters", "setps", "steps"},
    {"a letter missing", "staus", "status"},
    {"a letter too many", "downn", "down"},
    {"a letter wrong", "upp", "up"},
    {"two letters of a long word wrong", "dri-rum", "dry-run"},
    {"two letters of a short word wrong", "uxx", ""},
    {"nothing like it", "frobnicate", ""},
    {"nothing at all", "", ""},
};

struct Word {
  std::string_view what, word, shown;
};
std::ostream& operator<<(std::ostream& out, const Word& word) { return out << word.what; }

const std::vector<Word> words{
    {"a plain word", "stauts", "stauts"},
    {"a URL", "postgresql://app:secret@db/shop", "postgresql://…"},
    {"a URL behind something", "-d=postgres://app:secret@db/shop", "-d=postgres://…"},
    {"nothing", "", ""},
};

}  // namespace words_of_the_command_line

BOOST_AUTO_TEST_SUITE(words_of_the_command_line)

BOOST_DATA_TEST_CASE(a_mistyped_word_is_taken_for_the_nearest_one_that_is_near, bdata::make(typed_words)) {
  BOOST_TEST(nearest(sample.word, kKnown) == sample.nearest);
}

BOOST_AUTO_TEST_CASE(without_known_words_none_is_near) { BOOST_TEST(nearest("up", {}) == ""); }

BOOST_DATA_TEST_CASE(a_url_is_shown_without_what_may_be_a_password, bdata::make(words)) {
  BOOST_TEST(shown(sample.word) == sample.shown);
}

BOOST_AUTO_TEST_SUITE_END()
