#include "own_transaction.hpp"

namespace runner {
namespace {

// Overrides the session's default, because reads under the lock must be as new as the lock.
constexpr const char* kBegin = "BEGIN ISOLATION LEVEL READ COMMITTED";

}  // namespace

std::vector<Query> own_transaction(const std::vector<Query>& queries, const std::vector<Query>& spelled_out) {
  std::vector<Query> all{{kBegin, {}}};
  all.insert(all.end(), spelled_out.begin(), spelled_out.end());
  all.push_back({kOwnPath, {}});
  all.push_back({kEveryRow, {}});
  all.insert(all.end(), queries.begin(), queries.end());
  all.push_back({"COMMIT", {}});
  return all;
}

std::vector<Result> try_in_own_transaction(Connection& connection, const std::vector<Query>& queries,
                                           const std::vector<Query>& spelled_out) {
  std::vector<Result> answers = connection.try_together(own_transaction(queries, spelled_out));
  if (!connection.idle()) connection.execute("ROLLBACK");
  const auto take = [&answers](std::size_t at) {
    if (at >= answers.size()) return;
    if (answers[at].failed()) throw to_error(answers[at].report());
    answers.erase(answers.begin() + static_cast<std::ptrdiff_t>(at));
  };
  take(0);                                    // BEGIN
  take(spelled_out.size());                   // the path
  take(spelled_out.size());                   // row security
  take(spelled_out.size() + queries.size());  // COMMIT
  return answers;
}

Result ask_in_own_transaction(Connection& connection, const Query& query) {
  std::vector<Result> answers = try_in_own_transaction(connection, {query});
  if (answers.front().failed()) throw to_error(answers.front().report());
  return std::move(answers.front());
}

}  // namespace runner
