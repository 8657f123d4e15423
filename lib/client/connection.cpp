#include "connection.hpp"

#include <utility>

#include "pipeline_mode.hpp"

namespace runner {
namespace {

// libpq calls this in the middle of its own work, so it must not throw.
void pass_on_notice(void* callbacks, const PGresult* notice) noexcept {
  const auto& tell = static_cast<const Callbacks*>(callbacks)->notice;
  if (tell) tell(notice_of(notice));
}

Result or_throw(Result result) {
  if (result.failed()) throw to_error(result.report());
  return result;
}

}  // namespace

Connection::Parts::Parts(ConnectionHandle opened, const Interrupt& interrupt)
    : handle(std::move(opened)),
      backend(handle.get()),
      interruption(interrupt, backend),
      wire(handle.get(), interruption, callbacks) {
  PQsetNoticeReceiver(handle.get(), pass_on_notice, &callbacks);
}

Connection::Connection(ConnectionHandle handle, const Interrupt& interrupt)
    : parts_(std::make_unique<Parts>(std::move(handle), interrupt)) {}

Result Connection::execute(const std::string& sql) {
  wire().require_sent(PQsendQuery(wire().handle(), sql.c_str()) == 1);
  return or_throw(wire().wait_for_result());
}

Result Connection::execute(const Query& query) {
  wire().require_sent(send_query(wire().handle(), query));
  return or_throw(wire().wait_for_result());
}

Result Connection::try_execute(const std::string& sql) {
  wire().require_sent(PQsendQuery(wire().handle(), sql.c_str()) == 1);
  (void)PQsetSingleRowMode(wire().handle());  // if this fails, libpq keeps the rows, which only costs memory
  return wire().wait_for_result();
}

std::vector<Result> Connection::try_together(std::span<const Query> queries) {
  return try_groups({{queries}});
}

std::vector<Result> Connection::try_groups(std::span<const std::span<const Query>> groups) {
  std::vector<Result> results;
  PipelineMode pipeline(*this);
  pipeline.enter();
  for (const std::span<const Query> group : groups) {
    for (const Query& query : group) wire().require_sent(pipeline.send(query));
    pipeline.send_sync();
  }
  for (const std::span<const Query> group : groups) {
    for (std::size_t i = 0; i < group.size() && alive(); ++i) {
      Result answer = pipeline.take_answer();
      if (!answer.skipped()) results.push_back(std::move(answer));
    }
    if (alive()) pipeline.take_sync();
  }
  if (alive()) pipeline.leave();
  interruption().check();
  // The connection may be lost before the first answer, or after a successful one.
  if (!alive())
    throw !results.empty() && results.back().failed() ? to_error(results.back().report()) : wire().lost();
  return results;
}

bool Connection::idle() const noexcept { return PQtransactionStatus(parts_->handle.get()) == PQTRANS_IDLE; }

}  // namespace runner
