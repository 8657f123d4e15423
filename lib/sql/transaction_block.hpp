#pragma once

#include <string_view>

namespace runner {

/// Whether the statement acts only on the transaction block around it. Outside of one the server refuses it,
/// like LOCK and SAVEPOINT, or warns that it has no effect, like SET LOCAL.
[[nodiscard]] bool needs_transaction_block(std::string_view statement);

/// Whether a COMMIT or ROLLBACK begins the next transaction at once.
[[nodiscard]] bool chains(std::string_view statement);

}  // namespace runner
