#pragma once

#include <span>
#include <string>

namespace runner {

/// The values as the text of a text[] parameter.
[[nodiscard]] inline std::string array_text(std::span<const std::string> values) {
  std::string text = "{";
  for (const std::string& value : values) {
    text += text.size() == 1 ? "\"" : ",\"";
    for (const char c : value) text += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    text += '"';
  }
  return text + "}";
}

}  // namespace runner
