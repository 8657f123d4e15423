#include "file_name.hpp"

#include "text/strings.hpp"

namespace runner {
namespace {

constexpr std::string_view kSql = ".sql";
constexpr std::string_view kUpEnding = ".up";
constexpr std::string_view kDownEnding = ".down";

std::string_view without(std::string_view text, std::string_view suffix) {
  return ends_with_ignoring_case(text, suffix) ? text.substr(0, text.size() - suffix.size()) : text;
}

bool is_down(std::string_view file_name) {
  return ends_with_ignoring_case(without(file_name, kSql), kDownEnding);
}

bool sounds_like_rollback(std::string_view name) {
  for (const std::string_view word : {"down", "rollback", "undo", "revert"}) {
    if (!ends_with_ignoring_case(name, word) || name.size() == word.size()) continue;
    const char before = name[name.size() - word.size() - 1];
    if (before == '_' || before == '-' || before == '.') return true;
  }
  return false;
}

}  // namespace

std::string_view without_suffix(std::string_view file_name) {
  const std::string_view stem = without(file_name, kSql);
  const std::string_view name = without(stem, kUpEnding);
  return name.size() < stem.size() ? name : without(stem, kDownEnding);
}

FileKind kind_of_file(std::string_view file_name) {
  if (file_name.starts_with(".") || !ends_with_ignoring_case(file_name, kSql)) return FileKind::not_sql;
  const std::string_view name = without_suffix(file_name);
  const std::size_t width = leading_digits(name).size();
  if (width == 0) return FileKind::without_number;
  if (sounds_like_rollback(name)) return FileKind::looks_like_rollback;
  const bool separated = width + 1 < name.size() && (name[width] == '_' || name[width] == '-');
  return separated ? FileKind::migration : FileKind::bad_number;
}

std::optional<FileName> parse_file_name(std::string_view file_name) {
  return kind_of_file(file_name) == FileKind::migration ? parse_numbered_name(file_name) : std::nullopt;
}

std::optional<FileName> parse_numbered_name(std::string_view file_name) {
  const FileKind kind = kind_of_file(file_name);
  if (kind == FileKind::not_sql || kind == FileKind::without_number) return std::nullopt;
  const std::string_view name = without_suffix(file_name);
  const std::size_t width = leading_digits(name).size();
  const Direction direction = is_down(file_name) ? Direction::down : Direction::up;
  return FileName{*Version::parse(name.substr(0, width)), width, std::string(name), direction};
}

}  // namespace runner
