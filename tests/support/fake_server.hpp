#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "sockets.hpp"

namespace runner::test {

/// What is done with a connection; it is closed afterwards.
using Answer = std::function<void(const Socket& client)>;

/// Reads what the client says first, and hangs up.
[[nodiscard]] Answer hang_up();
/// Breaks the connection off, as a port forwarded to nowhere does.
[[nodiscard]] Answer reset();
/// Never says anything.
[[nodiscard]] Answer stay_silent();
/// Says one text after the other, each as an answer to something that the client says, and ends so; tells
/// when it has said all.
enum class Ending { hangs_up, resets, is_silent, repeats_itself };
[[nodiscard]] Answer recite(std::vector<std::string> texts, Ending ending, std::atomic<bool>* said = nullptr);
/// What the server says before it lets nobody in.
[[nodiscard]] Answer say_fatal(const std::string& sqlstate, const std::string& message);
/// Passes everything on to the server of the tests, or to who listens at the port, until the client
/// sends what the predicate looks for: the server never sees that piece, and both are cut off.
using Predicate = std::function<bool(std::string_view sent)>;
[[nodiscard]] Answer pass_on(Predicate cut_before = {}, int port = 0);
/// The same, but the client is not cut off: it waits for an answer that never comes.
[[nodiscard]] Answer pass_on_and_fall_silent(Predicate silent_before);
/// The same, but the server sees that piece and answers it; only the client never hears of it.
[[nodiscard]] Answer pass_on_and_cut_behind(Predicate cut_behind);
/// The server does not see it, and the client is told so, as a pooler tells that it lost the server.
[[nodiscard]] Answer pass_on_and_say_fatal(Predicate cut_before, const std::string& sqlstate,
                                           const std::string& message);
/// The first answer for so many connections, then the other.
[[nodiscard]] Answer at_first(int connections, Answer answer, Answer then);

/// Stands where a server should be, and answers each connection.
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

/// The URL of a database as the superuser, at another port of this host.
[[nodiscard]] std::string url_at_port(int port, const std::string& database);

}  // namespace runner::test
