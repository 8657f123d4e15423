#include "client/pipeline.hpp"

#include <fmt/format.h>

#include <boost/test/unit_test.hpp>

#include "support/errors.hpp"
#include "support/server.hpp"

namespace pipeline_tests {

using namespace runner;
using namespace runner::test;

using Words = std::vector<std::string>;

struct PipelineFixture : SessionFixture {
  Pipeline pipeline{connection};
  Words heard;

  void send(const std::string& sql) {
    pipeline.send({sql, {}}, [this, sql](const Result& answer) {
      if (answer.failed()) throw to_error(answer.report());
      heard.push_back(sql);
    });
  }
};

}  // namespace pipeline_tests

BOOST_FIXTURE_TEST_SUITE(pipeline_tests, PipelineFixture)

BOOST_AUTO_TEST_CASE(answers_are_told_in_the_order_of_sending) {
  send("select 1");
  pipeline.then([&] { heard.emplace_back("both before"); });
  send("select 2");
  BOOST_TEST(heard.empty());
  pipeline.finish();
  BOOST_TEST(heard == (Words{"select 1", "both before", "select 2"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_has_nothing_to_wait_for_is_done_at_once) {
  pipeline.then([&] { heard.emplace_back("now"); });
  BOOST_TEST(heard == Words{"now"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_server_skips_what_was_sent_after_a_failure) {
  send("begin");
  send("create table before ()");
  send("commit");
  send("select 1 / 0");
  send("create table after ()");
  BOOST_CHECK_EXCEPTION(pipeline.finish(), Error, failed("division by zero").sqlstate("22012"));
  pipeline.abandon();
  BOOST_TEST(database.exists("before"));
  BOOST_TEST(!database.exists("after"));
  BOOST_TEST(connection.idle());
  BOOST_TEST(connection.execute("select 3").text(0, 0) == "3");
}

BOOST_AUTO_TEST_CASE(a_question_is_answered_with_its_rows_after_all_that_was_sent_before) {
  send("create table t as select generate_series(1, 3) as i");
  const Result answer = pipeline.ask({"select i from t order by i", {}});
  BOOST_TEST(heard.size() == 1U);
  BOOST_TEST(answer.rows() == 3);
  BOOST_TEST(answer.text(2, 0) == "3");
  pipeline.finish();
}

BOOST_AUTO_TEST_CASE(more_than_may_be_on_its_way_is_sent_none_the_less) {
  constexpr std::size_t kStatements = 64;
  const std::string filling(32 * 1024, 'x');
  for (std::size_t i = 0; i < kStatements; ++i) send(fmt::format("select {} /* {} */", i, filling));
  BOOST_TEST(!heard.empty());
  pipeline.finish();
  BOOST_TEST(heard.size() == kStatements);
  BOOST_TEST(heard.back().starts_with("select 63 "));
}

BOOST_AUTO_TEST_CASE(a_named_statement_stays_until_the_session_forgets_it) {
  const std::string names = "select count(*) from pg_prepared_statements where name like 'runner: %'";
  pipeline.name_statements(true);
  send("select 1");
  pipeline.name_statements(false);
  send("select 2");
  pipeline.finish();
  BOOST_TEST(connection.execute(names).text(0, 0) == "1");
  connection.execute("deallocate all");
  BOOST_TEST(connection.execute(names).text(0, 0) == "0");
}

BOOST_AUTO_TEST_CASE(no_more_statements_get_names_than_are_small_together) {
  const std::string filling(40 * 1024, 'x');
  const auto named = [&] {
    return connection
        .execute(
            "select string_agg(substr(statement, 1, 8), ', ' order by statement)"
            " from pg_prepared_statements where name like 'runner: %'")
        .text(0, 0);
  };
  pipeline.name_statements(true);
  send(fmt::format("select 1 /* {} */", filling));
  send(fmt::format("select 2 /* {} */", filling));
  send("select 3");
  pipeline.finish();
  BOOST_TEST(named() == "select 1, select 3");
  connection.execute("deallocate all");
  pipeline.name_statements(true);
  send(fmt::format("select 4 /* {} */", filling));
  pipeline.finish();
  BOOST_TEST(named() == "select 4");
}

BOOST_AUTO_TEST_CASE(a_named_statement_that_the_server_does_not_understand_fails_once) {
  pipeline.name_statements(true);
  send("select nothing_of_this_name");
  BOOST_CHECK_EXCEPTION(pipeline.finish(), Error,
                        failed("column \"nothing_of_this_name\" does not exist").sqlstate("42703"));
  pipeline.abandon();
  BOOST_TEST(connection.idle());
}

BOOST_AUTO_TEST_CASE(a_statement_is_sent_again_with_other_parameters) {
  database.execute("create table t (i int)");
  const auto insert = [&](const char* value) {
    pipeline.send_again({"insert into t values ($1)", {value}}, [](const Result& answer) {
      if (answer.failed()) throw to_error(answer.report());
    });
  };
  pipeline.name_statements(true);
  insert("1");
  send("insert into t values (2)");
  insert("3");
  pipeline.name_statements(false);
  send("insert into t values (4)");  // unnamed, so the server has to parse the insert again
  insert("5");
  pipeline.finish();
  BOOST_TEST(database.column("select i from t order by i") == (Words{"1", "2", "3", "4", "5"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
