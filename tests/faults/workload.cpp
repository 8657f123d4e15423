#include "workload.hpp"

#include <fmt/format.h>

namespace runner::test {
namespace {

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::table: return "table";
    case Kind::rows: return "rows";
    case Kind::column: return "column";
    case Kind::index: return "index";
    case Kind::dropped: return "dropped";
    case Kind::changes: return "changes";
  }
  return "";
}

}  // namespace

std::string File::name() const { return fmt::format("{:03}_{}", number, name_of(kind)); }

std::string File::table() const {
  return kind == Kind::table || kind == Kind::rows ? fmt::format("t{:03}", number) : "";
}

std::string File::index() const {
  return kind == Kind::index || kind == Kind::dropped ? fmt::format("i{:03}", number) : "";
}

std::size_t File::statements() const {
  if (kind == Kind::dropped) return 4;
  return in_transaction() ? 2 : 3;
}

std::optional<std::string> File::index_after(std::size_t statements) const {
  if (index().empty() || statements == 0) return "";
  if (kind == Kind::index) return statements < 2 ? std::nullopt : std::optional("valid");
  return statements < 3 ? std::nullopt : std::optional("");
}

std::string File::ledger_after(std::size_t statements) const {
  if (statements == 0) return "";
  switch (kind) {
    case Kind::table:
    case Kind::column: return statements < 2 ? "" : "1";
    case Kind::rows: return statements < 2 ? "" : "1,2";
    case Kind::index:
    case Kind::dropped: return statements < this->statements() ? "1" : "1,2";
    case Kind::changes: return statements == 1 ? "1" : statements == 2 ? "1,2" : "1,2,3";
  }
  return "";
}

std::string File::sql() const {
  const auto part = [&](int which) {
    return fmt::format("insert into ledger (file, part) values ({}, {});\n", number, which);
  };
  switch (kind) {
    case Kind::table:
      return fmt::format("create table t{:03}{};\n", number,
                         number == 1 ? "(); create table ledger (file int, part int)" : "()") +
             part(1);
    case Kind::rows:
      return fmt::format(
          "create table t{0:03} ();\ncopy ledger (file, part) from stdin;\n{0}\t1\n{0}\t2\n\\.\n", number);
    case Kind::column: return fmt::format("alter table ledger add column c{:03} int;\n", number) + part(1);
    case Kind::index:
      return part(1) + fmt::format("create index concurrently i{:03} on ledger (part);\n", number) + part(2);
    case Kind::dropped:
      return part(1) +
             fmt::format("create index concurrently {0} on ledger (part);\ndrop index concurrently {0};\n",
                         index()) +
             part(2);
    case Kind::changes: return "-- runner: no-transaction\n" + part(1) + part(2) + part(3);
  }
  return "";
}

Workload draw_workload(Chance& chance, int files, Kind last) {
  Workload workload{{1, Kind::table}};
  for (int number = 2; number <= files; ++number)
    workload.push_back({number, static_cast<Kind>(chance.between(0, static_cast<int>(last)))});
  return workload;
}

void write_files(const Workload& workload, const ProjectFixture& project) {
  project.project.remove("database/migrations");
  for (const File& file : workload) project.migration(file.name() + ".sql", file.sql());
}

}  // namespace runner::test
