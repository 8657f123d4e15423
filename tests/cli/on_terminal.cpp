#include <boost/test/unit_test.hpp>
#include <regex>

#include "support/terminal_fixture.hpp"

namespace on_terminal {

using namespace runner::test;
using Words = std::vector<std::string>;

struct OnTerminal : TerminalFixture {
  OnTerminal() {
    pair("001_a");
    pair("002_b");
  }

  std::string shown_by(const Words& words, const EnvironmentOverrides& more = {},
                       unsigned short columns = 80) {
    Terminal terminal = at_terminal(words, more, columns);
    BOOST_TEST(terminal.wait() != -1);
    // No word begins right after a colour sequence, so without_times() would miss this duration.
    static const std::regex coloured("m\\d+ ms\033");
    return without_times(std::regex_replace(seen(terminal), coloured, "mN ms\033"));
  }

  /// What was shown, without the running time of a statement that runner shows briefly on a slow machine.
  static std::string seen(const Terminal& terminal) {
    static const std::regex below_step("[^\r\n\033]*\n    [^\r\n]*\r\033\\[K\033\\[A\033\\[K");
    static const std::regex alone("    [^\r\n]* s\r\033\\[K");
    return std::regex_replace(std::regex_replace(terminal.shown(), below_step, ""), alone, "");
  }
};

constexpr const char* kQuestion =
    "This will undo, in DB:\n"
    "  002_b\n"
    "  001_a\n"
    "Type yes to continue: ";

}  // namespace on_terminal

BOOST_FIXTURE_TEST_SUITE(on_terminal, OnTerminal)

BOOST_AUTO_TEST_CASE(a_step_is_shown_while_it_runs_and_its_line_is_written_over) {
  BOOST_TEST(shown_by({"up", "--steps", "1"}) ==
             "  up 001_a ........................................."
             "\r\033[K"
             "  up 001_a ......................................... \033[32mN ms\033[0m\n"
             "applied 1 migration in N ms; at 001_a\n");
}

BOOST_AUTO_TEST_CASE(colours_are_left_out_where_nobody_wants_them) {
  const std::string plain =
      "  up 001_a ........................................."
      "\r\033[K"
      "  up 001_a ......................................... N ms\n"
      "applied 1 migration in N ms; at 001_a\n";
  BOOST_TEST(shown_by({"up", "--steps", "1"}, {{"NO_COLOR", "1"}}) == plain);
  run({"down"});
  BOOST_TEST(shown_by({"up", "--steps", "1", "--color", "never"}) == plain);
  run({"down"});
  BOOST_TEST(shown_by({"up", "--steps", "1"}, {{"TERM", "dumb"}}) ==
             "  up 001_a ......................................... N ms\n"
             "applied 1 migration in N ms; at 001_a\n");
}

BOOST_AUTO_TEST_CASE(a_mistake_on_the_command_line_follows_the_same_rules) {
  BOOST_TEST(shown_by({"stauts"}) ==
             "\033[1;31merror:\033[0m unknown command \"stauts\"\n"
             "\033[1mhint:\033[0m Did you mean \"runner status\"?\n");
  BOOST_TEST(shown_by({"stauts"}, {{"NO_COLOR", "1"}}) ==
             "error: unknown command \"stauts\"\n"
             "hint: Did you mean \"runner status\"?\n");
}

BOOST_AUTO_TEST_CASE(colours_can_be_asked_for_without_a_terminal) {
  BOOST_TEST(contains(run({"status", "--color", "always"}).out, "\033[33mpending\033[0m"));
  BOOST_TEST(run({"status"}).out.find('\033') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_table_fits_the_terminal) {
  migration("003_" + std::string(60, 'x') + ".sql", "");
  BOOST_TEST(shown_by({"status"}, {{"NO_COLOR", "1"}}, 60) ==
             "version  name        state    applied at  by  took  rollback\n"
             "001      a           pending                        file\n"
             "002      b           pending                        file\n"
             "003      xxxxxxxxx…  pending                        none\n"
             "0 applied, 3 pending; nothing is applied\n");
}

BOOST_AUTO_TEST_CASE(quiet_shows_only_the_result) {
  BOOST_TEST(shown_by({"up", "--quiet"}) == "applied 2 migrations in N ms; at 002_b\n");
}

BOOST_AUTO_TEST_CASE(down_asks_and_goes_on_after_yes) {
  run({"up"});
  Terminal terminal = at_terminal({"down", "--all", "--color=never"}, {{"TERM", "dumb"}});
  BOOST_REQUIRE(terminal.shows("continue: "));
  BOOST_TEST(without_times(seen(terminal)) == kQuestion);
  BOOST_TEST(database.exists("b"));
  terminal.type("yes\n");
  BOOST_TEST(terminal.wait() == 0);
  BOOST_TEST(without_times(seen(terminal)) ==
             kQuestion + std::string("  down 002_b ....................................... "
                                     "N ms\n"
                                     "  down 001_a ....................................... "
                                     "N ms\n"
                                     "undid 2 migrations in N ms in DB; nothing is applied\n"));
  BOOST_TEST(history().empty());
}

BOOST_AUTO_TEST_CASE(down_undoes_nothing_after_any_other_answer) {
  run({"up"});
  for (const char* answer : {"no\n", "y\n", "YES\n", "\n", "yes, really\n"}) {
    BOOST_TEST_CONTEXT(answer) {
      Terminal terminal = at_terminal({"down", "--all", "--color=never"});
      BOOST_REQUIRE(terminal.shows("continue: "));
      terminal.type(answer);
      BOOST_TEST(terminal.wait() == 4);
      BOOST_TEST(without_times(seen(terminal)) ==
                 kQuestion + std::string("error: nothing was undone: the answer was not \"yes\"\n"));
    }
  }
  BOOST_TEST(history().size() == 2U);
}

BOOST_AUTO_TEST_CASE(down_undoes_nothing_when_the_input_ends_or_is_interrupted) {
  run({"up"});
  Terminal ended = at_terminal({"down", "--all", "--color=never"});
  BOOST_REQUIRE(ended.shows("continue: "));
  ended.type("\x04");
  BOOST_TEST(ended.wait() == 4);
  BOOST_TEST(without_times(seen(ended)) ==
             kQuestion + std::string("\nerror: nothing was undone: the answer was not \"yes\"\n"));
  Terminal interrupted = at_terminal({"down", "--all", "--color=never"});
  BOOST_REQUIRE(interrupted.shows("continue: "));
  interrupted.type("\x03");
  BOOST_TEST(interrupted.wait() == 130);
  BOOST_TEST(without_times(seen(interrupted)) == kQuestion + std::string("\nerror: interrupted\n"));
  BOOST_TEST(history().size() == 2U);
}

BOOST_AUTO_TEST_CASE(down_wants_the_number_of_the_oldest_step_when_data_would_be_lost) {
  run({"up"});
  database.execute("insert into a values (1), (2)");
  const std::string question =
      "This will undo, in DB:\n"
      "  002_b\n"
      "  001_a\n"
      "    drops table public.a: 2 rows\n"
      "\"runner up\" does not bring this data back.\n"
      "Type 001 to continue: ";
  for (const char* answer : {"yes\n", "1\n", "002\n", "\n"}) {
    BOOST_TEST_CONTEXT(answer) {
      Terminal terminal = at_terminal({"down", "--all", "--color=never"});
      BOOST_REQUIRE(terminal.shows("continue: "));
      terminal.type(answer);
      BOOST_TEST(terminal.wait() == 4);
      BOOST_TEST(without_times(seen(terminal)) ==
                 question + "error: nothing was undone: the answer was not \"001\"\n");
    }
  }
  Terminal terminal = at_terminal({"down", "--all", "--color=never", "--quiet"});
  BOOST_REQUIRE(terminal.shows("continue: "));
  BOOST_TEST(database.value("select count(*) from a") == "2");
  terminal.type("001\n");
  BOOST_TEST(terminal.wait() == 0);
  BOOST_TEST(without_times(seen(terminal)) ==
             question + "undid 2 migrations in N ms in DB; nothing is applied\n");
}

BOOST_AUTO_TEST_CASE(down_does_not_ask_when_it_was_told_or_has_nothing_to_do) {
  run({"up"});
  BOOST_TEST(shown_by({"down", "--all", "--yes", "--quiet"}) ==
             "undid 2 migrations in N ms in DB; nothing is applied\n");
  BOOST_TEST(shown_by({"down"}) == "nothing to undo in DB; nothing is applied\n");
}

BOOST_AUTO_TEST_CASE(ctrl_c_stops_a_running_statement) {
  migration("001_a.sql", "select pg_sleep(3600);\n");
  Terminal terminal = at_terminal({"up", "--color=never"});
  BOOST_REQUIRE(eventually([&] { return one_sleeps(); }));
  // The server may run this statement before runner has read the answers to the earlier ones.
  BOOST_REQUIRE(terminal.shows("up 001_a"));
  terminal.type("\x03");
  BOOST_TEST(terminal.wait() == 130);
  BOOST_TEST(seen(terminal) ==
             "  up 001_a ........................................."
             "\r\033[K"
             "  up 001_a ......................................... failed\n"
             "database/migrations/001_a.sql: error: interrupted\n"
             "hint: \"001_a\" was undone; nothing is applied.\n");
}

BOOST_AUTO_TEST_SUITE_END()
