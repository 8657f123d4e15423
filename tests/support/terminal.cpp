#include "terminal.hpp"

#include <poll.h>
#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif
#include <signal.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace runner::test {
namespace {

std::vector<std::string> variables_of(const EnvironmentOverrides& environment) {
  std::vector<std::string> variables;
  for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
  return variables;
}

termios plain_settings() {
  termios settings{};
  cfmakeraw(&settings);
  settings.c_lflag |= ISIG | ICANON;
  settings.c_cc[VINTR] = 3;
  settings.c_cc[VEOF] = 4;
  return settings;
}

}  // namespace

Terminal::Terminal(const std::filesystem::path& directory, const std::vector<std::string>& command,
                   const EnvironmentOverrides& environment, unsigned short columns) {
  std::vector<std::string> words = command;
  std::vector<std::string> variables = variables_of(environment);
  const std::vector<char*> argv = pointers_to(words);
  const std::vector<char*> envp = pointers_to(variables);
  const termios settings = plain_settings();
  const winsize size{24, columns, 0, 0};
  pid_ = forkpty(&terminal_, nullptr, &settings, &size);
  if (pid_ < 0) throw std::runtime_error("could not start a process on a terminal");
  if (pid_ > 0) return;
  if (chdir(directory.c_str()) != 0) _exit(127);
  execve(argv.front(), argv.data(), envp.data());
  _exit(127);
}

Terminal::~Terminal() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  close(terminal_);
}

void Terminal::type(const std::string& text) const {
  [[maybe_unused]] const ssize_t written = write(terminal_, text.data(), text.size());
}

bool Terminal::shows(const std::string& text) {
  return eventually([&] {
    read();
    return shown_.find(text) != std::string::npos;
  });
}

int Terminal::wait() {
  int status = 0;
  const bool ended = eventually([&] {
    read();
    return waitpid(pid_, &status, WNOHANG) == pid_;
  });
  if (!ended) return -1;
  pid_ = -1;
  read();
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void Terminal::read() {
  std::array<char, 4096> buffer{};
  pollfd watched{terminal_, POLLIN, 0};
  while (poll(&watched, 1, 0) > 0) {
    const ssize_t size = ::read(terminal_, buffer.data(), buffer.size());
    if (size <= 0) return;
    shown_.append(buffer.data(), static_cast<std::size_t>(size));
  }
}

}  // namespace runner::test
