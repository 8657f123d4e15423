#pragma once

#include <future>

#include "client/shown_address.hpp"
#include "context.hpp"
#include "migration/data_loss.hpp"
#include "migration/pre_flight.hpp"
#include "run/step_runner.hpp"
#include "store/database_state.hpp"
#include "watch/monitor.hpp"

namespace runner {

enum class Access {
  read,   ///< takes no lock, works on a standby and with a read-only role
  write,  ///< one at a time: takes the runner's lock, before anything is read
};

/// Files that another thread reads while the connection is made.
template <typename Folder>
class FilesAhead {
 public:
  using Read = std::function<Folder(const Heed& heed)>;

  FilesAhead(const Context& context, const Read& read)
      : context_(context),
        reading_(std::async(std::launch::async, read, [&context] { context.interrupt.check(); })) {}

  /// Waits until they are read, and says what they warn of. Throws what is wrong with them, or that a signal
  /// has come: the thread that reads them heeds it.
  void settle() {
    if (folder_ != nullptr) return;
    folder_ = &reading_.get();
    for (const Finding& finding : folder_->findings) context_.reporter.remark(finding);
  }

  [[nodiscard]] const Folder* operator->() const { return folder_; }

 private:
  const Context& context_;
  std::shared_future<Folder> reading_;  // its end waits for the thread
  const Folder* folder_ = nullptr;
};

/// The database of a command: connected, looked at and, for writing, locked.
class Database {
 public:
  /// Connects and looks at the database, and has the files settled when that is there, or runner waits for
  /// it: what is wrong with them is said before anything that is wrong there.
  Database(const Context& context, Access access, ReadScope scope,
           const std::function<void()>& settle_files = {});

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

/// Shows the plan when that is all that was asked for, or else runs it and shows what was done.
/// What the scripts would lose is shown before. Nothing runs unless the consent, asked for a plan
/// with steps, returns.
void carry_out(const Context& context, Database& database, RunReport& report,
               const std::function<void(const std::vector<DataLoss>&)>& require_consent = {});

}  // namespace runner
