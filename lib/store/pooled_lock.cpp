#include "pooled_lock.hpp"

#include <fmt/format.h>

#include "client/own_transaction.hpp"
#include "lock.hpp"

namespace runner {
namespace {

constexpr Milliseconds kPoolerPatience{2'000};

// The transaction stays open and idle for the whole run, so it overrides the server's time limits.
std::string begin_for(int server_version) {
  const std::string begin =
      fmt::format("BEGIN; {}; SET LOCAL idle_in_transaction_session_timeout = 0; ", kOwnPath);
  return server_version < 170000 ? begin : begin + "SET LOCAL transaction_timeout = 0; ";
}

}  // namespace

PooledLock::PooledLock(Connection connection, Milliseconds limit, Observer& observer)
    : connection_(std::move(connection)) {
  wait_for_lock(
      connection_, [this] { return try_lock(); }, limit, observer);
}

// Closing the connection inside a transaction would cost the pool a backend. Other code has already noticed
// any signal. check() clears it, so that it cannot cancel the ROLLBACK.
PooledLock::~PooledLock() {
  try {
    connection_.interruption().check();
  } catch (const Error&) {
  }
  try {
    connection_.callbacks().while_waiting = [](const Wait& wait) {
      if (wait.lasted >= kPoolerPatience) throw Error(ErrorKind::unreachable, "the pooler does not answer");
    };
    connection_.execute("ROLLBACK");
  } catch (const std::exception&) {
  }
}

bool PooledLock::try_lock() {
  if (!has_lock(
          connection_.execute(begin_for(connection_.backend().server_version()) + kTryTransactionLock))) {
    connection_.execute("ROLLBACK");
    return false;
  }
  const Result holder =
      connection_.execute(fmt::format("select pid, virtualtransaction from pg_catalog.pg_locks"
                                      " where pid = pg_catalog.pg_backend_pid() and {}",
                                      kIsLock));
  transaction_ = {holder.text(0, 0), holder.text(0, 1)};
  return true;
}

Query PooledLock::proof() const {
  return {fmt::format("select 1 / count(*) from pg_catalog.pg_locks"
                      " where pid = $1::integer and virtualtransaction = $2 and {}",
                      kIsLock),
          transaction_};
}

void PooledLock::require_held(const Result& proof) {
  if (!proof.failed()) return;
  if (proof.report().sqlstate != kDivisionByZero) throw to_error(proof.report());
  throw Error(ErrorKind::unreachable, "the lock that keeps other runners out was lost")
      .detail("The transaction that held it through the pooler has ended: nothing more is committed.")
      .hint(
          "Run it again. If the pooler ends idle transactions, allow more time for them\n"
          "(idle_transaction_timeout); or connect to the server itself.");
}

}  // namespace runner
