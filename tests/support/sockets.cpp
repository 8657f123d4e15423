#include "sockets.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <stdexcept>

namespace runner::test {
namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

sockaddr* generic(sockaddr_in& address) { return static_cast<sockaddr*>(static_cast<void*>(&address)); }

}  // namespace

Socket::Socket(int descriptor) : descriptor_(descriptor) {
  if (descriptor >= 0) fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

Socket::~Socket() {
  if (descriptor_ >= 0) close(descriptor_);
}

Socket& Socket::operator=(Socket&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

Socket listen_on(int port) {
  Socket listener(socket(AF_INET, SOCK_STREAM, 0));
  const int yes = 1;
  setsockopt(listener.descriptor(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address = loopback(port);
  if (bind(listener.descriptor(), generic(address), sizeof address) != 0 ||
      listen(listener.descriptor(), 8) != 0) {
    throw std::runtime_error("a stand-in for a server could not listen");
  }
  return listener;
}

int port_of(const Socket& listener) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  getsockname(listener.descriptor(), generic(address), &size);
  return ntohs(address.sin_port);
}

Socket accept_from(const Socket& listener) { return Socket(accept(listener.descriptor(), nullptr, nullptr)); }

Socket connect_to(int port) {
  Socket server(socket(AF_INET, SOCK_STREAM, 0));
  sockaddr_in address = loopback(port);
  return connect(server.descriptor(), generic(address), sizeof address) == 0 ? std::move(server) : Socket();
}

std::string_view receive(const Socket& socket, Buffer& buffer) {
  const ssize_t size = recv(socket.descriptor(), buffer.data(), buffer.size(), 0);
  return {buffer.data(), size < 0 ? 0 : static_cast<std::size_t>(size)};
}

bool transmit(const Socket& socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket.descriptor(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

int free_port() { return port_of(listen_on(0)); }

}  // namespace runner::test
