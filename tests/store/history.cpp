#include <boost/test/unit_test.hpp>

#include "store/database_state.hpp"
#include "store/history_writer.hpp"
#include "support/server.hpp"
#include "support/steps.hpp"

namespace history {

using namespace runner;
using namespace runner::test;

struct HistoryFixture : SessionFixture {
  HistoryFixture() {
    for (const std::string& statement : writer().creation()) connection.execute(statement);
  }

  DatabaseState look(ReadScope scope = ReadScope::history_with_details) {
    return read_state(connection, "public", scope);
  }
  History read() { return look().contents.history; }
  HistoryWriter writer() { return {look().tables, identity}; }
  void record_done(const Step& step, std::optional<Milliseconds> took = Milliseconds{1},
                   const std::optional<ScriptProgress>& progress = {}) {
    connection.execute(writer().done(step, 1, took, progress));
  }
  std::optional<std::string> kept(const Checksum& checksum) {
    return stored_text(connection, look().tables, checksum);
  }

  std::vector<std::string> rows() {
    return database.column(
        "select migration_name || ' ' || coalesce(checksum, 'NULL') from migration_history order by id");
  }

  Identity identity{"tester", "host", "ci #7 at abc", "1.2.3"};
};

const std::string kSelectOne =
    "822ae07d4783158bc1912bb623e5107cc9002d519e1143a9c200ed6ee18b6d0f";  // "select 1"

}  // namespace history

BOOST_FIXTURE_TEST_SUITE(history, HistoryFixture)

BOOST_AUTO_TEST_CASE(an_applied_step_is_read_back_with_what_the_log_knows) {
  Step step = up("007_a", "select 1");
  step.rollback = check_script("007_a.down.sql", Text(std::string("select 2")));
  record_done(step, Milliseconds{12});
  const History history = read();
  BOOST_TEST(history.entries.size() == 1U);
  const HistoryEntry& entry = history.entries.front();
  BOOST_TEST(entry.name == "007_a");
  BOOST_TEST(entry.recorded_name == "007_a.sql");
  BOOST_TEST(entry.version.digits() == "7");
  BOOST_TEST(entry.checksum->hex() == kSelectOne);
  BOOST_TEST(entry.applied_by == "runner@host");
  BOOST_TEST(entry.took->count() == 12);
  BOOST_TEST((entry.stored_down == step.rollback->checksum.wait()));
  BOOST_TEST(kept(*entry.stored_down).value() == "select 2");
  BOOST_TEST(kept(*entry.checksum).value() == "select 1");
}

BOOST_AUTO_TEST_CASE(the_log_keeps_who_and_from_where) {
  record_done(up("001_a", "select 1"), Milliseconds{3});
  BOOST_TEST(
      database.value("select concat_ws('|', action, outcome, name, environment, took_ms, statement_count,"
                     " database_role, os_user, host, origin, runner_version) from migration_log") ==
      "up|done|001_a||3|1|runner|tester|host|ci #7 at abc|1.2.3");
}

BOOST_AUTO_TEST_CASE(rows_come_by_version_whatever_their_order_in_the_table) {
  connection.execute("insert into migration_history (migration_name) values ('10_b.sql'), ('9_a.sql')");
  const History history = read();
  BOOST_TEST(history.entries[0].name == "9_a");
  BOOST_TEST(history.entries[1].name == "10_b");
}

BOOST_AUTO_TEST_CASE(the_time_of_a_row_is_read_alike_however_the_session_writes_dates) {
  connection.execute(
      "insert into migration_history (migration_name, applied_at)"
      " values ('1_a.sql', '2026-11-21 16:35:07.25')");
  BOOST_TEST(read().entries[0].applied_at == "2026-11-21 16:35:07");
  connection.execute("set datestyle = 'SQL, DMY'");
  BOOST_TEST(read().entries[0].applied_at == "2026-11-21 16:35:07");
}

BOOST_AUTO_TEST_CASE(a_row_that_was_changed_is_not_newer_for_that) {
  connection.execute("insert into migration_history (migration_name) values ('1_a.sql'), ('2_b')");
  connection.execute("update migration_history set checksum = null where migration_name = '1_a.sql'");
  BOOST_TEST((read().spelling == Spelling::without_suffix));
}

BOOST_AUTO_TEST_CASE(the_spelling_is_that_of_the_newest_row) {
  BOOST_TEST((read().spelling == Spelling::with_suffix));
  connection.execute("insert into migration_history (migration_name) values ('001_a.sql'), ('002_b')");
  BOOST_TEST((read().spelling == Spelling::without_suffix));
}

BOOST_AUTO_TEST_CASE(what_is_no_sha256_is_an_unknown_checksum) {
  connection.execute(
      "insert into migration_history (migration_name, checksum) values ('1_a', null), ('2_b', ''),"
      " ('3_c', 'no-checksum'), ('4_d', md5('x')), ('5_e', upper('" +
      kSelectOne + "'))");
  const History history = read();
  for (std::size_t i = 0; i < 4; ++i) BOOST_TEST(!history.entries[i].checksum.has_value());
  BOOST_TEST(history.entries[4].checksum->hex() == kSelectOne);
}

BOOST_AUTO_TEST_CASE(a_row_without_a_number_is_kept_apart) {
  connection.execute("insert into migration_history (migration_name) values ('init.sql')");
  const History history = read();
  BOOST_TEST(history.entries.empty());
  BOOST_TEST(history.unnumbered == std::vector<std::string>{"init.sql"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_row_that_the_script_wrote_itself_is_completed_in_its_own_spelling) {
  connection.execute("insert into migration_history (migration_name) values ('001_a')");
  record_done(up("001_a", "select 1"), Milliseconds{1});
  BOOST_TEST(rows() == std::vector<std::string>{"001_a " + kSelectOne}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_undone_step_takes_its_row_away_in_either_spelling) {
  connection.execute(
      "insert into migration_history (migration_name) values ('001_a'), ('001_a.sql'), ('001_ab')");
  Step step = up("001_a", "select 1");
  step.action = Action::down;
  record_done(step, Milliseconds{1});
  BOOST_TEST(rows() == std::vector<std::string>{"001_ab NULL"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_log_of_another_text_says_nothing_about_a_row) {
  record_done(up("001_a", "select 1"), Milliseconds{1});
  connection.execute("update migration_history set checksum = repeat('0', 64)");
  BOOST_TEST(read().entries.front().applied_by == "");
}

BOOST_AUTO_TEST_CASE(a_text_above_a_megabyte_is_not_kept) {
  const Step step = up("001_a", "select 1 --" + std::string(1'000'000, 'x'));
  record_done(step, Milliseconds{1});
  BOOST_TEST(!kept(step.script.checksum.wait()).has_value());
}

BOOST_AUTO_TEST_CASE(progress_without_an_end_is_half_done_and_an_end_is_the_end_of_it) {
  const Step step = up("001_a", "-- runner: no-transaction\nselect 1; select 2");
  connection.execute(writer().progress(step, {1, checksum_of_first(step.script, 1)}));
  const History history = read();
  BOOST_TEST(history.half_done.size() == 1U);
  BOOST_TEST(history.half_done.front().done == 1U);
  BOOST_TEST(history.half_done.front().statement_count == 2U);
  BOOST_TEST((history.half_done.front().prefix == checksum_of_first(step.script, 1)));
  record_done(step, Milliseconds{1}, ScriptProgress{2, checksum_of_first(step.script, 2)});
  BOOST_TEST(read().half_done.empty());
}

BOOST_AUTO_TEST_CASE(a_seed_is_remembered_by_name_and_environment) {
  Step step = up("development/001_a", "select 1");
  step.action = Action::seed;
  step.recorded_name = "001_a";
  step.environment = "development";
  record_done(step, Milliseconds{1});
  record_done(step, Milliseconds{1});
  const std::vector<SeedEntry> entries = look(ReadScope::seeds).contents.seeds;
  BOOST_TEST(entries.size() == 1U);
  BOOST_TEST(entries.front().name == "001_a");
  BOOST_TEST(entries.front().environment == "development");
  BOOST_TEST(entries.front().checksum.hex() == kSelectOne);
  BOOST_TEST(database.value("select count(*) from migration_scripts") == "0");
}

BOOST_AUTO_TEST_SUITE_END()
