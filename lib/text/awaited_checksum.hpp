#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "checksum.hpp"
#include "text.hpp"

namespace runner {

/// A checksum that another thread may still be computing. Copies share it. When the last one goes before it
/// is computed, no caller needs it: it never is.
class AwaitedChecksum {
 public:
  /// Of something that is yet to be read: that of no text.
  AwaitedChecksum() = default;

  /// Of a text. A large one is hashed by another thread, which keeps it alive.
  [[nodiscard]] static AwaitedChecksum of(const Text& text);

  /// Of the hex digits of these, one after the other. Computed by the first wait().
  [[nodiscard]] static AwaitedChecksum of_all(std::vector<AwaitedChecksum> parts);

  /// Waits until it is computed. Throws Error(source) when the file of the text was changed.
  [[nodiscard]] const Checksum& wait() const;

 private:
  struct Work;

  explicit AwaitedChecksum(const Checksum& known) : known_(known) {}
  explicit AwaitedChecksum(std::shared_ptr<const Work> work) : work_(std::move(work)) {}

  Checksum known_;
  std::shared_ptr<const Work> work_;  // set: the checksum is its result
};

}  // namespace runner
