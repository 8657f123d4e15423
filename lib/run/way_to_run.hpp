#pragma once

#include <string_view>

#include "sql/statement.hpp"

namespace runner {

/// The transaction block that a statement of a script without a transaction finds.
enum class Block {
  none,
  open,     ///< one of the script's own
  refused,  ///< none, and the server has refused the statement in one of runner's
};

/// How such a statement is run, and when it is written down in the log.
enum class Way {
  in_block,       ///< in a transaction of the script's own: when that ends, since nothing is certain before
  commit_block,   ///< the COMMIT of such a transaction: with it
  begin_block,    ///< the BEGIN of such a transaction: not at all, since nothing is done yet
  without_block,  ///< speaks of a block where there is none, and must not find one of runner's: after it
  with_journal,   ///< in a transaction of runner's: together with what it does
  alone,          ///< the server refuses it in a transaction: before and after it
};

/// The way for a statement of this kind and text.
[[nodiscard]] Way way_to_run(StatementKind kind, std::string_view sql, Block block);

}  // namespace runner
