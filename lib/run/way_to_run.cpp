#include "way_to_run.hpp"

#include "sql/transaction_block.hpp"

namespace runner {
namespace {

bool speaks_of_block(StatementKind kind, std::string_view sql) {
  return kind == StatementKind::commit || kind == StatementKind::rollback ||
         kind == StatementKind::prepare_transaction || needs_transaction_block(sql);
}

}  // namespace

Way way_to_run(StatementKind kind, std::string_view sql, Block block) {
  if (block == Block::open) return kind == StatementKind::commit ? Way::commit_block : Way::in_block;
  if (block == Block::refused) return Way::alone;
  if (kind == StatementKind::begin) return Way::begin_block;
  if (speaks_of_block(kind, sql)) return Way::without_block;
  return kind == StatementKind::outside_transaction ? Way::alone : Way::with_journal;
}

}  // namespace runner
