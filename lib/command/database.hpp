#pragma once

#include <functional>
#include <utility>

#include "client/shown_address.hpp"
#include "context.hpp"
#include "plan/data_loss.hpp"
#include "plan/pre_flight.hpp"
#include "run/step_runner.hpp"
#include "store/database_state.hpp"
#include "watch/monitor.hpp"

namespace runner {

enum class Access {
  read,   ///< takes no lock, works on a standby and with a read-only role
  write,  ///< one runner at a time: takes runner's lock before it reads anything
};

/// A command's database: connected, read and, for writing, locked.
class Database {
 public:
  Database(ConnectionParameters parameters, Connection connection, DatabaseState state)
      : parameters_(std::move(parameters)), connection_(std::move(connection)), state_(std::move(state)) {}

  [[nodiscard]] Connection& connection() noexcept { return connection_; }
  [[nodiscard]] const HistoryTables& tables() const noexcept { return state_.tables; }
  [[nodiscard]] const History& history() const noexcept { return state_.contents.history; }
  [[nodiscard]] const std::vector<SeedEntry>& seeds() const noexcept { return state_.contents.seeds; }
  /// The conditions under which a plan of this invocation would run.
  [[nodiscard]] Conditions conditions(const Invocation& invocation) const;
  [[nodiscard]] StoredText stored_text();
  /// The database for a message: "database "app" on localhost:5432".
  [[nodiscard]] std::string shown() const { return database_shown(parameters_); }

  /// Runs the steps and returns how long they took. The error of a failed step also says which version the
  /// database is at.
  Milliseconds run(const Context& context, const Plan& plan);

 private:
  void tell_durability(const Context& context);
  bool settled_by_history(const Context& context, const Plan& plan, std::size_t told);

  ConnectionParameters parameters_;
  Connection connection_;
  DatabaseState state_;
};

/// Connects and reads the database. Another thread may read the files meanwhile. "settle_files" throws the
/// errors in the files. This function calls it before runner waits for anything, before throwing an error
/// about the database, and at the end.
[[nodiscard]] Database open_database(
    const Context& context, Access access, ReadScope scope,
    const std::function<void()>& settle_files = [] {});

/// Shows the plan of a dry run. Otherwise runs the plan and shows what was done. Before that, shows what the
/// scripts would lose, and calls "require_consent" if the plan has steps. If that throws, nothing runs.
void carry_out(const Context& context, Database& database, RunReport& report,
               const std::function<void(const std::vector<DataLoss>&)>& require_consent = {});

}  // namespace runner
