#include "text/checksum.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace checksum_tests {

struct VectorCase {
  std::string what, bytes, hex;
};
std::ostream& operator<<(std::ostream& out, const VectorCase& c) { return out << c.what; }

// From FIPS 180-4 and its collection of examples.
const std::vector<VectorCase> kVectors = {
    {"nothing", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"448 bits", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"a million times a", std::string(1'000'000, 'a'),
     "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    {"more than is hashed at once", std::string(3'000'001, 'a'),
     "71b1401c2645810a611615bae0fce7b308f0ed904a54af8ec8be0fe435581611"},
    {"a NUL byte", std::string(1, '\0'), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
};

const std::string kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

const std::vector<std::string> kUnknown = {
    "",
    "no-checksum",
    "900150983cd24fb0d6963f7d28e17f72",  // an MD5
    "sha256:" + kAbc,
    kAbc.substr(1),
    kAbc + "0",
    " " + kAbc.substr(1),
    kAbc + "\n",
    "g" + kAbc.substr(1),
    std::string(64, ' '),
};

}  // namespace checksum_tests

BOOST_AUTO_TEST_SUITE(checksum_tests)

BOOST_DATA_TEST_CASE(it_is_a_sha256, bdata::make(kVectors)) {
  BOOST_TEST(Checksum::of(sample.bytes).hex() == sample.hex);
}

BOOST_AUTO_TEST_CASE(a_signal_stops_it) {
  const Heed heed = [] { throw Error(ErrorKind::interrupted, "interrupted"); };
  BOOST_CHECK_EXCEPTION((void)Checksum::of(Text(std::string("abc")), heed), Error, interrupted());
}

BOOST_AUTO_TEST_CASE(it_is_read_back_from_its_digits) {
  BOOST_TEST((Checksum::parse(kAbc) == Checksum::of("abc")));
}

BOOST_AUTO_TEST_CASE(capital_digits_are_read_and_written_small) {
  BOOST_TEST(
      Checksum::parse("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD").value().hex() ==
      kAbc);
}

BOOST_DATA_TEST_CASE(anything_else_is_unknown, bdata::make(kUnknown)) {
  BOOST_TEST(!Checksum::parse(sample).has_value());
}

BOOST_AUTO_TEST_CASE(it_is_abbreviated_to_eight_digits) {
  BOOST_TEST(Checksum::of("abc").abbreviated() == "ba7816bf…");
}

BOOST_AUTO_TEST_CASE(it_is_compared_by_its_digits) {
  BOOST_TEST((Checksum::of("a") == Checksum::of("a")));
  BOOST_TEST((Checksum::of("a") != Checksum::of("b")));
}

BOOST_AUTO_TEST_SUITE_END()
