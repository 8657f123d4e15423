#include "process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace runner::test {
namespace {

namespace fs = std::filesystem;

void redirect(int descriptor, const std::string& file, int flags) {
  const int opened = open(file.c_str(), flags, 0600);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(127);
  close(opened);
}

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
  using namespace std::chrono_literals;
  const auto deadline = std::chrono::steady_clock::now() + kHangGuard;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(5ms);
  }
  return true;
}

Process::Process(const fs::path& directory, const std::vector<std::string>& command,
                 const EnvironmentOverrides& environment, const std::string& input)
    : files_(make_folder()) {
  std::ofstream(files_ / "in", std::ios::binary) << input;
  std::vector<std::string> words = command;
  std::vector<std::string> variables = environment_of(environment);
  const std::vector<char*> argv = pointers_to(words);
  const std::vector<char*> envp = pointers_to(variables);
  const std::string in = files_ / "in";
  const std::string out = files_ / "out";
  const std::string err = files_ / "err";
  // Until it is another program the child must not ask for memory: the sanitizer's lock may have been
  // held by another thread of this one, and stays held there for ever.
  pid_ = fork();
  if (pid_ < 0) throw std::runtime_error("could not start a process");
  if (pid_ > 0) return;
  redirect(STDIN_FILENO, in, O_RDONLY);
  redirect(STDOUT_FILENO, out, O_WRONLY | O_CREAT);
  redirect(STDERR_FILENO, err, O_WRONLY | O_CREAT);
  if (chdir(directory.c_str()) != 0) _exit(127);
  ::signal(SIGHUP, SIG_DFL);  // even when the tests run under nohup
  execve(argv.front(), argv.data(), envp.data());
  _exit(127);
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
  using namespace std::chrono_literals;
  const auto deadline = std::chrono::steady_clock::now() + kHangGuard;
  int status = 0;
  while (waitpid(pid_, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > deadline) kill(pid_, SIGKILL);
    std::this_thread::sleep_for(2ms);
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
