#pragma once

#include <optional>
#include <string>

#include "client/result.hpp"

namespace runner {

/// Lets the next COMMIT answer before it is on disk: the first that waits after it waits for it, too. Has an
/// effect only where a COMMIT concerns this server alone, which the server itself decides, with all that the
/// transaction has created: where it is two servers that have to agree, one could lose what the other keeps.
[[nodiscard]] std::string let_commit_answer_early();
/// Whether that had an effect, by its answer.
[[nodiscard]] bool answers_early(const Result& answer);

/// Makes a COMMIT wait for the disk also where a role or the server turned that off: the next one, or every
/// one of the session.
enum class Scope { transaction, session };
[[nodiscard]] std::string make_commit_wait(Scope scope);

/// Whether a COMMIT answers when it is on disk, or does not wait for that: a server that goes down before it
/// is there loses all of that transaction together, and whatever was committed after it.
enum class Durability { on_disk, soon };
/// Makes the next COMMIT do so, with one of the two above.
[[nodiscard]] std::string make_commit_answer(Durability durability);

/// Asks why every COMMIT has to wait for the disk in this database.
[[nodiscard]] std::string reason_to_wait_query();
/// Its answer in words; nothing when there is no reason.
[[nodiscard]] std::optional<std::string> reason_to_wait(const Result& answer);

}  // namespace runner
