#include "history_writer.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "script/self_contained.hpp"
#include "text/text_window.hpp"
#include "text/utf8.hpp"

namespace runner {
namespace {

// Returns nothing for a text above kLargest, because the database is no archive. Returns nothing for rows
// that are not UTF-8 either, because a text column cannot hold them.
Parameter text_if_it_can_be_kept(const Text& text) {
  constexpr std::size_t kLargest = 1'000'000;
  if (text.view().size() > kLargest) return std::nullopt;
  std::string copy = copy_of(text);
  return first_bad_byte(copy) ? std::nullopt : Parameter(std::move(copy));
}

struct TextToKeep {
  Checksum checksum;
  Text text;
};

Parameter text_or_null(const std::string& text) { return text.empty() ? std::nullopt : Parameter(text); }

// Builds one statement, "with … insert into the log", so that recording a step costs only one.
class Composer {
 public:
  explicit Composer(const HistoryTables& tables) : tables_(tables) {}

  [[nodiscard]] std::string table(OwnTable table) const { return tables_.qualified(table); }

  // Adds a parameter and returns its placeholder.
  std::string value(Parameter value, const char* type = "text") {
    query_.parameters.push_back(std::move(value));
    return fmt::format("${}::{}", query_.parameters.size(), type);
  }

  void add(const std::string& name, const std::string& statement) {
    query_.sql += fmt::format("{}{} as ({})", query_.sql.empty() ? "with " : ", ", name, statement);
  }

  void add_deletion(const std::string& name, const std::string& rows) {
    add(name, fmt::format("delete from {} returning 1", rows));
    require(fmt::format("(select count(*) from {}) = (select count(*) from {})", name, rows));
  }

  // A condition that must be true after the whole statement: a trigger may have suppressed a row.
  void require(const std::string& condition) { required_.push_back("(" + condition + ")"); }

  void add_up(const Step& step, const std::optional<TextToKeep>& rollback);
  void add_down(const Step& step);
  void add_seed(const Step& step);

  // Divides by zero when a required condition is false. The server then skips everything sent after this, the
  // COMMIT included.
  Query finish() {
    query_.sql += fmt::format(" select 1 / (case when {} then 1 else 0 end)", fmt::join(required_, " and "));
    return std::move(query_);
  }

 private:
  std::string row_to_keep(const std::optional<TextToKeep>& wanted);

  const HistoryTables& tables_;
  Query query_;
  std::vector<std::string> required_;
};

// Returns a row even for a text that is missing or cannot be stored, so that one statement fits all steps.
std::string Composer::row_to_keep(const std::optional<TextToKeep>& wanted) {
  const Parameter kept = wanted ? text_if_it_can_be_kept(wanted->text) : std::nullopt;
  const std::string checksum = value(kept ? Parameter(wanted->checksum.hex()) : std::nullopt);
  return fmt::format("({}, {})", checksum, value(kept));
}

// The script may have written its own history row, in any spelling. Then runner sets only the checksum.
void Composer::add_up(const Step& step, const std::optional<TextToKeep>& rollback) {
  const std::string name = value(step.recorded_name);
  const std::string checksum = value(step.script.checksum.wait().hex());
  add("own",
      fmt::format("update {} set checksum = {} where migration_name in ({}, {}, {}) returning 1",
                  table(OwnTable::history), checksum, name, value(step.name), value(step.name + ".sql")));
  add("entry", fmt::format("insert into {} (migration_name, checksum) select {}, {}"
                           " where not exists (select 1 from own) returning 1",
                           table(OwnTable::history), name, checksum));
  require("exists (select 1 from own) or exists (select 1 from entry)");
  const std::string script = row_to_keep(TextToKeep{step.script.checksum.wait(), step.script.text});
  const std::string way_back = row_to_keep(rollback);
  add("texts", fmt::format("select * from (values {}, {}) as texts (checksum, text) where text is not null",
                           script, way_back));
  add("kept", fmt::format("insert into {} (checksum, text) select * from texts"
                          " on conflict (checksum) do nothing returning checksum",
                          table(OwnTable::scripts)));
  require(
      fmt::format("not exists (select 1 from texts t where not exists (select 1 from kept k"
                  " where k.checksum = t.checksum) and not exists (select 1 from {} s where s.checksum = "
                  "t.checksum))",
                  table(OwnTable::scripts)));
}

// With no migration left, the seeds' data is gone. Their entries go too, so that they run after the next up.
void Composer::add_down(const Step& step) {
  const std::string names =
      fmt::format("({}, {}, {})", value(step.recorded_name), value(step.name), value(step.name + ".sql"));
  const std::string undone = fmt::format("{} where migration_name in {}", table(OwnTable::history), names);
  const std::string forgotten =
      fmt::format("{} where not exists (select 1 from {} where migration_name not in {})",
                  table(OwnTable::seeds), table(OwnTable::history), names);
  add_deletion("entry", undone);
  add_deletion("seeds", forgotten);
}

void Composer::add_seed(const Step& step) {
  add("seed", fmt::format("insert into {} (seed_name, environment, checksum) values ({}, {}, {})"
                          " on conflict (seed_name, environment)"
                          " do update set checksum = excluded.checksum, applied_at = excluded.applied_at"
                          " returning 1",
                          table(OwnTable::seeds), value(step.recorded_name), value(step.environment),
                          value(step.script.checksum.wait().hex())));
  require("exists (select 1 from seed)");
}

// The checksums that the log records for a step; empty when unknown.
struct Checksums {
  std::string script;
  std::string rollback;
};

struct LogRow {
  const char* outcome;
  std::size_t tries = 1;
  std::optional<Milliseconds> took;
  std::optional<ScriptProgress> progress;
  std::string sqlstate;
  std::string error;
};

// The time since the transaction began, or since the last step if that shared the transaction.
std::string took_so_far(const std::string& log) {
  return fmt::format(
      "floor(1000 * extract(epoch from clock_timestamp() - greatest(now(),"
      " (select at from {} order by id desc limit 1))))::bigint",
      log);
}

Query with_log_row(Composer composer, const Identity& identity, const Step& step, const LogRow& row,
                   const Checksums& checksums) {
  const std::string log = composer.table(OwnTable::log);
  const auto text = [&](const std::string& value) { return composer.value(text_or_null(value)); };
  const auto number = [&](const auto& value) {
    return composer.value(value ? Parameter(std::to_string(*value)) : std::nullopt, "bigint");
  };
  std::optional<std::size_t> done;
  if (row.progress) done = row.progress->done;
  const std::string took = row.took       ? number(std::optional(row.took->count()))
                           : row.progress ? "null::bigint"
                                          : took_so_far(log);
  const std::vector<std::string> values{composer.value(name_of(step.action)),
                                        composer.value(row.outcome),
                                        composer.value(step.name),
                                        composer.value(step.environment),
                                        text(checksums.script),
                                        text(checksums.rollback),
                                        took,
                                        number(done),
                                        number(std::optional(step.script.statement_count)),
                                        text(row.progress ? row.progress->prefix.hex() : ""),
                                        number(std::optional(row.tries)),
                                        text(row.sqlstate),
                                        text(row.error),
                                        text(identity.os_user),
                                        text(identity.host),
                                        text(identity.origin),
                                        composer.value(identity.runner_version)};
  composer.add("logged",
               fmt::format("insert into {} (action, outcome, name, environment, checksum, down_checksum,"
                           " took_ms, statement, statement_count, prefix_checksum, tries, sqlstate, error,"
                           " os_user, host, origin, runner_version) values ({}) returning 1",
                           log, fmt::join(values, ", ")));
  composer.require("exists (select 1 from logged)");
  return composer.finish();
}

std::optional<TextToKeep> rollback_of(const Step& step) {
  if (!step.rollback || undoes_nothing(*step.rollback, step.script)) return std::nullopt;
  Text text = self_contained(*step.rollback);
  const Checksum checksum = Checksum::of(text);
  return TextToKeep{checksum, std::move(text)};
}

Checksums checksums_of(const Step& step, const std::optional<TextToKeep>& rollback) {
  return {step.script.checksum.wait().hex(), rollback ? rollback->checksum.hex() : ""};
}

// A file that changed during the run has no checksums.
Checksums checksums_if_known(const Step& step) {
  try {
    return checksums_of(step, rollback_of(step));
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

std::vector<Query> HistoryWriter::before_done(const Step& step) const {
  using enum OwnTable;
  switch (step.action) {
    case Action::up: return tables_.to_write(std::array{history, scripts, log});
    case Action::down: return tables_.to_write(std::array{history, seeds, log});
    case Action::seed: return tables_.to_write(std::array{seeds, log});
  }
  return {};
}

std::vector<Query> HistoryWriter::before_log() const { return tables_.to_write(std::array{OwnTable::log}); }

Query HistoryWriter::done(const Step& step, std::size_t tries, std::optional<Milliseconds> took,
                          const std::optional<ScriptProgress>& progress) const {
  Composer composer(tables_);
  const std::optional<TextToKeep> rollback = rollback_of(step);
  switch (step.action) {
    case Action::up: composer.add_up(step, rollback); break;
    case Action::down: composer.add_down(step); break;
    case Action::seed: composer.add_seed(step); break;
  }
  return with_log_row(std::move(composer), identity_, step, {"done", tries, took, progress, "", ""},
                      checksums_of(step, rollback));
}

Query HistoryWriter::failed(const Step& step, std::size_t tries, const Error& error, Milliseconds took,
                            const std::optional<ScriptProgress>& progress) const {
  return with_log_row(Composer(tables_), identity_, step,
                      {"failed", tries, took, progress, error.sqlstate(), mask_.masked(error.message())},
                      checksums_if_known(step));
}

Query HistoryWriter::progress(const Step& step, const ScriptProgress& progress) const {
  return with_log_row(Composer(tables_), identity_, step, {"started", 1, std::nullopt, progress, "", ""},
                      checksums_of(step, rollback_of(step)));
}

}  // namespace runner
