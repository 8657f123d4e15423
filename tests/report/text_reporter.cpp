#include <boost/test/unit_test.hpp>

#include "report/show.hpp"

namespace text_reports {

using namespace runner;
using namespace runner::test;
using namespace std::chrono_literals;

std::string status_of(const std::vector<Migration>& migrations, const History& history,
                      const Look& look = {}) {
  return shown_as_text(
             [&](Reporter& reporter) {
               reporter.show_status({standings_of(migrations, history), history.unnumbered});
             },
             look)
      .out;
}

std::string plan_of(const RunReport& report) {
  return shown_as_text([&](Reporter& reporter) { reporter.show_plan(report); }).out;
}

std::string run_of(const RunReport& report) {
  return shown_as_text([&](Reporter& reporter) { reporter.show_run(report); }).out;
}

RunReport report_of(Action action, std::vector<Step> steps, std::string at = "") {
  return {
      .action = action, .plan = {std::move(steps), {}}, .took = 1500ms, .at = std::move(at), .nothing = ""};
}

}  // namespace text_reports

BOOST_AUTO_TEST_SUITE(text_reports)

BOOST_AUTO_TEST_SUITE(status)

BOOST_AUTO_TEST_CASE(what_is_applied_and_pending_is_a_table_and_a_line) {
  History history = applied({1, 2});
  row_of(history, 1).took = 1234ms;
  row_of(history, 2).applied_by = "";
  BOOST_TEST(status_of(without_down(on_disk({1, 2, 3}), 3), history) ==
             "version  name  state    applied at        by         took   rollback\n"
             "001      a     applied  2026-11-20 14:02  deploy@ci  1.2 s  file\n"
             "002      b     applied  2026-11-20 14:02                    file\n"
             "003      c     pending                                      none\n"
             "2 applied, 1 pending; at 002_b\n");
}

BOOST_AUTO_TEST_CASE(with_nothing_there_is_only_the_line) {
  BOOST_TEST(status_of({}, {}) == "0 applied, 0 pending; nothing is applied\n");
}

BOOST_AUTO_TEST_CASE(every_state_that_needs_a_decision_is_counted) {
  const auto migrations = with_up(on_disk({1, 2, 4, 5}), 1, "select 'edited';\n");
  History history = applied({1, 3, 4});
  BOOST_TEST(status_of(migrations, half_done(history, Action::up, 5, 2)) ==
             "version  name  state         applied at        by         took  rollback\n"
             "001      a     changed       2026-11-20 14:02  deploy@ci        file\n"
             "002      b     out of order                                     file\n"
             "003      c     missing       2026-11-20 14:02  deploy@ci        stored\n"
             "004      d     applied       2026-11-20 14:02  deploy@ci        file\n"
             "005      e     half done                                        file\n"
             "005_e: up was left after 2 of 4 statements\n"
             "1 applied, 0 pending, 1 out of order, 1 changed, 1 missing, 1 half done; at 004_d\n");
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_used_are_rows_and_what_is_wrong_follows_on_standard_error) {
  auto migrations = on_disk({1, 2, 3});
  migrations[0].errors = {Error(ErrorKind::source, "no").at({"db/001_a.sql", 3, 1, "", 0})};
  migrations[2].errors = {Error(ErrorKind::source, "nor this").at({"db/003_c.sql", 0, 0, "", 0})};
  const History history = applied({1});
  const Shown shown = shown_as_text([&](Reporter& reporter) {
    reporter.show_status({standings_of(migrations, history), {}, errors_in(migrations)});
  });
  BOOST_TEST(shown.out ==
             "version  name  state       applied at        by         took  rollback\n"
             "001      a     unreadable  2026-11-20 14:02  deploy@ci        file\n"
             "002      b     pending                                        file\n"
             "003      c     unreadable                                     file\n"
             "0 applied, 1 pending, 2 unreadable; at 001_a\n");
  BOOST_TEST(shown.err == "db/001_a.sql:3:1: error: no\ndb/003_c.sql: error: nor this\n");
}

BOOST_AUTO_TEST_CASE(notes_of_one_kind_are_one_line) {
  History history = applied({1, 2});
  row_of(history, 1).checksum = std::nullopt;
  row_of(history, 2).checksum = std::nullopt;
  history.unnumbered = {"baseline", "init"};
  const std::string text = status_of(on_disk({1, 2}), history);
  BOOST_TEST(text.substr(text.find("2 checksums")) ==
             "2 checksums are unknown: 001_a, 002_b\n"
             "2 history rows have no number: baseline, init\n"
             "2 applied, 0 pending; at 002_b\n");
}

BOOST_AUTO_TEST_CASE(a_database_ahead_says_so) {
  BOOST_TEST(status_of(on_disk({1}), applied({1, 2})) ==
             "version  name  state    applied at        by         took  rollback\n"
             "001      a     applied  2026-11-20 14:02  deploy@ci        file\n"
             "002      b     ahead    2026-11-20 14:02  deploy@ci        stored\n"
             "1 applied, 0 pending, 1 ahead; at 002_b\n");
}

BOOST_AUTO_TEST_CASE(what_the_table_cannot_say_stands_below_it) {
  History history = applied({1});
  row_of(history, 1).checksum.reset();
  history.unnumbered = {"init"};
  BOOST_TEST(status_of(on_disk({1}), history) ==
             "version  name  state    applied at        by         took  rollback\n"
             "001      a     applied  2026-11-20 14:02  deploy@ci        file\n"
             "001_a: its checksum is unknown\n"
             "init: a history row without a number\n"
             "1 applied, 0 pending; at 001_a\n");
}

BOOST_AUTO_TEST_CASE(a_terminal_of_eighty_columns_cuts_the_name) {
  std::vector<MigrationFile> files{file("20261121093000_consolidate_the_admin_tables_and_more.sql")};
  History history;
  history.entries.push_back(row(1));
  history.entries.front().version = version("20261121093000");
  history.entries.front().name = "20261121093000_consolidate_the_admin_tables_and_more";
  history.entries.front().checksum.reset();
  const std::string table = status_of(migrations_of(files), history, {.width = 80});
  BOOST_TEST(table.substr(0, table.find("20261121093000_")) ==
             "version         name        state    applied at        by         took  rollback\n"
             "20261121093000  consolida…  applied  2026-11-20 14:02  deploy@ci        stored\n");
}

BOOST_AUTO_TEST_CASE(colours_mark_the_states) {
  const std::string text = status_of(without_down(on_disk({1, 2}), 2), applied({1}), {.coloured = true});
  BOOST_TEST(text.find("\033[32mapplied\033[0m") != std::string::npos);
  BOOST_TEST(text.find("\033[33mpending\033[0m") != std::string::npos);
  BOOST_TEST(text.find("\033[33mnone\033[0m") != std::string::npos);
  const std::string empty = status_of(with_down(on_disk({1}), 1, ""), applied({1}), {.coloured = true});
  BOOST_TEST(empty.find("\033[33mempty\033[0m") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(plan)

BOOST_AUTO_TEST_CASE(each_step_says_how_it_would_run) {
  Step irreversible = step(Action::up, "002_b", "select 1;\nselect 2;\n");
  irreversible.rollback.reset();
  Step included = step(Action::up, "005_e");
  included.script.outside = OutsideReason{"vacuum u", 7, "db/parts/b.sql"};
  BOOST_TEST(plan_of(report_of(Action::up, {step(Action::up, "001_a"), irreversible,
                                            step(Action::up, "003_c", "select 1;\nvacuum t;\n"),
                                            step(Action::up, "004_d", long_text()), included})) ==
             "would apply 5 migrations:\n"
             "  up 001_a  1 statement, one transaction\n"
             "  up 002_b  2 statements, one transaction, no rollback\n"
             "  up 003_c  2 statements, no transaction because of line 2: vacuum t\n"
             "  up 004_d  4 statements, no transaction\n"
             "  up 005_e  1 statement, no transaction because of line 7 of db/parts/b.sql: vacuum u\n");
}

BOOST_AUTO_TEST_CASE(a_rollback_that_would_undo_nothing_is_marked) {
  Step empty = step(Action::up, "001_a");
  empty.rollback = script("-- later\n", "db/001_a.down.sql");
  Step nothing = step(Action::up, "002_b", "");
  nothing.rollback = script("", "db/002_b.down.sql");
  BOOST_TEST(plan_of(report_of(Action::up, {empty, nothing})) ==
             "would apply 2 migrations:\n"
             "  up 001_a  1 statement, one transaction, empty rollback\n"
             "  up 002_b  0 statements, one transaction\n");
}

BOOST_AUTO_TEST_CASE(a_stored_script_and_one_that_goes_on_are_marked) {
  Step stored = step(Action::down, "002_b");
  stored.origin = Origin::stored;
  Step half = step(Action::down, "001_a", long_text());
  half.first_statement = 3;
  Step all = step(Action::down, "000_z", long_text());
  all.first_statement = 5;
  BOOST_TEST(plan_of(report_of(Action::down, {stored, half, all})) ==
             "would undo 3 migrations:\n"
             "  down 002_b  1 statement, one transaction, stored script\n"
             "  down 001_a  4 statements, no transaction, resuming at statement 3\n"
             "  down 000_z  4 statements, no transaction, none of them left to run\n");
}

BOOST_AUTO_TEST_CASE(seeds_are_run) {
  BOOST_TEST(plan_of(report_of(Action::seed, {step(Action::seed, "test/001_a")})) ==
             "would run 1 seed:\n"
             "  seed test/001_a  1 statement, one transaction\n");
}

BOOST_AUTO_TEST_CASE(an_empty_plan_says_why) {
  RunReport report = report_of(Action::up, {}, "001_a");
  report.nothing = "nothing to do: no migration is pending";
  BOOST_TEST(plan_of(report) == "nothing to do: no migration is pending; at 001_a\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(run)

BOOST_AUTO_TEST_CASE(the_last_line_counts_and_says_where_the_database_is) {
  const Step a = step(Action::up, "001_a");
  const Step b = step(Action::up, "002_b");
  BOOST_TEST(run_of(report_of(Action::up, {a}, "001_a")) == "applied 1 migration in 1.5 s; at 001_a\n");
  BOOST_TEST(run_of(report_of(Action::up, {a, b}, "002_b")) == "applied 2 migrations in 1.5 s; at 002_b\n");
  BOOST_TEST(run_of(report_of(Action::down, {a})) == "undid 1 migration in 1.5 s; nothing is applied\n");
}

BOOST_AUTO_TEST_CASE(seeds_do_not_move_the_database) {
  BOOST_TEST(run_of(report_of(Action::seed, {step(Action::seed, "001_a")})) == "ran 1 seed in 1.5 s\n");
  RunReport nothing = report_of(Action::seed, {});
  nothing.nothing = "nothing to do: there are no seeds in seeds";
  BOOST_TEST(run_of(nothing) == "nothing to do: there are no seeds in seeds\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(a_new_pair_is_two_paths_for_an_editor) {
  const Shown shown = shown_as_text([](Reporter& reporter) {
    reporter.show_new({"m/1_a.sql", "m/1_a.down.sql"});
  });
  BOOST_TEST(shown.out == "m/1_a.sql\nm/1_a.down.sql\n");
  BOOST_TEST(shown.err == "");
}

BOOST_AUTO_TEST_CASE(results_and_errors_go_different_ways) {
  const Shown shown = shown_as_text([](Reporter& reporter) {
    reporter.show_text("help\n");
    reporter.show_error(Error(ErrorKind::usage, "no"));
  });
  BOOST_TEST(shown.out == "help\n");
  BOOST_TEST(shown.err == "error: no\n");
}

BOOST_AUTO_TEST_SUITE_END()
