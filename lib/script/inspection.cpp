#include "inspection.hpp"

#include <fmt/format.h>

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

// Whether one may run in a transaction depends on its replication slot, which only the server knows.
bool is_about_subscription(std::string_view statement) {
  Scanner scanner(statement);
  (void)scanner.next();
  return equals_ignoring_case(scanner.next().text, "subscription");
}

std::string_view first_word_of_line(std::string_view line) {
  return line.substr(0, line.find_first_of(" \t\n"));
}

// A statement, and the file that it stands in.
struct Spot {
  Statement statement;
  const SourceFile* file = nullptr;

  /// What it is and where, the file not named when it is this one.
  [[nodiscard]] OutsideReason seen_from(const std::string& path) const {
    return {summary_of(statement.text), locate(file->text.view(), statement.offset).line,
            file->path == path ? "" : file->path};
  }
  [[nodiscard]] Error error(std::string message) const {
    return Error(ErrorKind::source, std::move(message))
        .at(place_at(file->path, file->text.view(), statement.offset));
  }
};

// Collects what the statements of one script say together, and refuses what cannot run.
class Inspection {
 public:
  explicit Inspection(Script& script) : script_(script) {}

  void run(ScriptReader& reader) {
    while (const auto item = reader.next()) {
      if (item->kind == ItemKind::echo || item->kind == ItemKind::set) continue;
      const Spot spot{item->statement, item->file};
      if (turns_off_standard_strings(item->sql())) refuse_other_strings(spot);
      see(spot);
      if (count_ == 1 && begin_) begin_sql_ = item->sql();
    }
    decide();
  }

 private:
  void see(const Spot& spot) {
    ++count_;
    last_ = spot.statement.kind;
    switch (spot.statement.kind) {
      case StatementKind::ordinary:
      case StatementKind::copy_from_stdin: break;
      case StatementKind::outside_transaction: see_outside(spot); break;
      case StatementKind::begin:
      case StatementKind::commit:
      case StatementKind::rollback:
      case StatementKind::prepare_transaction: see_control(spot); break;
      default: refuse(spot);
    }
  }

  void see_outside(const Spot& spot) {
    if (!block_) {
      if (!outside_) outside_ = spot;
    } else if (!is_about_subscription(spot.statement.text)) {
      throw spot
          .error(fmt::format("\"{}\" cannot run in the transaction that begins on {}",
                             summary_of(spot.statement.text), block_->seen_from(spot.file->path).place()))
          .hint("Move it after the COMMIT, or into a file of its own.");
    }
  }

  void see_control(const Spot& spot) {
    ++control_count_;
    const bool begins = spot.statement.kind == StatementKind::begin;
    if (begins) {
      if (!block_) block_ = spot;
    } else if (!block_) {
      if (!bare_) bare_ = spot;
    } else if (chains(spot.statement.text)) {
      block_ = spot;
    } else {
      block_.reset();
    }
    if (count_ == 1 && begins) {
      begin_ = spot;
    } else if (!first_control_) {
      first_control_ = spot;
    }
  }

  [[noreturn]] static void refuse_other_strings(const Spot& spot) {
    throw spot.error("standard_conforming_strings cannot be turned off in a file")
        .hint("Remove the statement, and write E'…' where a backslash in a string escapes.");
  }

  [[noreturn]] static void refuse(const Spot& spot) {
    const std::string_view text = spot.statement.text;
    switch (spot.statement.kind) {
      case StatementKind::copy_to_stdout:
        throw spot.error("COPY … TO STDOUT cannot run here: a script has no output")
            .hint("Run it with psql.");
      case StatementKind::text_behind_copy:
        throw spot.error("only rows may follow COPY … FROM STDIN, from the next line on")
            .hint(text.starts_with("\\.") ? "End the COPY itself with \";\"."
                                          : "Move the text after it below the line with \"\\.\".");
      case StatementKind::late_directive:
        throw spot.error("a directive must come before the first statement")
            .hint("Move the line to the top of the file; of an included file, to the one that includes it.");
      case StatementKind::down_section:
        throw spot
            .error(fmt::format("\"{}\" begins a rollback in the same file, which would run as part of it",
                               summary_of(text)))
            .hint("Move the text after it into its own file: NNN_name.down.sql");
      case StatementKind::psql_command:
        throw spot.error(fmt::format("psql command \"{}\" cannot run here", first_word_of_line(text)));
      default: throw spot.error(fmt::format("unterminated {}", unterminated_name(text)));
    }
  }

  void decide() {
    script_.statement_count = count_;
    refuse_open_block();
    if (script_.directives.no_transaction) {
      script_.outside = OutsideReason{};
    } else if (outside_) {
      refuse_bare_control();
      script_.outside = outside_->seen_from(script_.path);
    } else if (begin_ && control_count_ == 2 && last_ == StatementKind::commit) {
      script_.wrapped = true;
      script_.begin = begin_sql_;
      script_.statement_count -= 2;
    } else if (first_control_) {
      throw first_control_
          ->error(fmt::format("\"{}\" would break the transaction that the file runs in",
                              summary_of(first_control_->statement.text)))
          .hint(
              "Remove it, or put \"-- runner: no-transaction\" at the top of the file to run it "
              "statement by statement.");
    }
  }

  // Written for psql, it ends nothing; written for one transaction, it would have ended that.
  void refuse_bare_control() const {
    if (!bare_) return;
    const OutsideReason reason = outside_->seen_from(bare_->file->path);
    throw bare_
        ->error(fmt::format("\"{}\" ends no transaction: the file runs without one because of {}: {}",
                            summary_of(bare_->statement.text), reason.place(), reason.statement))
        .hint(
            "Remove it, or put \"-- runner: no-transaction\" at the top of the file to run it "
            "as psql does: each statement takes effect by itself.");
  }

  void refuse_open_block() const {
    if (!block_) return;
    const bool needless = !outside_ && !script_.directives.no_transaction;
    throw block_->error("the file begins a transaction and never ends it")
        .hint(needless ? "Remove the BEGIN: the file runs in a transaction anyway." : "End it with COMMIT.");
  }

  Script& script_;
  std::size_t count_ = 0;
  std::size_t control_count_ = 0;
  StatementKind last_ = StatementKind::ordinary;
  std::optional<Spot> begin_;  // the first statement of the script, if it is a BEGIN
  std::string begin_sql_;      // with its variables filled in
  std::optional<Spot> block_;  // what began the transaction that is open at this point
  std::optional<Spot> bare_;   // the first COMMIT or ROLLBACK outside of one
  std::optional<Spot> outside_;
  std::optional<Spot> first_control_;
};

}  // namespace

void inspect(Script& script, ScriptReader& reader) { Inspection(script).run(reader); }

}  // namespace runner
