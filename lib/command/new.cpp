#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "commands.hpp"
#include "error.hpp"
#include "source/files.hpp"

namespace runner {
namespace {

constexpr std::size_t kDefaultWidth = 3;
constexpr std::size_t kTimestampWidth = 14;

std::string timestamp() {
  return fmt::format("{:%Y%m%d%H%M%S}", fmt::gmtime(std::chrono::system_clock::now()));
}

// The number after the newest, as wide as the newest. A timestamp must be above the newest too: two
// migrations within a second must not get the same number.
std::string next_number(const std::vector<std::string>& file_names, bool with_time) {
  std::optional<FileName> newest;
  for (const std::string& file_name : file_names) {
    const auto name = parse_file_name(file_name);
    if (name && (!newest || newest->version < name->version)) newest = name;
  }
  const std::string now = timestamp();
  if (!newest) return with_time ? now : Version::parse("0")->next(kDefaultWidth);
  const bool later = *Version::parse(now) > newest->version;
  if ((with_time || newest->width == kTimestampWidth) && later) return now;
  return newest->version.next(newest->width);
}

// Keeps letters and digits. Replaces what a shell or a file system may misread with "_".
std::string name_in_file(const std::string& name) {
  std::string result = name;
  for (char& c : result) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == '-' || c == '.';
    if (!kept) c = '_';
  }
  return result;
}

void require_usable(const std::string& name) {
  const bool any_letter =
      std::any_of(name.begin(), name.end(), [](char c) { return c != '_' && c != '.' && c != '-'; });
  if (!any_letter)
    throw Error(ErrorKind::usage, "a migration needs a name")
        .hint("For example: runner new add_invoice_index");
  const FileKind kind = kind_of_file("1_" + name + ".sql");
  if (kind == FileKind::migration && without_suffix("1_" + name) == "1_" + name) return;
  throw Error(ErrorKind::usage, fmt::format("\"{}\" would look like a rollback or a file name", name))
      .hint("Choose a name without .sql, up or down at its end: the down file is written anyway.");
}

}  // namespace

int run_new(const Context& context) {
  const Invocation& invocation = context.invocation;
  const std::string name = name_in_file(invocation.arguments.empty() ? "" : invocation.arguments.front());
  require_usable(name);
  const std::string& folder = context.settings.migrations;
  const std::string number = next_number(migration_file_names(folder), invocation.timestamp);
  const NewPair pair = write_pair(folder, number + "_" + name);
  context.reporter.show_new({pair.up_path, pair.down_path});
  return 0;
}

}  // namespace runner
