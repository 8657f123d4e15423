#pragma once

#include <string>
#include <vector>

#include "connection.hpp"

namespace runner {

/// What Pipeline and Connection::try_groups() are made of: while a connection is in this mode, statements are
/// sent ahead of their answers, which come in order.
class PipelineMode {
 public:
  explicit PipelineMode(Connection& connection) : wire_(connection.wire()) {}

  void enter();
  void leave();

  /// Puts a statement on its way. False when the connection is gone: the answers tell why.
  [[nodiscard]] bool send(const Query& query);
  /// The same under a name, which the session keeps. That it is understood is an answer of its own.
  [[nodiscard]] bool send_named(const std::string& name, const Query& query);
  /// The statement that was last sent without a name, with other parameters.
  [[nodiscard]] bool send_again(const std::vector<Parameter>& parameters);
  /// Puts a Sync on its way: the end of whatever an error makes the server skip.
  void send_sync();

  /// Hands everything over, and has the server send what it has answered.
  void ask_for_answers();
  /// Whether the next answer has come. Does not wait.
  [[nodiscard]] bool has_answer();
  /// Has the rows of the next answer not kept; before anything of it has been looked at.
  void pass_rows_by();
  /// Waits for the next answer. A signal cancels on the server and is not reported here.
  [[nodiscard]] Result take_answer() { return wire_.last_result(); }
  /// Waits for the server's answer to the Sync, which has to be next.
  void take_sync();

 private:
  Wire& wire_;
  std::size_t statements_ = 0;  // sent since the mode was entered
};

}  // namespace runner
