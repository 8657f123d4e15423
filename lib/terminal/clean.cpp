#include "clean.hpp"

#include "code_ranges.hpp"
#include "text/code_point.hpp"
#include "text/strings.hpp"

namespace runner {
namespace {

// DEL and C1, signs that change the direction of text, and signs that some programs take for a line end.
constexpr std::array<CodeRange, 6> kHidden{
    {{0x7F, 0x9F}, {0x061C, 0x061C}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x206F}, {0xFEFF, 0xFEFF}}};

// What GitHub's runner strips from the start of a line before it looks for a command.
constexpr std::array<CodeRange, 8> kBlanks{{{'\t', '\t'},
                                            {' ', ' '},
                                            {0xA0, 0xA0},
                                            {0x1680, 0x1680},
                                            {0x180E, 0x180E},
                                            {0x2000, 0x200B},
                                            {0x202F, 0x205F},
                                            {0x3000, 0x3000}}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "##[", "##vso[", "##teamcity[" anywhere in a line. An unfinished one counts: later text may complete it.
bool begins_bracket_command(std::string_view rest) {
  if (!rest.starts_with("##")) return false;
  const auto behind = std::find_if_not(rest.begin() + 2, rest.end(), is_letter);
  return behind == rest.end() || *behind == '[';
}

// Whether this is the colon of GitLab's "section_start:" or "section_end:".
bool ends_section_word(std::string_view before, std::string_view rest) {
  return rest.starts_with(':') && (before.ends_with("section_start") || before.ends_with("section_end")) &&
         (rest.size() == 1 || (rest[1] >= '0' && rest[1] <= '9'));
}

// GitHub's "::", with nothing but blanks before it.
bool begins_line_command(std::string_view rest, bool only_blanks_before) {
  return only_blanks_before && rest.starts_with(':') && (rest.size() == 1 || rest[1] == ':');
}

enum class Form { name, line, json };

std::string escape_of(std::uint32_t code, Form form) {
  if (form == Form::json) return fmt::format("\\u{:04x}", code);
  if (code == '\n') return "\\n";
  if (code == '\t') return "\\t";
  return code < 0x80 ? fmt::format("\\x{:02x}", code) : fmt::format("U+{:04X}", code);
}

// A JSON document has no control characters but its own line ends.
bool is_control(std::uint32_t code, Form form) {
  return code < ' ' && (form == Form::name || (form == Form::line && code != '\t'));
}

// Escapes what may not be shown. Moves the offset of a byte in the text to its offset in the result.
std::string shown_form(std::string_view text, Form form, std::size_t* offset = nullptr) {
  std::string shown;
  bool only_blanks = form != Form::json;
  const std::size_t wanted = offset == nullptr ? text.size() : *offset;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const CodePoint code = first_code_point(rest);
    if (offset != nullptr && at <= wanted) *offset = shown.size();
    if (code.size == 0) {
      shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(rest.front()));
    } else if (is_control(code.value, form) || within(kHidden, code.value) ||
               begins_line_command(rest, only_blanks) || begins_bracket_command(rest) ||
               ends_section_word(text.substr(0, at), rest)) {
      shown += escape_of(code.value, form);
    } else {
      shown += rest.substr(0, code.size);
    }
    only_blanks = only_blanks && code.size > 0 && within(kBlanks, code.value);
    at += std::max<std::size_t>(code.size, 1);
  }
  if (offset != nullptr && wanted >= text.size()) *offset = shown.size();
  return shown;
}

}  // namespace

Clean visible(std::string_view foreign) { return Clean(shown_form(foreign, Form::name)); }

Clean visible_line(std::string_view foreign, std::size_t* offset) {
  return Clean(shown_form(foreign, Form::line, offset));
}

Clean visible_lines(std::string_view foreign, const Clean& between) {
  const std::vector<std::string_view> lines = lines_of(foreign);
  Clean all;
  for (std::size_t i = 0; i < lines.size(); ++i) all += (i == 0 ? Clean() : between) + visible_line(lines[i]);
  return all;
}

Clean safe_json(std::string_view document) { return Clean(shown_form(document, Form::json)); }

Clean blanks(std::size_t count, char sign) { return Clean(std::string(count, sign)); }

}  // namespace runner
