#include "client/server_report.hpp"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/server.hpp"

namespace server_report {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;

struct Meaning {
  std::string_view what, sqlstate;
  ErrorKind kind;
};
std::ostream& operator<<(std::ostream& out, const Meaning& sample) { return out << sample.what; }

const std::vector<Meaning> meanings{
    {"a syntax error", "42601", ErrorKind::failed},
    {"a statement timeout", "57014", ErrorKind::failed},
    {"no SQLSTATE: the connection", "", ErrorKind::unreachable},
    {"a connection exception", "08006", ErrorKind::unreachable},
    {"an administrator's shutdown", "57P01", ErrorKind::unreachable},
    {"a crash", "57P02", ErrorKind::unreachable},
    {"starting up", "57P03", ErrorKind::unreachable},
    {"a disk that is full", "53100", ErrorKind::unreachable},
    {"a limit of temporary files", "53400", ErrorKind::failed},
    {"too many connections", "53300", ErrorKind::unreachable},
    {"a lock timeout", "55P03", ErrorKind::unreachable},
    {"a deadlock", "40P01", ErrorKind::unreachable},
    {"a limit of idle sessions", "57P05", ErrorKind::unreachable},
    {"a limit of idle transactions", "25P03", ErrorKind::unreachable},
    {"a limit of transactions", "25P04", ErrorKind::unreachable},
};

ServerReport failure_of(TemporaryDatabase& database, const std::string& sql) {
  Connection connection = connect(database.url());
  return connection.try_execute(sql).report();
}

}  // namespace server_report

BOOST_AUTO_TEST_SUITE(server_report)

BOOST_DATA_TEST_CASE(a_sqlstate_says_what_the_operator_has_to_do, bdata::make(meanings)) {
  BOOST_TEST((kind_of("FATAL", std::string(sample.sqlstate)) == sample.kind));
}

// dblink or a RAISE may report it.
BOOST_AUTO_TEST_CASE(a_script_may_speak_of_another_connection) {
  for (const char* sqlstate : {"08000", "08001", "08P01", "57P05", "25P03", "25P04"})
    BOOST_TEST((kind_of("ERROR", sqlstate) == ErrorKind::failed));
  BOOST_TEST((kind_of("ERROR", "55P03") == ErrorKind::unreachable));
}

BOOST_AUTO_TEST_CASE(a_panic_is_a_crash_whatever_made_it) {
  ServerReport report;
  report.severity = "PANIC";
  report.sqlstate = "53100";
  BOOST_TEST(to_error(report).sqlstate() == kServerCrashed);
}

BOOST_AUTO_TEST_CASE(every_field_of_the_report_is_kept) {
  TemporaryDatabase database;
  const ServerReport report = failure_of(
      database,
      "do $$ begin raise exception 'message' using detail = 'd', hint = 'h', errcode = 'P1234'; end $$");
  BOOST_TEST(report.severity == "ERROR");
  BOOST_TEST(report.sqlstate == "P1234");
  BOOST_TEST(report.message == "message");
  BOOST_TEST(report.detail == "d");
  BOOST_TEST(report.hint == "h");
  BOOST_TEST(report.context == "PL/pgSQL function inline_code_block line 1 at RAISE");
  BOOST_TEST(!report.position.has_value());
}

BOOST_AUTO_TEST_CASE(a_statement_that_refuses_a_transaction_is_told_how_to_run) {
  TemporaryDatabase database;
  Connection connection = connect(database.url());
  connection.execute("create table p (id int) partition by range (id); begin");
  const Error error = to_error(connection.try_execute("reindex table p").report());
  BOOST_TEST(error.sqlstate() == "25001");
  BOOST_TEST(error.hint() ==
             "Put the line \"-- runner: no-transaction\" at the top of the file: it then runs statement by "
             "statement.");
}

BOOST_AUTO_TEST_SUITE_END()
