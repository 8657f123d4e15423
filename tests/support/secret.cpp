#include "secret.hpp"

#include <fmt/format.h>

#include <array>

namespace runner::test {
namespace {

// Enough to recognize the password even if it is cut or encoded.
constexpr std::array<std::string_view, 4> kParts{"hun@", "ter2", "hun%40", "2%2Fx"};

}  // namespace

std::string leaked(std::string_view text) {
  std::string found;
  for (const std::string_view part : kParts) {
    if (text.find(part) != std::string_view::npos) found += fmt::format("{} in:\n{}\n", part, text);
  }
  return found;
}

std::string leaked(const Outcome& outcome) { return leaked(outcome.out) + leaked(outcome.err); }

std::string kept_by(TemporaryDatabase& database) {
  std::string text;
  const auto add = [&](const std::string& from) {
    for (const std::string& row : database.column("select t::text from " + from)) text += row + "\n";
  };
  for (const char* table : {"migration_log", "migration_history", "migration_scripts", "seed_history"}) {
    if (database.exists(table)) add(std::string(table) + " t");
  }
  add("pg_stat_activity t where datname = current_database()");
  return text;
}

}  // namespace runner::test
