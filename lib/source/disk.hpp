#pragma once

#include <dirent.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"
#include "text/text.hpp"

namespace runner {

/// An error about a file or a folder as a whole.
[[nodiscard]] Error file_error(const std::string& path, std::string message);
/// The operating system's text for an error number.
[[nodiscard]] std::string reason(int code);

/// The path of a file or folder with this name in a folder.
[[nodiscard]] std::string path_in(const std::string& folder, std::string_view name);

/// The name of a file or folder in the folder that holds it.
[[nodiscard]] std::string name_in_path(const std::string& path);

/// The bytes of a file or pipe. Throws Error(source) when it cannot be read.
[[nodiscard]] Text read_file(const std::string& path);
/// The bytes of a regular file. Throws Error(source) for anything else, which may never end.
[[nodiscard]] Text read_regular_file(const std::string& path);

/// A folder, listed when it is opened. Throws Error(source) when it cannot be read, or when the name of an
/// .sql file in it is not UTF-8.
class Folder {
 public:
  explicit Folder(std::string path);

  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  /// The names in it, sorted. A link counts as what it points to.
  [[nodiscard]] const std::vector<std::string>& files() const noexcept { return files_; }
  [[nodiscard]] const std::vector<std::string>& folders() const noexcept { return folders_; }

  /// The path of a file or folder in it, as messages show it.
  [[nodiscard]] std::string path_of(std::string_view name) const { return path_in(path_, name); }
  /// The bytes of one of its files. Throws Error(source) when it cannot be read, is not a regular file, or is
  /// a link that leads out of the project.
  [[nodiscard]] Text read(const std::string& name) const;

 private:
  struct Close {
    void operator()(DIR* folder) const noexcept { closedir(folder); }
  };

  void list();
  [[nodiscard]] bool is_link(const std::string& name) const;

  std::string path_;
  std::unique_ptr<DIR, Close> handle_;
  std::vector<std::string> files_;
  std::vector<std::string> folders_;
};

}  // namespace runner
