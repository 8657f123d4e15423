#include "wire.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace runner {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto kForever = Clock::time_point::max();
constexpr auto kCancelAgain = 250ms;
constexpr auto kLook = 1s;

}  // namespace

Wire::Wire(PGconn* handle, Interruption& interruption, const Callbacks& callbacks)
    : handle_(handle), interruption_(interruption), callbacks_(callbacks) {
  require_sent(PQsetnonblocking(handle_, 1) == 0);
}

bool Wire::alive() const noexcept { return PQstatus(handle_) == CONNECTION_OK; }

ResultHandle Wire::next() {
  wait_until_readable();
  return ResultHandle(PQgetResult(handle_));
}

Result Wire::last_result() {
  ResultHandle last;
  while (ResultHandle piece = next()) {
    const ExecStatusType status = PQresultStatus(piece.get());
    const bool piped = PQpipelineStatus(handle_) != PQ_PIPELINE_OFF;
    // runner checks scripts for COPY before they run. A COPY that still gets here must not hang.
    if (status == PGRES_COPY_IN && !piped)
      require_step(PQputCopyEnd(handle_, "COPY from the client is not supported"));
    const bool out_of_step = (status == PGRES_COPY_IN && piped) || status == PGRES_COPY_OUT ||
                             status == PGRES_COPY_BOTH || status == PGRES_PIPELINE_SYNC;
    if (out_of_step) fall_out_of_step();
    const bool failed_before = last && PQresultStatus(last.get()) == PGRES_FATAL_ERROR;
    if (!failed_before) last = std::move(piece);
    // Answers that came before the connection was lost can still be read to their ends.
    if (out_of_step || (status == PGRES_FATAL_ERROR && !alive())) break;
  }
  return {std::move(last), handle_};
}

Result Wire::wait_for_result() {
  Result result = last_result();
  interruption_.check();
  return result;
}

// libpq may fail and keep a socket on which nothing arrives any more.
bool Wire::hand_over() {
  const int left = PQflush(handle_);
  if (left < 0) hang_up();
  return left <= 0;
}

bool Wire::flush(const Sending& before) {
  if (before.sent == 0) begin_wait();
  look_up(before);
  while (!hand_over()) {
    if (wait_for_server(POLLIN | POLLOUT, true, next_look_)) {
      cancel();
      return false;
    }
    look_up(before);
    if (PQconsumeInput(handle_) == 0) return false;
  }
  return alive();
}

void Wire::wait_until_readable() {
  begin_wait();
  auto next_cancel = kForever;
  while (alive() && PQisBusy(handle_) != 0) {
    const bool sent = hand_over();
    if (!alive()) return;
    const short events = sent ? POLLIN : POLLIN | POLLOUT;
    // After a cancel, wait only for the server: the interrupt stays readable for ever. A cancel that arrives
    // between two statements has no effect, so runner repeats it.
    const bool listens = next_cancel == kForever;
    const bool interrupted = wait_for_server(events, listens, std::min(next_look_, next_cancel));
    if (interrupted || Clock::now() >= next_cancel) {
      cancel();
      next_cancel = Clock::now() + kCancelAgain;
    } else {
      look_up();
    }
    if (PQconsumeInput(handle_) == 0) return;
  }
}

// True when a signal ended the wait. Hangs up at the deadline, as runner expects nothing after it.
bool Wire::wait_for_server(short events, bool listens, TimePoint until) {
  const bool interrupted = interruption_.wait(PQsocket(handle_), events, listens, until);
  if (alive() && interruption_.expire()) hang_up();
  return interrupted;
}

void Wire::cancel() {
  if (!interruption_.cancel(handle_)) hang_up();
}

// Replaces the socket by a closed one, so that libpq reports a lost connection. shutdown() is not enough:
// data that a server sends without a pause still arrives.
void Wire::hang_up() {
  const int socket = PQsocket(handle_);
  if (!alive() || socket < 0) return;
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0) {
    close(ends[1]);
    dup2(ends[0], socket);
    fcntl(socket, F_SETFD, FD_CLOEXEC);
    fcntl(socket, F_SETFL, O_NONBLOCK);
    close(ends[0]);
  } else {
    shutdown(socket, SHUT_RDWR);
  }
  while (alive() && PQconsumeInput(handle_) == 1) continue;
}

void Wire::begin_wait() {
  wait_began_ = Clock::now();
  next_look_ = callbacks_.while_waiting ? wait_began_ + kLook : kForever;
}

void Wire::look_up(const std::optional<Sending>& sending) {
  if (Clock::now() < next_look_) return;
  callbacks_.while_waiting({elapsed_since(wait_began_), sending});
  next_look_ = Clock::now() + kLook;
}

void Wire::require_sent(bool sent) {
  if (sent) return;
  interruption_.check();
  if (!alive()) throw lost();
  throw Error(ErrorKind::unreachable, connection_failure(handle_));
}

void Wire::require_step(int taken) {
  if (taken != 1 && alive()) fall_out_of_step();
}

void Wire::fall_out_of_step() {
  out_of_step_ = true;
  hang_up();
}

Error Wire::lost() const {
  return out_of_step_ ? Error(ErrorKind::unreachable, kNotUnderstood).hint(kIsItPostgres)
                      : Error(ErrorKind::unreachable, "the connection to the server was lost");
}

}  // namespace runner
