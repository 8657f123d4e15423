#pragma once

#include <optional>
#include <string>

#include "handles.hpp"

namespace runner {

/// What a connection knows about its backend.
class Backend {
 public:
  explicit Backend(PGconn* connection);

  /// Also valid when the connection is lost.
  [[nodiscard]] int pid() const noexcept { return pid_; }
  /// The backend that runs the statements. Behind a pooler it differs from pid().
  [[nodiscard]] int serving_pid() const noexcept { return serving_pid_.value_or(pid_); }
  void set_serving_pid(int pid) noexcept { serving_pid_ = pid; }
  /// As in server_version_num: 150020.
  [[nodiscard]] int server_version() const noexcept;
  /// Whether the server writes dates as YYYY-MM-DD in this session.
  [[nodiscard]] bool writes_iso_dates() const noexcept;
  /// The name for use in SQL, always in quotes. Throws Error(usage) when it cannot be a name.
  [[nodiscard]] std::string quoted(const std::string& identifier) const;

 private:
  PGconn* connection_;
  int pid_;
  std::optional<int> serving_pid_;
};

}  // namespace runner
