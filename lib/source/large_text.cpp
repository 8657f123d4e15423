#include "large_text.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string_view>

#include "disk.hpp"
#include "error.hpp"
#include "file_descriptor.hpp"
#include "mapped_file.hpp"

namespace runner {
namespace {

// Below this a copy in memory does no harm.
constexpr std::size_t kLargeText = 1 << 20;

// Throws Error(source) without a place.
[[noreturn]] void fail(const char* could_not, const std::string& folder) {
  throw Error(ErrorKind::source, fmt::format("could not {} in {}: {}", could_not, folder, reason(errno)))
      .hint(
          "The file has Windows line ends and is large: it is read through a copy there. Make room, name "
          "another folder with TMPDIR, or save the file with LF.");
}

std::string folder_for_temporary_files() {
  const char* const named = std::getenv("TMPDIR");
  return named == nullptr || *named == '\0' ? "/tmp" : named;
}

// It has no name: nothing is left of it, however the process ends.
FileDescriptor nameless_file(const std::string& folder) {
  std::string name = folder + "/runner-XXXXXX";
  const int descriptor = mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) fail("create a temporary file", folder);
  unlink(name.c_str());
  return FileDescriptor(descriptor);
}

// A text on its way to the disk. Needs no memory but its buffer.
class TextOnDisk {
 public:
  void append(std::string_view part) {
    if (buffer_.size() + part.size() > kBuffer) flush();
    if (part.size() > kBuffer) return write_out(part);
    buffer_.append(part);
  }

  [[nodiscard]] Text text() {
    flush();
    if (const auto mapped = map_file(file_, size_)) return *mapped;
    fail("map a temporary file", folder_);
  }

 private:
  static constexpr std::size_t kBuffer = 64 * 1024;

  void flush() {
    write_out(buffer_);
    buffer_.clear();
  }

  void write_out(std::string_view part) {
    while (!part.empty()) {
      const ssize_t written = write(file_.get(), part.data(), part.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail("write a temporary file", folder_);
      part.remove_prefix(static_cast<std::size_t>(written));
      size_ += static_cast<std::size_t>(written);
    }
  }

  std::string folder_ = folder_for_temporary_files();
  FileDescriptor file_ = nameless_file(folder_);
  std::string buffer_;
  std::size_t size_ = 0;
};

}  // namespace

Text normalized_on_disk(const std::string& path, const Text& raw) {
  if (raw.view().size() < kLargeText || !has_windows_line_end(raw)) return normalized(raw);
  try {
    TextOnDisk clean;
    write_normalized(raw, [&](std::string_view part) { clean.append(part); });
    return clean.text();
  } catch (const Error& error) {
    throw Error(error).at({path, 0, 0, {}, 0});
  }
}

}  // namespace runner
