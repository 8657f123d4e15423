#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "script.hpp"
#include "sql/token_reader.hpp"

namespace runner {

enum class LossKind {
  table,      ///< DROP TABLE
  column,     ///< ALTER TABLE … DROP COLUMN
  truncated,  ///< TRUNCATE
  all_rows,   ///< DELETE without a condition
  some_rows,  ///< any other DELETE: only its run can tell how many
  schema,     ///< DROP SCHEMA … CASCADE: the tables in it
  owned,      ///< DROP OWNED: the tables of the role
  type,       ///< DROP TYPE or DOMAIN … CASCADE: the columns of it
  extension,  ///< DROP EXTENSION … CASCADE: the columns of its types, and its tables
  database,   ///< DROP DATABASE
  unseen,     ///< a DO that drops, deletes, truncates or executes: what, cannot be seen
};

/// Data that a statement would take away, if what it names is there and holds any.
struct Loss {
  LossKind kind = LossKind::table;
  std::vector<std::string> schemas{};  ///< where the name is looked up; none: in search_path
  std::string name{};                  ///< of the table, or what else the kind says; of a DO its place
  std::string column{};
  bool only = false;     ///< not what inherits from the table
  bool cascade = false;  ///< TRUNCATE also of what refers to the table

  bool operator==(const Loss&) const = default;
};

/// Finds what scripts would take away, in the order of their run, and knows by which name the
/// database has now what an earlier statement renames.
///
/// Not seen: what functions, triggers and rules do, UPDATE, a column that changes its type, and
/// search_path set by set_config(). Not counted as data: views, materialized views, sequences, and
/// tables that are elsewhere.
class LossFinder {
 public:
  /// From this statement on, for a script that was left half done.
  std::vector<Loss> find(const Script& script, std::size_t first_statement = 1);

 private:
  void read_statement(TokenReader reader);
  void read_drop(TokenReader reader);
  void read_drop_tables(TokenReader& reader);
  void read_cascading_drop(TokenReader& reader, LossKind kind);
  void read_drop_owned(TokenReader& reader);
  void read_alter(TokenReader reader);
  void read_alter_table(TokenReader& reader);
  void read_action(TokenReader& reader, const Loss& table);
  void read_rename(TokenReader& reader, const Loss& table);
  void read_truncate(TokenReader reader);
  void read_deletes(TokenReader reader);
  void read_merge(TokenReader reader);
  void read_set(TokenReader reader);
  void read_do(const ScriptStatement& statement);
  [[nodiscard]] static bool may_lose_data(std::string_view body);

  [[nodiscard]] Loss loss_of(LossKind kind, const ObjectName& name, bool only = false) const;
  [[nodiscard]] ObjectName name_now(const ObjectName& name) const;
  void add(Loss loss) { losses_.push_back(std::move(loss)); }

  struct Renamed {
    ObjectName from, to;
  };
  std::vector<Renamed> tables_;  // latest last
  std::map<std::string, std::string> schemas_;
  std::map<std::pair<std::string, std::string>, std::string> columns_;  // by table and new name
  std::vector<std::string> search_path_;                                // as the script has set it
  std::vector<Loss> losses_;
};

}  // namespace runner
