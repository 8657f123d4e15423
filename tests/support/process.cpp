#include "process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace runner::test {
namespace {

namespace fs = std::filesystem;

/// What the child does before it executes the program. posix_spawn shares the memory of the test program
/// with the child: copying it would take longer than many tests.
class SpawnActions {
 public:
  SpawnActions() {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
  }
  ~SpawnActions() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&actions_);
  }
  SpawnActions(const SpawnActions&) = delete;
  SpawnActions& operator=(const SpawnActions&) = delete;

  void redirect(int descriptor, const fs::path& file, int flags) {
    posix_spawn_file_actions_addopen(&actions_, descriptor, file.c_str(), flags, 0600);
  }
  void change_directory(const fs::path& directory) {
    posix_spawn_file_actions_addchdir_np(&actions_, directory.c_str());
  }
  /// SIGHUP ends the program even when the tests run under nohup.
  void heed_hangups() {
    sigset_t hangup;
    sigemptyset(&hangup);
    sigaddset(&hangup, SIGHUP);
    posix_spawnattr_setsigdefault(&attributes_, &hangup);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  pid_t start(std::vector<std::string> words, std::vector<std::string> variables) {
    const std::vector<char*> argv = pointers_to(words);
    const std::vector<char*> envp = pointers_to(variables);
    pid_t pid = -1;
    const int problem = posix_spawn(&pid, argv.front(), &actions_, &attributes_, argv.data(), envp.data());
    if (problem != 0)
      throw std::runtime_error("could not start " + words.front() + ": " + std::strerror(problem));
    return pid;
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// The pauses between polls. They grow, because each poll slows down what the test waits for.
class Pauses {
 public:
  void pause() {
    std::this_thread::sleep_for(next_);
    next_ = std::min(next_ * 3 / 2, std::chrono::microseconds{10'000});
  }

 private:
  std::chrono::microseconds next_{1000};
};

fs::path make_folder() {
  std::string pattern = (fs::temp_directory_path() / "runner-process-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("could not create a folder for a process");
  return pattern;
}

}  // namespace

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> environment_of(const EnvironmentOverrides& overrides) {
  std::vector<std::string> variables;
  for (const char* kept : {"PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH"}) {
    const char* value = std::getenv(kept);
    if (value != nullptr && !overrides.contains(kept)) variables.push_back(std::string(kept) + "=" + value);
  }
  for (const auto& [name, value] : overrides) variables.push_back(name + "=" + value);
  return variables;
}

bool eventually(const std::function<bool()>& holds) {
  const auto deadline = std::chrono::steady_clock::now() + kHangGuard;
  for (Pauses pauses; !holds(); pauses.pause()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
  }
  return true;
}

Process::Process(const fs::path& directory, const std::vector<std::string>& command,
                 const EnvironmentOverrides& environment, const std::string& input)
    : files_(make_folder()) {
  std::ofstream(files_ / "in", std::ios::binary) << input;
  SpawnActions actions;
  actions.redirect(STDIN_FILENO, files_ / "in", O_RDONLY);
  actions.redirect(STDOUT_FILENO, files_ / "out", O_WRONLY | O_CREAT);
  actions.redirect(STDERR_FILENO, files_ / "err", O_WRONLY | O_CREAT);
  actions.change_directory(directory);
  actions.heed_hangups();
  pid_ = actions.start(command, environment_of(environment));
}

Process::~Process() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  std::error_code ignored;
  fs::remove_all(files_, ignored);
}

void Process::signal(int number) const { kill(pid_, number); }

Outcome Process::wait() {
  const auto deadline = std::chrono::steady_clock::now() + kHangGuard;
  int status = 0;
  for (Pauses pauses; waitpid(pid_, &status, WNOHANG) == 0; pauses.pause()) {
    if (std::chrono::steady_clock::now() > deadline) kill(pid_, SIGKILL);
  }
  pid_ = -1;
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, output_of("out"), output_of("err")};
}

std::string Process::output_of(const char* name) const {
  std::ifstream file(files_ / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace runner::test
