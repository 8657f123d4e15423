#pragma once

#include <optional>

#include "client/connection.hpp"
#include "plan/observer.hpp"

namespace runner {

/// Tries to take the lock for the current transaction. has_lock() reads the answer.
inline constexpr const char* kTryTransactionLock = "select pg_try_advisory_xact_lock(125848689468786)";

/// Condition on a row of pg_locks: it is this lock, and a session holds it.
inline constexpr const char* kIsLock =
    "locktype = 'advisory' and granted and objsubid = 1"
    " and (classid::bigint << 32 | objid::bigint) = 125848689468786"
    " and database = (select oid from pg_catalog.pg_database where datname = current_database())";

/// Tries to take the lock. has_lock() reads the answer. Behind a pooler, where the backend's pid is not the
/// connection's, the query does not try: the lock would stay with that backend.
[[nodiscard]] Query lock_query(const Connection& connection);
[[nodiscard]] bool has_lock(const Result& answer);

/// Takes the lock that lets only one runner use a database at a time. The session holds it until it ends.
/// Polls, so that a waiting runner never has a statement running that the holder would have to wait for.
/// Throws Error(unreachable), which names the holder, when the limit is over.
void take_lock(Connection& connection, Milliseconds limit, Observer& observer);

/// The same, but tries with "try_lock". Uses the connection to look up the holder.
void wait_for_lock(Connection& connection, const std::function<bool()>& try_lock, Milliseconds limit,
                   Observer& observer);

/// Takes the lock again, because a script may have released it, as DISCARD ALL does. Throws
/// Error(unreachable) when another runner has taken it.
void keep_lock(Connection& connection);

/// Turns off the idle timeout of the session; nothing for a server that does not have one. Has no effect
/// behind a pooler, where other clients share the session.
[[nodiscard]] std::optional<Query> lift_idle_limit(const Connection& connection);

}  // namespace runner
