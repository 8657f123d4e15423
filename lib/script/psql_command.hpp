#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/variables.hpp"

namespace runner {

/// A line like "\set name 'value'": the name after the backslash, and the arguments as psql reads them.
struct PsqlCommand {
  std::string name;
  std::vector<std::string> arguments;
  VariableNames used = {};  ///< the variables in the arguments
};

/// Reads a psql command that takes plain arguments. Throws Error(source) without a place for
/// backquotes, an open quote, or a second command on the line.
[[nodiscard]] PsqlCommand parse_psql_command(std::string_view line, const Variables& variables);

/// The name of a psql command: "set" of "\set a 1".
[[nodiscard]] std::string_view name_of_psql_command(std::string_view line);

/// A \copy that runner can run: with rows from a file, or from the lines below.
struct CopyCommand {
  std::string sql;                  ///< the COPY … FROM STDIN to send
  std::optional<std::string> file;  ///< nothing: the rows follow in the script, up to "\."
};

/// Throws Error(source) without a place for a \copy that runner cannot run: TO, PROGRAM, PSTDIN.
[[nodiscard]] CopyCommand parse_copy_command(std::string_view line);

}  // namespace runner
