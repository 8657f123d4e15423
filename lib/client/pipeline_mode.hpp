#pragma once

#include <string>
#include <vector>

#include "connection.hpp"

namespace runner {

/// libpq's pipeline mode, for Pipeline and Connection::try_groups(). In this mode, statements are sent
/// without waiting for their answers, which come in order.
class PipelineMode {
 public:
  explicit PipelineMode(Connection& connection) : wire_(connection.wire()) {}

  void enter();
  void leave();

  /// Sends a statement. False when the connection is lost; the answers then say why.
  [[nodiscard]] bool send(const Query& query);
  /// The same under a name, which the session keeps. The server answers the naming separately.
  [[nodiscard]] bool send_named(const std::string& name, const Query& query);
  /// Sends the last unnamed statement again, with other parameters.
  [[nodiscard]] bool send_again(const std::vector<Parameter>& parameters);
  /// Sends a Sync. After an error the server skips everything up to it.
  void send_sync();

  /// Sends what is buffered, and asks the server to send its answers.
  void ask_for_answers();
  /// Whether the next answer has come. Does not wait.
  [[nodiscard]] bool has_answer();
  /// Makes libpq not keep the rows of the next answer. Call it before reading any of that answer.
  void pass_rows_by();
  /// Waits for the next answer. A signal cancels the statement on the server; this does not throw.
  [[nodiscard]] Result take_answer() { return wire_.last_result(); }
  /// Discards the remaining answers and waits for the server's answer to the Sync.
  void take_sync();

 private:
  Wire& wire_;
  std::size_t statements_ = 0;  // sent since the mode was entered
};

}  // namespace runner
