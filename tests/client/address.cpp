#include "client/address.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/errors.hpp"

namespace address {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;

struct Shown {
  std::string_view what, url, shown;
};
std::ostream& operator<<(std::ostream& out, const Shown& sample) { return out << sample.what; }

const std::vector<Shown> shown{
    {"a full URL", "postgresql://app:secret@db.example:6543/shop", "app@db.example:6543/shop"},
    {"an encoded password", "postgres://app:p%40ss%2Fw@h:1/d", "app@h:1/d"},
    {"a connection string", "host=h port=1 user=u password=secret dbname=d", "u@h:1/d"},
    {"a query", "postgresql://u:secret@h:1/d?sslmode=disable&application_name=x@y", "u@h:1/d"},
    {"a socket folder in the query", "postgresql:///d?host=/run/pg&user=u@x&port=1", "u@x@/run/pg:1/d"},
    {"several hosts", "postgresql://u:secret@a:1,b:2/d", "u@a,b:1,2/d"},
};

struct Refused {
  std::string_view what, url, message;
};
std::ostream& operator<<(std::ostream& out, const Refused& sample) { return out << sample.what; }

constexpr std::string_view kMustEncode =
    "the user or password in DATABASE_URL contains a character that must be percent-encoded";

const std::vector<Refused> refused{
    {"an @ in the password", "postgres://u:se@cret@h/d", kMustEncode},
    {"a slash in the password", "postgres://u:se/cret@h/d", kMustEncode},
    {"a # in the password", "postgres://u:se#cret@h/d", kMustEncode},
    {"a question mark in the password", "postgres://u:se?cret@h/d", kMustEncode},
    {"a bad escape", "postgres://u:se%zzcret@h/d",
     "DATABASE_URL could not be read: invalid percent-encoded token: \"…\""},
    {"no URL at all", "secret", "DATABASE_URL could not be read: missing \"…\" in connection info string"},
    {"an unknown parameter", "postgres://u:secret@h/d?schema=x",
     "DATABASE_URL could not be read: invalid URI query parameter: \"…\""},
};

}  // namespace address

BOOST_AUTO_TEST_SUITE(address)

BOOST_DATA_TEST_CASE(an_address_is_shown_without_its_password, bdata::make(shown)) {
  const ConnectionParameters parameters =
      parse_address({std::string(sample.url), {}, "DATABASE_URL"}, "test");
  BOOST_TEST(parameters.shown() == sample.shown);
}

BOOST_DATA_TEST_CASE(a_url_that_cannot_be_read_is_refused_without_repeating_it, bdata::make(refused)) {
  BOOST_CHECK_EXCEPTION((void)parse_address({std::string(sample.url), {}, "DATABASE_URL"}, "test"), Error,
                        usage_error(std::string(sample.message)).hides("cret"));
}

BOOST_AUTO_TEST_CASE(a_url_wins_over_keywords_and_keywords_fill_what_it_leaves_open) {
  const DatabaseAddress address{
      "postgresql://u@h/d", {{"host", "other"}, {"password", "secret"}}, "DATABASE_URL"};
  const ConnectionParameters parameters = parse_address(address, "runner up");
  BOOST_TEST(parameters.value_of("host") == "h");
  BOOST_TEST(parameters.value_of("password") == "secret");
  BOOST_TEST(parameters.value_of("application_name") == "runner up");
  BOOST_TEST(parameters.value_of("client_encoding") == "UTF8");
}

BOOST_AUTO_TEST_SUITE_END()
