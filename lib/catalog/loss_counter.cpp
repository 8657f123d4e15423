#include "loss_counter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "client/own_transaction.hpp"
#include "loss_targets.hpp"
#include "table_trust.hpp"

namespace runner {
namespace {

// Counting a table below this size takes no noticeable time.
constexpr std::uint64_t kFewRows = 100'000;

// With row security a count would miss rows. It must fail instead, so that runner uses the estimate.
std::string begin() {
  return fmt::format(
      "BEGIN READ ONLY; {}; {}; {}; SET LOCAL lock_timeout TO '200ms'; SET LOCAL statement_timeout TO '2s'",
      kKeepSchemas, kOwnPath, kEveryRow);
}

// Ignores a failed count, unless a signal came or the connection is lost.
void require_usable(const Connection& connection, const Error& error) {
  const bool stopped = error.kind() == ErrorKind::interrupted || error.kind() == ErrorKind::terminated;
  if (stopped || !connection.alive()) throw Error(error);
}

std::string counting(const LossTarget& target) {
  return fmt::format("count({}) from {}{}", target.column.value_or("*"), target.only ? "only " : "",
                     target.relation);
}

// Returns false, and counts none, when one of them could not be counted in time.
bool count(Connection& connection, std::span<LossTarget*> targets) {
  std::string sql;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    sql += fmt::format("{}select {} as target, {}", i == 0 ? "" : " union all ", i, counting(*targets[i]));
  }
  try {
    const Result answer = connection.execute("SAVEPOINT counting; " + sql);
    for (int row = 0; row < answer.rows(); ++row) {
      DataLoss& loss = targets[answer.index(row, 0, targets.size())]->loss;
      loss.rows = answer.number<std::uint64_t>(row, 1);
      loss.estimated = loss.kind == LossKind::some_rows;
    }
    return true;
  } catch (const Error& error) {
    require_usable(connection, error);
    connection.execute("ROLLBACK TO SAVEPOINT counting");
    return false;
  }
}

// An estimate of 0 rows becomes unknown, because ANALYZE may never have run.
void leave_estimated(DataLoss& loss) {
  if (loss.rows == 0U) loss.rows.reset();
}

std::set<std::string> relations_of(std::span<LossTarget*> targets) {
  std::set<std::string> relations;
  for (const LossTarget* target : targets) relations.insert(target->relation);
  return relations;
}

// Removes the targets whose count could run another role's code. They keep their estimates.
std::vector<LossTarget*> without_foreign_code(Connection& connection, std::vector<LossTarget*> targets) {
  if (targets.empty()) return targets;
  const std::set<std::string> relations = relations_of(targets);
  const std::vector<std::string> refused =
      connection
          .execute(tables_that_call_others(std::vector<std::string>(relations.begin(), relations.end())))
          .texts(0);
  const std::set<std::string> left_out(refused.begin(), refused.end());
  std::erase_if(targets, [&](LossTarget* target) {
    const bool out = left_out.contains(target->relation);
    if (out) leave_estimated(target->loss);
    return out;
  });
  return targets;
}

// Counts all small targets in one statement. If that fails, counts them one by one, so that a table that is
// locked or larger than estimated does not hide the others.
void count_small(Connection& connection, std::vector<LossTarget>& targets) {
  std::vector<LossTarget*> small;
  for (LossTarget& target : targets) {
    if (target.loss.rows < kFewRows) small.push_back(&target);
  }
  small = without_foreign_code(connection, std::move(small));
  if (small.empty() || count(connection, small)) return;
  for (LossTarget*& target : small) {
    if (!count(connection, {&target, 1})) leave_estimated(target->loss);
  }
}

std::vector<LossTarget> find_and_count(Connection& connection, std::span<const PlannedLoss> losses) {
  connection.execute(begin());
  std::vector<LossTarget> targets = find_loss_targets(connection, losses);
  count_small(connection, targets);
  connection.execute("COMMIT");
  return targets;
}

bool same_loss(const DataLoss& a, const DataLoss& b) {
  return a.object == b.object && std::string_view(name_of(a.kind)) == name_of(b.kind);
}

void add(std::vector<DataLoss>& losses, const DataLoss& loss) {
  const bool known = std::any_of(losses.begin(), losses.end(),
                                 [&](const DataLoss& other) { return same_loss(other, loss); });
  if (!known && loss.rows != 0U) losses.push_back(loss);
}

DataLoss as_written(const PlannedLoss& planned) {
  std::string object = planned.loss.name;
  if (planned.loss.schemas.size() == 1) object = planned.loss.schemas.front() + "." + object;
  if (!planned.loss.column.empty()) object += "." + planned.loss.column;
  return {.step = planned.step, .kind = planned.loss.kind, .object = object, .rows = {}};
}

std::vector<DataLoss> as_written(std::span<const PlannedLoss> losses) {
  std::vector<DataLoss> written;
  for (const PlannedLoss& loss : losses) add(written, as_written(loss));
  return written;
}

// Whether runner cannot count this loss although there may be one.
bool is_countless(Connection& connection, const Loss& loss) {
  if (loss.kind == LossKind::unseen) return true;
  if (loss.kind != LossKind::database) return false;
  return ask_in_own_transaction(connection,
                                {"select from pg_catalog.pg_database where datname = $1", {loss.name}})
             .rows() > 0;
}

// Puts the losses that runner cannot count at their places in the run.
std::vector<DataLoss> in_order(Connection& connection, std::span<const PlannedLoss> losses,
                               const std::vector<LossTarget>& targets) {
  std::vector<DataLoss> ordered;
  auto target = targets.begin();
  for (std::size_t index = 0; index < losses.size(); ++index) {
    if (is_countless(connection, losses[index].loss)) add(ordered, as_written(losses[index]));
    for (; target != targets.end() && target->index == index; ++target) add(ordered, target->loss);
  }
  return ordered;
}

}  // namespace

std::vector<DataLoss> count_losses(Connection& connection, std::span<const PlannedLoss> losses) {
  if (losses.empty()) return {};
  try {
    return in_order(connection, losses, find_and_count(connection, losses));
  } catch (const Error& error) {
    require_usable(connection, error);
    connection.execute("ROLLBACK");
    return as_written(losses);
  }
}

}  // namespace runner
