#pragma once

#include <string>

#include "finding.hpp"
#include "plan.hpp"
#include "waiting.hpp"

namespace runner {

/// The other runner that is using this database.
struct LockHolder {
  int pid = 0;
  std::string application;
  std::string user;
  std::string address;  ///< empty for a local socket, or when runner's role may not see it
  std::string age;      ///< how long it has been running, as the server writes it; empty when unknown
};

/// A message that the server sends while a script runs: NOTICE, WARNING, INFO.
struct Notice {
  std::string severity;
  std::string message;
  std::string detail;
  std::string hint;
};

/// A step was undone because another session blocked it, and runner will retry it.
struct Retry {
  std::size_t number = 0;  ///< from 1
  std::size_t limit = 0;
  Milliseconds waited{0};  ///< since the step began
  Milliseconds pause{0};   ///< until the retry
};

/// Receives the events of a run as they happen. Only displays them. Never decides.
class Observer {
 public:
  virtual ~Observer() = default;

  virtual void connected(const std::string& /*database*/) {}
  /// A finding of severity note.
  virtual void remark(const Finding& /*finding*/) {}
  virtual void waiting_for_server(const std::string& /*reason*/, Milliseconds /*limit*/) {}
  /// Called at once, and then every ten seconds.
  virtual void waiting_for_lock(const LockHolder& /*holder*/, Milliseconds /*waited*/,
                                Milliseconds /*limit*/) {}
  virtual void step_started(const Step& /*step*/) {}
  virtual void statement_started(const Step& /*step*/, std::size_t /*number*/,
                                 const std::string& /*summary*/) {}
  virtual void gave_way(const Step& /*step*/, const Error& /*why*/, const Retry& /*retry*/) {}
  /// The server has not answered for a second. Called repeatedly until it answers.
  virtual void waiting_for_answer(const Waiting& /*waiting*/) {}
  virtual void notice(const Notice& /*notice*/) {}
  /// A script prints text with \echo.
  virtual void echo(const std::string& /*text*/) {}
  /// The step's script and its history row are committed: the server answered COMMIT with COMMIT.
  virtual void step_finished(const Step& /*step*/, Milliseconds /*took*/) {}
  /// The step had finished, but the server went down before the step was on disk.
  virtual void step_lost(const Step& /*step*/) {}
};

}  // namespace runner
