#include "sql/index_build.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace index_build {

using namespace runner;
namespace bdata = boost::unit_test::data;

struct Sample {
  std::string_view statement, expected;  // empty: another kind of statement
};
std::ostream& operator<<(std::ostream& out, const Sample& sample) { return out << sample.statement; }

const std::vector<Sample> samples{
    {"create index concurrently i on t (a)", "i on t"},
    {"CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"My i\" ON public.\"T\" (a)",
     "\"My i\" on public.\"T\""},
    {"create index concurrently on only s . t using gin (a)", " on s.t"},
    {"create index /* slowly */ concurrently i -- here\n on t (a)", "i on t"},
    {"create index i on t (a)", ""},
    {"create table concurrently (a int)", ""},
    {"reindex index concurrently i", ""},
    {"drop index concurrently i", ""},
};

const std::vector<Sample> drops{
    {"drop index concurrently i", "i"},
    {"DROP INDEX CONCURRENTLY IF EXISTS \"My s\" . \"My i\" cascade", "\"My s\".\"My i\""},
    {"drop index i", ""},
    {"drop table concurrently", ""},
    {"create index concurrently i on t (a)", ""},
};

const std::vector<Sample> rebuilds{
    {"reindex index concurrently i", "index i"},
    {"REINDEX TABLE CONCURRENTLY public.\"T\"", "table public.\"T\""},
    {"reindex (verbose, concurrently) schema s", "schema s"},
    {"reindex (concurrently, tablespace fast) table t", "table t"},
    {"reindex database concurrently", "database "},
    {"reindex (verbose) table t", ""},
    {"reindex index i", ""},
    {"create index concurrently i on t (a)", ""},
};

}  // namespace index_build

BOOST_AUTO_TEST_SUITE(index_build)

BOOST_DATA_TEST_CASE(a_concurrent_build_names_its_index_and_table, bdata::make(samples)) {
  const auto build = concurrent_build(sample.statement);
  BOOST_TEST((build ? build->name + " on " + build->table : "") == sample.expected);
}

BOOST_DATA_TEST_CASE(a_concurrent_rebuild_names_what_it_builds_again, bdata::make(rebuilds)) {
  const auto rebuild = concurrent_rebuild(sample.statement);
  BOOST_TEST((rebuild ? rebuild->what + " " + rebuild->name : "") == sample.expected);
}

BOOST_DATA_TEST_CASE(a_concurrent_drop_names_its_index, bdata::make(drops)) {
  BOOST_TEST(concurrent_drop(sample.statement).value_or("") == sample.expected);
}

BOOST_AUTO_TEST_SUITE_END()
