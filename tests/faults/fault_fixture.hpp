#pragma once

#include "invariants.hpp"

namespace runner::test {

/// Rounds that runners play on a database which begins each of them empty. The runners reach it by
/// DATABASE_URL, which a suite may lead elsewhere; what they leave behind is always looked at directly.
struct FaultFixture : RunnerFixture {
  /// Twenty runners at once run each file once, and each of them exits with 0 and says nothing.
  void many_at_once(Rounds rounds);
  /// Four runners a round are killed: nothing is half done, and the next one arrives. What is killed may
  /// still be at work when the next one comes.
  void kills(Rounds rounds);
  /// The session of two runners a round is ended on the server: what they say then is true.
  void ended_sessions(Rounds rounds);

  /// Files are drawn from the kinds up to this one.
  Kind last_kind = Kind::changes;
  Connection session = connect(database.url());

 private:
  std::chrono::microseconds undisturbed();
  Workload begin(Chance& chance, int files);
  Outcome up();
  void arrives(const Workload& workload);
};

}  // namespace runner::test
