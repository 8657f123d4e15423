#pragma once

#include <functional>
#include <memory>

#include "catalog/server_facts.hpp"
#include "history_reader.hpp"
#include "pooled_lock.hpp"

namespace runner {

/// What a command has to know before it begins, as it was at one moment; under the lock if that
/// was asked for, so that it stays true.
struct DatabaseState {
  ServerFacts facts;
  HistoryTables tables;
  TableContents contents;
  std::vector<std::string> other_tables;  ///< as SQL names them; when a history is wanted and missing
  std::unique_ptr<PooledLock> pooled_lock = nullptr;  ///< has the lock when it is behind a pooler
};

/// Opens another connection to the same address.
using ConnectAgain = std::function<Connection()>;

/// Reads, in two round trips, what there is in the database and what it holds. Writes nothing and takes no
/// lock.
[[nodiscard]] DatabaseState read_state(Connection& connection, const std::string& schema, ReadScope scope);

/// Takes the lock and reads the same, in two round trips when the lock is free and the
/// connection goes to the server itself. Behind a pooler another connection keeps the lock. Throws
/// Error(refused) when nothing can be written there, and Error(unreachable) when another runner
/// has the lock for longer than the limit. Before it waits for the lock, or connects once more, it calls
/// "before_waiting".
[[nodiscard]] DatabaseState lock_and_read_state(Connection& connection, const std::string& schema,
                                                ReadScope scope, Milliseconds limit, Observer& observer,
                                                const ConnectAgain& connect_again,
                                                const std::function<void()>& before_waiting = {});

}  // namespace runner
