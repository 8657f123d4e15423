#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "process.hpp"

namespace runner::test {

/// A program on its own terminal, which is all three of its streams. The terminal shows what the program
/// prints without a change, and does not echo what is typed.
class Terminal {
 public:
  Terminal(const std::filesystem::path& directory, const std::vector<std::string>& command,
           const EnvironmentOverrides& environment, unsigned short columns = 80);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Types the text as on a keyboard: "\x03" is Ctrl-C, "\x04" the end of the input.
  void type(const std::string& text) const;
  /// Whether the text appears within kHangGuard.
  [[nodiscard]] bool shows(const std::string& text);
  /// Waits for the end. Returns the exit code, or -1 after kHangGuard.
  int wait();
  /// Everything that the terminal has shown so far.
  [[nodiscard]] const std::string& shown() const noexcept { return shown_; }

 private:
  void read();

  int terminal_ = -1;
  pid_t pid_ = -1;
  std::string shown_;
};

}  // namespace runner::test
