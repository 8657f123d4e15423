#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runner {

/// The body of a DO, a string with its quotes: the first one that is not the name of a language. Empty when
/// there is none.
[[nodiscard]] std::string_view body_of_do(std::string_view statement);

/// The statements of a PL/pgSQL body, each without the words that decide whether it runs, and the SQL that an
/// EXECUTE spells out, with "x" for a name or a value that format() inserts. Nothing when runner cannot see
/// one of them: the body builds it at run time, or is in another language. Takes the body as a string with
/// its quotes.
[[nodiscard]] std::optional<std::vector<std::string>> statements_in_body(std::string_view string);

}  // namespace runner
