#pragma once

#include <deque>
#include <functional>

#include "pipeline_mode.hpp"

namespace runner {

/// Sends statements without waiting for answers, so that a whole run costs a few round trips. Calls each
/// statement's function when its answer comes, in the order of sending. After an error the server skips all
/// later statements. Limits the number of unanswered bytes.
/// Between the first send and finish() or abandon() nothing else may use the connection.
class Pipeline {
 public:
  using Answered = std::function<void(const Result&)>;

  explicit Pipeline(Connection& connection) : connection_(connection), mode_(connection) {}

  /// Sends a statement. Passes the answer to the function, which throws on a failure. After a signal it sends
  /// nothing more, waits for the answers and throws.
  void send(const Query& query, Answered answered);
  /// Sends a statement that is repeated with other parameters. The server parses and plans it once, as long
  /// as all statements in between have names.
  // It has no name, because DEALLOCATE ALL spares only the unnamed statement. Each step ends with it, and a
  // script may run it unseen. A lost name would fail the step, and a new name costs parsing.
  void send_again(const Query& query, Answered answered);
  /// Whether each later statement gets its own name, up to a total size. The session keeps the names until
  /// DEALLOCATE ALL.
  void name_statements(bool named) noexcept;
  /// Sends a query after everything else, and waits for its answer with its rows.
  Result ask(const Query& query);
  /// Calls the function once all earlier statements are answered.
  void then(std::function<void()> act);
  /// Asks the server to send its answers, and processes those that have come. Does not wait.
  void settle();
  /// Waits for all answers. Afterwards the connection is free.
  void finish();
  /// Frees the connection after an error, if it is alive. The server has skipped the unanswered statements.
  void abandon();

 private:
  // With size 0 this is no statement, only a function to call in its turn.
  struct Sent {
    std::size_t size = 0;
    Answered answered;
    std::function<void()> act;
    bool naming = false;  // names the next statement, which then reports the failure
  };

  void prepare_to_send(std::size_t size);
  bool send_by_name(const Query& query, std::size_t size);
  bool send_without_name(const Query& query);
  void wait_for(Sent sent);
  void open();
  void make_room(std::size_t size);
  void take_one();
  void take_all();
  void close();

  Connection& connection_;
  PipelineMode mode_;
  std::deque<Sent> sent_;
  std::size_t bytes_ = 0;     // of the unanswered statements
  std::size_t nameable_ = 0;  // bytes of statements that may still get names
  std::size_t names_ = 0;     // given so far
  std::string without_name_;  // the server's unnamed prepared statement
  bool open_ = false;
  bool synced_ = false;
};

}  // namespace runner
