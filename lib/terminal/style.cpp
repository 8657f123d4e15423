#include "style.hpp"

#include "code_ranges.hpp"
#include "text/code_point.hpp"

namespace runner {
namespace {

// Combining signs, and signs that join emoji.
constexpr std::array<CodeRange, 14> kWithoutWidth{{{0x0300, 0x036F},
                                                   {0x0483, 0x0489},
                                                   {0x0591, 0x05BD},
                                                   {0x0610, 0x061A},
                                                   {0x064B, 0x065F},
                                                   {0x0900, 0x0902},
                                                   {0x093C, 0x093C},
                                                   {0x0E31, 0x0E3A},
                                                   {0x1AB0, 0x1AFF},
                                                   {0x1DC0, 0x1DFF},
                                                   {0x200B, 0x200F},
                                                   {0x20D0, 0x20FF},
                                                   {0xFE00, 0xFE0F},
                                                   {0x1F3FB, 0x1F3FF}}};

// East Asian wide and full-width signs, and emoji. Misses some of the rarer symbols.
constexpr std::array<CodeRange, 29> kWide{
    {{0x1100, 0x115F}, {0x231A, 0x231B}, {0x23E9, 0x23EC},   {0x23F0, 0x23F0},  {0x23F3, 0x23F3},
     {0x2614, 0x2615}, {0x26A1, 0x26A1}, {0x26D4, 0x26D4},   {0x2705, 0x2705},  {0x270A, 0x270B},
     {0x2728, 0x2728}, {0x274C, 0x274C}, {0x274E, 0x274E},   {0x2753, 0x2755},  {0x2757, 0x2757},
     {0x2795, 0x2797}, {0x2B50, 0x2B50}, {0x2B55, 0x2B55},   {0x2E80, 0x303E},  {0x3041, 0x33FF},
     {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
     {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}}};

constexpr char kPlain[] = "\033[0m";

std::size_t width_of(std::uint32_t code) {
  if (code < 0x20 || code == 0x7F || within(kWithoutWidth, code)) return 0;
  return within(kWide, code) ? 2 : 1;
}

// Removes the first code point and returns its columns. A malformed byte takes one column.
std::size_t take_width(std::string_view& text) {
  const CodePoint first = first_code_point(text);
  text.remove_prefix(std::max<std::size_t>(first.size, 1));
  return first.size == 0 ? 1 : width_of(first.value);
}

}  // namespace

Clean Style::paint(Tone tone, const Clean& text) const {
  if (!coloured_ || text.empty()) return text;
  switch (tone) {
    case Tone::plain: break;
    case Tone::good: return "\033[32m" + text + kPlain;
    case Tone::bad: return "\033[1;31m" + text + kPlain;
    case Tone::careful: return "\033[33m" + text + kPlain;
    case Tone::faint: return "\033[2m" + text + kPlain;
    case Tone::strong: return "\033[1m" + text + kPlain;
  }
  return text;
}

std::size_t display_width(std::string_view text) {
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (std::ranges::all_of(text, is_plain)) return text.size();
  std::size_t width = 0;
  while (!text.empty()) width += take_width(text);
  return width;
}

Clean cut_to_width(const Clean& text, std::size_t width) {
  if (display_width(text) <= width) return text;
  std::string_view rest = text;
  std::size_t used = 0;
  while (!rest.empty()) {
    std::string_view after = rest;
    used += take_width(after);
    if (used + 1 > width) break;
    rest = after;
  }
  return text.first(text.text().size() - rest.size()) + "…";
}

}  // namespace runner
