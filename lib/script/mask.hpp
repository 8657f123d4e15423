#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "sql/variables.hpp"

namespace runner {

/// Knows values that must not be shown, in every form in which they turn up: as they are, as a literal or
/// a name of SQL, in JSON, and each line of one that has several.
class Mask {
 public:
  /// How short a value may be: a shorter one would be found in everything, or guessed.
  static constexpr std::size_t kShortest = 6;

  void hide(std::string_view value);
  /// From here on hides all of them as they are spelled by this, too.
  void hide_also(const std::function<std::string(std::string_view)>& spelled);

  /// The text with "***" in the place of them, in capitals and small letters alike. At "…" or "...", where
  /// a text was cut, a part of one is enough.
  [[nodiscard]] std::string masked(std::string_view text) const;
  [[nodiscard]] bool empty() const noexcept { return forms_.empty(); }

 private:
  std::set<std::string> forms_;  // in small letters
};

/// A mask of the values that are secret.
[[nodiscard]] Mask mask_of(const Variables& variables);

}  // namespace runner
