#include <boost/test/unit_test.hpp>

#include "report/show.hpp"

namespace event_reporter {

using namespace runner;
using namespace runner::test;
using namespace std::chrono_literals;

const Report one_step = [](Reporter& reporter) {
  const Step a = step(Action::up, "001_a", "select 1;\nselect 2;\n");
  reporter.step_started(a);
  reporter.statement_started(a, 1, "select 1");
  reporter.notice({"NOTICE", "hello", "", ""});
  reporter.step_finished(a, 12ms);
};

const Report a_failure = [](Reporter& reporter) {
  reporter.step_started(step(Action::down, "001_a"));
  reporter.show_error(Error(ErrorKind::failed, "no"));
};

const Report a_wait = [](Reporter& reporter) {
  const Step a = step(Action::up, "001_a");
  reporter.step_started(a);
  Blockage blockage{1s, "SHARE on public.t", {{7, "", "", "", {}, {}, ""}}, {}};
  reporter.waiting_for_answer(blockage);
  blockage.waited = 2s;
  reporter.waiting_for_answer(blockage);
  reporter.statement_started(a, 1, "select 1;");
  reporter.waiting_for_answer(StatementProgress{"select 1;", 1200ms, "", 0, 0, {}, {}});
  reporter.step_finished(a, 3500ms);
};

constexpr const char* kDots = " ......................................... ";

std::string err_of(const Report& report, const Look& look = {}) { return shown_as_text(report, look).err; }

}  // namespace event_reporter

BOOST_AUTO_TEST_SUITE(event_reporter)

BOOST_AUTO_TEST_CASE(a_step_is_one_line_when_it_is_done) {
  const auto report = [](Reporter& reporter) {
    const Step a = step(Action::up, "001_a");
    reporter.step_started(a);
    reporter.step_finished(a, 1234ms);
    const Step b = step(Action::seed, "development/002_b");
    reporter.step_started(b);
    reporter.step_finished(b, 5ms);
  };
  BOOST_TEST(err_of(report) ==
             "  up 001_a ......................................... 1.2 s\n"
             "  seed development/002_b ........................... 5 ms\n");
  BOOST_TEST(shown_as_text(report).out == "");
}

BOOST_AUTO_TEST_CASE(a_step_that_only_began_is_not_mentioned_off_a_terminal) {
  BOOST_TEST(err_of([](Reporter& reporter) { reporter.step_started(step(Action::up, "001_a")); }) == "");
}

BOOST_AUTO_TEST_CASE(a_long_name_keeps_three_dots_and_a_wide_one_its_column) {
  const auto finished = [](const std::string& name) {
    return [name](Reporter& reporter) {
      const Step long_one = step(Action::up, name);
      reporter.step_started(long_one);
      reporter.step_finished(long_one, 1ms);
    };
  };
  const std::string name = "001_" + std::string(60, 'x');
  BOOST_TEST(err_of(finished(name)) == "  up " + name + " ... 1 ms\n");
  BOOST_TEST(err_of(finished("001_数据")) ==
             "  up 001_数据" + std::string(" ") + std::string(38, '.') + " 1 ms\n");
}

BOOST_AUTO_TEST_CASE(what_the_server_says_stands_under_its_step) {
  BOOST_TEST(err_of(one_step) ==
             "  up 001_a\n"
             "    NOTICE: hello\n"
             "  up 001_a" +
                 std::string(kDots) + "12 ms\n");
}

BOOST_AUTO_TEST_CASE(verbose_shows_each_statement) {
  BOOST_TEST(err_of(one_step, {.verbose = true}) ==
             "  up 001_a\n"
             "    1/2 select 1\n"
             "    NOTICE: hello\n"
             "  up 001_a" +
                 std::string(kDots) + "12 ms\n");
}

BOOST_AUTO_TEST_CASE(quiet_shows_nothing_but_errors) {
  BOOST_TEST(err_of(one_step, {.quiet = true}) == "");
  BOOST_TEST(err_of(one_step, {.quiet = true, .verbose = true}) == "");
  BOOST_TEST(err_of([](Reporter& reporter) { reporter.remark(odd()); }, {.quiet = true}) == "");
  BOOST_TEST(err_of(a_failure, {.quiet = true}) == "error: no\n");
}

BOOST_AUTO_TEST_CASE(a_terminal_sees_the_step_while_it_runs_and_the_line_is_written_over) {
  const std::string label = "  up 001_a" + std::string(kDots);
  const std::string shown = label.substr(0, label.size() - 1);
  BOOST_TEST(err_of(one_step, {.rewrites = true}) == shown + "\r\033[K" + "  up 001_a\n" + shown +     //
                                                         "\r\033[K" + "    NOTICE: hello\n" + shown +  //
                                                         "\r\033[K" + shown + " 12 ms\n");
}

BOOST_AUTO_TEST_CASE(a_step_that_fails_leaves_its_line_behind) {
  const std::string label = "  down 001_a .......................................";
  BOOST_TEST(err_of(a_failure) == label + " failed\nerror: no\n");
  BOOST_TEST(err_of(a_failure, {.rewrites = true}) == label + "\r\033[K" + label + " failed\nerror: no\n");
}

BOOST_AUTO_TEST_CASE(an_error_without_a_step_has_no_line_before_it) {
  const auto report = [](Reporter& reporter) { reporter.show_error(Error(ErrorKind::usage, "no")); };
  BOOST_TEST(err_of(report) == "error: no\n");
  BOOST_TEST(err_of(report, {.rewrites = true}) == "error: no\n");
}

BOOST_AUTO_TEST_CASE(an_annotation_follows_the_error_on_github) {
  BOOST_TEST(
      err_of([](Reporter& reporter) { reporter.show_error(Error(ErrorKind::usage, "no").hint("Do.")); },
             {.github = true}) == "error: no\nhint: Do.\n::error::no%0ADo.\n");
}

BOOST_AUTO_TEST_CASE(a_notice_shows_its_detail_and_hint) {
  BOOST_TEST(err_of([](Reporter& reporter) {
               reporter.notice({"WARNING", "there is no transaction", "None began.", "Begin one."});
             }) ==
             "    WARNING: there is no transaction\n"
             "    DETAIL: None began.\n"
             "    HINT: Begin one.\n");
}

BOOST_AUTO_TEST_CASE(colours_tell_good_from_bad) {
  const std::string label = "  up 001_a" + std::string(kDots);
  BOOST_TEST(err_of(one_step, {.coloured = true}) ==
             "  up 001_a\n"
             "    \033[2mNOTICE:\033[0m hello\n" +
                 label + "\033[32m12 ms\033[0m\n");
  BOOST_TEST(err_of([](Reporter& reporter) { reporter.remark(odd()); }, {.coloured = true}) ==
             "\033[33mnote:\033[0m odd\n");
}

BOOST_AUTO_TEST_CASE(a_script_that_goes_on_says_where) {
  const auto going_on_at = [](std::size_t statement) {
    return [statement](Reporter& reporter) {
      Step a = step(Action::up, "001_a", long_text());
      a.first_statement = statement;
      reporter.step_started(a);
    };
  };
  BOOST_TEST(err_of(going_on_at(1)) == "");
  BOOST_TEST(err_of(going_on_at(3)) ==
             "  up 001_a\n"
             "    was left half done: resuming at statement 3 of 4\n");
  BOOST_TEST(err_of(going_on_at(5)) ==
             "  up 001_a\n"
             "    was left half done: all of its statements have run\n");
}

BOOST_AUTO_TEST_CASE(a_script_that_cannot_run_in_a_transaction_says_why) {
  BOOST_TEST(err_of([](Reporter& reporter) {
               reporter.step_started(step(Action::up, "001_a", "select 1;\nvacuum t;\n"));
             }) ==
             "  up 001_a\n"
             "    without a transaction, because of line 2: vacuum t\n");
  BOOST_TEST(err_of([](Reporter& reporter) {
               Step included = step(Action::up, "001_a");
               included.script.outside = OutsideReason{"vacuum t", 7, "db/parts/b.sql"};
               reporter.step_started(included);
             }) ==
             "  up 001_a\n"
             "    without a transaction, because of line 7 of db/parts/b.sql: vacuum t\n");
}

BOOST_AUTO_TEST_CASE(whoever_is_in_the_way_stands_under_the_step_and_is_not_repeated_every_second) {
  BOOST_TEST(err_of(a_wait) ==
             "  up 001_a\n"
             "    waiting 1.0 s for SHARE on public.t\n"
             "      blocked by pid 7\n"
             "      to end it: select pg_terminate_backend(7);\n"
             "  up 001_a" +
                 std::string(kDots) + "3.5 s\n");
}

BOOST_AUTO_TEST_CASE(a_terminal_sees_the_wait_under_the_line_of_the_step_until_it_is_over) {
  const std::string label = "  up 001_a .........................................";
  const std::string up = "\033[A\033[K";
  const auto wait = [&](const char* time) {
    return label + "\n    waiting " + time +
           " for SHARE on public.t\n"
           "      blocked by pid 7\n"
           "      to end it: select pg_terminate_backend(7);";
  };
  BOOST_TEST(err_of(a_wait, {.rewrites = true}) ==
             label + "\r\033[K" + wait("1.0 s") + "\r\033[K" + up + up + up + wait("2.0 s") +              //
                 "\r\033[K" + up + up + up + label + "\r\033[K" + label + "\n    1/1 select 1;   1.2 s" +  //
                 "\r\033[K" + up + label + " 3.5 s\n");
}

BOOST_AUTO_TEST_CASE(quiet_does_not_tell_of_waits) {
  BOOST_TEST(err_of(a_wait, {.quiet = true}) == "");
  BOOST_TEST(shown_as_json("up", a_wait).out == "");
}

BOOST_AUTO_TEST_CASE(a_log_hears_of_a_statement_after_ten_seconds) {
  const auto told_after = [](Milliseconds elapsed) {
    return [elapsed](Reporter& reporter) {
      reporter.step_started(step(Action::up, "001_a"));
      reporter.waiting_for_answer(StatementProgress{"select 1", elapsed, "", 0, 0, {}, {}});
      reporter.waiting_for_answer(StatementProgress{"select 1", elapsed + 1s, "", 0, 0, {}, {}});
    };
  };
  BOOST_TEST(err_of(told_after(9s - 1ms)) == "");
  BOOST_TEST(err_of(told_after(12400ms)) ==
             "  up 001_a\n"
             "    select 1   12.4 s\n");
}

BOOST_AUTO_TEST_CASE(a_wait_leaves_the_screen_before_anything_else_is_said) {
  const auto report = [](Reporter& reporter) {
    reporter.waiting_for_answer(StatementProgress{"select 1", 2s, "", 0, 0, {}, {}});
    reporter.remark(odd());
    reporter.waiting_for_answer(StatementProgress{"select 1", 3s, "", 0, 0, {}, {}});
    reporter.show_error(Error(ErrorKind::failed, "no"));
  };
  BOOST_TEST(err_of(report, {.rewrites = true}) ==
             "    select 1   2.0 s\r\033[Knote: odd\n"
             "    select 1   3.0 s\r\033[Kerror: no\n");
}

BOOST_AUTO_TEST_CASE(a_line_that_will_be_written_over_is_not_wider_than_the_terminal) {
  const auto report = [](Reporter& reporter) {
    const Step a = step(Action::up, "001_a");
    reporter.step_started(a);
    reporter.waiting_for_answer(StatementProgress{"select pg_sleep(60)", 2s, "", 0, 0, {}, {}});
    reporter.step_finished(a, 3s);
  };
  BOOST_TEST(err_of(report, {.rewrites = true, .width = 30}) ==
             "  up 001_a .................…\r\033[K"
             "  up 001_a .................…\n"
             "    select pg_sleep(…   2.0 s\r\033[K\033[A\033[K"
             "  up 001_a ......................................... 3.0 s\n");
}

BOOST_AUTO_TEST_CASE(waiting_says_for_whom_and_how_long) {
  BOOST_TEST(err_of([](Reporter& reporter) { reporter.waiting_for_server("starting up", 30s); }) ==
             "the server is starting up: waiting up to 30.0 s\n");
  BOOST_TEST(
      err_of([](Reporter& reporter) {
        reporter.waiting_for_lock({8123, "runner up host=ci-7", "app", "10.0.0.7", "00:00:41"}, 2ms, 60s);
      }) ==
      "another runner is using this database: pid 8123, \"runner up host=ci-7\", running for 00:00:41;"
      " waiting up to 1 min 00 s\n");
  BOOST_TEST(err_of([](Reporter& reporter) {
               reporter.waiting_for_lock({8123, "psql", "app", "", ""}, 0ms, 500ms);
             }) == "another runner is using this database: pid 8123, \"psql\"; waiting up to 500 ms\n");
}

BOOST_AUTO_TEST_CASE(a_log_says_that_the_lock_is_still_waited_for_and_a_terminal_has_it_on_the_screen) {
  const auto report = [](Reporter& reporter) {
    reporter.waiting_for_lock({8123, "runner up host=ci-7", "app", "", "00:00:51"}, 10s, 60s);
  };
  BOOST_TEST(err_of(report) ==
             "still waiting for pid 8123, \"runner up host=ci-7\", running for 00:00:51:"
             " 10.0 s of 1 min 00 s\n");
  BOOST_TEST(err_of(report, {.rewrites = true}) == "");
}

BOOST_AUTO_TEST_CASE(only_verbose_tells_of_the_connection) {
  const auto report = [](Reporter& reporter) { reporter.connected("app@db:5432/shop"); };
  BOOST_TEST(err_of(report) == "");
  BOOST_TEST(err_of(report, {.verbose = true}) == "connected to app@db:5432/shop\n");
}

BOOST_AUTO_TEST_SUITE_END()
