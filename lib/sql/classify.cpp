#include "statement.hpp"
#include "token_value.hpp"

namespace runner {
namespace {

using Tokens = std::span<const Token>;

bool has_word(Tokens tokens, std::size_t at, std::string_view lower) {
  return at < tokens.size() && is_word(tokens[at], lower);
}

bool has_any(Tokens tokens, std::size_t at, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (has_word(tokens, at, word)) return true;
  }
  return false;
}

bool has_words(Tokens tokens, std::initializer_list<std::string_view> words) {
  std::size_t at = 0;
  for (const std::string_view word : words) {
    if (!has_word(tokens, at++, word)) return false;
  }
  return true;
}

bool has_somewhere(Tokens tokens, std::string_view word) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (has_word(tokens, at, word)) return true;
  }
  return false;
}

// The value of an option: off for "connect = false", on for "concurrently" alone. Nothing when the option is
// not given.
std::optional<bool> option_in(std::string_view text, std::string_view option) {
  std::optional<bool> setting;
  Scanner scanner(text);
  for (Token token = scanner.next(); token.kind != TokenKind::end;) {
    const bool found = is_word(token, option);
    token = scanner.next();
    if (!found) continue;
    if (token.text == "=") token = scanner.next();
    setting = switched_to(token).value_or(true);
  }
  return setting;
}

// CLUSTER and REPACK without a table process the whole database.
bool names_no_table(Tokens head) { return head.size() <= (has_word(head, 1, "verbose") ? 2U : 1U); }

bool creates_outside(Tokens head, std::string_view text) {
  if (has_any(head, 1, {"database", "tablespace"})) return true;
  if (has_word(head, 1, "subscription")) {
    return option_in(text, "connect") != false && option_in(text, "create_slot") != false;
  }
  const std::size_t index = has_word(head, 1, "unique") ? 2 : 1;
  return has_word(head, index, "index") && has_word(head, index + 1, "concurrently");
}

bool drops_outside(Tokens head) {
  return has_any(head, 1, {"database", "tablespace", "subscription"}) ||
         has_words(head, {"drop", "index", "concurrently"});
}

bool alters_outside(Tokens head, std::string_view text) {
  if (has_word(head, 1, "system")) return true;
  if (has_word(head, 1, "database")) return has_word(head, 3, "set") && has_word(head, 4, "tablespace");
  if (has_word(head, 1, "subscription"))
    return has_word(head, 4, "publication") && option_in(text, "refresh") != false;
  return has_word(head, 1, "table") && has_somewhere(head, "detach") &&
         has_word(head, head.size() - 1, "concurrently");
}

bool reindexes_outside(Tokens head, std::string_view text) {
  return has_any(head, 1, {"schema", "database", "system"}) || has_word(head, 2, "concurrently") ||
         option_in(text, "concurrently") == true;
}

// Misses what only the server can see: REINDEX and CLUSTER of a partitioned table, and CALL or DO that
// commits.
bool runs_outside(Tokens head, std::string_view text) {
  if (has_word(head, 0, "create")) return creates_outside(head, text);
  if (has_word(head, 0, "drop")) return drops_outside(head);
  if (has_word(head, 0, "alter")) return alters_outside(head, text);
  if (has_word(head, 0, "reindex")) return reindexes_outside(head, text);
  if (has_word(head, 0, "cluster")) return names_no_table(head);
  if (has_word(head, 0, "repack")) return names_no_table(head) || option_in(text, "concurrently") == true;
  return has_word(head, 0, "vacuum") || has_words(head, {"discard", "all"}) ||
         has_words(head, {"commit", "prepared"}) || has_words(head, {"rollback", "prepared"});
}

StatementKind copy_kind(Tokens head) {
  for (std::size_t at = 1; at + 1 < head.size(); ++at) {
    const bool client_side = has_any(head, at + 1, {"stdin", "stdout"});
    if (client_side && has_word(head, at, "from")) return StatementKind::copy_from_stdin;
    if (client_side && has_word(head, at, "to")) return StatementKind::copy_to_stdout;
  }
  return StatementKind::ordinary;
}

}  // namespace

StatementKind classify(Tokens head, std::string_view text) {
  if (runs_outside(head, text)) return StatementKind::outside_transaction;
  if (has_word(head, 0, "begin") || has_words(head, {"start", "transaction"})) return StatementKind::begin;
  if (has_any(head, 0, {"commit", "end"})) return StatementKind::commit;
  if (has_any(head, 0, {"rollback", "abort"})) {
    const bool to_savepoint = has_word(head, 1, "to") || has_word(head, 2, "to");
    return to_savepoint ? StatementKind::ordinary : StatementKind::rollback;
  }
  if (has_words(head, {"prepare", "transaction"})) return StatementKind::prepare_transaction;
  if (has_word(head, 0, "copy")) return copy_kind(head);
  return StatementKind::ordinary;
}

}  // namespace runner
