#include "mask.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/strings.hpp"
#include "text/utf8.hpp"

namespace runner {
namespace {

constexpr std::string_view kMask = "***";
constexpr std::array<std::string_view, 2> kCuts{"…", "..."};
// The server cuts a name to this many bytes.
constexpr std::size_t kLongestName = 63;
// At a cut, this many matching bytes count as a part of a value.
constexpr std::size_t kShortestPart = 4;

std::string in_json(std::string_view text) {
  constexpr std::string_view kNamed = "\b\f\n\r\t\"\\";
  constexpr std::string_view kNames = "bfnrt\"\\";
  std::string result;
  for (const char c : text) {
    const std::size_t name = kNamed.find(c);
    if (name != std::string_view::npos) {
      result.append("\\").append(1, kNames[name]);
    } else if (static_cast<unsigned char>(c) < ' ') {
      result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      result += c;
    }
  }
  return result;
}

// The value, the value cut as the server cuts a name, and its lines.
std::vector<std::string> parts_of(std::string_view value) {
  std::vector<std::string> parts{std::string(value)};
  if (value.size() > kLongestName) {
    const std::string_view start = value.substr(0, kLongestName);
    parts.emplace_back(start.substr(0, whole_characters(start)));
  }
  for (const std::string_view line : lines_of(value)) {
    if (trimmed(line).size() >= Mask::kShortest) parts.emplace_back(trimmed(line));
  }
  return parts;
}

// The part as it is, as an SQL literal, as an SQL name, and in JSON.
std::vector<std::string> spellings_of(const std::string& part) {
  const std::string in_quotes = doubled(part, '\'');
  return {part, in_quotes, doubled(part, '"'), doubled(part, '\\'), doubled(in_quotes, '\\'), in_json(part)};
}

class Hiding {
 public:
  Hiding(std::string_view text, const std::set<std::string>& forms)
      : text_(text), forms_(forms), hidden_(text.size()) {}

  void hide_whole() {
    for (const std::string& form : forms_) {
      for (std::size_t at = text_.find(form); at != std::string_view::npos; at = text_.find(form, at + 1)) {
        hide(at, form.size());
      }
    }
  }

  // Hides the part of a value before a cut, after a cut, and between two cuts.
  void hide_at_cuts(std::string_view cut) {
    for (std::size_t at = text_.find(cut); at != std::string_view::npos; at = text_.find(cut, at + 1)) {
      const std::size_t begun = begun_before(at);
      hide(at - begun, begun);
      const std::size_t behind = at + cut.size();
      hide(behind, ended_behind(behind));
      const std::size_t next = text_.find(cut, behind);
      if (next != std::string_view::npos && is_inside(text_.substr(behind, next - behind))) {
        hide(behind, next - behind);
      }
    }
  }

  [[nodiscard]] std::string masked(std::string_view text) const {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (!hidden_[i]) {
        result += text[i];
      } else if (i == 0 || !hidden_[i - 1]) {
        result += kMask;
      }
    }
    return result;
  }

 private:
  void hide(std::size_t begin, std::size_t size) {
    std::fill_n(hidden_.begin() + static_cast<std::ptrdiff_t>(begin), size, true);
  }

  template <typename Matches>
  [[nodiscard]] std::size_t longest_part(std::size_t most, const Matches& matches) const {
    std::size_t longest = 0;
    for (const std::string_view form : forms_) {
      for (std::size_t size = std::min(form.size(), most); size >= kShortestPart && size > longest; --size) {
        if (matches(form, size)) longest = size;
      }
    }
    return longest;
  }

  [[nodiscard]] std::size_t begun_before(std::size_t end) const {
    return longest_part(end, [&](std::string_view form, std::size_t size) {
      return text_.substr(end - size, size) == form.substr(0, size);
    });
  }

  [[nodiscard]] std::size_t ended_behind(std::size_t begin) const {
    return longest_part(text_.size() - begin, [&](std::string_view form, std::size_t size) {
      return text_.substr(begin, size) == form.substr(form.size() - size);
    });
  }

  [[nodiscard]] bool is_inside(std::string_view part) const {
    return part.size() >= kShortestPart && std::ranges::any_of(forms_, [&](const std::string& form) {
             return form.find(part) != std::string::npos;
           });
  }

  std::string_view text_;  // in lower case
  const std::set<std::string>& forms_;
  std::vector<bool> hidden_;  // one for each byte
};

}  // namespace

void Mask::hide(std::string_view value) {
  for (const std::string& part : parts_of(value)) {
    for (const std::string& spelling : spellings_of(part)) forms_.insert(lower_case(spelling));
  }
}

void Mask::hide_also(const std::function<std::string(std::string_view)>& spelled) {
  std::set<std::string> more;
  for (const std::string& form : forms_) more.insert(lower_case(spelled(form)));
  forms_.merge(more);
}

std::string Mask::masked(std::string_view text) const {
  if (empty()) return std::string(text);
  const std::string lower = lower_case(text);
  Hiding hiding(lower, forms_);
  hiding.hide_whole();
  for (const std::string_view cut : kCuts) hiding.hide_at_cuts(cut);
  return hiding.masked(text);
}

Mask mask_of(const Variables& variables) {
  Mask mask;
  for (const auto& [name, variable] : variables) {
    if (variable.secret) mask.hide(variable.value);
  }
  return mask;
}

}  // namespace runner
