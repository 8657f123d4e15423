#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/fake_server.hpp"
#include "support/runner_fixture.hpp"
#include "support/says.hpp"

namespace connection_tests {

using namespace runner::test;
namespace bdata = boost::unit_test::data;

// Offers encryption to the server, as users do.
struct Connecting : RunnerFixture {
  Connecting() {
    environment_.erase("PGSSLMODE");
    environment_.erase("PGGSSENCMODE");
    migration("001_a.sql", "create table a (i int);");
  }

  std::string said_at(const std::string& url, std::vector<std::string> words = {"status"}) {
    return said(run_at(url, words));
  }

  /// Host and port of the test server, as in "127.0.0.1:5432".
  static std::string place() { return server_address().host + ":" + server_address().port; }

  /// The start of libpq's message about a failure.
  static std::string failed(const std::string& port = server_address().port) {
    return fmt::format("connection to server at \"127.0.0.1\", port {} failed: ", port);
  }
};

// Without a database: another program listens in place of the server.
struct Impostor : ProjectFixture {
  Outcome status_at(int port, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"status"};
    words.insert(words.end(), more.begin(), more.end());
    return run_at(url_of_impostor(port), words);
  }

  static std::string url_of_impostor(int port, const std::string& more = "") {
    return fmt::format("postgresql://app:secret@127.0.0.1:{}/shop?sslmode=disable&gssencmode=disable{}", port,
                       more);
  }
};

struct Unreadable {
  std::string_view what, url, said;
};
std::ostream& operator<<(std::ostream& out, const Unreadable& sample) { return out << sample.what; }

constexpr std::string_view kMustBeEncoded = R"(
err: error: the user or password in DATABASE_URL contains a character that must be percent-encoded
err: hint: Write @ as %40, / as %2F, # as %23, ? as %3F, : as %3A, % as %25.
exit: 1
)";

std::string unreadable(const std::string& why) {
  return fmt::format(
      "\nerr: error: DATABASE_URL could not be read: {}\n"
      "err: hint: It should look like postgresql://user:password@host:5432/database\nexit: 1\n",
      why);
}

const std::string kNotANumber = R"(
err: error: the port in DATABASE_URL is not a number
err: hint: It should look like postgresql://user:password@host:5432/database
exit: 1
)";

const std::string kPercent = unreadable("invalid percent-encoded token: \"…\"");
const std::string kMissing = unreadable("missing \"…\" in connection info string");
const std::string kOption = unreadable("invalid connection option \"…\"");
const std::string kOpenQuote = unreadable("unterminated quoted string in connection info string");
const std::string kParameter = unreadable("invalid URI query parameter: \"…\"");
const std::string kBracket = unreadable("end of string reached when looking for matching \"…\"");

const std::vector<Unreadable> unreadables{
    {"an @ in the password", "postgresql://app:hun@ter2@db/shop", kMustBeEncoded},
    {"a slash in the password", "postgresql://app:hun/ter2@db/shop", kMustBeEncoded},
    {"a # in the password", "postgresql://app:hun#ter2@db/shop", kMustBeEncoded},
    {"a ? in the password", "postgresql://app:hun?ter2@db/shop", kMustBeEncoded},
    {"a % in the password", "postgresql://app:hun%ter2@db/shop", kPercent},
    {"the URL of something else", "mysql://app:hunter2@db/shop", kMissing},
    {"the URL of something else, with a quote in its password", "mysql://app:hun\"ter2@db/shop", kMissing},
    {"a scheme with a driver and a query", "postgresql+psycopg://app:hunter2@db/shop?sslmode=require",
     kOption},
    {"quotes that were meant for a shell", "\"postgresql://app:hunter2@db/shop\"", kMissing},
    {"a word", "hunter2", kMissing},
    {"an unknown option", "host=db passwrod=hunter2", kOption},
    {"a password with a blank in it", "host=db password=a hunter2", kMissing},
    {"an open quote", "host=db password='a hunter2", kOpenQuote},
    {"an unknown parameter", "postgresql://app@db/shop?pw=hunter2", kParameter},
    {"an open bracket", "postgresql://app:hunter2@[::1/shop", kBracket},
    {"no host, so that the password is taken for a port", "postgresql://app:hunter2", kNotANumber},
    {"no host, with a database", "postgresql://app:hunter2/shop", kNotANumber},
    {"a port in words", "postgresql://app:hunter2@db:five/shop", kNotANumber},
    {"variables that nobody fills in", "postgresql://${POSTGRES_USER}:hunter2@db/shop", R"(
err: error: DATABASE_URL holds a variable in ${…}, and runner fills in none
err: hint: Write the value itself; or set DATABASE_URL in the environment, where the shell fills it in.
exit: 1
)"},
    {"a URL for a database name", "host=db dbname=postgresql://app:hunter2@db/shop", R"(
err: error: the dbname in DATABASE_URL is a URL
err: hint: Put a URL into DATABASE_URL, as a whole.
exit: 1
)"},
};

}  // namespace connection_tests

BOOST_FIXTURE_TEST_SUITE(connecting, connection_tests::Connecting)
using namespace connection_tests;

BOOST_AUTO_TEST_CASE(a_wrong_password_is_told_at_once_even_when_waiting_is_allowed) {
  BOOST_TEST(said_at(url_of(database.name(), "runner", "hunter2"), {"up", "--wait", "1h"}) ==
             fmt::format(R"(
err: error: could not connect to runner@{}/{}
err: detail: {}FATAL:  password authentication failed for user "runner"
err: hint: Check the user and the password.
exit: 1
)",
                         place(), database.name(), failed()));
  BOOST_TEST(!database.exists("a"));
}

BOOST_AUTO_TEST_CASE(no_password_says_where_to_put_one) {
  BOOST_TEST(said_at(fmt::format("postgresql://runner@{}/{}", place(), database.name())) ==
             fmt::format(R"(
err: error: could not connect to runner@{}/{}
err: detail: {}fe_sendauth: no password supplied
err: hint: Put the password into DATABASE_URL, PGPASSWORD or ~/.pgpass.
exit: 1
)",
                         place(), database.name(), failed()));
}

BOOST_AUTO_TEST_CASE(a_database_that_is_not_there_is_named_with_how_to_make_it) {
  BOOST_TEST(said_at(url_of("runner_test_nowhere")) == fmt::format(R"(
err: error: could not connect to runner@{}/runner_test_nowhere
err: detail: {}FATAL:  database "runner_test_nowhere" does not exist
err: hint: Check the name in DATABASE_URL, or create it: createdb NAME, createuser NAME.
exit: 1
)",
                                                                   place(), failed()));
}

BOOST_AUTO_TEST_CASE(a_role_that_is_not_there_looks_like_a_wrong_password) {
  BOOST_TEST(said_at(url_of(database.name(), "runner_test_nobody", "x"))
                 .ends_with("FATAL:  password authentication failed for user \"runner_test_nobody\"\n"
                            "err: hint: Check the user and the password.\nexit: 1\n"));
}

BOOST_AUTO_TEST_CASE(a_host_that_does_not_resolve_may_do_so_later) {
  const std::string said = said_at("postgresql://app:secret@no-such-host.invalid/shop");
  BOOST_TEST(
      said.starts_with("\nerr: error: could not connect to app@no-such-host.invalid:5432/shop\n"
                       "err: detail: could not translate host name \"no-such-host.invalid\" to address: "));
  BOOST_TEST(said.ends_with("\nerr: hint: Check the host in DATABASE_URL, and the network.\nexit: 2\n"));
}

BOOST_AUTO_TEST_CASE(a_url_may_have_a_line_end_behind_it) {
  BOOST_TEST(run_at(database.url() + "\n", {"up"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(an_encoded_password_is_decoded) {
  const TemporaryRole role(database);
  database.execute(fmt::format(R"(alter role {} password 'a@b/c#d?e:f%g h"i''j')", role.name()));
  const std::string url = url_of(database.name(), role.name(), "a%40b%2Fc%23d%3Fe%3Af%25g%20h%22i%27j");
  BOOST_TEST(run_at(url, {"status"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(a_role_that_may_not_log_in_is_told_so) {
  const TemporaryRole role(database);
  database.execute(fmt::format("alter role {} nologin", role.name()));
  BOOST_TEST(said_at(role.url()) == fmt::format(R"(
err: error: could not connect to {0}@{1}/{2}
err: detail: {3}FATAL:  role "{0}" is not permitted to log in
err: hint: Connect as another role, or ALTER ROLE … LOGIN.
exit: 1
)",
                                                role.name(), place(), database.name(), failed()));
}

BOOST_AUTO_TEST_CASE(a_role_that_may_not_connect_is_told_so) {
  const TemporaryRole role(database);
  database.execute(fmt::format("revoke connect on database {} from public", database.name()));
  BOOST_TEST(said_at(role.url()) == fmt::format(R"(
err: error: could not connect to {0}@{1}/{2}
err: detail: {3}FATAL:  permission denied for database "{2}"
err:   DETAIL:  User does not have CONNECT privilege.
err: hint: Give the role access: GRANT CONNECT ON DATABASE … TO …
exit: 1
)",
                                                role.name(), place(), database.name(), failed()));
}

BOOST_AUTO_TEST_CASE(too_many_connections_is_a_busy_server) {
  const TemporaryRole role(database);
  database.execute(fmt::format("alter role {} connection limit 0", role.name()));
  BOOST_TEST(said_at(role.url()) == fmt::format(R"(
err: error: could not connect to {0}@{1}/{2}
err: detail: {3}FATAL:  too many connections for role "{0}"
err: hint: The server has no free connection. Try again later.
exit: 2
)",
                                                role.name(), place(), database.name(), failed()));
}

BOOST_AUTO_TEST_CASE(encryption_that_the_server_lacks_is_told) {
  BOOST_TEST(said_at(database.url() + "?sslmode=require") == fmt::format(R"(
err: error: could not connect to runner@{}/{}
err: detail: {}server does not support SSL, but SSL was required
err: hint: Remove sslmode from DATABASE_URL, or switch SSL on at the server.
exit: 1
)",
                                                                         place(), database.name(), failed()));
}

BOOST_AUTO_TEST_CASE(a_setting_that_libpq_does_not_know_is_named) {
  BOOST_TEST(said_at(database.url() + "?sslmode=maybe") == fmt::format(R"(
err: error: could not connect to runner@{}/{}
err: detail: invalid sslmode value: "maybe"
err: hint: Check this setting of the connection.
exit: 1
)",
                                                                       place(), database.name()));
}

BOOST_AUTO_TEST_CASE(a_service_that_nobody_defined_is_named) {
  BOOST_TEST(said_at("service=nowhere") == R"(
err: error: could not connect to service nowhere
err: detail: definition of service "nowhere" not found
err: hint: Check its name, and ~/.pg_service.conf or PGSERVICEFILE.
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(a_read_only_session_is_refused_before_anything_runs) {
  const TemporaryRole role(database);
  database.execute(fmt::format("alter role {} set default_transaction_read_only = on", role.name()));
  BOOST_TEST(said_at(role.url(), {"up"}) == fmt::format(R"(
err: error: the session of "{}" is read-only
err: hint: See default_transaction_read_only of the role, the database and the server.
exit: 4
)",
                                                        role.name()));
  BOOST_TEST(!database.exists("migration_history"));
}

BOOST_AUTO_TEST_CASE(a_read_only_session_is_enough_to_look) {
  const TemporaryRole role(database);
  database.execute(fmt::format("alter role {} set default_transaction_read_only = on", role.name()));
  BOOST_TEST(said_at(role.url()) == R"(
out: version  name  state    applied at  by  took  rollback
out: 001      a     pending                        none
out: 0 applied, 1 pending; nothing is applied
exit: 0
)");
  BOOST_TEST(run_at(role.url(), {"up", "--dry-run"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(a_url_can_ask_for_a_primary) {
  database.execute(fmt::format("alter database {} set default_transaction_read_only = on", database.name()));
  BOOST_TEST(said_at(database.url() + "?target_session_attrs=read-write", {"up"}) ==
             fmt::format(R"(
err: error: could not connect to runner@{}/{}
err: detail: {}session is read-only
err: hint: This is a standby or read-only: point DATABASE_URL at the primary.
exit: 4
)",
                         place(), database.name(), failed()));
}

BOOST_AUTO_TEST_CASE(a_schema_that_is_not_there_is_named_with_how_to_make_it) {
  BOOST_TEST(said(run({"up", "--schema", "Ops"})) == R"(
err: error: the schema "Ops" does not exist
err: hint: Create it first: create schema "Ops";
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(no_schema_at_all_is_told) {
  database.execute("drop schema public");
  BOOST_TEST(said(run({"up"})) == R"(
err: error: no schema of search_path exists in this database
err: hint: Name one with --schema, or create it: create schema public;
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(a_role_that_may_not_read_the_history_is_told_what_it_needs) {
  run({"up"});
  const TemporaryRole role(database);
  BOOST_TEST(said_at(role.url()) == R"(
err: error: could not read runner's own tables: permission denied for table migration_history [42501]
err: hint: Grant the role SELECT on migration_history, _log and _scripts, and on seed_history.
exit: 4
)");
  database.execute(
      fmt::format("grant select on migration_history, migration_log, migration_scripts to {}", role.name()));
  BOOST_TEST(run_at(role.url(), {"status"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(a_role_that_may_not_create_tables_is_told_what_it_needs) {
  const TemporaryRole role(database);
  BOOST_TEST(said_at(role.url(), {"up"}) == R"(
err: error: could not create runner's own tables: permission denied for schema public [42501]
err: hint: Grant the role CREATE and USAGE on that schema.
exit: 4
)");
}

// The script is fine: the user only has to run it again.
BOOST_AUTO_TEST_CASE(a_disk_that_is_full_is_no_fault_of_the_script) {
  migration("001_a.sql",
            "do $$ begin raise exception 'could not extend file' using errcode = 'disk_full',"
            " hint = 'Check free disk space.'; end $$;\n");
  BOOST_TEST(said(run({"up", "--quiet"})) == R"(
err: database/migrations/001_a.sql:1: error: could not extend file [53100]
err:     do $$ begin raise exception 'could not extend file' using errcode = 'dis…
err: context: PL/pgSQL function inline_code_block line 1 at RAISE
err: hint: Check free disk space.
err:   "001_a" was undone; nothing is applied.
exit: 2
)");
}

BOOST_AUTO_TEST_CASE(a_server_that_appears_late_is_waited_for) {
  const int port = free_port();
  Process process = start_at(url_at_port(port, database.name()), {"up", "--wait", "1h"});
  BOOST_REQUIRE(eventually([&] { return process.err_so_far() != ""; }));
  const FakeServer server(pass_on(), port);
  BOOST_TEST(said(process.wait()) == R"(
err: the server is not there yet: waiting up to 1 h 00 min
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)");
}

BOOST_DATA_TEST_CASE_F(RunnerFixture, a_server_that_starts_up_is_waited_for,
                       bdata::make({"starting up", "in recovery mode", "shutting down"})) {
  migration("001_a.sql", "select 1;\n");
  const FakeServer server(
      at_first(2, say_fatal("57P03", fmt::format("the database system is {}", sample)), pass_on()));
  const std::string url = url_at_port(server.port(), database.name());
  BOOST_TEST(said(run_at(url, {"up", "--wait", "1h"})) == fmt::format(R"(
err: the server is {}: waiting up to 1 h 00 min
err:   up 001_a ......................................... N ms
out: applied 1 migration in N ms; at 001_a
exit: 0
)",
                                                                      sample));
  BOOST_TEST(server.connections() == 3);
}

BOOST_AUTO_TEST_CASE(a_port_that_is_forwarded_to_a_container_that_starts_is_waited_for) {
  const FakeServer server(at_first(1, hang_up(), at_first(1, reset(), pass_on())));
  BOOST_TEST(run_at(url_at_port(server.port(), database.name()), {"up", "--wait", "1h"}).exit_code == 0);
  BOOST_TEST(server.connections() == 3);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(impostors, connection_tests::Impostor)
using namespace connection_tests;

BOOST_DATA_TEST_CASE_F(Impostor, a_url_that_cannot_be_read_is_told_without_repeating_it,
                       bdata::make(unreadables)) {
  const std::string text = said(run_at(std::string(sample.url), {"status"}));
  BOOST_TEST(text == sample.said);
  for (const char* part : {"hunter2", "hun", "ter2"}) BOOST_TEST(!contains(text, part));
}

BOOST_AUTO_TEST_CASE(the_flag_is_named_when_it_is_to_blame) {
  BOOST_TEST(said(run({"status", "--database-url", "postgresql://app:hun@ter2@db/shop"})) == R"(
err: error: the user or password in --database-url contains a character that must be percent-encoded
err: hint: Write @ as %40, / as %2F, # as %23, ? as %3F, : as %3A, % as %25.
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(libpq_variables_are_named_when_they_are_to_blame) {
  BOOST_TEST(said(run_with({{"PGHOST", "127.0.0.1"}, {"PGPORT", "five"}}, {"status"})) == R"(
err: error: the port in PG* is not a number
err: hint: It should look like postgresql://user:password@host:5432/database
exit: 1
)");
  BOOST_TEST(said(run_with({{"PGHOST", "postgresql://app:hunter2@db/shop"}}, {"status"})) == R"(
err: error: the host in PG* is a URL
err: hint: Put a URL into DATABASE_URL, as a whole.
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(no_server_is_worth_another_try) {
  const int port = free_port();
  BOOST_TEST(said(status_at(port)) == fmt::format(R"(
err: error: could not connect to app@127.0.0.1:{0}/shop
err: detail: connection to server at "127.0.0.1", port {0} failed: Connection refused
err:   	Is the server running on that host and accepting TCP/IP connections?
err: hint: Is the server running, on this host and port? Use --wait 30s to wait for it.
exit: 2
)",
                                                  port));
}

BOOST_AUTO_TEST_CASE(no_socket_is_worth_another_try) {
  BOOST_TEST(said(run_at("postgresql:///shop?host=/nowhere&user=app", {"status"})) ==
             R"(
err: error: could not connect to app@/nowhere:5432/shop
err: detail: connection to server on socket "/nowhere/.s.PGSQL.5432" failed: No such file or directory
err:   	Is the server running locally and accepting connections on that socket?
err: hint: Is the server running, with its socket there? Name a host, or wait for it with --wait 30s.
exit: 2
)");
}

BOOST_AUTO_TEST_CASE(waiting_ends_in_time_and_says_how_long_it_was) {
  const int port = free_port();
  const Outcome outcome = status_at(port, {"--wait", "2s"});
  BOOST_TEST(
      outcome.err.starts_with("the server is not there yet: waiting up to 2.0 s\nerror: could not connect"));
  BOOST_TEST(outcome.err.ends_with(
      "hint: Waited for 2.0 s. Allow more time with --wait, or check whether the server starts at all.\n"));
  BOOST_TEST(outcome.exit_code == 2);
}

BOOST_AUTO_TEST_CASE(a_name_that_does_not_resolve_yet_is_waited_for) {
  const Outcome outcome =
      run_at("postgresql://app:secret@no-such-host.invalid/shop", {"status", "--wait", "300ms"});
  BOOST_TEST(
      outcome.err.starts_with("the server is not found by its name yet: waiting up to 300 ms\n"
                              "error: could not connect to app@no-such-host.invalid:5432/shop\n"
                              "detail: could not translate host name \"no-such-host.invalid\""));
  BOOST_TEST(outcome.err.ends_with(
      "hint: Waited for 300 ms. Allow more time with --wait, or check whether the server starts at all.\n"));
  BOOST_TEST(outcome.exit_code == 2);
}

BOOST_AUTO_TEST_CASE(a_server_that_starts_up_is_not_waited_for_unless_asked) {
  const FakeServer server(say_fatal("57P03", "the database system is starting up"));
  BOOST_TEST(said(status_at(server.port())) == fmt::format(R"(
err: error: could not connect to app@127.0.0.1:{0}/shop
err: detail: connection to server at "127.0.0.1", port {0} failed: FATAL:  the database system is starting up
err: hint: Use --wait 30s to wait for it.
exit: 2
)",
                                                           server.port()));
  BOOST_TEST(server.connections() == 1);
}

BOOST_DATA_TEST_CASE_F(Impostor, no_free_slot_is_a_busy_server,
                       bdata::make({"sorry, too many clients already",
                                    "remaining connection slots are reserved for non-replication superuser "
                                    "connections"})) {
  const FakeServer server(say_fatal("53300", sample));
  const Outcome outcome = status_at(server.port(), {"--wait", "1h"});
  BOOST_TEST(outcome.exit_code == 2);
  BOOST_TEST(outcome.err.ends_with(
      fmt::format("FATAL:  {}\nhint: The server has no free connection. Try again later.\n", sample)));
}

BOOST_AUTO_TEST_CASE(a_server_that_never_answers_is_given_up_on) {
  const FakeServer server(stay_silent());
  BOOST_TEST(said(run_at(url_of_impostor(server.port(), "&connect_timeout=1"), {"status"})) ==
             fmt::format(R"(
err: error: could not connect to app@127.0.0.1:{}/shop
err: detail: timeout expired
err: hint: Nothing answers there: check the host and the port, and the firewall between.
exit: 2
)",
                         server.port()));
}

BOOST_AUTO_TEST_CASE(a_port_where_nobody_talks_is_told) {
  const FakeServer server(hang_up());
  const Outcome outcome = status_at(server.port());
  BOOST_TEST(says(outcome, 2, "failed: server closed the connection unexpectedly\n"));
  BOOST_TEST(
      outcome.err.ends_with("\nhint: Is this the port of PostgreSQL? A port forwarded to a container that is "
                            "starting answers like this, too: --wait 30s.\n"));
}

BOOST_AUTO_TEST_SUITE_END()
