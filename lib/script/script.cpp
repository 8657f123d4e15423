#include "script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "inspection.hpp"
#include "text/location.hpp"
#include "text/strings.hpp"
#include "text/text_scan.hpp"
#include "text/text_window.hpp"

namespace runner {
namespace {

// The name that iconv has for the text's encoding. Null when it does not look like UTF-16 or UTF-32. Without
// a mark, every other byte of ASCII letters is NUL.
const char* wide_encoding_of(std::string_view text) {
  using namespace std::string_view_literals;
  if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return "UTF-16";
  const auto nul = [&](std::size_t at) { return text[at] == '\0'; };
  if (text.size() < 4 || nul(0) == nul(1) || nul(0) != nul(2) || nul(1) != nul(3)) return nullptr;
  return nul(1) ? "UTF-16LE" : "UTF-16BE";
}

// Leaves out the line itself: a terminal could not print it.
Error not_utf8(const std::string& path, std::string_view text, std::size_t bad) {
  const Location location = locate(text, bad);
  const auto refusal = [&](std::string message, std::string hint) {
    return Error(ErrorKind::source, std::move(message))
        .at({path, location.line, location.column, {}, 0})
        .hint(std::move(hint));
  };
  if (const char* const encoding = wide_encoding_of(text)) {
    return refusal(fmt::format("the file is in {:.6}, not UTF-8", encoding),
                   fmt::format("Save the file as UTF-8, for example: iconv -f {} -t UTF-8", encoding));
  }
  const auto byte = static_cast<unsigned>(static_cast<unsigned char>(text[bad]));
  if (byte == 0) {
    return refusal("the file holds a NUL byte", "Remove the byte: PostgreSQL text cannot hold it.");
  }
  return refusal(fmt::format("the file is not UTF-8: byte 0x{:02x}", byte),
                 "Save the file as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8");
}

// The text that runs, made from the bytes on disk. Most files need no change.
SourceFile checked_file(std::string path, const Text& raw, const Surroundings& surroundings) {
  Text text = without_mark(raw);
  TextScan scan = scan_text(text, surroundings.heed);
  if (scan.bytes.bad) throw not_utf8(path, text.view(), *scan.bytes.bad);
  if (scan.bytes.carriage_return) return {std::move(path), normalized(text)};
  return {std::move(path), std::move(text), std::move(scan.rows_may_end)};
}

SourceFile opened(const Surroundings& surroundings, const std::string& from, const std::string& name,
                  Content content) {
  SourceFile file = surroundings.open(from, name, content);
  return content == Content::rows ? file : checked_file(std::move(file.path), file.text, surroundings);
}

// Without included files the checksum is that of the text alone, as sha256sum computes it. Reads each
// included file once: they may be large.
void add_included_files(Script& script) {
  if (script.included_files.empty()) return;
  std::vector<AwaitedChecksum> checksums;
  for (const SourceFile& file : script.included_files) checksums.push_back(AwaitedChecksum::of(file.text));
  for (AwaitedChecksum* own : {&script.checksum, &script.raw_checksum}) {
    std::vector<AwaitedChecksum> parts{*own};
    parts.insert(parts.end(), checksums.begin(), checksums.end());
    *own = AwaitedChecksum::of_all(std::move(parts));
  }
}

bool is_blank(TextWindow& window, std::size_t end) {
  constexpr std::size_t kPart = 256 * 1024;
  for (std::size_t at = 0; at < end; at += kPart) {
    if (!trimmed(window.read(at, std::min(kPart, end - at))).empty()) return false;
  }
  return true;
}

// All of a text that no other program can change, or else the text before the first statement. Empty if that
// is blank: it may be as long as the file.
std::string_view head_of(TextWindow& window) {
  if (window.holds_all()) return window.bytes();
  const auto first = StatementReader(window.text()).next();
  const std::size_t end = first ? first->offset : window.text().view().size();
  return is_blank(window, end) ? std::string_view() : window.read(0, end);
}

VariableNames outside_names(const VariableNames& used, const Variables& variables) {
  VariableNames names;
  for (const std::string& name : used) {
    if (variables.contains(name)) names.insert(name);
  }
  return names;
}

}  // namespace

std::string OutsideReason::place() const {
  return file.empty() ? fmt::format("line {}", line) : fmt::format("line {} of {}", line, file);
}

Script check_script(std::string path, const Text& raw, const Surroundings& surroundings) {
  SourceFile file = checked_file(std::move(path), raw, surroundings);
  // Starts after the check, which runner waits for. A thread hashes a large text while the server works.
  const AwaitedChecksum raw_checksum = AwaitedChecksum::of(raw);
  const bool changed = file.text.view().size() != raw.view().size();
  const AwaitedChecksum checksum = changed ? AwaitedChecksum::of(file.text) : raw_checksum;
  Script script{.path = std::move(file.path),
                .text = std::move(file.text),
                .rows_may_end = std::move(file.rows_may_end),
                .checksum = checksum,
                .raw_checksum = raw_checksum,
                .directives = {},
                .outside = {},
                .variables = surroundings.variables,
                .used = {},
                .included_files = {}};
  TextWindow window(script.text);
  script.directives = read_directives(script.path, head_of(window));
  OpenFile open;
  if (surroundings.open) {
    open = [&](const std::string& from, const std::string& name, Content content) {
      return opened(surroundings, from, name, content);
    };
  }
  ScriptReader reader({script.path, script.text, script.rows_may_end}, script.variables, open, {},
                      surroundings.heed);
  inspect(script, reader);
  script.used = outside_names(reader.used(), script.variables);
  script.included_files.assign(reader.opened().begin(), reader.opened().end());
  add_included_files(script);
  return script;
}

// Chains checksums: each statement costs only itself. Leaves secrets out, as a checksum can confirm a guess.
void ScriptProgress::advance(const ScriptStatement& statement) {
  ++done;
  const std::string_view text = statement.secret ? statement.written() : statement.sql();
  const std::string rows = statement.rows ? Checksum::of(statement.rows->text).hex() : "";
  prefix = Checksum::of(prefix.hex() + std::string(text) + rows);
}

Checksum checksum_of_first(const Script& script, std::size_t count) {
  ScriptStatements statements(script);
  ScriptProgress progress;
  while (progress.done < count) {
    const auto statement = statements.next();
    if (!statement) break;
    progress.advance(*statement);
  }
  return progress.prefix;
}

// Returns the included files in the order in which the check opened them.
ScriptStatements::ScriptStatements(const Script& script, BetweenStatements between)
    : script_(script),
      reader_(
          {script.path, script.text, script.rows_may_end}, script.variables,
          [this](const std::string&, const std::string&, Content) {
            return script_.included_files.at(opened_++);
          },
          std::move(between)) {}

std::optional<ScriptStatement> ScriptStatements::next() {
  const auto wraps = [](StatementKind kind) {
    return kind == StatementKind::begin || kind == StatementKind::commit;
  };
  auto item = reader_.next();
  while (script_.wrapped && item && wraps(item->statement.kind)) item = reader_.next();
  return item;
}

}  // namespace runner
