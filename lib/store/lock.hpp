#pragma once

#include <optional>

#include "client/connection.hpp"
#include "plan/observer.hpp"

namespace runner {

/// Tries to take the lock until the transaction ends; has_lock() reads the answer.
inline constexpr const char* kTryTransactionLock = "select pg_try_advisory_xact_lock(125848689468786)";

/// The condition on a row of pg_locks that it is this lock, and held.
inline constexpr const char* kIsLock =
    "locktype = 'advisory' and granted and objsubid = 1"
    " and (classid::bigint << 32 | objid::bigint) = 125848689468786"
    " and database = (select oid from pg_catalog.pg_database where datname = current_database())";

/// Tries to take the lock; whether it was had is in the answer. Behind a pooler, where the backend
/// is another than the connection was told, it is not tried: it would stay there.
[[nodiscard]] Query lock_query(const Connection& connection);
[[nodiscard]] bool has_lock(const Result& answer);

/// Takes the lock that lets one runner work on a database at a time, and keeps it as long as the
/// session lives. Polls, so that a waiting runner never has a statement running that the holder
/// would have to wait for. Throws Error(unreachable) when the limit is over, naming the holder.
void take_lock(Connection& connection, Milliseconds limit, Observer& observer);

/// The same, with another way to try: the connection is used to find out who has the lock.
void wait_for_lock(Connection& connection, const std::function<bool()>& try_lock, Milliseconds limit,
                   Observer& observer);

/// Takes it once more, since a script may have dropped it: DISCARD ALL does. Throws
/// Error(unreachable) when another runner was quicker.
void keep_lock(Connection& connection);

/// Lets the session be idle as long as it has to; nothing for a server without such a limit. Behind a pooler
/// it has no effect: the session there is of others, too.
[[nodiscard]] std::optional<Query> lift_idle_limit(const Connection& connection);

}  // namespace runner
