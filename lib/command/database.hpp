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
  write,  ///< one at a time: takes the runner's lock, before anything is read
};

/// The database of a command: connected, looked at and, for writing, locked.
class Database {
 public:
  Database(ConnectionParameters parameters, Connection connection, DatabaseState state)
      : parameters_(std::move(parameters)), connection_(std::move(connection)), state_(std::move(state)) {}

  [[nodiscard]] Connection& connection() noexcept { return connection_; }
  [[nodiscard]] const HistoryTables& tables() const noexcept { return state_.tables; }
  [[nodiscard]] const History& history() const noexcept { return state_.contents.history; }
  [[nodiscard]] const std::vector<SeedEntry>& seeds() const noexcept { return state_.contents.seeds; }
  /// What a plan of this invocation would run under.
  [[nodiscard]] Conditions conditions(const Invocation& invocation) const;
  [[nodiscard]] StoredText stored_text();
  /// As it may be shown: "database "app" on localhost:5432".
  [[nodiscard]] std::string shown() const { return database_shown(parameters_); }

  /// Runs the steps and tells how long they took. The error of a step that fails also says where
  /// the database stands now.
  Milliseconds run(const Context& context, const Plan& plan);

 private:
  void tell_durability(const Context& context);
  bool settled_by_history(const Context& context, const Plan& plan, std::size_t told);

  ConnectionParameters parameters_;
  Connection connection_;
  DatabaseState state_;
};

/// Connects and looks at the database. The files may be read meanwhile: "settle_files", which throws what is
/// wrong with them, is called before runner waits for anything, before anything that is wrong with the
/// database is thrown, and at the end.
[[nodiscard]] Database open_database(
    const Context& context, Access access, ReadScope scope,
    const std::function<void()>& settle_files = [] {});

/// Shows the plan when that is all that was asked for, or else runs it and shows what was done.
/// What the scripts would lose is shown before. Nothing runs unless the consent, asked for a plan
/// with steps, returns.
void carry_out(const Context& context, Database& database, RunReport& report,
               const std::function<void(const std::vector<DataLoss>&)>& require_consent = {});

}  // namespace runner
