// What runner makes of a file is what psql makes of it: every file of tests/scripts is run by both,
// on two empty databases, and pg_dump then finds no difference in the schema or in any row.

#include <fmt/format.h>

#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <set>

#include "postgres/address.hpp"
#include "sql/text.hpp"
#include "support/paths.hpp"
#include "support/runner_fixture.hpp"

namespace {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;

const fs::path scripts_folder = fs::path(project_folder()) / "tests/scripts";
const std::string clinic = "O'Neil & \"Söhne\" \\ 😀";

// They hold what PostgreSQL refuses in a transaction.
const std::set<std::string> without_transaction{"outside_transaction.sql"};

std::vector<std::string> script_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(scripts_folder)) {
    if (entry.path().extension() == ".sql") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// The password stays out of the arguments, which others can see.
EnvironmentOverrides libpq_environment() {
  const ConnectionParameters server = parse_address({server_url(), {}, ""}, "oracle");
  return {{"PGHOST", server.value_of("host")},
          {"PGPORT", server.value_of("port")},
          {"PGUSER", server.value_of("user")},
          {"PGPASSWORD", server.value_of("password")},
          {"PGCLIENTENCODING", "UTF8"}};
}

struct Oracle : RunnerFixture {
  explicit Oracle(const std::string& name) : script("001_" + name) {
    const fs::path folder = project.path() / "database/migrations";
    for (const char* companions : {"data", "parts"}) {
      fs::copy(scripts_folder / companions, folder / companions, fs::copy_options::recursive);
    }
    fs::copy(scripts_folder / name, folder / script);
  }

  Outcome run_psql(const std::string& name) {
    std::vector<std::string> command{"/usr/bin/env",    "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-v",
                                     "clinic=" + clinic};
    if (!without_transaction.contains(name)) command.emplace_back("-1");
    command.insert(command.end(), {"-f", script, "-d", of_psql.name()});
    return Process(project.path() / "database/migrations", command, libpq_environment()).wait();
  }

  /// Without the tables of runner, and without the lines that differ from dump to dump.
  std::string dump(const TemporaryDatabase& dumped) {
    const Outcome outcome = Process(project.path(),
                                    {"/usr/bin/env", "pg_dump", "-T", "migration_(history|log|scripts)*",
                                     "-T", "seed_history*", "-d", dumped.name()},
                                    libpq_environment())
                                .wait();
    BOOST_REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.err);
    std::string text;
    for (const std::string_view line : lines_of(outcome.out)) {
      if (!line.starts_with("\\restrict ") && !line.starts_with("\\unrestrict "))
        text.append(line).append("\n");
    }
    return text;
  }

  std::string script;
  TemporaryDatabase of_psql;
};

/// The first line in which two texts differ, to be read in a failed test.
std::string first_difference(std::string_view left, std::string_view right) {
  const auto left_lines = lines_of(left);
  const auto right_lines = lines_of(right);
  const auto [at, other] =
      std::mismatch(left_lines.begin(), left_lines.end(), right_lines.begin(), right_lines.end());
  if (at == left_lines.end() && other == right_lines.end()) return "none";
  return fmt::format("line {}: runner \"{}\", psql \"{}\"", at - left_lines.begin() + 1,
                     at == left_lines.end() ? "(end)" : *at, other == right_lines.end() ? "(end)" : *other);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(psql_oracle)

BOOST_DATA_TEST_CASE(runner_and_psql_make_the_same_database_of_a_file, bdata::make(script_names()), name) {
  Oracle oracle(name);
  const Outcome psql = oracle.run_psql(name);
  BOOST_REQUIRE_MESSAGE(psql.exit_code == 0, psql.err);
  const Outcome up = oracle.run({"up", "--set", "clinic=" + clinic});
  BOOST_REQUIRE_MESSAGE(up.exit_code == 0, up.err);
  const std::string made = oracle.dump(oracle.database);
  BOOST_TEST(first_difference(made, oracle.dump(oracle.of_psql)) == "none");
  BOOST_TEST(made.find("CREATE TABLE") != std::string::npos);
  BOOST_TEST(made.find("CREATE TABLE public.migration_history") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_example_dump_is_one_of_them_as_pg_dump_wrote_it) {
  const Oracle oracle("example_dump.sql");
  const std::string text = oracle.project.read("database/migrations/001_example_dump.sql");
  BOOST_TEST(text.find("\n\\restrict ") != std::string::npos);
  BOOST_TEST(text.find("\nCOPY public.patients (") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
