#pragma once

#include <functional>
#include <memory>

#include "catalog/server_facts.hpp"
#include "history_reader.hpp"
#include "pooled_lock.hpp"

namespace runner {

/// What a command must know about the database before it starts, read at one moment. It stays true when
/// runner read it under the lock.
struct DatabaseState {
  ServerFacts facts;
  HistoryTables tables;
  TableContents contents;
  std::vector<std::string> other_tables;  ///< quoted for SQL; only read when a needed history is missing
  std::unique_ptr<PooledLock> pooled_lock = nullptr;  ///< holds the lock behind a pooler
};

/// Opens another connection to the same address.
using ConnectAgain = std::function<Connection()>;

/// Reads the server's facts and runner's tables in two round trips. Writes nothing and takes no lock.
[[nodiscard]] DatabaseState read_state(Connection& connection, const std::string& schema, ReadScope scope);

/// Takes the lock and reads the same. This needs two round trips when the lock is free and there is no
/// pooler. Behind a pooler another connection holds the lock. Throws Error(refused) when the database cannot
/// be written to, and Error(unreachable) when another runner holds the lock for longer than the limit. Calls
/// "before_waiting" before it waits for the lock or opens another connection.
[[nodiscard]] DatabaseState lock_and_read_state(Connection& connection, const std::string& schema,
                                                ReadScope scope, Milliseconds limit, Observer& observer,
                                                const ConnectAgain& connect_again,
                                                const std::function<void()>& before_waiting = {});

}  // namespace runner
