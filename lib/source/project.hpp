#pragma once

#include <filesystem>
#include <string>

#include "error.hpp"

namespace runner {

/// The folder that must contain the files of a project: the current folder when it contains the folder with
/// the scripts, otherwise the folder with the scripts.
class Project {
 public:
  explicit Project(const std::string& folder);

  [[nodiscard]] const std::filesystem::path& root() const noexcept { return root_; }
  /// Whether an absolute path, with its links resolved, is in the project.
  [[nodiscard]] bool holds(const std::filesystem::path& real) const;
  /// Throws Error(source) for a link that leads out of the project.
  void require_link_within(const std::string& path) const;

 private:
  std::filesystem::path root_;
};

}  // namespace runner
