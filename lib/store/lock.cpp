#include "lock.hpp"

#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "client/own_transaction.hpp"

namespace runner {
namespace {

using Clock = std::chrono::steady_clock;

constexpr Milliseconds kPollInterval{250};
constexpr std::chrono::seconds kTellAgain{10};
constexpr int kHasIdleSessionTimeout = 140000;

// The key is "runner" in ASCII. pg_locks shows it split into two numbers.
constexpr const char* kTryLock =
    "select case when pg_backend_pid() = $1::integer then pg_try_advisory_lock(125848689468786) end";
// Behind a pooler a transaction holds the lock, and its backend may be much older than that.
constexpr std::string_view kHolder =
    "select a.pid, a.application_name, a.usename, host(a.client_addr), date_trunc('second', clock_timestamp()"
    " - case when a.state = 'idle in transaction' then a.xact_start else a.backend_start end)"
    " from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid where ";

std::optional<LockHolder> read_holder(Connection& connection) {
  const Result answer = ask_in_own_transaction(connection, {fmt::format("{}{}", kHolder, kIsLock), {}});
  if (answer.rows() == 0) return std::nullopt;
  return LockHolder{answer.number<int>(0, 0), answer.text(0, 1), answer.text(0, 2), answer.text(0, 3),
                    answer.text(0, 4)};
}

// A role without pg_monitor cannot see another role's client address, or when that session connected.
Error busy(const LockHolder& holder, Milliseconds limit) {
  return Error(ErrorKind::unreachable, "another runner is using this database")
      .detail(fmt::format("It is pid {}, \"{}\", user {}{}{}{}{}; waited {}.", holder.pid, holder.application,
                          holder.user, holder.address.empty() ? "" : " from ", holder.address,
                          holder.age.empty() ? "" : ", connected for ", holder.age, to_text(limit)))
      .hint(fmt::format("Try again when it is done, or allow more time with --lock-wait.\n"
                        "If it is stuck, end it: select pg_terminate_backend({});",
                        holder.pid));
}

}  // namespace

Query lock_query(const Connection& connection) {
  return {kTryLock, {std::to_string(connection.backend().pid())}};
}

bool has_lock(const Result& answer) {
  if (answer.failed()) throw to_error(answer.report());
  return answer.text(0, 0) == "t";
}

void take_lock(Connection& connection, Milliseconds limit, Observer& observer) {
  const auto try_lock = [&] { return has_lock(ask_in_own_transaction(connection, lock_query(connection))); };
  wait_for_lock(connection, try_lock, limit, observer);
}

void wait_for_lock(Connection& connection, const std::function<bool()>& try_lock, Milliseconds limit,
                   Observer& observer) {
  const auto began = Clock::now();
  auto tell_again = began;
  while (!try_lock()) {
    const auto now = Clock::now();
    const bool over = now + kPollInterval > began + limit;
    if (over || now >= tell_again) {
      const auto holder = read_holder(connection);
      if (holder && over) throw busy(*holder, limit);
      if (holder) {
        observer.waiting_for_lock(*holder, std::chrono::duration_cast<Milliseconds>(now - began), limit);
        tell_again = now + kTellAgain;
      }
    }
    connection.interruption().pause(kPollInterval);
  }
}

void keep_lock(Connection& connection) {
  if (has_lock(ask_in_own_transaction(connection, lock_query(connection)))) return;
  throw Error(ErrorKind::unreachable, "another runner is using this database now")
      .detail("A script released the lock that keeps other runners out, as DISCARD ALL does.")
      .hint("Run it again after the other run has ended, and remove such a statement from scripts.");
}

std::optional<Query> lift_idle_limit(const Connection& connection) {
  if (connection.backend().server_version() < kHasIdleSessionTimeout) return std::nullopt;
  return Query{
      "select pg_catalog.set_config('idle_session_timeout', '0', false)"
      " where pg_catalog.pg_backend_pid() operator(pg_catalog.=) $1::pg_catalog.int4",
      {std::to_string(connection.backend().pid())}};
}

}  // namespace runner
