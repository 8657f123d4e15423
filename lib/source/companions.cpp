#include "companions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "disk.hpp"
#include "error.hpp"

namespace runner {
namespace {

namespace fs = std::filesystem;

bool is_within(const fs::path& path, const fs::path& folder) {
  const auto [rest, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return rest == folder.end();
}

fs::path project_of(const std::string& folder) {
  const fs::path own = fs::canonical(folder);
  const fs::path current = fs::canonical(fs::current_path());
  return is_within(own, current) ? current : own;
}

Error leads_out(const std::string& name, const fs::path& project) {
  return Error(ErrorKind::source, fmt::format("\"{}\" leads out of the project", name))
      .hint(fmt::format("A file may only be named that is in {}, and relative to the file that names it.",
                        project.string()));
}

}  // namespace

OpenFile companions_of(const std::string& folder) {
  return [project = project_of(folder)](const std::string& from, const std::string& name, Content) {
    const fs::path wanted(name);
    if (wanted.is_absolute()) throw leads_out(name, project);
    const fs::path path = (fs::path(from).parent_path() / wanted).lexically_normal();
    std::error_code error;
    // Links are followed first: one that points out of the project leads out of it.
    const fs::path real = fs::canonical(path, error);
    if (error && !is_within(fs::weakly_canonical(path), project)) throw leads_out(name, project);
    if (error)
      throw Error(ErrorKind::source,
                  fmt::format("could not read \"{}\": {}", path.string(), error.message()));
    if (!is_within(real, project)) throw leads_out(name, project);
    if (fs::is_other(real))
      throw Error(ErrorKind::source, fmt::format("\"{}\" is not a regular file", path.string()));
    try {
      return SourceFile{path.string(), read_file(path.string())};
    } catch (const Error& unreadable) {
      throw Error(ErrorKind::source, fmt::format("could not read \"{}\"", path.string()))
          .detail(unreadable.message());
    }
  };
}

}  // namespace runner
