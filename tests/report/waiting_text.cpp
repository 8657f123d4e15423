#include "report/waiting_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "terminal/style.hpp"

namespace bdata = boost::unit_test::data;

namespace waiting_text {

using namespace runner;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

constexpr const char* kQuery = "COPY public.orders (id, customer_id, status) TO stdout;";

Blockage by_dump() {
  return {1400ms,
          "ACCESS EXCLUSIVE on public.orders",
          {{2459692, "pg_dump", "ops", "idle in transaction", 1529s, 1529s, kQuery}},
          {7, 1100ms}};
}

StatementProgress building() {
  return {"create index concurrently orders_cust_idx on orders (customer)",
          12400ms,
          "building index: loading tuples",
          61,
          100,
          8s,
          {}};
}

struct LeftCase {
  Milliseconds left;
  std::string text;
};
std::ostream& operator<<(std::ostream& out, const LeftCase& c) { return out << c.text; }
const std::vector<LeftCase> left = {{0ms, "~0 s left"},      {1ms, "~1 s left"},    {7400ms, "~8 s left"},
                                    {99s, "~99 s left"},     {100s, "~2 min left"}, {45min, "~45 min left"},
                                    {99min, "~99 min left"}, {100min, "~2 h left"}, {7h, "~7 h left"}};

}  // namespace waiting_text

BOOST_AUTO_TEST_SUITE(waiting_text)

BOOST_AUTO_TEST_CASE(a_blockage_names_the_lock_the_blocker_the_queue_and_the_end) {
  const Lines expected{
      "waiting 1.4 s for ACCESS EXCLUSIVE on public.orders",
      "  blocked by pid 2459692  idle in transaction 00:25:29  app=pg_dump  \"" + std::string(kQuery) + "\"",
      "  behind us: 7 queries, oldest 1.1 s", "  to end it: select pg_terminate_backend(2459692);"};
  BOOST_TEST(text_of(by_dump(), 140) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_query_that_does_not_fit_stands_on_a_line_of_its_own) {
  const Lines expected{"waiting 1.4 s for ACCESS EXCLUSIVE on public.orders",
                       "  blocked by pid 2459692  idle in transaction 00:25:29  app=pg_dump",
                       "    \"" + std::string(kQuery) + "\"", "  behind us: 7 queries, oldest 1.1 s",
                       "  to end it: select pg_terminate_backend(2459692);"};
  BOOST_TEST(text_of(by_dump(), 75) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(no_line_is_wider_than_the_terminal) {
  Blockage wide = by_dump();
  wide.blockers.front().application = std::string(100, 'x');
  wide.wanted = "ACCESS EXCLUSIVE on public." + std::string(63, 'x');
  StatementProgress progress = building();
  progress.behind = {7, 1100ms};
  for (std::size_t width = 1; width < 120; ++width) {
    for (const Clean& line : text_of(wide, width)) BOOST_TEST(display_width(line) <= width);
    for (const Clean& line : text_of(progress, "2/3", width)) BOOST_TEST(display_width(line) <= width);
  }
}

BOOST_AUTO_TEST_CASE(what_may_not_be_seen_of_a_blocker_is_left_out) {
  Blockage blockage = by_dump();
  blockage.blockers = {{77, "", "ops", "", {}, {}, ""}};
  blockage.behind = {};
  const Lines expected{"waiting 1.4 s for ACCESS EXCLUSIVE on public.orders", "  blocked by pid 77  user=ops",
                       "  to end it: select pg_terminate_backend(77);"};
  BOOST_TEST(text_of(blockage, 75) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_transaction_that_is_older_than_its_state_is_told_of) {
  Blockage blockage = by_dump();
  blockage.blockers = {{77, "batch", "ops", "active", 2s, 3600s, ""}};
  BOOST_TEST(text_of(blockage, 75)[1] ==
             "  blocked by pid 77  active 00:00:02 (transaction 01:00:00)  app=batch");
}

BOOST_AUTO_TEST_CASE(of_many_blockers_three_are_named_and_the_first_is_the_one_to_end) {
  Blockage blockage = by_dump();
  blockage.behind = {1, 200ms};
  blockage.blockers.clear();
  for (int pid = 1; pid <= 5; ++pid) blockage.blockers.push_back({pid, "", "", "", {}, {}, ""});
  const Lines expected{"waiting 1.4 s for ACCESS EXCLUSIVE on public.orders",
                       "  blocked by pid 1",
                       "  blocked by pid 2",
                       "  blocked by pid 3",
                       "  and by 2 more",
                       "  behind us: 1 query, oldest 200 ms",
                       "  to end it: select pg_terminate_backend(1);"};
  BOOST_TEST(text_of(blockage, 75) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_prepared_transaction_is_told_of_without_a_way_to_end_it) {
  Blockage blockage = by_dump();
  blockage.behind = {};
  blockage.blockers = {{0, "", "", "", {}, {}, ""}};
  const Lines expected{"waiting 1.4 s for ACCESS EXCLUSIVE on public.orders",
                       "  blocked by a prepared transaction: see pg_prepared_xacts"};
  BOOST_TEST(text_of(blockage, 75) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(progress_is_one_line_in_which_the_statement_is_cut_first) {
  BOOST_TEST(text_of(building(), "2/3", 140) ==
                 Lines{"2/3 create index concurrently orders_cust_idx on orders (customer)"
                       "   building index: loading tuples  61 %  12.4 s  ~8 s left"},
             boost::test_tools::per_element());
  BOOST_TEST(text_of(building(), "2/3", 75) ==
                 Lines{"2/3 create index concurrently or…   loading tuples  61 %  12.4 s  ~8 s left"},
             boost::test_tools::per_element());
  BOOST_TEST(text_of(building(), "2/3", 40) == Lines{"2/3 create in…   61 %  12.4 s  ~8 s left"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_statement_of_which_nothing_else_is_known_shows_its_time) {
  BOOST_TEST(text_of({"select pg_sleep(60)", 12400ms, "", 0, 0, {}, {}}, "", 75) ==
                 Lines{"select pg_sleep(60)   12.4 s"},
             boost::test_tools::per_element());
  BOOST_TEST(text_of({"", 12400ms, "", 0, 0, {}, {}}, "2/3", 75) == Lines{"running   12.4 s"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_long_statement_says_whom_it_keeps_waiting) {
  StatementProgress progress{"select 1", 12400ms, "", 0, 0, {}, {2, 5s}};
  BOOST_TEST(text_of(progress, "1/1", 75) ==
                 (Lines{"1/1 select 1   12.4 s", "  behind us: 2 queries, oldest 5.0 s"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nothing_is_done_to_the_last_percent_before_it_is) {
  StatementProgress progress{"copy t from stdin", 2s, "", 999, 1000, {}, {}};
  BOOST_TEST(text_of(progress, "", 75) == Lines{"copy t from stdin   99 %  2.0 s"},
             boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(time_left_is_rounded, bdata::make(left)) {
  StatementProgress progress{"x", 2s, "", 1, 2, sample.left, {}};
  BOOST_TEST(text_of(progress, "", 75).front() == "x   50 %  2.0 s  " + sample.text);
}

BOOST_AUTO_TEST_CASE(a_line_is_due_at_once_for_something_new_and_then_every_ten_seconds) {
  Cadence cadence;
  const Cadence::TimePoint start{};
  BOOST_TEST(cadence.due("a", start));
  BOOST_TEST(!cadence.due("a", start + 1s));
  BOOST_TEST(!cadence.due("a", start + 9999ms));
  BOOST_TEST(cadence.due("a", start + 10s));
  BOOST_TEST(!cadence.due("a", start + 11s));
  BOOST_TEST(cadence.due("b", start + 12s));
  BOOST_TEST(!cadence.due("b", start + 21s));
}

BOOST_AUTO_TEST_SUITE_END()
