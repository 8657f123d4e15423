#include "losses.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sql/do_body.hpp"
#include "sql/token_value.hpp"

namespace runner {
namespace {

constexpr std::string_view kHistory = "migration_history";

// A name without a schema may be in any schema.
bool same_name(const ObjectName& a, const ObjectName& b) {
  return a.name == b.name && (a.schema.empty() || b.schema.empty() || a.schema == b.schema);
}

ObjectName written_name(const Loss& table) {
  return {table.schemas.size() == 1 ? table.schemas.front() : "", table.name};
}

}  // namespace

std::vector<Loss> LossFinder::find(const Script& script, std::size_t first_statement) {
  losses_.clear();
  search_path_.clear();
  ScriptStatements statements(script);
  for (std::size_t number = 1; const auto statement = statements.next(); ++number) {
    if (number < first_statement || statement->rows) continue;
    TokenReader reader(statement->sql());
    if (reader.take({"do"})) {
      read_do(*statement);
    } else {
      read_statement(std::move(reader));
    }
  }
  return std::move(losses_);
}

// CREATE, GRANT and REVOKE lose no data. What a CREATE defines may do so later, when it runs.
void LossFinder::read_statement(TokenReader reader) {
  if (reader.take({"drop"})) return read_drop(std::move(reader));
  if (reader.take({"alter"})) return read_alter(std::move(reader));
  if (reader.take({"truncate"})) return read_truncate(std::move(reader));
  if (reader.take({"merge", "into"})) return read_merge(std::move(reader));
  if (reader.take({"set"}) || reader.take({"reset"})) return read_set(std::move(reader));
  if (reader.take({"create"}) || reader.take({"grant"}) || reader.take({"revoke"})) return;
  read_deletes(std::move(reader));
}

void LossFinder::read_drop(TokenReader reader) {
  if (reader.take({"table"})) return read_drop_tables(reader);
  if (reader.take({"schema"})) return read_cascading_drop(reader, LossKind::schema);
  if (reader.take({"type"}) || reader.take({"domain"})) return read_cascading_drop(reader, LossKind::type);
  if (reader.take({"extension"})) return read_cascading_drop(reader, LossKind::extension);
  if (reader.take({"owned", "by"})) return read_drop_owned(reader);
  if (!reader.take({"database"})) return;
  reader.take({"if", "exists"});
  if (const auto name = reader.take_identifier()) add({.kind = LossKind::database, .name = *name});
}

void LossFinder::read_drop_tables(TokenReader& reader) {
  reader.take({"if", "exists"});
  do {
    if (const auto name = reader.take_name()) add(loss_of(LossKind::table, *name));
  } while (reader.take(','));
}

// Without CASCADE the server refuses to drop an object in use.
void LossFinder::read_cascading_drop(TokenReader& reader, LossKind kind) {
  if (!reader.has_ahead("cascade")) return;
  reader.take({"if", "exists"});
  do {
    const auto name = reader.take_name();
    if (!name) continue;
    if (kind == LossKind::type) {
      add(loss_of(kind, *name));
      continue;
    }
    const auto renamed = kind == LossKind::schema ? schemas_.find(name->name) : schemas_.end();
    add({.kind = kind, .name = renamed == schemas_.end() ? name->name : renamed->second});
  } while (reader.take(','));
}

void LossFinder::read_drop_owned(TokenReader& reader) {
  do {
    if (const auto role = reader.take_identifier()) add({.kind = LossKind::owned, .name = *role});
  } while (reader.take(','));
}

void LossFinder::read_alter(TokenReader reader) {
  if (reader.take({"table"})) return read_alter_table(reader);
  if (!reader.take({"schema"})) return;
  const auto from = reader.take_identifier();
  if (!from || !reader.take({"rename", "to"})) return;
  if (const auto to = reader.take_identifier()) {
    const auto earlier = schemas_.find(*from);
    schemas_[*to] = earlier == schemas_.end() ? *from : earlier->second;
  }
}

void LossFinder::read_alter_table(TokenReader& reader) {
  reader.take({"if", "exists"});
  const bool only = reader.take({"only"});
  const auto name = reader.take_name();
  if (!name) return;
  reader.take('*');
  const Loss table = loss_of(LossKind::column, *name, only);
  do {
    read_action(reader, table);
    reader.skip_to_comma();
  } while (reader.take(','));
}

// An action that starts with DROP, not with a column's name, drops a column or a constraint.
void LossFinder::read_action(TokenReader& reader, const Loss& table) {
  if (reader.take({"rename"})) return read_rename(reader, table);
  if (reader.take({"set", "schema"})) {
    const ObjectName from = written_name(table);
    if (const auto schema = reader.take_identifier()) tables_.push_back({from, {*schema, from.name}});
    return;
  }
  if (!reader.take({"drop"}) || reader.take({"constraint"})) return;
  reader.take({"column"});
  reader.take({"if", "exists"});
  const auto column = reader.take_identifier();
  if (!column) return;
  Loss loss = table;
  const auto renamed = columns_.find({table.name, *column});
  loss.column = renamed == columns_.end() ? *column : renamed->second;
  add(std::move(loss));
}

void LossFinder::read_rename(TokenReader& reader, const Loss& table) {
  if (reader.take({"to"})) {
    const ObjectName from = written_name(table);
    if (const auto to = reader.take_identifier()) tables_.push_back({from, {from.schema, *to}});
    return;
  }
  if (reader.take({"constraint"})) return;
  reader.take({"column"});
  const auto from = reader.take_identifier();
  if (!from || !reader.take({"to"})) return;
  if (const auto to = reader.take_identifier()) {
    const auto earlier = columns_.find({table.name, *from});
    columns_[{table.name, *to}] = earlier == columns_.end() ? *from : earlier->second;
  }
}

void LossFinder::read_truncate(TokenReader reader) {
  reader.take({"table"});
  const bool cascade = reader.has_ahead("cascade");
  do {
    const bool only = reader.take({"only"});
    const auto name = reader.take_name();
    if (!name) continue;
    reader.take('*');
    Loss loss = loss_of(LossKind::truncated, *name, only);
    loss.cascade = cascade;
    add(std::move(loss));
  } while (reader.take(','));
}

// Finds those within WITH, too, at any place. Skips runner's history, which is no data: a script that other
// tools also run may delete its own row.
void LossFinder::read_deletes(TokenReader reader) {
  while (!reader.at_end()) {
    if (!reader.take({"delete", "from"})) {
      reader.skip();
      continue;
    }
    const bool only = reader.take({"only"});
    const auto name = reader.take_name();
    if (!name || name->name == kHistory) continue;
    const bool some = reader.has_ahead("where") || reader.has_ahead("using");
    add(loss_of(some ? LossKind::some_rows : LossKind::all_rows, *name, only));
  }
}

void LossFinder::read_merge(TokenReader reader) {
  const bool only = reader.take({"only"});
  const auto name = reader.take_name();
  if (!name) return;
  bool deletes = false;
  while (!deletes && !reader.at_end()) {
    deletes = reader.take({"then", "delete"});
    if (!deletes) reader.skip();
  }
  if (deletes) add(loss_of(LossKind::some_rows, *name, only));
}

// Starts after SET or RESET.
void LossFinder::read_set(TokenReader reader) {
  if (!reader.take({"session"})) reader.take({"local"});
  if (reader.take({"all"})) return search_path_.clear();
  if (!reader.take({"search_path"}) && !reader.take({"schema"})) return;
  search_path_.clear();
  if (!reader.take({"to"})) reader.take('=');
  if (reader.take({"default"})) return;
  do {
    if (reader.peek().kind == TokenKind::string) {
      search_path_.push_back(unquoted(reader.peek()));
    } else if (const auto schema = reader.take_identifier()) {
      search_path_.push_back(*schema);
    }
    reader.skip_to_comma();
  } while (reader.take(','));
}

void LossFinder::read_do(const ScriptStatement& statement) {
  if (!may_lose_data(body_of_do(statement.sql()))) return;
  const Place place = statement.beginning();
  add({.kind = LossKind::unseen, .name = fmt::format("{}:{}", place.path, place.line)});
}

// Assumes that every statement in it runs. Ignores words in strings, comments and definitions.
bool LossFinder::may_lose_data(std::string_view body) {
  const auto statements = statements_in_body(body);
  if (!statements) return true;
  LossFinder finder;
  for (const std::string& statement : *statements) finder.read_statement(TokenReader(statement));
  return !finder.losses_.empty();
}

Loss LossFinder::loss_of(LossKind kind, const ObjectName& name, bool only) const {
  const ObjectName now = kind == LossKind::type ? name : name_now(name);
  return {.kind = kind,
          .schemas = now.schema.empty() ? search_path_ : std::vector<std::string>{now.schema},
          .name = now.name,
          .only = only};
}

// Applies only the latest rename: its old name is already the one in the database.
ObjectName LossFinder::name_now(const ObjectName& name) const {
  const auto renamed = std::find_if(tables_.rbegin(), tables_.rend(),
                                    [&](const Renamed& candidate) { return same_name(name, candidate.to); });
  const ObjectName now = renamed == tables_.rend() ? name : renamed->from;
  const auto schema = schemas_.find(now.schema);
  return schema == schemas_.end() ? now : ObjectName{schema->second, now.name};
}

}  // namespace runner
