#include "fake_server.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>
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

sockaddr* generic(sockaddr_in& address) { return static_cast<sockaddr*>(static_cast<void*>(&address)); }

// A program started meanwhile must not keep it open.
int ours(int descriptor) {
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
  return descriptor;
}

int listen_on(int port) {
  const int listener = ours(socket(AF_INET, SOCK_STREAM, 0));
  const int yes = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address = loopback(port);
  if (bind(listener, generic(address), sizeof address) == 0 && listen(listener, 8) == 0) return listener;
  close(listener);
  throw std::runtime_error("the fake server could not listen");
}

int port_of(int listener) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  getsockname(listener, generic(address), &size);
  return ntohs(address.sin_port);
}

// Whatever arrives, in one piece; how much, 0 at the end.
std::size_t receive(int descriptor, std::array<char, 65536>& buffer) {
  const ssize_t size = recv(descriptor, buffer.data(), buffer.size(), 0);
  return size < 0 ? 0 : static_cast<std::size_t>(size);
}

void transmit(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

// An ErrorResponse of the protocol: a letter, the length, fields that end with NUL, NUL.
std::string error_response(const std::string& sqlstate, const std::string& message) {
  std::string fields;
  for (const std::string& field :
       {"SFATAL" + std::string(), "VFATAL" + std::string(), "C" + sqlstate, "M" + message}) {
    fields += field + '\0';
  }
  fields += '\0';
  const std::uint32_t length = htonl(static_cast<std::uint32_t>(fields.size() + sizeof(std::uint32_t)));
  return "E" + std::string(static_cast<const char*>(static_cast<const void*>(&length)), sizeof length) +
         fields;
}

void connect_both(int client, int server, const Predicate& cut_before) {
  std::array<char, 65536> buffer{};
  std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
  while (poll(ends.data(), ends.size(), -1) > 0) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].revents == 0) continue;
      const std::size_t size = receive(ends[i].fd, buffer);
      const std::string_view bytes(buffer.data(), size);
      if (bytes.empty() || (i == 0 && cut_before && cut_before(bytes))) return;
      transmit(ends[1 - i].fd, bytes);
    }
  }
}

}  // namespace

Answer hang_up() {
  return [](int client) {
    std::array<char, 65536> buffer{};
    receive(client, buffer);
  };
}

Answer reset() {
  return [](int client) {
    const linger at_once{1, 0};
    setsockopt(client, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  };
}

Answer stay_silent() {
  return [](int client) {
    std::array<char, 65536> buffer{};
    while (receive(client, buffer) > 0) continue;
  };
}

Answer say_fatal(const std::string& sqlstate, const std::string& message) {
  return [text = error_response(sqlstate, message)](int client) {
    std::array<char, 65536> buffer{};
    receive(client, buffer);
    transmit(client, text);
  };
}

Answer pass_on(Predicate cut_before) {
  return [port = std::stoi(server_address().port), cut_before = std::move(cut_before)](int client) {
    const int server = ours(socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in address = loopback(port);
    if (connect(server, generic(address), sizeof address) == 0) connect_both(client, server, cut_before);
    close(server);
  };
}

Answer at_first(int connections, Answer answer, Answer then) {
  return [left = std::make_shared<int>(connections), answer = std::move(answer),
          then = std::move(then)](int client) { (*left)-- > 0 ? answer(client) : then(client); };
}

FakeServer::FakeServer(Answer answer, int port)
    : answer_(std::move(answer)),
      listener_(listen_on(port)),
      port_(port_of(listener_)),
      thread_([this] { serve(); }) {}

FakeServer::~FakeServer() {
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

void FakeServer::serve() {
  for (int client = 0; (client = ours(accept(listener_, nullptr, nullptr))) >= 0;) {
    ++connections_;
    answer_(client);
    close(client);
  }
}

int free_port() {
  const int listener = listen_on(0);
  const int port = port_of(listener);
  close(listener);
  return port;
}

std::string url_at_port(int port, const std::string& database) {
  const ServerAddress address = server_address();
  return fmt::format("postgresql://{}:{}@127.0.0.1:{}/{}?sslmode=disable&gssencmode=disable", address.user,
                     address.password, port, database);
}

}  // namespace runner::test
