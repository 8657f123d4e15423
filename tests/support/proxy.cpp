#include "proxy.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "server.hpp"

namespace runner::test {
namespace {

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

const sockaddr* generic(const sockaddr_in& address) {
  return static_cast<const sockaddr*>(static_cast<const void*>(&address));
}

int server_port() {
  const std::string url = server_url();
  return std::stoi(url.substr(url.rfind(':') + 1));
}

bool send_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

}  // namespace

Proxy::Proxy(Predicate cut_before)
    : cut_before_(std::move(cut_before)), listener_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  const bool listening =
      bind(listener_, generic(address), size) == 0 && listen(listener_, 1) == 0 &&
      getsockname(listener_, static_cast<sockaddr*>(static_cast<void*>(&address)), &size) == 0;
  if (!listening) throw std::runtime_error("the proxy could not listen");
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

Proxy::~Proxy() {
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

std::string Proxy::url_of(const std::string& database) const {
  const std::string direct = test::url_of(database);
  const std::size_t colon = direct.rfind(':');
  return fmt::format("{}:{}{}", direct.substr(0, colon), port_, direct.substr(direct.find('/', colon)));
}

void Proxy::serve() {
  const int client = accept(listener_, nullptr, nullptr);
  if (client < 0) return;
  const int server = socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = loopback(server_port());
  if (connect(server, generic(address), sizeof address) == 0) forward(client, server);
  close(server);
  close(client);
}

void Proxy::forward(int client, int server) const {
  std::array<char, 65536> buffer{};
  std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
  while (poll(ends.data(), ends.size(), -1) > 0) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].revents == 0) continue;
      const ssize_t size = recv(ends[i].fd, buffer.data(), buffer.size(), 0);
      if (size <= 0) return;
      const std::string_view bytes(buffer.data(), static_cast<std::size_t>(size));
      if (i == 0 && cut_before_(bytes)) return;
      if (!send_all(ends[1 - i].fd, bytes)) return;
    }
  }
}

}  // namespace runner::test
