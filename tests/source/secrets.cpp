#include "source/secrets.hpp"

#include "sql/expect.hpp"
#include "support/files.hpp"

namespace secrets {

using namespace runner;
using namespace runner::test;
using Words = std::vector<std::string>;

Variables read(const Words& words, const Environment& environment = {}) {
  return read_secrets(words, environment);
}

}  // namespace secrets

BOOST_AUTO_TEST_SUITE(secrets)

BOOST_AUTO_TEST_CASE(a_name_is_that_of_an_environment_variable) {
  const Environment environment{{{"pw", "of the process"}},
                                {{"pw", "of the file"}, {"token", "of the .env"}}};
  const Variables variables = read({"pw", "token"}, environment);
  BOOST_TEST(variables.size() == 2U);
  BOOST_TEST(variables.at("pw").value == "of the process");
  BOOST_TEST(variables.at("pw").secret);
  BOOST_TEST(variables.at("token").value == "of the .env");
}

BOOST_AUTO_TEST_CASE(an_at_names_a_file_whose_last_line_end_does_not_count) {
  const TemporaryDirectory directory;
  for (const auto& [content, value] :
       std::vector<std::pair<std::string, std::string>>{{"hunter22", "hunter22"},
                                                        {"hunter22\n", "hunter22"},
                                                        {"hunter22\r\n", "hunter22"},
                                                        {"one\ntwo\n\n", "one\ntwo\n"},
                                                        {" hunter ", " hunter "}}) {
    directory.write("secret", content);
    BOOST_TEST(read({"pw=@" + (directory.path() / "secret").string()}).at("pw").value == value);
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_a_secret_is_refused_and_not_shown) {
  const Environment environment{
      {{"short", "12345"}, {"accents", "ééééé"}, {"enough", "éééééé"}, {"bad", "hunter\xff"}}, {}};
  const auto refused = [&](const std::string& word, const std::string& message) {
    BOOST_CHECK_EXCEPTION((void)read({word}, environment), Error, usage_error(message).hides("12345"));
  };
  refused("short", "--set-secret short: the value is shorter than 6 characters");
  refused("accents", "--set-secret accents: the value is shorter than 6 characters");
  refused("bad", "--set-secret bad: the value is not UTF-8 text");
  refused("none", "--set-secret none: the environment variable none is not set");
  BOOST_TEST(read({"enough"}, environment).at("enough").value == "éééééé");
  BOOST_CHECK_EXCEPTION(
      (void)read({"pw=@/nowhere/secret"}), Error,
      source_error("could not read the file: No such file or directory").shown_as("/nowhere/secret", "", 0));
}

BOOST_AUTO_TEST_SUITE_END()
