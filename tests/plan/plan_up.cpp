#include <string>
#include <vector>

#include "migration/build.hpp"
#include "plan/plan.hpp"

using namespace runner;
using namespace runner::test;

namespace plan_up_tests {

Plan up(const std::vector<Migration>& migrations, const History& history, const UpRequest& request = {}) {
  return plan_up(migrations, history, request, kept);
}

UpRequest to(int number) { return {.to = version(number), .steps = {}}; }
UpRequest only(std::size_t steps) { return {.to = {}, .steps = steps}; }
const UpRequest kOutOfOrder = {.to = {}, .steps = {}, .out_of_order = true};

struct UpCase {
  std::string_view what;
  Numbers on_disk, applied;
  UpRequest request;
  Numbers steps;
};
std::ostream& operator<<(std::ostream& out, const UpCase& c) { return out << c.what; }

const std::vector<UpCase> kCases = {
    {"nothing on disk", {}, {}, {}, {}},
    {"everything on a new database", {1, 2, 3}, {}, {}, {1, 2, 3}},
    {"what is missing", {1, 2, 3}, {1}, {}, {2, 3}},
    {"nothing when up to date", {1, 2}, {1, 2}, {}, {}},
    {"across a gap", {1, 4, 9}, {1}, {}, {4, 9}},
    {"9 before 10", {10, 9, 11}, {}, {}, {9, 10, 11}},
    {"up to a number", {1, 2, 3, 4}, {1}, to(3), {2, 3}},
    {"up to the newest", {1, 2}, {}, to(2), {1, 2}},
    {"up to one that is applied", {1, 2, 3}, {1, 2}, to(1), {}},
    {"up to one that is ahead", {1, 2}, {1, 2, 3}, to(3), {}},
    {"one step", {1, 2, 3}, {1}, only(1), {2}},
    {"two steps", {1, 2, 3, 4}, {1}, only(2), {2, 3}},
    {"more steps than there are", {1, 2}, {1}, only(9), {2}},
    {"no steps", {1, 2}, {}, only(0), {}},
    {"steps and a number, whichever ends first", {1, 2, 3}, {}, {.to = version(2), .steps = 9}, {1, 2}},
    {"out of order", {1, 2, 3, 4}, {1, 3}, kOutOfOrder, {2, 4}},
    {"out of order, up to a number",
     {1, 2, 3, 4},
     {3},
     {.to = version(2), .steps = {}, .out_of_order = true},
     {1, 2}},
    {"beside a newer release", {1, 2}, {1, 2, 3}, {}, {}},
};

struct GoingOnCase {
  std::string_view what;
  std::string text;
  std::size_t done, first_statement;
};
std::ostream& operator<<(std::ostream& out, const GoingOnCase& c) { return out << c.what; }

const std::string kTop = "-- runner: no-transaction\n";

const std::vector<GoingOnCase> kGoingOn = {
    {"from the start when nothing is certain", long_text(), 0, 1},
    {"from the start, whatever was edited", kTop + "select 9;", 0, 1},
    {"behind the first", long_text(), 1, 2},
    {"behind the third", long_text(), 3, 4},
    {"the rest was edited", kTop + "select 1;\nselect 2;\nselect 33;\n", 2, 3},
    {"comments were added", kTop + "-- one\nselect 1; /* two */ select 2;\nselect 3;\nselect 4;", 2, 3},
    {"the rest was removed", kTop + "select 1;\nselect 2;\n", 2, 3},
    {"all have run, and only the row is missing", long_text(), 4, 5},
    {"it would now run in a transaction", "select 1;\nselect 2;\nselect 3;\n", 2, 3},
};

struct EditedCase {
  std::string_view what;
  std::string text;
  std::size_t done;
  std::string_view first;
};
std::ostream& operator<<(std::ostream& out, const EditedCase& c) { return out << c.what; }

const std::vector<EditedCase> kEdited = {
    {"the first", kTop + "select 0;\nselect 2;", 1, "first statement has"},
    {"one of three", kTop + "select 1;\nselect 0;\nselect 3;\nselect 4;", 3, "first 3 statements have"},
    {"one was put in front", kTop + "select 0;\nselect 1;\nselect 2;\nselect 3;\nselect 4;", 2,
     "first 2 statements have"},
    {"one that has run was removed", kTop + "select 1;\n", 2, "first 2 statements have"},
    {"all were removed", kTop, 1, "first statement has"},
};

}  // namespace plan_up_tests

BOOST_AUTO_TEST_SUITE(plan_up_tests)

BOOST_DATA_TEST_CASE(up_runs_only_what_is_missing_oldest_first, bdata::make(kCases)) {
  BOOST_TEST(
      steps_of(up(on_disk(sample.on_disk), applied(sample.applied), sample.request)) == ups(sample.steps),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_step_carries_the_script_and_the_rollback_to_keep) {
  const Step step = up(on_disk({1, 2}), applied({1})).steps.at(0);
  BOOST_TEST((step.version == version(2)));
  BOOST_TEST(step.script.text.view() == up_text(2));
  BOOST_TEST(step.script.path == "db/002_b.sql");
  BOOST_TEST(step.rollback.value().text.view() == down_text(2));
  BOOST_TEST((step.origin == Origin::file));
  BOOST_TEST(step.environment == "");
  BOOST_TEST(step.first_statement == 1U);
}

BOOST_AUTO_TEST_CASE(a_step_without_a_down_file_keeps_none) {
  BOOST_TEST(!up(without_down(on_disk({1}), 1), {}).steps.at(0).rollback.has_value());
}

BOOST_AUTO_TEST_CASE(a_row_is_written_in_the_spelling_of_the_table) {
  History history;
  BOOST_TEST(up(on_disk({1}), history).steps.at(0).recorded_name == "001_a.sql");
  history.spelling = Spelling::without_suffix;
  BOOST_TEST(up(on_disk({1}), history).steps.at(0).recorded_name == "001_a");
}

BOOST_AUTO_TEST_CASE(a_row_is_written_with_the_name_of_the_file) {
  BOOST_TEST(up(migrations_of({file("001_a.up.sql")}), {}).steps.at(0).recorded_name == "001_a.up.sql");
}

BOOST_AUTO_TEST_CASE(an_unknown_target_is_a_wrong_command) {
  BOOST_CHECK_EXCEPTION(
      up(on_disk({1, 2}), applied({1}), to(7)), Error,
      usage_error("there is no migration 7").hint("\"runner status\" lists the migrations."));
}

BOOST_AUTO_TEST_CASE(a_target_is_found_by_its_number) {
  BOOST_TEST(steps_of(up(on_disk({1, 2}), {}, {.to = version("0001"), .steps = {}})) == ups({1}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(up_refuses_a_changed_file_even_below_its_target) {
  const std::string sums = Checksum::of(up_text(1)).abbreviated() + " → " + Checksum::of("x").abbreviated();
  BOOST_CHECK_EXCEPTION(
      up(with_up(on_disk({1, 2, 3}), 1, "x"), applied({1}), to(2)), Error,
      refused("\"001_a.sql\" was changed after it was applied (2026-11-20, sha256 " + sums + ")")
          .detail("   1 -create table t1 ();\n   1 +x"));
}

BOOST_AUTO_TEST_CASE(up_refuses_a_missing_file) {
  BOOST_CHECK_EXCEPTION(up(on_disk({1, 3}), applied({1, 2}), kOutOfOrder), Error,
                        refused("\"002_b\" is applied, but its file is missing"));
}

BOOST_AUTO_TEST_CASE(up_refuses_a_number_below_the_newest_applied_one) {
  BOOST_CHECK_EXCEPTION(up(on_disk({1, 2, 3}), applied({1, 3})), Error,
                        refused("\"002_b\" is pending, but \"003_c\" after it is already applied"));
}

Refusal untouched(int number) {
  return source_error("\"" + name(number) + ".sql\" is still as \"runner new\" wrote it")
      .shown_as("db/" + name(number) + ".sql", "", 0)
      .hint("Write the migration into it, or remove its files.");
}

BOOST_AUTO_TEST_CASE(up_refuses_a_file_that_is_still_as_new_wrote_it) {
  BOOST_CHECK_EXCEPTION(up(with_up(on_disk({1, 2}), 2, "-- 002_b\n\n"), {}), Error, untouched(2));
  BOOST_CHECK_EXCEPTION(up(with_up(on_disk({1, 2}), 2, "-- 002_b\r\n\r\n"), {}), Error, untouched(2));
  BOOST_CHECK_EXCEPTION(up(with_up(on_disk({1, 2}), 2, "-- 00017_before-it.was_renamed\n\n"), {}), Error,
                        untouched(2));
}

BOOST_AUTO_TEST_CASE(up_runs_any_other_file_that_does_nothing) {
  for (const char* text : {"", "\n", "-- 002_b\n", "-- 002_b\n\n\n", "-- 002_b\n\n-- nothing to do\n",
                           "-- nothing\n\n", "-- 002 b\n\n", "/* 002_b */\n\n", "--002_b\n\n"}) {
    BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(steps_of(up(with_up(on_disk({1, 2}), 2, text), {})) == ups({1, 2}),
                 boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(a_file_as_new_wrote_it_matters_only_when_it_would_run) {
  const auto migrations = with_up(on_disk({1, 2}), 2, "-- 002_b\n\n");
  BOOST_TEST(steps_of(up(migrations, {}, {version(1), {}, false})) == ups({1}),
             boost::test_tools::per_element());
  History history = applied({1, 2});
  row_of(history, 2).checksum = Checksum::of("-- 002_b\n\n");
  BOOST_TEST(steps_of(up(migrations, history)).empty());
}

BOOST_AUTO_TEST_CASE(up_says_that_the_database_is_ahead) {
  const Texts one = {
      "database-ahead: the database is ahead of this checkout: 1 applied migration is newer than its files, "
      "up to \"002_b\""};
  const Texts two = {
      "database-ahead: the database is ahead of this checkout: 2 applied migrations are newer than its "
      "files, up to "
      "\"003_c\""};
  BOOST_TEST(texts_of(up(on_disk({1}), applied({1, 2})).findings) == one, boost::test_tools::per_element());
  BOOST_TEST(texts_of(up(on_disk({1}), applied({1, 2, 3})).findings) == two,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(up_leaves_a_newer_releases_half_done_script_alone) {
  const Plan plan = up(on_disk({1, 2}), half_done(applied({1}), Action::up, 3, 2));
  const Texts findings = {
      "half-done-ahead: \"003_c\", newer than the files here, was left half done by \"runner up\": 2 of 4 "
      "statements have "
      "run"};
  BOOST_TEST(steps_of(plan) == ups({2}), boost::test_tools::per_element());
  BOOST_TEST(texts_of(plan.findings) == findings, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(up_names_rows_that_no_file_can_match) {
  History history = applied({1});
  history.unnumbered = {"init.sql"};
  const Texts findings = {
      "history-row-without-number: the history row \"init.sql\" has no number; it is left alone"};
  BOOST_TEST(texts_of(up(on_disk({1}), history).findings) == findings, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(up_names_several_rows_that_no_file_can_match_in_one_finding) {
  History history = applied({1});
  history.unnumbered = {"init.sql", "seed.sql"};
  const Texts findings = {
      "history-row-without-number: 2 history rows have no number and are left alone: init.sql, seed.sql"};
  BOOST_TEST(texts_of(up(on_disk({1}), history).findings) == findings, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(up_says_nothing_when_there_is_nothing_to_say) {
  BOOST_TEST(up(on_disk({1, 2}), applied({1})).findings.empty());
}

BOOST_DATA_TEST_CASE(a_half_done_script_goes_on_where_it_stopped, bdata::make(kGoingOn)) {
  const auto migrations = with_up(on_disk({1, 2, 3}), 2, sample.text);
  const Plan plan = up(migrations, half_done(applied({1}), Action::up, 2, sample.done));
  BOOST_TEST(steps_of(plan) == ups({2, 3}), boost::test_tools::per_element());
  BOOST_TEST(plan.steps.at(0).first_statement == sample.first_statement);
  BOOST_TEST(!plan.steps.at(0).script.in_transaction());
  BOOST_TEST(plan.steps.at(1).first_statement == 1U);
}

BOOST_DATA_TEST_CASE(a_half_done_script_whose_done_part_was_edited_is_in_doubt, bdata::make(kEdited)) {
  const auto migrations = with_up(on_disk({1, 2}), 2, sample.text);
  const std::string message =
      "\"002_b\" was left half done, and its " + std::string(sample.first) + " been edited since";
  BOOST_CHECK_EXCEPTION(up(migrations, half_done(applied({1}), Action::up, 2, sample.done)), Error,
                        in_doubt(message)
                            .at(0, 0)
                            .shown_as("db/002_b.sql", "", 0)
                            .hint("Put those statements back as they were; the ones after them may change."));
}

BOOST_AUTO_TEST_CASE(a_half_done_script_of_which_nobody_knows_what_ran_is_in_doubt) {
  History history = half_done(applied({1}), Action::up, 2, 2);
  history.half_done.at(0).prefix.reset();
  BOOST_CHECK_EXCEPTION(
      up(with_up(on_disk({1, 2}), 2, long_text()), history), Error,
      in_doubt("\"002_b\" was left half done, and its first 2 statements have been edited since"));
}

BOOST_AUTO_TEST_CASE(a_half_done_script_waits_for_its_turn) {
  const auto migrations = with_up(on_disk({1, 2, 3}), 3, long_text());
  const History history = half_done(applied({1}), Action::up, 3, 2);
  BOOST_TEST(steps_of(up(migrations, history, to(2))) == ups({2}), boost::test_tools::per_element());
  BOOST_TEST(steps_of(up(migrations, history)) == ups({2, 3}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_half_done_down_stops_the_way_up) {
  BOOST_CHECK_EXCEPTION(
      up(on_disk({1, 2}), half_done(applied({1, 2}), Action::down, 2, 1)), Error,
      in_doubt("\"002_b\" was left half done by \"runner down\": 1 of 4 statements have run"));
}

BOOST_AUTO_TEST_SUITE_END()
