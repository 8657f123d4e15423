// No shape of text takes much longer to read than other texts of its size. The tests compare processor times
// of texts, so neither the speed of the machine nor its load matters.

#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"
#include "script/script.hpp"

namespace pace {

using namespace runner;
namespace bdata = boost::unit_test::data;

// Small enough that only this thread reads it.
constexpr std::size_t kSmall = 8 * 1024;
constexpr std::size_t kLarge = 32 * kSmall;

struct Shape {
  std::string_view what, before, repeated, behind;
};
std::ostream& operator<<(std::ostream& out, const Shape& shape) { return out << shape.what; }

constexpr Shape kInserts{"inserts", "", "insert into orders (id, name) values (12345, 'a name', now());\n",
                         ""};

const std::vector<Shape> kBlank{
    {"line ends before a statement", "", "\n", "select 1;"},
    {"line ends behind a statement", "select 1;", "\n", ""},
    {"line ends in a statement", "select", "\n", "1;"},
    {"blanks", "", " ", "select 1;"},
    {"Windows line ends", "", "\r\n", "select 1;"},
    {"a comment of one line", "--", "x", "\nselect 1;"},
    {"a block comment", "/*", "x", "*/ select 1;"},
    {"stars in a block comment", "/*", "*", "*/ select 1;"},
};

const std::vector<Shape> kDense{
    {"empty comments", "", "--\n", "select 1;"},
    {"comments that end with a carriage return", "", "--\r", "\nselect 1;"},
    {"comments in a statement", "select 1 ", "-- a\n", ";"},
    {"block comments", "", "/**/", "select 1;"},
    {"opened block comments", "", "/*", ""},
    {"semicolons", "", ";", ""},
    {"short statements", "", "a;", ""},
    {"a comment behind each statement", "", "a; -- b\n", ""},
    {"opened parentheses", "select ", "(", ";"},
    {"dollar signs", "select ", "$a ", ";"},
    {"strings in parts", "select ", "E''\n", ";"},
    {"lines that end rows", "", "\\.\n", ""},
    {"copies without rows", "", "copy t from stdin;\n\\.\n", ""},
    {"variables", "\\set v 1\nselect ", ":v,", "1;"},
    {"variables and comments", "\\set v 1\nselect ", ":v, -- a\n", "1;"},
    {"statements with variables", "\\set v 1\n", "select :v; -- a\n", ""},
};

std::string text_of(const Shape& shape, std::size_t size) {
  std::string text(shape.before);
  while (text.size() < size) text += shape.repeated;
  return text + std::string(shape.behind);
}

double processor_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// A refused text counts as well: check_script reads it to its end.
double cost_of(const Shape& shape, std::size_t size) {
  const Text text(text_of(shape, size));
  double least = 1e9;
  for (int turn = 0; turn < 3; ++turn) {
    const double start = processor_time();
    try {
      (void)check_script("001_a.sql", text);
    } catch (const Error&) {
    }
    least = std::min(least, processor_time() - start);
  }
  return least;
}

}  // namespace pace

BOOST_AUTO_TEST_SUITE(pace)

BOOST_DATA_TEST_CASE(what_says_nothing_takes_no_longer_than_statements, bdata::make(kBlank)) {
  const double ratio = cost_of(sample, kLarge) / cost_of(kInserts, kLarge);
  BOOST_TEST(ratio < 1.5);
}

// 32 times the text takes about 32 times as long, more when less of it fits into a cache. If each part looked
// at all others, it would take about 1,000 times as long.
BOOST_DATA_TEST_CASE(the_time_grows_no_faster_than_the_text, bdata::make(kBlank) + bdata::make(kDense)) {
  const double ratio = cost_of(sample, kLarge) / cost_of(sample, kSmall);
  BOOST_TEST(ratio < 200);
}

BOOST_AUTO_TEST_SUITE_END()
