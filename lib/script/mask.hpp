#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "sql/variables.hpp"

namespace runner {

/// Hides secret values in every form in which they appear: plain, as an SQL literal or name, in JSON, and
/// each line of a value with several lines.
class Mask {
 public:
  /// The shortest allowed value: a shorter one would match everywhere, or could be guessed.
  static constexpr std::size_t kShortest = 6;

  void hide(std::string_view value);
  /// Also hides all values added so far as this function spells them.
  void hide_also(const std::function<std::string(std::string_view)>& spelled);

  /// The text with "***" in place of the values, in upper and lower case alike. At "…" or "...", where a text
  /// was cut, hides a part of a value, too.
  [[nodiscard]] std::string masked(std::string_view text) const;
  [[nodiscard]] bool empty() const noexcept { return forms_.empty(); }

 private:
  std::set<std::string> forms_;  // in lower case
};

/// A mask of the secret values.
[[nodiscard]] Mask mask_of(const Variables& variables);

}  // namespace runner
