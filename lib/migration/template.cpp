#include "template.hpp"

#include <fmt/format.h>

#include "file_name.hpp"

namespace runner {

std::string up_template(std::string_view name) { return fmt::format("-- {}\n\n", name); }

std::string down_template(std::string_view name) { return fmt::format("-- Undoes {}.\n\n", name); }

bool is_up_template(std::string_view text) {
  constexpr std::string_view kComment = "-- ";
  if (!text.starts_with(kComment)) return false;
  const std::string_view name = text.substr(kComment.size(), text.find('\n') - kComment.size());
  const bool as_new_names = name.find_first_of(" \t") == std::string_view::npos;
  return as_new_names && text == up_template(name) &&
         kind_of_file(std::string(name) + ".sql") == FileKind::migration;
}

}  // namespace runner
