#include "project.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "disk.hpp"

namespace runner {
namespace {

namespace fs = std::filesystem;

bool is_within(const fs::path& path, const fs::path& folder) {
  const auto [rest, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return rest == folder.end();
}

fs::path root_of(const std::string& folder) {
  const fs::path own = fs::canonical(folder);
  const fs::path current = fs::canonical(fs::current_path());
  return is_within(own, current) ? current : own;
}

}  // namespace

Project::Project(const std::string& folder) : root_(root_of(folder)) {}

bool Project::holds(const fs::path& real) const { return is_within(real, root_); }

// A link that leads nowhere cannot be read anyway.
void Project::require_link_within(const std::string& path) const {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error || holds(real)) return;
  throw file_error(path, "the link leads out of the project")
      .hint(fmt::format("Put the file itself into {}.", root_.string()));
}

}  // namespace runner
