#include "dotenv.hpp"

#include <algorithm>
#include <cctype>

#include "error.hpp"
#include "text/text.hpp"

namespace runner {
namespace {

class DotenvReader {
 public:
  DotenvReader(const std::string& path, std::string_view text) : path_(path), text_(text) {}

  EnvironmentVariables read() {
    EnvironmentVariables variables;
    while (true) {
      skip([](char c) { return c == ' ' || c == '\t' || c == '\n'; });
      if (at_end()) return variables;
      if (text_[offset_] == '#') {
        skip_line();
        continue;
      }
      std::string name = read_name();
      variables[std::move(name)] = read_value();
    }
  }

 private:
  [[nodiscard]] bool at_end() const { return offset_ == text_.size(); }

  template <typename Predicate>
  void skip(Predicate matches) {
    while (!at_end() && matches(text_[offset_])) ++offset_;
  }

  void skip_line() { offset_ = std::min(text_.find('\n', offset_), text_.size()); }
  void skip_spaces() {
    skip([](char c) { return c == ' ' || c == '\t'; });
  }

  std::string read_name() {
    constexpr std::string_view kExport = "export ";
    if (text_.substr(offset_).starts_with(kExport)) offset_ += kExport.size();
    skip_spaces();
    const std::size_t start = offset_;
    skip([](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.'; });
    std::string name(text_.substr(start, offset_ - start));
    skip_spaces();
    if (name.empty() || at_end() || text_[offset_] != '=') throw problem("expected NAME=value");
    ++offset_;
    skip_spaces();
    return name;
  }

  std::string read_value() {
    const char first = at_end() ? '\n' : text_[offset_];
    if (first != '"' && first != '\'') return read_plain();
    std::string value = read_quoted(first);
    skip_spaces();
    if (!at_end() && text_[offset_] == '#') skip_line();
    if (!at_end() && text_[offset_] != '\n') throw problem("unexpected text after the closing quote");
    return value;
  }

  // Reads up to the end of the line, or to a comment: a "#" after white space.
  std::string read_plain() {
    const std::size_t start = offset_;
    skip_line();
    std::string_view value = text_.substr(start, offset_ - start);
    for (std::size_t i = 0; i < value.size(); ++i) {
      const char before = text_[start + i - 1];  // for the first one, the "=" or a blank after it
      if (value[i] == '#' && (before == ' ' || before == '\t')) value = value.substr(0, i);
    }
    return std::string(trimmed(value));
  }

  std::string read_quoted(char quote) {
    const std::size_t start = offset_++;
    std::string value;
    while (!at_end() && text_[offset_] != quote) {
      if (text_[offset_] == '\\' && quote == '"' && offset_ + 1 < text_.size()) {
        value += unescaped(text_[offset_ + 1]);
        offset_ += 2;
      } else {
        value += text_[offset_++];
      }
    }
    if (at_end()) {
      offset_ = start;
      throw problem("unterminated quote");
    }
    ++offset_;
    return value;
  }

  static std::string unescaped(char c) {
    switch (c) {
      case 'n': return "\n";
      case 't': return "\t";
      case '"':
      case '\\':
      case '$': return {c};
      default: return {'\\', c};
    }
  }

  [[nodiscard]] Error problem(std::string message) const {
    const auto before = text_.substr(0, offset_);
    const auto line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    return Error(ErrorKind::source, std::move(message)).at({path_, line, 0, {}, 0});
  }

  const std::string& path_;
  std::string_view text_;
  std::size_t offset_ = 0;
};

}  // namespace

EnvironmentVariables parse_dotenv(const std::string& path, std::string_view text) {
  const Text clean = normalized(Text(std::string(text)));
  return DotenvReader(path, clean.view()).read();
}

}  // namespace runner
