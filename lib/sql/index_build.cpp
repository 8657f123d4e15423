#include "index_build.hpp"

#include "text/strings.hpp"
#include "token_reader.hpp"

namespace runner {
namespace {

// Skips an option list in parentheses. Returns whether this word is in it.
bool take_options_with(std::string_view lower, TokenReader& reader) {
  if (!reader.take('(')) return false;
  bool found = false;
  while (!reader.at_end() && !reader.take(')')) {
    found = found || equals_ignoring_case(reader.peek().text, lower);
    reader.skip();
  }
  return found;
}

}  // namespace

std::optional<IndexBuild> concurrent_build(std::string_view statement) {
  TokenReader reader(statement);
  if (!reader.take({"create"})) return std::nullopt;
  reader.take({"unique"});
  if (!reader.take({"index", "concurrently"})) return std::nullopt;
  reader.take({"if", "not", "exists"});
  IndexBuild build;
  if (!reader.take({"on"})) {
    build.name = reader.take_written_name();
    if (!reader.take({"on"})) return std::nullopt;
  }
  reader.take({"only"});
  build.table = reader.take_written_name();
  return build;
}

std::optional<IndexRebuild> concurrent_rebuild(std::string_view statement) {
  TokenReader reader(statement);
  if (!reader.take({"reindex"})) return std::nullopt;
  const bool as_option = take_options_with("concurrently", reader);
  IndexRebuild rebuild{lower_case(reader.peek().text), {}};
  reader.skip();
  if (!reader.take({"concurrently"}) && !as_option) return std::nullopt;
  rebuild.name = reader.take_written_name();
  return rebuild;
}

std::optional<std::string> concurrent_drop(std::string_view statement) {
  TokenReader reader(statement);
  if (!reader.take({"drop", "index", "concurrently"})) return std::nullopt;
  reader.take({"if", "exists"});
  return reader.take_written_name();
}

}  // namespace runner
