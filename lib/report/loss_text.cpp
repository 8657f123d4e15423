#include "loss_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace runner {
namespace {

// "11 998 204"
std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ' ');
  return digits;
}

// An estimate with many digits would look like a count.
std::uint64_t rounded(std::uint64_t number) {
  std::uint64_t unit = 1;
  while (number / unit >= 100) unit *= 10;
  return (number + unit / 2) / unit * unit;
}

Clean what_is_done(const DataLoss& loss) {
  switch (loss.kind) {
    case LossKind::table:
    case LossKind::schema:
    case LossKind::owned: return clean("drops table {}", loss.object);
    case LossKind::column:
    case LossKind::type:
    case LossKind::extension: return clean("drops column {}", loss.object);
    case LossKind::truncated: return clean("empties table {}", loss.object);
    case LossKind::all_rows:
    case LossKind::some_rows: return clean("deletes rows from {}", loss.object);
    case LossKind::database: return clean("drops database {}", loss.object);
    case LossKind::unseen: return clean("runs code that may lose data: {}", loss.object);
  }
  return visible(loss.object);
}

Clean how_much(const DataLoss& loss) {
  if (loss.kind == LossKind::database || loss.kind == LossKind::unseen) return {};
  const std::string noun = loss.kind == LossKind::column ? "value" : "row";
  if (!loss.rows) return clean(": {} count unknown", noun);
  const std::string plural = *loss.rows == 1 ? noun : noun + "s";
  if (!loss.estimated) return clean(": {} {}", grouped(*loss.rows), plural);
  if (loss.kind == LossKind::some_rows) return clean(": up to {} {}", grouped(*loss.rows), plural);
  return clean(": about {} {}", grouped(rounded(*loss.rows)), plural);
}

}  // namespace

Clean text_of(const DataLoss& loss) { return what_is_done(loss) + how_much(loss); }

Clean losses_of_step(const std::string& step, std::span<const DataLoss> losses) {
  Clean text;
  for (const DataLoss& loss : losses) {
    if (loss.step == step) text += clean("    {}\n", text_of(loss));
  }
  return text;
}

Clean losses_text(std::span<const std::string> steps, std::span<const DataLoss> losses, std::size_t most,
                  const std::string& command) {
  const std::span<const DataLoss> shown = losses.first(std::min(losses.size(), most));
  Clean text;
  for (const std::string& step : steps) text += clean("  {}\n{}", step, losses_of_step(step, shown));
  const std::size_t left = losses.size() - shown.size();
  return left == 0 ? text : text + clean("and {} more losses; this lists them all: {}\n", left, command);
}

}  // namespace runner
