#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <list>
#include <thread>

#include "sockets.hpp"

namespace runner::test {

/// A link to the server of the tests that takes its time: what either side sends arrives in order, so
/// much later, however much it is. Any number of connections use it at once.
///
///   Link link(std::chrono::milliseconds{20});       // 40 ms there and back
///   ... url_at_port(link.port(), database) ...
///   BOOST_TEST(link.round_trips() == 5);
///
/// A round trip is one answer that the client had to wait for: something sent, and something that
/// the server said after it had that. The next one begins with what the client sends when it has the
/// answer, the first one with the startup packet. So however many messages are under way together,
/// and in however many pieces they come, they are one round trip; a farewell that nobody answers is
/// none, and neither is TCP's own handshake, which the link does not delay. A run cannot be
/// over before its round trips times twice the delay.
///
/// Counts of all connections are added up. They are exact when the delay is longer than the client
/// and the server take to say what belongs together: 5 ms do for a client that asks and waits.
/// Whatever a client has read is counted.
class Link {
 public:
  explicit Link(std::chrono::milliseconds one_way);
  ~Link();
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;

  [[nodiscard]] int port() const noexcept { return port_; }
  [[nodiscard]] int connections() const noexcept { return connections_; }
  [[nodiscard]] int round_trips() const noexcept { return round_trips_; }
  /// What either side has sent.
  [[nodiscard]] std::size_t bytes_of_client() const noexcept { return of_client_; }
  [[nodiscard]] std::size_t bytes_of_server() const noexcept { return of_server_; }

 private:
  struct Call;
  void serve();
  bool accept_into(std::list<Call>& calls);
  void carry(Call& call);

  std::chrono::milliseconds one_way_;
  int server_port_;
  Socket listener_;
  int port_;
  std::atomic<int> connections_ = 0;
  std::atomic<int> round_trips_ = 0;
  std::atomic<std::size_t> of_client_ = 0;
  std::atomic<std::size_t> of_server_ = 0;
  std::thread thread_;
};

}  // namespace runner::test
