#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "text/duration.hpp"

namespace runner {

/// A session that keeps ours from a lock. What our role may not see of it is empty.
struct Blocker {
  int pid = 0;              ///< 0: a prepared transaction, which has no session
  std::string application;  ///< or what it is, when it is no client: "autovacuum worker"
  std::string user;
  std::string state;  ///< "active", "idle in transaction"
  std::optional<Milliseconds> in_state;
  std::optional<Milliseconds> in_transaction;
  std::string query;  ///< what it runs, or has run last; the first line, cut

  bool operator==(const Blocker&) const = default;
};

/// Sessions that wait for a lock which ours has, or asks for before them.
struct Queue {
  std::size_t length = 0;
  Milliseconds oldest{0};  ///< how long the first of them has waited

  bool operator==(const Queue&) const = default;
};

/// A statement of ours waits for a lock.
struct Blockage {
  Milliseconds waited{0};
  std::string wanted;             ///< "ACCESS EXCLUSIVE on public.orders"
  std::vector<Blocker> blockers;  ///< first the one that matters: it does not wait itself
  Queue behind;

  /// The blockers that are named; of the others only how many there are.
  [[nodiscard]] std::span<const Blocker> named() const;
  [[nodiscard]] std::size_t unnamed() const { return blockers.size() - named().size(); }

  bool operator==(const Blockage&) const = default;
};

/// A statement of ours takes its time, and no session blocks it.
struct StatementProgress {
  std::string statement;  ///< its first line, cut; empty when it is not known
  Milliseconds elapsed{0};
  std::string phase;  ///< as the server names it; empty for most statements
  std::uint64_t done = 0;
  std::uint64_t total = 0;           ///< 0: unknown how much there is to do
  std::optional<Milliseconds> left;  ///< of this phase, at the pace up to now
  Queue behind;

  bool operator==(const StatementProgress&) const = default;
};

/// A COMMIT of ours is on disk here, and waits until the standbys have it that the server is told to wait
/// for.
struct ReplicationWait {
  Milliseconds waited{0};
  std::string standbys;  ///< as in synchronous_standby_names: "ANY 1 (a, b)"

  bool operator==(const ReplicationWait&) const = default;
};

/// "00:25:29", and more than 24 hours where it takes them.
[[nodiscard]] std::string clock_text(Milliseconds duration);

/// Who is in the way, as sentences for the detail of an error.
[[nodiscard]] std::string blocked_by(const Blockage& blockage);

/// The statement that ends the first of them; empty when there is none that can be ended so.
[[nodiscard]] std::string ending_of(const Blockage& blockage);

}  // namespace runner
