#include "server_log.hpp"

#include <fmt/format.h>

#include <regex>

#include "sql/statement.hpp"
#include "text/strings.hpp"

namespace runner::test {
namespace {

// "2026-11-29 01:00:00.000 UTC [123] LOG:  statement: …", or "execute NAME: …". Continuation lines begin
// with a tab. Only the databases of these tests log statements.
const std::regex& head() {
  static const std::regex pattern(
      R"(^\S+ \S+ \S+ \[(\d+)\] LOG:  (?:statement|execute [^:]*(?:: \d+)?): (.*)$)");
  return pattern;
}

void split(std::vector<LoggedStatement>& statements, const LoggedStatement& message) {
  StatementReader reader(message.text);
  while (const auto statement = reader.next())
    statements.push_back({message.session, std::string(statement->text)});
}

}  // namespace

ServerLog::ServerLog(TemporaryDatabase& database) : database_(database) {
  database_.execute(fmt::format("alter database {} set log_statement = 'all'", database_.name()));
  begin_ = database_.value("select size from pg_stat_file('server.log')");
}

std::string ServerLog::text() {
  return database_.value(fmt::format("select pg_read_file('server.log', {}, 100000000)", begin_));
}

std::vector<LoggedStatement> ServerLog::statements() {
  const std::string log = text();
  std::vector<LoggedStatement> messages;
  bool within = false;
  for (const std::string_view line : lines_of(log)) {
    std::cmatch match;
    if (line.starts_with('\t')) {
      if (within) messages.back().text += "\n" + std::string(line.substr(1));
      continue;
    }
    within = line.find("] LOG:  ") != std::string_view::npos &&
             std::regex_match(line.data(), line.data() + line.size(), match, head());
    if (within) messages.push_back({match[1], match[2]});
  }
  std::vector<LoggedStatement> statements;
  for (const LoggedStatement& message : messages) split(statements, message);
  return statements;
}

}  // namespace runner::test
