#include "environment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "error.hpp"
#include "source/disk.hpp"
#include "suggestions.hpp"
#include "text/strings.hpp"

namespace runner {
namespace {

constexpr std::array<std::string_view, 4> kCustomary{"development", "staging", "production", "test"};

// Names that other tools and teams use for them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kOtherEnvironments{
    {{"dev", "development"},
     {"local", "development"},
     {"stage", "staging"},
     {"stg", "staging"},
     {"prod", "production"},
     {"prd", "production"},
     {"live", "production"},
     {"testing", "test"}}};

bool is_among(std::string_view name, const auto& names) { return std::ranges::count(names, name) > 0; }

std::vector<std::string> folders_in(const std::string& seeds) {
  std::error_code ignored;
  return std::filesystem::is_directory(seeds, ignored) ? Folder(seeds).folders() : std::vector<std::string>{};
}

std::string_view guess_at(const std::string& name, const std::vector<std::string>& folders) {
  for (const auto& [other, customary] : kOtherEnvironments) {
    if (name == other) return customary;
  }
  std::vector<std::string_view> known(kCustomary.begin(), kCustomary.end());
  known.insert(known.end(), folders.begin(), folders.end());
  return nearest(name, known);
}

std::string origin_of_name(const Context& context) {
  const CommonFlags& flags = context.invocation.common;
  if (flags.environment) return "--env";
  const auto own = context.environment.process.find("RUNNER_ENV");
  if (own != context.environment.process.end() && !own->second.empty()) return "RUNNER_ENV";
  const auto file = flags.env_file ? flags.env_file : context.environment.get("RUNNER_ENV_FILE");
  return fmt::format("RUNNER_ENV in {}", file.value_or(".env"));
}

Error unknown_environment(const Context& context, const std::vector<std::string>& folders) {
  const std::string& name = *context.settings.environment;
  const std::string_view guess = guess_at(lower_case(name), folders);
  std::string hint = guess.empty() ? "" : fmt::format("Did you mean \"{}\"? ", guess);
  hint += fmt::format("An environment is development, staging, production, test or a folder of {}",
                      context.settings.seeds);
  hint += folders.empty() ? "." : fmt::format(": {}.", fmt::join(folders, ", "));
  return Error(ErrorKind::usage,
               fmt::format("there is no environment \"{}\" ({})", name, origin_of_name(context)))
      .hint(std::move(hint));
}

}  // namespace

void require_known_environment(const Context& context) {
  const auto& name = context.settings.environment;
  if (!name || is_among(*name, kCustomary)) return;
  const std::vector<std::string> folders = folders_in(context.settings.seeds);
  if (!is_among(*name, folders)) throw unknown_environment(context, folders);
}

}  // namespace runner
