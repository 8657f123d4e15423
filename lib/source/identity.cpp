#include "identity.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>

namespace runner {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return {};
  return name.data();
}

std::string user_name(const Environment& environment) {
  for (const char* variable : {"SUDO_USER", "USER", "LOGNAME"}) {
    if (const auto name = environment.get(variable)) return *name;
  }
  const passwd* entry = getpwuid(geteuid());
  return entry == nullptr ? std::to_string(geteuid()) : entry->pw_name;
}

// The first group of variables that is set. Each CI has its own names for a job and its commit.
std::string ci_origin(const Environment& environment) {
  constexpr std::array<std::array<const char*, 3>, 4> kNames{
      {{"GITHUB_REPOSITORY", "GITHUB_RUN_ID", "GITHUB_SHA"},
       {"CI_PROJECT_PATH", "CI_JOB_ID", "CI_COMMIT_SHA"},
       {"BUILDKITE_PIPELINE_SLUG", "BUILDKITE_BUILD_NUMBER", "BUILDKITE_COMMIT"},
       {"JOB_NAME", "BUILD_NUMBER", "GIT_COMMIT"}}};
  for (const auto& [project, job, commit] : kNames) {
    if (!environment.get(job)) continue;
    return environment.get(project).value_or("job") + " #" + *environment.get(job) +
           (environment.get(commit) ? " at " + *environment.get(commit) : "");
  }
  return {};
}

}  // namespace

Identity identify(const Environment& environment) {
  return {user_name(environment), host_name(), ci_origin(environment), version_text()};
}

std::string version_text() { return RUNNER_VERSION; }

}  // namespace runner
