#include "script.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "location.hpp"

namespace runner {
namespace {

void require_utf8(const std::string& path, std::string_view raw) {
  const auto bad = first_bad_byte(raw);
  if (!bad) return;
  // The line itself is not shown: a terminal could not print it.
  const Text before = normalized(Text(std::string(raw.substr(0, *bad))));
  const Location location = locate(before.view(), before.view().size());
  const auto refusal = [&](std::string message, const char* hint) {
    return Error(ErrorKind::source, std::move(message))
        .at({path, location.line, location.column, {}, 0})
        .hint(hint);
  };
  if (raw.starts_with("\xFF\xFE") || raw.starts_with("\xFE\xFF")) {
    throw refusal("the file is in UTF-16, not UTF-8",
                  "Save the file as UTF-8, for example: iconv -f UTF-16 -t UTF-8");
  }
  const auto byte = static_cast<unsigned>(static_cast<unsigned char>(raw[*bad]));
  if (byte == 0) {
    throw refusal("the file holds a NUL byte", "Remove the byte: PostgreSQL text cannot hold it.");
  }
  throw refusal(fmt::format("the file is not UTF-8: byte 0x{:02x}", byte),
                "Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8");
}

std::string_view unterminated_name(std::string_view text) {
  if (text.starts_with("/*")) return "comment";
  if (text.starts_with("$")) return "dollar-quoted string";
  return text.find('"') < text.find('\'') ? "quoted identifier" : "quoted string";
}

// Whether one may run in a transaction depends on its replication slot, which only the server knows.
bool is_about_subscription(std::string_view statement) {
  Scanner scanner(statement);
  (void)scanner.next();
  return equals_ignoring_case(scanner.next().text, "subscription");
}

// Collects what the statements of one script say together, and refuses what cannot run.
class Inspection {
 public:
  Inspection(Script& script, std::string_view text) : script_(script), text_(text) {}

  void run() {
    StatementReader reader(text_);
    std::size_t gap_start = 0;
    while (const auto statement = reader.next()) {
      see(*statement);
      if (count_ > 1) refuse_late_directive(gap_start, statement->offset);
      gap_start = statement->offset + statement->text.size();
    }
    if (count_ > 0) refuse_late_directive(gap_start, text_.size());
    decide();
  }

 private:
  void see(const Statement& statement) {
    ++count_;
    last_ = statement;
    switch (statement.kind) {
      case StatementKind::ordinary: break;
      case StatementKind::outside_transaction: see_outside(statement); break;
      case StatementKind::begin:
      case StatementKind::commit:
      case StatementKind::rollback:
      case StatementKind::prepare_transaction: see_control(statement); break;
      default: refuse(statement);
    }
  }

  void see_outside(const Statement& statement) {
    if (!block_) {
      if (!outside_) outside_ = statement;
    } else if (!is_about_subscription(statement.text)) {
      throw at(statement.offset, fmt::format("\"{}\" cannot run in the transaction that begins on line {}",
                                             summary_of(statement.text), locate(text_, block_->offset).line))
          .hint("Move it behind the COMMIT, or into a file of its own.");
    }
  }

  void see_control(const Statement& statement) {
    ++control_count_;
    if (statement.kind != StatementKind::begin) {
      block_.reset();
    } else if (!block_) {
      block_ = statement;
    }
    if (count_ == 1 && statement.kind == StatementKind::begin) {
      begin_ = statement;
    } else if (!first_control_) {
      first_control_ = statement;
    }
  }

  // A directive between statements would be taken for a comment, against what its writer meant.
  void refuse_late_directive(std::size_t gap_start, std::size_t gap_end) const {
    const auto found = find_directive(text_.substr(gap_start, gap_end - gap_start));
    if (!found) return;
    throw at(gap_start + *found, "a directive must stand in front of the first statement")
        .hint("Move the line to the top of the file.");
  }

  [[noreturn]] void refuse(const Statement& statement) const {
    switch (statement.kind) {
      case StatementKind::unterminated:
        throw at(statement.offset, fmt::format("unterminated {}", unterminated_name(statement.text)));
      case StatementKind::copy_from_stdin:
        throw at(statement.offset, "COPY … FROM STDIN with data in the file is not supported yet")
            .hint("Write the rows as INSERT statements.");
      case StatementKind::copy_to_stdout:
        throw at(statement.offset, "COPY … TO STDOUT has nowhere to write to in a script")
            .hint("Run it with psql.");
      default: {
        const std::string command(statement.text.substr(0, statement.text.find_first_of(" \t\n")));
        throw at(statement.offset, fmt::format("psql command \"{}\" cannot run here", command))
            .hint("Only SQL may stand in the file: remove the line, or run the file with psql.");
      }
    }
  }

  void decide() {
    script_.statement_count = count_;
    refuse_open_block();
    if (script_.directives.no_transaction) {
      script_.outside = OutsideReason{};
    } else if (outside_) {
      script_.outside = OutsideReason{summary_of(outside_->text), locate(text_, outside_->offset).line};
    } else if (begin_ && control_count_ == 2 && last_.kind == StatementKind::commit) {
      script_.wrapped = true;
      script_.begin = begin_->text;
      script_.statement_count -= 2;
    } else if (first_control_) {
      throw at(first_control_->offset, fmt::format("\"{}\" would break the transaction that the file runs in",
                                                   summary_of(first_control_->text)))
          .hint(
              "Remove it, or put \"-- runner: no-transaction\" at the top of the file to run it "
              "statement by statement.");
    }
  }

  void refuse_open_block() const {
    if (!block_) return;
    const bool needless = !outside_ && !script_.directives.no_transaction;
    throw at(block_->offset, "the file begins a transaction and never ends it")
        .hint(needless ? "Remove the BEGIN: the file runs in a transaction anyway." : "End it with COMMIT.");
  }

  [[nodiscard]] Error at(std::size_t offset, std::string message) const {
    return Error(ErrorKind::source, std::move(message)).at(place_at(script_.path, text_, offset));
  }

  Script& script_;
  std::string_view text_;
  std::size_t count_ = 0;
  std::size_t control_count_ = 0;
  Statement last_;
  std::optional<Statement> begin_;  // the first statement of the script, if it is a BEGIN
  std::optional<Statement> block_;  // the BEGIN that is open at this point
  std::optional<Statement> outside_;
  std::optional<Statement> first_control_;
};

}  // namespace

Script check_script(std::string path, Text raw) {
  require_utf8(path, raw.view());
  Text text = normalized(raw);
  const bool changed = text.view().size() != raw.view().size();
  const Checksum checksum = Checksum::of(text.view());
  Script script{.path = std::move(path),
                .text = std::move(text),
                .checksum = checksum,
                .raw_checksum = changed ? Checksum::of(raw.view()) : checksum,
                .directives = {},
                .outside = {}};
  script.directives = read_directives(script.path, script.text.view());
  Inspection(script, script.text.view()).run();
  return script;
}

// A chain, so that every statement costs only itself.
void Progress::advance(const Statement& statement) {
  ++done;
  prefix = Checksum::of(prefix.hex() + std::string(statement.text));
}

Checksum checksum_of_first(const Script& script, std::size_t statements) {
  SentStatements sent(script);
  Progress progress;
  while (progress.done < statements) {
    const auto statement = sent.next();
    if (!statement) break;
    progress.advance(*statement);
  }
  return progress.prefix;
}

std::optional<Statement> SentStatements::next() {
  auto statement = reader_.next();
  while (skip_control_ && statement &&
         (statement->kind == StatementKind::begin || statement->kind == StatementKind::commit)) {
    statement = reader_.next();
  }
  return statement;
}

}  // namespace runner
