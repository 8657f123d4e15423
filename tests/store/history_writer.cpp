#include "store/history_writer.hpp"

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "store/database_state.hpp"
#include "support/server.hpp"
#include "support/steps.hpp"

namespace history_writer {

using namespace runner;
using namespace runner::test;
using namespace std::chrono_literals;
namespace bdata = boost::unit_test::data;

using Rows = std::vector<std::string>;

struct WriterFixture {
  WriterFixture() {
    for (const std::string& statement : writer().creation()) connection.execute(statement);
  }

  HistoryWriter writer() {
    Mask mask;
    mask.hide("hunter22");
    return {read_state(connection, "public", ReadScope::nothing).tables,
            {"ada", "ci-7", "job #7 at abc", "1.2.3"},
            mask};
  }
  void write(const Query& query) { connection.execute(query); }
  void write_done(const Step& step) { write(writer().done(step, 1, 1ms)); }

  // Each row in the server's notation: NULL is nothing, an empty text is "".
  Rows rows(const std::string& columns, const std::string& from) {
    return database.column(fmt::format("select row({})::text from {}", columns, from));
  }
  Rows history() { return rows("migration_name, checksum", "migration_history order by id"); }
  Rows scripts() { return rows("checksum, text", "migration_scripts order by text"); }
  Rows seeds() { return rows("seed_name, environment, checksum", "seed_history order by 1"); }
  Rows log() {
    return rows(
        "action, outcome, name, environment, checksum, down_checksum, took_ms, statement, statement_count,"
        " prefix_checksum, tries, sqlstate, error",
        "migration_log order by id");
  }
  Rows everything() {
    Rows all;
    for (const Rows& part : {history(), scripts(), seeds(), log()})
      all.insert(all.end(), part.begin(), part.end());
    return all;
  }

  void keep_out(std::string_view event, std::string_view table) {
    database.execute(fmt::format(
        "create function nothing() returns trigger language plpgsql as $$ begin return null; end $$;"
        "create trigger t before {} on {} for each row execute function nothing()",
        event, table));
  }
  Rows locked_by(const std::vector<Query>& opening) {
    connection.execute("begin");
    for (const Query& query : opening) connection.execute(query);
    return database.column(
        "select relation::regclass::text from pg_locks where mode = 'RowExclusiveLock'"
        " and relation::regclass::text ~ '_(history|log|scripts)$' and pid = " +
        connection.execute("select pg_backend_pid()").text(0, 0) + " order by 1");
  }

  TemporaryDatabase database;
  Connection connection = connect(database.url());
};

Step with_rollback(Step step, const std::string& text) {
  step.rollback = check_script(step.name + ".down.sql", Text(text));
  return step;
}

Step down(const std::string& name) {
  Step step = up(name, "select 2");
  step.action = Action::down;
  return step;
}

Step seed(const std::string& text) {
  Step step = up("test/001_s", text);
  step.action = Action::seed;
  step.recorded_name = "001_s";
  step.environment = "test";
  return step;
}

Step step_for(Action action) {
  switch (action) {
    case Action::up: return with_rollback(up("001_a", "select 1"), "select 2");
    case Action::down: return down("001_a");
    case Action::seed: break;
  }
  return seed("select 4");
}

Step two_statements() { return up("001_a", "-- runner: no-transaction\nselect 1; select 2"); }

ScriptProgress first_of(const Step& step) { return {1, checksum_of_first(step.script, 1)}; }

std::string sum_of(const Script& script) { return script.checksum.wait().hex(); }
std::string sum_of(const ScriptProgress& progress) { return progress.prefix.hex(); }

bool is_not_written(const Error& error) { return error.sqlstate() == kDivisionByZero; }
bool is_outside(const Error& error) { return error.sqlstate() == kNotInTransaction; }

struct Kept {
  Action action;
  std::string_view event, table;
};
std::ostream& operator<<(std::ostream& out, const Kept& kept) {
  return out << name_of(kept.action) << ", " << kept.event << " on " << kept.table;
}
const std::vector<Kept> kept_out{
    {Action::up, "insert", "migration_history"}, {Action::up, "insert", "migration_scripts"},
    {Action::up, "insert", "migration_log"},     {Action::down, "delete", "migration_history"},
    {Action::down, "delete", "seed_history"},    {Action::down, "insert", "migration_log"},
    {Action::seed, "insert", "seed_history"},    {Action::seed, "update", "seed_history"},
    {Action::seed, "insert", "migration_log"},
};

struct Locked {
  Action action;
  Rows tables;
};
std::ostream& operator<<(std::ostream& out, const Locked& locked) { return out << name_of(locked.action); }
const std::vector<Locked> written_by{
    {Action::up, {"migration_history", "migration_log", "migration_scripts"}},
    {Action::down, {"migration_history", "migration_log", "seed_history"}},
    {Action::seed, {"migration_log", "seed_history"}},
};

}  // namespace history_writer

BOOST_FIXTURE_TEST_SUITE(history_writer, WriterFixture)

BOOST_AUTO_TEST_CASE(an_up_writes_its_entry_both_texts_and_a_row_of_the_log) {
  const Step step = with_rollback(up("001_a", "select 1"), "select 2");
  write(writer().done(step, 3, 12ms));
  const std::string script = sum_of(step.script);
  const std::string rollback = sum_of(*step.rollback);
  BOOST_TEST(history() == Rows{"(001_a.sql," + script + ")"});
  BOOST_TEST(scripts() == (Rows{"(" + script + ",\"select 1\")", "(" + rollback + ",\"select 2\")"}));
  BOOST_TEST(log() == Rows{fmt::format("(up,done,001_a,\"\",{},{},12,,1,,3,,)", script, rollback)});
  BOOST_TEST(seeds() == Rows{});
}

BOOST_AUTO_TEST_CASE(every_row_of_the_log_says_who_and_from_where) {
  write_done(up("001_a", "select 1"));
  write(writer().failed(up("002_b", "select 1"), 1, {ErrorKind::failed, "no"}, 1ms, {}));
  const std::string row = "(" + server_address().user + ",ada,ci-7,\"job #7 at abc\",1.2.3)";
  BOOST_TEST(rows("database_role, os_user, host, origin, runner_version", "migration_log") ==
             (Rows{row, row}));
}

BOOST_AUTO_TEST_CASE(a_text_that_is_there_is_not_kept_again) {
  write_done(up("001_a", "select 1"));
  write_done(up("002_b", "select 1"));
  BOOST_TEST(scripts().size() == 1U);
  BOOST_TEST(history().size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_down_deletes_its_entry_and_with_the_last_one_the_seeds) {
  const Step first = up("001_a", "select 1");
  write_done(first);
  write_done(up("002_b", "select 1"));
  write_done(seed("select 4"));
  write_done(down("002_b"));
  BOOST_TEST(history() == Rows{"(001_a.sql," + sum_of(first.script) + ")"});
  BOOST_TEST(seeds().size() == 1U);
  write_done(down("001_a"));
  BOOST_TEST(history() == Rows{});
  BOOST_TEST(seeds() == Rows{});
  BOOST_TEST(log().back() ==
             fmt::format("(down,done,001_a,\"\",{},,1,,1,,1,,)", sum_of(down("001_a").script)));
}

BOOST_AUTO_TEST_CASE(a_seed_that_runs_again_has_its_newest_checksum) {
  write_done(seed("select 4"));
  const Step changed = seed("select 5");
  write_done(changed);
  BOOST_TEST(seeds() == Rows{"(001_s,test," + sum_of(changed.script) + ")"});
  BOOST_TEST(scripts() == Rows{});
  BOOST_TEST(log().back() ==
             fmt::format("(seed,done,test/001_s,test,{},,1,,1,,1,,)", sum_of(changed.script)));
}

BOOST_AUTO_TEST_CASE(a_failed_step_leaves_a_row_of_the_log_alone_without_what_is_secret) {
  const Step step = with_rollback(up("001_a", "select 1"), "select 2");
  const Error error = Error(ErrorKind::failed, "no hunter22 here").sqlstate("22012");
  write(writer().failed(step, 2, error, 5ms, {}));
  BOOST_TEST(everything() == Rows{fmt::format("(up,failed,001_a,\"\",{},{},5,,1,,2,22012,\"no *** here\")",
                                              sum_of(step.script), sum_of(*step.rollback))});
}

BOOST_AUTO_TEST_CASE(a_script_that_failed_on_its_way_says_how_far_it_came) {
  const Step step = two_statements();
  write(writer().failed(step, 1, {ErrorKind::failed, "no"}, 5ms, first_of(step)));
  BOOST_TEST(log() == Rows{fmt::format("(up,failed,001_a,\"\",{},,5,1,2,{},1,,no)", sum_of(step.script),
                                       sum_of(first_of(step)))});
}

BOOST_AUTO_TEST_CASE(progress_is_a_row_of_the_log_alone_and_has_no_time) {
  const Step step = two_statements();
  write(writer().progress(step, first_of(step)));
  BOOST_TEST(everything() == Rows{fmt::format("(up,started,001_a,\"\",{},,,1,2,{},1,,)", sum_of(step.script),
                                              sum_of(first_of(step)))});
}

BOOST_AUTO_TEST_CASE(a_step_without_a_time_counts_from_the_beginning_of_its_transaction_or_the_last_row) {
  write(writer().done(up("001_a", "select 1"), 1));
  BOOST_TEST(database.value("select took_ms between 0 and 3600000 from migration_log") == "t");
  database.execute("update migration_log set at = now() + interval '2 hours'");
  write(writer().done(up("002_b", "select 1"), 1));
  BOOST_TEST(database.value("select took_ms < -3600000 from migration_log order by id desc limit 1") == "t");
}

// The pipeline sends the SQL once, and after that only the values.
BOOST_AUTO_TEST_CASE(one_statement_serves_all_steps_of_a_kind) {
  BOOST_TEST(writer().done(with_rollback(up("001_a", "select 1"), "select 2"), 1).sql ==
             writer().done(up("002_b", "select 3"), 2).sql);
  BOOST_TEST(writer().done(down("001_a"), 1).sql == writer().done(down("002_b"), 2).sql);
}

BOOST_DATA_TEST_CASE(a_row_that_a_trigger_keeps_out_is_noticed, bdata::make(kept_out)) {
  write_done(seed("select 1"));
  if (sample.action == Action::down) write_done(up("001_a", "select 1"));
  const Rows before = everything();
  keep_out(sample.event, sample.table);
  BOOST_CHECK_EXCEPTION(write_done(step_for(sample.action)), Error, is_not_written);
  BOOST_TEST(everything() == before);
}

BOOST_AUTO_TEST_CASE(a_row_of_the_log_that_a_trigger_keeps_out_is_noticed_too) {
  keep_out("insert", "migration_log");
  const Step step = two_statements();
  BOOST_CHECK_EXCEPTION(write(writer().progress(step, first_of(step))), Error, is_not_written);
  BOOST_CHECK_EXCEPTION(write(writer().failed(step, 1, {ErrorKind::failed, "no"}, 1ms, {})), Error,
                        is_not_written);
}

BOOST_DATA_TEST_CASE(before_a_step_is_written_down_its_tables_are_locked, bdata::make(written_by)) {
  const std::vector<Query> opening = writer().before_done(step_for(sample.action));
  BOOST_CHECK_EXCEPTION(write(opening.front()), Error, is_outside);
  BOOST_TEST(locked_by(opening) == sample.tables);
}

BOOST_AUTO_TEST_CASE(before_anything_else_the_log_is_locked) {
  BOOST_TEST(locked_by(writer().before_log()) == Rows{"migration_log"});
}

BOOST_AUTO_TEST_CASE(tables_that_were_created_are_not_created_again) {
  const TemporaryDatabase empty;
  Connection session = connect(empty.url());
  HistoryWriter writer(read_state(session, "public", ReadScope::nothing).tables, {});
  BOOST_TEST(writer.creation().size() == 4U);
  writer.created();
  BOOST_TEST(writer.creation() == Rows{});
}

BOOST_AUTO_TEST_SUITE_END()
