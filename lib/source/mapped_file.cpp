#include "mapped_file.hpp"

#include <sys/mman.h>

#include <atomic>
#include <memory>
#include <string_view>

#include "mapped_regions.hpp"
#include "text/sealed_bytes.hpp"

namespace runner {
namespace {

// Reading more ahead would make a signal wait, and the system may drop the pages before their use.
constexpr std::size_t kMostAhead = std::size_t{128} << 20;

// Runner will read all bytes, so the disk may read in large pieces, and the system may map all pages at once.
// A system that cannot do that maps each page at its first fault.
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
  MappedRegion region_;  // destroyed before the bytes are unmapped
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
