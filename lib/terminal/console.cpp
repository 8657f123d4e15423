#include "console.hpp"

#include <sys/random.h>

#include <algorithm>
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
  } catch (const std::exception&) {  // out of memory: runner cannot report anything
  }
}

// Also hides each value as the screen and an annotation spell it: cleaning may change it.
void Console::hide(Mask mask) {
  mask_ = std::move(mask);
  mask_.hide_also([](std::string_view value) { return visible_line(value).text(); });
  mask_.hide_also([](std::string_view value) { return visible(value).text(); });
  mask_.hide_also([](std::string_view value) { return escaped_for_github(visible(value), false).text(); });
  mask_.hide_also([](std::string_view value) { return escaped_for_github(visible(value), true).text(); });
}

void Console::result(const Clean& text) { write(text, mask_.masked(text)); }

void Console::document(const Clean& text) { write(text, text); }

void Console::tell(const Clean& text) {
  stop_commands();
  err_ << mask_.masked(text);
}

void Console::annotate(const Clean& command) {
  resume_commands();
  err_ << mask_.masked(command) << std::flush;
}

void Console::flush() { err_.flush(); }

// Flushes at once: only then is an error known.
void Console::write(const Clean& text, std::string_view shown) {
  stop_commands();
  errno = 0;
  out_ << shown << std::flush;
  if (out_) return;
  if (out_error_ == 0) out_error_ = errno == 0 ? EIO : errno;
  lost_ += text;
}

// Written to standard error, which GitHub reads together with standard output: a program that reads runner's
// results must find only results there.
void Console::stop_commands() {
  if (token_.empty() || std::exchange(stopped_, true)) return;
  err_ << "::stop-commands::" << token_ << '\n' << std::flush;
}

void Console::resume_commands() {
  if (std::exchange(stopped_, false)) err_ << "::" << token_ << "::\n" << std::flush;
}

// A program that closed the pipe has read what it wanted.
void Console::tell_what_is_lost() {
  if (out_error_ == 0 || out_error_ == EPIPE) return;
  const std::string why = std::generic_category().message(out_error_);
  tell(clean("could not write to standard output: {}. The output was:\n{}", why, lost_));
  err_.flush();
}

Clean escaped_for_github(const Clean& text, bool property) {
  Clean result;
  std::string_view rest = text;
  const std::string_view special = property ? "%:," : "%";
  while (!rest.empty()) {
    const std::size_t plain = std::min(rest.find_first_of(special), rest.size());
    result += clean("{}", rest.substr(0, plain));
    if (plain < rest.size()) result += clean("%{:02X}", static_cast<unsigned>(rest[plain]));
    rest.remove_prefix(std::min(plain + 1, rest.size()));
  }
  return result;
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
