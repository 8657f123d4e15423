#include "log_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "history_reader.hpp"

namespace runner {
namespace {

// Skips a "started" row when the next row of its script continues or ends the same run. A next "started" row
// whose statement is not later belongs to another run.
constexpr std::string_view kLogEntries =
    "select id, to_char(at, 'YYYY-MM-DD HH24:MI:SS'),"
    " to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'),"
    " action, outcome, name, environment, checksum, down_checksum, took_ms, statement, statement_count,"
    " prefix_checksum, tries, sqlstate, error, database_role, os_user, host, origin, runner_version,"
    " count(*) over (), current_setting('TimeZone')"
    " from (select *, lead(outcome) over script as next_outcome, lead(statement) over script as "
    "next_statement"
    " from {} log window script as (partition by action, name, environment order by id)) entries"
    " where outcome <> 'started' or next_outcome is null"
    " or (next_outcome = 'started' and next_statement <= statement)"
    " order by id desc limit $1::bigint";

constexpr int kTotal = 21;
constexpr int kTimeZone = 22;

LogEntry entry_of(const Result& answer, int row) {
  return {.id = answer.number(row, 0),
          .at = answer.text(row, 1),
          .at_utc = answer.text(row, 2),
          .action = answer.text(row, 3),
          .outcome = answer.text(row, 4),
          .name = answer.text(row, 5),
          .environment = answer.text(row, 6),
          .checksum = answer.text(row, 7),
          .down_checksum = answer.text(row, 8),
          .took = answer.milliseconds(row, 9),
          .statement = answer.number_if_any<std::size_t>(row, 10),
          .statement_count = answer.number_if_any<std::size_t>(row, 11),
          .prefix_checksum = answer.text(row, 12),
          .tries = answer.number_if_any<std::size_t>(row, 13).value_or(1),
          .sqlstate = answer.text(row, 14),
          .error = answer.text(row, 15),
          .database_role = answer.text(row, 16),
          .os_user = answer.text(row, 17),
          .host = answer.text(row, 18),
          .origin = answer.text(row, 19),
          .runner_version = answer.text(row, 20)};
}

Result ask(Connection& connection, const HistoryTables& tables, std::optional<std::size_t> limit) {
  constexpr std::array kTable{OwnTable::log};
  constexpr std::size_t kMost = std::numeric_limits<std::int64_t>::max();
  const Parameter most = limit ? Parameter(std::to_string(std::min(*limit, kMost))) : std::nullopt;
  return read_table(connection, tables, kTable,
                    {fmt::format(kLogEntries, tables.readable(OwnTable::log)), {most}});
}

}  // namespace

Log read_log(Connection& connection, const HistoryTables& tables, std::optional<std::size_t> limit) {
  Log log{.exists = tables.has(OwnTable::log), .entries = {}, .time_zone = {}};
  if (!log.exists) return log;
  const Result answer = ask(connection, tables, limit);
  for (int row = 0; row < answer.rows(); ++row) log.entries.push_back(entry_of(answer, row));
  if (log.entries.empty()) return log;
  log.total = answer.number<std::size_t>(0, kTotal);
  log.time_zone = answer.text(0, kTimeZone);
  return log;
}

}  // namespace runner
