// Tables migration_history that the old shell script or a person created.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "text/checksum.hpp"

namespace up_adopted {

using namespace runner;
using namespace runner::test;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

constexpr std::string_view kFirst = "create table a (i int);\n";

struct Adopted : RunnerFixture {
  Adopted() {
    empty_history();
    migration("001_a.sql", kFirst);
    migration("002_b.sql", "create table b (i int);\n");
  }

  /// Inserts a history row. The checksum is an SQL literal.
  void row(std::string_view name, const std::string& checksum) {
    database.execute(fmt::format("insert into migration_history (migration_name, checksum) values ('{}', {})",
                                 name, checksum));
  }
};

const std::string kFirstSum = "'" + Checksum::of(kFirst).hex() + "'";

struct Spelled {
  std::string_view before;
  std::string_view after;
};
std::ostream& operator<<(std::ostream& out, const Spelled& sample) { return out << sample.before; }

const std::vector<Spelled> spellings{{"001_a.sql", "002_b.sql"}, {"001_a", "002_b"}};
const std::vector<std::string> unknown_checksums{"null", "''", "'no-checksum'", "md5('x')", "'ABC'"};

}  // namespace up_adopted

BOOST_AUTO_TEST_SUITE(up_adopted)

BOOST_DATA_TEST_CASE(new_rows_are_spelled_as_those_that_are_there, bdata::make(spellings)) {
  Adopted adopted;
  adopted.row(sample.before, kFirstSum);
  BOOST_TEST(said(adopted.run({"up"})) == R"(
err:   up 002_b ......................................... N ms
out: applied 1 migration in N ms; at 002_b
exit: 0
)");
  BOOST_TEST(adopted.history() == (Names{std::string(sample.before), std::string(sample.after)}));
}

BOOST_DATA_TEST_CASE(a_checksum_that_cannot_be_one_is_unknown_and_not_changed,
                     bdata::make(unknown_checksums) * bdata::make(spellings), checksum, spelled) {
  Adopted adopted;
  adopted.row(spelled.before, checksum);
  const std::string before = adopted.database.value("select r::text from migration_history r");
  BOOST_TEST(adopted.run({"up"}).exit_code == 0);
  BOOST_TEST(adopted.database.value("select r::text from migration_history r where id = 1") == before);
  BOOST_TEST(adopted.history() == (Names{std::string(spelled.before), std::string(spelled.after)}));
}

BOOST_FIXTURE_TEST_CASE(the_checksum_of_a_windows_checkout_is_accepted, Adopted) {
  const std::string raw =
      "\xEF\xBB\xBF"
      "create table a (i int);\r\n";
  migration("001_a.sql", raw);
  row("001_a.sql", "'" + Checksum::of(raw).hex() + "'");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}));
}

BOOST_FIXTURE_TEST_CASE(a_windows_checkout_has_the_checksum_of_a_unix_one, Adopted) {
  row("001_a.sql", kFirstSum);
  migration("001_a.sql", "create table a (i int);\r\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_a.sql", "002_b.sql"}));
}

BOOST_FIXTURE_TEST_CASE(an_adopted_row_is_compared_with_its_file, Adopted) {
  row("001_a.sql", "'" + Checksum::of("something else").hex() + "'");
  BOOST_TEST(said(run({"up"})) == R"(
err: database/migrations/001_a.sql: error: "001_a.sql" was changed after it was applied (DATE, sha256 f41f3fa6… → 74243234…)
err: detail: The applied text was not stored, so runner cannot show the difference.
err: hint: Restore the file, and put the change into a new migration.
exit: 4
)");
}

BOOST_FIXTURE_TEST_CASE(rows_of_one_moment_are_ordered_by_their_numbers, Adopted) {
  row("002_b.sql", "null");
  row("001_a.sql", "null");
  database.execute("update migration_history set applied_at = '2026-11-20 14:02:00'");
  migration("003_c.sql", "create table c (i int);");
  BOOST_TEST(said(run({"up"})) == R"(
err:   up 003_c ......................................... N ms
out: applied 1 migration in N ms; at 003_c
exit: 0
)");
}

BOOST_DATA_TEST_CASE(a_file_may_write_its_own_row, bdata::make({"001_a", "001_a.sql"}), own) {
  RunnerFixture fixture;
  const std::string text = fmt::format(
      "create table a (i int);\ninsert into migration_history (migration_name) values ('{}');\n", own);
  fixture.migration("001_a.sql", text);
  BOOST_TEST(fixture.run({"up"}).exit_code == 0);
  BOOST_TEST(fixture.history() == (Names{own}));
  BOOST_TEST(fixture.database.value("select checksum from migration_history") == Checksum::of(text).hex());
  BOOST_TEST(said(fixture.run({"up"})) == R"(
out: nothing to do: no migration is pending; at 001_a
exit: 0
)");
}

BOOST_DATA_TEST_CASE(a_down_file_may_delete_its_own_row, bdata::make({"001_a", "001_a.sql"}), own) {
  RunnerFixture fixture;
  fixture.migration("001_a.sql",
                    fmt::format("insert into migration_history (migration_name) values ('{}');", own));
  fixture.migration("001_a.down.sql",
                    fmt::format("delete from migration_history where migration_name = '{}';", own));
  BOOST_TEST(fixture.run({"up"}).exit_code == 0);
  BOOST_TEST(said(fixture.run({"down"})) == R"(
err:   down 001_a ....................................... N ms
out: undid 1 migration in N ms in DB; nothing is applied
exit: 0
)");
  BOOST_TEST(fixture.history().empty());
}

BOOST_FIXTURE_TEST_CASE(down_deletes_an_adopted_row_however_it_is_spelled, Adopted) {
  migration("001_a.down.sql", "select 1;");
  remove_migration("002_b.sql");
  for (const std::string_view spelled : {"001_a", "001_a.sql", "001_a.up.sql"}) {
    row(spelled, "null");
    BOOST_TEST(run({"down"}).exit_code == 0);
    BOOST_TEST(history().empty());
  }
}

BOOST_FIXTURE_TEST_CASE(a_row_without_a_number_is_named_and_left_alone, Adopted) {
  row("baseline", "null");
  row("001_a.sql", kFirstSum);
  BOOST_TEST(said(run({"up"})) == R"(
err: note: the history row "baseline" has no number; it is left alone
err:   up 002_b ......................................... N ms
out: applied 1 migration in N ms; at 002_b
exit: 0
)");
  BOOST_TEST(history() == (Names{"baseline", "001_a.sql", "002_b.sql"}));
}

BOOST_AUTO_TEST_SUITE_END()
