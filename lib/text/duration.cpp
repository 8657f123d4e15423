#include "duration.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>

namespace runner {
namespace {

std::optional<Milliseconds> unit_of(std::string_view name) {
  using namespace std::chrono_literals;
  if (name == "ms") return 1ms;
  if (name == "s") return 1s;
  if (name == "min" || name == "m") return 1min;
  if (name == "h") return 1h;
  return std::nullopt;
}

}  // namespace

std::optional<Milliseconds> parse_duration(std::string_view text) {
  std::int64_t amount = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (error != std::errc{} || amount < 0) return std::nullopt;
  const std::string_view unit_name = text.substr(static_cast<std::size_t>(rest - text.data()));
  if (amount == 0 && unit_name.empty()) return Milliseconds{0};
  const auto unit = unit_of(unit_name);
  // PostgreSQL keeps its timeouts as 32-bit milliseconds.
  if (!unit || amount > std::numeric_limits<std::int32_t>::max() / unit->count()) return std::nullopt;
  return amount * *unit;
}

std::string to_text(Milliseconds duration) {
  const auto ms = duration.count();
  if (ms < 1000) return fmt::format("{} ms", ms);
  if (ms < 60'000) return fmt::format("{}.{} s", ms / 1000, ms % 1000 / 100);
  const auto seconds = ms / 1000;
  if (seconds < 3600) return fmt::format("{} min {:02} s", seconds / 60, seconds % 60);
  return fmt::format("{} h {:02} min", seconds / 3600, seconds / 60 % 60);
}

}  // namespace runner
