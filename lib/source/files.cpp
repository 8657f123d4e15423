#include "files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <future>
#include <iterator>
#include <set>
#include <span>

#include "companions.hpp"
#include "error.hpp"
#include "file_descriptor.hpp"
#include "large_text.hpp"
#include "mapped_file.hpp"

namespace runner {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPipeChunk = 4096;

// Below this reading is faster than mapping.
constexpr std::size_t kLargeFile = 256 * 1024;

Error file_error(const std::string& path, std::string message) {
  return Error(ErrorKind::source, std::move(message)).at({path, 0, 0, {}, 0});
}

std::string reason(int code) { return std::generic_category().message(code); }

std::vector<std::string> names_in(const std::string& folder, bool folders) {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->is_directory(ignored) == folders) names.push_back(entry->path().filename().string());
  }
  if (error) throw file_error(folder, fmt::format("could not read the folder: {}", error.message()));
  std::sort(names.begin(), names.end());
  return names;
}

void require_folder(const std::string& folder, const char* flag, const char* what) {
  std::error_code ignored;
  if (fs::is_directory(folder, ignored)) return;
  throw file_error(folder, fmt::format("there is no folder with {}", what))
      .hint(fmt::format("Run from the project's folder, or name it with {}.", flag));
}

std::string path_of(const std::string& folder, const std::string& name) {
  return (fs::path(folder) / name).string();
}

[[noreturn]] void refuse_rollback_look(const std::string& path, const std::string& file_name) {
  throw file_error(path, fmt::format("\"{}\" looks like a rollback, but would run as an up", file_name))
      .hint("Name a rollback NNN_name.down.sql; give anything else another name.");
}

[[noreturn]] void refuse_number(const std::string& path, const std::string& file_name) {
  throw file_error(path, fmt::format("\"{}\" has no \"_\" or \"-\" and name behind its number", file_name))
      .hint("Name it NNN_name.sql.");
}

// The .sql files of one folder, those with a number read and checked.
struct FolderFiles {
  std::vector<MigrationFile> numbered;
  std::vector<std::string> unnumbered;  // as paths
};

using Names = std::span<const std::string>;

std::vector<MigrationFile> read_each(const std::string& folder, Names names,
                                     const Surroundings& surroundings) {
  std::vector<MigrationFile> files;
  files.reserve(names.size());
  for (const std::string& name : names) {
    const std::string path = path_of(folder, name);
    files.push_back({name, check_script(path, read_file(path), surroundings)});
  }
  return files;
}

// In two halves at once: where there is nothing to do, opening thousands of files takes the most time.
// The first error by name counts.
std::vector<MigrationFile> read_all(const std::string& folder, Names names,
                                    const Surroundings& surroundings) {
  constexpr std::size_t kWorthAThread = 100;
  if (names.size() < kWorthAThread) return read_each(folder, names, surroundings);
  const std::size_t half = names.size() / 2;
  auto others =
      std::async(std::launch::async, [&] { return read_each(folder, names.subspan(half), surroundings); });
  std::vector<MigrationFile> files = read_each(folder, names.first(half), surroundings);
  std::ranges::move(others.get(), std::back_inserter(files));
  return files;
}

FolderFiles files_in(const std::string& folder, const Variables& variables) {
  const Surroundings surroundings{variables, companions_of(folder), normalized_on_disk};
  FolderFiles files;
  std::vector<std::string> numbered;
  for (const std::string& name : names_in(folder, false)) {
    const std::string path = path_of(folder, name);
    switch (kind_of_file(name)) {
      case FileKind::not_sql: break;
      case FileKind::without_number: files.unnumbered.push_back(path); break;
      case FileKind::bad_number: refuse_number(path, name);
      case FileKind::looks_like_rollback: refuse_rollback_look(path, name);
      case FileKind::migration: numbered.push_back(name); break;
    }
  }
  files.numbered = read_all(folder, numbered, surroundings);
  return files;
}

using Paths = std::set<std::string>;

// The files that these scripts include: they run, whatever they are called.
Paths included_by(const std::vector<MigrationFile>& files) {
  Paths paths;
  for (const MigrationFile& file : files) {
    for (const SourceFile& companion : file.script.companions) paths.insert(companion.path);
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

bool holds_sql_that_never_runs(const std::string& folder, const Paths& included) {
  const auto names = names_in(folder, false);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return kind_of_file(name) != FileKind::not_sql && never_runs(path_of(folder, name), included);
  });
}

void append_seeds(SeedFolder& all, const std::string& folder, const std::string& environment,
                  const Variables& variables) {
  FolderFiles files = files_in(folder, variables);
  warn_of_unnumbered(all.warnings, files, included_by(files.numbered));
  for (Migration& seed : pair_files(std::move(files.numbered))) {
    if (seed.down) throw file_error(seed.down->path, "a seed has no down file").hint("Remove it.");
    all.seeds.push_back({seed.name, environment, std::move(seed.up)});
  }
}

void refuse_unknown_environment(const std::string& folder, const std::string& environment) {
  for (const std::string_view customary : {"development", "staging", "production", "test"}) {
    if (environment == customary) return;
  }
  const auto known = names_in(folder, true);
  throw Error(ErrorKind::usage, fmt::format("there are no seeds for the environment \"{}\"", environment))
      .hint(fmt::format("{} has: {}.", folder,
                        known.empty() ? "none" : fmt::format("{}", fmt::join(known, ", "))));
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

Text read_file(const std::string& path) {
  const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file || fstat(file.get(), &status) != 0) {
    throw file_error(path, fmt::format("could not read the file: {}", reason(errno)));
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (S_ISREG(status.st_mode) && size >= kLargeFile) {
    if (auto mapped = map_file(file, size)) return *mapped;
  }
  // One byte more than there should be, to see the end; a pipe has no size, and grows.
  std::string bytes(size + 1, '\0');
  std::size_t have = 0;
  while (true) {
    if (have == bytes.size()) bytes.resize(2 * have + kPipeChunk);
    const ssize_t count = read(file.get(), bytes.data() + have, bytes.size() - have);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw file_error(path, fmt::format("could not read the file: {}", reason(errno)));
    have += static_cast<std::size_t>(count);
    // A file of its own that ends where it should needs no second look.
    if (count == 0 || (S_ISREG(status.st_mode) && have == size)) break;
  }
  bytes.resize(have);
  return Text(std::move(bytes));
}

MigrationFolder read_migrations(const std::string& folder, const Variables& variables) {
  require_folder(folder, "--migrations", "migrations");
  MigrationFolder result;
  FolderFiles files = files_in(folder, variables);
  const Paths included = included_by(files.numbered);
  warn_of_unnumbered(result.warnings, files, included);
  result.migrations = pair_files(std::move(files.numbered));
  for (std::string& warning : pair_warnings(result.migrations)) result.warnings.push_back(std::move(warning));
  for (const std::string& name : names_in(folder, true)) {
    const std::string path = path_of(folder, name);
    if (holds_sql_that_never_runs(path, included))
      result.warnings.push_back(
          fmt::format("{}/ holds .sql files that never run: only the folder itself is read", path));
  }
  return result;
}

SeedFolder read_seeds(const std::string& folder, const std::optional<std::string>& environment,
                      const Variables& variables) {
  require_folder(folder, "--seeds", "seeds");
  SeedFolder result;
  append_seeds(result, folder, "", variables);
  if (!environment) return result;
  const std::string own = path_of(folder, *environment);
  const bool plain_name = !environment->empty() && environment->find('/') == std::string::npos &&
                          *environment != "." && *environment != "..";
  if (plain_name && fs::is_directory(own)) {
    append_seeds(result, own, *environment, variables);
  } else {
    refuse_unknown_environment(folder, *environment);
  }
  return result;
}

NewPair write_pair(const std::string& folder, const std::string& name) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw file_error(folder, fmt::format("could not create the folder: {}", error.message()));
  const NewPair pair{path_of(folder, name + ".sql"), path_of(folder, name + ".down.sql")};
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
  return fs::is_directory(folder, ignored) ? names_in(folder, false) : std::vector<std::string>{};
}

}  // namespace runner
