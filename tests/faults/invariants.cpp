#include "invariants.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>

namespace runner::test {
namespace {

using Names = std::vector<std::string>;

constexpr const char* kLedger =
    "select file, string_agg(part::text, ',' order by part) from ledger group by file";
constexpr const char* kRelations =
    "select c.relname, case when i.indexrelid is null then 'there'"
    " when i.indisvalid then 'valid' else 'INVALID' end"
    " from pg_class c left join pg_index i on i.indexrelid = c.oid"
    " where c.relnamespace = 'public'::regnamespace and c.relkind <> 'c'"
    " and c.relname !~ '^(migration_history|migration_log|migration_scripts|seed_history)'";
constexpr const char* kOthers =
    "select pid || ' ' || application_name || ' ' || coalesce(state, '') || ' ' || query from "
    "pg_stat_activity"
    " where datname = current_database() and application_name <> 'runner tests' and backend_type = 'client "
    "backend'";
constexpr const char* kRemains =
    "select locktype || ' lock of ' || pid from pg_locks where locktype = 'advisory'"
    " and database = (select oid from pg_database where datname = current_database())"
    " union all select 'prepared ' || gid from pg_prepared_xacts where database = current_database()"
    " union all select 'temporary ' || oid::regclass from pg_class where relpersistence = 't'"
    " union all select 'schema ' || nspname from pg_namespace"
    " where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')";

struct LogRow {
  std::string name, outcome;
  std::size_t statement = 0;
};

// What the checks need to know of the database, at one moment.
struct Seen {
  std::set<std::string> history;
  std::map<std::string, std::string> ledger, relations;
  std::vector<LogRow> log;
};

bool exists(Connection& database, const std::string& relation) {
  return database.execute("select to_regclass('" + relation + "') is not null").text(0, 0) == "t";
}

Names column(Connection& database, const std::string& sql) { return database.execute(sql).texts(0); }

std::map<std::string, std::string> pairs(Connection& database, const std::string& sql) {
  const Result answer = database.execute(sql);
  std::map<std::string, std::string> values;
  for (int row = 0; row < answer.rows(); ++row) values[answer.text(row, 0)] = answer.text(row, 1);
  return values;
}

std::vector<LogRow> read_log(Connection& database) {
  const Result answer =
      database.execute("select name, outcome, coalesce(statement, 0) from migration_log order by id");
  std::vector<LogRow> log;
  for (int row = 0; row < answer.rows(); ++row)
    log.push_back({answer.text(row, 0), answer.text(row, 1), std::stoul(answer.text(row, 2))});
  return log;
}

Seen read_state(Connection& database) {
  Seen seen;
  seen.relations = pairs(database, kRelations);
  if (exists(database, "ledger")) seen.ledger = pairs(database, kLedger);
  if (!exists(database, "migration_history")) return seen;
  const Names names = column(database, "select migration_name from migration_history");
  seen.history = {names.begin(), names.end()};
  seen.log = read_log(database);
  return seen;
}

std::string found_in(const std::map<std::string, std::string>& values, const std::string& key) {
  const auto found = values.find(key);
  return found == values.end() ? "" : found->second;
}

// How many statements have run according to the history and the log.
std::size_t statements_run(const File& file, const Seen& seen) {
  if (seen.history.contains(file.name() + ".sql")) return file.statements();
  std::size_t run = 0;
  if (file.in_transaction()) return run;
  for (const LogRow& row : seen.log) {
    if (row.name == file.name()) run = row.statement;
  }
  return run;
}

std::string described(const File& file, const std::string& ledger, const std::string& table,
                      const std::string& index) {
  return fmt::format("{}: rows [{}] table [{}] index [{}]", file.name(), ledger, table, index);
}

std::string as_found(const File& file, const Seen& seen) {
  return described(file, found_in(seen.ledger, std::to_string(file.number)),
                   found_in(seen.relations, file.table()), found_in(seen.relations, file.index()));
}

std::string as_recorded(const File& file, const Seen& seen) {
  const std::size_t run = statements_run(file, seen);
  const std::string table = file.table().empty() || run == 0 ? "" : "there";
  const std::string any = found_in(seen.relations, file.index());
  return described(file, file.ledger_after(run), table, file.index_after(run).value_or(any));
}

Names strangers_in(const Workload& workload, const Seen& seen) {
  std::set<std::string> known{"ledger"};
  for (const File& file : workload) known.insert({file.table(), file.index()});
  Names strangers;
  for (const auto& [name, state] : seen.relations) {
    if (!known.contains(name)) strangers.push_back(name + " " + state);
  }
  return strangers;
}

Names done_in(const std::vector<LogRow>& log) {
  Names names;
  for (const LogRow& row : log) {
    if (row.outcome == "done") names.push_back(row.name + ".sql");
  }
  return names;
}

// The rows of the log that contradict earlier rows.
Names flaws_of(const std::vector<LogRow>& log) {
  Names flaws;
  std::map<std::string, LogRow> last;
  for (const LogRow& row : log) {
    const auto before = last.find(row.name);
    if (before != last.end() && before->second.outcome == "done")
      flaws.push_back(fmt::format("{} {} behind done", row.name, row.outcome));
    if (before != last.end() && row.statement < before->second.statement)
      flaws.push_back(fmt::format("{} goes back to {}", row.name, row.statement));
    last[row.name] = row;
  }
  return flaws;
}

Names sorted(Names names) {
  std::sort(names.begin(), names.end());
  return names;
}

void check(const Seen& seen, const Workload& workload) {
  for (const File& file : workload) BOOST_TEST(as_found(file, seen) == as_recorded(file, seen));
  BOOST_TEST(strangers_in(workload, seen) == Names{}, boost::test_tools::per_element());
  const Names done = done_in(seen.log);
  BOOST_TEST(done == sorted(done), boost::test_tools::per_element());
  BOOST_TEST(done == Names(seen.history.begin(), seen.history.end()), boost::test_tools::per_element());
  BOOST_TEST(flaws_of(seen.log) == Names{}, boost::test_tools::per_element());
}

void check_nothing_is_left(Connection& database) {
  const bool alone = eventually([&] { return column(database, kOthers).empty(); });
  BOOST_TEST(alone, fmt::format("{}", fmt::join(column(database, kOthers), "\n")));
  BOOST_TEST(column(database, kRemains) == Names{}, boost::test_tools::per_element());
}

}  // namespace

void check_standing(Connection& database, const Workload& workload) {
  check_nothing_is_left(database);
  check(read_state(database), workload);
}

void check_arrived(Connection& database, const Workload& workload) {
  check_standing(database, workload);
  const Seen seen = read_state(database);
  Names all;
  for (const File& file : workload) all.push_back(file.name() + ".sql");
  BOOST_TEST(Names(seen.history.begin(), seen.history.end()) == all, boost::test_tools::per_element());
}

std::vector<std::string> applied_names(Connection& database) {
  if (!exists(database, "migration_history")) return {};
  return column(database, "select replace(migration_name, '.sql', '') from migration_history order by 1");
}

void clear(Connection& database) { database.execute("drop schema public cascade; create schema public"); }

}  // namespace runner::test
