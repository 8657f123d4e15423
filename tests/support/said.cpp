#include "said.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "text/strings.hpp"

namespace runner::test {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  gethostname(name.data(), name.size() - 1);
  return name.data();
}

std::string with_label(const std::string& label, const std::string& text) {
  std::string labelled;
  for (const std::string_view line : lines_of(text)) labelled += label + std::string(line) + "\n";
  const bool ended = text.empty() || text.ends_with('\n');
  return ended ? labelled : labelled + "(without a line end)\n";
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }
bool is_of_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_of_host(char c) { return c != ' ' && c != ';' && c != ':'; }

// How many characters at the start satisfy the predicate.
std::size_t run_of(std::string_view text, bool (*such)(char)) {
  std::size_t size = 0;
  while (size < text.size() && such(text[size])) ++size;
  return size;
}

bool ends_word(std::string_view text, std::size_t size) {
  return size == text.size() || !is_of_word(text[size]);
}

// Each of these returns the length of what it looks for at the start of the text, 0 when it finds nothing.

// "12 ms" or "1.2 s"
std::size_t duration_in(std::string_view text) {
  const std::size_t digits = run_of(text, is_digit);
  const std::string_view rest = text.substr(digits);
  std::size_t size = 0;
  if (rest.starts_with(" ms")) size = digits + 3;
  if (rest.starts_with('.') && run_of(rest.substr(1), is_digit) == 1 && rest.substr(2).starts_with(" s"))
    size = digits + 4;
  return digits > 0 && ends_word(text, size) ? size : 0;
}

// A date, with or without minutes, with or without seconds.
std::size_t moment_in(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00 00:00:00";
  std::size_t size = 0;
  while (size < std::min(kShape.size(), text.size()) &&
         (kShape[size] == '0' ? is_digit(text[size]) : text[size] == kShape[size]))
    ++size;
  for (const std::size_t whole : {19U, 16U, 10U}) {
    if (size >= whole) return whole;
  }
  return 0;
}

// database "app" on 127.0.0.1:5432
std::size_t database_in(std::string_view text) {
  constexpr std::string_view kBegin = "database \"";
  constexpr std::string_view kOn = "\" on ";
  if (!text.starts_with(kBegin)) return 0;
  std::size_t size = kBegin.size() + run_of(text.substr(kBegin.size()), is_of_word);
  if (!text.substr(size).starts_with(kOn)) return 0;
  size += kOn.size();
  size += run_of(text.substr(size), is_of_host);
  if (!text.substr(size).starts_with(':')) return size;
  const std::size_t port = run_of(text.substr(size + 1), is_digit);
  return port == 0 ? size : size + 1 + port;
}

std::size_t token_in(std::string_view text) {
  constexpr std::size_t kToken = 32;
  return run_of(text, is_hex_digit) == kToken && ends_word(text, kToken) ? kToken : 0;
}

struct Changing {
  std::size_t size = 0;
  std::string_view name = {};
};

// What differs between runs at this position, if anything does.
Changing changing_at(std::string_view text, std::size_t at) {
  static const std::string host = "@" + host_name();
  const std::string_view rest = text.substr(at);
  if (rest.starts_with(host)) return {host.size(), "@HOST"};
  if (const std::size_t size = moment_in(rest)) return {size, "DATE"};
  if (at > 0 && is_of_word(text[at - 1])) return {};
  if (const std::size_t size = duration_in(rest)) return {size, "N ms"};
  if (const std::size_t size = database_in(rest)) return {size, "DB"};
  if (const std::size_t size = token_in(rest)) return {size, "TOKEN"};
  return {};
}

}  // namespace

std::string said(const Outcome& outcome) {
  const std::string all = with_label("err: ", outcome.err) + with_label("out: ", outcome.out);
  return without_times("\n" + all + "exit: " + std::to_string(outcome.exit_code) + "\n");
}

// Written by hand: std::regex takes longer for a page of output than runner takes to produce it.
std::string without_times(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const Changing part = changing_at(text, at);
    if (part.size == 0) {
      result += text[at++];
    } else {
      result += part.name;
      at += part.size;
    }
  }
  return result;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace runner::test
