#include "report/loss_text.hpp"

#include <boost/test/unit_test.hpp>

#include "report/show.hpp"

namespace losses_as_text {

using namespace runner;
using namespace runner::test;

DataLoss loss(LossKind kind, std::optional<std::uint64_t> rows, bool estimated = false) {
  return {.step = "002_b", .kind = kind, .object = "public.orders", .rows = rows, .estimated = estimated};
}

std::string about(std::uint64_t rows) { return text_of(loss(LossKind::table, rows, true)).text(); }

const std::vector<DataLoss> three{{"002_b", LossKind::table, "public.b", 3, false},
                                  {"002_b", LossKind::table, "public.c", 4, false},
                                  {"001_a", LossKind::column, "public.a.i", 5, false}};
const std::vector<std::string> steps{"003_c", "002_b", "001_a"};

}  // namespace losses_as_text

BOOST_AUTO_TEST_SUITE(losses_as_text)

BOOST_AUTO_TEST_CASE(each_kind_says_what_happens_to_what) {
  BOOST_TEST(text_of(loss(LossKind::table, 11998204)) == "drops table public.orders: 11 998 204 rows");
  BOOST_TEST(text_of(loss(LossKind::column, 1)) == "drops column public.orders: 1 value");
  BOOST_TEST(text_of(loss(LossKind::truncated, 999)) == "empties table public.orders: 999 rows");
  BOOST_TEST(text_of(loss(LossKind::all_rows, 1000)) == "deletes rows from public.orders: 1 000 rows");
  BOOST_TEST(text_of(loss(LossKind::some_rows, 1234, true)) ==
             "deletes rows from public.orders: up to 1 234 rows");
  BOOST_TEST(text_of({"a", LossKind::database, "shop", {}, false}) == "drops database shop");
  BOOST_TEST(text_of({"a", LossKind::unseen, "a.sql:3", {}, false}) ==
             "runs code that may lose data: a.sql:3");
}

BOOST_AUTO_TEST_CASE(an_estimate_is_rounded_and_called_one) {
  BOOST_TEST(about(11998204) == "drops table public.orders: about 12 000 000 rows");
  BOOST_TEST(about(123456) == "drops table public.orders: about 120 000 rows");
  BOOST_TEST(about(99) == "drops table public.orders: about 99 rows");
  BOOST_TEST(about(999) == "drops table public.orders: about 1 000 rows");
}

BOOST_AUTO_TEST_CASE(what_nobody_knows_is_said) {
  BOOST_TEST(text_of(loss(LossKind::table, {})) == "drops table public.orders: row count unknown");
  BOOST_TEST(text_of(loss(LossKind::column, {})) == "drops column public.orders: value count unknown");
}

BOOST_AUTO_TEST_CASE(losses_stand_below_their_steps) {
  BOOST_TEST(losses_text(steps, three, 15, "runner down --dry-run") ==
             "  003_c\n"
             "  002_b\n"
             "    drops table public.b: 3 rows\n"
             "    drops table public.c: 4 rows\n"
             "  001_a\n"
             "    drops column public.a.i: 5 values\n");
}

BOOST_AUTO_TEST_CASE(too_many_are_counted) {
  BOOST_TEST(losses_text(steps, three, 1, "runner down --all --dry-run") ==
             "  003_c\n"
             "  002_b\n"
             "    drops table public.b: 3 rows\n"
             "  001_a\n"
             "and 2 more losses; this lists them all: runner down --all --dry-run\n");
}

BOOST_AUTO_TEST_CASE(a_plan_is_shown_with_what_it_would_lose) {
  const RunReport report{.action = Action::down,
                         .plan = {{step(Action::down, "002_b"), step(Action::down, "001_a")}, {}},
                         .at = {},
                         .nothing = {}};
  const auto shown = [&](std::vector<DataLoss> losses) {
    return shown_as_text([&](Reporter& reporter) {
             reporter.losses_found(std::move(losses));
             reporter.show_plan(report);
           })
        .out;
  };
  BOOST_TEST(shown(three) ==
             "would undo 2 migrations:\n"
             "  down 002_b  1 statement, one transaction\n"
             "    drops table public.b: 3 rows\n"
             "    drops table public.c: 4 rows\n"
             "  down 001_a  1 statement, one transaction\n"
             "    drops column public.a.i: 5 values\n"
             "\"runner up\" does not bring this data back.\n");
  BOOST_TEST(shown({}).ends_with("  down 001_a  1 statement, one transaction\n"));
}

BOOST_AUTO_TEST_SUITE_END()
