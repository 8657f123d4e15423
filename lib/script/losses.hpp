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
  some_rows,  ///< any other DELETE: row count unknown before it runs
  schema,     ///< DROP SCHEMA … CASCADE: the tables in it
  owned,      ///< DROP OWNED: the tables of the role
  type,       ///< DROP TYPE or DOMAIN … CASCADE: the columns of that type
  extension,  ///< DROP EXTENSION … CASCADE: the columns of its types, and its tables
  database,   ///< DROP DATABASE
  unseen,     ///< a DO that drops, deletes, truncates or executes: runner cannot see what
};

/// Data that a statement would delete, if the object it names exists and holds any.
struct Loss {
  LossKind kind = LossKind::table;
  std::vector<std::string> schemas{};  ///< where to look the name up; none: in search_path
  std::string name{};                  ///< of the table or other object of this kind; for a DO its place
  std::string column{};
  bool only = false;     ///< without the tables that inherit from it
  bool cascade = false;  ///< TRUNCATE also empties the tables that refer to it

  bool operator==(const Loss&) const = default;
};

/// Finds what scripts would delete, in the order of their run. If an earlier statement renames an object,
/// reports the name that it has in the database now.
///
/// Does not see what functions, triggers and rules do, UPDATE, a change of a column's type, or search_path
/// set by set_config(). Does not count as data: views, materialized views, sequences, and foreign tables.
class LossFinder {
 public:
  /// Starts at this statement, for a half-done script.
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
  std::vector<std::string> search_path_;                                // as set by the script
  std::vector<Loss> losses_;
};

}  // namespace runner
