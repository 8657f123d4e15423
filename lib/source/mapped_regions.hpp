#pragma once

#include <atomic>
#include <cstddef>

namespace runner {

/// Makes a mapping safe to read when another program shortens its file: SIGBUS does not end the process, but
/// puts NUL bytes in place of the missing ones. Make it after the mapping, and destroy it before.
class MappedRegion {
 public:
  MappedRegion(void* begin, std::size_t size);
  ~MappedRegion();
  MappedRegion(const MappedRegion&) = delete;
  MappedRegion& operator=(const MappedRegion&) = delete;

  /// Whether bytes were missing.
  [[nodiscard]] const std::atomic<bool>& lost() const noexcept;

  /// What the signal handler searches.
  struct Slot;

 private:
  Slot& slot_;
};

}  // namespace runner
