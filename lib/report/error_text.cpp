#include "error_text.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "terminal/console.hpp"
#include "text/strings.hpp"
#include "text/utf8.hpp"

namespace runner {
namespace {

constexpr char kExcerptIndent[] = "    ";

Clean place_text(const Place& place) {
  if (place.line == 0) return clean("{}: ", place.path);
  if (place.column == 0) return clean("{}:{}: ", place.path, place.line);
  return clean("{}:{}:{}: ", place.path, place.line, place.column);
}

// Keeps every tab, so that the caret lines up at any tab width.
Clean caret_line(std::string_view before) {
  Clean line;
  std::size_t start = 0;
  for (std::size_t tab = before.find('\t'); tab != std::string_view::npos; tab = before.find('\t', start)) {
    line += blanks(display_width(before.substr(start, tab - start))) + "\t";
    start = tab + 1;
  }
  return line + blanks(display_width(before.substr(start))) + "^";
}

Clean excerpt_text(const Place& place, const Style& style) {
  if (place.excerpt.empty()) return {};
  std::size_t offset = offset_of_character(place.excerpt, place.caret);
  const Clean excerpt = visible_line(place.excerpt, &offset);
  const Clean text = kExcerptIndent + excerpt + "\n";
  if (place.caret == 0) return text;
  return text + kExcerptIndent +
         style.paint(Tone::bad, caret_line(std::string_view(excerpt).substr(0, offset))) + "\n";
}

// Only the server's messages have several lines. In runner's own, a line end can only come from a name.
Clean message_text(const Error& error) {
  if (error.sqlstate().empty()) return visible(error.message());
  return visible_lines(error.message(), "\n  ");
}

// Indents further lines below the first. Content that begins with a blank is laid out in columns, as a
// difference is, and starts on the line below its label.
Clean labelled(const Clean& label, std::string_view content, const Style& style) {
  if (content.empty()) return {};
  const bool laid_out = content.starts_with(' ');
  return style.paint(Tone::strong, label) + (laid_out ? Clean("\n  ") : Clean(" ")) +
         visible_lines(content, "\n  ") + "\n";
}

Clean escaped_lines(std::string_view text) {
  Clean result;
  for (const std::string_view line : lines_of(text))
    result += (result.empty() ? Clean() : Clean("%0A")) + escaped_for_github(visible_line(line), false);
  return result;
}

// One error, without those found with it. Omits its hint if an earlier error had the same.
Clean text_of(const Error& error, const Style& style, std::set<std::string>& hints) {
  Clean text = error.place() ? place_text(*error.place()) : Clean();
  text += style.paint(Tone::bad, "error:") + " " + message_text(error);
  if (!error.sqlstate().empty()) text += style.paint(Tone::faint, clean(" [{}]", error.sqlstate()));
  text += "\n";
  if (error.place()) text += excerpt_text(*error.place(), style);
  text += labelled("detail:", error.detail(), style);
  text += labelled("context:", error.context(), style);
  const bool new_hint = hints.insert(error.hint()).second;
  return text + labelled("hint:", new_hint ? error.hint() : "", style);
}

Clean annotation(const Error& error) {
  Clean properties;
  if (const auto& place = error.place()) {
    properties = " file=" + escaped_for_github(visible(place->path), true);
    if (place->line > 0) properties += clean(",line={}", place->line);
    if (place->column > 0) properties += clean(",col={}", place->column);
  }
  std::string message = error.message();
  if (!error.detail().empty()) message += "\n" + error.detail();
  if (!error.hint().empty()) message += "\n" + error.hint();
  return "::error" + properties + "::" + escaped_lines(message) + "\n";
}

// The errors shown, and a last one that counts those not shown.
std::vector<Error> errors_to_print(const Error& error) {
  std::vector<Error> printed = shown_errors(error);
  const std::size_t all = 1 + error.others().size();
  const std::size_t more = all - printed.size();
  if (more > 0) {
    printed.emplace_back(error.kind(), fmt::format("{} more {} not shown: there are {} errors", more,
                                                   more == 1 ? "is" : "are", all));
  }
  return printed;
}

}  // namespace

std::vector<Error> shown_errors(const Error& error) {
  std::vector<Error> shown{error};
  const std::size_t others = std::min(error.others().size(), kMostErrorsShown - 1);
  std::copy_n(error.others().begin(), others, std::back_inserter(shown));
  return shown;
}

Clean error_text(const Error& error, const Style& style) {
  Clean text;
  std::set<std::string> hints;
  for (const Error& each : errors_to_print(error)) text += text_of(each, style, hints);
  return text;
}

Clean github_annotation(const Error& error) {
  Clean text;
  for (const Error& each : errors_to_print(error)) text += annotation(each);
  return text;
}

}  // namespace runner
