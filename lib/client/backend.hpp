#pragma once

#include <optional>
#include <string>

#include "handles.hpp"

namespace runner {

/// What a session knows of the server's side of it.
class Backend {
 public:
  explicit Backend(PGconn* connection);

  /// Also when the connection is lost.
  [[nodiscard]] int pid() const noexcept { return pid_; }
  /// The backend that runs its statements: behind a pooler not the one that it was told of.
  [[nodiscard]] int serving_pid() const noexcept { return serving_pid_.value_or(pid_); }
  void set_serving_pid(int pid) noexcept { serving_pid_ = pid; }
  /// As in server_version_num: 150020.
  [[nodiscard]] int server_version() const noexcept;
  /// Whether the server writes dates as YYYY-MM-DD here.
  [[nodiscard]] bool writes_iso_dates() const noexcept;
  /// The name as SQL spells it, always in quotes. Throws Error(usage) when it cannot be a name.
  [[nodiscard]] std::string quoted(const std::string& identifier) const;

 private:
  PGconn* connection_;
  int pid_;
  std::optional<int> serving_pid_;
};

}  // namespace runner
