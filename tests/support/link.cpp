#include "link.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <string>
#include <vector>

#include "server.hpp"

namespace runner::test {
namespace {

using Clock = std::chrono::steady_clock;

// The most bytes in flight in one direction: more than either side sends within a usual delay.
constexpr std::size_t kCapacity = std::size_t{64} << 20;

Socket without_delay(Socket socket) {
  const int yes = 1;
  setsockopt(socket.descriptor(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  return socket;
}

}  // namespace

struct LinkPiece {
  Clock::time_point due;
  std::string bytes;  // empty at the end of the stream
  int round;          // the round trip it belongs to
};

// One direction of a connection.
struct LinkLane {
  std::deque<LinkPiece> under_way;
  std::size_t size = 0;
  bool ended = false;    // the sender is done
  bool blocked = false;  // the receiver does not read
  bool over = false;     // the receiver is done

  // Returns how many bytes arrived, 0 at the end of the stream.
  std::size_t take(const Socket& from, std::chrono::milliseconds delay, int round) {
    Buffer buffer{};
    const std::string_view bytes = receive(from, buffer);
    under_way.push_back({Clock::now() + delay, std::string(bytes), round});
    size += bytes.size();
    ended = bytes.empty();
    return bytes.size();
  }

  [[nodiscard]] bool waiting() const { return !over && !blocked && !under_way.empty(); }
  [[nodiscard]] bool due() const { return waiting() && under_way.front().due <= Clock::now(); }

  // Sends the first piece, or as much of it as the receiver accepts.
  void give(const Socket& to) {
    std::string& bytes = under_way.front().bytes;
    if (bytes.empty()) {
      shutdown(to.descriptor(), SHUT_WR);
      over = true;
      return;
    }
    const ssize_t sent = send(to.descriptor(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    blocked = sent < 0 && errno == EAGAIN;
    over = sent < 0 && !blocked;
    const std::size_t taken = sent < 0 ? 0 : static_cast<std::size_t>(sent);
    size -= taken;
    bytes.erase(0, taken);
    if (bytes.empty()) under_way.pop_front();
  }
};

// The timeout for poll until the next piece is due, -1 when there is none. Rounded down to milliseconds:
// polling again for the rest of the last one is better than adding it to every round trip.
int timeout_of(const std::vector<const LinkLane*>& lanes) {
  int timeout = -1;
  for (const LinkLane* lane : lanes) {
    if (!lane->waiting()) continue;
    const auto left =
        std::chrono::floor<std::chrono::milliseconds>(lane->under_way.front().due - Clock::now());
    const int milliseconds = std::max(0, static_cast<int>(left.count()));
    timeout = timeout < 0 ? milliseconds : std::min(timeout, milliseconds);
  }
  return timeout;
}

// Leaves out a socket from which nothing is wanted, because poll reports its end again and again.
pollfd watch(const Socket& socket, const LinkLane& from_it, const LinkLane& to_it) {
  const bool room = !from_it.ended && from_it.size < kCapacity;
  const int events = (room ? POLLIN : 0) | (to_it.blocked ? POLLOUT : 0);
  return {events == 0 ? -1 : socket.descriptor(), static_cast<short>(events), 0};
}

// Whether there is input. Also allows another attempt at what could not be sent.
bool hears(const pollfd& seen, const LinkLane& from_it, LinkLane& to_it) {
  if ((seen.revents & ~POLLIN) != 0) to_it.blocked = false;
  return (seen.revents & ~POLLOUT) != 0 && !from_it.ended;
}

struct Link::Call {
  Socket client, server;
  LinkLane up = {};
  LinkLane down = {};
  int asked = 1;  // the round trip that the client is in
  int heard = 0;  // the latest one that has reached the server

  [[nodiscard]] bool over() const { return up.over && down.over; }
};

Link::Link(std::chrono::milliseconds one_way)
    : one_way_(one_way),
      server_port_(std::stoi(server_address().port)),
      listener_(listen_on(0)),
      port_(port_of(listener_)),
      thread_([this] { serve(); }) {}

Link::~Link() {
  shutdown(listener_.descriptor(), SHUT_RDWR);
  thread_.join();
}

void Link::serve() {
  std::list<Call> calls;
  for (;;) {
    std::vector<pollfd> watched{{listener_.descriptor(), POLLIN, 0}};
    std::vector<const LinkLane*> lanes;
    for (const Call& call : calls) {
      watched.push_back(watch(call.client, call.up, call.down));
      watched.push_back(watch(call.server, call.down, call.up));
      lanes.insert(lanes.end(), {&call.up, &call.down});
    }
    poll(watched.data(), static_cast<nfds_t>(watched.size()), timeout_of(lanes));
    auto seen = watched.cbegin() + 1;
    for (Call& call : calls) {
      if (hears(*seen++, call.up, call.down)) of_client_ += call.up.take(call.client, one_way_, call.asked);
      if (hears(*seen++, call.down, call.up)) of_server_ += call.down.take(call.server, one_way_, call.heard);
      carry(call);
    }
    calls.remove_if([](const Call& call) { return call.over(); });
    if (watched.front().revents != 0 && !accept_into(calls)) return;
  }
}

bool Link::accept_into(std::list<Call>& calls) {
  Socket client = without_delay(accept_from(listener_));
  if (!client) return false;
  ++connections_;
  Socket server = without_delay(connect_to(server_port_));
  if (server) calls.push_back({std::move(client), std::move(server)});
  return true;
}

// Counts a piece before it sends it, so that everything a client has read is counted.
void Link::carry(Call& call) {
  while (call.up.due()) {
    call.heard = call.up.under_way.front().round;
    call.up.give(call.server);
  }
  while (call.down.due()) {
    const LinkPiece& piece = call.down.under_way.front();
    if (piece.round == call.asked && !piece.bytes.empty()) {
      ++call.asked;
      ++round_trips_;
    }
    call.down.give(call.client);
  }
}

}  // namespace runner::test
