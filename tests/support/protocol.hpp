#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace runner::test {

/// Messages of PostgreSQL's protocol, as a server sends them: a letter, the length, the body.
[[nodiscard]] std::string message(char type, const std::string& body);
/// The same with a length that is not the length of the body.
[[nodiscard]] std::string message_of_length(char type, std::uint32_t length, const std::string& body = "");
[[nodiscard]] std::string fatal(const std::string& sqlstate, const std::string& text);
[[nodiscard]] std::string notice(const std::string& text);
/// How the client has to authenticate: 0 not at all, 3 with a password, 10 with one of these mechanisms.
[[nodiscard]] std::string authentication(std::uint32_t kind, const std::string& more = "");
[[nodiscard]] std::string parameter(const std::string& name, const std::string& value);
[[nodiscard]] std::string ready();
/// Everything the server sends before the client may send statements.
[[nodiscard]] std::string welcome();
/// An answer to a statement of the extended protocol: `rows` rows, each with these values.
[[nodiscard]] std::string table(const std::vector<std::optional<std::string>>& row, std::size_t rows = 1);

/// Big-endian.
[[nodiscard]] std::string number32(std::uint32_t number);
[[nodiscard]] std::string number16(std::uint16_t number);

}  // namespace runner::test
