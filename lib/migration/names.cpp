#include "names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner {
namespace {

// A note is one line.
constexpr std::size_t kMostNamed = 10;

}  // namespace

std::string listed(std::span<const std::string> names) {
  // One more name takes no more room than "and 1 more".
  const std::size_t named = names.size() <= kMostNamed + 1 ? names.size() : kMostNamed;
  const std::string text = fmt::format("{}", fmt::join(names.first(named), ", "));
  return named == names.size() ? text : fmt::format("{} and {} more", text, names.size() - named);
}

}  // namespace runner
