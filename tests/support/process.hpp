#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace runner::test {

/// How a program ended and what it wrote.
struct Outcome {
  int exit_code = -1;  ///< 128 plus the signal's number when a signal ended it
  std::string out;
  std::string err;
};

/// How long a test waits for what must happen. It only guards against a hang: no machine is that slow.
constexpr std::chrono::minutes kHangGuard{10};

/// Polls until the predicate holds. False when it does not hold within kHangGuard.
[[nodiscard]] bool eventually(const std::function<bool()>& holds);

using EnvironmentOverrides = std::map<std::string, std::string>;

/// The environment of a program that a test starts: PATH, HOME and the like, plus the overrides.
[[nodiscard]] std::vector<std::string> environment_of(const EnvironmentOverrides& overrides);
/// The array that execve expects. Its pointers point into the words.
[[nodiscard]] std::vector<char*> pointers_to(std::vector<std::string>& words);

/// A running program. It does not inherit the environment: it gets environment_of() and nothing else.
class Process {
 public:
  Process(const std::filesystem::path& directory, const std::vector<std::string>& command,
          const EnvironmentOverrides& environment, const std::string& input = "");
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  [[nodiscard]] pid_t pid() const noexcept { return pid_; }
  void signal(int number) const;
  /// Waits for the process to end, and kills it after kHangGuard.
  Outcome wait();
  /// What it has written to standard error so far.
  [[nodiscard]] std::string err_so_far() const { return output_of("err"); }

 private:
  [[nodiscard]] std::string output_of(const char* name) const;

  std::filesystem::path files_;  // holds its input and output
  pid_t pid_ = -1;
};

}  // namespace runner::test
