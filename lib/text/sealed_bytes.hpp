#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace runner {

/// The mapped bytes of a file that other programs may change at any time. The first copy of a block seals it.
/// append_block() refuses a later copy that differs, so all copies are of one text.
class SealedBytes {
 public:
  /// Every block but the last has this size.
  static constexpr std::size_t kBlock = std::size_t{64} * 1024;

  /// The owner of "lost" keeps the bytes alive. It sets "lost" once some can no longer be read.
  SealedBytes(std::string path, std::string_view bytes, std::shared_ptr<const std::atomic<bool>> lost);

  /// The bytes as they are now. Only for messages.
  [[nodiscard]] std::string_view view() const noexcept { return bytes_; }
  /// Appends a copy of the block with this number. Throws Error(source) if another program changed the file.
  void append_block(std::size_t number, std::string& to) const;

 private:
  [[noreturn]] void refuse() const;

  std::string path_;
  std::string_view bytes_;
  std::shared_ptr<const std::atomic<bool>> lost_;
  mutable std::vector<std::atomic<std::uint64_t>> seals_;  // 0: the block has not been copied yet
};

}  // namespace runner
