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

/// Is told once why the server cannot be reached yet, and how long it is tried again.
using TellWaiting = std::function<void(const std::string& reason, Milliseconds limit)>;

/// One session on the server. Every wait also looks at the interrupt: a signal cancels the statement on the
/// server, and Error(interrupted) is thrown when that has answered.
class Connection {
 public:
  /// Connects. While the server refuses or starts up, tries again until the limit is over; a wrong
  /// password or name fails at once. Throws Error(unreachable) or Error(usage).
  static Connection open(const ConnectionParameters& parameters, const Interrupt& interrupt,
                         Milliseconds limit, const TellWaiting& tell_waiting = {});

  /// Connects, or throws at once.
  static Connection open_at_once(const ConnectionParameters& parameters, const Interrupt& interrupt);

  /// Runs SQL of our own; more than one statement is one transaction. Throws when it fails.
  Result execute(const std::string& sql);
  Result execute(const Query& query);
  /// Runs one statement of a script; a failure is in the result. Rows that it returns are not kept.
  Result try_execute(const std::string& sql);
  /// Runs them in one round trip; the server skips what comes after a failure, which is the last answer.
  std::vector<Result> try_together(std::span<const Query> queries);
  /// Runs several such groups in one round trip. The answers are those of all, without what was skipped.
  std::vector<Result> try_groups(std::span<const std::span<const Query>> groups);

  [[nodiscard]] bool alive() const noexcept { return parts_->wire.alive(); }
  /// Outside of any transaction.
  [[nodiscard]] bool idle() const noexcept;

  /// What it knows of the server's side, what a signal means to it, and what it tells.
  [[nodiscard]] Backend& backend() const noexcept { return parts_->backend; }
  [[nodiscard]] Interruption& interruption() const noexcept { return parts_->interruption; }
  [[nodiscard]] Callbacks& callbacks() const noexcept { return parts_->callbacks; }

 private:
  friend class PipelineMode;
  friend Result copy_rows(Connection& connection, const std::string& sql, const Text& rows);

  // They keep each other's addresses, as libpq does that of the callbacks, while the connection may be moved.
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
