#include "script_statement.hpp"

#include <algorithm>

#include "sql/do_body.hpp"
#include "text/location.hpp"
#include "text/strings.hpp"
#include "text/utf8.hpp"

namespace runner {
namespace {

// Whether only blanks precede the offset on its line.
bool begins_line(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t last = before.find_last_not_of(" \t\f\r");
  return last == std::string_view::npos || before[last] == '\n';
}

// The line with this number. The line of the offset is number 1.
Place line_from(const SourceFile& file, std::size_t offset, std::size_t number) {
  const std::string_view text = file.text.view();
  for (std::size_t line = 1; line < number && offset < text.size(); ++line) {
    offset = std::min(text.find('\n', offset), text.size() - 1) + 1;
  }
  return line_at(file.path, text, offset);
}

}  // namespace

Place SourceFile::place_of(std::size_t offset) const { return place_at(path, text.view(), offset); }

// Rows may be in any encoding: leaves out a line that a terminal could not print.
Place Rows::place_of(std::size_t number) const {
  Place place = line_from(*file, offset_in(file->text.view(), text.view()), number);
  if (first_bad_byte(place.excerpt)) place.excerpt.clear();
  return place;
}

std::string_view ScriptStatement::sql() const noexcept {
  return filled_in ? std::string_view(filled_in->sql()) : written();
}

std::string_view ScriptStatement::written() const noexcept {
  return copy ? std::string_view(*copy) : statement.text;
}

Place ScriptStatement::place_in_sql(std::size_t offset) const {
  if (copy) return beginning();
  return file->place_of(statement.offset + (filled_in ? filled_in->offset_in_text(offset) : offset));
}

Place ScriptStatement::place_of_character(std::size_t number) const {
  return place_in_sql(offset_of_character(sql(), number));
}

Place ScriptStatement::beginning() const {
  return begins_line(file->text.view(), statement.offset) ? line_from(*file, statement.offset, 1)
                                                          : file->place_of(statement.offset);
}

Place ScriptStatement::place_in_body(std::size_t line) const {
  const std::string_view body = body_of_do(statement.text);
  if (body.empty()) return beginning();
  return line_from(*file, statement.offset + offset_in(statement.text, body), line);
}

}  // namespace runner
