// runner has the same effect as psql. Both run every file of tests/scripts on an empty database, and pg_dump
// then finds no difference in the schema or in any row. The same holds for transactions in a file that runs
// statement by statement: the rows and the server's messages are the same.

#include <fmt/format.h>

#include <algorithm>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <regex>
#include <set>

#include "script/script.hpp"
#include "support/client_tools.hpp"
#include "support/paths.hpp"
#include "support/runner_fixture.hpp"
#include "text/strings.hpp"
#include "text/text.hpp"

namespace psql_oracle {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;

const fs::path scripts_folder = fs::path(project_folder()) / "tests/scripts";
const std::string clinic = "O'Neil & \"Söhne\" \\ 😀";

// These files contain statements that PostgreSQL refuses in a transaction.
const std::set<std::string> without_transaction{"outside_transaction.sql"};

std::vector<std::string> script_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(scripts_folder)) {
    if (entry.path().extension() == ".sql") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// Runs psql in the folder of the project, as runner would run the file.
Outcome run_psql_on(const std::string& database, const ProjectFixture& project,
                    const std::vector<std::string>& arguments) {
  std::vector<std::string> command{"/usr/bin/env", "psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  EnvironmentOverrides variables = libpq_variables(database);
  variables["PGCLIENTENCODING"] = "UTF8";
  return Process(project.project.path() / "database/migrations", command, variables).wait();
}

struct Oracle : RunnerFixture {
  explicit Oracle(const std::string& name) : script("001_" + name) {
    const fs::path folder = project.path() / "database/migrations";
    for (const char* companion : {"data", "parts"}) {
      fs::copy(scripts_folder / companion, folder / companion, fs::copy_options::recursive);
    }
    fs::copy(scripts_folder / name, folder / script);
  }

  Outcome run_psql(const std::string& name) const {
    std::vector<std::string> arguments{"-v", "clinic=" + clinic, "-f", script};
    if (!without_transaction.contains(name)) arguments.emplace_back("-1");
    return run_psql_on(of_psql.name(), *this, arguments);
  }

  /// Leaves out runner's own tables.
  static std::string dump(const TemporaryDatabase& dumped) {
    return dump_of(dumped.name(), {"-T", "migration_(history|log|scripts)*", "-T", "seed_history*"});
  }

  std::string script;
  TemporaryDatabase of_psql;
};

/// The first line in which two texts differ, for the message of a failed test.
std::string first_difference(std::string_view left, std::string_view right) {
  const auto left_lines = lines_of(left);
  const auto right_lines = lines_of(right);
  const auto [at, other] =
      std::mismatch(left_lines.begin(), left_lines.end(), right_lines.begin(), right_lines.end());
  if (at == left_lines.end() && other == right_lines.end()) return "none";
  return fmt::format("line {}: runner \"{}\", psql \"{}\"", at - left_lines.begin() + 1,
                     at == left_lines.end() ? "(end)" : *at, other == right_lines.end() ? "(end)" : *other);
}

using Texts = std::vector<std::string>;

const std::string now_small =
    "insert into t values (case current_setting('work_mem') when '1MB' then 1 else 2 end);";

// Statements that the server allows only in a transaction, and statements that begin or end one.
const Texts of_transactions{
    "insert into t values (1); rollback; insert into t values (2); abort; end;",
    "insert into t values (1); commit; vacuum t; commit; insert into t values (2);",
    "begin; insert into t values (1); rollback; insert into t values (2);",
    "begin; insert into t values (1); commit; vacuum t; begin; insert into t values (2); rollback; vacuum t;",
    "begin; insert into t values (1); savepoint a; insert into t values (2); rollback to a; "
    "insert into t values (3); release a; commit; vacuum t;",
    "insert into t values (1); lock table t; insert into t values (2);",
    "begin; lock table t; insert into t values (1); commit; lock table t;",
    "insert into t values (1); savepoint a; insert into t values (2);",
    "insert into t values (1); release a;",
    "insert into t values (1); rollback to a;",
    "insert into t values (1); declare c cursor for select 1; insert into t values (2);",
    "declare c cursor with hold for select i from t; fetch c; close c; insert into t values (1);",
    "begin; declare c cursor for select 1; fetch c; commit; fetch c;",
    "set local work_mem = '1MB'; " + now_small,
    "begin; set local work_mem = '1MB'; " + now_small + " commit; " + now_small,
    "begin; set work_mem = '1MB'; rollback; " + now_small + " set work_mem = '1MB'; " + now_small,
    "set constraints all immediate; insert into once values (1), (2); insert into t values (1);",
    "begin; set constraints all immediate; insert into once values (1), (1); commit;",
    "begin; insert into once values (1), (1); insert into t values (1); commit; insert into t values (2);",
    "insert into t values (1); insert into once values (1), (1);",
    "set transaction isolation level serializable; insert into t values (1);",
    "begin; set transaction isolation level serializable; insert into t values (1); commit;",
    "begin read only; select count(*) from t; commit; insert into t values (1);",
    "begin read only; insert into t values (1); commit;",
    "begin transaction read only; select 1; commit and chain; select 2; commit; insert into t values (1);",
    "begin; insert into t values (1); commit and chain; insert into t values (2); rollback and chain; "
    "insert into t values (3); end; insert into t values (4);",
    "insert into t values (1); commit and chain;",
    "insert into t values (1); rollback and chain;",
    "begin; begin; insert into t values (1); start transaction; commit; commit;",
    "insert into t values (1); prepare transaction 'x'; insert into t values (2);",
    "set session characteristics as transaction read only; begin read write; insert into t values (1); "
    "commit; "
    "insert into t values (2);",
    "begin; insert into t values (1); select 1/0; commit;",
    "begin; create temp table x on commit drop as select 7 as i; insert into t select i from x; commit; "
    "insert into t select i from x;",
    "create table more (i int); do $$ begin insert into more values (1); commit; insert into more values "
    "(2); "
    "rollback; end $$; insert into t select i from more;",
    "begin; do $$ begin lock table t; set local work_mem = '1MB'; end $$; " + now_small + " commit; " +
        now_small,
};

// Combines such statements at random until runner accepts them as a file.
std::string odd_script(unsigned seed) {
  static const Texts parts{"begin;",
                           "begin;",
                           "commit;",
                           "commit;",
                           "rollback;",
                           "end;",
                           "abort;",
                           "commit and chain;",
                           "savepoint a;",
                           "rollback to a;",
                           "release a;",
                           "lock table t;",
                           "set local work_mem = '1MB';",
                           "set work_mem = '1MB';",
                           "set constraints all deferred;",
                           "vacuum t;",
                           "begin read only;",
                           "insert into once values (1);",
                           "create table if not exists more ();",
                           now_small,
                           now_small,
                           "insert into t select count(*) from t;",
                           "select 1;"};
  std::minstd_rand random(seed);
  while (true) {
    std::string script;
    for (int i = 0; i < 9; ++i)
      script += parts[std::uniform_int_distribution<std::size_t>(0, parts.size() - 1)(random)] + "\n";
    try {
      (void)check_script("odd.sql", Text("-- runner: no-transaction\n" + script));
      return script;
    } catch (const Error&) {
    }
  }
}

struct Autocommit : RunnerFixture {
  explicit Autocommit(const std::string& statements) {
    migration("001_x.sql", "-- runner: no-transaction\n" + statements + "\n");
    for (TemporaryDatabase* const one : {&database, &of_psql})
      one->execute(
          "create table t (i int); create table once (i int primary key deferrable initially deferred)");
  }

  Outcome run_psql() const {
    return run_psql_on(of_psql.name(), *this, {"-o", "/dev/null", "-f", "001_x.sql"});
  }

  static Texts rows(TemporaryDatabase& of) {
    return of.column("select i from t union all select i + 100 from once order by i");
  }

  TemporaryDatabase of_psql;
};

/// The server's warnings and its error, in order.
Texts said_by_server(const std::string& text, const std::regex& line) {
  Texts said;
  for (std::sregex_iterator it(text.begin(), text.end(), line), end; it != end; ++it)
    said.push_back((*it)[1].matched ? "WARNING " + it->str(1) : "ERROR " + it->str(2));
  return said;
}

void require_equal(const std::string& statements) {
  Autocommit fixture(statements);
  const Outcome psql = fixture.run_psql();
  const Outcome up = fixture.run({"up", "--into-existing"});
  BOOST_TEST_CONTEXT(statements << "\n" << psql.err << "\n" << up.err) {
    BOOST_TEST((up.exit_code == 0) == (psql.exit_code == 0));
    static const std::regex by_runner(
        "WARNING: ([^\n]*)|\\.sql:[0-9:]* error: (?:COMMIT failed: )?([^\n]*) \\[");
    static const std::regex by_psql("WARNING:  ([^\n]*)|ERROR:  ([^\n]*)");
    BOOST_TEST(said_by_server(up.err, by_runner) == said_by_server(psql.err, by_psql),
               boost::test_tools::per_element());
    BOOST_TEST(Autocommit::rows(fixture.database) == Autocommit::rows(fixture.of_psql),
               boost::test_tools::per_element());
  }
}

}  // namespace psql_oracle

BOOST_AUTO_TEST_SUITE(psql_oracle)

BOOST_DATA_TEST_CASE(runner_and_psql_make_the_same_database_of_a_file, bdata::make(script_names()), name) {
  Oracle oracle(name);
  const Outcome psql = oracle.run_psql(name);
  BOOST_REQUIRE_MESSAGE(psql.exit_code == 0, psql.err);
  const Outcome up = oracle.run({"up", "--set", "clinic=" + clinic});
  BOOST_REQUIRE_MESSAGE(up.exit_code == 0, up.err);
  const std::string made = Oracle::dump(oracle.database);
  BOOST_TEST(first_difference(made, Oracle::dump(oracle.of_psql)) == "none");
  BOOST_TEST(contains(made, "CREATE TABLE"));
  BOOST_TEST(!contains(made, "CREATE TABLE public.migration_history"));
}

BOOST_DATA_TEST_CASE(transactions_in_a_file_are_those_of_psql, bdata::make(of_transactions), statements) {
  require_equal(statements);
}

BOOST_DATA_TEST_CASE(so_are_those_of_a_file_put_together_by_chance, bdata::xrange(1U, 17U), seed) {
  require_equal(odd_script(seed));
}

BOOST_AUTO_TEST_CASE(the_example_dump_is_one_of_them_as_pg_dump_wrote_it) {
  const Oracle oracle("example_dump.sql");
  const std::string text = oracle.project.read("database/migrations/001_example_dump.sql");
  BOOST_TEST(contains(text, "\n\\restrict "));
  BOOST_TEST(contains(text, "\nCOPY public.patients ("));
}

BOOST_AUTO_TEST_SUITE_END()
