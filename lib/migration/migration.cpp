#include "migration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "error.hpp"

namespace runner {
namespace {

// Scripts are not moved about while they are sorted: there may be thousands.
struct NamedFile {
  FileName name;
  MigrationFile* file;
};

bool by_version(const NamedFile& a, const NamedFile& b) { return a.name.version < b.name.version; }

bool up_first(const NamedFile& a, const NamedFile& b) {
  if (a.name.direction != b.name.direction) return a.name.direction == Direction::up;
  return a.file->file_name < b.file->file_name;
}

// A folder's names mostly come in the order of their numbers; only those of one number are to be sorted then.
std::vector<NamedFile> sorted_by_version(std::vector<MigrationFile>& files) {
  std::vector<NamedFile> named;
  named.reserve(files.size());
  for (MigrationFile& file : files) {
    if (auto name = parse_file_name(file.file_name)) named.push_back({std::move(*name), &file});
  }
  if (!std::ranges::is_sorted(named, by_version)) std::ranges::sort(named, by_version);
  for (auto first = named.begin(); first != named.end();) {
    const auto behind =
        std::find_if(first, named.end(), [&](const NamedFile& other) { return by_version(*first, other); });
    std::sort(first, behind, up_first);
    first = behind;
  }
  return named;
}

Error about(const NamedFile& file, std::string message) {
  return Error(ErrorKind::source, std::move(message)).at({file.file->script.path, 0, 0, {}, 0});
}

Migration migration_from(NamedFile up) {
  return {std::move(up.name.version), up.name.width, std::move(up.name.name), std::move(up.file->file_name),
          std::move(up.file->script), std::nullopt};
}

void refuse_second(const NamedFile& first, const NamedFile& second) {
  const std::string number = second.name.name.substr(0, second.name.width);
  if (second.name.direction == Direction::up) {
    throw about(second, fmt::format("number {} is already used by \"{}\"", number, first.file->file_name))
        .hint("Give one of the two files another number.");
  }
  throw about(second,
              fmt::format("number {} already has the down file \"{}\"", number, first.file->file_name))
      .hint("Remove one of the two files, or give it the number of its up file.");
}

void refuse_down_without_up(const NamedFile& down) {
  throw about(down, fmt::format("\"{}\" has no up file", down.file->file_name))
      .hint(fmt::format("Add \"{}.sql\", or remove the down file.", down.name.name));
}

void refuse_contradiction(const Migration& migration) {
  if (!migration.up.directives.irreversible || !migration.down) return;
  throw Error(ErrorKind::source,
              fmt::format("\"{}\" says that it is irreversible, but has a down file", migration.file_name))
      .at({migration.down->path, 0, 0, {}, 0})
      .hint("Remove the directive or the down file.");
}

void refuse_irreversible_down(const NamedFile& down) {
  if (!down.file->script.directives.irreversible) return;
  throw about(down, "the directive \"irreversible\" belongs in the up file");
}

}  // namespace

std::vector<Migration> pair_files(std::vector<MigrationFile> files) {
  std::vector<NamedFile> named = sorted_by_version(files);
  for (std::size_t i = 1; i < named.size(); ++i) {
    const bool same = named[i - 1].name.version == named[i].name.version &&
                      named[i - 1].name.direction == named[i].name.direction;
    if (same) refuse_second(named[i - 1], named[i]);
  }
  std::vector<Migration> migrations;
  migrations.reserve(named.size());
  for (NamedFile& file : named) {
    if (file.name.direction == Direction::up) {
      migrations.push_back(migration_from(std::move(file)));
      continue;
    }
    refuse_irreversible_down(file);
    const bool paired = !migrations.empty() && migrations.back().version == file.name.version;
    if (!paired) refuse_down_without_up(file);
    migrations.back().down = std::move(file.file->script);
    refuse_contradiction(migrations.back());
  }
  return migrations;
}

std::vector<std::string> pair_warnings(std::span<const Migration> migrations) {
  std::vector<std::string> warnings;
  for (const Migration& migration : migrations) {
    if (!migration.down) continue;
    const std::string_view path = migration.down->path;
    const std::string_view down_file = path.substr(path.rfind('/') + 1);
    if (without_suffix(down_file) == migration.name) continue;
    warnings.push_back(fmt::format("\"{}\" is the rollback of \"{}\" by its number, but goes by another name",
                                   down_file, migration.file_name));
  }
  return warnings;
}

}  // namespace runner
