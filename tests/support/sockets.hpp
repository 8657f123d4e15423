#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace runner::test {

/// A socket that is closed with its owner, and that a program started meanwhile does not keep open.
class Socket {
 public:
  explicit Socket(int descriptor = -1);
  ~Socket();
  Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  Socket& operator=(Socket&& other) noexcept;

  [[nodiscard]] int descriptor() const noexcept { return descriptor_; }
  [[nodiscard]] explicit operator bool() const noexcept { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

/// Listens on this host; 0 takes a free port.
[[nodiscard]] Socket listen_on(int port);
[[nodiscard]] int port_of(const Socket& listener);
/// The next one who calls; none when the listener was shut down.
[[nodiscard]] Socket accept_from(const Socket& listener);
/// A connection to a port of this host; none when nobody listens there.
[[nodiscard]] Socket connect_to(int port);

using Buffer = std::array<char, 65536>;

/// Whatever arrives, in one piece; empty at the end.
[[nodiscard]] std::string_view receive(const Socket& socket, Buffer& buffer);
/// Sends all of it; false when the other side is gone.
bool transmit(const Socket& socket, std::string_view bytes);

/// A port where nobody listens.
[[nodiscard]] int free_port();

}  // namespace runner::test
