#include "fake_server.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <memory>
#include <vector>

#include "protocol.hpp"
#include "server.hpp"

namespace runner::test {
namespace {

void connect_both(const Socket& client, const Socket& server, const Predicate& cut_before) {
  Buffer buffer{};
  const std::array<const Socket*, 2> ends{&client, &server};
  std::array<pollfd, 2> watched{{{client.descriptor(), POLLIN, 0}, {server.descriptor(), POLLIN, 0}}};
  while (poll(watched.data(), watched.size(), -1) > 0) {
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (watched[i].revents == 0) continue;
      const std::string_view bytes = receive(*ends[i], buffer);
      if (bytes.empty() || (i == 0 && cut_before && cut_before(bytes))) return;
      transmit(*ends[1 - i], bytes);
    }
  }
}

}  // namespace

Answer hang_up() {
  return [](const Socket& client) {
    Buffer buffer{};
    static_cast<void>(receive(client, buffer));
  };
}

Answer reset() {
  return [](const Socket& client) {
    const linger at_once{1, 0};
    setsockopt(client.descriptor(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  };
}

Answer stay_silent() {
  return [](const Socket& client) {
    Buffer buffer{};
    while (!receive(client, buffer).empty()) continue;
  };
}

Answer recite(std::vector<std::string> texts, Ending ending, std::atomic<bool>* said) {
  return [texts = std::move(texts), ending, said](const Socket& client) {
    Buffer buffer{};
    for (const std::string& text : texts) {
      if (receive(client, buffer).empty()) return;
      transmit(client, text);
    }
    if (said != nullptr) *said = true;
    switch (ending) {
      case Ending::hangs_up:
        // Closing the socket with unread input would discard what was sent.
        shutdown(client.descriptor(), SHUT_WR);
        return stay_silent()(client);
      case Ending::resets: return reset()(client);
      case Ending::is_silent: return stay_silent()(client);
      case Ending::repeats_itself:
        while (transmit(client, texts.back())) continue;
    }
  };
}

Answer say_fatal(const std::string& sqlstate, const std::string& message) {
  return recite({fatal(sqlstate, message)}, Ending::hangs_up);
}

Answer pass_on(Predicate cut_before, int port) {
  if (port == 0) port = std::stoi(server_address().port);
  return [port, cut_before = std::move(cut_before)](const Socket& client) {
    const Socket server = connect_to(port);
    if (server) connect_both(client, server, cut_before);
  };
}

Answer pass_on_and_fall_silent(Predicate silent_before) {
  return [pass = pass_on(std::move(silent_before))](const Socket& client) {
    pass(client);
    stay_silent()(client);
  };
}

Answer pass_on_and_cut_behind(Predicate cut_behind) {
  return [port = std::stoi(server_address().port), cut_behind = std::move(cut_behind)](const Socket& client) {
    const Socket server = connect_to(port);
    if (!server) return;
    connect_both(client, server, [&](std::string_view sent) {
      if (!cut_behind(sent)) return false;
      transmit(server, sent);
      Buffer answer{};
      // The server's answer arrives in one piece. The client does not get it.
      static_cast<void>(receive(server, answer));
      return true;
    });
  };
}

Answer pass_on_and_say_fatal(Predicate cut_before, const std::string& sqlstate, const std::string& message) {
  return [pass = pass_on(std::move(cut_before)), text = fatal(sqlstate, message)](const Socket& client) {
    pass(client);
    transmit(client, text);
  };
}

Answer at_first(int connections, Answer answer, Answer then) {
  return [left = std::make_shared<std::atomic<int>>(connections), answer = std::move(answer),
          then = std::move(then)](const Socket& client) { (*left)-- > 0 ? answer(client) : then(client); };
}

FakeServer::FakeServer(Answer answer, int port)
    : answer_(std::move(answer)),
      listener_(listen_on(port)),
      port_(port_of(listener_)),
      thread_([this] { serve(); }) {}

FakeServer::~FakeServer() {
  shutdown(listener_.descriptor(), SHUT_RDWR);
  thread_.join();
}

void FakeServer::serve() {
  std::vector<std::thread> answering;
  while (Socket client = accept_from(listener_)) {
    ++connections_;
    answering.emplace_back([this, client = std::move(client)] { answer_(client); });
  }
  for (std::thread& one : answering) one.join();
}

std::string url_at_port(int port, const std::string& database) {
  const ServerAddress address = server_address();
  return fmt::format("postgresql://{}:{}@127.0.0.1:{}/{}?sslmode=disable&gssencmode=disable", address.user,
                     address.password, port, database);
}

}  // namespace runner::test
