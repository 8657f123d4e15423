#include "variables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "scanner.hpp"
#include "text/strings.hpp"

namespace runner {
namespace {

// The value in quotes, as an SQL literal or name.
std::string quoted(const std::string& value, char quote) {
  const std::string in_quotes = quote + doubled(value, quote) + quote;
  // A server setting decides whether a backslash escapes in a plain string. In an E string it always does.
  const bool backslash = quote == '\'' && value.find('\\') != std::string::npos;
  return backslash ? " E" + doubled(in_quotes, '\\') : in_quotes;
}

// Bytes above 127 are letters.
bool may_be_in_name(char c) {
  const bool digit = c >= '0' && c <= '9';
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return digit || letter || c == '_' || static_cast<unsigned char>(c) > 127;
}

// The name after the colon of :name, :'name' or :"name", with its quotes. Empty for anything else. A name
// without quotes ends where psql ends it, even in the middle of a token.
std::string_view written_name_in(std::string_view behind_colon, const Token& token) {
  const char first = token.text.empty() ? ' ' : token.text.front();
  const bool quoted = (token.kind == TokenKind::string && first == '\'') ||
                      (token.kind == TokenKind::quoted_identifier && first == '"');
  return quoted ? token.text : behind_colon.substr(0, length_of_variable_name(behind_colon));
}

constexpr std::string_view kQuestion = ":{?";

struct Reference {
  std::size_t size;  // as written, with its colon
  std::string value;
  std::string_view name;
  bool is_sql = false;  // whether the value is SQL, not a literal or a name
};

// The reference to a variable at the start of the text. The token is the one after its colon. Nothing for a
// variable that is not defined: the text then stays as it is.
template <typename Find>
std::optional<Reference> reference_in(std::string_view text, const Token& token, const Find& find) {
  if (const std::size_t size = length_of_question(text); size > 0) {
    const std::string_view name = text.substr(kQuestion.size(), size - kQuestion.size() - 1);
    return Reference{size, find(name) != nullptr ? "TRUE" : "FALSE", name};
  }
  const std::string_view written = written_name_in(text.substr(1), token);
  const char first = written.empty() ? ' ' : written.front();
  const bool quotes = first == '\'' || first == '"';
  const std::string_view name = quotes ? written.substr(1, written.size() - 2) : written;
  const std::string* const value = name.empty() ? nullptr : find(name);
  if (value == nullptr) return std::nullopt;
  if (quotes) return Reference{1 + written.size(), quoted(*value, first), name};
  return Reference{1 + written.size(), *value, name, true};
}

const std::string* value_of(std::string_view name, const Variables& variables) {
  const auto variable = variables.find(name);
  return variable == variables.end() ? nullptr : &variable->second.value;
}

constexpr std::size_t kMostNested = 64;

Error named_too_deep() {
  return Error(ErrorKind::source, fmt::format("variables name each other more than {} deep", kMostNested))
      .hint("Write the value itself in place of some of the names.");
}

}  // namespace

std::size_t length_of_variable_name(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, may_be_in_name) - text.begin());
}

bool is_variable_name(std::string_view name) noexcept {
  return !name.empty() && length_of_variable_name(name) == name.size();
}

void require_variable_name(std::string_view name, ErrorKind kind) {
  if (is_variable_name(name)) return;
  throw Error(kind, fmt::format("\"{}\" cannot be the name of a variable", name))
      .hint("A name has letters, digits and \"_\".");
}

std::size_t length_of_question(std::string_view text) noexcept {
  if (!text.starts_with(kQuestion)) return 0;
  const std::size_t end = kQuestion.size() + length_of_variable_name(text.substr(kQuestion.size()));
  const bool closed = end > kQuestion.size() && end < text.size() && text[end] == '}';
  return closed ? end + 1 : 0;
}

std::string value_of_reference(std::string_view text, const Variables& variables, VariableNames& used) {
  if (!text.starts_with(':')) return std::string(text);
  const auto reference = reference_in(text, Scanner(text.substr(1)).next(),
                                      [&](std::string_view name) { return value_of(name, variables); });
  if (!reference) return std::string(text);
  used.emplace(reference->name);
  return reference->value;
}

bool is_secret(std::string_view name, const Variables& variables) {
  const auto variable = variables.find(name);
  return variable != variables.end() && variable->second.secret;
}

bool any_secret(const VariableNames& names, const Variables& variables) {
  return std::ranges::any_of(names, [&](const std::string& name) { return is_secret(name, variables); });
}

Error values_too_long() {
  return Error(ErrorKind::source, fmt::format("the values of all variables together are longer than {} MiB",
                                              kMostOfValues >> 20U))
      .hint("A variable that is set to itself twice doubles each time: look at the \\set lines.");
}

// The variables to fill in, and how many bytes their values may still add. A value that is SQL may contain
// other variables, and their values again others, but never itself.
class FilledIn::Values {
 public:
  explicit Values(const Variables& variables) : variables_(variables) {}

  [[nodiscard]] const std::string* find(std::string_view name) const {
    return std::ranges::find(within_, name) == within_.end() ? value_of(name, variables_) : nullptr;
  }

  void note_use(std::string_view name) { used_.emplace(name); }
  [[nodiscard]] VariableNames used() { return std::move(used_); }

  [[nodiscard]] std::string fill_in(const Reference& reference) {
    // Values that name each other cost time even when they add nothing.
    constexpr std::size_t kCost = 1024;
    const std::size_t cost = reference.value.size() + (within_.empty() ? 0 : kCost);
    if (cost > left_) throw values_too_long();
    if (within_.size() == kMostNested) throw named_too_deep();
    left_ -= cost;
    if (!reference.is_sql || reference.value.find(':') == std::string::npos) return reference.value;
    within_.push_back(reference.name);
    std::string filled_in = FilledIn(reference.value, *this).sql_;
    within_.pop_back();
    return filled_in;
  }

 private:
  const Variables& variables_;
  std::vector<std::string_view> within_;
  VariableNames used_;
  std::size_t left_ = kMostOfValues;
};

FilledIn::FilledIn(std::string_view text, const Variables& variables) {
  Values values(variables);
  *this = FilledIn(text, values);
  used_ = values.used();
}

FilledIn::FilledIn(std::string_view text, Values& values) {
  Scanner scanner(text);
  std::size_t copied = 0;
  Token token = scanner.next();
  while (token.kind != TokenKind::end) {
    const Token before = std::exchange(token, scanner.next());
    const std::size_t colon = offset_in(text, before.text);
    if (before.text != ":" || offset_in(text, token.text) != colon + 1) continue;
    if (token.text == ":") {  // a cast
      token = scanner.next();
      continue;
    }
    const auto reference =
        reference_in(text.substr(colon), token, [&](std::string_view name) { return values.find(name); });
    if (!reference) continue;
    values.note_use(reference->name);
    sql_.append(text.substr(copied, colon - copied));
    replace(text.substr(colon, reference->size), values.fill_in(*reference), colon);
    copied = colon + reference->size;
    scanner.move_to(copied);
    token = scanner.next();
  }
  sql_.append(text.substr(copied));
}

void FilledIn::replace(std::string_view written, const std::string& value, std::size_t in_text) {
  anchors_.push_back({sql_.size(), sql_.size() + value.size(), in_text, in_text + written.size()});
  sql_.append(value);
}

std::size_t FilledIn::offset_in_text(std::size_t offset_in_sql) const {
  const auto behind = std::ranges::upper_bound(anchors_, offset_in_sql, {}, &Anchor::in_sql);
  if (behind == anchors_.begin()) return offset_in_sql;
  const Anchor& anchor = *std::prev(behind);
  const bool in_value = offset_in_sql < anchor.behind_value;
  return in_value ? anchor.in_text : anchor.behind_name + (offset_in_sql - anchor.behind_value);
}

}  // namespace runner
