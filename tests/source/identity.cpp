#include "source/identity.hpp"

#include <unistd.h>

#include <array>

#include "sql/expect.hpp"

namespace identity {

using namespace runner;

Identity identity_with(EnvironmentVariables variables) { return identify({std::move(variables), {}}); }

struct Origin {
  std::string_view what;
  EnvironmentVariables variables;
  std::string_view origin;
};
std::ostream& operator<<(std::ostream& out, const Origin& sample) { return out << sample.what; }

const std::vector<Origin> origins{
    {"outside of CI", {}, ""},
    {"GitHub",
     {{"GITHUB_REPOSITORY", "me/shop"}, {"GITHUB_RUN_ID", "7"}, {"GITHUB_SHA", "abc"}},
     "me/shop #7 at abc"},
    {"GitLab",
     {{"CI_PROJECT_PATH", "me/shop"}, {"CI_JOB_ID", "8"}, {"CI_COMMIT_SHA", "def"}},
     "me/shop #8 at def"},
    {"Jenkins without a commit", {{"JOB_NAME", "shop"}, {"BUILD_NUMBER", "9"}}, "shop #9"},
    {"a job without a project", {{"GITHUB_RUN_ID", "7"}}, "job #7"},
    {"a commit without a job", {{"GITHUB_SHA", "abc"}}, ""},
};

}  // namespace identity

BOOST_AUTO_TEST_SUITE(identity)

BOOST_DATA_TEST_CASE(the_job_of_a_ci_is_named_with_its_commit, bdata::make(origins)) {
  BOOST_TEST(identity_with(sample.variables).origin == sample.origin);
}

BOOST_AUTO_TEST_CASE(behind_sudo_it_is_the_user_who_called_it) {
  BOOST_TEST(identity_with({{"SUDO_USER", "ann"}, {"USER", "root"}}).os_user == "ann");
  BOOST_TEST(identity_with({{"USER", "bob"}, {"LOGNAME", "other"}}).os_user == "bob");
  BOOST_TEST(!identity_with({}).os_user.empty());
}

BOOST_AUTO_TEST_CASE(the_host_is_this_one) {
  std::array<char, 256> name{};
  BOOST_REQUIRE(gethostname(name.data(), name.size() - 1) == 0);
  BOOST_TEST(identity_with({}).host == name.data());
}

BOOST_AUTO_TEST_SUITE_END()
