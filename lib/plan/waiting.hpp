#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "text/duration.hpp"

namespace runner {

/// A session that blocks runner's session. Fields that runner's role may not see are empty.
struct Blocker {
  int pid = 0;              ///< 0: a prepared transaction, which has no session
  std::string application;  ///< or the backend's type if it is no client: "autovacuum worker"
  std::string user;
  std::string state;  ///< "active", "idle in transaction"
  std::optional<Milliseconds> in_state;
  std::optional<Milliseconds> in_transaction;
  std::string query;  ///< its current or last query: the first line, cut

  bool operator==(const Blocker&) const = default;
};

/// Sessions that wait for a lock that runner's session holds or requested before them.
struct Queue {
  std::size_t length = 0;
  Milliseconds oldest{0};  ///< the longest wait among them

  bool operator==(const Queue&) const = default;
};

/// A statement that runner sent waits for a lock.
struct Blockage {
  Milliseconds waited{0};
  std::string wanted;             ///< "ACCESS EXCLUSIVE on public.orders"
  std::vector<Blocker> blockers;  ///< sessions that do not wait themselves come first
  Queue behind;

  /// The blockers that messages name. For the others they show only the number.
  [[nodiscard]] std::span<const Blocker> named() const;
  [[nodiscard]] std::size_t unnamed() const { return blockers.size() - named().size(); }

  bool operator==(const Blockage&) const = default;
};

/// A statement that runner sent takes long, and no session blocks it.
struct StatementProgress {
  std::string statement;  ///< its first line, cut; empty when unknown
  Milliseconds elapsed{0};
  std::string phase;  ///< as the server names it; empty for most statements
  std::uint64_t done = 0;
  std::uint64_t total = 0;           ///< 0: unknown
  std::optional<Milliseconds> left;  ///< time left in this phase, at the pace so far
  Queue behind;

  bool operator==(const StatementProgress&) const = default;
};

/// A COMMIT that runner sent is on disk on the server, and waits for the standbys that the server requires.
struct ReplicationWait {
  Milliseconds waited{0};
  std::string standbys;  ///< as in synchronous_standby_names: "ANY 1 (a, b)"

  bool operator==(const ReplicationWait&) const = default;
};

/// Why a statement or a COMMIT of runner takes more than a second.
using Waiting = std::variant<Blockage, StatementProgress, ReplicationWait>;

/// "00:25:29". The hours may exceed 24.
[[nodiscard]] std::string clock_text(Milliseconds duration);

/// The blocking sessions, as sentences for the detail of an error.
[[nodiscard]] std::string blocked_by(const Blockage& blockage);

/// The statement that ends the first blocker; empty when there is none, or it has no session.
[[nodiscard]] std::string ending_of(const Blockage& blockage);

}  // namespace runner
