#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "report/show.hpp"

namespace json_reports {

using namespace runner;
using namespace runner::test;
using namespace std::chrono_literals;
using Json = nlohmann::json;

Json document(const std::string& command, const Report& report) {
  return Json::parse(shown_as_json(command, report).out);
}

// The start of the document of every successful command.
Json ended_well(const std::string& command) {
  return {{"command", command},
          {"ok", true},
          {"database", nullptr},
          {"notes", Json::array()},
          {"findings", Json::array()}};
}

Json json_of(const Step& step, const char* action, std::size_t statements) {
  return {{"action", action},         {"name", step.name},
          {"file", step.script.path}, {"checksum", step.script.checksum.wait().hex()},
          {"statements", statements}, {"first_statement", 1},
          {"transaction", true},      {"script", "file"}};
}

}  // namespace json_reports

BOOST_AUTO_TEST_SUITE(json_reports)

BOOST_AUTO_TEST_CASE(status_tells_each_migration_and_counts_states) {
  History history = applied({1, 3});
  row_of(history, 1).took = 12ms;
  history.unnumbered = {"init"};
  const auto migrations = without_down(on_disk({1, 2}), 2);
  const Json actual = document("status", [&](Reporter& reporter) {
    reporter.show_status({standings_of(migrations, history), history.unnumbered});
  });
  Json expected = ended_well("status");
  expected["migrations"] = {{{"version", "1"},
                             {"name", "001_a"},
                             {"state", "applied"},
                             {"rollback", "file"},
                             {"applied_at", "2026-11-20 14:02:33.120417"},
                             {"applied_by", "deploy@ci"},
                             {"took_ms", 12},
                             {"checksum", Checksum::of(up_text(1)).hex()}},
                            {{"version", "2"},
                             {"name", "002_b"},
                             {"state", "out of order"},
                             {"rollback", "none"},
                             {"applied_at", nullptr},
                             {"applied_by", nullptr},
                             {"took_ms", nullptr},
                             {"checksum", nullptr}},
                            {{"version", "3"},
                             {"name", "003_c"},
                             {"state", "ahead"},
                             {"rollback", "stored"},
                             {"applied_at", "2026-11-20 14:02:33.120417"},
                             {"applied_by", "deploy@ci"},
                             {"took_ms", nullptr},
                             {"checksum", Checksum::of(up_text(3)).hex()}}};
  expected["counts"] = {{"applied", 1}, {"pending", 0}, {"out of order", 1}, {"ahead", 1}};
  expected["unnumbered_rows"] = {"init"};
  BOOST_TEST(actual == expected);
}

BOOST_AUTO_TEST_CASE(an_empty_status_has_the_same_names) {
  Json expected = ended_well("status");
  expected["migrations"] = Json::array();
  expected["counts"] = {{"applied", 0}, {"pending", 0}};
  expected["unnumbered_rows"] = Json::array();
  BOOST_TEST(document("status", [](Reporter& reporter) { reporter.show_status({}); }) == expected);
}

BOOST_AUTO_TEST_CASE(a_plan_lists_its_steps) {
  const Step a = step(Action::up, "001_a", "select 1;\nselect 2;\n");
  Step b = step(Action::up, "002_b", long_text());
  b.first_statement = 3;
  b.origin = Origin::stored;
  Json second = json_of(b, "up", 4);
  second["first_statement"] = 3;
  second["transaction"] = false;
  second["script"] = "stored";
  Json expected = ended_well("up");
  expected["dry_run"] = true;
  expected["steps"] = {json_of(a, "up", 2), second};
  expected["at"] = nullptr;
  BOOST_TEST(
      document("up", [&](Reporter& reporter) {
        reporter.show_plan({.action = Action::up, .plan = {{a, b}, {}}, .took = {}, .at = "", .nothing = ""});
      }) == expected);
}

BOOST_AUTO_TEST_CASE(a_run_lists_what_was_done_with_its_time) {
  const Step a = step(Action::down, "001_a");
  Json done = json_of(a, "down", 1);
  done["took_ms"] = 7;
  Json expected = ended_well("down");
  expected["database"] = "app@db:5432/shop";
  expected["notes"] = {"odd"};
  expected["findings"] = Json::array({{{"rule", "odd-thing"},
                                       {"severity", "note"},
                                       {"place", nullptr},
                                       {"message", "odd"},
                                       {"hint", nullptr}}});
  expected["dry_run"] = false;
  expected["steps"] = Json::array({done});
  expected["took_ms"] = 9;
  expected["at"] = "000_z";
  BOOST_TEST(document("down", [&](Reporter& reporter) {
               reporter.connected("app@db:5432/shop");
               reporter.remark(odd());
               reporter.step_started(a);
               reporter.step_finished(a, 7ms);
               reporter.show_run(
                   {.action = Action::down, .plan = {{a}, {}}, .took = 9ms, .at = "000_z", .nothing = ""});
             }) == expected);
}

BOOST_AUTO_TEST_CASE(a_run_with_nothing_to_do_has_no_steps) {
  Json expected = ended_well("seed");
  expected["dry_run"] = false;
  expected["steps"] = Json::array();
  expected["took_ms"] = 0;
  BOOST_TEST(document("seed", [](Reporter& reporter) {
               reporter.show_run(
                   {.action = Action::seed, .plan = {}, .took = {}, .at = "", .nothing = "nothing"});
             }) == expected);
}

BOOST_AUTO_TEST_CASE(the_log_lists_every_column_by_its_name) {
  const LogEntry entry{.id = 7,
                       .at = "2026-11-20 14:02:33",
                       .at_utc = "2026-11-20T13:02:33.120Z",
                       .action = "seed",
                       .outcome = "failed",
                       .name = "test/001_a",
                       .environment = "test",
                       .checksum = "c",
                       .down_checksum = "d",
                       .took = 12ms,
                       .statement = 1,
                       .statement_count = 3,
                       .prefix_checksum = "p",
                       .tries = 4,
                       .sqlstate = "22012",
                       .error = "division by zero",
                       .database_role = "deploy",
                       .os_user = "ada",
                       .host = "ci-7",
                       .origin = "job #7",
                       .runner_version = "1.2.3"};
  Json expected = ended_well("log");
  expected["entries"] = Json::array({{{"id", 7},
                                      {"at", "2026-11-20T13:02:33.120Z"},
                                      {"action", "seed"},
                                      {"outcome", "failed"},
                                      {"name", "test/001_a"},
                                      {"environment", "test"},
                                      {"checksum", "c"},
                                      {"down_checksum", "d"},
                                      {"took_ms", 12},
                                      {"statement", 1},
                                      {"statement_count", 3},
                                      {"prefix_checksum", "p"},
                                      {"tries", 4},
                                      {"sqlstate", "22012"},
                                      {"error", "division by zero"},
                                      {"database_role", "deploy"},
                                      {"os_user", "ada"},
                                      {"host", "ci-7"},
                                      {"origin", "job #7"},
                                      {"runner_version", "1.2.3"}}});
  expected["total"] = 9;
  BOOST_TEST(document("log", [&](Reporter& reporter) {
               reporter.show_log({true, {entry}, 9, "UTC"});
             }) == expected);
}

BOOST_AUTO_TEST_CASE(losses_are_listed_also_beside_an_error) {
  const std::vector<DataLoss> losses{{"002_b", LossKind::column, "public.b.i", 12, true},
                                     {"001_a", LossKind::unseen, "001_a.down.sql:3", {}, false}};
  const Json actual = document("down", [&](Reporter& reporter) {
    reporter.losses_found(losses);
    reporter.show_error(Error(ErrorKind::refused, "no"));
  });
  const Json expected{{{"step", "002_b"},
                       {"what", "drop_column"},
                       {"object", "public.b.i"},
                       {"rows", 12},
                       {"estimated", true}},
                      {{"step", "001_a"},
                       {"what", "unseen"},
                       {"object", "001_a.down.sql:3"},
                       {"rows", nullptr},
                       {"estimated", false}}};
  BOOST_TEST(actual["losses"] == expected);
}

BOOST_AUTO_TEST_CASE(a_new_pair_is_two_paths) {
  Json expected = ended_well("new");
  expected["up"] = "m/1_a.sql";
  expected["down"] = "m/1_a.down.sql";
  BOOST_TEST(document("new", [](Reporter& reporter) {
               reporter.show_new({"m/1_a.sql", "m/1_a.down.sql"});
             }) == expected);
}

BOOST_AUTO_TEST_CASE(an_error_has_every_name_also_where_there_is_nothing_to_say) {
  Json expected = ended_well("up");
  expected["ok"] = false;
  expected["error"] = {{"kind", "usage"},     {"exit_code", 1},    {"message", "no"}, {"place", nullptr},
                       {"sqlstate", nullptr}, {"detail", nullptr}, {"hint", nullptr}, {"context", nullptr}};
  BOOST_TEST(document("up", [](Reporter& reporter) { reporter.show_error(Error(ErrorKind::usage, "no")); }) ==
             expected);
}

BOOST_AUTO_TEST_CASE(an_error_behind_steps_that_are_done_keeps_them) {
  const Step a = step(Action::up, "001_a");
  const Json actual = document("up", [&](Reporter& reporter) {
    reporter.step_started(a);
    reporter.step_finished(a, 7ms);
    reporter.step_started(step(Action::up, "002_b"));
    reporter.show_error(Error(ErrorKind::failed, "no")
                            .at({"002_b.sql", 3, 4, "select here", 8})
                            .sqlstate("42601")
                            .detail("d")
                            .hint("h")
                            .context("c"));
  });
  Json done = json_of(a, "up", 1);
  done["took_ms"] = 7;
  BOOST_TEST(actual["steps"] == Json::array({done}));
  const Json expected{{"kind", "failed"},    {"exit_code", 3},
                      {"message", "no"},     {"place", {{"file", "002_b.sql"}, {"line", 3}, {"column", 4}}},
                      {"sqlstate", "42601"}, {"detail", "d"},
                      {"hint", "h"},         {"context", "c"}};
  BOOST_TEST(actual["error"] == expected);
}

BOOST_AUTO_TEST_CASE(a_place_that_is_a_whole_file_has_no_line) {
  const Json actual = document("up", [](Reporter& reporter) {
    reporter.show_error(Error(ErrorKind::source, "no").at(whole_file("a.sql")));
  });
  BOOST_TEST(actual["error"]["place"] == Json({{"file", "a.sql"}, {"line", nullptr}, {"column", nullptr}}));
}

BOOST_AUTO_TEST_CASE(errors_that_were_found_together_are_listed_up_to_twenty_and_counted) {
  const auto with_others = [](std::size_t count) {
    Error error(ErrorKind::source, "first");
    error.with(std::vector<Error>(count, Error(ErrorKind::source, "no").at({"a.sql", 3, 1, "", 0})));
    return document("up", [&](Reporter& reporter) { reporter.show_error(error); });
  };
  const Json two = with_others(1);
  BOOST_TEST(two["error"]["message"] == "first");
  BOOST_TEST(two["errors"][0] == two["error"]);
  BOOST_TEST(two["errors"][1]["message"] == "no");
  BOOST_TEST(two["errors"][1]["place"] == Json({{"file", "a.sql"}, {"line", 3}, {"column", 1}}));
  BOOST_TEST(two["error_count"] == 2);
  const Json many = with_others(299);
  BOOST_TEST(many["errors"].size() == 20U);
  BOOST_TEST(many["error_count"] == 300);
  BOOST_TEST(!with_others(0).contains("errors"));
}

BOOST_AUTO_TEST_CASE(status_with_files_that_cannot_be_used_is_one_document_with_an_error) {
  auto migrations = on_disk({1, 2});
  migrations[0].errors = {Error(ErrorKind::source, "no").at({"db/001_a.sql", 3, 1, "", 0})};
  migrations[1].errors = {Error(ErrorKind::source, "nor this")};
  const History history = half_done(applied({1}), Action::down, 1, 2);
  const Json actual = document("status", [&](Reporter& reporter) {
    reporter.show_status({standings_of(migrations, history), {}, errors_in(migrations)});
  });
  BOOST_TEST(actual["ok"] == false);
  BOOST_TEST(actual["migrations"][0]["state"] == "unreadable");
  BOOST_TEST(actual["migrations"][0]["applied_at"] == "2026-11-20 14:02:33.120417");
  BOOST_TEST(actual["migrations"][0]["half_done"] ==
             Json({{"action", "down"}, {"statements_done", 2}, {"statements", 4}}));
  BOOST_TEST(actual["migrations"][1]["state"] == "unreadable");
  BOOST_TEST(actual["counts"] == Json({{"applied", 0}, {"pending", 0}, {"unreadable", 2}}));
  BOOST_TEST(actual["error"]["place"]["file"] == "db/001_a.sql");
  BOOST_TEST(actual["error_count"] == 2);
}

BOOST_AUTO_TEST_CASE(without_a_command_it_is_null) {
  BOOST_TEST(document("", [](Reporter& reporter) { reporter.show_text("runner 1\n"); })["command"].is_null());
}

BOOST_AUTO_TEST_CASE(text_is_a_member) {
  Json expected = ended_well("help");
  expected["text"] = "runner 1\n";
  BOOST_TEST(document("help", [](Reporter& reporter) { reporter.show_text("runner 1\n"); }) == expected);
}

BOOST_AUTO_TEST_CASE(an_error_that_was_a_finding_has_its_rule) {
  const Error plain(ErrorKind::refused, "no");
  const auto shown = [](const Error& error) {
    return document("up", [&](Reporter& reporter) { reporter.show_error(error); })["error"];
  };
  BOOST_TEST(!shown(plain).contains("rule"));
  BOOST_TEST(shown(Error(plain).rule("odd-thing"))["rule"] == "odd-thing");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_do_not_break_the_document) {
  const Json actual = document("up", [](Reporter& reporter) {
    reporter.remark({.rule = "odd-thing", .message = "a\xFFz"});
    reporter.show_text("");
  });
  BOOST_TEST(actual["notes"] == Json({"a\uFFFDz"}));
}

BOOST_AUTO_TEST_CASE(events_stay_on_standard_error) {
  const Shown shown = shown_as_json("up", [](Reporter& reporter) {
    const Step a = step(Action::up, "001_a");
    reporter.remark(odd());
    reporter.step_started(a);
    reporter.step_finished(a, 7ms);
    reporter.show_error(Error(ErrorKind::failed, "no"));
  });
  BOOST_TEST(shown.err ==
             "note: odd\n"
             "  up 001_a ......................................... 7 ms\n");
  BOOST_TEST(Json::accept(shown.out));
}

BOOST_AUTO_TEST_CASE(github_is_told_beside_the_document) {
  const Shown shown =
      shown_as_json("up", [](Reporter& reporter) { reporter.show_error(Error(ErrorKind::failed, "no")); },
                    {.github = true});
  BOOST_TEST(shown.err == "::error::no\n");
  BOOST_TEST(Json::accept(shown.out));
}

BOOST_AUTO_TEST_CASE(a_secret_is_hidden_in_texts_and_leaves_numbers_and_names_as_they_are) {
  std::ostringstream out;
  std::ostringstream err;
  Mask mask;
  for (const char* value : {"123456", "message", "\", \"", "é\"\\\t"}) mask.hide(value);
  Console console(out, err);
  console.hide(mask);
  make_json_reporter(screen_on(console, {}), "up")
      ->show_error(Error(ErrorKind::failed, "a 123456, b é\"\\\t, c \", \"")
                       .at({"a.sql", 123456, 1234567, {}, 0})
                       .hint("the MESSAGE"));
  const Json error = Json::parse(out.str())["error"];
  BOOST_TEST(error["message"] == "a ***, b ***, c ***");
  BOOST_TEST(error["hint"] == "the ***");
  BOOST_TEST(error["place"]["line"] == 123456);
  BOOST_TEST(error["place"]["column"] == 1234567);
}

BOOST_AUTO_TEST_SUITE_END()
