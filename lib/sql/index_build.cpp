#include "index_build.hpp"

#include "scanner.hpp"
#include "text.hpp"

namespace runner {
namespace {

// Reads a statement word by word.
class Words {
 public:
  explicit Words(std::string_view statement) : scanner_(statement), token_(scanner_.next()) {}

  bool take(std::string_view lower) {
    const bool found = token_.kind == TokenKind::word && equals_ignoring_case(token_.text, lower);
    if (found) token_ = scanner_.next();
    return found;
  }

  std::string take_word() {
    std::string word = lower_case(token_.text);
    token_ = scanner_.next();
    return word;
  }

  // What stands in parentheses; whether this word is in it.
  bool take_options_with(std::string_view lower) {
    if (token_.text != "(") return false;
    bool found = false;
    while (token_.kind != TokenKind::end && token_.text != ")") {
      found = found || equals_ignoring_case(token_.text, lower);
      token_ = scanner_.next();
    }
    token_ = scanner_.next();
    return found;
  }

  // A name with the names in front of it, as written: "a"."b".
  std::string take_name() {
    std::string name;
    while (token_.kind != TokenKind::end) {
      name += token_.text;
      token_ = scanner_.next();
      if (token_.text != ".") break;
      name += ".";
      token_ = scanner_.next();
    }
    return name;
  }

 private:
  Scanner scanner_;
  Token token_;
};

}  // namespace

std::optional<IndexBuild> concurrent_build(std::string_view statement) {
  Words words(statement);
  if (!words.take("create")) return std::nullopt;
  words.take("unique");
  if (!words.take("index") || !words.take("concurrently")) return std::nullopt;
  if (words.take("if")) {
    words.take("not");
    words.take("exists");
  }
  IndexBuild build;
  if (!words.take("on")) {
    build.name = words.take_name();
    if (!words.take("on")) return std::nullopt;
  }
  words.take("only");
  build.table = words.take_name();
  return build;
}

std::optional<IndexRebuild> concurrent_rebuild(std::string_view statement) {
  Words words(statement);
  if (!words.take("reindex")) return std::nullopt;
  const bool as_option = words.take_options_with("concurrently");
  IndexRebuild rebuild{words.take_word(), {}};
  if (!words.take("concurrently") && !as_option) return std::nullopt;
  rebuild.name = words.take_name();
  return rebuild;
}

std::optional<std::string> concurrent_drop(std::string_view statement) {
  Words words(statement);
  if (!words.take("drop") || !words.take("index") || !words.take("concurrently")) return std::nullopt;
  if (words.take("if")) words.take("exists");
  return words.take_name();
}

}  // namespace runner
