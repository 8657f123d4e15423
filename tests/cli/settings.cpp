#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "support/client_tools.hpp"
#include "support/paths.hpp"
#include "support/runner_fixture.hpp"

namespace settings {

using namespace runner::test;
namespace bdata = boost::unit_test::data;
using Names = std::vector<std::string>;

// A database that runner has to find without DATABASE_URL in the environment.
struct Settings : RunnerFixture {
  Settings() {
    environment_.erase("DATABASE_URL");
    migration("001_a.sql", "create table a as select current_setting('lock_timeout') as lock_timeout;");
  }

  void env(const std::string& text) const { project.write(".env", text); }

  [[nodiscard]] std::string shown_address() const {
    const ServerAddress server = server_address();
    return fmt::format("{}@{}:{}/{}", server.user, server.host, server.port, database.name());
  }

  /// The database that "status" reads, or the error message.
  std::string reached(const EnvironmentOverrides& environment, Names words = {}) {
    words.insert(words.begin(), {"status", "--json"});
    const Outcome outcome = run_with(environment, words);
    const auto document = nlohmann::json::parse(outcome.out);
    return outcome.exit_code == 0 ? document["database"].get<std::string>()
                                  : document["error"]["message"].get<std::string>();
  }

  EnvironmentOverrides libpq() const { return libpq_variables(database.name()); }

  EnvironmentOverrides compose_variables() const {
    const ServerAddress server = server_address();
    return {{"POSTGRES_HOST", server.host},
            {"POSTGRES_PORT", server.port},
            {"POSTGRES_USER", server.user},
            {"POSTGRES_PASSWORD", server.password},
            {"POSTGRES_DB", database.name()}};
  }
};

constexpr std::string_view kElsewhere = "postgresql://nobody:x@127.0.0.1:1/nowhere";
constexpr std::string_view kNotReached = "could not connect to nobody@127.0.0.1:1/nowhere";

struct Shape {
  std::string_view what, format;
};
std::ostream& operator<<(std::ostream& out, const Shape& shape) { return out << shape.what; }

const std::vector<Shape> shapes{
    {"plain", "DATABASE_URL={}\n"},
    {"exported, behind other lines", "# settings\nA=1\n\nexport DATABASE_URL={}"},
    {"in double quotes, with a comment", "DATABASE_URL = \"{}\"  # ours\n"},
    {"in single quotes", "DATABASE_URL='{}'\n"},
    {"with Windows line ends and a byte-order mark",
     "\xEF\xBB\xBF"
     "DATABASE_URL={}\r\nA=1\r\n"},
    {"behind a value of several lines", "KEY=\"-----BEGIN\nDATABASE_URL=x\nEND-----\"\nDATABASE_URL={}\n"},
    {"with blanks behind it", "DATABASE_URL={}   \n"},
};

}  // namespace settings

BOOST_FIXTURE_TEST_SUITE(settings, Settings)

BOOST_DATA_TEST_CASE_F(Settings, the_env_file_names_the_database, bdata::make(shapes)) {
  env(fmt::format(fmt::runtime(sample.format), database.url()));
  BOOST_TEST(reached({}) == shown_address());
}

BOOST_AUTO_TEST_CASE(the_environment_wins_over_the_env_file_and_the_flag_over_both) {
  env(fmt::format("DATABASE_URL={}\n", kElsewhere));
  BOOST_TEST(reached({}) == kNotReached);
  BOOST_TEST(reached({{"DATABASE_URL", database.url()}}) == shown_address());
  BOOST_TEST(reached({{"DATABASE_URL", std::string(kElsewhere)}}, {"--database-url", database.url()}) ==
             shown_address());
}

BOOST_AUTO_TEST_CASE(another_env_file_can_be_named_and_then_has_to_be_there) {
  env(fmt::format("DATABASE_URL={}\n", kElsewhere));
  project.write("config/test.env", "DATABASE_URL=" + database.url());
  BOOST_TEST(reached({}, {"--env-file", "config/test.env"}) == shown_address());
  BOOST_TEST(said(run({"status", "--env-file", "config/prod.env"})) == R"(
err: config/prod.env: error: could not read the file: No such file or directory
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(an_env_file_may_be_a_pipe) {
  const std::string command = "printf 'DATABASE_URL=%s\\n' '" + database.url() + "' | " + runner_binary() +
                              " status --env-file /dev/stdin --quiet";
  BOOST_TEST(said(Process(project.path(), {"/bin/sh", "-c", command}, {}).wait()) == R"(
out: version  name  state    applied at  by  took  rollback
out: 001      a     pending                        none
out: 0 applied, 1 pending; nothing is applied
exit: 0
)");
}

BOOST_AUTO_TEST_CASE(a_folder_of_that_name_is_no_env_file) {
  std::filesystem::create_directories(project.path() / ".env/bin");
  BOOST_TEST(reached({{"DATABASE_URL", database.url()}}) == shown_address());
}

BOOST_AUTO_TEST_CASE(a_malformed_line_is_named_and_never_shown) {
  env("A=1\nDATABASE_URL postgresql://app:hunter2@db/shop\n");
  BOOST_TEST(said(run({"status"})) == R"(
err: .env:2: error: expected NAME=value
exit: 1
)");
  env("A=1\nDATABASE_URL=\"postgresql://app:hunter2@db/shop\n");
  BOOST_TEST(said(run({"status", "--verbose"})) == R"(
err: .env:2: error: unterminated quote
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(libpq_variables_are_used_from_the_environment) {
  BOOST_TEST(reached(libpq()) == shown_address());
}

BOOST_AUTO_TEST_CASE(libpq_variables_are_used_from_the_env_file) {
  env(as_env_file(libpq()));
  BOOST_TEST(reached({}) == shown_address());
  BOOST_TEST(reached({{"PGDATABASE", "nowhere"}}) == fmt::format("could not connect to {}@{}:{}/nowhere",
                                                                 server_address().user, server_address().host,
                                                                 server_address().port));
}

BOOST_AUTO_TEST_CASE(libpq_variables_fill_what_a_url_leaves_open) {
  EnvironmentOverrides variables = libpq();
  variables["DATABASE_URL"] = "postgresql:///" + database.name();
  variables["PGDATABASE"] = "nowhere";
  BOOST_TEST(reached(variables) == shown_address());
  variables["DATABASE_URL"] = "postgresql://";
  BOOST_TEST(reached(variables).ends_with("/nowhere"));
}

BOOST_AUTO_TEST_CASE(the_password_may_come_from_a_file_of_libpq) {
  const ServerAddress server = server_address();
  project.write("pgpass",
                fmt::format("{}:{}:*:{}:{}\n", server.host, server.port, server.user, server.password));
  std::filesystem::permissions(project.path() / "pgpass", std::filesystem::perms::owner_read);
  EnvironmentOverrides variables = libpq();
  variables.erase("PGPASSWORD");
  variables["PGPASSFILE"] = "pgpass";
  BOOST_TEST(reached(variables) == shown_address());
  env(as_env_file(variables));
  BOOST_TEST(reached({}) == shown_address());
}

BOOST_AUTO_TEST_CASE(a_service_names_the_database_too) {
  const ServerAddress server = server_address();
  project.write("services",
                fmt::format("[shop]\nhost={}\nport={}\nuser={}\npassword={}\ndbname={}\n", server.host,
                            server.port, server.user, server.password, database.name()));
  const std::string file = (project.path() / "services").string();
  BOOST_TEST(reached({{"PGSERVICEFILE", file}, {"PGSERVICE", "shop"}}) == shown_address());
  BOOST_TEST(reached({{"PGSERVICEFILE", file}, {"DATABASE_URL", "service=shop"}}) == "service shop");
  env("PGSERVICE=shop\n");
  BOOST_TEST(reached({{"PGSERVICEFILE", file}}) == "service shop");
}

BOOST_AUTO_TEST_CASE(compose_variables_are_the_last_resort) {
  BOOST_TEST(reached(compose_variables()) == shown_address());
  env(as_env_file(compose_variables()));
  BOOST_TEST(reached({}) == shown_address());
  BOOST_TEST(
      reached({{"PGHOST", "127.0.0.1"}, {"PGPORT", "1"}, {"PGUSER", "nobody"}, {"PGDATABASE", "nowhere"}}) ==
      kNotReached);
}

BOOST_AUTO_TEST_CASE(a_password_of_libpq_serves_compose_variables_too) {
  EnvironmentOverrides variables = compose_variables();
  variables["POSTGRES_PASSWORD"] = "an old one";
  variables["PGPASSWORD"] = server_address().password;
  BOOST_TEST(reached(variables) == shown_address());
  env(as_env_file(variables));
  BOOST_TEST(reached({}) == shown_address());
}

BOOST_AUTO_TEST_CASE(no_database_at_all_is_refused_with_what_to_set) {
  for (const char* command : {"up", "down", "status"}) {
    BOOST_TEST(said(run({command})) == R"(
err: error: no database is named
err: hint: Set DATABASE_URL, in the environment or in .env, for example:
err:     export DATABASE_URL=postgresql://user:password@localhost:5432/app
exit: 1
)");
  }
}

BOOST_AUTO_TEST_CASE(folders_may_come_from_variables) {
  project.write("m/007_m.sql", "create table m (i int);");
  project.write("s/001_s.sql", "insert into m values (1);");
  env("RUNNER_MIGRATIONS=m\nRUNNER_SEEDS=s\nRUNNER_ENV=test\nDATABASE_URL=" + database.url());
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(run({"seed"}).exit_code == 0);
  BOOST_TEST(history() == Names{"007_m.sql"}, boost::test_tools::per_element());
  BOOST_TEST(database.value("select i from m") == "1");
  BOOST_TEST(said(run_with({{"RUNNER_MIGRATIONS", "nowhere"}}, {"up"})) == R"(
err: nowhere: error: there is no folder with migrations
err: hint: Run from the project's folder, or name it with --migrations.
exit: 1
)");
}

BOOST_AUTO_TEST_CASE(the_schema_may_come_from_a_variable) {
  database.execute("create schema ops; create schema other");
  const EnvironmentOverrides variables{{"DATABASE_URL", database.url()}, {"RUNNER_SCHEMA", "ops"}};
  BOOST_TEST(run_with(variables, {"up"}).exit_code == 0);
  BOOST_TEST(database.value("select migration_name from ops.migration_history") == "001_a.sql");
  BOOST_TEST(!database.exists("public.migration_history"));
  database.execute("drop table a");
  BOOST_TEST(run_with(variables, {"up", "--schema", "other"}).exit_code == 0);
  BOOST_TEST(database.value("select migration_name from other.migration_history") == "001_a.sql");
}

BOOST_AUTO_TEST_CASE(the_lock_timeout_reaches_the_script) {
  BOOST_TEST(run_at(database.url(), {"up"}).exit_code == 0);
  BOOST_TEST(database.value("select lock_timeout from a") == "2s");
  migration("002_b.sql", "create table b as select current_setting('lock_timeout') as lock_timeout;");
  env("RUNNER_LOCK_TIMEOUT=300ms\nDATABASE_URL=" + database.url());
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.value("select lock_timeout from b") == "300ms");
  migration("003_c.sql", "create table c as select current_setting('lock_timeout') as lock_timeout;");
  BOOST_TEST(run({"up", "--lock-timeout", "1min"}).exit_code == 0);
  BOOST_TEST(database.value("select lock_timeout from c") == "1min");
}

BOOST_AUTO_TEST_CASE(a_bad_setting_is_named_by_where_it_stands) {
  const EnvironmentOverrides found{{"DATABASE_URL", database.url()}};
  const auto said_with = [&](const std::string& variable, const std::string& value) {
    EnvironmentOverrides variables = found;
    variables[variable] = value;
    return said(run_with(variables, {"status"}));
  };
  const std::string hint = "err: hint: Write a number and a unit: 500ms, 10s, 15min, 1h; or 0.\nexit: 1\n";
  BOOST_TEST(said_with("RUNNER_WAIT", "long") ==
             "\nerr: error: RUNNER_WAIT needs a duration, not \"long\"\n" + hint);
  BOOST_TEST(said_with("RUNNER_LOCK_WAIT", "-1s") ==
             "\nerr: error: RUNNER_LOCK_WAIT needs a duration, not \"-1s\"\n" + hint);
  BOOST_TEST(said_with("RUNNER_LOCK_TIMEOUT", "9999999h") ==
             "\nerr: error: RUNNER_LOCK_TIMEOUT needs a duration, not \"9999999h\"\n" + hint);
  BOOST_TEST(said_with("RUNNER_COLOR", "blue") ==
             "\nerr: error: --color is auto, always or never, not \"blue\"\nexit: 1\n");
}

BOOST_AUTO_TEST_SUITE_END()
