#include "plan/step_errors.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "migration/build.hpp"

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;

namespace step_errors {

Step step(Action action) {
  return {.action = action,
          .name = "002_b",
          .recorded_name = "002_b.sql",
          .environment = {},
          .script = script(long_text(), "db/002_b.sql"),
          .rollback = {}};
}

struct HalfDoneCase {
  std::string_view what;
  Action action;
  ErrorKind kind;
  std::size_t done;
  bool lost;
  ErrorKind told;
  std::string where, next;
};
std::ostream& operator<<(std::ostream& out, const HalfDoneCase& c) { return out << c.what; }

const std::vector<HalfDoneCase> kHalfDone = {
    {"a statement failed", Action::up, ErrorKind::failed, 2, false, ErrorKind::in_doubt,
     "2 of 4 statements have run.", "Fix statement 3 and run \"runner up\" again; it resumes there."},
    {"a down script failed", Action::down, ErrorKind::failed, 0, false, ErrorKind::in_doubt,
     "0 of 4 statements have run.", "Fix statement 1 and run \"runner down\" again; it resumes there."},
    {"somebody stopped it", Action::up, ErrorKind::interrupted, 1, false, ErrorKind::interrupted,
     "1 of 4 statements have run.", "Run \"runner up\" again; it resumes at statement 2."},
    {"the connection was lost", Action::up, ErrorKind::unreachable, 3, true, ErrorKind::in_doubt,
     "3 of 4 statements have run for certain.",
     "Run \"runner up\" again: it reads in the log where to resume."},
    {"only the row was not written", Action::up, ErrorKind::failed, 4, false, ErrorKind::in_doubt,
     "4 of 4 statements have run.", "Run \"runner up\" again: only the history is not up to date."},
    {"a seed failed", Action::seed, ErrorKind::failed, 2, false, ErrorKind::in_doubt,
     "2 of 4 statements have run.",
     "Fix it and run \"runner seed\" again; it then runs from its first statement."},
};

}  // namespace step_errors

BOOST_AUTO_TEST_SUITE(step_errors)

BOOST_DATA_TEST_CASE(who_leaves_a_script_half_done_says_how_to_go_on, bdata::make(kHalfDone)) {
  ScriptProgress progress;
  progress.done = sample.done;
  const Error error =
      left_half_done(Error(sample.kind, "what happened"), step(sample.action), progress, sample.lost);
  BOOST_TEST((error.kind() == sample.told));
  BOOST_TEST(error.message() == "what happened");
  BOOST_TEST(error.detail() == "\"002_b\" is left half done: " + sample.where);
  BOOST_TEST(error.hint() == sample.next);
}

BOOST_AUTO_TEST_CASE(an_error_without_a_place_is_that_of_the_file) {
  const Error error = with_step(Error(ErrorKind::failed, "what happened"), step(Action::up));
  BOOST_TEST(error.place()->path == "db/002_b.sql");
  const Error placed = with_step(Error(error).at({"db/part.sql", 3, 1, "", 0}), step(Action::up));
  BOOST_TEST(placed.place()->path == "db/part.sql");
}

BOOST_AUTO_TEST_CASE(what_keeps_the_row_from_being_written_is_told_with_a_remedy) {
  const auto told = [](const std::string& sqlstate) {
    return not_recorded(Error(ErrorKind::failed, "what happened").sqlstate(sqlstate));
  };
  BOOST_TEST(told("42501").message() == "could not write the history row: what happened");
  BOOST_TEST(told("42501").hint() == "");
  for (const char* gone : {"42P01", "3F000"})
    BOOST_TEST(told(gone).hint() ==
               "The script drops runner's own tables. Keep them in their own schema: --schema NAME.");
  BOOST_TEST(told("25006").hint() ==
             "The script makes its transaction read-only, so the history row cannot be written. Remove that "
             "statement.");
}

BOOST_AUTO_TEST_CASE(who_gets_no_lock_is_told_who_was_in_the_way_and_how_to_end_it) {
  using namespace std::chrono_literals;
  const Blockage blockage{1s, "SHARE on public.orders", {{77, "psql", "ops", "", {}, {}, ""}}, {}};
  const auto failure = [](const std::string& sqlstate) {
    return Error(ErrorKind::failed, "what happened").detail("Detail.").hint("Hint.").sqlstate(sqlstate);
  };
  for (const char* sqlstate : {"55P03", "40P01"}) {
    const Error told = with_blocker(failure(sqlstate), blockage);
    BOOST_TEST(told.message() == "what happened");
    BOOST_TEST(told.detail() ==
               "Detail.\nIt waited for SHARE on public.orders.\nBlocked by pid 77, \"psql\", user ops.");
    BOOST_TEST(told.hint() == "Hint.\nTo end it: select pg_terminate_backend(77);");
    BOOST_TEST(with_blocker(failure(sqlstate), {}).detail() == "Detail.");
  }
  BOOST_TEST(with_blocker(failure("22012"), blockage).detail() == "Detail.");
  const Blockage nameless{1s, "SHARE on public.orders", {}, {}};
  BOOST_TEST(with_blocker(failure("55P03"), nameless).hint() == "Hint.");
}

BOOST_AUTO_TEST_CASE(who_gives_up_says_how_often_it_tried) {
  const Error error = Error(ErrorKind::failed, "lock timeout").detail("pid 7 was in the way");
  BOOST_TEST(gave_up(error, 2).detail() ==
             "pid 7 was in the way\nTried 3 times; every attempt was rolled back.");
}

BOOST_AUTO_TEST_SUITE_END()
