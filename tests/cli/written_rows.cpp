// A step counts as applied only with its rows: if a trigger suppresses one, runner undoes the step.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace written_rows {

using namespace runner::test;
namespace bdata = boost::unit_test::data;

struct Kept {
  std::string_view table, event, command;
};
std::ostream& operator<<(std::ostream& out, const Kept& kept) {
  return out << kept.command << ", " << kept.event << " on " << kept.table;
}

const std::vector<Kept> kept_out{
    {"migration_history", "insert", "up"}, {"migration_log", "insert", "up"},
    {"migration_scripts", "insert", "up"}, {"migration_history", "delete", "down"},
    {"migration_log", "insert", "down"},   {"seed_history", "delete", "down"},
    {"seed_history", "insert", "seed"},    {"migration_log", "insert", "seed"},
};

struct Applied : RunnerFixture {
  Applied() {
    pair("001_a");
    seed("001_s.sql", "insert into a values (1);\n");
    BOOST_REQUIRE(run({"up"}).exit_code == 0);
    BOOST_REQUIRE(run({"seed"}).exit_code == 0);
    migration("002_b.sql", "create table b (i int);\n");
    seed("002_t.sql", "insert into a values (2);\n");
    database.execute(
        "create function nothing() returns trigger language plpgsql as $$ begin return null; end $$");
  }
  void keep_out(std::string_view event, std::string_view table) {
    database.execute(fmt::format("create trigger t before {} on {} for each row execute function nothing()",
                                 event, table));
  }
};

}  // namespace written_rows

BOOST_AUTO_TEST_SUITE(written_rows)

BOOST_DATA_TEST_CASE(a_step_without_its_rows_is_undone, bdata::make(kept_out)) {
  Applied fixture;
  fixture.keep_out(sample.event, sample.table);
  const bool down = sample.command == "down";
  BOOST_TEST(says(fixture.run(down ? std::vector<std::string>{"down", "--yes"}
                                   : std::vector<std::string>{std::string(sample.command)}),
                  3,
                  "error: the server did not write the row of the history or of the log\n"
                  "hint: A trigger on runner's own tables discards rows"));
  BOOST_TEST(fixture.history() == std::vector<std::string>{"001_a.sql"}, boost::test_tools::per_element());
  BOOST_TEST(!fixture.database.exists("b"));
  BOOST_TEST(fixture.database.value("select count(*) from a") == "1");
}

BOOST_FIXTURE_TEST_CASE(a_script_without_a_transaction_is_not_done_without_its_rows, Applied) {
  keep_out("insert", "migration_log");
  migration("002_b.sql", "-- runner: no-transaction\ncreate table b (i int);\n");
  const Outcome outcome = run({"up"});
  BOOST_TEST(outcome.exit_code == 3, outcome.err);
  BOOST_TEST(!database.exists("b"));
}

BOOST_AUTO_TEST_SUITE_END()
