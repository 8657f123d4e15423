#include "recovery.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "client/own_transaction.hpp"

namespace runner {
namespace {

constexpr Milliseconds kPatience{10'000};
constexpr Milliseconds kPause{200};

// Behind a pooler the lost session may outlive its lock. It can only commit if it checked the lock just
// before. Then it has already written to the history, and LOCK TABLE waits for it.
void wait_for_last_commit(Connection& connection, const HistoryTables& tables) {
  if (!tables.has(OwnTable::history)) return;
  const Query limit{fmt::format("SET LOCAL lock_timeout = {}", kPatience.count()), {}};
  const Query wait{fmt::format("LOCK TABLE {} IN SHARE MODE", tables.qualified(OwnTable::history)), {}};
  for (const Result& answer : try_in_own_transaction(connection, {limit, wait})) {
    if (answer.failed()) throw to_error(answer.report());
  }
}

DatabaseState read_state_once(const Context& context, const ConnectionParameters& parameters,
                              ReadScope scope) {
  const Settings& settings = context.settings;
  const auto connect = [&] {
    return Connection::open(parameters, context.interrupt, std::max(settings.wait, kPatience),
                            tell_waiting(context));
  };
  Connection connection = connect();
  DatabaseState state = lock_and_read_state(
      connection, settings.schema, scope, std::max(settings.lock_wait, kPatience), context.reporter, connect);
  if (!state.pooled_lock) return state;
  wait_for_last_commit(connection, state.tables);
  state.contents = read_state(connection, settings.schema, scope).contents;
  return state;
}

}  // namespace

// A server that is shutting down may accept one more connection and be gone before it answers.
std::optional<DatabaseState> read_state_after_loss(const Context& context,
                                                   const ConnectionParameters& parameters, ReadScope scope) {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  context.reporter.remark({.rule = "connection-lost",
                           .message = "the connection was lost: reading the history to see what is done"});
  while (true) {
    try {
      return read_state_once(context, parameters, scope);
    } catch (const Error& error) {
      const bool over = std::chrono::steady_clock::now() + kPause > deadline;
      if (over || error.kind() != ErrorKind::unreachable) return std::nullopt;
    }
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace runner
