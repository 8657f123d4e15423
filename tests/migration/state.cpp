#include "migration/state.hpp"

#include <string>
#include <vector>

#include "migration/build.hpp"

using namespace runner;
using namespace runner::test;

namespace state_tests {

// Every standing in order, as in "001_a applied".
Texts states(const std::vector<Migration>& migrations, const History& history) {
  Texts texts;
  for (const Standing& standing : standings_of(migrations, history)) {
    texts.push_back(standing.name + " " + name_of(standing.state));
  }
  return texts;
}

struct StateCase {
  std::string_view what;
  std::vector<Migration> migrations;
  History history;
  Texts states;
};
std::ostream& operator<<(std::ostream& out, const StateCase& c) { return out << c.what; }

History with_checksum(History history, int number, std::optional<Checksum> checksum) {
  row_of(history, number).checksum = std::move(checksum);
  return history;
}

// Adds another row with another name.
History and_row(History history, int number, const std::string& other_name) {
  HistoryEntry other = row(number);
  other.name = other_name;
  other.recorded_name = other_name + ".sql";
  const auto behind =
      std::find_if(history.entries.begin(), history.entries.end(),
                   [&](const HistoryEntry& entry) { return version(number) < entry.version; });
  history.entries.insert(behind, other);
  return history;
}

// Gives the half-done script another name.
History called(History history, const std::string& other_name) {
  history.half_done.back().name = other_name;
  return history;
}

// Makes a file of this migration unusable. Then none of its texts has a checksum.
std::vector<Migration> unreadable(std::vector<Migration> migrations, int number) {
  Migration& migration = of_number(migrations, number);
  migration.errors = {Error(ErrorKind::source, "no")};
  migration.up = Script{};
  return migrations;
}

// Adds another file with the same number, which makes that file unusable.
std::vector<Migration> and_file(std::vector<Migration> migrations, int number,
                                const std::string& other_name) {
  const auto behind = std::find_if(migrations.begin(), migrations.end(), [&](const Migration& migration) {
    return version(number) < migration.version;
  });
  Migration other = of_number(migrations, number);
  other.name = other_name;
  other.errors = {Error(ErrorKind::source, "no")};
  migrations.insert(behind, other);
  return migrations;
}

const Checksum kOther = Checksum::of("something else");

const std::vector<StateCase> kCases = {
    {"nothing anywhere", {}, {}, {}},
    {"a new database", on_disk({1, 2}), {}, {"001_a pending", "002_b pending"}},
    {"up to date", on_disk({1, 2}), applied({1, 2}), {"001_a applied", "002_b applied"}},
    {"one to run", on_disk({1, 2}), applied({1}), {"001_a applied", "002_b pending"}},
    {"edited", with_up(on_disk({1, 2}), 1, "select 0;"), applied({1, 2}), {"001_a changed", "002_b applied"}},
    {"edited in a comment",
     with_up(on_disk({1}), 1, "-- new\n" + up_text(1)),
     applied({1}),
     {"001_a changed"}},
    {"an edited down is no change", with_down(on_disk({1}), 1, "select 0;"), applied({1}), {"001_a applied"}},
    {"the file is missing",
     on_disk({1, 3}),
     applied({1, 2, 3}),
     {"001_a applied", "002_b missing", "003_c applied"}},
    {"the first file is missing", on_disk({2}), applied({1, 2}), {"001_a missing", "002_b applied"}},
    {"missing below a pending one",
     on_disk({1, 3}),
     applied({1, 2}),
     {"001_a applied", "002_b missing", "003_c pending"}},
    {"ahead", on_disk({1}), applied({1, 2, 3}), {"001_a applied", "002_b ahead", "003_c ahead"}},
    {"ahead of an empty folder", {}, applied({1}), {"001_a ahead"}},
    {"twice, and its file is here",
     on_disk({1}),
     and_row(applied({1}), 1, "001_a"),
     {"001_a applied", "001_a missing"}},
    {"twice, and of a newer release",
     on_disk({1}),
     and_row(applied({1, 2, 3}), 2, "002_b"),
     {"001_a applied", "002_b missing", "002_b missing", "003_c ahead"}},
    {"passed over",
     on_disk({1, 2, 3}),
     applied({1, 3}),
     {"001_a applied", "002_b out of order", "003_c applied"}},
    {"passed over by one that is ahead",
     on_disk({1, 2}),
     applied({1, 3}),
     {"001_a applied", "002_b out of order", "003_c ahead"}},
    {"half done going up",
     on_disk({1, 2, 3}),
     half_done(applied({1}), Action::up, 2, 1),
     {"001_a applied", "002_b half done", "003_c pending"}},
    {"half done going down",
     on_disk({1, 2}),
     half_done(applied({1, 2}), Action::down, 2, 1),
     {"001_a applied", "002_b half done"}},
    {"half done and edited",
     with_up(on_disk({1}), 1, "x"),
     half_done({}, Action::up, 1, 1),
     {"001_a half done"}},
    {"half done without a file, below others",
     on_disk({1, 3}),
     half_done(applied({1}), Action::up, 2, 1),
     {"001_a applied", "002_b half done", "003_c pending"}},
    {"half done without a file, above all others",
     on_disk({1}),
     half_done(applied({1}), Action::up, 2, 1),
     {"001_a applied", "002_b half done"}},
    {"half done, in a folder that holds nothing", {}, half_done({}, Action::up, 2, 1), {"002_b half done"}},
    {"no checksum", on_disk({1}), with_checksum(applied({1}), 1, std::nullopt), {"001_a applied"}},
    {"9 comes before 10", on_disk({9, 10}), applied({9}), {"009_i applied", "010_j pending"}},
    {"two rows of one number",
     on_disk({1}),
     and_row(applied({1}), 1, "001_old"),
     {"001_a applied", "001_old missing"}},
    {"two rows of one number, the other first",
     on_disk({1}),
     and_row(and_row({}, 1, "001_old"), 1, "001_a"),
     {"001_a applied", "001_old missing"}},
    {"two rows of one number, no file",
     {},
     and_row(applied({1}), 1, "001_old"),
     {"001_a ahead", "001_old ahead"}},
    {"the file was renamed", on_disk({1}), and_row({}, 1, "001_old"), {"001_a applied"}},
    {"two rows and the file was renamed",
     on_disk({1}),
     with_checksum(and_row(and_row({}, 1, "001_other"), 1, "001_old"), 1, kOther),
     {"001_a applied", "001_other missing"}},
    {"another migration took the number",
     with_up(on_disk({1}), 1, "select 0;"),
     and_row({}, 1, "001_old"),
     {"001_a pending", "001_old missing"}},
    {"another migration took the number of one without a checksum",
     on_disk({1, 2}),
     with_checksum(and_row(applied({2}), 1, "001_old"), 1, std::nullopt),
     {"001_a out of order", "001_old missing", "002_b applied"}},
    {"half done under the name of one of two",
     with_up(on_disk({1}), 1, "x"),
     half_done(and_row({}, 1, "001_old"), Action::up, 1, 1),
     {"001_a half done", "001_old missing"}},
    {"half done under the name of the other of two",
     with_up(on_disk({1}), 1, "x"),
     called(half_done(and_row({}, 1, "001_old"), Action::down, 1, 1), "001_old"),
     {"001_a pending", "001_old half done"}},
    {"half done under a name that is gone",
     on_disk({1}),
     called(half_done({}, Action::up, 1, 1), "001_old"),
     {"001_a half done"}},
    {"unreadable and never applied",
     unreadable(on_disk({1, 2, 3}), 2),
     applied({1}),
     {"001_a applied", "002_b unreadable", "003_c pending"}},
    {"unreadable and applied",
     unreadable(on_disk({1, 2}), 1),
     applied({1, 2}),
     {"001_a unreadable", "002_b applied"}},
    {"unreadable, below the newest applied one",
     unreadable(on_disk({1, 2}), 1),
     applied({2}),
     {"001_a unreadable", "002_b applied"}},
    {"unreadable and left half done",
     unreadable(on_disk({1}), 1),
     half_done({}, Action::up, 1, 1),
     {"001_a unreadable"}},
    {"unreadable, and applied under another name",
     unreadable(on_disk({1}), 1),
     and_row({}, 1, "001_old"),
     {"001_a unreadable", "001_old missing"}},
    {"a second file of one number",
     and_file(on_disk({1, 2}), 1, "001_x"),
     applied({1}),
     {"001_a applied", "001_x unreadable", "002_b pending"}},
    {"a second file of one number, which was applied",
     and_file(on_disk({1}), 1, "001_x"),
     with_checksum(and_row({}, 1, "001_x"), 1, kOther),
     {"001_a pending", "001_x unreadable"}},
    {"a second file of one number, and both were applied",
     and_file(on_disk({1}), 1, "001_x"),
     and_row(applied({1}), 1, "001_x"),
     {"001_a applied", "001_x unreadable"}},
};

struct ChecksumCase {
  std::string_view what;
  std::optional<Checksum> recorded;
  State state;
  bool unknown;
};
std::ostream& operator<<(std::ostream& out, const ChecksumCase& c) { return out << c.what; }

const std::vector<ChecksumCase> kChecksums = {
    {"of the text with plain line ends", Checksum::of("select 1;\n"), State::applied, false},
    {"of the bytes on disk", Checksum::of("select 1;\r\n"), State::applied, false},
    {"of something else", kOther, State::changed, false},
    {"unknown", std::nullopt, State::applied, true},
};

struct RollbackCase {
  std::string_view what;
  std::vector<Migration> migrations;
  History history;
  std::string_view rollback;
};
std::ostream& operator<<(std::ostream& out, const RollbackCase& c) { return out << c.what; }

History without_stored(History history, int number) {
  row_of(history, number).stored_down.reset();
  return history;
}

const std::vector<RollbackCase> kRollbacks = {
    {"pending with a down file", on_disk({1}), {}, "file"},
    {"applied with a down file", on_disk({1}), applied({1}), "file"},
    {"pending without a down file", without_down(on_disk({1}), 1), {}, "none"},
    {"applied without a down file", without_down(on_disk({1}), 1), applied({1}), "stored"},
    {"applied without any file", {}, applied({1}), "stored"},
    {"applied without any file or text", {}, without_stored(applied({1}), 1), "none"},
    {"applied with a down file, none stored", on_disk({1}), without_stored(applied({1}), 1), "file"},
    {"half done without any file", {}, half_done({}, Action::up, 1, 1), "none"},
    {"an empty down file", with_down(on_disk({1}), 1, ""), applied({1}), "empty"},
    {"a down file of comments", with_down(on_disk({1}), 1, "-- drop table t1;\n"), {}, "empty"},
    {"a down file that only echoes", with_down(on_disk({1}), 1, "\\echo bye\n"), applied({1}), "empty"},
    {"a down file with an empty transaction", with_down(on_disk({1}), 1, "begin; commit;"), applied({1}),
     "empty"},
    {"nothing to undo, and nothing that undoes it",
     with_up(with_down(on_disk({1}), 1, ""), 1, "-- later\n"),
     {},
     "file"},
    {"nothing to undo", with_up(on_disk({1}), 1, ""), {}, "file"},
    {"a down file that may be empty for all that is known",
     [] {
       auto migrations = with_down(on_disk({1}), 1, "");
       migrations.front().errors = {Error(ErrorKind::source, "no")};
       return migrations;
     }(),
     {},
     "file"},
};

}  // namespace state_tests

BOOST_AUTO_TEST_SUITE(state_tests)

BOOST_DATA_TEST_CASE(every_migration_on_disk_or_in_the_history_stands_somewhere, bdata::make(kCases)) {
  BOOST_TEST(states(sample.migrations, sample.history) == sample.states, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(a_checksum_explains_a_file_in_two_ways, bdata::make(kChecksums)) {
  const auto migrations = with_up(on_disk({1}), 1, "select 1;\r\n");
  const History history = with_checksum(applied({1}), 1, sample.recorded);
  const Standing standing = standings_of(migrations, history).at(0);
  BOOST_TEST(name_of(standing.state) == name_of(sample.state));
  BOOST_TEST(standing.checksum_unknown() == sample.unknown);
}

BOOST_DATA_TEST_CASE(a_rollback_comes_from_the_file_or_the_database, bdata::make(kRollbacks)) {
  BOOST_TEST(name_of(standings_of(sample.migrations, sample.history).at(0).rollback()) == sample.rollback);
}

BOOST_AUTO_TEST_CASE(a_standing_points_at_what_it_was_made_from) {
  const auto migrations = on_disk({1, 2});
  const History history = half_done(applied({1, 3}), Action::up, 2, 1);
  const auto standings = standings_of(migrations, history);
  BOOST_TEST(standings.at(0).migration == &migrations[0]);
  BOOST_TEST(standings.at(0).entry == &history.entries[0]);
  BOOST_TEST(standings.at(0).half_done == nullptr);
  BOOST_TEST(standings.at(1).migration == &migrations[1]);
  BOOST_TEST(standings.at(1).entry == nullptr);
  BOOST_TEST(standings.at(1).half_done == &history.half_done[0]);
  BOOST_TEST(standings.at(2).migration == nullptr);
  BOOST_TEST(standings.at(2).entry == &history.entries[1]);
}

BOOST_AUTO_TEST_CASE(an_unreadable_migration_keeps_what_is_known_of_it) {
  const auto migrations = unreadable(on_disk({1, 2}), 1);
  const History history = half_done(applied({1}), Action::down, 1, 2);
  const Standing standing = standings_of(migrations, history).at(0);
  BOOST_TEST(standing.migration == &migrations[0]);
  BOOST_TEST(standing.entry == &history.entries[0]);
  BOOST_TEST(standing.half_done == &history.half_done[0]);
}

BOOST_AUTO_TEST_CASE(rows_are_matched_in_either_spelling) {
  History history = applied({1});
  row_of(history, 1).recorded_name = "001_a";
  history.spelling = Spelling::without_suffix;
  BOOST_TEST(states(on_disk({1}), history) == Texts{"001_a applied"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(pending_is_what_up_would_run) {
  for (const State state : {State::pending, State::out_of_order})
    BOOST_TEST(is_pending(state), name_of(state));
  for (const State state :
       {State::applied, State::changed, State::missing, State::ahead, State::half_done, State::unreadable}) {
    BOOST_TEST(!is_pending(state), name_of(state));
  }
}

BOOST_AUTO_TEST_SUITE_END()
