#include "migration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "error.hpp"
#include "names.hpp"

namespace runner {
namespace {

struct NamedFile {
  FileName name;
  FileKind kind;
  std::string_view file_name;
};

using NamedFiles = std::vector<NamedFile>;

bool by_version(const NamedFile& a, const NamedFile& b) { return a.name.version < b.name.version; }

// Files that belong to no pair come last.
bool up_first(const NamedFile& a, const NamedFile& b) {
  const auto rank = [](const NamedFile& file) {
    return std::tuple(file.kind != FileKind::migration, file.name.direction != Direction::up, file.file_name);
  };
  return rank(a) < rank(b);
}

// Names mostly arrive in the order of their numbers. Then only files with the same number need sorting.
NamedFiles sorted_by_version(std::span<const std::string_view> file_names) {
  NamedFiles named;
  named.reserve(file_names.size());
  for (const std::string_view file_name : file_names) {
    if (auto name = parse_numbered_name(file_name))
      named.push_back({std::move(*name), kind_of_file(file_name), file_name});
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

std::string_view file_name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

Error about(const std::string& path, std::string message) {
  return Error(ErrorKind::source, std::move(message)).at(whole_file(path));
}

Script unread(std::string path) {
  Script script;
  script.path = std::move(path);
  return script;
}

Error second_up(const Migration& first, const NamedFile& second, const std::string& path) {
  return about(path, fmt::format("number {} is already used by \"{}\"",
                                 second.name.name.substr(0, second.name.width), first.file_name))
      .hint("Give one of the two files another number.");
}

Error second_down(const Migration& migration, const NamedFile& second, const std::string& path) {
  return about(path,
               fmt::format("number {} already has the down file \"{}\"",
                           second.name.name.substr(0, second.name.width), file_name_of(migration.down->path)))
      .hint("Remove one of the two files, or give it the number of its up file.");
}

Error down_without_up(const NamedFile& down, const std::string& path) {
  return about(path, fmt::format("\"{}\" has no up file", down.file_name))
      .hint(fmt::format("Add \"{}.sql\", or remove the down file.", down.name.name));
}

Error misnamed(const NamedFile& file, const std::string& path) {
  if (file.kind == FileKind::bad_number) {
    return about(path, fmt::format("\"{}\" has no \"_\" or \"-\" and name after its number", file.file_name))
        .hint("Name it NNN_name.sql.");
  }
  return about(path, fmt::format("\"{}\" looks like a rollback, but would run as an up", file.file_name))
      .hint("Name a rollback NNN_name.down.sql; give anything else another name.");
}

// Pairs files that arrive sorted by version, with the ups of each version first.
class Pairing {
 public:
  explicit Pairing(std::size_t most) { migrations_.reserve(most); }

  void add(const NamedFile& file, const std::string& path) {
    if (file.kind != FileKind::migration) {
      add_migration(file, path).errors.push_back(misnamed(file, path));
    } else if (file.name.direction == Direction::up) {
      add_up(file, path);
    } else {
      add_down(file, path);
    }
  }

  std::vector<Migration> take() && { return std::move(migrations_); }

 private:
  Migration& add_migration(const NamedFile& file, const std::string& path) {
    migrations_.push_back({file.name.version,
                           file.name.width,
                           file.name.name,
                           std::string(file.file_name),
                           unread(path),
                           std::nullopt,
                           {}});
    return migrations_.back();
  }

  void add_up(const NamedFile& file, const std::string& path) {
    const std::optional<std::size_t> first = first_of(file.name.version);
    Migration& migration = add_migration(file, path);
    if (first) migration.errors.push_back(second_up(migrations_[*first], file, path));
  }

  void add_down(const NamedFile& file, const std::string& path) {
    const std::optional<std::size_t> first = first_of(file.name.version);
    if (!first || is_down_alone(migrations_[*first])) {
      add_migration(file, path).errors.push_back(down_without_up(file, path));
    } else if (migrations_[*first].down) {
      migrations_[*first].errors.push_back(second_down(migrations_[*first], file, path));
    } else {
      migrations_[*first].down = unread(path);
    }
  }

  static bool is_down_alone(const Migration& migration) {
    return parse_numbered_name(migration.file_name)->direction == Direction::down;
  }

  // The index of the first migration with this version.
  [[nodiscard]] std::optional<std::size_t> first_of(const Version& version) const {
    std::size_t first = migrations_.size();
    while (first > 0 && migrations_[first - 1].version == version) --first;
    return first < migrations_.size() ? std::optional(first) : std::nullopt;
  }

  std::vector<Migration> migrations_;
};

bool is_told(const std::vector<Error>& errors, const Error& error) {
  return std::ranges::any_of(errors, [&](const Error& other) {
    return other.message() == error.message() && other.place() == error.place();
  });
}

}  // namespace

std::vector<Migration> pair_files(std::span<const std::string_view> file_names, const PathOf& path_of) {
  const NamedFiles named = sorted_by_version(file_names);
  Pairing pairing(named.size());
  for (const NamedFile& file : named) pairing.add(file, path_of(file.file_name));
  return std::move(pairing).take();
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

// An error in a file that several migrations include is in each of them. Runner reports it once.
std::optional<Error> errors_in(std::span<const Migration> migrations) {
  std::vector<Error> errors;
  for (const Migration& migration : migrations) {
    for (const Error& error : migration.errors) {
      if (!is_told(errors, error)) errors.push_back(error);
    }
  }
  if (errors.empty()) return std::nullopt;
  Error first = errors.front();
  errors.erase(errors.begin());
  return first.with(std::move(errors));
}

std::optional<Finding> note_on_names(std::span<const Migration> migrations) {
  std::vector<std::string> downs;  // quoted
  const Migration* first = nullptr;
  for (const Migration& migration : migrations) {
    if (!migration.down) continue;
    const std::string_view down_file = file_name_of(migration.down->path);
    if (without_suffix(down_file) == migration.name) continue;
    if (first == nullptr) first = &migration;
    downs.push_back(fmt::format("\"{}\"", down_file));
  }
  if (first == nullptr) return std::nullopt;
  return Finding{
      .rule = "rollback-name-differs",
      .place = Place{first->down->path},
      .message =
          downs.size() == 1
              ? fmt::format("{} is the rollback of \"{}\" by its number, but has another name", downs.front(),
                            first->file_name)
              : fmt::format("{} rollbacks belong to their migrations by number, but have other names: {}",
                            downs.size(), listed(downs))};
}

}  // namespace runner
