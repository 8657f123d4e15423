#pragma once

#include <future>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "checksum.hpp"
#include "text.hpp"

namespace runner {

class HashingThread;

/// A checksum that another thread may still be computing: whoever needs its value waits for it.
/// Copies share it. When the last one goes before it is computed, nobody needs it: it never is.
class AwaitedChecksum {
 public:
  /// Of something that is yet to be read: its value may not be asked for.
  AwaitedChecksum() : value_(std::shared_future<Checksum>()) {}

  /// Of a text. A large one is hashed by another thread, which keeps it alive.
  [[nodiscard]] static AwaitedChecksum of(const Text& text);

  /// Of the hex digits of these, one behind the other. Waited for when it is needed itself.
  [[nodiscard]] static AwaitedChecksum of_all(std::vector<AwaitedChecksum> parts);

  /// The value. Throws Error(source) when the file of the text was changed.
  [[nodiscard]] const Checksum& value() const;
  operator const Checksum&() const { return value(); }
  [[nodiscard]] std::string hex() const { return value().hex(); }
  [[nodiscard]] std::string abbreviated() const { return value().abbreviated(); }

 private:
  using Value = std::variant<Checksum, std::shared_future<Checksum>>;

  explicit AwaitedChecksum(Value value, std::shared_ptr<const HashingThread> thread = nullptr)
      : value_(std::move(value)), thread_(std::move(thread)) {}

  Value value_;
  std::shared_ptr<const HashingThread> thread_;
};

}  // namespace runner
