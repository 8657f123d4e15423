#include "unread_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "disk.hpp"
#include "error.hpp"
#include "migration/file_name.hpp"

namespace runner {
namespace {

// Deep enough to find "prisma/migrations/NAME/migration.sql" from the folder of a project.
constexpr int kDeepestFolder = 3;
// Ends the search when the folder is, for example, a whole disk.
constexpr std::size_t kMostFound = 1000;

std::vector<std::string> sql_files_in(const Folder& folder) {
  std::vector<std::string> paths;
  for (const std::string& name : folder.files()) {
    if (kind_of_file(name) != FileKind::not_sql) paths.push_back(folder.path_of(name));
  }
  return paths;
}

bool is_of_no_interest(const std::string& folder) {
  return folder.starts_with(".") || folder == "node_modules";
}

// Skips folders that runner may not read, such as lost+found.
void find_below(std::vector<std::string>& found, const Folder& folder, int deeper) {
  for (const std::string& name : folder.folders()) {
    if (is_of_no_interest(name) || found.size() >= kMostFound) continue;
    try {
      const Folder inner(folder.path_of(name));
      const std::vector<std::string> files = sql_files_in(inner);
      found.insert(found.end(), files.begin(), files.end());
      if (deeper > 1) find_below(found, inner, deeper - 1);
    } catch (const Error&) {
    }
  }
}

// "V1__init.sql", "U2.1__x.sql", "R__views.sql", "B7__base.sql".
bool is_for_flyway(const std::string& path) {
  const std::string name = name_in_path(path);
  const std::size_t end = name.find("__");
  return end != std::string::npos && end > 0 && std::string_view("VURB").find(name[0]) != std::string::npos &&
         name.find_first_not_of("0123456789._", 1) >= end;
}

// Prisma, drizzle-kit and Diesel give these names to the files in the folder of one migration.
bool has_folder_of_its_own(const std::string& path) {
  const std::string name = name_in_path(path);
  return name == "migration.sql" || name == "up.sql" || name == "down.sql";
}

bool is_named_like_migration(const std::string& path) {
  return kind_of_file(name_in_path(path)) == FileKind::migration;
}

Error none_among(const std::string& folder, std::size_t count, std::string_view noun) {
  return file_error(folder,
                    fmt::format("found {} .sql file{}, but no {}", count, count == 1 ? "" : "s", noun))
      .hint(fmt::format("Name a {} NNN_name.sql.", noun));
}

Error for_flyway(Error error, const std::string& file) {
  return error.detail(fmt::format("{} is named for Flyway.", file));
}

// A file that runner would read in another folder is most likely the one that the user meant.
Error explained(Error error, const std::vector<std::string>& here, const std::vector<std::string>& below) {
  if (const auto file = std::ranges::find_if(here, is_for_flyway); file != here.end())
    return for_flyway(error, *file);
  const auto named = std::ranges::find_if(below, is_named_like_migration);
  if (named != below.end()) {
    return error.detail(fmt::format("{} is in a folder below; only the folder itself is read.", *named))
        .hint(fmt::format("If it is a migration, name its folder: --migrations {}",
                          std::filesystem::path(*named).parent_path().string()));
  }
  if (const auto file = std::ranges::find_if(below, has_folder_of_its_own); file != below.end()) {
    return error.detail(fmt::format("{} is in a folder for one migration, as other tools keep them.", *file))
        .hint("Copy each into one folder, as NNN_name.sql with its rollback as NNN_name.down.sql.");
  }
  if (const auto file = std::ranges::find_if(below, is_for_flyway); file != below.end())
    return for_flyway(error, *file);
  return error.detail(
      fmt::format("{} does not begin with a number.", here.empty() ? below.front() : here.front()));
}

}  // namespace

void refuse_unread_migrations(const std::string& folder) {
  const Folder opened(folder);
  const std::vector<std::string> here = sql_files_in(opened);
  std::vector<std::string> below;
  find_below(below, opened, kDeepestFolder);
  const std::size_t count = here.size() + below.size();
  if (count > 0) throw explained(none_among(folder, count, "migration"), here, below);
}

void refuse_unread_seeds(const std::string& folder, const std::optional<std::string>& environment) {
  std::vector<std::string> files = sql_files_in(Folder(folder));
  const std::string own = path_in(folder, environment.value_or(""));
  if (environment && std::filesystem::is_directory(own)) {
    const std::vector<std::string> more = sql_files_in(Folder(own));
    files.insert(files.end(), more.begin(), more.end());
  }
  if (!files.empty()) throw explained(none_among(folder, files.size(), "seed"), files, {});
}

}  // namespace runner
