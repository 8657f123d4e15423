#include "protocol.hpp"

#include <fmt/format.h>

namespace runner::test {
namespace {

std::string text(const std::string& value) { return value + '\0'; }

std::string field(char kind, const std::string& value) { return kind + text(value); }

std::string description(std::size_t columns) {
  constexpr std::uint32_t kText = 25;
  std::string body = number16(static_cast<std::uint16_t>(columns));
  for (std::size_t i = 0; i < columns; ++i) {
    body += text(fmt::format("c{}", i)) + number32(0) + number16(0) + number32(kText) + number16(0xffff) +
            number32(0xffffffff) + number16(0);
  }
  return message('T', body);
}

std::string data(const std::vector<std::optional<std::string>>& row) {
  std::string body = number16(static_cast<std::uint16_t>(row.size()));
  for (const auto& value : row) {
    body += value ? number32(static_cast<std::uint32_t>(value->size())) + *value : number32(0xffffffff);
  }
  return message('D', body);
}

}  // namespace

std::string number16(std::uint16_t number) {
  return {static_cast<char>(number >> 8), static_cast<char>(number & 0xff)};
}

std::string number32(std::uint32_t number) {
  return number16(static_cast<std::uint16_t>(number >> 16)) +
         number16(static_cast<std::uint16_t>(number & 0xffff));
}

std::string message_of_length(char type, std::uint32_t length, const std::string& body) {
  return type + number32(length) + body;
}

std::string message(char type, const std::string& body) {
  return message_of_length(type, static_cast<std::uint32_t>(body.size() + sizeof(std::uint32_t)), body);
}

std::string fatal(const std::string& sqlstate, const std::string& what) {
  return message(
      'E', field('S', "FATAL") + field('V', "FATAL") + field('C', sqlstate) + field('M', what) + text(""));
}

std::string notice(const std::string& what) {
  return message(
      'N', field('S', "NOTICE") + field('V', "NOTICE") + field('C', "00000") + field('M', what) + text(""));
}

std::string authentication(std::uint32_t kind, const std::string& more) {
  return message('R', number32(kind) + more);
}

std::string parameter(const std::string& name, const std::string& value) {
  return message('S', text(name) + text(value));
}

std::string ready() { return message('Z', "I"); }

std::string welcome() {
  return authentication(0) + parameter("server_version", "15.4") + parameter("client_encoding", "UTF8") +
         parameter("DateStyle", "ISO, MDY") + parameter("standard_conforming_strings", "on") +
         message('K', number32(4711) + number32(1)) + ready();
}

std::string table(const std::vector<std::optional<std::string>>& row, std::size_t rows) {
  std::string answer = message('1', "") + message('2', "") + description(row.size());
  for (std::size_t i = 0; i < rows; ++i) answer += data(row);
  return answer + message('C', text(fmt::format("SELECT {}", rows)));
}

}  // namespace runner::test
