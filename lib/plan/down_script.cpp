#include "down_script.hpp"

#include <fmt/format.h>

#include "error.hpp"
#include "text/text.hpp"

namespace runner {
namespace {

Error irreversible(const Standing& standing) {
  const Migration* migration = standing.migration;
  Error error(ErrorKind::refused,
              fmt::format("\"{}\" cannot be undone: it has no down script", standing.name));
  if (migration != nullptr && migration->up.directives.irreversible) {
    return error.detail(fmt::format("It says so on purpose: {}", *migration->up.directives.irreversible))
        .hint("Nothing was undone. Undo fewer steps, or go forward with a new migration.");
  }
  return error.hint(
      fmt::format("Nothing was undone. Write \"{}.down.sql\", or undo fewer steps.", standing.name));
}

Error empty_down(const Standing& standing, std::string path) {
  return Error(ErrorKind::refused,
               fmt::format("\"{}\" cannot be undone: its down script has no statement", standing.name))
      .at({std::move(path), 0, 0, {}, 0})
      .hint(fmt::format("Nothing was undone. Write the rollback into \"{}.down.sql\", or undo fewer steps.",
                        standing.name));
}

// True when the text is unknown: it may have one.
bool up_has_statement(const Standing& standing, const StoredText& stored) {
  if (standing.migration != nullptr) return standing.migration->up.statement_count > 0;
  const auto& checksum = standing.entry->checksum;
  const auto text = checksum ? stored(*checksum) : std::nullopt;
  return !text || StatementReader(*text).next();
}

Script checked_stored_down(const Standing& standing, const std::string& text, const StoredText& stored,
                           const Variables& secrets) {
  Surroundings surroundings;
  surroundings.variables = secrets;
  Script down = check_script(standing.name + ".down.sql (stored)", Text(text), surroundings);
  if (down.statement_count == 0 && up_has_statement(standing, stored)) throw empty_down(standing, down.path);
  return down;
}

Script stored_down(const Standing& standing, const StoredText& stored, const Variables& secrets) {
  const auto text = stored(*standing.entry->stored_down);
  if (!text) throw irreversible(standing);
  // Checked before the text is parsed: a text with another checksum is not the script that was stored.
  if (Checksum::of(*text) == *standing.entry->stored_down) {
    return checked_stored_down(standing, *text, stored, secrets);
  }
  throw Error(ErrorKind::refused,
              fmt::format("the stored down script of \"{}\" does not have its checksum", standing.name))
      .hint("migration_scripts was changed: bring the down file into this checkout.");
}

}  // namespace

Script down_script(const Standing& standing, const StoredText& stored, const Variables& secrets) {
  switch (standing.rollback()) {
    case Rollback::file: return *standing.migration->down;
    case Rollback::stored: return stored_down(standing, stored, secrets);
    case Rollback::empty: throw empty_down(standing, standing.migration->down->path);
    case Rollback::none: break;
  }
  throw irreversible(standing);
}

}  // namespace runner
