#include "measuring.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <thread>

#include "support/files.hpp"
#include "text/strings.hpp"

namespace runner::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned kLimitSeconds = 600;

volatile pid_t running = 0;

// Polling for the end would round every time up to the polling interval, so an alarm ends the wait.
void kill_the_running(int /*signal*/) { kill(running, SIGKILL); }

// The streams and the folder of a program.
class FileActions {
 public:
  FileActions(const std::filesystem::path& directory, const std::filesystem::path& output) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, output.c_str(), O_WRONLY | O_CREAT | O_APPEND,
                                     0600);
    posix_spawn_file_actions_adddup2(&actions_, STDOUT_FILENO, STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions_, directory.c_str());
  }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  [[nodiscard]] const posix_spawn_file_actions_t* get() const noexcept { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// A value in kB from /proc/PID/status, 0 when the process has ended or there is no /proc.
std::size_t status_of(pid_t pid, std::string_view name) {
  std::ifstream status(fmt::format("/proc/{}/status", pid));
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name)) return std::stoul(line.substr(line.find_first_of("0123456789")));
  }
  return 0;
}

// The sum for a process and all its descendants, so that a script includes its psql.
std::size_t anonymous_kb_of(pid_t pid) {
  std::size_t sum = status_of(pid, "RssAnon:");
  std::ifstream children(fmt::format("/proc/{0}/task/{0}/children", pid));
  for (pid_t child = 0; children >> child;) sum += anonymous_kb_of(child);
  return sum;
}

// Samples the memory of a process until stop().
class MemoryWatch {
 public:
  explicit MemoryWatch(pid_t pid)
      : thread_([this, pid] {
          while (!over_) {
            largest_ = std::max(largest_, anonymous_kb_of(pid));
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
          }
        }) {}
  ~MemoryWatch() { stop(); }
  MemoryWatch(const MemoryWatch&) = delete;
  MemoryWatch& operator=(const MemoryWatch&) = delete;

  std::size_t stop() {
    over_ = true;
    if (thread_.joinable()) thread_.join();
    return largest_;
  }

 private:
  std::atomic<bool> over_ = false;
  std::size_t largest_ = 0;
  std::thread thread_;
};

int wait_for(pid_t pid) {
  running = pid;
  signal(SIGALRM, kill_the_running);
  alarm(kLimitSeconds);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0) continue;
  alarm(0);
  return status;
}

// The last line that mentions an error, or the last line if none does.
std::string complaint_in(const std::string& said) {
  std::string complaint = "it said nothing";
  bool found = false;
  for (const std::string_view line : lines_of(said)) {
    const bool names_it = line.find("rror") != std::string_view::npos;
    if (names_it || (!found && !line.empty())) complaint = line;
    found = found || names_it;
  }
  return complaint;
}

}  // namespace

Measured measure(const Command& command, Memory memory) {
  const test::TemporaryDirectory files;
  const FileActions actions(command.directory, files.path() / "said");
  std::vector<std::string> words = command.words;
  std::vector<std::string> variables = test::environment_of(command.environment);
  const std::vector<char*> argv = test::pointers_to(words);
  const std::vector<char*> envp = test::pointers_to(variables);
  pid_t pid = 0;
  const auto start = Clock::now();
  if (posix_spawn(&pid, argv.front(), actions.get(), nullptr, argv.data(), envp.data()) != 0) {
    throw std::runtime_error("could not start " + words.front());
  }
  std::optional<MemoryWatch> watch;
  if (memory == Memory::watched) watch.emplace(pid);
  const int status = wait_for(pid);
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  if (status != 0) {
    throw std::runtime_error(std::filesystem::path(words.front()).filename().string() +
                             " failed: " + complaint_in(files.read("said")));
  }
  return {seconds, watch ? watch->stop() : 0, 0};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.at((values.size() - 1) / 2);
}

}  // namespace runner::bench
