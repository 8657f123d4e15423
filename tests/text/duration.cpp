#include "text/duration.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;

namespace duration_tests {

struct ReadCase {
  std::string_view text;
  std::int64_t milliseconds;
};
std::ostream& operator<<(std::ostream& out, const ReadCase& c) { return out << c.text; }

const std::vector<ReadCase> kGood = {{"0", 0},
                                     {"0s", 0},
                                     {"1ms", 1},
                                     {"500ms", 500},
                                     {"2s", 2'000},
                                     {"090s", 90'000},
                                     {"15min", 900'000},
                                     {"15m", 900'000},
                                     {"1h", 3'600'000},
                                     {"2147483647ms", 2'147'483'647},
                                     {"2147483s", 2'147'483'000},
                                     {"596h", 2'145'600'000}};

const std::vector<std::string> kBad = {"",
                                       "5",
                                       "00x",
                                       "s",
                                       "-1s",
                                       "+1s",
                                       " 1s",
                                       "1s ",
                                       "1 s",
                                       "1.5s",
                                       "1S",
                                       "1sec",
                                       "1d",
                                       "1us",
                                       "1s2",
                                       "ten",
                                       "0x10ms",
                                       "2147483648ms",
                                       "2147484s",
                                       "597h",
                                       "9223372036854775807h",
                                       "9223372036854775808ms"};

struct TextCase {
  std::int64_t milliseconds;
  std::string_view text;
};
std::ostream& operator<<(std::ostream& out, const TextCase& c) { return out << c.text; }

const std::vector<TextCase> kTexts = {{0, "0 ms"},
                                      {12, "12 ms"},
                                      {999, "999 ms"},
                                      {1'000, "1.0 s"},
                                      {3'200, "3.2 s"},
                                      {3'299, "3.2 s"},
                                      {59'999, "59.9 s"},
                                      {60'000, "1 min 00 s"},
                                      {245'999, "4 min 05 s"},
                                      {3'599'999, "59 min 59 s"},
                                      {3'600'000, "1 h 00 min"},
                                      {7'260'000, "2 h 01 min"},
                                      {90'000'000, "25 h 00 min"}};

}  // namespace duration_tests

BOOST_AUTO_TEST_SUITE(duration_tests)

BOOST_DATA_TEST_CASE(a_number_and_a_unit_are_read, bdata::make(kGood)) {
  BOOST_TEST(parse_duration(sample.text).value().count() == sample.milliseconds);
}

BOOST_DATA_TEST_CASE(anything_else_is_no_duration, bdata::make(kBad)) {
  BOOST_TEST(!parse_duration(sample).has_value());
}

BOOST_DATA_TEST_CASE(two_units_at_most_are_shown_and_never_too_much, bdata::make(kTexts)) {
  BOOST_TEST(to_text(Milliseconds(sample.milliseconds)) == sample.text);
}

BOOST_AUTO_TEST_SUITE_END()
