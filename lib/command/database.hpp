#pragma once

#include "context.hpp"
#include "postgres/history_store.hpp"
#include "postgres/server.hpp"

namespace runner {

enum class Access {
  read,   ///< takes no lock, works on a standby and with a read-only role
  write,  ///< one at a time: takes the runner's lock, before anything is read
};

/// The database of a command: connected, looked at and, for writing, locked.
class Database {
 public:
  Database(const Context& context, Access access);

  [[nodiscard]] Connection& connection() noexcept { return connection_; }
  [[nodiscard]] HistoryStore& store() noexcept { return store_; }
  [[nodiscard]] const ServerFacts& facts() const noexcept { return facts_; }
  [[nodiscard]] StoredText stored_text() const;

  /// Runs the steps and tells how long they took. The error of a step that fails also says where
  /// the database stands now.
  Milliseconds run(const Context& context, const Plan& plan, const History& history);

 private:
  Connection connection_;
  ServerFacts facts_;
  HistoryStore store_;
};

}  // namespace runner
