#include "migration/version.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;

namespace version_tests {

Version version(std::string_view digits) { return Version::parse(digits).value(); }

struct DigitsCase {
  std::string_view written, digits;
};
std::ostream& operator<<(std::ostream& out, const DigitsCase& c) { return out << c.written; }

const std::vector<DigitsCase> kDigits = {
    {"1", "1"},
    {"001", "1"},
    {"0", "0"},
    {"00", "0"},
    {"0000", "0"},
    {"010", "10"},
    {"100", "100"},
    {"20261121093000", "20261121093000"},
    {"18446744073709551616", "18446744073709551616"},  // more than 64 bits
    {"00000000000000000001", "1"},                     // 20 digits
    {"99999999999999999999999999", "99999999999999999999999999"}};

const std::vector<std::string> kNoVersions = {"",   " ",  "1a",  "a1", "-1", "+1",
                                              " 1", "1 ", "1.0", "1_", "٣",  "0x1"};

// Each version is lower than the next.
const std::vector<std::string> kAscending = {"0",
                                             "01",
                                             "2",
                                             "9",
                                             "10",
                                             "011",
                                             "99",
                                             "100",
                                             "0999",
                                             "1000",
                                             "20261121093000",
                                             "20261121093001",
                                             "9223372036854775807",
                                             "9223372036854775808",
                                             "18446744073709551615",
                                             "18446744073709551616",
                                             "99999999999999999999",
                                             "100000000000000000000"};

struct NextCase {
  std::string_view version;
  std::size_t width;
  std::string_view next;
};
std::ostream& operator<<(std::ostream& out, const NextCase& c) {
  return out << c.version << " in " << c.width;
}

const std::vector<NextCase> kNext = {{"0", 1, "1"},
                                     {"0", 4, "0001"},
                                     {"6", 3, "007"},
                                     {"006", 1, "7"},
                                     {"9", 1, "10"},
                                     {"9", 3, "010"},
                                     {"99", 3, "100"},
                                     {"999", 3, "1000"},
                                     {"0199", 4, "0200"},
                                     {"1", 0, "2"},
                                     {"20261121093059", 14, "20261121093060"},
                                     {"18446744073709551615", 20, "18446744073709551616"},
                                     {"99999999999999999999", 20, "100000000000000000000"}};

}  // namespace version_tests

BOOST_AUTO_TEST_SUITE(version_tests)

BOOST_DATA_TEST_CASE(any_number_of_digits_is_a_version, bdata::make(kDigits)) {
  BOOST_TEST(version(sample.written).digits() == sample.digits);
}

BOOST_DATA_TEST_CASE(nothing_but_digits_is_a_version, bdata::make(kNoVersions)) {
  BOOST_TEST(!Version::parse(sample).has_value());
}

BOOST_AUTO_TEST_CASE(versions_are_compared_as_numbers) {
  for (std::size_t i = 0; i < kAscending.size(); ++i) {
    for (std::size_t j = 0; j < kAscending.size(); ++j) {
      const Version a = version(kAscending[i]);
      const Version b = version(kAscending[j]);
      BOOST_TEST((a < b) == (i < j), kAscending[i] << " < " << kAscending[j]);
      BOOST_TEST((a == b) == (i == j), kAscending[i] << " == " << kAscending[j]);
      BOOST_TEST((a > b) == (i > j), kAscending[i] << " > " << kAscending[j]);
    }
  }
}

BOOST_AUTO_TEST_CASE(leading_zeros_make_no_difference) {
  BOOST_TEST((version("001") == version("1")));
  BOOST_TEST((version("00") == version("0")));
}

BOOST_DATA_TEST_CASE(the_next_one_keeps_the_width, bdata::make(kNext)) {
  BOOST_TEST(version(sample.version).next(sample.width) == sample.next);
}

BOOST_AUTO_TEST_CASE(the_digits_of_a_name_are_those_that_it_begins_with) {
  BOOST_TEST(leading_digits("007_add_2_columns") == "007");
  BOOST_TEST(leading_digits("007") == "007");
  BOOST_TEST(leading_digits("a7") == "");
  BOOST_TEST(leading_digits("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
