#include "included_files.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "disk.hpp"
#include "error.hpp"
#include "project.hpp"

namespace runner {
namespace {

namespace fs = std::filesystem;

Error leads_out(const std::string& name, const Project& project) {
  return Error(ErrorKind::source, fmt::format("\"{}\" leads out of the project", name))
      .hint(fmt::format("Name a file inside {}, by a path relative to the file that names it.",
                        project.root().string()));
}

}  // namespace

OpenFile opener_of_included_files(const std::string& folder) {
  return [project = Project(folder)](const std::string& from, const std::string& name, Content) {
    const fs::path wanted(name);
    if (wanted.is_absolute()) throw leads_out(name, project);
    const fs::path path = (fs::path(from).parent_path() / wanted).lexically_normal();
    std::error_code error;
    // Resolves links first: a link may lead out of the project.
    const fs::path real = fs::canonical(path, error);
    if (error && !project.holds(fs::weakly_canonical(path))) throw leads_out(name, project);
    if (error)
      throw Error(ErrorKind::source,
                  fmt::format("could not read \"{}\": {}", path.string(), error.message()));
    if (!project.holds(real)) throw leads_out(name, project);
    if (fs::is_other(real))
      throw Error(ErrorKind::source, fmt::format("\"{}\" is not a regular file", path.string()));
    try {
      return SourceFile{path.string(), read_regular_file(path.string())};
    } catch (const Error& unreadable) {
      throw Error(ErrorKind::source, fmt::format("could not read \"{}\"", path.string()))
          .detail(unreadable.message());
    }
  };
}

}  // namespace runner
