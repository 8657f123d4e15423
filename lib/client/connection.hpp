#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "address.hpp"
#include "cancelling.hpp"
#include "handles.hpp"
#include "interrupt.hpp"
#include "result.hpp"
#include "text/duration.hpp"
#include "text/text.hpp"

namespace runner {

using Parameter = std::optional<std::string>;

/// One statement of our own with its parameters, ready to be sent.
struct Query {
  std::string sql;
  std::vector<Parameter> parameters;
};

/// What the server says while a statement runs: NOTICE, WARNING, INFO.
struct ServerNotice {
  std::string severity, message, detail, hint;
};

/// Is told once why the server cannot be reached yet, and how long it is tried again.
using TellWaiting = std::function<void(const std::string& reason, Milliseconds limit)>;

/// How much of the rows of a COPY has been handed over.
struct Sending {
  std::size_t sent = 0;
  std::size_t total = 0;
};

/// One session on the server. Every wait also looks at the interrupt: a signal cancels the
/// statement on the server, and Error(interrupted) is thrown when that has answered. Once thrown,
/// the session works on undisturbed, so that it can be cleaned up; but only up to the interrupt's deadline:
/// then it hangs up.
class Connection {
 public:
  /// Connects. While the server refuses or starts up, tries again until the limit is over; a wrong
  /// password or name fails at once. Throws Error(unreachable) or Error(usage).
  static Connection open(const ConnectionParameters& parameters, const Interrupt& interrupt,
                         Milliseconds limit, const TellWaiting& tell_waiting = {});

  /// Connects, or throws at once.
  static Connection open_at_once(const ConnectionParameters& parameters, const Interrupt& interrupt);

  /// Runs SQL of our own; more than one statement is one transaction. Throws when it fails.
  Result execute(const std::string& sql);
  Result execute(const Query& query);
  /// Runs each for itself, all in one round trip; a failure is in its result.
  std::vector<Result> try_execute_all(std::span<const Query> queries);
  /// Runs them in one round trip; the server skips what comes after a failure, which is the last answer.
  std::vector<Result> try_together(std::span<const Query> queries);
  /// Runs several such groups in one round trip. The answers are those of all, without what was skipped.
  std::vector<Result> try_groups(std::span<const std::span<const Query>> groups);
  /// Runs one statement of a script; a failure is in the result. Rows that it returns are not kept.
  Result try_execute(const std::string& sql);
  /// Runs a COPY … FROM STDIN and sends these rows. Throws Error(source) when their file was changed.
  Result copy_rows(const std::string& sql, const Text& rows);

  /// What Pipeline is made of: statements are sent ahead of their answers, which come in order.
  void enter_pipeline();
  void leave_pipeline();
  /// Puts a statement on its way. False when the connection is gone: the answers tell why.
  bool send(const Query& query);
  /// The same under a name, which the session keeps. That it is understood is an answer of its own.
  bool send_named(const std::string& name, const Query& query);
  /// The statement that was last sent without a name, with other parameters.
  bool send_again(const std::vector<Parameter>& parameters);
  /// Puts a Sync on its way: the end of whatever an error makes the server skip.
  void send_sync();
  /// Hands everything over, and has the server send what it has answered.
  void ask_for_answers();
  /// Whether the next answer has come. Does not wait.
  bool has_answer();
  /// Has the rows of the next answer not kept; before anything of it has been looked at.
  void pass_rows_by();
  /// Waits for the next answer. A signal cancels on the server and is not reported here.
  Result take_answer() { return last_result(); }
  /// Waits for the server's answer to the Sync, which has to be next.
  void take_sync();
  /// What is true if the process has to end now; nothing: only that a signal has come.
  void set_unfinished(std::optional<Error> error) const;
  /// Throws Error(interrupted) or Error(terminated) when a signal has come; once.
  void check_interrupt();
  [[nodiscard]] bool interrupt_pending() const noexcept;

  [[nodiscard]] bool alive() const noexcept;
  /// Whether a signal came, and the server did not answer in time after that.
  [[nodiscard]] bool unanswered() const noexcept { return unanswered_; }
  /// Inside a transaction that is sound.
  [[nodiscard]] bool in_transaction() const noexcept;
  /// Outside of any transaction.
  [[nodiscard]] bool idle() const noexcept;
  /// Also when the connection is lost.
  [[nodiscard]] int backend_pid() const noexcept { return backend_pid_; }
  /// The backend that runs its statements: behind a pooler not the one that it was told of.
  [[nodiscard]] int serving_pid() const noexcept { return serving_pid_.value_or(backend_pid()); }
  void set_serving_pid(int pid) noexcept { serving_pid_ = pid; }
  /// As in server_version_num: 150020.
  [[nodiscard]] int server_version() const noexcept;
  /// Whether the server writes dates as YYYY-MM-DD here.
  [[nodiscard]] bool writes_iso_dates() const noexcept;
  /// The name as SQL spells it, always in quotes.
  [[nodiscard]] std::string quoted(const std::string& identifier) const;

  /// A signal then ends a wait at once, and the connection: it is only there to help another.
  void break_off_when_interrupted() noexcept { breaks_off_ = true; }

  /// Lets time pass, unless a signal comes.
  void pause(Milliseconds duration);

  /// What is called once a second while the connection waits for an answer or sends rows; nothing at first.
  /// It must not use this connection.
  void set_while_waiting(std::function<void(Milliseconds waited)> act) { while_waiting_ = std::move(act); }
  /// The rows that are being sent just now; nothing when none are.
  [[nodiscard]] const std::optional<Sending>& sending() const noexcept { return sending_; }

  /// What is called with each notice; nothing at first.
  void set_notice_handler(std::function<void(const ServerNotice&)> handler);

 private:
  Connection(ConnectionHandle handle, const Interrupt& interrupt);

  Result wait_for_result();
  void send_rows(const Text& rows);
  bool send_all_of(const Text& rows);
  bool flush();
  bool wait_for_server(short events, bool listens, std::chrono::steady_clock::time_point until);
  void hang_up();
  void fall_out_of_step();
  [[nodiscard]] Error lost() const;
  void begin_wait();
  void look_up();
  Result last_result();
  bool send_prepared(const std::string& name, const std::vector<Parameter>& parameters);
  void wait_until_readable();
  void cancel();
  void require_sent(int sent);
  void require_step(int taken);

  // On the heap, since libpq keeps its address while the connection may be moved.
  using NoticeHandler = std::function<void(const ServerNotice&)>;
  std::unique_ptr<NoticeHandler> notice_handler_;
  ConnectionHandle handle_;
  const Interrupt* interrupt_;
  int backend_pid_;
  std::function<void(Milliseconds waited)> while_waiting_;
  std::chrono::steady_clock::time_point wait_began_;
  std::chrono::steady_clock::time_point next_look_;
  std::optional<Sending> sending_;
  std::optional<int> serving_pid_;
  Cancelling cancelling_;
  bool heeds_interrupt_ = true;
  bool breaks_off_ = false;
  std::size_t in_pipeline_ = 0;  // statements, since it was entered
  bool unanswered_ = false;
  bool out_of_step_ = false;
};

}  // namespace runner
