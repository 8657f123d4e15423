#pragma once

#include <string>

#include "finding.hpp"
#include "plan.hpp"
#include "waiting.hpp"

namespace runner {

/// The other runner that works on this database.
struct LockHolder {
  int pid = 0;
  std::string application;
  std::string user;
  std::string address;  ///< empty for a local socket, or when it may not be known
  std::string age;      ///< how long it has been at work, as the server writes it; may be unknown
};

/// What the server says while a script runs: NOTICE, WARNING, INFO.
struct Notice {
  std::string severity;
  std::string message;
  std::string detail;
  std::string hint;
};

/// A step was undone because another session was in its way, and will be tried again.
struct Retry {
  std::size_t number = 0;  ///< from 1
  std::size_t limit = 0;
  Milliseconds waited{0};  ///< since the step began
  Milliseconds pause{0};   ///< until it is retried
};

/// Is told of steps as they happen. Decides nothing; where and how it shows them is its own affair.
class Observer {
 public:
  virtual ~Observer() = default;

  virtual void connected(const std::string& /*database*/) {}
  /// Something of severity note.
  virtual void remark(const Finding& /*finding*/) {}
  virtual void waiting_for_server(const std::string& /*reason*/, Milliseconds /*limit*/) {}
  /// Told at once, and then every ten seconds.
  virtual void waiting_for_lock(const LockHolder& /*holder*/, Milliseconds /*waited*/,
                                Milliseconds /*limit*/) {}
  virtual void step_started(const Step& /*step*/) {}
  virtual void statement_started(const Step& /*step*/, std::size_t /*number*/,
                                 const std::string& /*summary*/) {}
  virtual void gave_way(const Step& /*step*/, const Error& /*why*/, const Retry& /*retry*/) {}
  /// A session blocks the statement that runs; told again and again until it continues.
  virtual void blocked(const Blockage& /*blockage*/) {}
  /// The statement that runs takes more than a second; told again and again.
  virtual void statement_progress(const StatementProgress& /*progress*/) {}
  /// A COMMIT waits for standbys; told again and again until it has an answer.
  virtual void waiting_for_replication(const ReplicationWait& /*wait*/) {}
  virtual void notice(const Notice& /*notice*/) {}
  /// A script says something with \echo.
  virtual void echo(const std::string& /*text*/) {}
  /// The step's script and its history row are committed: COMMIT has answered COMMIT.
  virtual void step_finished(const Step& /*step*/, Milliseconds /*took*/) {}
  /// The step had finished, but the server went down before that was on disk.
  virtual void step_lost(const Step& /*step*/) {}
};

}  // namespace runner
