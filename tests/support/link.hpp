#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <list>
#include <thread>

#include "sockets.hpp"

namespace runner::test {

/// A link to the test server with latency: what either side sends arrives in order after the delay, whatever
/// its size. Any number of connections can use it at once.
///
///   Link link(std::chrono::milliseconds{20});       // 40 ms there and back
///   ... url_at_port(link.port(), database) ...
///   BOOST_TEST(link.round_trips() == 5);
///
/// A round trip is one answer that the client has to wait for: the client sends something, and the server
/// sends something after it has received that. The first one begins with the startup packet, each later one
/// with what the client sends after the answer. Messages in flight together are one round trip, whatever
/// their number and however many pieces they arrive in. A closing message without an answer does not count.
/// Nor does the TCP handshake, which the link does not delay. A run takes at least twice the delay for each
/// round trip.
///
/// The counts are sums over all connections. They are exact when the delay is longer than the client and the
/// server need to send what belongs together: 5 ms are enough for a client that asks and waits. Everything
/// that a client has read is counted.
class Link {
 public:
  explicit Link(std::chrono::milliseconds one_way);
  ~Link();
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;

  [[nodiscard]] int port() const noexcept { return port_; }
  [[nodiscard]] int connections() const noexcept { return connections_; }
  [[nodiscard]] int round_trips() const noexcept { return round_trips_; }
  /// What each side has sent.
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
