#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace runner::test {

/// A socket that its owner closes. Programs that a test starts do not inherit it.
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
/// Waits for the next client. Returns no socket when the listener was shut down.
[[nodiscard]] Socket accept_from(const Socket& listener);
/// A connection to a port of this host. No socket when nothing listens there.
[[nodiscard]] Socket connect_to(int port);

using Buffer = std::array<char, 65536>;

/// Waits for bytes and returns those that have arrived. Empty at the end of the stream.
[[nodiscard]] std::string_view receive(const Socket& socket, Buffer& buffer);
/// Sends all bytes. False when the other side is gone.
bool transmit(const Socket& socket, std::string_view bytes);

/// A port on which nothing listens.
[[nodiscard]] int free_port();

}  // namespace runner::test
