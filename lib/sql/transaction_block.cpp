#include "transaction_block.hpp"

#include "token_reader.hpp"

namespace runner {

// Statements that end a block have kinds of their own. ROLLBACK TO ends none, so it counts here.
bool needs_transaction_block(std::string_view statement) {
  Scanner scanner(statement);
  const Token verb = scanner.next();
  const Token what = scanner.next();
  if (is_word(verb, "set"))
    return is_word(what, "local") || is_word(what, "transaction") || is_word(what, "constraints");
  for (const std::string_view word : {"lock", "savepoint", "release", "rollback", "declare"}) {
    if (is_word(verb, word)) return !is_word(what, "prepared");
  }
  return false;
}

bool chains(std::string_view statement) {
  TokenReader reader(statement);
  reader.skip();
  if (!reader.take({"work"})) reader.take({"transaction"});
  return reader.take({"and", "chain"});
}

}  // namespace runner
