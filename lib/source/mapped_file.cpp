#include "mapped_file.hpp"

#include <sys/mman.h>

#include <atomic>
#include <memory>
#include <string_view>

#include "mapped_regions.hpp"
#include "text/sealed_bytes.hpp"

namespace runner {
namespace {

// More than this may not stay in memory until it is used, and a signal would have to wait for it.
constexpr std::size_t kMostAhead = std::size_t{128} << 20;

// All of it will be read, so the disk may read in large pieces, and the pages need not be mapped by one
// fault each. Where the system cannot do that, they are.
void read_ahead(void* bytes, std::size_t size) {
  madvise(bytes, size, MADV_SEQUENTIAL);
#ifdef MADV_POPULATE_READ
  if (size <= kMostAhead) madvise(bytes, size, MADV_POPULATE_READ);
#endif
}

struct Unmap {
  std::size_t size;
  void operator()(void* bytes) const noexcept { munmap(bytes, size); }
};

class Mapping {
 public:
  Mapping(void* bytes, std::size_t size) : bytes_(bytes, Unmap{size}), region_(bytes, size) {}

  [[nodiscard]] std::string_view view() const {
    return {static_cast<const char*>(bytes_.get()), bytes_.get_deleter().size};
  }
  [[nodiscard]] const std::atomic<bool>& lost() const noexcept { return region_.lost(); }

 private:
  std::unique_ptr<void, Unmap> bytes_;
  MappedRegion region_;  // the first to go
};

}  // namespace

std::optional<Text> map_file(const FileDescriptor& file, std::size_t size, const std::string& path) {
  void* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (bytes == MAP_FAILED) return std::nullopt;
  read_ahead(bytes, size);
  const auto mapping = std::make_shared<const Mapping>(bytes, size);
  const std::shared_ptr<const std::atomic<bool>> lost(mapping, &mapping->lost());
  return Text(std::make_shared<const SealedBytes>(path, mapping->view(), lost));
}

}  // namespace runner
