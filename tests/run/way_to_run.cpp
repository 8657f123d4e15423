#include "run/way_to_run.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace ways_to_run {

using namespace runner;
namespace bdata = boost::unit_test::data;

struct WayCase {
  std::string_view sql;
  Block block;
  Way way;
};
std::ostream& operator<<(std::ostream& out, const WayCase& sample) { return out << sample.sql; }

const std::vector<WayCase> cases{
    {"insert into t values (1)", Block::none, Way::with_journal},
    {"copy t from stdin", Block::none, Way::with_journal},
    {"set lock_timeout = 0", Block::none, Way::with_journal},
    {"do $$ begin commit; end $$", Block::none, Way::with_journal},
    {"do $$ begin commit; end $$", Block::refused, Way::alone},
    {"reindex table parted", Block::refused, Way::alone},
    {"vacuum t", Block::none, Way::alone},
    {"create index concurrently i on t (i)", Block::none, Way::alone},
    {"commit prepared 'x'", Block::none, Way::alone},
    {"rollback prepared 'x'", Block::none, Way::alone},
    {"begin", Block::none, Way::begin_block},
    {"start transaction read only", Block::none, Way::begin_block},
    {"commit", Block::none, Way::without_block},
    {"rollback", Block::none, Way::without_block},
    {"prepare transaction 'x'", Block::none, Way::without_block},
    {"set local lock_timeout = 0", Block::none, Way::without_block},
    {"set constraints all immediate", Block::none, Way::without_block},
    {"lock table t", Block::none, Way::without_block},
    {"savepoint s", Block::none, Way::without_block},
    {"rollback to s", Block::none, Way::without_block},
    {"declare c cursor for select 1", Block::none, Way::without_block},
    {"insert into t values (1)", Block::open, Way::in_block},
    {"begin", Block::open, Way::in_block},
    {"savepoint s", Block::open, Way::in_block},
    {"vacuum t", Block::open, Way::in_block},
    {"rollback", Block::open, Way::in_block},
    {"prepare transaction 'x'", Block::open, Way::in_block},
    {"commit", Block::open, Way::commit_block},
    {"end", Block::open, Way::commit_block},
    {"commit and chain", Block::open, Way::commit_block},
};

}  // namespace ways_to_run

BOOST_AUTO_TEST_SUITE(ways_to_run)

BOOST_DATA_TEST_CASE(a_statement_and_the_block_around_it_decide_how_it_runs, bdata::make(cases)) {
  const StatementKind kind = StatementReader(sample.sql).next()->kind;
  BOOST_TEST((way_to_run(kind, sample.sql, sample.block) == sample.way));
}

BOOST_AUTO_TEST_SUITE_END()
