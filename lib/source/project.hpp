#pragma once

#include <filesystem>
#include <string>

#include "error.hpp"

namespace runner {

/// Where the files of a project may be: below the current folder when the folder with its scripts is there,
/// and else below that folder.
class Project {
 public:
  explicit Project(const std::string& folder);

  [[nodiscard]] const std::filesystem::path& root() const noexcept { return root_; }
  /// Whether an absolute path, its links resolved, leads to a place in it.
  [[nodiscard]] bool holds(const std::filesystem::path& real) const;
  /// Throws Error(source) for a link that leads out of it.
  void require_link_within(const std::string& path) const;

 private:
  std::filesystem::path root_;
};

}  // namespace runner
