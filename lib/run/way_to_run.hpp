#pragma once

#include <string_view>

#include "sql/statement.hpp"

namespace runner {

/// The transaction block around a statement of a script that runs without a transaction.
enum class Block {
  none,
  open,     ///< one of the script's own
  refused,  ///< none, and the server has refused the statement in runner's block
};

/// How runner runs that statement, and when it writes the statement to the log.
enum class Way {
  in_block,       ///< in the script's own transaction: when that ends, as nothing is certain before
  commit_block,   ///< the COMMIT of that transaction: with it
  begin_block,    ///< the BEGIN of that transaction: not at all, as nothing is done yet
  without_block,  ///< refers to a block when none is open, and must not find runner's: after it
  with_journal,   ///< in runner's transaction: together with its effect
  alone,          ///< the server refuses it in a transaction: before and after it
};

/// The way for a statement of this kind and text.
[[nodiscard]] Way way_to_run(StatementKind kind, std::string_view sql, Block block);

}  // namespace runner
