#include "style.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace runner {
namespace {

struct Range {
  std::uint32_t first, last;
};

// Signs that sit on the one before them, and those that join emoji.
constexpr std::array<Range, 14> kWithoutWidth{{{0x0300, 0x036F},
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

// East Asian wide and full-width signs, and emoji; of the rarer ones among the symbols not all.
constexpr std::array<Range, 29> kWide{
    {{0x1100, 0x115F}, {0x231A, 0x231B}, {0x23E9, 0x23EC},   {0x23F0, 0x23F0},  {0x23F3, 0x23F3},
     {0x2614, 0x2615}, {0x26A1, 0x26A1}, {0x26D4, 0x26D4},   {0x2705, 0x2705},  {0x270A, 0x270B},
     {0x2728, 0x2728}, {0x274C, 0x274C}, {0x274E, 0x274E},   {0x2753, 0x2755},  {0x2757, 0x2757},
     {0x2795, 0x2797}, {0x2B50, 0x2B50}, {0x2B55, 0x2B55},   {0x2E80, 0x303E},  {0x3041, 0x33FF},
     {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF},
     {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}}};

template <std::size_t N>
bool within(const std::array<Range, N>& ranges, std::uint32_t code) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [code](const Range& range) { return range.first <= code && code <= range.last; });
}

std::size_t width_of(std::uint32_t code) {
  if (code < 0x20 || code == 0x7F || within(kWithoutWidth, code)) return 0;
  return within(kWide, code) ? 2 : 1;
}

constexpr std::uint32_t kUnknown = 0xFFFD;

// Takes one code point off the front. Malformed bytes count as one sign each.
std::uint32_t take_code_point(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (length > text.size()) {
    text = {};
    return kUnknown;
  }
  std::uint32_t code = length == 1 ? first : first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  text.remove_prefix(length);
  return code;
}

}  // namespace

std::string Style::paint(Tone tone, std::string_view text) const {
  if (!coloured_ || tone == Tone::plain || text.empty()) return std::string(text);
  const char* code = "";
  switch (tone) {
    case Tone::plain: break;
    case Tone::good: code = "\033[32m"; break;
    case Tone::bad: code = "\033[1;31m"; break;
    case Tone::careful: code = "\033[33m"; break;
    case Tone::faint: code = "\033[2m"; break;
    case Tone::strong: code = "\033[1m"; break;
  }
  return code + std::string(text) + "\033[0m";
}

std::size_t display_width(std::string_view text) {
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (std::ranges::all_of(text, is_plain)) return text.size();
  std::size_t width = 0;
  while (!text.empty()) width += width_of(take_code_point(text));
  return width;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  std::string_view rest = text;
  std::size_t used = 0;
  while (!rest.empty()) {
    std::string_view after = rest;
    const std::size_t next = width_of(take_code_point(after));
    if (used + next + 1 > width) break;
    used += next;
    rest = after;
  }
  return std::string(text.substr(0, text.size() - rest.size())) + "…";
}

}  // namespace runner
