#include "secrets.hpp"

#include <fmt/format.h>

#include "disk.hpp"
#include "error.hpp"
#include "script/mask.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace runner {
namespace {

std::string content_of(const std::string& path) {
  const Text text = read_file(path);
  std::string_view value = text.view();
  if (value.ends_with('\n')) value.remove_suffix(1);
  if (value.ends_with('\r')) value.remove_suffix(1);
  return std::string(value);
}

std::string value_of_variable(const std::string& name, const Environment& environment) {
  if (const auto value = environment.get(name)) return *value;
  throw Error(ErrorKind::usage,
              fmt::format("--set-secret {0}: the environment variable {0} is not set", name))
      .hint(fmt::format("Set it, here or in .env; or name a file: --set-secret {}=@FILE.", name));
}

void require_usable(const std::string& name, const std::string& value) {
  if (first_bad_byte(value)) {
    throw Error(ErrorKind::usage, fmt::format("--set-secret {}: the value is not UTF-8 text", name));
  }
  if (character_count(value) >= Mask::kShortest) return;
  throw Error(ErrorKind::usage,
              fmt::format("--set-secret {}: the value is shorter than {} characters", name, Mask::kShortest))
      .hint(
          "Such a short value would also match parts of other words. Use --set for a value that is not "
          "secret.");
}

}  // namespace

Variables read_secrets(std::span<const std::string> words, const Environment& environment) {
  Variables secrets;
  for (const std::string& word : words) {
    const std::size_t equals = word.find("=@");
    const std::string name = word.substr(0, equals);
    const bool in_file = equals != std::string::npos;
    std::string value = in_file ? content_of(word.substr(equals + 2)) : value_of_variable(name, environment);
    require_usable(name, value);
    secrets.insert_or_assign(name, Variable(std::move(value), true));
  }
  return secrets;
}

}  // namespace runner
