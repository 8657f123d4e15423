#include "migration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "error.hpp"

namespace runner {
namespace {

struct NamedFile {
  FileName name;
  std::string_view file_name;
};

using NamedFiles = std::vector<NamedFile>;

bool by_version(const NamedFile& a, const NamedFile& b) { return a.name.version < b.name.version; }

bool up_first(const NamedFile& a, const NamedFile& b) {
  if (a.name.direction != b.name.direction) return a.name.direction == Direction::up;
  return a.file_name < b.file_name;
}

// A folder's names mostly come in the order of their numbers; only those of one number are to be sorted then.
NamedFiles sorted_by_version(std::span<const std::string_view> file_names) {
  NamedFiles named;
  named.reserve(file_names.size());
  for (const std::string_view file_name : file_names) {
    if (auto name = parse_file_name(file_name)) named.push_back({std::move(*name), file_name});
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

Error about(const std::string& path, std::string message) {
  return Error(ErrorKind::source, std::move(message)).at({path, 0, 0, {}, 0});
}

Script unread(std::string path) {
  Script script;
  script.path = std::move(path);
  return script;
}

void refuse_second(const NamedFile& first, const NamedFile& second, const PathOf& path_of) {
  const std::string number = second.name.name.substr(0, second.name.width);
  const std::string path = path_of(second.file_name);
  if (second.name.direction == Direction::up) {
    throw about(path, fmt::format("number {} is already used by \"{}\"", number, first.file_name))
        .hint("Give one of the two files another number.");
  }
  throw about(path, fmt::format("number {} already has the down file \"{}\"", number, first.file_name))
      .hint("Remove one of the two files, or give it the number of its up file.");
}

void refuse_down_without_up(const NamedFile& down, const PathOf& path_of) {
  throw about(path_of(down.file_name), fmt::format("\"{}\" has no up file", down.file_name))
      .hint(fmt::format("Add \"{}.sql\", or remove the down file.", down.name.name));
}

}  // namespace

std::vector<Migration> pair_files(std::span<const std::string_view> file_names, const PathOf& path_of) {
  NamedFiles named = sorted_by_version(file_names);
  for (std::size_t i = 1; i < named.size(); ++i) {
    const bool same = named[i - 1].name.version == named[i].name.version &&
                      named[i - 1].name.direction == named[i].name.direction;
    if (same) refuse_second(named[i - 1], named[i], path_of);
  }
  std::vector<Migration> migrations;
  migrations.reserve(named.size());
  for (NamedFile& file : named) {
    std::string path = path_of(file.file_name);
    if (file.name.direction == Direction::up) {
      migrations.push_back({std::move(file.name.version), file.name.width, std::move(file.name.name),
                            std::string(file.file_name), unread(std::move(path)), std::nullopt});
      continue;
    }
    const bool paired = !migrations.empty() && migrations.back().version == file.name.version;
    if (!paired) refuse_down_without_up(file, path_of);
    migrations.back().down = unread(std::move(path));
  }
  return migrations;
}

void require_consistent(const Migration& migration) {
  if (!migration.down) return;
  const std::string& path = migration.down->path;
  if (migration.down->directives.irreversible)
    throw about(path, "the directive \"irreversible\" belongs in the up file");
  if (!migration.up.directives.irreversible) return;
  throw about(path,
              fmt::format("\"{}\" says that it is irreversible, but has a down file", migration.file_name))
      .hint("Remove the directive or the down file.");
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
