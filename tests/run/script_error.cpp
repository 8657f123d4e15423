#include "run/script_error.hpp"

#include <boost/test/unit_test.hpp>
#include <utility>

#include "client/copying.hpp"
#include "support/server.hpp"

namespace script_error {

using namespace runner;
using namespace runner::test;

Result sent(Connection& connection, const ScriptStatement& item) {
  return connection.try_execute(std::string(item.sql()));
}

Result copied(Connection& connection, const ScriptStatement& item) {
  return copy_rows(connection, std::string(item.sql()), item.rows.value().text);
}

Result sent_with_parameters(Connection& connection, const ScriptStatement& item) {
  const std::vector<Query> queries{{std::string(item.sql()), {}}};
  return std::move(connection.try_together(queries).front());
}

// The server's error for the only statement of a script.
Error error_in(TemporaryDatabase& database, const std::string& text,
               Result (*run)(Connection&, const ScriptStatement&) = sent) {
  const Script script = check_script("001_a.sql", Text(text));
  ScriptStatements items(script);
  const auto item = items.next();
  Connection connection = connect(database.url());
  return to_error(run(connection, *item).report(), *item);
}

}  // namespace script_error

BOOST_AUTO_TEST_SUITE(script_error)

BOOST_AUTO_TEST_CASE(a_position_counts_characters_and_becomes_a_place_in_the_file) {
  TemporaryDatabase database;
  const Error error = error_in(database, "-- a comment\n\n  select 'é', bogus;\n");
  const Place expected{"001_a.sql", 3, 15, "  select 'é', bogus;", 15};
  BOOST_TEST((error.place() == expected));
  BOOST_TEST(error.message() == "column \"bogus\" does not exist");
}

BOOST_AUTO_TEST_CASE(without_a_position_the_place_is_the_first_line_of_the_statement) {
  TemporaryDatabase database;
  database.execute("create table t (id int primary key); insert into t values (1)");
  const Error error = error_in(database, "\ninsert into t\nvalues (1);");
  const Place expected{"001_a.sql", 2, 0, "insert into t", 0};
  BOOST_TEST((error.place() == expected));
  BOOST_TEST(error.detail() == "Key (id)=(1) already exists.");
  BOOST_TEST(error.sqlstate() == "23505");
}

BOOST_AUTO_TEST_CASE(the_query_inside_a_function_is_told_with_the_context) {
  TemporaryDatabase database;
  const Error error = error_in(database, "do $$ begin\n perform * from nowhere;\nend $$;");
  BOOST_TEST(error.context() ==
             "PL/pgSQL function inline_code_block line 2 at PERFORM\nquery: SELECT * from nowhere");
}

BOOST_AUTO_TEST_CASE(rows_that_cannot_be_copied_are_told_by_their_line) {
  TemporaryDatabase database;
  database.execute("create table t (i int)");
  const Error error = error_in(database, "-- rows\ncopy t from stdin;\n1\ntwo\n\\.\n", copied);
  BOOST_TEST(error.place()->line == 4);
}

BOOST_AUTO_TEST_CASE(a_parameter_that_nothing_fills_is_told_at_its_place) {
  TemporaryDatabase database;
  const Error error = error_in(database, "select 1 + $1;\n", sent_with_parameters);
  const Place expected{"001_a.sql", 1, 12, "select 1 + $1;", 12};
  BOOST_TEST((error.place() == expected));
  BOOST_TEST(error.message() == "there is no parameter $1");
}

BOOST_AUTO_TEST_SUITE_END()
