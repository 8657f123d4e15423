#include "disk.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include "file_descriptor.hpp"
#include "mapped_file.hpp"
#include "project.hpp"
#include "text/strings.hpp"
#include "text/utf8.hpp"

namespace runner {
namespace {

// From this size on, reading is no faster than mapping.
constexpr std::size_t kLargeFile = 256 * 1024;

[[noreturn]] void could_not_read(const std::string& path) {
  throw file_error(path, fmt::format("could not read the file: {}", reason(errno)));
}

std::size_t read_some(const FileDescriptor& file, const std::string& path, char* to, std::size_t room) {
  while (true) {
    const ssize_t count = read(file.get(), to, room);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) could_not_read(path);
  }
}

// Maps a large regular file. Reads the rest of any other, also of a pipe, which has no size.
Text read_large(const FileDescriptor& file, const std::string& path, std::string bytes) {
  struct stat status {};
  if (fstat(file.get(), &status) != 0) could_not_read(path);
  const auto size = static_cast<std::size_t>(status.st_size);
  if (S_ISREG(status.st_mode) && size >= kLargeFile) {
    if (auto mapped = map_file(file, size, path)) return *mapped;
  }
  std::size_t have = bytes.size();
  while (true) {
    bytes.resize(std::max(2 * have, size + 1));
    const std::size_t count = read_some(file, path, bytes.data() + have, bytes.size() - have);
    have += count;
    if (count == 0) break;
  }
  bytes.resize(have);
  return Text(std::move(bytes));
}

// Reads a small file at once.
Text read_from(const FileDescriptor& file, const std::string& path) {
  if (!file) could_not_read(path);
  std::array<char, 16 * 1024> buffer;  // NOLINT(*-member-init): thousands of files would have it cleared
  std::size_t have = 0;
  while (have < buffer.size()) {
    const std::size_t count = read_some(file, path, buffer.data() + have, buffer.size() - have);
    if (count == 0) return Text::copy_of({buffer.data(), have});
    have += count;
  }
  return read_large(file, path, std::string(buffer.data(), have));
}

// Opening a pipe must not wait for a program that writes to it.
constexpr int kRegular = O_RDONLY | O_NONBLOCK | O_CLOEXEC;

// Any other file may never end, like /dev/zero, or not end yet, like a pipe.
Text read_regular(const FileDescriptor& file, const std::string& path) {
  struct stat status {};
  if (!file || fstat(file.get(), &status) != 0) could_not_read(path);
  if (!S_ISREG(status.st_mode)) throw file_error(path, "it is not a regular file");
  return read_from(file, path);
}

// The history cannot store a name that is not UTF-8, and would fail only after the file ran.
void require_utf8(const std::string& name, const std::string& path) {
  if (!ends_with_ignoring_case(name, ".sql") || !first_bad_byte(name)) return;
  throw file_error(path, "the name of the file is not UTF-8").hint("Rename the file.");
}

// Asks the system only about links, and about entries whose type the file system does not report.
bool is_folder(int folder, const dirent& entry) {
  if (entry.d_type != DT_LNK && entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
  struct stat status {};
  return fstatat(folder, &entry.d_name[0], &status, 0) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

Error file_error(const std::string& path, std::string message) {
  return Error(ErrorKind::source, std::move(message)).at(whole_file(path));
}

std::string reason(int code) { return std::generic_category().message(code); }

std::string path_in(const std::string& folder, std::string_view name) {
  std::string path;
  path.reserve(folder.size() + 1 + name.size());
  path += folder;
  if (!folder.ends_with('/')) path += '/';
  return path += name;
}

std::string name_in_path(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// Opening a pipe waits until another process writes to it. A signal does not end that; the watchdog does.
Text read_file(const std::string& path) {
  int descriptor = -1;
  do {
    descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  } while (descriptor < 0 && errno == EINTR);
  return read_from(FileDescriptor(descriptor), path);
}

Text read_regular_file(const std::string& path) {
  return read_regular(FileDescriptor(open(path.c_str(), kRegular)), path);
}

Folder::Folder(std::string path) : path_(std::move(path)), handle_(opendir(path_.c_str())) {
  list();
  for (const std::string& name : files_) require_utf8(name, path_of(name));
  std::sort(files_.begin(), files_.end());
  std::sort(folders_.begin(), folders_.end());
}

void Folder::list() {
  errno = handle_ ? 0 : errno;
  while (const dirent* entry = errno == 0 ? readdir(handle_.get()) : nullptr) {
    const std::string_view name(&entry->d_name[0]);
    if (name == "." || name == "..") continue;
    (is_folder(dirfd(handle_.get()), *entry) ? folders_ : files_).emplace_back(name);
    errno = 0;
  }
  if (errno != 0) throw file_error(path_, fmt::format("could not read the folder: {}", reason(errno)));
}

bool Folder::is_link(const std::string& name) const {
  struct stat status {};
  return fstatat(dirfd(handle_.get()), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
         S_ISLNK(status.st_mode);
}

Text Folder::read(const std::string& name) const {
  if (is_link(name)) Project(path_).require_link_within(path_of(name));
  const FileDescriptor file(openat(dirfd(handle_.get()), name.c_str(), kRegular));
  return read_regular(file, path_of(name));
}

}  // namespace runner
