#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "address.hpp"
#include "backend.hpp"
#include "callbacks.hpp"
#include "handles.hpp"
#include "interrupt.hpp"
#include "interruption.hpp"
#include "query.hpp"
#include "result.hpp"
#include "text/duration.hpp"
#include "wire.hpp"

namespace runner {

class Text;

/// Called once with the reason why the server is not reachable yet, and how long runner retries.
using TellWaiting = std::function<void(const std::string& reason, Milliseconds limit)>;

/// One session on the server. Every wait also watches for signals. A signal cancels the statement on the
/// server, and the wait throws Error(interrupted) after the server has answered.
class Connection {
 public:
  /// Connects. Retries until the limit while the server refuses connections or starts up. A wrong password or
  /// name fails at once. Throws Error(unreachable) or Error(usage).
  static Connection open(const ConnectionParameters& parameters, const Interrupt& interrupt,
                         Milliseconds limit, const TellWaiting& tell_waiting = {});

  /// Connects without retries.
  static Connection open_at_once(const ConnectionParameters& parameters, const Interrupt& interrupt);

  /// Runs runner's own SQL. Several statements form one transaction. Throws when one fails.
  Result execute(const std::string& sql);
  Result execute(const Query& query);
  /// Runs one statement of a script. Returns a failure in the result, and drops the rows.
  Result try_execute(const std::string& sql);
  /// Runs the queries in one round trip. The server skips those after a failure, which is the last answer.
  std::vector<Result> try_together(std::span<const Query> queries);
  /// Runs several groups in one round trip. Returns the answers of all groups, without skipped queries.
  std::vector<Result> try_groups(std::span<const std::span<const Query>> groups);

  [[nodiscard]] bool alive() const noexcept { return parts_->wire.alive(); }
  /// Whether the session is outside of any transaction.
  [[nodiscard]] bool idle() const noexcept;

  [[nodiscard]] Backend& backend() const noexcept { return parts_->backend; }
  [[nodiscard]] Interruption& interruption() const noexcept { return parts_->interruption; }
  [[nodiscard]] Callbacks& callbacks() const noexcept { return parts_->callbacks; }

 private:
  friend class PipelineMode;
  friend Result copy_rows(Connection& connection, const std::string& sql, const Text& rows);

  // The parts hold pointers to each other, and libpq to the callbacks. On the heap they survive a move.
  struct Parts {
    Parts(ConnectionHandle opened, const Interrupt& interrupt);

    Callbacks callbacks;
    ConnectionHandle handle;
    Backend backend;
    Interruption interruption;
    Wire wire;
  };

  Connection(ConnectionHandle handle, const Interrupt& interrupt);
  [[nodiscard]] Wire& wire() noexcept { return parts_->wire; }

  std::unique_ptr<Parts> parts_;
};

}  // namespace runner
