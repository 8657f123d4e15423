#include "inspection.hpp"

#include <fmt/format.h>

#include "sql/marked_comments.hpp"
#include "sql/standard_strings.hpp"
#include "sql/transaction_block.hpp"
#include "text/location.hpp"

namespace runner {
namespace {

std::string_view unterminated_name(std::string_view text) {
  if (text.starts_with("/*")) return "comment";
  if (text.starts_with("$")) return "dollar-quoted string";
  return text.find('"') < text.find('\'') ? "quoted identifier" : "quoted string";
}

// A replication slot decides whether the statement may run in a transaction, and only the server knows it.
bool is_about_subscription(std::string_view statement) {
  Scanner scanner(statement);
  (void)scanner.next();
  return equals_ignoring_case(scanner.next().text, "subscription");
}

// The statement and its place. Names the file only when it is not this one.
OutsideReason seen_from(const std::string& path, const ScriptStatement& item) {
  const SourceFile& file = *item.file;
  return {summary_of(item.statement.text), locate(file.text.view(), item.statement.offset).line,
          file.path == path ? "" : file.path};
}

Error error_at(const ScriptStatement& item, std::string message) {
  return Error(ErrorKind::source, std::move(message)).at(item.file->place_of(item.statement.offset));
}

// Collects what follows from all statements of a script, and refuses those that cannot run.
class Inspection {
 public:
  explicit Inspection(Script& script) : script_(script) {}

  void run(ScriptReader& reader) {
    while (const auto item = reader.next()) {
      if (turns_off_standard_strings(item->sql())) refuse_other_strings(*item);
      see(*item);
    }
    decide();
  }

 private:
  void see(const ScriptStatement& item) {
    ++count_;
    last_ = item.statement.kind;
    switch (last_) {
      case StatementKind::ordinary:
      case StatementKind::copy_from_stdin: break;
      case StatementKind::outside_transaction: see_outside(item); break;
      case StatementKind::begin:
      case StatementKind::commit:
      case StatementKind::rollback:
      case StatementKind::prepare_transaction: see_control(item); break;
      default: refuse(item);
    }
  }

  void see_outside(const ScriptStatement& item) {
    if (!block_) {
      if (!outside_) outside_ = item;
    } else if (!is_about_subscription(item.statement.text)) {
      throw error_at(
          item, fmt::format("\"{}\" cannot run in the transaction that begins on {}",
                            summary_of(item.statement.text), seen_from(item.file->path, *block_).place()))
          .hint("Move it after the COMMIT, or into a file of its own.");
    }
  }

  void see_control(const ScriptStatement& item) {
    ++control_count_;
    const bool begins = last_ == StatementKind::begin;
    if (begins) {
      if (!block_) block_ = item;
    } else if (!block_) {
      if (!bare_) bare_ = item;
    } else if (chains(item.statement.text)) {
      block_ = item;
    } else {
      block_.reset();
    }
    if (count_ == 1 && begins) {
      begin_ = item.sql();
    } else if (!first_control_) {
      first_control_ = item;
    }
  }

  [[noreturn]] static void refuse_other_strings(const ScriptStatement& item) {
    throw error_at(item, "standard_conforming_strings cannot be turned off in a file")
        .hint("Remove the statement, and write E'…' where a backslash in a string escapes.");
  }

  [[noreturn]] static void refuse(const ScriptStatement& item) {
    const std::string_view text = item.statement.text;
    switch (item.statement.kind) {
      case StatementKind::copy_to_stdout:
        throw error_at(item, "COPY … TO STDOUT cannot run here: a script has no output")
            .hint("Run it with psql.");
      case StatementKind::text_behind_copy:
        throw error_at(item, "only rows may follow COPY … FROM STDIN, from the next line on")
            .hint(text.starts_with("\\.") ? "End the COPY itself with \";\"."
                                          : "Move the text after it below the line with \"\\.\".");
      case StatementKind::late_directive:
        throw error_at(item, "a directive must come before the first statement")
            .hint("Move the line to the top of the file; of an included file, to the one that includes it.");
      case StatementKind::down_section:
        throw error_at(item,
                       fmt::format("\"{}\" begins a rollback in the same file, which would run as part of it",
                                   summary_of(item.statement.text)))
            .hint("Move the text after it into its own file: NNN_name.down.sql");
      case StatementKind::psql_command:
        throw error_at(item, fmt::format("psql command \"{}\" cannot run here", first_word(text)));
      default: throw error_at(item, fmt::format("unterminated {}", unterminated_name(text)));
    }
  }

  void decide() {
    script_.statement_count = count_;
    refuse_open_block();
    if (script_.directives.no_transaction) {
      script_.outside = OutsideReason{};
    } else if (outside_) {
      refuse_bare_control();
      script_.outside = seen_from(script_.path, *outside_);
    } else if (begin_ && control_count_ == 2 && last_ == StatementKind::commit) {
      script_.wrapped = true;
      script_.begin = *begin_;
      script_.statement_count -= 2;
    } else if (first_control_) {
      throw error_at(*first_control_, fmt::format("\"{}\" would break the transaction that the file runs in",
                                                  summary_of(first_control_->statement.text)))
          .hint(
              "Remove it, or put \"-- runner: no-transaction\" at the top of the file to run it "
              "statement by statement.");
    }
  }

  // With psql it ends nothing. In a file that was written for one transaction, it would end that one.
  void refuse_bare_control() const {
    if (!bare_) return;
    const OutsideReason reason = seen_from(bare_->file->path, *outside_);
    throw error_at(*bare_,
                   fmt::format("\"{}\" ends no transaction: the file runs without one because of {}: {}",
                               summary_of(bare_->statement.text), reason.place(), reason.statement))
        .hint(
            "Remove it, or put \"-- runner: no-transaction\" at the top of the file to run it "
            "as psql does: each statement takes effect by itself.");
  }

  void refuse_open_block() const {
    if (!block_) return;
    const bool needless = !outside_ && !script_.directives.no_transaction;
    throw error_at(*block_, "the file begins a transaction and never ends it")
        .hint(needless ? "Remove the BEGIN: the file runs in a transaction anyway." : "End it with COMMIT.");
  }

  Script& script_;
  std::size_t count_ = 0;
  std::size_t control_count_ = 0;
  StatementKind last_ = StatementKind::ordinary;
  std::optional<std::string> begin_;      // the first statement of the script, as sent, if it is a BEGIN
  std::optional<ScriptStatement> block_;  // the statement that began the transaction open at this point
  std::optional<ScriptStatement> bare_;   // the first COMMIT or ROLLBACK outside of a transaction
  std::optional<ScriptStatement> outside_;
  std::optional<ScriptStatement> first_control_;
};

}  // namespace

void inspect(Script& script, ScriptReader& reader) { Inspection(script).run(reader); }

}  // namespace runner
