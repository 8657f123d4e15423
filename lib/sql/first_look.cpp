#include "first_look.hpp"

#include <algorithm>
#include <future>
#include <utility>

namespace runner {
namespace {

// Below this a second thread costs more than it saves.
constexpr std::size_t kLargeText = 1 << 20;

struct Part {
  ByteScan bytes;
  RowEndsFinder rows;
};

Part look_at_part(std::string_view text, std::size_t from, std::size_t end) {
  Part part{{}, RowEndsFinder(text, from)};
  part.bytes = scan_bytes(text.substr(from, end - from),
                          [&](std::size_t offset) { part.rows.look_until(from + offset); });
  if (part.bytes.bad) *part.bytes.bad += from;
  return part;
}

// Neither a character nor a line is cut in two.
std::size_t middle_of(std::string_view text) {
  return std::min(text.find('\n', text.size() / 2), text.size() - 1) + 1;
}

}  // namespace

FirstLook look_at_all(std::string_view text) {
  if (text.size() < kLargeText) return {scan_bytes(text), {}};
  const std::size_t middle = middle_of(text);
  auto second_half = std::async(look_at_part, text, middle, text.size());
  Part all = look_at_part(text, 0, middle);
  Part rest = second_half.get();
  if (!all.bytes.bad) all.bytes.bad = rest.bytes.bad;
  all.bytes.carriage_return |= rest.bytes.carriage_return;
  all.rows.append(std::move(rest.rows));
  return {all.bytes, std::move(all.rows).found()};
}

}  // namespace runner
