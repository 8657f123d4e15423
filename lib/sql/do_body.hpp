#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runner {

/// The statements of a PL/pgSQL body, each without the words that decide whether it runs, and the SQL that
/// an EXECUTE spells out: there format() puts in "x" for a name or a value. Nothing when one of them cannot
/// be seen: it is put together at run time, or the body is in another language. The body is a string, in its
/// quotes.
[[nodiscard]] std::optional<std::vector<std::string>> statements_in_body(std::string_view string);

}  // namespace runner
