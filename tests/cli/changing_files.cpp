// Files that another program changes while they run: runner runs what it hashed, or undoes the step.

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "support/runner_fixture.hpp"
#include "support/says.hpp"
#include "text/checksum.hpp"

namespace changing_files {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;
using Names = std::vector<std::string>;

constexpr const char* kBegin =
    "-- runner: lock-timeout 0\ncreate table t (i int, v text);\nselect pg_advisory_xact_lock(4711);\n";

constexpr int kRows = 4000;

// Larger than what runner sends and reads ahead, so that it reads the file while the file runs.
std::string inserts(char letter = 'a') {
  std::string text;
  for (int i = 0; i < kRows; ++i)
    text += fmt::format("insert into t values ({}, '{}');\n", i, std::string(400, letter));
  return text;
}

// runner hashes these rows before anything runs, not during the run.
std::string csv() {
  std::string text;
  for (int i = 0; i < kRows / 2; ++i) text += fmt::format("{},{}\n", i, std::string(400, 'a'));
  return text;
}

struct Changing : RunnerFixture {
  Changing() { holder.execute("select pg_advisory_lock(4711)"); }

  [[nodiscard]] fs::path path(const std::string& name) const {
    return project.path() / "database/migrations" / name;
  }

  void edit_the_end(const std::string& name) const {
    std::fstream file(path(name), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-20, std::ios::end) << 'X';
  }

  bool waits_for_lock() {
    return database.value(
               "select count(*) from pg_locks where locktype = 'advisory' and not granted"
               " and objid = 4711 and database ="
               " (select oid from pg_database where datname = current_database())") == "1";
  }

  /// Calls act() while the script waits for the lock that this test holds.
  Outcome up_while(const std::function<void()>& act) {
    Process process = start({"up"});
    BOOST_REQUIRE(eventually([&] { return waits_for_lock(); }));
    act();
    holder.execute("select pg_advisory_unlock(4711)");
    return process.wait();
  }

  std::string recorded() { return database.value("select checksum from migration_history"); }
  std::string rows() { return database.value("select concat_ws(' ', count(*), min(v), max(v)) from t"); }
  static std::string rows_of(char letter) {
    return fmt::format("{} {} {}", kRows, std::string(400, letter), std::string(400, letter));
  }

  Connection holder = connect(database.url());
};

struct Change {
  std::string_view what;
  std::function<void(const Changing&, const std::string& name)> act;
};
std::ostream& operator<<(std::ostream& out, const Change& change) { return out << change.what; }

const std::vector<Change> harmful{
    {"edited in place", [](const Changing& files, const std::string& name) { files.edit_the_end(name); }},
    {"cut short",
     [](const Changing& files, const std::string& name) {
       fs::resize_file(files.path(name), fs::file_size(files.path(name)) / 2);
     }},
    {"emptied", [](const Changing& files, const std::string& name) { fs::resize_file(files.path(name), 0); }},
    {"written anew",
     [](const Changing& files, const std::string& name) { files.migration(name, "select 1;\n"); }},
};

const std::vector<Change> harmless{
    {"deleted", [](const Changing& files, const std::string& name) { fs::remove(files.path(name)); }},
    {"replaced",
     [](const Changing& files, const std::string& name) {
       files.migration("new", "select 1;\n");
       fs::rename(files.path("new"), files.path(name));
     }},
    {"made longer",
     [](const Changing& files, const std::string& name) {
       std::ofstream(files.path(name), std::ios::app) << "insert into t values (0, 'X');\n";
     }},
};

std::string undone(const std::string& file) {
  return fmt::format(R"(
err:   up 001_t ......................................... failed
err: database/migrations/{}: error: the file was changed while it ran
err: hint: Let no other program write to the file while runner uses it.
err:   "001_t" was undone; nothing is applied.
exit: 3
)",
                     file);
}

}  // namespace changing_files

BOOST_FIXTURE_TEST_SUITE(changing_files, Changing)

BOOST_DATA_TEST_CASE_F(Changing, a_file_that_is_changed_while_it_runs_is_undone, bdata::make(harmful)) {
  migration("001_t.sql", kBegin + inserts());
  BOOST_TEST(said(up_while([&] { sample.act(*this, "001_t.sql"); })) == undone("001_t.sql"));
  BOOST_TEST(!database.exists("t"));
  BOOST_TEST(history().empty());
  BOOST_TEST(log().back() == "up failed 001_t the file was changed while it ran");
}

BOOST_DATA_TEST_CASE_F(Changing, rows_that_are_changed_while_they_are_copied_are_undone,
                       bdata::make(harmful)) {
  migration("001_t.sql", std::string(kBegin) + "\\copy t from rows.csv csv\n");
  migration("rows.csv", csv());
  BOOST_TEST(said(up_while([&] { sample.act(*this, "rows.csv"); })) == undone("rows.csv"));
  BOOST_TEST(!database.exists("t"));
  BOOST_TEST(history().empty());
}

BOOST_DATA_TEST_CASE_F(Changing, an_included_file_that_is_changed_while_it_runs_is_undone,
                       bdata::make(harmful)) {
  migration("001_t.sql", std::string(kBegin) + "\\ir part.txt\n");
  migration("part.txt", inserts());
  BOOST_TEST(said(up_while([&] { sample.act(*this, "part.txt"); })) == undone("part.txt"));
  BOOST_TEST(!database.exists("t"));
  BOOST_TEST(history().empty());
}

BOOST_DATA_TEST_CASE_F(Changing, what_runs_of_a_file_that_is_gone_or_grows_is_what_was_hashed,
                       bdata::make(harmless)) {
  const std::string text = kBegin + inserts();
  migration("001_t.sql", text);
  BOOST_TEST(up_while([&] { sample.act(*this, "001_t.sql"); }).exit_code == 0);
  BOOST_TEST(recorded() == Checksum::of(text).hex());
  BOOST_TEST(rows() == rows_of('a'));
}

BOOST_AUTO_TEST_CASE(rows_in_the_file_itself_are_what_was_hashed_too) {
  migration("001_t.sql", std::string(kBegin) + "copy t from stdin csv;\n" + csv() + "\\.\n");
  BOOST_TEST(said(up_while([&] { edit_the_end("001_t.sql"); })) == undone("001_t.sql"));
  BOOST_TEST(!database.exists("t"));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_included_twice_is_the_same_both_times) {
  migration("000_s.sql", "create table t (i int, v text);\n");
  migration("001_t.sql",
            "-- runner: lock-timeout 0\n\\ir part.txt\nselect pg_advisory_xact_lock(4711);\n\\ir part.txt\n");
  migration("part.txt", inserts());
  const Outcome outcome = up_while([&] { migration("part.txt", inserts('b')); });
  BOOST_TEST(says(outcome, 3, "part.txt: error: the file was changed while it ran\n"));
  BOOST_TEST(history() == (Names{"000_s.sql"}));
  BOOST_TEST(database.value("select count(*) from t") == "0");
}

BOOST_AUTO_TEST_CASE(steps_before_the_changed_one_stay_and_are_told_of) {
  migration("000_s.sql", "create table s (i int);\n");
  migration("001_t.sql", kBegin + inserts());
  migration("002_u.sql", "create table u (i int);\n");
  BOOST_TEST(said(up_while([&] { edit_the_end("001_t.sql"); })) == R"(
err:   up 000_s ......................................... N ms
err:   up 001_t ......................................... failed
err: database/migrations/001_t.sql: error: the file was changed while it ran
err: hint: Let no other program write to the file while runner uses it.
err:   "001_t" was undone; the database is at 000_s.
exit: 3
)");
  BOOST_TEST(history() == (Names{"000_s.sql"}));
}

BOOST_AUTO_TEST_CASE(with_one_transaction_the_whole_run_is_undone) {
  migration("000_s.sql", "create table s (i int);\n");
  migration("001_t.sql", kBegin + inserts());
  Process process = start({"up", "--one-transaction"});
  BOOST_REQUIRE(eventually([&] { return waits_for_lock(); }));
  edit_the_end("001_t.sql");
  holder.execute("select pg_advisory_unlock(4711)");
  BOOST_TEST(says(process.wait(), 3, "001_t.sql: error: the file was changed while it ran\n"));
  BOOST_TEST(!database.exists("s"));
  BOOST_TEST(history().empty());
}

BOOST_AUTO_TEST_CASE(without_a_transaction_it_is_left_half_done_and_resumes_once_it_is_restored) {
  std::string text = std::string("-- runner: no-transaction\n") + kBegin;
  for (int i = 0; i < 8; ++i)
    text += fmt::format("insert into t values ({}, '{}');\n", i, std::string(300'000, 'a'));
  migration("001_t.sql", text);
  const Outcome outcome = up_while([&] { edit_the_end("001_t.sql"); });
  BOOST_TEST(outcome.exit_code == 5);
  const std::string done = database.value("select count(*) + 2 from t");
  BOOST_TEST(contains(outcome.err,
                      fmt::format("database/migrations/001_t.sql: error: the file was changed while it ran\n"
                                  "detail: \"001_t\" is left half done: {} of 10 statements have run.\n"
                                  "hint: Let no other program write to the file while runner uses it.\n",
                                  done)),
             outcome.err);
  BOOST_TEST(history().empty());
  migration("001_t.sql", text);
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(recorded() == Checksum::of(text).hex());
  BOOST_TEST(database.value("select concat_ws(' ', count(*), count(distinct i)) from t") == "8 8");
}

BOOST_AUTO_TEST_CASE(a_file_with_windows_line_ends_runs_from_a_copy_that_no_program_can_change) {
  std::string windows;
  const std::string text = kBegin + inserts();
  for (const char c : text) windows += c == '\n' ? "\r\n" : std::string(1, c);
  migration("001_t.sql", windows);
  BOOST_TEST(up_while([&] { edit_the_end("001_t.sql"); }).exit_code == 0);
  BOOST_TEST(recorded() == Checksum::of(text).hex());
  BOOST_TEST(rows() == rows_of('a'));
}

BOOST_AUTO_TEST_CASE(a_down_script_that_is_changed_while_it_runs_is_undone) {
  migration("001_t.sql", "create table t (i int, v text);\ncreate table u (i int);\n");
  migration("001_t.down.sql", "-- runner: lock-timeout 0\nselect pg_advisory_xact_lock(4711);\n" + inserts() +
                                  "drop table t;\ndrop table u;\n");
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  Process process = start({"down", "--yes"});
  BOOST_REQUIRE(eventually([&] { return waits_for_lock(); }));
  edit_the_end("001_t.down.sql");
  holder.execute("select pg_advisory_unlock(4711)");
  BOOST_TEST(says(process.wait(), 3, "001_t.down.sql: error: the file was changed while it ran\n"));
  BOOST_TEST(history() == (Names{"001_t.sql"}));
  BOOST_TEST(database.value("select count(*) from t") == "0");
}

BOOST_AUTO_TEST_CASE(a_seed_that_is_changed_while_it_runs_is_undone) {
  migration("001_t.sql", "create table t (i int, v text);\n");
  seed("001_s.sql", "-- runner: lock-timeout 0\nselect pg_advisory_xact_lock(4711);\n" + inserts());
  BOOST_REQUIRE(run({"up"}).exit_code == 0);
  Process process = start({"seed"});
  BOOST_REQUIRE(eventually([&] { return waits_for_lock(); }));
  seed("001_s.sql", inserts('b'));
  holder.execute("select pg_advisory_unlock(4711)");
  BOOST_TEST(says(process.wait(), 3, "seeds/001_s.sql: error: the file was changed while it ran\n"));
  BOOST_TEST(database.value("select count(*) from t") == "0");
  BOOST_TEST(database.value("select count(*) from seed_history") == "0");
}

BOOST_AUTO_TEST_SUITE_END()
