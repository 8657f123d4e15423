#include "said.hpp"

#include <unistd.h>

#include <array>
#include <regex>

#include "text/text.hpp"

namespace runner::test {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  gethostname(name.data(), name.size() - 1);
  return name.data();
}

std::string with_label(const std::string& label, const std::string& text) {
  std::string labelled;
  for (const std::string_view line : lines_of(text)) labelled += label + std::string(line) + "\n";
  const bool ended = text.empty() || text.ends_with('\n');
  return ended ? labelled : labelled + "(without a line end)\n";
}

}  // namespace

std::string said(const Outcome& outcome) {
  const std::string all = with_label("err: ", outcome.err) + with_label("out: ", outcome.out);
  return without_times("\n" + all + "exit: " + std::to_string(outcome.exit_code) + "\n");
}

std::string without_times(std::string text) {
  static const std::regex duration(R"(\b\d+ ms\b|\b\d+\.\d s\b)");
  static const std::regex moment(R"(\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?)");
  text = std::regex_replace(text, duration, "N ms");
  text = std::regex_replace(text, moment, "DATE");
  static const std::regex database(R"(database "\w+" on [^ ;:]+(:\d+)?)");
  static const std::regex token(R"(\b[0-9a-f]{32}\b)");
  text = std::regex_replace(text, database, "DB");
  text = std::regex_replace(text, token, "TOKEN");
  const std::string host = host_name();
  for (std::size_t at = text.find("@" + host); at != std::string::npos; at = text.find("@" + host)) {
    text.replace(at + 1, host.size(), "HOST");
  }
  return text;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace runner::test
