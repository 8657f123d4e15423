// Whatever fails and wherever the password comes from, runner shows neither the password nor a part of it.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fstream>
#include <iterator>

#include "support/client_tools.hpp"
#include "support/fake_server.hpp"
#include "support/runner_fixture.hpp"
#include "support/secret.hpp"

namespace password {

using namespace runner::test;
namespace bdata = boost::unit_test::data;
using Words = std::vector<std::string>;

// Every form of output. The output without --verbose is a part of the output with it.
const std::vector<Words> looks{{"--verbose"}, {"--json", "--verbose"}};

const Words places{"DATABASE_URL", ".env", "--database-url"};

Words joined(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

struct Address {
  std::string_view what, url;
  int exit_code;
};
std::ostream& operator<<(std::ostream& out, const Address& address) { return out << address.what; }

// {} is the port of the test server.
const std::vector<Address> addresses{
    {"a wrong password", "postgresql://runner:hun%40ter2%2Fx@127.0.0.1:{}/runner", 1},
    {"a wrong password in a connection string", "host=127.0.0.1 port={} user=runner password='hun@ter2/x'",
     1},
    {"a wrong password in the query", "postgresql://127.0.0.1:{}/runner?user=runner&password=hun%40ter2%2Fx",
     1},
    {"no server", "postgresql://runner:hun%40ter2%2Fx@127.0.0.1:1/runner", 2},
    {"no encryption", "postgresql://runner:hun%40ter2%2Fx@127.0.0.1:{}/runner?sslmode=require", 1},
    {"an unknown setting", "postgresql://runner:hun%40ter2%2Fx@127.0.0.1:{}/runner?sslmode=maybe", 1},
    {"an unknown parameter", "postgresql://runner:hun%40ter2%2Fx@127.0.0.1:{}/runner?schema=x", 1},
    {"the password as an unknown parameter", "postgresql://runner@127.0.0.1:{}/runner?pw=hun%40ter2%2Fx", 1},
    {"the password as an unknown option", "host=127.0.0.1 port={} pw=hun@ter2/x", 1},
    {"an @ as it is", "postgresql://runner:hun@ter2@127.0.0.1:{}/runner", 1},
    {"a slash as it is", "postgresql://runner:hun%40ter2/x@127.0.0.1:{}/runner", 1},
    {"an @ and a slash as they are", "postgresql://runner:hun@ter2/x@127.0.0.1:{}/runner", 1},
    {"a # as it is", "postgresql://runner:hun%40#ter2@127.0.0.1:{}/runner", 1},
    {"a ? as it is", "postgresql://runner:hun%40?ter2@127.0.0.1:{}/runner", 1},
    {"a ? and an = as they are", "postgresql://runner:hun%40?a=ter2@127.0.0.1:{}/runner", 1},
    {"a % as it is", "postgresql://runner:hun%4%ter2@127.0.0.1:{}/runner", 1},
    {"a quote in the URL of something else", "mysql://runner:hun@\"ter2\"@127.0.0.1:{}/runner", 1},
    {"a blank in a connection string", "host=127.0.0.1 port={} password=a hun@ter2/x", 1},
    {"an open quote in a connection string", "host=127.0.0.1 port={} password='hun@ter2/x", 1},
    {"no host", "postgresql://runner:hun%40ter2%2Fx", 1},
    {"no host but a database", "postgresql://runner:hun%40ter2%2Fx/runner", 1},
    {"a URL for a host", "host=postgresql://runner:hun@ter2/x@127.0.0.1 port={}", 1},
    {"a URL for a database", "host=127.0.0.1 port={} dbname=postgresql://runner:hun@ter2/x@h/d", 1},
    {"the password alone", "hun@ter2/x", 1},
};

// A role with this password, and a project that it runs.
struct Password : RunnerFixture {
  Password() {
    database.execute(fmt::format("alter role {} password '{}'; grant create on schema public to {}",
                                 role.name(), kPassword, role.name()));
    environment_["DATABASE_URL"] = url();
    pair("001_a");
  }

  [[nodiscard]] std::string url() const {
    return url_of(database.name(), role.name(), std::string(kPasswordInUrl));
  }

  TemporaryRole role{database};
};

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace password

BOOST_FIXTURE_TEST_SUITE(password, Password)

// Half of all combinations are enough to use every address in every place and in every form of output, and
// every place in every form of output.
BOOST_DATA_TEST_CASE_F(ProjectFixture, an_address_that_fails_does_not_show_it,
                       bdata::make(addresses) ^ bdata::xrange(addresses.size()), address, number) {
  const std::string url = fmt::format(fmt::runtime(address.url), server_address().port);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::string& place = places[i];
    const Words& look = looks[(number + i) % looks.size()];
    EnvironmentOverrides variables{{"GITHUB_ACTIONS", "true"}};
    Words words = joined({"status"}, look);
    if (place == "DATABASE_URL") variables[place] = url;
    if (place == ".env") project.write(place, fmt::format("DATABASE_URL={}\n", url));
    if (place == "--database-url") words.push_back(fmt::format("{}={}", place, url));
    BOOST_TEST_CONTEXT(place) {
      const Outcome outcome = run_with(variables, words);
      BOOST_TEST(outcome.exit_code == address.exit_code);
      BOOST_TEST(leaked(outcome) == "");
    }
    project.remove(".env");
  }
}

BOOST_FIXTURE_TEST_CASE(a_password_of_libpq_or_compose_is_not_shown_when_it_is_wrong, ProjectFixture) {
  const ServerAddress server = server_address();
  const std::string password(kPassword);
  EnvironmentOverrides libpq = libpq_variables("runner");
  libpq["PGPASSWORD"] = password;
  const EnvironmentOverrides compose{{"POSTGRES_HOST", server.host},
                                     {"POSTGRES_PORT", server.port},
                                     {"POSTGRES_USER", "runner"},
                                     {"POSTGRES_PASSWORD", password}};
  for (const EnvironmentOverrides& variables : {libpq, compose}) {
    for (const Words& look : looks) {
      project.remove(".env");
      const Outcome from_process = run_with(variables, joined({"up"}, look));
      project.write(".env", as_env_file(variables));
      const Outcome from_file = run(joined({"up"}, look));
      for (const Outcome& outcome : {from_process, from_file}) {
        BOOST_TEST(outcome.exit_code == 1);
        BOOST_TEST(contains(outcome.out + outcome.err, "password authentication failed"));
        BOOST_TEST(leaked(outcome) == "");
      }
    }
  }
}

BOOST_FIXTURE_TEST_CASE(a_malformed_env_file_does_not_show_it, ProjectFixture) {
  for (const char* text : {"PGPASSWORD hun@ter2/x\n", "PGPASSWORD=\"hun@ter2/x\n", "PGPASSWORD='hun@'ter2\n",
                           "=hun@ter2\n", "hun@ter2\n", "A=1\nhun@=ter2\n", "PG-PASSWORD=hun@ter2/x\n"}) {
    project.write(".env", text);
    for (const Words& look : looks) {
      const Outcome outcome = run(joined({"up"}, look));
      BOOST_TEST(outcome.exit_code == 1);
      BOOST_TEST(
          contains(outcome.out + outcome.err, look.front() == "--json" ? "\"file\": \".env\"" : ".env:"));
      BOOST_TEST(leaked(outcome) == "");
    }
  }
}

BOOST_FIXTURE_TEST_CASE(a_url_in_the_wrong_place_of_the_command_line_does_not_show_it, ProjectFixture) {
  const std::string url = fmt::format("postgresql://runner:{}@127.0.0.1:1/runner", kPasswordInUrl);
  for (const Words& words : {Words{url, "up"}, Words{"up", url}, Words{"help", url}, Words{"up", "-d=" + url},
                             Words{"up", "--url=" + url}, Words{"up", "--url", url}, Words{"new", "x", url},
                             Words{"up", "--schema", "--database-url=" + url}}) {
    for (const Words& look : looks) {
      const Outcome outcome = run(joined(words, look));
      BOOST_TEST(outcome.exit_code == 1);
      BOOST_TEST(leaked(outcome) == "");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_run_that_goes_well_does_not_show_or_keep_it) {
  seed("001_s.sql", "insert into a values (1);");
  for (const Words& look : looks) {
    for (const Words& command : {Words{"up"}, Words{"seed"}, Words{"status"}, Words{"up", "--dry-run"},
                                 Words{"down", "--yes"}, Words{"--version"}, Words{"help"}}) {
      const Outcome outcome = run(joined(command, look));
      BOOST_TEST(outcome.exit_code == 0);
      BOOST_TEST(leaked(outcome) == "");
    }
  }
  BOOST_TEST(leaked(kept_by(database)) == "");
}

BOOST_AUTO_TEST_CASE(a_run_that_fails_does_not_show_or_keep_it) {
  migration("002_b.sql", "select * from nowhere;");
  for (const Words& look : looks) {
    const Outcome outcome = run_with({{"GITHUB_ACTIONS", "true"}}, joined({"up"}, look));
    BOOST_TEST(outcome.exit_code == 3);
    BOOST_TEST(leaked(outcome) == "");
  }
  migration("002_b.sql", "select pg_terminate_backend(pg_backend_pid());");
  for (const Words& look : looks) {
    const Outcome outcome = run(joined({"up"}, look));
    BOOST_TEST(outcome.exit_code == 2);
    BOOST_TEST(leaked(outcome) == "");
  }
  migration("001_a.sql", "create table a (i int, edited int);");
  for (const Words& look : looks) {
    const Outcome outcome = run(joined({"up"}, look));
    BOOST_TEST(outcome.exit_code == 4);
    BOOST_TEST(leaked(outcome) == "");
  }
  BOOST_TEST(database.value("select count(*) > 0 from migration_log where outcome = 'failed'") == "t");
  BOOST_TEST(leaked(kept_by(database)) == "");
}

BOOST_AUTO_TEST_CASE(what_the_server_refuses_does_not_show_it) {
  database.execute(fmt::format("alter role {} connection limit 0", role.name()));
  for (const Words& look : looks) {
    const Outcome outcome = run(joined({"up"}, look));
    BOOST_TEST(outcome.exit_code == 2);
    BOOST_TEST(leaked(outcome) == "");
  }
  database.execute(fmt::format("alter role {} connection limit -1 nologin", role.name()));
  for (const Words& look : looks) {
    const Outcome outcome = run(joined({"up"}, look));
    BOOST_TEST(outcome.exit_code == 1);
    BOOST_TEST(leaked(outcome) == "");
  }
}

BOOST_AUTO_TEST_CASE(other_users_do_not_see_it_while_it_runs) {
  migration("002_b.sql", "select pg_sleep(3600);");
  Process process = start({"up", "--verbose"});
  BOOST_REQUIRE(eventually([&] { return one_sleeps(); }));
  const std::string arguments = content_of(fmt::format("/proc/{}/cmdline", process.pid()));
  BOOST_TEST(contains(arguments, "--verbose"));
  BOOST_TEST(leaked(arguments) == "");
  BOOST_TEST(leaked(kept_by(database)) == "");
  process.signal(SIGTERM);
  BOOST_TEST(leaked(process.wait()) == "");
}

BOOST_AUTO_TEST_CASE(a_runner_that_waits_for_another_does_not_show_it) {
  database.execute(kTakeLock);
  for (const Words& look : looks) {
    const Outcome outcome = run(joined({"up", "--lock-wait", "300ms"}, look));
    BOOST_TEST(outcome.exit_code == 2);
    BOOST_TEST(leaked(outcome) == "");
  }
}

BOOST_AUTO_TEST_SUITE_END()
