#pragma once

#include <optional>
#include <string>

#include "client/result.hpp"

namespace runner {

/// Lets the server answer the next COMMIT before it is on disk. The next COMMIT that waits also waits for
/// this one. No effect where another server may take part in a COMMIT, as it could keep what this one loses.
/// The server checks that, including all that the transaction has created.
[[nodiscard]] std::string let_commit_answer_early();
/// Whether that had an effect, according to the answer.
[[nodiscard]] bool answers_early(const Result& answer);

/// Makes COMMIT wait for the disk, even where a role or the server turned that off: the next one, or every
/// one of the session.
enum class Scope { transaction, session };
[[nodiscard]] std::string make_commit_wait(Scope scope);

/// Whether the server answers a COMMIT when it is on disk, or earlier. A server that goes down before that
/// loses the whole transaction, and all that was committed after it.
enum class Durability { on_disk, soon };
/// Makes the next COMMIT answer that way, with one of the two statements above.
[[nodiscard]] std::string make_commit_answer(Durability durability);

/// Asks why every COMMIT must wait for the disk in this database.
[[nodiscard]] std::string reason_to_wait_query();
/// The answer in words; nothing when there is no reason.
[[nodiscard]] std::optional<std::string> reason_to_wait(const Result& answer);

}  // namespace runner
