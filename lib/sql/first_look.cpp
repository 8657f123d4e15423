#include "first_look.hpp"

#include <algorithm>
#include <future>
#include <utility>

#include "text_window.hpp"

namespace runner {
namespace {

// Below this a second thread costs more than it saves.
constexpr std::size_t kHalvesFrom = 1 << 20;

// How much of it is looked at in one piece, so that the second look at it finds it in the cache.
constexpr std::size_t kPiece = 64 * 1024;

struct TextPart {
  ByteScan bytes;
  RowEndsFinder rows;
};

// Neither a character is cut in two nor a line that could end rows.
std::size_t end_of_piece(const TextWindow& window, std::size_t from, std::size_t end) {
  if (window.at_end() && end - from <= kPiece) return end;
  const std::string_view bytes = window.bytes().substr(from - window.begin());
  return std::min(end, from + whole_characters(bytes.substr(0, std::min(kPiece, bytes.size() - 2))));
}

TextPart look_at_part(const Text& text, std::size_t from, std::size_t end, const Heed& heed) {
  TextPart part{{}, RowEndsFinder(from)};
  TextWindow window(text);
  const bool large = text.view().size() >= kHalvesFrom;
  while (from < end && !part.bytes.bad) {
    heed();
    const std::size_t before = from == 0 ? 0 : 1;
    window.move(from - before, kPiece);
    const std::size_t piece_end = end_of_piece(window, from, end);
    const ByteScan scan = scan_bytes(window.bytes().substr(from - window.begin(), piece_end - from));
    if (scan.bad) part.bytes.bad = from + *scan.bad;
    part.bytes.carriage_return |= scan.carriage_return;
    if (large) part.rows.look(window.bytes(), window.begin(), piece_end);
    from = piece_end;
  }
  return part;
}

// Neither a character nor a line is cut in two.
std::size_t middle_of(const Text& text) {
  TextWindow window(text);
  std::size_t from = text.view().size() / 2;
  while (from < text.view().size()) {
    window.move(from, kPiece);
    const std::size_t line_end = window.bytes().find('\n', from - window.begin());
    if (line_end != std::string_view::npos) return window.begin() + line_end + 1;
    from = window.end();
  }
  return from;
}

}  // namespace

FirstLook look_at_all(const Text& text, const Heed& heed) {
  const std::size_t size = text.view().size();
  if (size < kHalvesFrom) return {look_at_part(text, 0, size, heed).bytes, {}};
  const std::size_t middle = middle_of(text);
  auto second_half = std::async(look_at_part, text, middle, size, heed);
  TextPart all = look_at_part(text, 0, middle, heed);
  TextPart rest = second_half.get();
  if (!all.bytes.bad) all.bytes.bad = rest.bytes.bad;
  all.bytes.carriage_return |= rest.bytes.carriage_return;
  all.rows.append(std::move(rest.rows));
  return {all.bytes, std::move(all.rows).found()};
}

}  // namespace runner
