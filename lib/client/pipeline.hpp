#pragma once

#include <deque>
#include <functional>

#include "pipeline_mode.hpp"

namespace runner {

/// Sends statements ahead of their answers, so that a whole run costs a few round trips. What an
/// answer means is decided when it comes, in the order of sending; after an error the server skips
/// all that was sent after it. A bounded number of bytes is on its way at a time.
/// Between the first send and finish() or abandon() the connection may not be used otherwise.
class Pipeline {
 public:
  using Answered = std::function<void(const Result&)>;

  explicit Pipeline(Connection& connection) : connection_(connection), mode_(connection) {}

  /// Sends a statement; its answer is given to the function, which throws when it is a failure.
  /// Once a signal has come nothing is sent any more: waits for the answers, then throws.
  void send(const Query& query, Answered answered);
  /// Sends a statement that is sent time and again, each time with other parameters. The server parses
  /// and plans it once, as long as all that is sent in between goes by names.
  // It has no name, as DEALLOCATE ALL spares only that: each step ends so, and a script may run it unseen. A
  // name that is lost would fail the step, and to give it anew would cost the parsing.
  void send_again(const Query& query, Answered answered);
  /// Whether each statement that follows goes by a name of its own, as long as they are small together: the
  /// session keeps them, until it is told to forget all such names.
  void name_statements(bool named) noexcept;
  /// Sends a query after everything else, and waits for its answer with its rows.
  Result ask(const Query& query);
  /// Calls the function once everything sent before is answered.
  void then(std::function<void()> act);
  /// Has the server send what it has answered, and takes what has come. Does not wait.
  void settle();
  /// Waits for all answers. Afterwards the connection is free.
  void finish();
  /// Frees the connection after an error, as far as it is alive. What is still unanswered was
  /// skipped by the server.
  void abandon();

 private:
  // Without a size it is no statement, only something to do when its turn comes.
  struct Sent {
    std::size_t size = 0;
    Answered answered;
    std::function<void()> act;
    bool naming = false;  // its failure is that of the next, which goes by the name
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
  std::size_t bytes_ = 0;     // of the statements that are not answered
  std::size_t nameable_ = 0;  // bytes of statements that may still get names
  std::size_t names_ = 0;     // that have been given
  std::string without_name_;  // the statement that the server holds parsed without a name
  bool open_ = false;
  bool synced_ = false;
};

}  // namespace runner
