#include "self_contained.hpp"

#include <fmt/format.h>

#include "text/text_window.hpp"

namespace runner {
namespace {

VariableNames used_variables(const Script& script, bool secret) {
  VariableNames names;
  for (const auto& [name, variable] : script.variables) {
    if (variable.secret == secret && script.used.contains(name)) names.insert(name);
  }
  return names;
}

std::string directive_text(std::string_view name, Milliseconds value) {
  return fmt::format("-- runner: {} {}ms\n", name, value.count());
}

std::string directives_for(const Script& script) {
  std::string text;
  if (script.outside) text += "-- runner: no-transaction\n";
  if (script.directives.lock_timeout) text += directive_text("lock-timeout", *script.directives.lock_timeout);
  if (script.directives.statement_timeout) {
    text += directive_text("statement-timeout", *script.directives.statement_timeout);
  }
  for (const std::string& name : needed_secrets_of(script))
    text += fmt::format("-- runner: secret {}\n", name);
  return text;
}

// The value in quotes for psql. Escapes a line end, which would end the command.
std::string quoted_for_psql(std::string_view value) {
  std::string quoted = "'";
  for (const char c : value) {
    if (static_cast<unsigned char>(c) < ' ') {
      quoted += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    } else {
      quoted.append(c == '\\' || c == '\'' ? 2 : 1, c);
    }
  }
  return quoted + "'";
}

std::string settings_for(const Script& script) {
  std::string text;
  for (const std::string& name : open_values_of(script)) {
    text += fmt::format("\\set {} {}\n", name, quoted_for_psql(script.variables.find(name)->second.value));
  }
  return text;
}

}  // namespace

VariableNames secrets_of(const Script& script) { return used_variables(script, true); }

VariableNames needed_secrets_of(const Script& script) {
  VariableNames names = secrets_of(script);
  names.insert(script.directives.secrets.begin(), script.directives.secrets.end());
  return names;
}

VariableNames open_values_of(const Script& script) { return used_variables(script, false); }

// With a secret in it, the script keeps its statements and its \set and \unset lines as written. The other
// variables from outside are set at the top.
Text self_contained(const Script& script) {
  if (script.included_files.empty() && script.used.empty()) return script.text;
  const bool written = !secrets_of(script).empty();
  std::string text = directives_for(script);
  if (written) text += settings_for(script);
  if (script.wrapped) text += script.begin + ";\n";
  const auto keep = [&](std::string_view command) {
    if (written) text.append(command).append("\n");
  };
  ScriptStatements statements(script, {.change = keep});
  while (const auto statement = statements.next()) {
    text.append(written ? statement->written() : statement->sql()).append(";\n");
    if (!statement->rows) continue;
    const std::string rows = copy_of(statement->rows->text);
    text.append(rows).append(rows.empty() || rows.ends_with('\n') ? "" : "\n").append("\\.\n");
  }
  if (script.wrapped) text += "COMMIT;\n";
  return Text(std::move(text));
}

}  // namespace runner
