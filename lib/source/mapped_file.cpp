#include "mapped_file.hpp"

#include <sys/mman.h>

#include <memory>

namespace runner {
namespace {

// More than this may not stay in memory until it is used.
constexpr std::size_t kMostAhead = std::size_t{1} << 30;

// All of it will be looked at, so the disk may read in large pieces, and the pages need not be mapped by one
// fault each. Where the system cannot do that, they are.
void read_ahead(void* bytes, std::size_t size) {
  madvise(bytes, size, MADV_SEQUENTIAL);
#ifdef MADV_POPULATE_READ
  if (size <= kMostAhead) madvise(bytes, size, MADV_POPULATE_READ);
#endif
}

}  // namespace

std::optional<Text> map_file(const FileDescriptor& file, std::size_t size) {
  void* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (bytes == MAP_FAILED) return std::nullopt;
  read_ahead(bytes, size);
  const std::shared_ptr<const void> owner(bytes, [size](void* mapped) { munmap(mapped, size); });
  return Text(owner, {static_cast<const char*>(bytes), size});
}

}  // namespace runner
