#pragma once

#include "invariants.hpp"

namespace runner::test {

/// Rounds of runners on a database that is empty at the start of each round. The runners connect to
/// DATABASE_URL, which a suite may redirect. The checks always connect to the database directly.
struct FaultFixture : RunnerFixture {
  /// Twenty concurrent runners run each file once. Each runner exits with 0 and prints nothing.
  void many_at_once(Rounds rounds);
  /// Kills four runners a round: nothing is left half done, and the next run completes. The backend of a
  /// killed runner may still be at work when the next runner starts.
  void kills(Rounds rounds);
  /// Ends the sessions of two runners a round on the server: what these runners then report is true.
  void ended_sessions(Rounds rounds);

  /// Rounds draw files from the kinds up to this one.
  Kind last_kind = Kind::changes;
  Connection session = connect(database.url());

 private:
  std::chrono::microseconds undisturbed();
  Workload begin(Chance& chance, int files);
  Outcome up();
  void arrives(const Workload& workload);
};

}  // namespace runner::test
