#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "process.hpp"

namespace runner::test {

/// A program on a terminal of its own: all three streams are the terminal, which changes nothing of
/// what it is sent, and does not show what is typed.
class Terminal {
 public:
  Terminal(const std::filesystem::path& directory, const std::vector<std::string>& command,
           const EnvironmentOverrides& environment, unsigned short columns = 80);
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// As on a keyboard: "\x03" is Ctrl-C, "\x04" the end of the input.
  void type(const std::string& text) const;
  /// Whether the text appears before the hang guard ends the wait.
  [[nodiscard]] bool shows(const std::string& text);
  /// Waits for the end: the exit code, or -1 when the hang guard ends the wait.
  int wait();
  /// All that was shown.
  [[nodiscard]] const std::string& shown() const noexcept { return shown_; }

 private:
  void read();

  int terminal_ = -1;
  pid_t pid_ = -1;
  std::string shown_;
};

}  // namespace runner::test
