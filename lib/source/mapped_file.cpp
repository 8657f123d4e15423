#include "mapped_file.hpp"

#include <sys/mman.h>

#include <memory>

namespace runner {

std::optional<Text> map_file(const FileDescriptor& file, std::size_t size) {
  void* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (bytes == MAP_FAILED) return std::nullopt;
  madvise(bytes, size, MADV_SEQUENTIAL);
  const std::shared_ptr<const void> owner(bytes, [size](void* mapped) { munmap(mapped, size); });
  return Text(owner, {static_cast<const char*>(bytes), size});
}

}  // namespace runner
