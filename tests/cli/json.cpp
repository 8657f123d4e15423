#include <fmt/format.h>

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "support/runner_fixture.hpp"
#include "text/checksum.hpp"

namespace json_output {

using namespace runner;
using namespace runner::test;
using Json = nlohmann::json;
using Words = std::vector<std::string>;

constexpr std::string_view kUp = "create table a (i int);\ninsert into a values (1);\n";
constexpr std::string_view kDown = "drop table a;\n";

struct Told {
  int exit_code = -1;
  Json document;
  std::string err;
};

struct JsonOutput : RunnerFixture {
  JsonOutput() {
    migration("001_a.sql", kUp);
    migration("001_a.down.sql", kDown);
  }

  Told tell(Words words, const EnvironmentOverrides& environment = {}) {
    words.emplace_back("--json");
    const Outcome outcome = run_with(environment, words);
    BOOST_REQUIRE_MESSAGE(Json::accept(outcome.out), "not one document:\n" + outcome.out);
    return {outcome.exit_code, Json::parse(outcome.out), outcome.err};
  }

  [[nodiscard]] Json document(const std::string& command) const {
    const ServerAddress server = server_address();
    return {{"command", command},
            {"ok", true},
            {"database", fmt::format("{}@{}:{}/{}", server.user, server.host, server.port, database.name())},
            {"notes", Json::array()},
            {"findings", Json::array()}};
  }

  [[nodiscard]] static Json step(const char* action, const std::string& name, const std::string& file,
                                 std::string_view text, int statements) {
    return {{"action", action},
            {"name", name},
            {"file", file},
            {"checksum", Checksum::of(text).hex()},
            {"statements", statements},
            {"first_statement", 1},
            {"transaction", true},
            {"script", "file"}};
  }

  static Json error(const char* kind, int exit_code, const std::string& message) {
    return {{"kind", kind},        {"exit_code", exit_code}, {"message", message}, {"place", nullptr},
            {"sqlstate", nullptr}, {"detail", nullptr},      {"hint", nullptr},    {"context", nullptr}};
  }
};

// Removes the times, which must be present and be numbers.
Json without_took(Json document) {
  BOOST_TEST(document.at("took_ms").is_number_unsigned());
  document.erase("took_ms");
  for (Json& step : document["steps"]) {
    BOOST_TEST(step.at("took_ms").is_number_unsigned());
    step.erase("took_ms");
  }
  return document;
}

}  // namespace json_output

BOOST_FIXTURE_TEST_SUITE(json_output, JsonOutput)

BOOST_AUTO_TEST_CASE(up_tells_each_step_and_where_the_database_is) {
  const Told told = tell({"up"});
  Json expected = document("up");
  expected["dry_run"] = false;
  expected["steps"] = Json::array({step("up", "001_a", "database/migrations/001_a.sql", kUp, 2)});
  expected["at"] = "001_a";
  BOOST_TEST(without_took(told.document) == expected);
  BOOST_TEST(told.exit_code == 0);
  BOOST_TEST(without_times(told.err) == "  up 001_a ......................................... N ms\n");
}

BOOST_AUTO_TEST_CASE(up_with_nothing_to_do_has_no_steps) {
  run({"up"});
  const Told told = tell({"up"});
  Json expected = document("up");
  expected["dry_run"] = false;
  expected["steps"] = Json::array();
  expected["at"] = "001_a";
  BOOST_TEST(without_took(told.document) == expected);
  BOOST_TEST(told.err == "");
}

BOOST_AUTO_TEST_CASE(a_dry_run_tells_the_plan) {
  const Told told = tell({"up", "--dry-run"});
  Json expected = document("up");
  expected["dry_run"] = true;
  expected["steps"] = Json::array({step("up", "001_a", "database/migrations/001_a.sql", kUp, 2)});
  expected["at"] = nullptr;
  expected["losses"] = Json::array();
  BOOST_TEST(told.document == expected);
  BOOST_TEST(told.err == "");
}

BOOST_AUTO_TEST_CASE(down_tells_what_was_undone_and_which_script_did_it) {
  run({"up"});
  remove_migration("001_a.down.sql");
  const Told told = tell({"down", "--yes"});
  Json undone = step("down", "001_a", "001_a.down.sql (stored)", kDown, 1);
  undone["script"] = "stored";
  Json expected = document("down");
  expected["dry_run"] = false;
  expected["steps"] = Json::array({undone});
  expected["at"] = nullptr;
  expected["environment"] = nullptr;
  Json actual = without_took(told.document);
  expected["losses"] = Json::array({{{"step", "001_a"},
                                     {"what", "drop_table"},
                                     {"object", "public.a"},
                                     {"rows", 1},
                                     {"estimated", false}}});
  BOOST_TEST(actual["notes"].size() == 2U);
  BOOST_TEST(actual["notes"][1] == "001_a drops table public.a: 1 row");
  BOOST_TEST(
      actual["notes"][0].get<std::string>().starts_with("\"001_a\" has no down file here: using the down"));
  expected["notes"] = actual["notes"];
  BOOST_TEST(actual["findings"][0]["rule"] == "stored-down-script");
  BOOST_TEST(actual["findings"][1]["rule"] == "data-loss");
  expected["findings"] = actual["findings"];
  BOOST_TEST(actual == expected);
}

BOOST_AUTO_TEST_CASE(seed_tells_each_seed_and_no_place_of_the_database) {
  run({"up"});
  const std::string text = "insert into a values (2);\n";
  seed("test/001_s.sql", text);
  const Told told = tell({"seed", "--env", "test"});
  Json expected = document("seed");
  expected["dry_run"] = false;
  expected["steps"] = Json::array({step("seed", "test/001_s", "seeds/test/001_s.sql", text, 1)});
  BOOST_TEST(without_took(told.document) == expected);
}

BOOST_AUTO_TEST_CASE(seed_without_an_environment_notes_it) {
  run({"up"});
  seed("001_s.sql", "select 1;");
  const std::string note = "no environment is named: only the common seeds are used (--env, RUNNER_ENV)";
  BOOST_TEST(tell({"seed", "--dry-run"}).document["notes"] == Json({note}));
}

BOOST_AUTO_TEST_CASE(status_tells_each_migration) {
  tell({"up"});
  migration("002_b.sql", "select 1;");
  const Told told = tell({"status", "--check"});
  Json expected = document("status");
  Json applied = told.document.at("migrations").at(0);
  BOOST_TEST(without_times(applied.at("applied_at").get<std::string>()) == "DATE");
  BOOST_TEST(without_times(applied.at("applied_by").get<std::string>()) == server_address().user + "@HOST");
  BOOST_TEST(applied.at("took_ms").is_number_unsigned());
  applied.erase("applied_at");
  applied.erase("applied_by");
  applied.erase("took_ms");
  BOOST_TEST(applied == Json({{"version", "1"},
                              {"name", "001_a"},
                              {"state", "applied"},
                              {"rollback", "file"},
                              {"checksum", Checksum::of(kUp).hex()}}));
  expected["migrations"] = {told.document["migrations"][0],
                            {{"version", "2"},
                             {"name", "002_b"},
                             {"state", "pending"},
                             {"rollback", "none"},
                             {"applied_at", nullptr},
                             {"applied_by", nullptr},
                             {"took_ms", nullptr},
                             {"checksum", nullptr}}};
  expected["counts"] = {{"applied", 1}, {"pending", 1}};
  expected["unnumbered_rows"] = Json::array();
  BOOST_TEST(told.document == expected);
  BOOST_TEST(told.exit_code == 6);
  BOOST_TEST(told.err == "");
}

BOOST_AUTO_TEST_CASE(new_tells_both_paths_and_no_database) {
  Json expected = document("new");
  expected["database"] = nullptr;
  expected["up"] = "database/migrations/002_b.sql";
  expected["down"] = "database/migrations/002_b.down.sql";
  const Told told = tell({"new", "b"});
  BOOST_TEST(told.document == expected);
  BOOST_TEST(told.exit_code == 0);
}

BOOST_AUTO_TEST_CASE(help_and_version_are_a_document_too) {
  Json expected = document("help");
  expected["database"] = nullptr;
  expected["text"] = run({"help"}).out;
  BOOST_TEST(tell({"help"}).document == expected);
  expected["command"] = nullptr;
  expected["text"] = run({"--version"}).out;
  BOOST_TEST(tell({"--version"}).document == expected);
}

BOOST_AUTO_TEST_CASE(a_failing_script_is_told_with_its_place_and_what_was_done_before) {
  migration("002_b.sql", "select 1;\nselect 'é', bogus;\n");
  const Told told = tell({"up"});
  Json actual = told.document;
  BOOST_TEST(actual["steps"].size() == 1U);
  BOOST_TEST(actual["steps"][0]["name"] == "001_a");
  actual.erase("steps");
  Json expected = document("up");
  expected["ok"] = false;
  expected["error"] = error("failed", 3, "column \"bogus\" does not exist");
  expected["error"]["place"] = {{"file", "database/migrations/002_b.sql"}, {"line", 2}, {"column", 13}};
  expected["error"]["sqlstate"] = "42703";
  expected["error"]["hint"] = "\"002_b\" was undone; the database is at 001_a.";
  BOOST_TEST(actual == expected);
  BOOST_TEST(told.exit_code == 3);
  BOOST_TEST(without_times(told.err) ==
             "  up 001_a ......................................... N ms\n"
             "  up 002_b ......................................... failed\n");
}

BOOST_AUTO_TEST_CASE(a_bad_file_is_told_before_any_database) {
  migration("002_b.sql", "select 'open;");
  const Told told = tell({"up"});
  BOOST_TEST(told.document["database"].is_null());
  BOOST_TEST(told.document["error"]["kind"] == "source");
  BOOST_TEST(told.document["error"]["place"] ==
             Json({{"file", "database/migrations/002_b.sql"}, {"line", 1}, {"column", 8}}));
  BOOST_TEST(told.exit_code == 1);
}

BOOST_AUTO_TEST_CASE(a_refusal_is_told) {
  run({"up"});
  migration("001_a.sql", "create table a (i bigint);\n");
  const Told told = tell({"up"});
  BOOST_TEST(told.document["ok"] == false);
  BOOST_TEST(told.document["error"]["kind"] == "refused");
  BOOST_TEST(told.document["error"]["exit_code"] == 4);
  BOOST_TEST(contains(told.document["error"]["detail"].get<std::string>(), "create table a (i bigint);"));
  BOOST_TEST(told.exit_code == 4);
}

BOOST_AUTO_TEST_CASE(a_server_that_is_away_is_told) {
  const Told told = tell({"status"}, {{"DATABASE_URL", "postgresql://app:secret@127.0.0.1:1/shop"}});
  BOOST_TEST(told.document["database"].is_null());
  BOOST_TEST(told.document["error"]["kind"] == "unreachable");
  BOOST_TEST(told.document["error"]["message"] == "could not connect to app@127.0.0.1:1/shop");
  BOOST_TEST(told.exit_code == 2);
}

BOOST_AUTO_TEST_CASE(a_mistake_on_the_command_line_is_told_without_a_command) {
  Json expected = document("");
  expected["command"] = nullptr;
  expected["ok"] = false;
  expected["database"] = nullptr;
  expected["error"] = error("usage", 1, "unknown command \"stauts\"");
  expected["error"]["hint"] = "Did you mean \"runner status\"?";
  const Told told = tell({"stauts"});
  BOOST_TEST(told.document == expected);
  BOOST_TEST(told.exit_code == 1);
  BOOST_TEST(told.err == "");
  for (const Words& words :
       {Words{}, Words{"up", "--bogus"}, Words{"up", "-x"}, Words{"up", "--steps", "0"}}) {
    const Told other = tell(words);
    BOOST_TEST(other.exit_code == 1);
    BOOST_TEST(other.document["error"]["kind"] == "usage");
    BOOST_TEST(other.err == "");
  }
}

BOOST_AUTO_TEST_CASE(a_bad_setting_is_told_with_the_command) {
  const Told told = tell({"up"}, {{"RUNNER_WAIT", "long"}});
  Json expected = document("up");
  expected["ok"] = false;
  expected["database"] = nullptr;
  expected["error"] = error("usage", 1, "RUNNER_WAIT needs a duration, not \"long\"");
  expected["error"]["hint"] = "Write a number and a unit: 500ms, 10s, 15min, 1h; or 0.";
  BOOST_TEST(told.document == expected);
  project.write(".env", "oops");
  const Told malformed = tell({"up"});
  BOOST_TEST(malformed.document["command"] == "up");
  BOOST_TEST(malformed.document["error"]["place"] ==
             Json({{"file", ".env"}, {"line", 1}, {"column", nullptr}}));
}

BOOST_AUTO_TEST_CASE(what_is_found_in_the_files_is_noted_with_its_rule) {
  migration("notes.sql", "select 1;");
  const std::string note = "database/migrations/notes.sql has no number and never runs";
  const Told told = tell({"status"});
  BOOST_TEST(told.document["notes"] == Json({note}));
  BOOST_TEST(
      told.document["findings"] ==
      Json::array(
          {{{"rule", "file-never-runs"},
            {"severity", "note"},
            {"place", {{"file", "database/migrations/notes.sql"}, {"line", nullptr}, {"column", nullptr}}},
            {"message", note},
            {"hint", nullptr}}}));
  BOOST_TEST(told.err == "note: " + note + "\n");
  const Told quiet = tell({"status", "--quiet"});
  BOOST_TEST(quiet.document["notes"] == Json({note}));
  BOOST_TEST(quiet.err == "");
}

BOOST_AUTO_TEST_CASE(github_is_told_beside_the_document) {
  migration("002_b.sql", "select bogus;");
  const Told told = tell({"up", "--quiet"}, {{"GITHUB_ACTIONS", "true"}});
  static const std::regex token("[0-9a-f]{32}");
  BOOST_TEST(std::regex_replace(told.err, token, "TOKEN") ==
             "::stop-commands::TOKEN\n::TOKEN::\n"
             "::error file=database/migrations/002_b.sql,line=1,col=8::column \"bogus\" does not exist%0A"
             "\"002_b\" was undone; the database is at 001_a.\n");
}

BOOST_AUTO_TEST_SUITE_END()
