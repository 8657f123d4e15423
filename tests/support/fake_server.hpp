#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "sockets.hpp"

namespace runner::test {

/// What the fake server does with a connection before it closes it.
using Answer = std::function<void(const Socket& client)>;

/// Reads the client's first message and closes the connection.
[[nodiscard]] Answer hang_up();
/// Resets the connection, as a port forwarded to nowhere does.
[[nodiscard]] Answer reset();
/// Never sends anything.
[[nodiscard]] Answer stay_silent();
/// Sends the next text each time the client sends something, then ends as given. Sets *said after the last
/// text.
enum class Ending { hangs_up, resets, is_silent, repeats_itself };
[[nodiscard]] Answer recite(std::vector<std::string> texts, Ending ending, std::atomic<bool>* said = nullptr);
/// Sends the error with which a server refuses a connection.
[[nodiscard]] Answer say_fatal(const std::string& sqlstate, const std::string& message);
/// Forwards everything to the test server, or to the given port, until the predicate accepts a piece that
/// the client sends. The server never receives that piece, and both connections are closed.
using Predicate = std::function<bool(std::string_view sent)>;
[[nodiscard]] Answer pass_on(Predicate cut_before = {}, int port = 0);
/// The same, but the client's connection stays open: it waits for an answer that never comes.
[[nodiscard]] Answer pass_on_and_fall_silent(Predicate silent_before);
/// The same, but the server receives that piece and answers it. The client never gets the answer.
[[nodiscard]] Answer pass_on_and_cut_behind(Predicate cut_behind);
/// The server never receives that piece, and the client gets an error, as from a pooler that lost the server.
[[nodiscard]] Answer pass_on_and_say_fatal(Predicate cut_before, const std::string& sqlstate,
                                           const std::string& message);
/// Gives the first answer to that many connections, then the second answer to all others.
[[nodiscard]] Answer at_first(int connections, Answer answer, Answer then);

/// Listens in place of a server and gives each connection the answer.
class FakeServer {
 public:
  explicit FakeServer(Answer answer, int port = 0);
  ~FakeServer();
  FakeServer(const FakeServer&) = delete;
  FakeServer& operator=(const FakeServer&) = delete;

  [[nodiscard]] int port() const noexcept { return port_; }
  [[nodiscard]] int connections() const noexcept { return connections_; }

 private:
  void serve();

  Answer answer_;
  Socket listener_;
  int port_ = 0;
  std::atomic<int> connections_ = 0;
  std::thread thread_;
};

/// The URL of a database for the superuser, at another port of this host.
[[nodiscard]] std::string url_at_port(int port, const std::string& database);

}  // namespace runner::test
