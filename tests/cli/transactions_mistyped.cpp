// Statements that cannot run in a transaction and that the server cannot parse.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace transactions_mistyped {

using namespace runner::test;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;

struct Mistyped {
  std::string_view statement;
  std::size_t column;  // in a line with two leading blanks
  std::string_view message;
};
std::ostream& operator<<(std::ostream& out, const Mistyped& sample) { return out << sample.statement; }

const std::vector<Mistyped> all_mistyped{
    {"create index concurrently on", 31, "syntax error at end of input"},
    {"create index concurrently", 28, "syntax error at end of input"},
    {"create index concurrently i on", 33, "syntax error at end of input"},
    {"create unique index concurrently i on t.(i)", 43, "syntax error at or near \"(\""},
    {"create index concurrently i.j on t (i)", 30, "syntax error at or near \".\""},
    {"create index concurrently 1 on t (i)", 29, "syntax error at or near \"1\""},
    {"create index concurrently if not exists on t (i)", 43, "syntax error at or near \"on\""},
    {"create index concurrently \"\" on t (i)", 29, "zero-length delimited identifier at or near \"\"\"\""},
    {"drop index concurrently", 26, "syntax error at end of input"},
    {"drop index concurrently if exists", 36, "syntax error at end of input"},
    {"reindex index concurrently", 29, "syntax error at end of input"},
    {"reindex table concurrently t.", 32, "syntax error at end of input"},
    {"reindex (concurrently) table", 31, "syntax error at end of input"},
    {"reindex schema", 17, "syntax error at end of input"},
    {"reindex (concurrent) schema public", 12, "unrecognized REINDEX option \"concurrent\""},
    {"vacuum t u", 12, "syntax error at or near \"u\""},
    {"vacuum (fast) t", 11, "unrecognized VACUUM option \"fast\""},
    {"create database", 18, "syntax error at end of input"},
    {"alter system set", 19, "syntax error at end of input"},
    {"alter table t detach partition concurrently", 34, "syntax error at or near \"concurrently\""},
};

struct Mistypings : RunnerFixture {
  Mistypings() { given("create table t (i int)"); }

  Names rows() { return database.column("select i from t order by i"); }
};

}  // namespace transactions_mistyped

BOOST_AUTO_TEST_SUITE(transactions_mistyped)

// A statement that the server cannot parse has no effect, in a transaction or not.
BOOST_DATA_TEST_CASE_F(Mistypings, a_first_statement_that_the_server_cannot_read_was_undone,
                       bdata::make(all_mistyped), sample) {
  migration("001_a.sql", "create table a (i int);");
  migration("001_a.down.sql", fmt::format("{};\ndrop table a;\n", sample.statement));
  migration("002_b.sql", fmt::format("-- about it\n  {};\nselect 1;\n", sample.statement));
  BOOST_TEST(says(
      run({"up"}), 3,
      fmt::format("database/migrations/002_b.sql:2:{}: error: {} [42601]\n", sample.column, sample.message)));
  BOOST_TEST(database.value("select count(*) from migration_log where statement > 0") == "0");
  BOOST_TEST(says(run({"down"}), 3,
                  fmt::format("database/migrations/001_a.down.sql:1:{}: error: {} [42601]\n",
                              sample.column - 2, sample.message)));
  BOOST_TEST(history() == (Names{"001_a.sql"}));
  BOOST_TEST(run({"status", "--check"}).exit_code == 6);
}

BOOST_FIXTURE_TEST_CASE(a_later_statement_that_the_server_cannot_read_leaves_the_script_half_done,
                        Mistypings) {
  migration("001_x.sql", "insert into t values (1);\ncreate index concurrently i on;\n");
  BOOST_TEST(says(run({"up"}), 5, "001_x.sql:2:31: error: syntax error at end of input [42601]\n"));
  migration("001_x.sql", "insert into t values (1);\ncreate index concurrently i on t (i);\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(rows() == (Names{"1"}));
}

BOOST_FIXTURE_TEST_CASE(names_that_only_the_server_can_read_do_not_stop_a_script, Mistypings) {
  migration("001_x.sql",
            "create index concurrently U&\"\\0069x\" on U&\"\\0074\" (i);\n"
            "reindex table concurrently U&\"\\0074\";\ndrop index concurrently U&\"\\0069x\";\n");
  const Outcome outcome = run({"up"});
  BOOST_TEST(outcome.exit_code == 0, outcome.err);
}

// runner cannot look up such a name, and the server reports the reason.
BOOST_FIXTURE_TEST_CASE(a_name_with_too_many_parts_is_refused_by_the_statement_itself, Mistypings) {
  migration("001_x.sql", "create index concurrently i on a.b.c.t (i);\n");
  const Outcome outcome = run({"up"});
  BOOST_TEST(says(outcome, 3, "improper qualified name (too many dotted names): a.b.c.t [42601]"));
}

BOOST_AUTO_TEST_SUITE_END()
