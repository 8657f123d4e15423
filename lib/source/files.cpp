#include "files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <future>
#include <iterator>
#include <set>
#include <span>
#include <utility>

#include "disk.hpp"
#include "error.hpp"
#include "file_descriptor.hpp"
#include "included_files.hpp"
#include "migration/names.hpp"
#include "migration/template.hpp"
#include "unread_folder.hpp"

namespace runner {
namespace {

namespace fs = std::filesystem;

void require_folder(const std::string& folder, const char* flag, const char* what) {
  std::error_code ignored;
  if (fs::is_directory(folder, ignored)) return;
  throw file_error(folder, fmt::format("there is no folder with {}", what))
      .hint(fmt::format("Run from the project's folder, or name it with {}.", flag));
}

// The .sql files of one folder. Those with a number are paired.
struct FolderFiles {
  std::vector<Migration> pairs;
  std::vector<std::string> unnumbered;
};

// Does not read the scripts of the pairs.
FolderFiles files_named_in(const Folder& folder) {
  FolderFiles files;
  for (const std::string& name : folder.files()) {
    if (kind_of_file(name) == FileKind::without_number) files.unnumbered.push_back(name);
  }
  const std::vector<std::string_view> names(folder.files().begin(), folder.files().end());
  files.pairs = pair_files(names, [&](std::string_view name) { return folder.path_of(name); });
  return files;
}

// One bad file must not hide the next: runner reports all of them together.
bool noting_errors(Migration& pair, const std::function<void()>& act) {
  try {
    act();
    return true;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::source) throw;
    pair.errors.push_back(error);
    return false;
  }
}

bool read(Migration& pair, Script& script, const Folder& folder, const Surroundings& surroundings) {
  return noting_errors(pair, [&] {
    script = check_script(script.path, folder.read(name_in_path(script.path)), surroundings);
  });
}

void read_pair(Migration& pair, const Folder& folder, const Surroundings& surroundings) {
  const bool up = read(pair, pair.up, folder, surroundings);
  const bool down = !pair.down || read(pair, *pair.down, folder, surroundings);
  if (up && down) noting_errors(pair, [&] { require_consistent(pair); });
}

// Two threads read many pairs, one half each. One thread reads fewer pairs before main has connected.
void read_pairs(std::span<Migration> pairs, const Folder& folder, const Variables& variables,
                const Heed& heed) {
  constexpr std::size_t kMany = 256;
  const Surroundings surroundings{variables, opener_of_included_files(folder.path()), heed};
  const auto read_part = [&](std::span<Migration> part) {
    for (Migration& pair : part) {
      heed();
      read_pair(pair, folder, surroundings);
    }
  };
  const auto policy = pairs.size() < kMany ? std::launch::deferred : std::launch::async;
  const std::size_t middle = pairs.size() / 2;
  auto second_half = std::async(policy, read_part, pairs.subspan(middle));
  read_part(pairs.first(middle));
  second_half.get();
}

using Paths = std::set<std::string>;

// The files that these scripts include. They run, whatever their names are.
Paths included_by(const std::vector<Migration>& pairs) {
  Paths paths;
  const auto add = [&](const Script& script) {
    for (const SourceFile& file : script.included_files) paths.insert(file.path);
  };
  for (const Migration& pair : pairs) {
    add(pair.up);
    if (pair.down) add(*pair.down);
  }
  return paths;
}

bool never_runs(const std::string& path, const Paths& included) {
  return !included.contains(fs::path(path).lexically_normal().string());
}

std::optional<Finding> note_on_unnumbered(const std::vector<std::string>& names, const Folder& folder,
                                          const Paths& included) {
  std::vector<std::string> forgotten;
  std::ranges::copy_if(names, std::back_inserter(forgotten),
                       [&](const std::string& name) { return never_runs(folder.path_of(name), included); });
  if (forgotten.empty()) return std::nullopt;
  const std::string first = folder.path_of(forgotten.front());
  return Finding{.rule = "file-never-runs",
                 .place = Place{first},
                 .message = forgotten.size() == 1
                                ? fmt::format("{} has no number and never runs", first)
                                : fmt::format("{} .sql files in {} have no number and never run: {}",
                                              forgotten.size(), folder.path(), listed(forgotten))};
}

// Ignores a folder that runner may not read, such as lost+found.
bool holds_sql_that_never_runs(const std::string& path, const Paths& included) {
  try {
    const Folder folder(path);
    return std::ranges::any_of(folder.files(), [&](const std::string& name) {
      return kind_of_file(name) != FileKind::not_sql && never_runs(folder.path_of(name), included);
    });
  } catch (const Error&) {
    return false;
  }
}

std::optional<Finding> note_on_folders(const Folder& folder, const Paths& included) {
  std::vector<std::string> forgotten;
  std::ranges::copy_if(folder.folders(), std::back_inserter(forgotten), [&](const std::string& name) {
    return holds_sql_that_never_runs(folder.path_of(name), included);
  });
  if (forgotten.empty()) return std::nullopt;
  const std::string first = folder.path_of(forgotten.front());
  return Finding{
      .rule = "folder-never-read",
      .place = Place{first},
      .message =
          forgotten.size() == 1
              ? fmt::format("{}/ holds .sql files that never run: only the folder itself is read", first)
              : fmt::format(
                    "{} folders in {} hold .sql files that never run, since only {} itself is read: {}",
                    forgotten.size(), folder.path(), folder.path(), listed(forgotten))};
}

void append_note(Findings& findings, std::optional<Finding> note) {
  if (note) findings.push_back(std::move(*note));
}

// The seeds of one folder, with those that cannot be used.
std::vector<Migration> seeds_in(const std::string& folder, const Variables& variables, const Heed& heed,
                                Findings& findings) {
  const Folder opened(folder);
  FolderFiles files = files_named_in(opened);
  for (Migration& seed : files.pairs) {
    if (seed.down)
      seed.errors.push_back(file_error(seed.down->path, "a seed has no down file").hint("Remove it."));
  }
  read_pairs(files.pairs, opened, variables, heed);
  append_note(findings, note_on_unnumbered(files.unnumbered, opened, included_by(files.pairs)));
  return std::move(files.pairs);
}

void require_usable(std::span<const Migration> migrations) {
  if (auto errors = errors_in(migrations)) throw std::move(*errors);
}

void write_new(const std::string& path, const std::string& content) {
  const FileDescriptor file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file && errno == EEXIST)
    throw file_error(path, "the file exists already").hint("Choose another name.");
  if (!file) throw file_error(path, fmt::format("could not create the file: {}", reason(errno)));
  const ssize_t written = write(file.get(), content.data(), content.size());
  if (written == static_cast<ssize_t>(content.size())) return;
  const std::string why = written < 0 ? reason(errno) : reason(ENOSPC);
  unlink(path.c_str());
  throw file_error(path, fmt::format("could not write the file: {}", why));
}

}  // namespace

MigrationFolder read_migrations_with_errors(const std::string& folder, const Variables& variables,
                                            const Heed& heed) {
  require_folder(folder, "--migrations", "migrations");
  const Folder opened(folder);
  FolderFiles files = files_named_in(opened);
  read_pairs(files.pairs, opened, variables, heed);
  if (files.pairs.empty()) refuse_unread_migrations(folder);
  MigrationFolder result{std::move(files.pairs), {}};
  // Runner cannot know what an unreadable file includes.
  if (!errors_in(result.migrations)) {
    const Paths included = included_by(result.migrations);
    append_note(result.findings, note_on_unnumbered(files.unnumbered, opened, included));
    append_note(result.findings, note_on_folders(opened, included));
  }
  append_note(result.findings, note_on_names(result.migrations));
  return result;
}

MigrationFolder read_migrations(const std::string& folder, const Variables& variables, const Heed& heed) {
  MigrationFolder result = read_migrations_with_errors(folder, variables, heed);
  require_usable(result.migrations);
  return result;
}

SeedFolder read_seeds(const std::string& folder, const std::optional<std::string>& environment,
                      const Variables& variables, const Heed& heed) {
  require_folder(folder, "--seeds", "seeds");
  SeedFolder result;
  std::vector<Migration> seeds = seeds_in(folder, variables, heed, result.findings);
  const std::size_t common = seeds.size();
  const std::string own = path_in(folder, environment.value_or(""));
  if (environment && fs::is_directory(own))
    std::ranges::move(seeds_in(own, variables, heed, result.findings), std::back_inserter(seeds));
  require_usable(seeds);
  for (Migration& seed : seeds) {
    const bool for_all = result.seeds.size() < common;
    result.seeds.push_back({seed.name, for_all ? "" : *environment, std::move(seed.up)});
  }
  if (seeds.empty()) refuse_unread_seeds(folder, environment);
  return result;
}

NewPair write_pair(const std::string& folder, const std::string& name) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw file_error(folder, fmt::format("could not create the folder: {}", error.message()));
  const NewPair pair{path_in(folder, name + ".sql"), path_in(folder, name + ".down.sql")};
  write_new(pair.up_path, up_template(name));
  try {
    write_new(pair.down_path, down_template(name));
  } catch (const Error&) {
    unlink(pair.up_path.c_str());
    throw;
  }
  return pair;
}

std::vector<std::string> migration_file_names(const std::string& folder) {
  std::error_code ignored;
  return fs::is_directory(folder, ignored) ? Folder(folder).files() : std::vector<std::string>{};
}

}  // namespace runner
