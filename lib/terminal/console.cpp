#include "console.hpp"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace runner {

Console::Console(std::ostream& out, std::ostream& err, std::string token)
    : out_(out), err_(err), token_(std::move(token)) {}

Console::~Console() {
  try {
    tell_what_is_lost();
    resume_commands();
  } catch (const std::exception&) {  // out of memory: there is nothing left to be told
  }
}

// Flushed at once: only then is it known whether it could be written.
void Console::result(const Clean& text) {
  stop_commands();
  errno = 0;
  out_ << text << std::flush;
  if (out_) return;
  if (out_error_ == 0) out_error_ = errno == 0 ? EIO : errno;
  lost_ += text;
}

void Console::tell(const Clean& text) {
  stop_commands();
  err_ << text;
}

void Console::annotate(const Clean& command) {
  resume_commands();
  err_ << command << std::flush;
}

void Console::flush() { err_.flush(); }

// On standard error, which is read along with standard output: a program that reads our results must not
// find a line in them that is not ours.
void Console::stop_commands() {
  if (token_.empty() || std::exchange(stopped_, true)) return;
  err_ << "::stop-commands::" << token_ << '\n' << std::flush;
}

void Console::resume_commands() {
  if (std::exchange(stopped_, false)) err_ << "::" << token_ << "::\n" << std::flush;
}

// Who closes a pipe has read what it wanted.
void Console::tell_what_is_lost() {
  if (out_error_ == 0 || out_error_ == EPIPE) return;
  const std::string why = std::generic_category().message(out_error_);
  tell(clean("could not write to standard output: {}. It was to say:\n{}", why, lost_));
  err_.flush();
}

std::string random_token() {
  std::array<unsigned char, 16> bytes{};
  if (getentropy(bytes.data(), bytes.size()) != 0) {
    throw std::system_error(errno, std::generic_category(), "getentropy");
  }
  std::string token;
  for (const unsigned char byte : bytes) token += fmt::format("{:02x}", byte);
  return token;
}

}  // namespace runner
