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
  int exit_code = -1;  ///< 128 and the signal's number when one ended it
  std::string out;
  std::string err;
};

/// How long a test waits for what must come. It guards against a hang only: no machine is that slow.
constexpr std::chrono::minutes kHangGuard{10};

/// Looks again and again until the predicate holds; false when it does not before the hang guard ends it.
[[nodiscard]] bool eventually(const std::function<bool()>& holds);

using EnvironmentOverrides = std::map<std::string, std::string>;

/// The environment of a program that is started here: PATH, HOME and the like, and what is given.
[[nodiscard]] std::vector<std::string> environment_of(const EnvironmentOverrides& overrides);
/// As execve wants them; they point into the words.
[[nodiscard]] std::vector<char*> pointers_to(std::vector<std::string>& words);

/// A running program with an environment of its own: PATH, HOME and what is given, nothing else.
class Process {
 public:
  Process(const std::filesystem::path& directory, const std::vector<std::string>& command,
          const EnvironmentOverrides& environment, const std::string& input = "");
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  [[nodiscard]] pid_t pid() const noexcept { return pid_; }
  void signal(int number) const;
  /// Waits for the end; the hang guard kills the process.
  Outcome wait();
  /// What it has written to standard error up to now.
  [[nodiscard]] std::string err_so_far() const { return output_of("err"); }

 private:
  [[nodiscard]] std::string output_of(const char* name) const;

  std::filesystem::path files_;  // what it reads and writes
  pid_t pid_ = -1;
};

}  // namespace runner::test
