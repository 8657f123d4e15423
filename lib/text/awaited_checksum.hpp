#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "checksum.hpp"
#include "text.hpp"

namespace runner {

/// A checksum that another thread may still be computing. Copies share it. Destroying the last copy cancels
/// the computation.
class AwaitedChecksum {
 public:
  /// For a text that is not yet read: all zeros, the checksum of no text.
  AwaitedChecksum() = default;

  /// The checksum of the text. Another thread hashes a large text and keeps it alive meanwhile.
  [[nodiscard]] static AwaitedChecksum of(const Text& text);

  /// The checksum of the hex digits of these checksums, concatenated. The first wait() computes it.
  [[nodiscard]] static AwaitedChecksum of_all(std::vector<AwaitedChecksum> parts);

  /// Waits for the result. Throws Error(source) if another program changed the file of the text.
  [[nodiscard]] const Checksum& wait() const;

 private:
  struct Work;

  explicit AwaitedChecksum(const Checksum& known) : known_(known) {}
  explicit AwaitedChecksum(std::shared_ptr<const Work> work) : work_(std::move(work)) {}

  Checksum known_;
  std::shared_ptr<const Work> work_;  // if set, its result is the checksum
};

}  // namespace runner
