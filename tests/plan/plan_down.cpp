#include <string>
#include <vector>

#include "migration/build.hpp"
#include "plan/plan.hpp"

using namespace runner;
using namespace runner::test;

namespace plan_down_tests {

Plan down(const std::vector<Migration>& migrations, const History& history, const DownRequest& request = {},
          const StoredText& stored = kept) {
  return plan_down(migrations, history, request, stored);
}

DownRequest last(std::size_t steps) { return {.steps = steps, .to = {}}; }
DownRequest to(int number) { return {.to = version(number)}; }
const DownRequest kAll = {.to = {}, .all = true};

struct DownCase {
  std::string_view what;
  Numbers on_disk, applied;
  DownRequest request;
  Numbers steps;
};
std::ostream& operator<<(std::ostream& out, const DownCase& c) { return out << c.what; }

const std::vector<DownCase> kCases = {
    {"the newest by default", {1, 2, 3}, {1, 2, 3}, {}, {3}},
    {"the newest applied one, not the newest file", {1, 2, 3}, {1, 2}, {}, {2}},
    {"nothing when nothing is applied", {1, 2}, {}, {}, {}},
    {"two steps", {1, 2, 3}, {1, 2, 3}, last(2), {3, 2}},
    {"more steps than there are", {1, 2}, {1, 2}, last(9), {2, 1}},
    {"no steps", {1, 2}, {1, 2}, last(0), {}},
    {"everything above a number", {1, 2, 3, 4}, {1, 2, 3, 4}, to(2), {4, 3}},
    {"nothing above the newest", {1, 2}, {1, 2}, to(2), {}},
    {"nothing above one that is pending", {1, 2, 3}, {1, 2}, to(3), {}},
    {"everything above 0", {1, 2}, {1, 2}, to(0), {2, 1}},
    {"everything", {1, 2, 3}, {1, 2, 3}, kAll, {3, 2, 1}},
    {"everything of nothing", {1}, {}, kAll, {}},
    {"by number, 10 before 9", {9, 10}, {9, 10}, last(2), {10, 9}},
    {"what a newer release applied, from its stored text", {1}, {1, 2, 3}, last(2), {3, 2}},
    {"all of it with an empty folder", {}, {1, 2}, kAll, {2, 1}},
    {"out of order", {1, 2, 3}, {1, 3}, {.steps = 2, .to = {}, .out_of_order = true}, {3, 1}},
};

std::string no_down(int number) { return "\"" + name(number) + "\" cannot be undone: it has no down script"; }
std::string write_it(int number) {
  return "Nothing was undone. Write \"" + name(number) + ".down.sql\", or undo fewer steps.";
}

History without_stored(History history, int number) {
  row_of(history, number).stored_down.reset();
  return history;
}

// A newer release's migration 2, half undone from its stored text.
History half_undone(std::size_t done) {
  History history = half_done(applied({1, 2}), Action::down, 2, done);
  row_of(history, 2).stored_down = Checksum::of(long_text());
  return history;
}

std::optional<std::string> long_text_kept(const Checksum&) { return long_text(); }

}  // namespace plan_down_tests

BOOST_AUTO_TEST_SUITE(plan_down_tests)

BOOST_DATA_TEST_CASE(down_undoes_the_newest_applied_ones_newest_first, bdata::make(kCases)) {
  BOOST_TEST(
      steps_of(down(on_disk(sample.on_disk), applied(sample.applied), sample.request)) == downs(sample.steps),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(down_to_0_leaves_a_migration_of_that_number) {
  const auto migrations = migrations_of(
      {file("0000_a.sql"), file("0000_a.down.sql"), file("0001_b.sql"), file("0001_b.down.sql")});
  History history;
  for (const Migration& migration : migrations) {
    history.entries.push_back({.version = migration.version,
                               .name = migration.name,
                               .recorded_name = migration.file_name,
                               .applied_at = "",
                               .checksum = {},
                               .applied_by = "",
                               .took = {},
                               .stored_down = {}});
  }
  BOOST_TEST(steps_of(down(migrations, history, to(0))) == Texts{"down 0001_b"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_step_carries_the_down_script_and_the_recorded_name) {
  History history = applied({1});
  row_of(history, 1).recorded_name = "001_a";
  const Step step = down(on_disk({1}), history).steps.at(0);
  BOOST_TEST((step.version == version(1)));
  BOOST_TEST(step.script.text.view() == down_text(1));
  BOOST_TEST(step.script.path == "db/001_a.down.sql");
  BOOST_TEST(step.recorded_name == "001_a");
  BOOST_TEST((step.origin == Origin::file));
  BOOST_TEST(!step.rollback.has_value());
}

BOOST_AUTO_TEST_CASE(the_down_file_goes_before_the_stored_text) {
  const Plan plan = down(with_down(on_disk({1}), 1, "select 0;"), applied({1}));
  BOOST_TEST(plan.steps.at(0).script.text.view() == "select 0;");
  BOOST_TEST(plan.findings.empty());
}

BOOST_AUTO_TEST_CASE(the_stored_text_is_used_when_the_file_is_gone_and_down_says_so) {
  const Plan plan = down(on_disk({1}), applied({1, 2}));
  const Texts findings = {
      "stored-down-script: \"002_b\" has no down file here: using the down script recorded when it was "
      "applied "
      "(2026-11-20 14:02 by deploy@ci, sha256 " +
      Checksum::of(down_text(2)).abbreviated() + ", verified)"};
  BOOST_TEST(plan.steps.at(0).script.text.view() == down_text(2));
  BOOST_TEST(plan.steps.at(0).script.path == "002_b.down.sql (stored)");
  BOOST_TEST((plan.steps.at(0).origin == Origin::stored));
  BOOST_TEST(texts_of(plan.findings) == findings, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_stored_text_is_used_when_only_the_down_file_is_gone) {
  const Plan plan = down(without_down(on_disk({1}), 1), applied({1}));
  BOOST_TEST(plan.steps.at(0).script.text.view() == down_text(1));
  BOOST_TEST(plan.findings.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_stored_text_of_unknown_origin_is_used_without_inventing_one) {
  History history = applied({1});
  row_of(history, 1).applied_at = "";
  row_of(history, 1).applied_by = "";
  const Texts findings = {
      "stored-down-script: \"001_a\" has no down file here: using the down script recorded when it was "
      "applied (sha256 " +
      Checksum::of(down_text(1)).abbreviated() + ", verified)"};
  BOOST_TEST(texts_of(down({}, history).findings) == findings, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(several_stored_texts_are_one_finding) {
  const Texts findings = {
      "stored-down-script: 2 migrations have no down file here: using the down scripts recorded when they "
      "were applied "
      "(sha256 verified): 003_c, 002_b"};
  BOOST_TEST(texts_of(down(on_disk({1}), applied({1, 2, 3}), kAll).findings) == findings,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_step_without_any_down_script_is_refused) {
  BOOST_CHECK_EXCEPTION(down(without_down(on_disk({1, 2}), 2), without_stored(applied({1, 2}), 2)), Error,
                        refused(no_down(2)).detail("").hint(write_it(2)));
}

BOOST_AUTO_TEST_CASE(down_refuses_the_whole_request_when_one_step_cannot_be_undone) {
  BOOST_CHECK_EXCEPTION(
      down(without_down(on_disk({1, 2, 3}), 1), without_stored(applied({1, 2, 3}), 1), kAll), Error,
      refused(no_down(1)));
}

BOOST_AUTO_TEST_CASE(an_irreversible_step_outside_the_request_does_not_matter) {
  BOOST_TEST(
      steps_of(down(without_down(on_disk({1, 2}), 1), without_stored(applied({1, 2}), 1))) == downs({2}),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_irreversible_migration_is_refused_with_its_reason) {
  const std::string text = "-- runner: irreversible \"the values are gone\"\n";
  History history = without_stored(applied({1}), 1);
  row_of(history, 1).checksum = Checksum::of(text);
  BOOST_CHECK_EXCEPTION(
      down(with_up(without_down(on_disk({1}), 1), 1, text), history), Error,
      refused(no_down(1))
          .detail("It says so on purpose: the values are gone")
          .hint("Nothing was undone. Undo fewer steps, or go forward with a new migration."));
}

BOOST_AUTO_TEST_CASE(a_stored_text_that_was_lost_is_refused) {
  BOOST_CHECK_EXCEPTION(down({}, applied({1}), {}, nothing_kept), Error,
                        refused(no_down(1)).hint(write_it(1)));
}

const std::string kNoStatement = "\"001_a\" cannot be undone: its down script has no statement";
const std::string kWriteIntoIt =
    "Nothing was undone. Write the rollback into \"001_a.down.sql\", or undo fewer steps.";

BOOST_AUTO_TEST_CASE(an_empty_down_file_is_refused_like_none) {
  for (const char* text : {"", "\n;;\n", "-- drop table t1;\n", "/* later */"}) {
    BOOST_TEST_CONTEXT(text) {
      BOOST_CHECK_EXCEPTION(down(with_down(on_disk({1, 2}), 1, text), applied({1, 2}), kAll), Error,
                            refused(kNoStatement).shown_as("db/001_a.down.sql", "", 0).hint(kWriteIntoIt));
    }
  }
}

BOOST_AUTO_TEST_CASE(an_empty_down_undoes_an_empty_up) {
  const auto migrations = with_down(with_up(on_disk({1}), 1, "-- nothing\n"), 1, "");
  History history = applied({1});
  row_of(history, 1).checksum = Checksum::of("-- nothing\n");
  BOOST_TEST(steps_of(down(migrations, history)) == downs({1}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_empty_stored_text_is_refused_unless_its_up_is_empty) {
  const std::string nothing = "-- nothing\n";
  History history = applied({1});
  row_of(history, 1).stored_down = Checksum::of(nothing);
  const StoredText with_up_text = [&](const Checksum& checksum) {
    return checksum == Checksum::of(nothing) ? std::optional(nothing) : kept(checksum);
  };
  const StoredText without_up_text = [&](const Checksum& checksum) {
    return checksum == Checksum::of(nothing) ? std::optional(nothing) : std::nullopt;
  };
  for (const StoredText& stored : {with_up_text, without_up_text}) {
    BOOST_CHECK_EXCEPTION(
        down({}, history, {}, stored), Error,
        refused(kNoStatement).shown_as("001_a.down.sql (stored)", "", 0).hint(kWriteIntoIt));
  }
  row_of(history, 1).checksum = Checksum::of(nothing);
  BOOST_TEST(steps_of(down({}, history, {}, with_up_text)) == downs({1}), boost::test_tools::per_element());
}

struct TamperedCase {
  std::string_view what;
  std::string text;
};
std::ostream& operator<<(std::ostream& out, const TamperedCase& c) { return out << c.what; }

const std::vector<TamperedCase> kTampered = {
    {"another statement", "drop table other;\n"},
    {"a comment more", "drop table t1;\n-- x\n"},
    {"nothing", ""},
    {"an open quote", "drop table 't1;\n"},
    {"bytes that are not UTF-8", "\xFF"},
};

BOOST_DATA_TEST_CASE(a_stored_text_that_was_tampered_with_is_refused, bdata::make(kTampered)) {
  const StoredText tampered = [&](const Checksum&) { return std::optional(sample.text); };
  BOOST_CHECK_EXCEPTION(down({}, applied({1}), {}, tampered), Error,
                        refused("the stored down script of \"001_a\" does not have its checksum")
                            .hint("migration_scripts was changed: bring the down file into this checkout."));
}

BOOST_AUTO_TEST_CASE(an_unknown_target_is_a_wrong_command) {
  BOOST_CHECK_EXCEPTION(
      down(on_disk({1}), applied({1}), to(7)), Error,
      usage_error("there is no migration 7").hint("\"runner status\" lists the migrations."));
}

BOOST_AUTO_TEST_CASE(down_refuses_a_changed_file_outside_the_request) {
  const std::string sums = Checksum::of(up_text(1)).abbreviated() + " → " + Checksum::of("x").abbreviated();
  BOOST_CHECK_EXCEPTION(
      down(with_up(on_disk({1, 2}), 1, "x"), applied({1, 2})), Error,
      refused("\"001_a.sql\" was changed after it was applied (2026-11-20, sha256 " + sums + ")"));
}

BOOST_AUTO_TEST_CASE(down_refuses_a_missing_file_below_the_newest) {
  BOOST_CHECK_EXCEPTION(down(on_disk({1, 3}), applied({1, 2, 3})), Error,
                        refused("\"002_b\" is applied, but its file is missing"));
}

BOOST_AUTO_TEST_CASE(down_refuses_a_number_below_the_newest_applied_one) {
  BOOST_CHECK_EXCEPTION(down(on_disk({1, 2, 3}), applied({1, 3})), Error,
                        refused("\"002_b\" is pending, but \"003_c\" after it is already applied"));
}

BOOST_AUTO_TEST_CASE(down_names_rows_that_no_file_can_match) {
  History history = applied({1});
  history.unnumbered = {"init.sql"};
  const Texts findings = {
      "history-row-without-number: the history row \"init.sql\" has no number; it is left alone"};
  BOOST_TEST(texts_of(down(on_disk({1}), history).findings) == findings, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_half_done_down_goes_on_where_it_stopped) {
  const auto migrations = with_down(on_disk({1, 2}), 2, long_text());
  const Plan plan = down(migrations, half_done(applied({1, 2}), Action::down, 2, 3), last(2));
  BOOST_TEST(steps_of(plan) == downs({2, 1}), boost::test_tools::per_element());
  BOOST_TEST(plan.steps.at(0).first_statement == 4U);
  BOOST_TEST(plan.steps.at(1).first_statement == 1U);
}

BOOST_AUTO_TEST_CASE(a_half_done_down_goes_on_from_its_stored_text) {
  const Step step = down(on_disk({1}), half_undone(3), {}, long_text_kept).steps.at(0);
  BOOST_TEST(step.name == "002_b");
  BOOST_TEST((step.origin == Origin::stored));
  BOOST_TEST(step.first_statement == 4U);
}

BOOST_AUTO_TEST_CASE(a_half_done_down_whose_done_part_was_edited_is_in_doubt) {
  const auto migrations = with_down(on_disk({1}), 1, "-- runner: no-transaction\nselect 0;\nselect 2;\n");
  BOOST_CHECK_EXCEPTION(
      down(migrations, half_done(applied({1}), Action::down, 1, 2)), Error,
      in_doubt("\"001_a\" was left half done, and its first 2 statements have been edited since")
          .shown_as("db/001_a.down.sql", "", 0));
}

BOOST_AUTO_TEST_CASE(a_half_done_up_stops_the_way_down) {
  BOOST_CHECK_EXCEPTION(
      down(on_disk({1, 2}), half_done(applied({1}), Action::up, 2, 1)), Error,
      in_doubt("\"002_b\" was left half done by \"runner up\": 1 of 4 statements have run"));
}

BOOST_AUTO_TEST_SUITE_END()
