#include "sql/transaction_block.hpp"

#include "sql/expect.hpp"

namespace transaction_block {

using namespace runner;

// Statements that are useful only in a transaction block, according to the server.
const std::vector<std::string> kForBlocks = {
    "lock t",
    "LOCK t",
    "/* a */ set -- b\n LOCAL search_path = s",
    "lock table only s.t in share mode nowait",
    "savepoint s",
    "release s",
    "release savepoint s",
    "rollback to s",
    "rollback work to savepoint s",
    "declare c cursor for select 1",
    "declare c binary scroll cursor with hold for select 1",
    "set local search_path = s",
    "set local role ada",
    "set local time zone 'UTC'",
    "set transaction isolation level serializable",
    "set constraints all immediate",
};

const std::vector<std::string> kForAnything = {
    "set search_path = s",
    "set session lock_timeout = 0",
    "set session characteristics as transaction read only",
    "set \"local\" = 1",
    "reset all",
    "rollback prepared 'x'",
    "fetch c",
    "close c",
    "prepare p as select 1",
    "select lock, savepoint from declare",
    "do $$ begin lock table t; end $$",
    "update t set local = 1",
};

const std::vector<std::string> kChains = {"commit and chain", "COMMIT WORK AND CHAIN",
                                          "end transaction and chain", "rollback /* a */ and chain"};

const std::vector<std::string> kNoChains = {"commit", "commit and no chain", "end", "abort work",
                                            "rollback transaction and no chain"};

}  // namespace transaction_block

BOOST_AUTO_TEST_SUITE(transaction_block)

BOOST_DATA_TEST_CASE(what_speaks_of_a_transaction_block_is_told_from_the_rest, bdata::make(kForBlocks)) {
  BOOST_TEST(needs_transaction_block(sample));
}

BOOST_DATA_TEST_CASE(what_means_the_same_in_a_block_needs_none, bdata::make(kForAnything)) {
  BOOST_TEST(!needs_transaction_block(sample));
}

BOOST_DATA_TEST_CASE(a_chain_is_told_from_an_end, bdata::make(kChains)) { BOOST_TEST(chains(sample)); }

BOOST_DATA_TEST_CASE(an_end_is_no_chain, bdata::make(kNoChains)) { BOOST_TEST(!chains(sample)); }

BOOST_AUTO_TEST_SUITE_END()
