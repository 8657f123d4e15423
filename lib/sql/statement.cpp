#include "statement.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "marked_comments.hpp"
#include "text/strings.hpp"
#include "text/utf8.hpp"

namespace runner {
namespace {

// The first tokens of a statement outside of parentheses, as many as classify() needs.
class Head {
 public:
  void add(const Token& token) {
    if (size_ < tokens_.size()) tokens_[size_++] = token;
  }
  [[nodiscard]] std::span<const Token> tokens() const { return {tokens_.data(), size_}; }

 private:
  std::array<Token, 20> tokens_;
  std::size_t size_ = 0;
};

// Tracks the BEGIN ATOMIC … END bodies of SQL-standard routines, in which semicolons belong to the statement.
// CASE … END nests in them. Words after a dot or AS are names: "t.end", "AS end".
class RoutineBody {
 public:
  void see(const Token& token, std::span<const Token> head) {
    if (token.kind == TokenKind::word && !behind_sign_of_name_) see_word(token, head);
    behind_sign_of_name_ = is_symbol(token, '.') || is_word(token, "as");
    behind_begin_ = is_word(token, "begin");
  }
  [[nodiscard]] bool open() const { return depth_ > 0; }

 private:
  void see_word(const Token& token, std::span<const Token> head) {
    if (depth_ == 0) {
      if (behind_begin_ && is_word(token, "atomic") && creates_routine(head)) depth_ = 1;
    } else if (is_word(token, "case")) {
      ++depth_;
    } else if (is_word(token, "end")) {
      --depth_;
    }
  }

  static bool creates_routine(std::span<const Token> head) {
    const std::size_t at = head.size() > 3 && is_word(head[1], "or") ? 3 : 1;
    return head.size() > at && is_word(head[0], "create") &&
           (is_word(head[at], "function") || is_word(head[at], "procedure"));
  }

  bool behind_sign_of_name_ = false;
  bool behind_begin_ = false;
  std::size_t depth_ = 0;
};

}  // namespace

Token StatementReader::next_token() {
  if (!put_back_) return scanner_.next();
  const Token token = *put_back_;
  put_back_.reset();
  return token;
}

// The end of the window may cut off a statement: next() then reads it again in a larger window.
std::optional<Statement> StatementReader::next() {
  while (!window_.at_end()) {
    StatementReader before = *this;
    auto statement = read_next();
    if (!ran_out()) return statement;
    *this = std::move(before);
    see_more();
  }
  return read_next();
}

bool StatementReader::ran_out() const noexcept {
  return !window_.at_end() && scanner_.offset() >= window_.bytes().size();
}

// Drops what was read before, and leading blanks: a gap of them may be as long as the file.
void StatementReader::see_more() {
  constexpr std::size_t kAhead = 256 * 1024;
  const std::string_view gap = window_.bytes().substr(gap_start_);
  gap_start_ += offset_in(gap, trimmed(gap));
  const std::size_t kept = window_.bytes().size() - gap_start_;
  move_window(window_.begin() + gap_start_, std::max(kAhead, 2 * kept));
}

// Moves the window forward, or keeps its begin, and adjusts the reader's offsets to it.
void StatementReader::move_window(std::size_t from, std::size_t size) {
  const std::size_t old_begin = window_.begin();
  const std::size_t put_back_at = put_back_ ? offset_in(window_.bytes(), put_back_->text) : 0;
  window_.move(from, size);
  const auto moved = [&, skipped = window_.begin() - old_begin](std::size_t offset) {
    return std::max(offset, skipped) - skipped;
  };
  const std::size_t scanned = scanner_.offset();
  scanner_ = Scanner(window_.bytes());
  scanner_.move_to(moved(scanned));
  gap_start_ = moved(gap_start_);
  if (put_back_) put_back_->text = window_.bytes().substr(moved(put_back_at), put_back_->text.size());
}

std::optional<Statement> StatementReader::read_next() {
  if (behind_copy_) return std::exchange(behind_copy_, std::nullopt);
  Token token = next_token();
  while (token.kind == TokenKind::semicolon) token = next_token();
  if (const auto misplaced = refuse_gap_before(token)) return misplaced;
  directives_allowed_ = false;
  gap_start_ = scanner_.offset();
  switch (token.kind) {
    case TokenKind::end: return std::nullopt;
    case TokenKind::backslash: return statement(StatementKind::psql_command, token.text);
    case TokenKind::unterminated: return statement(StatementKind::unterminated, token.text);
    default: return read_from(token);
  }
}

// Ignores comments between statements, except misplaced directives and another tool's down section.
std::optional<Statement> StatementReader::refuse_gap_before(const Token& token) {
  const std::size_t end = offset_in(window_.bytes(), token.text);
  const std::string_view gap = window_.bytes().substr(gap_start_, end - gap_start_);
  if (gap.find("--") == std::string_view::npos) return std::nullopt;
  const auto directive = directives_allowed_ ? std::nullopt : find_directive(gap);
  const auto down = find_down_section(gap);
  if (!directive && !down) return std::nullopt;
  put_back_ = token;
  gap_start_ = end;
  const bool down_first = down && (!directive || *down < *directive);
  const std::string_view found = gap.substr(down_first ? *down : *directive);
  return statement(down_first ? StatementKind::down_section : StatementKind::late_directive,
                   found.substr(0, found.find('\n')));
}

Statement StatementReader::read_from(Token token) {
  const char* const begin = token.text.data();
  const char* end = begin;
  std::size_t parentheses = 0;
  Head head;
  RoutineBody body;
  while (token.kind != TokenKind::end) {
    if (token.kind == TokenKind::unterminated) {
      gap_start_ = scanner_.offset();
      return statement(StatementKind::unterminated, token.text);
    }
    if (token.kind == TokenKind::semicolon && parentheses == 0 && !body.open()) break;
    if (token.kind == TokenKind::backslash) {
      put_back_ = token;
      break;
    }
    if (is_symbol(token, '(')) {
      ++parentheses;
    } else if (is_symbol(token, ')')) {
      parentheses -= parentheses > 0 ? 1 : 0;
    } else if (parentheses == 0) {
      head.add(token);
    }
    if (parentheses == 0) body.see(token, head.tokens());
    end = token.text.data() + token.text.size();
    token = scanner_.next();
  }
  const std::string_view text(begin, static_cast<std::size_t>(end - begin));
  gap_start_ = static_cast<std::size_t>(end - window_.bytes().data());
  const Statement read = statement(classify(head.tokens(), text), text);
  return read.kind == StatementKind::copy_from_stdin && !ran_out() ? with_rows(read) : read;
}

// Rows begin on the next line. Keeps other text on the line of the COPY, for the check to refuse.
Statement StatementReader::with_rows(Statement copy) {
  const std::size_t line_end = line_end_ahead();
  Scanner behind(window_.bytes().substr(0, line_end));
  behind.move_to(scanner_.offset());
  const Token token = put_back_ ? *put_back_ : behind.next();
  if (token.kind != TokenKind::end) behind_copy_ = statement(StatementKind::text_behind_copy, token.text);
  put_back_.reset();
  copy.rows = take_rows();
  return copy;
}

std::string_view StatementReader::take_rows() {
  constexpr std::size_t kMark = 2;  // length of "\\."
  const std::string_view all = window_.text().view();
  const std::size_t line_end = window_.begin() + line_end_ahead();
  const std::size_t end = end_of_rows(line_end);
  const std::size_t behind = std::min(end + kMark, all.size());
  gap_start_ = behind - window_.begin();
  scanner_.move_to(gap_start_);
  const std::size_t start = std::min(line_end + 1, end);
  return all.substr(start, end - start);
}

// Offset in the text where the rows end that begin after this line end. Moves the window along.
std::size_t StatementReader::end_of_rows(std::size_t line_end) {
  constexpr std::size_t kAhead = 256 * 1024;
  constexpr std::size_t kUndecided = 3;  // length of "\n\\.", which a line end has to follow
  while (true) {
    const std::size_t mark =
        find_copy_terminator(window_.bytes(), line_end - window_.begin(), window_.at_end());
    if (mark != std::string_view::npos) return window_.begin() + mark;
    if (window_.at_end()) return window_.end();
    line_end = std::max(line_end, window_.end() - kUndecided);
    if (rows_may_end_ != nullptr)
      line_end = std::min(rows_may_end_->next(line_end + 1) - 1, window_.text().view().size());
    move_window(line_end, kAhead);
  }
}

// Offset of the end of the scanner's line. Grows the window until it holds the whole line.
std::size_t StatementReader::line_end_ahead() {
  while (true) {
    const std::size_t line_end = window_.bytes().find('\n', scanner_.offset());
    if (line_end != std::string_view::npos) return line_end;
    if (window_.at_end()) return window_.bytes().size();
    move_window(window_.begin(), 2 * window_.bytes().size());
  }
}

Statement StatementReader::statement(StatementKind kind, std::string_view text) const {
  return {kind, text, window_.begin() + offset_in(window_.bytes(), text), {}, window_.keeper()};
}

bool sets_session(std::string_view statement) {
  Scanner scanner(statement);
  const Token verb = scanner.next();
  const Token what = scanner.next();
  if (is_word(verb, "reset")) return true;
  return is_word(verb, "set") && !is_word(what, "local") && !is_word(what, "transaction") &&
         !is_word(what, "constraints");
}

bool drops_session_locks(std::string_view statement) {
  Scanner scanner(statement);
  Token token = scanner.next();
  if (is_word(token, "discard")) return is_word(scanner.next(), "all");
  for (; token.kind != TokenKind::end; token = scanner.next()) {
    if (is_word(token, "pg_advisory_unlock_all")) return true;
  }
  return false;
}

std::string_view parameter_in(std::string_view statement) {
  Scanner scanner(statement);
  for (Token token = scanner.next(); token.kind != TokenKind::end; token = scanner.next()) {
    if (is_symbol(token, '$') && token.text.size() > 1) return token.text;
  }
  return {};
}

std::string summary_of(std::string_view statement) {
  constexpr std::size_t kLongest = 60;
  const std::string_view line = trimmed(statement.substr(0, statement.find('\n')));
  if (character_count(line) <= kLongest) return std::string(line);
  return std::string(line.substr(0, offset_of_character(line, kLongest))) + "…";
}

}  // namespace runner
