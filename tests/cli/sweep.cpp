// The most important invariant: whatever fails, the history lists exactly what exists, and the next run
// completes.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"

namespace sweep {

using namespace runner::test;
namespace bdata = boost::unit_test::data;

struct Failure {
  std::string_view what;
  std::string_view first, middle, last;  // placed before, between and after the sound statements
  int exit_code;
};

std::ostream& operator<<(std::ostream& out, const Failure& failure) { return out << failure.what; }

constexpr std::string_view kBad = "select 1/0;";
constexpr std::string_view kKilled = "select pg_terminate_backend(pg_backend_pid());";
constexpr std::string_view kDeferred =
    "create table c (id int primary key deferrable initially deferred); insert into c values (1), (1);";

const std::vector<Failure> failures{
    {"a bad first statement", kBad, "", "", 3},
    {"a bad statement in the middle", "", kBad, "", 3},
    {"a bad last statement", "", "", kBad, 3},
    {"a deferred constraint at COMMIT", "", kDeferred, "", 3},
    {"the backend terminated at the start", kKilled, "", "", 2},
    {"the backend terminated in the middle", "", kKilled, "", 2},
    {"the backend terminated at the end", "", "", kKilled, 2},
};

constexpr int kFiles = 3;

std::string up_script(int file, const Failure& failure) {
  return fmt::format("{1}\ncreate table t{0} (id int);\n{2}\ninsert into t{0} values ({0});\n{3}\n", file,
                     failure.first, failure.middle, failure.last);
}

std::string down_script(int file, const Failure& failure) {
  return fmt::format("{1}\ndelete from t{0};\n{2}\ndrop table t{0};\n{3}\n", file, failure.first,
                     failure.middle, failure.last);
}

constexpr Failure kSound{"nothing", "", "", "", 0};

std::string name_of(int file) { return fmt::format("00{}_t{}", file, file); }

class Sweep : public RunnerFixture {
 public:
  void write(int broken, const Failure& up, const Failure& down) const {
    for (int file = 1; file <= kFiles; ++file) {
      migration(name_of(file) + ".sql", up_script(file, file == broken ? up : kSound));
      migration(name_of(file) + ".down.sql", down_script(file, file == broken ? down : kSound));
    }
  }

  /// Checks that the history and the tables are exactly those of the first `files` files.
  void require_exactly(int files) {
    std::vector<std::string> names;
    std::vector<std::string> tables;
    for (int file = 1; file <= files; ++file) {
      names.push_back(name_of(file) + ".sql");
      tables.push_back(fmt::format("t{}", file));
    }
    BOOST_TEST(history() == names, boost::test_tools::per_element());
    BOOST_TEST(user_tables() == tables, boost::test_tools::per_element());
    for (int file = 1; file <= files; ++file) {
      BOOST_TEST(database.value(fmt::format("select count(*) from t{}", file)) == "1");
    }
  }

  std::vector<std::string> user_tables() {
    return database.column(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
        " and relname !~ '^(migration|seed)_' order by relname");
  }

  std::string last_outcome() {
    return database.value("select outcome from migration_log order by id desc limit 1");
  }
};

}  // namespace sweep

BOOST_AUTO_TEST_SUITE(sweep)

BOOST_DATA_TEST_CASE(an_up_that_fails_anywhere_leaves_exactly_what_the_history_lists,
                     bdata::xrange(1, kFiles + 1) * bdata::make(failures), broken, failure) {
  Sweep sweep;
  sweep.write(broken, failure, kSound);
  BOOST_TEST(sweep.run({"up"}).exit_code == failure.exit_code);
  sweep.require_exactly(broken - 1);
  sweep.write(broken, kSound, kSound);
  BOOST_TEST(sweep.run({"up"}).exit_code == 0);
  sweep.require_exactly(kFiles);
}

BOOST_DATA_TEST_CASE(a_down_that_fails_anywhere_leaves_exactly_what_the_history_lists,
                     bdata::xrange(1, kFiles + 1) * bdata::make(failures), broken, failure) {
  Sweep sweep;
  sweep.write(broken, kSound, failure);
  BOOST_TEST(sweep.run({"up"}).exit_code == 0);
  BOOST_TEST(sweep.run({"down", "--all", "--yes"}).exit_code == failure.exit_code);
  sweep.require_exactly(broken);
  sweep.write(broken, kSound, kSound);
  BOOST_TEST(sweep.run({"down", "--all", "--yes"}).exit_code == 0);
  sweep.require_exactly(0);
}

BOOST_DATA_TEST_CASE(a_script_without_a_transaction_goes_on_where_it_stopped,
                     bdata::make({"first", "middle", "last"}), where) {
  const std::string at(where);
  const auto script = [&](bool broken) {
    const auto bad = [&](std::string_view place) {
      return broken && at == place ? "select 1/0;" : "select 1;";
    };
    return fmt::format(
        "-- runner: no-transaction\n{}\ncreate table t1 (id int);\n{}\ninsert into t1 values (1);\n{}\n",
        bad("first"), bad("middle"), bad("last"));
  };
  Sweep sweep;
  sweep.migration("001_t1.sql", script(true));
  BOOST_TEST(sweep.run({"up"}).exit_code == (at == "first" ? 3 : 5));
  BOOST_TEST(sweep.last_outcome() == "failed");
  BOOST_TEST(sweep.history().empty());
  sweep.migration("001_t1.sql", script(false));
  BOOST_TEST(sweep.run({"up"}).exit_code == 0);
  BOOST_TEST(sweep.last_outcome() == "done");
  sweep.require_exactly(1);
}

BOOST_AUTO_TEST_SUITE_END()
