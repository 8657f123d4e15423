#include "connection.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "text/text_window.hpp"

namespace runner {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto kForever = Clock::time_point::max();
constexpr auto kCancelAgain = 250ms;
constexpr auto kLook = 1s;
// Of the time that is left after a signal, for the ROLLBACK and what the log is to hold.
constexpr auto kToCleanUp = 500ms;

int milliseconds_until(Clock::time_point moment) {
  if (moment == kForever) return -1;
  const auto left = std::chrono::ceil<Milliseconds>(moment - Clock::now());
  return static_cast<int>(std::max(left, 0ms).count());
}

// Waits until the server or the interrupt has something to say, or the time is over. True when it
// was the interrupt.
bool wait(int server, short events, const Interrupt* interrupt, Clock::time_point until = kForever) {
  std::array<pollfd, 2> watched{{{server, events, 0}, {interrupt ? interrupt->descriptor() : -1, POLLIN, 0}}};
  poll(watched.data(), watched.size(), milliseconds_until(until));
  return watched[1].revents != 0;
}

std::string diagnostic(const PGresult* result, int code) {
  const char* value = PQresultErrorField(result, code);
  return value == nullptr ? "" : value;
}

std::vector<const char*> values_of(const std::vector<Parameter>& parameters) {
  std::vector<const char*> values;
  values.reserve(parameters.size());
  for (const Parameter& parameter : parameters) values.push_back(parameter ? parameter->c_str() : nullptr);
  return values;
}

// Called by libpq, in the middle of its own work: nothing may be thrown through it.
void pass_on_notice(void* handler, const PGresult* result) noexcept {
  const auto& tell = *static_cast<const std::function<void(const ServerNotice&)>*>(handler);
  if (!tell) return;
  tell({diagnostic(result, PG_DIAG_SEVERITY), diagnostic(result, PG_DIAG_MESSAGE_PRIMARY),
        diagnostic(result, PG_DIAG_MESSAGE_DETAIL), diagnostic(result, PG_DIAG_MESSAGE_HINT)});
}

}  // namespace

Connection::Connection(ConnectionHandle handle, const Interrupt& interrupt)
    : notice_handler_(std::make_unique<NoticeHandler>()),
      handle_(std::move(handle)),
      interrupt_(&interrupt),
      backend_pid_(PQbackendPID(handle_.get())) {
  PQsetnonblocking(handle_.get(), 1);
  PQsetNoticeReceiver(handle_.get(), pass_on_notice, notice_handler_.get());
}

Result Connection::execute(const std::string& sql) {
  require_sent(PQsendQuery(handle_.get(), sql.c_str()));
  Result result = wait_for_result();
  if (result.failed()) throw to_error(result.report());
  return result;
}

Result Connection::execute(const Query& query) {
  require_sent(send(query) ? 1 : 0);
  Result result = wait_for_result();
  if (result.failed()) throw to_error(result.report());
  return result;
}

Result Connection::try_execute(const std::string& sql) {
  require_sent(PQsendQuery(handle_.get(), sql.c_str()));
  PQsetSingleRowMode(handle_.get());
  return wait_for_result();
}

Result Connection::copy_rows(const std::string& sql, const Text& rows) {
  require_sent(PQsendQuery(handle_.get(), sql.c_str()));
  wait_until_readable();
  ResultHandle ready(PQgetResult(handle_.get()));
  if (!ready || PQresultStatus(ready.get()) != PGRES_COPY_IN) {
    Result refused(std::move(ready), handle_.get());
    (void)wait_for_result();
    return refused;
  }
  send_rows(rows);
  return wait_for_result();
}

// Whatever cannot be sent whole ends with a failure on the server, too.
void Connection::send_rows(const Text& rows) {
  constexpr const char* kStopped = "stopped by the client";
  try {
    const bool sent = send_all_of(rows);
    sending_.reset();
    PQputCopyEnd(handle_.get(), sent ? nullptr : kStopped);
  } catch (const Error&) {
    sending_.reset();
    PQputCopyEnd(handle_.get(), kStopped);
    (void)wait_for_result();
    throw;
  }
}

// In slices, each sent before the next is handed over: libpq then never holds more than one. With what it
// puts in front a slice just fills its buffer, and goes in one piece.
bool Connection::send_all_of(const Text& rows) {
  constexpr std::size_t kSlice = 16 * 1024 - 5;
  TextWindow window(rows);
  bool sent = true;
  begin_wait();
  sending_ = Sending{0, rows.view().size()};
  while (sent && sending_->sent < sending_->total) {
    const std::string_view slice = window.read(sending_->sent, kSlice);
    sent = PQputCopyData(handle_.get(), slice.data(), static_cast<int>(slice.size())) == 1 && flush();
    sending_->sent += slice.size();
    look_up();
  }
  return sent;
}

void Connection::begin_wait() {
  wait_began_ = Clock::now();
  next_look_ = while_waiting_ ? wait_began_ + kLook : kForever;
}

void Connection::look_up() {
  if (Clock::now() < next_look_) return;
  while_waiting_(std::chrono::duration_cast<Milliseconds>(Clock::now() - wait_began_));
  next_look_ = Clock::now() + kLook;
}

// Hands everything to the operating system. False when a signal came, or the connection is gone.
bool Connection::flush() {
  int left = PQflush(handle_.get());
  while (left > 0) {
    if (wait_for_server(POLLIN | POLLOUT, heeds_interrupt_, next_look_)) {
      cancel();
      return false;
    }
    look_up();
    if (PQconsumeInput(handle_.get()) == 0) return false;
    left = PQflush(handle_.get());
  }
  return left == 0;
}

// Reads all answers and keeps the last one. A signal cancels first, and is reported after.
Result Connection::wait_for_result() {
  Result result = last_result();
  check_interrupt();
  return result;
}

Result Connection::last_result() {
  ResultHandle last;
  while (true) {
    wait_until_readable();
    ResultHandle next(PQgetResult(handle_.get()));
    if (!next) break;
    const ExecStatusType status = PQresultStatus(next.get());
    const bool piped = PQpipelineStatus(handle_.get()) != PQ_PIPELINE_OFF;
    // Scripts are checked for COPY before they run; whatever still gets here must not hang.
    if (status == PGRES_COPY_IN && !piped)
      PQputCopyEnd(handle_.get(), "COPY from the client is not supported");
    const bool out_of_step = (status == PGRES_COPY_IN && piped) || status == PGRES_COPY_OUT ||
                             status == PGRES_COPY_BOTH || status == PGRES_PIPELINE_SYNC;
    if (out_of_step) fall_out_of_step();
    const bool failed_before = last && PQresultStatus(last.get()) == PGRES_FATAL_ERROR;
    if (!failed_before) last = std::move(next);
    // Answers that came before the connection was lost can still be read, each up to its end.
    if (out_of_step || (status == PGRES_FATAL_ERROR && !alive())) break;
  }
  return {std::move(last), handle_.get()};
}

void Connection::wait_until_readable() {
  begin_wait();
  auto next_cancel = kForever;
  while (alive() && PQisBusy(handle_.get()) != 0) {
    const bool sent = PQflush(handle_.get()) <= 0;
    const short events = sent ? POLLIN : POLLIN | POLLOUT;
    // After the cancel only the server's answer counts: the interrupt stays readable for ever. A
    // cancel that comes between two statements has no effect: so it is sent again.
    const bool listens = heeds_interrupt_ && next_cancel == kForever;
    const bool interrupted = wait_for_server(events, listens, std::min(next_look_, next_cancel));
    if (interrupted || Clock::now() >= next_cancel) {
      cancel();
      next_cancel = Clock::now() + kCancelAgain;
    } else {
      look_up();
    }
    if (PQconsumeInput(handle_.get()) == 0) return;
  }
}

// True when it was a signal that ended the wait. From its deadline on nothing more is expected of the server.
bool Connection::wait_for_server(short events, bool listens, Clock::time_point until) {
  const bool interrupted = wait(PQsocket(handle_.get()), events, listens ? interrupt_ : nullptr,
                                std::min(until, interrupt_->deadline()));
  if (alive() && Clock::now() >= interrupt_->deadline()) {
    unanswered_ = true;
    hang_up();
  }
  return interrupted;
}

// libpq finds an end in place of the server, and reports a lost connection. To shut the socket down would not
// do: what a server sends without a pause still comes.
void Connection::hang_up() {
  const int socket = PQsocket(handle_.get());
  if (!alive() || socket < 0) return;
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0) {
    close(ends[1]);
    dup2(ends[0], socket);
    fcntl(socket, F_SETFD, FD_CLOEXEC);
    fcntl(socket, F_SETFL, O_NONBLOCK);
    close(ends[0]);
  } else {
    shutdown(socket, SHUT_RDWR);
  }
  while (alive() && PQconsumeInput(handle_.get()) == 1) continue;
}

void Connection::fall_out_of_step() {
  out_of_step_ = true;
  hang_up();
}

Error Connection::lost() const {
  return out_of_step_ ? Error(ErrorKind::unreachable, kNotUnderstood).hint(kIsItPostgres)
                      : Error(ErrorKind::unreachable, "the connection to the server was lost");
}

std::vector<Result> Connection::try_execute_all(std::span<const Query> queries) {
  std::vector<std::span<const Query>> groups;
  for (std::size_t i = 0; i < queries.size(); ++i) groups.push_back(queries.subspan(i, 1));
  return try_groups(groups);
}

std::vector<Result> Connection::try_together(std::span<const Query> queries) {
  return try_groups({{queries}});
}

std::vector<Result> Connection::try_groups(std::span<const std::span<const Query>> groups) {
  std::vector<Result> results;
  enter_pipeline();
  for (const std::span<const Query> group : groups) {
    for (const Query& query : group) require_sent(send(query) ? 1 : 0);
    send_sync();
  }
  for (const std::span<const Query> group : groups) {
    for (std::size_t i = 0; i < group.size() && alive(); ++i) {
      Result answer = take_answer();
      if (!answer.skipped()) results.push_back(std::move(answer));
    }
    if (alive()) take_sync();
  }
  if (alive()) leave_pipeline();
  check_interrupt();
  // It may be lost before the first answer, or after one that was good.
  if (!alive())
    throw !results.empty() && results.back().failed() ? to_error(results.back().report()) : lost();
  return results;
}

void Connection::enter_pipeline() {
  require_step(PQenterPipelineMode(handle_.get()));
  in_pipeline_ = 0;
}

void Connection::leave_pipeline() { require_step(PQexitPipelineMode(handle_.get())); }

bool Connection::send(const Query& query) {
  ++in_pipeline_;
  const std::vector<const char*> values = values_of(query.parameters);
  return PQsendQueryParams(handle_.get(), query.sql.c_str(), static_cast<int>(values.size()), nullptr,
                           values.data(), nullptr, nullptr, 0) == 1;
}

bool Connection::send_named(const std::string& name, const Query& query) {
  ++in_pipeline_;
  return PQsendPrepare(handle_.get(), name.c_str(), query.sql.c_str(), 0, nullptr) == 1 &&
         send_prepared(name, query.parameters);
}

bool Connection::send_again(const std::vector<Parameter>& parameters) {
  return send_prepared("", parameters);
}

bool Connection::send_prepared(const std::string& name, const std::vector<Parameter>& parameters) {
  ++in_pipeline_;
  const std::vector<const char*> values = values_of(parameters);
  return PQsendQueryPrepared(handle_.get(), name.c_str(), static_cast<int>(values.size()), values.data(),
                             nullptr, nullptr, 0) == 1;
}

void Connection::send_sync() { require_step(PQpipelineSync(handle_.get())); }

// What cannot be flushed at once is flushed by the wait for the answers, which also reports a lost
// connection.
void Connection::ask_for_answers() {
  require_step(PQsendFlushRequest(handle_.get()));
  PQflush(handle_.get());
}

bool Connection::has_answer() {
  if (PQconsumeInput(handle_.get()) == 0) return true;
  return PQisBusy(handle_.get()) == 0;
}

// Otherwise they are kept, and only cost memory.
void Connection::pass_rows_by() { PQsetSingleRowMode(handle_.get()); }

// Each answer that was not taken has an end, which libpq gives as nothing; two ends in a row are no answer.
// A server that plays by the rules has no more answers than there were statements.
void Connection::take_sync() {
  bool ended = false;
  std::size_t answers = 0;
  while (alive()) {
    wait_until_readable();
    const ResultHandle answer(PQgetResult(handle_.get()));
    const ExecStatusType status = answer ? PQresultStatus(answer.get()) : PGRES_EMPTY_QUERY;
    if (answer && status == PGRES_PIPELINE_SYNC) return;
    const bool copies = status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH;
    if (answer) ++answers;
    if (copies || (!answer && ended) || answers > in_pipeline_) return fall_out_of_step();
    ended = !answer;
  }
}

// On a busy machine runner may have no time afterwards to say which session did not answer.
void Connection::cancel() {
  if (const auto stop = interrupt_->stop()) interrupt_->set_unanswered(without_answer(*stop, serving_pid()));
  if (!breaks_off_) return cancelling_.request(handle_.get());
  unanswered_ = true;
  hang_up();
}

void Connection::require_sent(int sent) {
  if (sent == 1) return;
  check_interrupt();
  if (!alive()) throw lost();
  throw Error(ErrorKind::unreachable, connection_failure(handle_.get()));
}

// libpq and the server are at different places: no answer can be told from another any more.
void Connection::require_step(int taken) {
  if (taken != 1 && alive()) fall_out_of_step();
}

int Connection::server_version() const noexcept { return PQserverVersion(handle_.get()); }

bool Connection::alive() const noexcept { return PQstatus(handle_.get()) == CONNECTION_OK; }

bool Connection::in_transaction() const noexcept {
  return PQtransactionStatus(handle_.get()) == PQTRANS_INTRANS;
}

bool Connection::idle() const noexcept { return PQtransactionStatus(handle_.get()) == PQTRANS_IDLE; }

bool Connection::writes_iso_dates() const noexcept {
  const char* style = PQparameterStatus(handle_.get(), "DateStyle");
  return style != nullptr && std::string_view(style).starts_with("ISO");
}

std::string Connection::quoted(const std::string& identifier) const {
  const MemoryHandle text(PQescapeIdentifier(handle_.get(), identifier.data(), identifier.size()));
  if (text) return text.get();
  throw Error(ErrorKind::usage, fmt::format("\"{}\" cannot be a name in SQL", identifier));
}

void Connection::pause(Milliseconds duration) {
  pollfd signal{interrupt_->descriptor(), POLLIN, 0};
  poll(&signal, 1, static_cast<int>(duration.count()));
  check_interrupt();
}

void Connection::set_unfinished(std::optional<Error> error) const {
  interrupt_->set_unfinished(std::move(error));
}

bool Connection::interrupt_pending() const noexcept { return heeds_interrupt_ && interrupt_->pending(); }

void Connection::check_interrupt() {
  const auto stop = heeds_interrupt_ ? interrupt_->stop() : std::nullopt;
  if (!stop) return;
  heeds_interrupt_ = false;
  cancelling_.settle(interrupt_->deadline() - kToCleanUp);
  throw unanswered_ ? without_answer(*stop, serving_pid()) : Error(*stop);
}

void Connection::set_notice_handler(std::function<void(const ServerNotice&)> handler) {
  *notice_handler_ = std::move(handler);
}

}  // namespace runner
