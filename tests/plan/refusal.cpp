#include "plan/refusal.hpp"

#include <string>
#include <vector>

#include "migration/build.hpp"

using namespace runner;
using namespace runner::test;

namespace refusal_tests {

// The short checksum of the text, as in "ba7816bf…".
std::string short_sum(const std::string& text) { return Checksum::of(text).abbreviated(); }

void refuse_unexplained_in(const std::vector<Migration>& migrations, const History& history,
                           const StoredText& stored = kept) {
  refuse_unexplained(standings_of(migrations, history), stored);
}

void refuse_out_of_order_in(const std::vector<Migration>& migrations, const History& history) {
  refuse_out_of_order(standings_of(migrations, history));
}

void refuse_half_done_in(const std::vector<Migration>& migrations, const History& history, Action action) {
  refuse_half_done(standings_of(migrations, history), action);
}

const std::string kNotKept = "The applied text was not stored, so runner cannot show the difference.";
const std::string kRestore = "Restore the file, and put the change into a new migration.";
const std::string kMissing =
    "Restore the file, or check out the release that was deployed; later files are here.";
const std::string kTaken = "Restore the applied file, and give this one a number above the newest.";
const std::string kOutOfOrder = "Give it a number above the newest, or run with --out-of-order.";

std::string changed_message(int number, const std::string& text, const std::string& date = "2026-11-20, ") {
  return "\"" + name(number) + ".sql\" was changed after it was applied (" + date + "sha256 " +
         short_sum(up_text(number)) + " → " + short_sum(text) + ")";
}

History under_another_name(int number, const std::string& other) {
  History history = applied({number});
  row_of(history, number).name = other;
  return history;
}

struct HalfDoneCase {
  std::string_view what;
  std::vector<Migration> migrations;
  History history;
  Action action;
  std::string message, hint;
};
std::ostream& operator<<(std::ostream& out, const HalfDoneCase& c) { return out << c.what; }

std::string left(int number, std::string_view command, int done) {
  return "\"" + name(number) + "\" was left half done by \"runner " + std::string(command) +
         "\": " + std::to_string(done) + " of 4 statements have run";
}

const std::vector<HalfDoneCase> kHalfDone = {
    {"an up, and down is wanted", on_disk({1, 2}), half_done(applied({1}), Action::up, 2, 3), Action::down,
     left(2, "up", 3), "Finish it first with \"runner up\"."},
    {"a down, and up is wanted", on_disk({1, 2}), half_done(applied({1, 2}), Action::down, 2, 1), Action::up,
     left(2, "down", 1), "Finish it first with \"runner down\"."},
    {"an up whose file is missing, and up is wanted", on_disk({1, 3}),
     half_done(applied({1}), Action::up, 2, 1), Action::up, left(2, "up", 1),
     "Its file is missing: restore it. Finish it first with \"runner up\"."},
    {"an up of a newer release, and down is wanted", on_disk({1}), half_done(applied({1}), Action::up, 2, 1),
     Action::down, left(2, "up", 1), "Its file is missing: restore it. Finish it first with \"runner up\"."},
    {"a down whose row is gone, and down is wanted", on_disk({1, 2}),
     half_done(applied({1}), Action::down, 2, 1), Action::down, left(2, "down", 1),
     "Its history row is gone: put it back. Finish it first with \"runner down\"."},
};

struct AllowedCase {
  std::string_view what;
  std::vector<Migration> migrations;
  History history;
  Action action;
};
std::ostream& operator<<(std::ostream& out, const AllowedCase& c) { return out << c.what; }

const std::vector<AllowedCase> kAllowed = {
    {"an up that goes on", on_disk({1, 2}), half_done(applied({1}), Action::up, 2, 1), Action::up},
    {"a down that goes on", on_disk({1, 2}), half_done(applied({1, 2}), Action::down, 2, 1), Action::down},
    {"a down that goes on from its stored text", on_disk({1}), half_done(applied({1, 2}), Action::down, 2, 1),
     Action::down},
    {"an up beside a newer release's up", on_disk({1}), half_done(applied({1}), Action::up, 2, 1),
     Action::up},
    {"an up beside a newer release's down", on_disk({1}), half_done(applied({1, 2}), Action::down, 2, 1),
     Action::up},
};

}  // namespace refusal_tests

BOOST_AUTO_TEST_SUITE(refusal_tests)

BOOST_AUTO_TEST_CASE(what_the_disk_explains_is_not_refused) {
  BOOST_CHECK_NO_THROW(refuse_unexplained_in(on_disk({1, 2, 4}), applied({1, 4, 5})));
  BOOST_CHECK_NO_THROW(refuse_out_of_order_in(on_disk({1, 2, 3}), applied({1, 2})));
  BOOST_CHECK_NO_THROW(refuse_out_of_order_in(on_disk({1}), {}));
}

BOOST_AUTO_TEST_CASE(a_changed_file_is_refused_with_its_difference) {
  const std::string edited = "create table other ();\n";
  BOOST_CHECK_EXCEPTION(refuse_unexplained_in(with_up(on_disk({1, 2}), 2, edited), applied({1, 2})), Error,
                        refused(changed_message(2, edited))
                            .at(0, 0)
                            .shown_as("db/002_b.sql", "", 0)
                            .detail("   1 -create table t2 ();\n   1 +create table other ();")
                            .hint(kRestore));
}

BOOST_AUTO_TEST_CASE(a_change_of_the_last_newline_is_told_in_words) {
  BOOST_CHECK_EXCEPTION(refuse_unexplained_in(with_up(on_disk({1}), 1, "create table t1 ();"), applied({1})),
                        Error,
                        refused(changed_message(1, "create table t1 ();"))
                            .detail("The lines are equal; only the newline at the end differs."));
}

BOOST_AUTO_TEST_CASE(a_change_without_a_kept_text_says_why_there_is_no_difference) {
  BOOST_CHECK_EXCEPTION(refuse_unexplained_in(with_up(on_disk({1}), 1, "x"), applied({1}), nothing_kept),
                        Error, refused(changed_message(1, "x")).detail(kNotKept));
}

BOOST_AUTO_TEST_CASE(further_changed_files_are_named) {
  const auto migrations = with_up(with_up(with_up(on_disk({1, 2, 3}), 1, "x"), 2, "y"), 3, "z");
  BOOST_CHECK_EXCEPTION(refuse_unexplained_in(migrations, applied({1, 2, 3}), nothing_kept), Error,
                        refused(changed_message(1, "x"))
                            .detail(kNotKept + "\nThe same holds for 2 more: \"002_b\", \"003_c\"."));
}

BOOST_AUTO_TEST_CASE(a_row_without_a_date_is_refused_without_one) {
  History history = applied({1});
  row_of(history, 1).applied_at = "";
  BOOST_CHECK_EXCEPTION(refuse_unexplained_in(with_up(on_disk({1}), 1, "x"), history), Error,
                        refused(changed_message(1, "x", "")));
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_refused) {
  BOOST_CHECK_EXCEPTION(refuse_unexplained_in(on_disk({1, 3}), applied({1, 2, 3})), Error,
                        refused("\"002_b\" is applied, but its file is missing").detail("").hint(kMissing));
}

BOOST_AUTO_TEST_CASE(further_missing_files_are_named) {
  BOOST_CHECK_EXCEPTION(refuse_unexplained_in(on_disk({4}), applied({1, 2, 3, 4})), Error,
                        refused("\"001_a\" is applied, but its file is missing")
                            .detail("The same holds for 2 more: \"002_b\", \"003_c\"."));
}

BOOST_AUTO_TEST_CASE(a_changed_file_is_refused_before_a_missing_one) {
  BOOST_CHECK_EXCEPTION(refuse_unexplained_in(with_up(on_disk({1, 3}), 3, "x"), applied({1, 2, 3})), Error,
                        refused(changed_message(3, "x")));
}

BOOST_AUTO_TEST_CASE(a_file_that_took_the_number_of_an_applied_one_is_refused) {
  BOOST_CHECK_EXCEPTION(
      refuse_unexplained_in(with_up(on_disk({2}), 2, "x"), under_another_name(2, "002_other")), Error,
      refused("\"002_other\" is applied, but its number belongs to \"002_b.sql\" here")
          .at(0, 0)
          .shown_as("db/002_b.sql", "", 0)
          .hint(kTaken));
}

BOOST_AUTO_TEST_CASE(a_second_row_of_an_applied_number_is_a_missing_file) {
  History history = under_another_name(1, "001_old");
  history.entries.push_back(row(1));
  BOOST_CHECK_EXCEPTION(refuse_unexplained_in(on_disk({1}), history), Error,
                        refused("\"001_old\" is applied, but its file is missing").hint(kMissing));
}

BOOST_AUTO_TEST_CASE(a_second_row_of_one_name_is_refused_whether_its_file_is_here_or_not) {
  History history = applied({1, 2});
  history.entries.push_back(row(2));
  history.entries.back().recorded_name = "002_b";
  const auto twice =
      refused("\"002_b\" appears twice in migration_history, as \"002_b.sql\" and as \"002_b\"")
          .hint("Delete the row that does not belong there: runner cannot tell which one counts.");
  BOOST_CHECK_EXCEPTION(refuse_unexplained_in(on_disk({1, 2, 3}), history), Error, twice);
  BOOST_CHECK_EXCEPTION(refuse_unexplained_in(on_disk({1}), history), Error, twice);
}

BOOST_AUTO_TEST_CASE(a_number_below_the_newest_applied_one_is_refused) {
  BOOST_CHECK_EXCEPTION(refuse_out_of_order_in(on_disk({1, 2, 3, 4}), applied({1, 3})), Error,
                        refused("\"002_b\" is pending, but \"003_c\" after it is already applied")
                            .detail("")
                            .hint(kOutOfOrder));
}

BOOST_AUTO_TEST_CASE(further_numbers_below_the_newest_applied_one_are_named) {
  BOOST_CHECK_EXCEPTION(refuse_out_of_order_in(on_disk({1, 2, 3}), applied({3})), Error,
                        refused("\"001_a\" is pending, but \"003_c\" after it is already applied")
                            .detail("The same holds for 1 more: \"002_b\"."));
}

BOOST_AUTO_TEST_CASE(a_number_below_one_that_is_ahead_is_refused) {
  BOOST_CHECK_EXCEPTION(refuse_out_of_order_in(on_disk({1, 2}), applied({1, 3})), Error,
                        refused("\"002_b\" is pending, but \"003_c\" after it is already applied"));
}

BOOST_DATA_TEST_CASE(a_half_done_script_stops_what_cannot_go_on_with_it, bdata::make(kHalfDone)) {
  BOOST_CHECK_EXCEPTION(refuse_half_done_in(sample.migrations, sample.history, sample.action), Error,
                        in_doubt(sample.message).detail("division by zero").hint(sample.hint));
}

BOOST_DATA_TEST_CASE(a_half_done_script_does_not_stop_what_can, bdata::make(kAllowed)) {
  BOOST_CHECK_NO_THROW(refuse_half_done_in(sample.migrations, sample.history, sample.action));
}

BOOST_AUTO_TEST_SUITE_END()
