#include "error.hpp"

#include <utility>

namespace runner {
namespace {

std::string with_line(const std::string& text, const std::string& line) {
  return text.empty() ? line : text + "\n" + line;
}

}  // namespace

Error::Error(ErrorKind kind, std::string message) : kind_(kind), message_(std::move(message)) {}

Error& Error::at(Place place) {
  place_ = std::move(place);
  return *this;
}

Error& Error::detail(std::string text) {
  detail_ = std::move(text);
  return *this;
}

Error& Error::hint(std::string text) {
  hint_ = std::move(text);
  return *this;
}

Error& Error::add_detail(const std::string& line) { return detail(with_line(detail_, line)); }

Error& Error::add_hint(const std::string& line) { return hint(with_line(hint_, line)); }

Error& Error::context(std::string text) {
  context_ = std::move(text);
  return *this;
}

Error& Error::sqlstate(std::string code) {
  sqlstate_ = std::move(code);
  return *this;
}

Error& Error::rule(std::string name) {
  rule_ = std::move(name);
  return *this;
}

Error& Error::prefix(const std::string& text) {
  message_ = text + ": " + message_;
  return *this;
}

Error& Error::with(std::vector<Error> others) {
  others_ = std::move(others);
  return *this;
}

Error Error::as(ErrorKind kind) const {
  Error copy = *this;
  copy.kind_ = kind;
  return copy;
}

// No default, so that a new kind does not compile until its exit code is decided.
int exit_code(ErrorKind kind) noexcept {
  switch (kind) {
    case ErrorKind::usage:
    case ErrorKind::source: return 1;
    case ErrorKind::unreachable: return 2;
    case ErrorKind::failed: return 3;
    case ErrorKind::refused: return 4;
    case ErrorKind::in_doubt: return 5;
    case ErrorKind::interrupted: return 130;
    case ErrorKind::terminated: return 143;
  }
  return 1;
}

const char* name_of(ErrorKind kind) noexcept {
  switch (kind) {
    case ErrorKind::usage: return "usage";
    case ErrorKind::source: return "source";
    case ErrorKind::unreachable: return "unreachable";
    case ErrorKind::failed: return "failed";
    case ErrorKind::refused: return "refused";
    case ErrorKind::in_doubt: return "in_doubt";
    case ErrorKind::interrupted: return "interrupted";
    case ErrorKind::terminated: return "terminated";
  }
  return "unknown";
}

}  // namespace runner
