#include "watch/session_look.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace bdata = boost::unit_test::data;

namespace look {

using namespace runner;
using namespace std::chrono_literals;

Look running(const std::string& query) { return {"active", query, 12400ms, {}, {}, {}, {}, {}}; }

Look waiting_for(const AwaitedLock& lock) {
  Look look = running("alter table orders add status text");
  look.lock = lock;
  look.blockers = {{77, "psql", "ops", "active", 5s, 5s, "select 1"}};
  look.behind = {7, 1100ms};
  return look;
}

const AwaitedLock kTable{"relation", "AccessExclusiveLock", "public.orders", 1400ms};

Look building(const ProgressRow& row) {
  Look look = running("create index concurrently i on orders (customer)");
  look.progress = row;
  return look;
}

struct LockCase {
  std::string type, mode, relation, wanted;
};
std::ostream& operator<<(std::ostream& out, const LockCase& c) { return out << c.wanted; }
const std::vector<LockCase> locks = {
    {"relation", "AccessExclusiveLock", "public.orders", "ACCESS EXCLUSIVE on public.orders"},
    {"relation", "ShareUpdateExclusiveLock", "public.orders", "SHARE UPDATE EXCLUSIVE on public.orders"},
    {"relation", "RowShareLock", "app.\"Order\"", "ROW SHARE on app.\"Order\""},
    {"relation", "ShareLock", "", "SHARE"},
    {"tuple", "ExclusiveLock", "public.orders", "a row of public.orders"},
    {"transactionid", "ShareLock", "", "another transaction to end"},
    {"virtualxid", "ShareLock", "", "another transaction to end"},
    {"advisory", "ExclusiveLock", "", "an advisory lock"},
    {"extend", "ExclusiveLock", "public.orders", "a lock of type extend on public.orders"},
    {"object", "AccessShareLock", "", "a lock of type object"},
};

struct PhaseCase {
  ProgressRow row;
  std::string phase;
  std::uint64_t done, total;
};
std::ostream& operator<<(std::ostream& out, const PhaseCase& c) { return out << c.phase; }
const std::vector<PhaseCase> phases = {
    {{"building index: scanning table", 10, 40, 0, 0, 0, 0}, "building index: scanning table", 10, 40},
    {{"building index: sorting live tuples", 40, 40, 0, 0, 0, 0},
     "building index: sorting live tuples",
     0,
     0},
    {{"building index: loading tuples in tree", 40, 40, 61, 100, 0, 0},
     "building index: loading tuples",
     61,
     100},
    {{"building index", 10, 40, 0, 0, 0, 0}, "building index", 10, 40},
    {{"index validation: scanning index", 3, 4, 0, 0, 0, 0}, "index validation: scanning index", 3, 4},
    {{"waiting for old snapshots", 40, 40, 0, 0, 1, 2}, "waiting for old snapshots", 0, 0},
    {{"initializing", 0, 0, 0, 0, 0, 0}, "initializing", 0, 0},
    {{"seq scanning heap", 10, 40, 0, 0, 0, 0}, "seq scanning heap", 10, 40},
    {{"rebuilding index", 40, 40, 0, 0, 0, 0}, "rebuilding index", 0, 0},
    {{"vacuuming heap", 5, 40, 0, 0, 0, 0}, "vacuuming heap", 5, 40},
    {{"vacuuming indexes", 40, 40, 0, 0, 0, 0}, "vacuuming indexes", 0, 0},
    {{"acquiring sample rows", 5, 40, 0, 0, 0, 0}, "acquiring sample rows", 5, 40},
    {{"", 1024, 4096, 0, 0, 0, 0}, "", 1024, 4096},
    {{"", 5000, 4096, 0, 0, 0, 0}, "", 4096, 4096},
};

StatementProgress at(Milliseconds elapsed, std::uint64_t done, const std::string& phase = "scanning") {
  return {"create index i", elapsed, phase, done, 100, {}, {}};
}

}  // namespace look

BOOST_AUTO_TEST_SUITE(look)

BOOST_DATA_TEST_CASE(a_lock_is_named_as_sql_names_it, bdata::make(locks)) {
  const auto blockage = blockage_in(waiting_for({sample.type, sample.mode, sample.relation, 1400ms}));
  BOOST_REQUIRE(blockage.has_value());
  BOOST_TEST(blockage->wanted == sample.wanted);
}

BOOST_AUTO_TEST_CASE(a_blockage_says_since_when_by_whom_and_who_waits_behind) {
  const Look look = waiting_for(kTable);
  const Blockage expected{1400ms, "ACCESS EXCLUSIVE on public.orders", look.blockers, {7, 1100ms}};
  BOOST_TEST((blockage_in(look) == expected));
}

BOOST_AUTO_TEST_CASE(nobody_is_in_the_way_without_a_lock_or_without_a_blocker) {
  Look look = waiting_for(kTable);
  look.blockers.clear();
  BOOST_TEST(!blockage_in(look).has_value());
  look = waiting_for(kTable);
  look.lock.reset();
  BOOST_TEST(!blockage_in(look).has_value());
}

BOOST_AUTO_TEST_CASE(a_concurrent_index_build_says_itself_for_whom_it_waits) {
  Look look = waiting_for({"virtualxid", "ShareLock", "", 12s});
  look.progress = ProgressRow{"waiting for old snapshots", 0, 0, 0, 0, 1, 2};
  BOOST_TEST(blockage_in(look)->wanted == "old snapshots, 1 of 2 done");
  look.progress = ProgressRow{"waiting for writers before build", 0, 0, 0, 0, 0, 0};
  BOOST_TEST(blockage_in(look)->wanted == "writers before build");
  look.progress = ProgressRow{"building index", 0, 0, 0, 0, 0, 0};
  BOOST_TEST(blockage_in(look)->wanted == "another transaction to end");
}

BOOST_DATA_TEST_CASE(a_phase_is_measured_by_what_it_counts, bdata::make(phases)) {
  const auto progress = progress_in(building(sample.row));
  BOOST_REQUIRE(progress.has_value());
  BOOST_TEST(progress->phase == sample.phase);
  BOOST_TEST(progress->done == sample.done);
  BOOST_TEST(progress->total == sample.total);
}

BOOST_AUTO_TEST_CASE(any_statement_says_how_long_it_runs) {
  Look look = running("update orders\n   set status = 'new'");
  look.behind = {1, 900ms};
  const StatementProgress expected{"update orders", 12400ms, "", 0, 0, {}, {1, 900ms}};
  BOOST_TEST((progress_in(look) == expected));
}

BOOST_AUTO_TEST_CASE(a_session_that_runs_nothing_makes_no_progress) {
  Look look = running("select 1");
  for (const char* state : {"idle", "idle in transaction", "idle in transaction (aborted)", ""}) {
    look.state = state;
    BOOST_TEST(!progress_in(look).has_value());
  }
}

BOOST_AUTO_TEST_CASE(time_left_follows_the_pace_since_the_phase_began) {
  BOOST_TEST((time_left(at(2s, 20), at(6s, 60)) == Milliseconds{4s}));
  BOOST_TEST((time_left(at(2s, 0), at(3s, 1)) == Milliseconds{99s}));
  BOOST_TEST((time_left(at(2s, 0), at(3s, 100)) == Milliseconds{0}));
}

BOOST_AUTO_TEST_CASE(no_time_is_guessed_from_one_look_without_pace_or_across_phases) {
  BOOST_TEST(!time_left(at(2s, 20), at(2s, 20)));
  BOOST_TEST(!time_left(at(2s, 20), at(2900ms, 60)));
  BOOST_TEST(!time_left(at(2s, 20), at(6s, 20)));
  BOOST_TEST(!time_left(at(2s, 20, "scanning"), at(6s, 60, "loading")));
  BOOST_TEST(!time_left(at(2s, 60), at(6s, 20)));
  BOOST_TEST(!time_left(at(8s, 20), at(6s, 60)));
}

BOOST_AUTO_TEST_CASE(a_query_is_shown_by_its_first_line_without_signs_that_move_the_cursor) {
  BOOST_TEST(shown_query("\n select 1\nfrom t") == "select 1");
  BOOST_TEST(shown_query("select\t'\033[2J\x7fé'") == "select ' [2J é'");
  BOOST_TEST(shown_query("<insufficient privilege>") == "");
  BOOST_TEST(shown_query("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
