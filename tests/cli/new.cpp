#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <regex>

#include "support/runner_fixture.hpp"

namespace new_migration {

using namespace runner::test;
namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;
using Names = std::vector<std::string>;

// Without a database, which "new" does not need.
struct New : ProjectFixture {
  Outcome run_new(std::vector<std::string> words) {
    words.insert(words.begin(), "new");
    return run(words);
  }

  [[nodiscard]] Names files() const {
    Names names;
    for (const auto& entry : fs::directory_iterator(project.path() / "database/migrations")) {
      names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }
};

struct Number {
  std::string_view what;
  Names present;
  std::string_view next;
};
std::ostream& operator<<(std::ostream& out, const Number& sample) { return out << sample.what; }

const std::vector<Number> numbers{
    {"the first", {}, "001"},
    {"three digits", {"001_a.sql", "001_a.down.sql"}, "002"},
    {"four digits", {"0007_a.sql"}, "0008"},
    {"no leading zeros", {"9_a.sql"}, "10"},
    {"six digits with .up", {"000041_a.up.sql", "000041_a.down.sql"}, "000042"},
    {"a gap is not filled", {"001_a.sql", "005_b.sql"}, "006"},
    {"the newest has the width", {"0001_a.sql", "02_b.sql"}, "03"},
    {"one digit more when the width is used up", {"999_a.sql"}, "1000"},
    {"twenty digits", {"00020261121093000000_a.sql"}, "00020261121093000001"},
    {"a rollback alone counts", {"004_a.down.sql"}, "005"},
    {"other files do not count", {"README.md", "notes.sql", "777.txt"}, "001"},
    {"time that lies ahead", {"29991231235959_a.sql"}, "29991231235960"},
};

struct Name {
  std::string_view what, name, file;
};
std::ostream& operator<<(std::ostream& out, const Name& sample) { return out << sample.what; }

const std::vector<Name> names{
    {"letters and digits", "add_2fa-Index.v2", "add_2fa-Index.v2"},
    {"blanks", "add an index", "add_an_index"},
    {"slashes", "../a/b\\c", ".._a_b_c"},
    {"quotes", "it's \"x\" `y`", "it_s__x___y_"},
    {"signs of a shell", "a$b;c*d|e&f>g\nh", "a_b_c_d_e_f_g_h"},
    {"letters beyond ASCII", "größe_数据_😀", "größe_数据_😀"},
    {"a word that only contains down", "shutdown_hooks", "shutdown_hooks"},
    {"up alone", "up", "up"},
};

struct Refused {
  std::string_view what, name, said;
};
std::ostream& operator<<(std::ostream& out, const Refused& sample) { return out << sample.what; }

constexpr std::string_view kNeedsName = R"(
err: error: a migration needs a name
err: hint: For example: runner new add_invoice_index
exit: 1
)";

const std::vector<Refused> refused{
    {"an empty name", "", kNeedsName},
    {"blanks", "   ", kNeedsName},
    {"signs only", "_.-", kNeedsName},
    {"a name like a rollback", "orders rollback", R"(
err: error: "orders_rollback" would look like a rollback or a file name
err: hint: Choose a name without .sql, up or down at its end: the down file is written anyway.
exit: 1
)"},
    {"a down file", "orders.down", R"(
err: error: "orders.down" would look like a rollback or a file name
err: hint: Choose a name without .sql, up or down at its end: the down file is written anyway.
exit: 1
)"},
    {"a file name", "orders.sql", R"(
err: error: "orders.sql" would look like a rollback or a file name
err: hint: Choose a name without .sql, up or down at its end: the down file is written anyway.
exit: 1
)"},
    {"an up file", "orders.up", R"(
err: error: "orders.up" would look like a rollback or a file name
err: hint: Choose a name without .sql, up or down at its end: the down file is written anyway.
exit: 1
)"},
};

/// Adds a statement to each file that "new" wrote.
void fill_in(const fs::path& project) {
  for (const auto& file : fs::directory_iterator(project / "database/migrations"))
    std::ofstream(file.path(), std::ios::app) << "select 1;\n";
}

}  // namespace new_migration

BOOST_FIXTURE_TEST_SUITE(new_migration, New)

BOOST_AUTO_TEST_CASE(new_prints_both_paths_and_writes_both_files) {
  BOOST_TEST(said(run_new({"add_index"})) == R"(
out: database/migrations/001_add_index.sql
out: database/migrations/001_add_index.down.sql
exit: 0
)");
  BOOST_TEST(project.read("database/migrations/001_add_index.sql") == "-- 001_add_index\n\n");
  BOOST_TEST(project.read("database/migrations/001_add_index.down.sql") == "-- Undoes 001_add_index.\n\n");
}

BOOST_AUTO_TEST_CASE(new_makes_the_folder) {
  project.remove("database");
  BOOST_TEST(said(run_new({"first", "--migrations", "db/changes"})) == R"(
out: db/changes/001_first.sql
out: db/changes/001_first.down.sql
exit: 0
)");
  BOOST_TEST(fs::exists(project.path() / "db/changes/001_first.down.sql"));
}

BOOST_DATA_TEST_CASE_F(New, the_number_follows_the_newest_in_its_width, bdata::make(numbers)) {
  for (const std::string& name : sample.present) migration(name, "");
  const std::string stem = "database/migrations/" + std::string(sample.next) + "_x";
  BOOST_TEST(run_new({"x"}).out == stem + ".sql\n" + stem + ".down.sql\n");
  BOOST_TEST(files().size() == sample.present.size() + 2);
}

BOOST_DATA_TEST_CASE_F(New, a_name_becomes_one_that_any_file_system_takes, bdata::make(names)) {
  const std::string stem = "database/migrations/001_" + std::string(sample.file);
  BOOST_TEST(run_new({std::string(sample.name)}).out == stem + ".sql\n" + stem + ".down.sql\n");
  const std::string file = "001_" + std::string(sample.file);
  BOOST_TEST(files() == (Names{file + ".down.sql", file + ".sql"}), boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE_F(New, a_name_that_would_be_misread_is_refused, bdata::make(refused)) {
  BOOST_TEST(said(run_new({std::string(sample.name)})) == sample.said);
  BOOST_TEST(files().empty());
}

BOOST_AUTO_TEST_CASE(a_name_is_needed) { BOOST_TEST(said(run_new({})) == kNeedsName); }

BOOST_AUTO_TEST_CASE(time_is_used_where_it_is_in_use_or_asked_for) {
  migration("20200101000000_a.sql", "");
  const std::regex timed("database/migrations/20\\d{12}_x.sql\ndatabase/migrations/20\\d{12}_x.down.sql\n");
  const std::string used = run_new({"x"}).out;
  BOOST_TEST(std::regex_match(used, timed));
  BOOST_TEST(used > "database/migrations/20260101000000");
  project.remove("database/migrations");
  migration("007_a.sql", "");
  BOOST_TEST(std::regex_match(run_new({"--timestamp", "x"}).out, timed));
}

BOOST_FIXTURE_TEST_CASE(what_new_writes_runs_both_ways, RunnerFixture) {
  for (const char* name : {"add it", "größe_数据_😀", "x.v2"}) BOOST_TEST(run({"new", name}).exit_code == 0);
  fill_in(project.path());
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_add_it.sql", "002_größe_数据_😀.sql", "003_x.v2.sql"}),
             boost::test_tools::per_element());
  BOOST_TEST(run({"down", "--all"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(what_new_wrote_is_not_taken_for_a_migration, RunnerFixture) {
  migration("001_a.sql", "create table a (i int);");
  BOOST_TEST(run({"new", "add_b"}).exit_code == 0);
  const std::string refusal = R"(
err: database/migrations/002_add_b.sql: error: "002_add_b.sql" is still as "runner new" wrote it
err: hint: Write the migration into it, or remove its files.
exit: 1
)";
  BOOST_TEST(said(run({"up"})) == refusal);
  BOOST_TEST(said(run({"up", "--dry-run"})) == refusal);
  BOOST_TEST(!database.exists("a"));
  BOOST_TEST(run({"status"}).exit_code == 0);
  BOOST_TEST(run({"up", "--to", "1"}).exit_code == 0);
  migration("002_add_b.sql", "-- Nothing to do here any more.\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(history() == (Names{"001_a.sql", "002_add_b.sql"}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(several_within_a_second_get_different_numbers_in_their_order, RunnerFixture) {
  for (const char* name : {"a", "b", "c", "d", "e"}) {
    BOOST_TEST(run({"new", "--timestamp", name}).exit_code == 0);
  }
  for (const char* name : {"f", "g"}) BOOST_TEST(run({"new", name}).exit_code == 0);
  fill_in(project.path());
  BOOST_TEST(run({"up", "--quiet"}).err == "");
  Names order;
  for (const std::string& name : history()) order.push_back(name.substr(name.find('_')));
  BOOST_TEST(order == (Names{"_a.sql", "_b.sql", "_c.sql", "_d.sql", "_e.sql", "_f.sql", "_g.sql"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(new_never_overwrites) {
  fs::create_directories(project.path() / "database/migrations/001_x.sql");
  BOOST_TEST(said(run_new({"x"})) == R"(
err: database/migrations/001_x.sql: error: the file exists already
err: hint: Choose another name.
exit: 1
)");
  fs::create_directories(project.path() / "database/migrations/001_y.down.sql");
  BOOST_TEST(said(run_new({"y"})) == R"(
err: database/migrations/001_y.down.sql: error: the file exists already
err: hint: Choose another name.
exit: 1
)");
  BOOST_TEST(files() == (Names{"001_x.sql", "001_y.down.sql"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_pair_is_written_whole_or_not_at_all) {
  // The name of the up file just fits into the limit of 255 bytes.
  const std::string name(245, 'x');
  BOOST_TEST(said(run_new({name})) == "\nerr: database/migrations/001_" + name +
                                          ".down.sql: error: could not create the file: File name too long\n"
                                          "exit: 1\n");
  BOOST_TEST(files().empty());
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_a_file_is_named) {
  project.write("taken", "");
  BOOST_TEST(said(run_new({"x", "--migrations", "taken"})) == R"(
err: taken: error: could not create the folder: Not a directory
exit: 1
)");
}

BOOST_AUTO_TEST_SUITE_END()
