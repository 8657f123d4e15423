#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace runner::test {

/// A folder for one test, removed at its end.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
  /// Writes a file, and creates the folders above it.
  void write(const std::string& name, std::string_view content) const;
  void remove(const std::string& name) const;
  [[nodiscard]] std::string read(const std::string& name) const;

 private:
  std::filesystem::path path_;
};

/// A test's folder and its files.
struct FolderFixture {
  [[nodiscard]] std::string path(const std::string& name = "") const {
    return (directory.path() / name).string();
  }
  void write(const std::string& name, std::string_view content = "select 1;\n") const {
    directory.write(name, content);
  }

  TemporaryDirectory directory;
};

}  // namespace runner::test
