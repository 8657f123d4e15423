// Every way in which a run can fail, with the password from every possible place.

#include <fmt/format.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <memory>

#include "chance.hpp"
#include "support/client_tools.hpp"
#include "support/fake_server.hpp"
#include "support/runner_fixture.hpp"
#include "support/secret.hpp"

namespace faults_passwords {

using namespace runner;
using namespace runner::test;
using Words = std::vector<std::string>;

/// A role with this password, and a project with one migration that the role can run.
struct Secret : RunnerFixture {
  Secret() {
    database.execute(fmt::format("alter role {0} password '{1}'; grant create on schema public to {0}",
                                 role.name(), kPassword));
    pair("001_a");
    environment_["DATABASE_URL"] = url();
  }

  void apply() { BOOST_REQUIRE(run({"up"}).exit_code == 0); }

  [[nodiscard]] std::string url() const {
    return fmt::format("postgresql://{}:{}@{}:{}/{}", role.name(), kPasswordInUrl, server_address().host,
                       port, database.name());
  }

  TemporaryRole role{database};
  Connection other = connect(database.url());
  std::string port = server_address().port;
  std::unique_ptr<FakeServer> between;  // replaces the server in some failures
};

/// A way to fail.
struct Failure {
  std::string_view what;
  void (*prepare)(Secret& secret);
  Words words;
  int exit_code;
};

void second(Secret& secret, std::string_view sql) { secret.migration("002_b.sql", sql); }

void put_between(Secret& secret, Answer answer) {
  secret.between = std::make_unique<FakeServer>(std::move(answer));
  secret.port = std::to_string(secret.between->port());
}

bool says_second(std::string_view sent) { return sent.find("002_b") != std::string_view::npos; }

const std::vector<Failure> failures{
    {"an unknown option", [](Secret&) {}, {"up", "--bogus"}, 1},
    {"an unknown command", [](Secret&) {}, {"upp"}, 1},
    {"an open quote", [](Secret& s) { second(s, "select 'x;\n"); }, {"up"}, 1},
    {"a COMMIT in a file", [](Secret& s) { second(s, "select 1; commit; select 2;\n"); }, {"up"}, 1},
    {"a psql command", [](Secret& s) { second(s, "\\connect other\n"); }, {"up"}, 1},
    {"a file of rows that is not there", [](Secret& s) { second(s, "\\copy a from 'no.csv'\n"); }, {"up"}, 1},
    {"an unknown directive", [](Secret& s) { second(s, "-- runner: bogus\n"); }, {"up"}, 1},
    {"a version twice", [](Secret& s) { s.migration("001_c.sql", "select 1;"); }, {"up"}, 1},
    {"a schema that is not there", [](Secret&) {}, {"up", "--schema", "nowhere"}, 1},
    {"a statement that fails", [](Secret& s) { second(s, "select * from nowhere;\n"); }, {"up"}, 3},
    {"a block that fails", [](Secret& s) { second(s, "do $$ begin perform 1/0; end $$;\n"); }, {"up"}, 3},
    {"a row that is wrong", [](Secret& s) { second(s, "copy a from stdin;\nx\n\\.\n"); }, {"up"}, 3},
    {"a constraint at COMMIT",
     [](Secret& s) {
       second(s,
              "create table p (i int primary key, of int references p deferrable initially deferred);\n"
              "insert into p values (1, 2);\n");
     },
     {"up"},
     3},
    {"a run in one transaction",
     [](Secret& s) { second(s, "select 1/0;\n"); },
     {"up", "--one-transaction"},
     3},
    {"a seed",
     [](Secret& s) {
       s.apply();
       s.seed("001_s.sql", "select 1/0;\n");
     },
     {"seed"},
     3},
    {"a down script",
     [](Secret& s) {
       s.apply();
       s.migration("001_a.down.sql", "drop table b;\n");
     },
     {"down", "--yes"},
     3},
    {"an edited file",
     [](Secret& s) {
       s.apply();
       s.migration("001_a.sql", "create table a (j int);\n");
     },
     {"up"},
     4},
    {"an edited file, down",
     [](Secret& s) {
       s.apply();
       s.migration("001_a.sql", "create table a (j int);\n");
     },
     {"down", "--yes"},
     4},
    {"data that would be lost",
     [](Secret& s) {
       s.apply();
       s.other.execute("insert into a values (1)");
     },
     {"down"},
     4},
    {"a table that is not ours",
     [](Secret& s) {
       s.apply();
       s.other.execute("alter table migration_history drop column applied_at");
     },
     {"up"},
     4},
    {"a session that is read-only",
     [](Secret& s) {
       s.other.execute(fmt::format("alter role {} set default_transaction_read_only = on", s.role.name()));
     },
     {"up"},
     4},
    {"tables that may not be read",
     [](Secret& s) {
       s.apply();
       s.other.execute("alter table migration_history owner to current_user");
     },
     {"status"},
     4},
    {"a lock that is not to be had",
     [](Secret& s) {
       s.apply();
       s.other.execute("begin; lock table a");
       second(s, "alter table a add j int;\n");
     },
     {"up", "--lock-timeout", "1200ms", "--lock-retries", "0"},
     2},
    {"another runner", [](Secret& s) { s.other.execute(kTakeLock); }, {"up", "--lock-wait", "300ms"}, 2},
    {"a session that is ended",
     [](Secret& s) { second(s, "select pg_terminate_backend(pg_backend_pid());\n"); },
     {"up"},
     2},
    {"no free connection",
     [](Secret& s) { s.other.execute(fmt::format("alter role {} connection limit 0", s.role.name())); },
     {"up"},
     2},
    {"no server", [](Secret& s) { s.port = std::to_string(free_port()); }, {"up"}, 2},
    {"somebody else in its place", [](Secret& s) { put_between(s, hang_up()); }, {"up"}, 2},
    {"a wrong password",
     [](Secret& s) { s.other.execute(fmt::format("alter role {} password 'other'", s.role.name())); },
     {"up"},
     1},
    {"a role that may not log in",
     [](Secret& s) { s.other.execute(fmt::format("alter role {} nologin", s.role.name())); },
     {"up"},
     1},
    {"a script that is left half done",
     [](Secret& s) { second(s, "-- runner: no-transaction\ninsert into a values (1);\nselect 1/0;\n"); },
     {"up"},
     5},
    {"an index that is left INVALID",
     [](Secret& s) {
       s.apply();
       s.other.execute("insert into a values (1), (1)");
       second(s, "create unique index concurrently a_i on a (i);\n");
     },
     {"up"},
     5},
    {"a COMMIT that is lost",
     [](Secret& s) {
       s.apply();
       second(s, "create table b (i int);\n");
       put_between(s,
                   at_first(1, pass_on_and_cut_behind(says_second), say_fatal("53300", "too many clients")));
     },
     {"up"},
     5},
};

/// Where the password comes from. place() puts it there and nowhere else, and returns the variables.
struct Origin {
  std::string_view what;
  EnvironmentOverrides (*place)(Secret& secret);
};

EnvironmentOverrides for_libpq(const Secret& secret) {
  EnvironmentOverrides variables = libpq_variables(secret.database.name());
  variables["PGPORT"] = secret.port;
  variables["PGUSER"] = secret.role.name();
  variables["PGPASSWORD"] = kPassword;
  return variables;
}

const std::vector<Origin> origins{
    {"DATABASE_URL",
     [](Secret& s) {
       return EnvironmentOverrides{{"DATABASE_URL", s.url()}};
     }},
    {"DATABASE_URL in .env",
     [](Secret& s) {
       s.project.write(".env", as_env_file({{"DATABASE_URL", s.url()}}));
       return EnvironmentOverrides{{"DATABASE_URL", ""}};
     }},
    {"PGPASSWORD",
     [](Secret& s) {
       EnvironmentOverrides variables = for_libpq(s);
       variables["DATABASE_URL"] = "";
       return variables;
     }},
    {"PGPASSWORD in .env",
     [](Secret& s) {
       s.project.write(".env", as_env_file(for_libpq(s)));
       return EnvironmentOverrides{{"DATABASE_URL", ""}};
     }},
};

const std::vector<Words> looks{{}, {"--verbose"}, {"--json", "--verbose"}};

std::string command_line_of(pid_t pid) {
  std::ifstream file(fmt::format("/proc/{}/cmdline", pid), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The command line that other users of this machine can see. It is that of the tests until the process has
/// executed runner, and empty after the end.
std::string seen_by_others(const Process& process) {
  const std::string ours = command_line_of(getpid());
  std::string theirs = ours;
  BOOST_TEST(eventually([&] { return (theirs = command_line_of(process.pid())) != ours; }));
  return theirs;
}

template <typename Item>
const Item& one_of(const std::vector<Item>& items, Chance& chance) {
  return items[static_cast<std::size_t>(chance.between(0, static_cast<int>(items.size()) - 1))];
}

void fails_without_telling(const Failure& failure, const Origin& origin, const Words& look) {
  BOOST_TEST_CONTEXT(failure.what << ", with the password in " << origin.what) {
    Secret secret;
    failure.prepare(secret);
    EnvironmentOverrides variables = origin.place(secret);
    variables["GITHUB_ACTIONS"] = "true";
    Words words = failure.words;
    words.insert(words.end(), look.begin(), look.end());
    Process process = secret.start_with(variables, words);
    BOOST_TEST(leaked(seen_by_others(process)) == "");
    const Outcome outcome = process.wait();
    BOOST_TEST(outcome.exit_code == failure.exit_code, said(outcome));
    BOOST_TEST(leaked(outcome) == "");
    BOOST_TEST(leaked(kept_by(secret.database)) == "");
  }
}

}  // namespace faults_passwords

BOOST_AUTO_TEST_SUITE(faults_passwords)

BOOST_AUTO_TEST_CASE(no_failure_tells_the_password_wherever_it_came_from) {
  play({.bounded = 1, .all = 12}, [](Chance& chance) {
    for (const Failure& failure : failures)
      fails_without_telling(failure, one_of(origins, chance), one_of(looks, chance));
  });
}

BOOST_AUTO_TEST_SUITE_END()
