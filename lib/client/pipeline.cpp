#include "pipeline.hpp"

#include <fmt/format.h>

#include <utility>

namespace runner {
namespace {

// The server executes at most this much after the client is killed. make_room() frees half of it at once.
// Otherwise each statement that refills a full window would cost a round trip.
constexpr std::size_t kWindow = 384 * 1024;
constexpr std::size_t kHalfWindow = kWindow / 2;

// Named statements take memory on the server.
constexpr std::size_t kNameable = 64 * 1024;

std::size_t size_of(const std::vector<Parameter>& parameters) {
  std::size_t size = 1;
  for (const Parameter& parameter : parameters) size += parameter ? parameter->size() : 0;
  return size;
}

std::size_t size_of(const Query& query) { return query.sql.size() + size_of(query.parameters); }

}  // namespace

void Pipeline::send(const Query& query, Answered answered) {
  const std::size_t size = size_of(query);
  prepare_to_send(size);
  const bool sent = size <= nameable_ ? send_by_name(query, size) : send_without_name(query);
  wait_for({size, std::move(answered), {}});
  if (!sent) take_all();
}

void Pipeline::send_again(const Query& query, Answered answered) {
  const std::size_t size = query.sql == without_name_ ? size_of(query.parameters) : size_of(query);
  prepare_to_send(size);
  const bool known = query.sql == without_name_;
  const bool sent = known ? mode_.send_again(query.parameters) : mode_.send(query);
  if (!known) without_name_ = query.sql;
  wait_for({size, std::move(answered), {}});
  if (!sent) take_all();
}

void Pipeline::name_statements(bool named) noexcept { nameable_ = named ? kNameable : 0; }

Result Pipeline::ask(const Query& query) {
  take_all();
  open();
  (void)send_without_name(query);  // the answer reports a failure to send
  mode_.ask_for_answers();
  Result answer = mode_.take_answer();
  if (answer.failed()) connection_.interruption().check();
  return answer;
}

void Pipeline::then(std::function<void()> act) {
  if (sent_.empty()) return act();
  sent_.push_back({0, {}, std::move(act)});
}

void Pipeline::settle() {
  if (bytes_ == 0) return;
  mode_.ask_for_answers();
  while (bytes_ > 0 && mode_.has_answer()) take_one();
}

// Sends the Sync together with the last statements, which saves a round trip.
void Pipeline::finish() {
  if (!open_) return;
  synced_ = true;
  mode_.send_sync();
  take_all();
  close();
}

void Pipeline::abandon() {
  sent_.clear();
  bytes_ = 0;
  close();
}

void Pipeline::prepare_to_send(std::size_t size) {
  if (connection_.interruption().pending()) {
    take_all();
    connection_.interruption().check();
  }
  make_room(size);
  open();
}

// No script is likely to use these names.
bool Pipeline::send_by_name(const Query& query, std::size_t size) {
  nameable_ -= size;
  const bool sent = mode_.send_named(fmt::format("runner: {}", ++names_), query);
  wait_for({1, {}, {}, true});
  return sent;
}

bool Pipeline::send_without_name(const Query& query) {
  without_name_.clear();
  return mode_.send(query);
}

void Pipeline::wait_for(Sent sent) {
  bytes_ += sent.size;
  sent_.push_back(std::move(sent));
  // The rows are not needed. libpq must know this before it reads them.
  if (sent_.size() == 1) mode_.pass_rows_by();
}

void Pipeline::open() {
  if (!open_) {
    mode_.enter();
    without_name_.clear();
  }
  open_ = true;
  synced_ = false;
}

void Pipeline::make_room(std::size_t size) {
  if (bytes_ == 0 || bytes_ + size <= kWindow) return;
  mode_.ask_for_answers();
  while (bytes_ > 0 && bytes_ + size > kHalfWindow) take_one();
}

// Entries without a statement run directly after the answer before them.
void Pipeline::take_one() {
  const Result answer = mode_.take_answer();
  const Sent answered = std::move(sent_.front());
  sent_.pop_front();
  bytes_ -= answered.size;
  if (answer.failed()) connection_.interruption().check();
  if (!answered.naming) {
    answered.answered(answer);
  } else if (answer.failed()) {
    sent_.front().answered(answer);
  }
  while (!sent_.empty() && sent_.front().size == 0) {
    sent_.front().act();
    sent_.pop_front();
  }
  if (!sent_.empty()) mode_.pass_rows_by();
}

void Pipeline::take_all() {
  if (bytes_ > 0) mode_.ask_for_answers();
  while (bytes_ > 0) take_one();
}

void Pipeline::close() {
  if (!open_) return;
  open_ = false;
  if (!connection_.alive()) return;
  if (!synced_) mode_.send_sync();
  mode_.take_sync();
  mode_.leave();
}

}  // namespace runner
