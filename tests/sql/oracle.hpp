#pragma once

#include <pg_query.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runner::test {

/// One token as PostgreSQL's own scanner reads it.
struct ServerToken {
  std::size_t start = 0;
  std::size_t end = 0;
  bool comment = false;
  bool keyword = false;
};

/// A script as read by PostgreSQL's own scanner and parser, which the library libpg_query contains.
struct ServerReading {
  std::optional<std::string> error;  ///< its message; nothing else is known with an error
  std::vector<ServerToken> tokens;
  std::vector<std::string> statements;  ///< without the white space and the comments around them
};

/// Reads the fields of a protocol buffer, but only the kinds that ScanResult has: numbers and messages.
class FieldReader {
 public:
  explicit FieldReader(std::string_view bytes) : rest_(bytes) {}

  bool next() {
    if (rest_.empty()) return false;
    const std::size_t key = number();
    field = key >> 3U;
    if ((key & 7U) == 0) {
      value = number();
    } else {
      const std::size_t size = number();
      message = rest_.substr(0, size);
      rest_.remove_prefix(size);
    }
    return true;
  }

  std::size_t field = 0;
  std::size_t value = 0;
  std::string_view message;

 private:
  std::size_t number() {
    std::size_t result = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      result |= static_cast<std::size_t>(byte & 0x7FU) << shift;
      if (byte < 0x80U) return result;
    }
  }

  std::string_view rest_;
};

inline ServerToken token_in(std::string_view message) {
  constexpr std::size_t kLineComment = 275;
  constexpr std::size_t kBlockComment = 276;
  ServerToken token;
  for (FieldReader fields(message); fields.next();) {
    if (fields.field == 1) token.start = fields.value;
    if (fields.field == 2) token.end = fields.value;
    if (fields.field == 4) token.comment = fields.value == kLineComment || fields.value == kBlockComment;
    if (fields.field == 5) token.keyword = fields.value != 0;
  }
  return token;
}

inline std::optional<std::string> message_of(const PgQueryError* error) {
  return error == nullptr ? std::nullopt : std::optional<std::string>(error->message);
}

inline void read_tokens(const std::string& sql, ServerReading& reading) {
  const PgQueryScanResult scanned = pg_query_scan(sql.c_str());
  reading.error = message_of(scanned.error);
  if (!reading.error) {
    for (FieldReader fields({scanned.pbuf.data, scanned.pbuf.len}); fields.next();) {
      if (fields.field == 2) reading.tokens.push_back(token_in(fields.message));
    }
  }
  pg_query_free_scan_result(scanned);
}

/// The text between these offsets, without the comments and blanks at its start and its end. Does not use
/// the ends of tokens, because the library reports a wrong end for U&'…'.
inline std::string without_comments_around(const std::string& sql, const ServerReading& reading,
                                           std::size_t start, std::size_t end) {
  std::optional<std::size_t> first;
  std::size_t behind = end;
  for (const ServerToken& token : reading.tokens) {
    if (token.start < start || token.start >= end) continue;
    if (token.comment) {
      behind = std::min(behind, token.start);
    } else {
      if (!first) first = token.start;
      behind = end;
    }
  }
  if (!first) return "";
  const std::string text = sql.substr(*first, behind - *first);
  return text.substr(0, text.find_last_not_of(" \t\n\r\f") + 1);
}

using Split = PgQuerySplitResult (*)(const char*);

/// Splits with pg_query_split_with_scanner or pg_query_split_with_parser. The first skips statements without
/// a keyword. The second refuses invalid SQL.
inline ServerReading read_as_server(const std::string& sql, Split split) {
  ServerReading reading;
  read_tokens(sql, reading);
  if (reading.error) return reading;
  const PgQuerySplitResult parts = split(sql.c_str());
  reading.error = message_of(parts.error);
  for (int i = 0; !reading.error && i < parts.n_stmts; ++i) {
    const auto start = static_cast<std::size_t>(parts.stmts[i]->stmt_location);
    const auto size = static_cast<std::size_t>(parts.stmts[i]->stmt_len);
    reading.statements.push_back(without_comments_around(sql, reading, start, start + size));
  }
  pg_query_free_split_result(parts);
  return reading;
}

}  // namespace runner::test
