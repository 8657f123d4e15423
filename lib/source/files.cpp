#include "files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>

#include "companions.hpp"
#include "disk.hpp"
#include "error.hpp"
#include "file_descriptor.hpp"
#include "large_text.hpp"

namespace runner {
namespace {

namespace fs = std::filesystem;

void require_folder(const std::string& folder, const char* flag, const char* what) {
  std::error_code ignored;
  if (fs::is_directory(folder, ignored)) return;
  throw file_error(folder, fmt::format("there is no folder with {}", what))
      .hint(fmt::format("Run from the project's folder, or name it with {}.", flag));
}

[[noreturn]] void refuse_rollback_look(const std::string& path, const std::string& file_name) {
  throw file_error(path, fmt::format("\"{}\" looks like a rollback, but would run as an up", file_name))
      .hint("Name a rollback NNN_name.down.sql; give anything else another name.");
}

[[noreturn]] void refuse_number(const std::string& path, const std::string& file_name) {
  throw file_error(path, fmt::format("\"{}\" has no \"_\" or \"-\" and name behind its number", file_name))
      .hint("Name it NNN_name.sql.");
}

// The .sql files of one folder, those with a number paired.
struct FolderFiles {
  std::vector<Migration> pairs;
  std::vector<std::string> unnumbered;  // as paths
};

// The scripts of its pairs are yet to be read.
FolderFiles files_named_in(const Folder& folder) {
  FolderFiles files;
  std::vector<std::string_view> numbered;
  for (const std::string& name : folder.files()) {
    switch (kind_of_file(name)) {
      case FileKind::not_sql: break;
      case FileKind::without_number: files.unnumbered.push_back(folder.path_of(name)); break;
      case FileKind::bad_number: refuse_number(folder.path_of(name), name);
      case FileKind::looks_like_rollback: refuse_rollback_look(folder.path_of(name), name);
      case FileKind::migration: numbered.push_back(name); break;
    }
  }
  files.pairs = pair_files(numbered, [&](std::string_view name) { return folder.path_of(name); });
  return files;
}

void read(Script& script, const Folder& folder, const Surroundings& surroundings) {
  Text text = folder.read(name_in_path(script.path));
  script = check_script(std::move(script.path), std::move(text), surroundings);
}

// The first error by number counts.
void read_pairs(std::vector<Migration>& pairs, const Folder& folder, const Variables& variables,
                SharedWork& work) {
  const Surroundings surroundings{variables, companions_of(folder.path()), normalized_on_disk};
  work.run(pairs.size(), [&](std::size_t number) {
    Migration& pair = pairs[number];
    read(pair.up, folder, surroundings);
    if (pair.down) read(*pair.down, folder, surroundings);
    require_consistent(pair);
  });
}

using Paths = std::set<std::string>;

// The files that these scripts include: they run, whatever they are called.
Paths included_by(const std::vector<Migration>& pairs) {
  Paths paths;
  const auto add = [&](const Script& script) {
    for (const SourceFile& companion : script.companions) paths.insert(companion.path);
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

void warn_of_unnumbered(std::vector<std::string>& warnings, const FolderFiles& files, const Paths& included) {
  for (const std::string& path : files.unnumbered) {
    if (never_runs(path, included)) warnings.push_back(fmt::format("{} has no number and never runs", path));
  }
}

bool holds_sql_that_never_runs(const Folder& folder, const Paths& included) {
  return std::ranges::any_of(folder.files(), [&](const std::string& name) {
    return kind_of_file(name) != FileKind::not_sql && never_runs(folder.path_of(name), included);
  });
}

void append_seeds(SeedFolder& all, const std::string& folder, const std::string& environment,
                  const Variables& variables, SharedWork& work) {
  const Folder opened(folder);
  FolderFiles files = files_named_in(opened);
  for (const Migration& seed : files.pairs) {
    if (seed.down) throw file_error(seed.down->path, "a seed has no down file").hint("Remove it.");
  }
  read_pairs(files.pairs, opened, variables, work);
  warn_of_unnumbered(all.warnings, files, included_by(files.pairs));
  for (Migration& seed : files.pairs) all.seeds.push_back({seed.name, environment, std::move(seed.up)});
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

MigrationFolder read_migrations(const std::string& folder, const Variables& variables, SharedWork& work) {
  require_folder(folder, "--migrations", "migrations");
  MigrationFolder result;
  const Folder opened(folder);
  FolderFiles files = files_named_in(opened);
  read_pairs(files.pairs, opened, variables, work);
  const Paths included = included_by(files.pairs);
  warn_of_unnumbered(result.warnings, files, included);
  result.migrations = std::move(files.pairs);
  for (std::string& warning : pair_warnings(result.migrations)) result.warnings.push_back(std::move(warning));
  for (const std::string& name : opened.folders()) {
    const std::string path = opened.path_of(name);
    if (holds_sql_that_never_runs(Folder(path), included))
      result.warnings.push_back(
          fmt::format("{}/ holds .sql files that never run: only the folder itself is read", path));
  }
  return result;
}

SeedFolder read_seeds(const std::string& folder, const std::optional<std::string>& environment,
                      const Variables& variables, SharedWork& work) {
  require_folder(folder, "--seeds", "seeds");
  SeedFolder result;
  append_seeds(result, folder, "", variables, work);
  const std::string own = path_in(folder, environment.value_or(""));
  if (environment && fs::is_directory(own)) append_seeds(result, own, *environment, variables, work);
  return result;
}

NewPair write_pair(const std::string& folder, const std::string& name) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw file_error(folder, fmt::format("could not create the folder: {}", error.message()));
  const NewPair pair{path_in(folder, name + ".sql"), path_in(folder, name + ".down.sql")};
  write_new(pair.up_path, fmt::format("-- {}\n\n", name));
  try {
    write_new(pair.down_path, fmt::format("-- Undoes {}.\n\n", name));
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
