#pragma once

#include <atomic>
#include <cstddef>

namespace runner {

/// Makes a mapping of a file safe to read when the file is shortened: instead of ending the process, the
/// system's SIGBUS puts NUL bytes in place of what is missing. Made after the mapping, and gone before it.
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
