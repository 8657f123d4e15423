#include "script/directive.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;
using namespace std::chrono_literals;

namespace directive_tests {

struct GoodCase {
  std::string_view what, text;
  Directives directives;
};
std::ostream& operator<<(std::ostream& out, const GoodCase& c) { return out << c.what; }

const std::vector<GoodCase> kGood = {
    {"none", "select 1;", {}},
    {"none in an empty file", "", {}},
    {"no-transaction", "-- runner: no-transaction\nselect 1;", {true, {}, {}, {}}},
    {"lock-timeout", "-- runner: lock-timeout 500ms\n", {false, 500ms, {}, {}}},
    {"statement-timeout", "-- runner: statement-timeout 15min\n", {false, {}, 15min, {}}},
    {"no limit", "-- runner: lock-timeout 0\n", {false, 0ms, {}, {}}},
    {"irreversible", "-- runner: irreversible \"values are gone\"\n", {false, {}, {}, "values are gone"}},
    {"a reason with quotes in it",
     "-- runner: irreversible \"drops \"a\" for good\"",
     {false, {}, {}, "drops \"a\" for good"}},
    {"secrets", "-- runner: secret größe_1\n-- RUNNER: SECRET Pw\n", {false, {}, {}, {}, {"Pw", "größe_1"}}},
    {"several",
     "-- runner: no-transaction\n-- runner: lock-timeout 1h\n-- runner: statement-timeout 2s\n",
     {true, 1h, 2s, {}}},
    {"behind other comments and blank lines",
     "-- Title\n\n  -- text\n-- runner: no-transaction\n",
     {true, {}, {}, {}}},
    {"behind a block comment",
     "/* licence;\n -- text */\n-- runner: no-transaction\nselect 1;",
     {true, {}, {}, {}}},
    {"behind a block comment on its line",
     "/* a */ -- runner: no-transaction\nselect 1;",
     {true, {}, {}, {}}},
    {"behind an empty statement", ";\n-- runner: no-transaction\nselect 1;", {true, {}, {}, {}}},
    {"in a file without statements", "-- runner: no-transaction", {true, {}, {}, {}}},
    {"indented", "\t --  runner:   lock-timeout \t 2s  \nselect 1;", {false, 2s, {}, {}}},
    {"without blanks", "--runner:no-transaction\n", {true, {}, {}, {}}},
    {"in capital letters", "-- RUNNER: NO-TRANSACTION\n", {true, {}, {}, {}}},
    {"with a time in capital letters", "-- RUNNER: LOCK-TIMEOUT 10S\n", {false, 10s, {}, {}}},
    {"with a blank in front of the colon", "-- Runner : Lock-Timeout 2s\n", {false, 2s, {}, {}}},
    {"another Runner, in a sentence", "-- Runner: Jane wrote this\n", {}},
    {"with a remark", "-- runner: no-transaction   -- the table is large\n", {true, {}, {}, {}}},
    {"with a remark behind a value", "-- runner: lock-timeout 10s -- for this file\n", {false, 10s, {}, {}}},
    {"with a remark behind a reason that looks like one",
     "-- runner: irreversible \"gone -- for good\" -- really\n",
     {false, {}, {}, "gone -- for good"}},
    {"commented out", "/*\n-- runner: no-transaction\n*/ select 1;", {}},
    {"commented out in a nested comment", "/* /* */\n-- runner: nonsense\n*/ select 1;", {}},
    {"about the runner, not for it", "-- the runner: nonsense\n-- runner runs this\n", {}},
    {"without its colon", "-- runner no-transaction\nselect 1;", {}},
    {"in a block comment", "/* runner: no-transaction */ select 1;", {}},
    {"behind the first statement", "select 1;\n-- runner: nonsense\n", {}},
    {"as goose writes it", "-- +goose NO TRANSACTION\n-- +goose Up\nselect 1;", {true, {}, {}, {}}},
    {"as goose writes it, without a blank", "--+goose no transaction\nselect 1;", {true, {}, {}, {}}},
    {"as graphile-worker writes it", "--! no-transaction\nselect 1;", {true, {}, {}, {}}},
    {"as dbmate writes it", "-- migrate:up transaction:false\nselect 1;", {true, {}, {}, {}}},
    {"as sql-migrate writes it", "-- +migrate Up notransaction\nselect 1;", {true, {}, {}, {}}},
    {"as others write it, beside ours",
     "-- +goose NO TRANSACTION\n-- runner: no-transaction\nselect 1;",
     {true, {}, {}, {}}},
    {"as others write it, behind ours",
     "-- runner: no-transaction\n-- +goose NO TRANSACTION\nselect 1;",
     {true, {}, {}, {}}},
    {"as others write it, with a limit of ours",
     "-- +goose NO TRANSACTION\n-- runner: lock-timeout 2s\nselect 1;",
     {true, 2s, {}, {}}},
    {"another marker of goose", "-- +goose Up\n-- +goose StatementBegin\nselect 1;", {}},
    {"another value for dbmate", "-- migrate:up transaction:true\nselect 1;", {}},
    {"as others write it, commented out", "/*\n-- +goose NO TRANSACTION\n*/ select 1;", {}},
    {"as others write it, in a sentence", "-- not: +goose NO TRANSACTION\nselect 1;", {}},
    {"as others write it, behind the first statement", "select 1;\n-- +goose NO TRANSACTION\n", {}},
    {"in a string of the first statement", "select '\n-- runner: nonsense\n';", {}},
};

struct BadCase {
  std::string_view what, text;
  Refusal refusal;
};
std::ostream& operator<<(std::ostream& out, const BadCase& c) { return out << c.what; }

const std::string kKnown =
    "Known are: no-transaction, lock-timeout, statement-timeout, irreversible, secret.";
const std::string kDurations = "Write a number and a unit: 500ms, 10s, 15min, 1h; or 0 for no limit.";
const std::string kReason = "For example: -- runner: irreversible \"the old column's values are gone\"";

const std::vector<BadCase> kBad = {
    {"unknown", "-- runner: notransaction\n",
     source_error("unknown directive \"notransaction\"").at(1, 12).hint(kKnown)},
    {"unknown with a value", "\n-- runner: timeout 5s\n",
     source_error("unknown directive \"timeout\"").at(2, 12)},
    {"in capital letters", "-- runner: NO TRANSACTION\n", source_error("unknown directive \"NO\"").at(1, 12)},
    {"spelled otherwise, with a value", "-- Runner : lock-timeout soon\n",
     source_error("\"lock-timeout\" needs a duration, not \"soon\"").at(1, 13)},
    {"with nothing but a remark", "-- runner: lock-timeout -- soon\n",
     source_error("\"lock-timeout\" needs a duration, not \"\"").at(1, 12)},
    {"nothing", "-- runner:\n", source_error("unknown directive \"\"").at(1, 11)},
    {"behind a letter of two bytes", "/* é */ -- runner: x",
     source_error("unknown directive \"x\"").at(1, 20)},
    {"a secret without a name", "-- runner: secret\n",
     source_error("\"secret\" needs the name of a variable")
         .at(1, 12)
         .hint("For example: -- runner: secret app_password")},
    {"a secret with a bad name", "-- runner: secret a, b\n",
     source_error("\"secret\" needs the name of a variable").at(1, 12)},
    {"a secret twice", "-- runner: secret a\n-- runner: secret a\n",
     source_error("the directive \"secret\" is given twice").at(2, 12)},
    {"no-transaction with a value", "-- runner: no-transaction please\n",
     source_error("\"no-transaction\" must be alone on its line").at(1, 12)},
    {"no-transaction twice", "-- runner: no-transaction\n-- runner: no-transaction\n",
     source_error("the directive \"no-transaction\" is given twice").at(2, 12)},
    {"lock-timeout twice", "-- runner: lock-timeout 1s\n-- runner: lock-timeout 1s\n",
     source_error("the directive \"lock-timeout\" is given twice").at(2, 12)},
    {"lock-timeout 0 twice", "-- runner: lock-timeout 0\n-- runner: lock-timeout 1s\n",
     source_error("the directive \"lock-timeout\" is given twice").at(2, 12)},
    {"statement-timeout twice", "-- runner: statement-timeout 1s\n--\n-- runner: statement-timeout 2s\n",
     source_error("the directive \"statement-timeout\" is given twice").at(3, 12)},
    {"irreversible twice", "-- runner: irreversible \"a\"\n-- runner: irreversible \"a\"\n",
     source_error("the directive \"irreversible\" is given twice").at(2, 12)},
    {"a bad duration", "-- runner: lock-timeout soon\n",
     source_error("\"lock-timeout\" needs a duration, not \"soon\"").at(1, 12).hint(kDurations)},
    {"a duration without a unit", "-- runner: statement-timeout 5\n",
     source_error("\"statement-timeout\" needs a duration, not \"5\"").at(1, 12)},
    {"no duration", "-- runner: lock-timeout\n",
     source_error("\"lock-timeout\" needs a duration, not \"\"").at(1, 12)},
    {"no reason", "-- runner: irreversible\n",
     source_error("\"irreversible\" needs a reason in double quotes").at(1, 12).hint(kReason)},
    {"an empty reason", "-- runner: irreversible \"\"\n",
     source_error("\"irreversible\" needs a reason in double quotes").at(1, 12)},
    {"a blank reason", "-- runner: irreversible \" \"\n",
     source_error("\"irreversible\" needs a reason in double quotes").at(1, 12)},
    {"a reason without quotes", "-- runner: irreversible gone\n",
     source_error("\"irreversible\" needs a reason in double quotes").at(1, 12)},
    {"a reason with one quote", "-- runner: irreversible \"gone\n",
     source_error("\"irreversible\" needs a reason in double quotes").at(1, 12)},
    {"only a quote", "-- runner: irreversible \"\n",
     source_error("\"irreversible\" needs a reason in double quotes").at(1, 12)},
};

const std::string kLateMessage = "a directive must come before the first statement";

const std::vector<BadCase> kLate = {
    {"between statements", "select 1;\n  -- runner: no-transaction\nselect 2;",
     source_error(kLateMessage)
         .at(2, 3)
         .hint("Move the line to the top of the file; of an included file, to the one that includes it.")},
    {"behind the last", "select 1;\n-- runner: no-transaction", source_error(kLateMessage).at(2, 1)},
    {"on the line of a statement", "select 1; -- runner: no-transaction",
     source_error(kLateMessage).at(1, 11)},
    {"behind a block comment", "select 1; /* é */ -- runner: x\n", source_error(kLateMessage).at(1, 19)},
    {"one that is unknown", "select 1;\n-- runner: nonsense\n", source_error(kLateMessage).at(2, 1)},
    {"behind a psql command", "\\set a 1\n-- runner: no-transaction\nselect 1;",
     source_error(kLateMessage).at(2, 1)},
    {"behind the rows of a COPY", "copy t from stdin;\n-- runner: x\n\\.\n-- runner: no-transaction\n",
     source_error(kLateMessage).at(4, 1)},
    {"before a down section", "select 1;\n-- runner: no-transaction\n-- +goose Down\n",
     source_error(kLateMessage).at(2, 1)},
    {"behind a good one", "-- runner: no-transaction\nselect 1;\n-- runner: lock-timeout 1s\n",
     source_error(kLateMessage).at(3, 1)},
};

struct DownCase {
  std::string_view what;
  std::string text;
  std::size_t line, column;
  std::string_view shown;
};
std::ostream& operator<<(std::ostream& out, const DownCase& c) { return out << c.what; }

const std::vector<DownCase> kDown = {
    {"of goose", "-- +goose Up\nselect 1;\n\n-- +goose Down\ndrop table t;", 4, 1, "-- +goose Down"},
    {"of sql-migrate", "-- +migrate Up\nselect 1;\n-- +migrate Down\ndrop table t;", 3, 1,
     "-- +migrate Down"},
    {"of dbmate", "-- migrate:up\nselect 1;\n-- migrate:down\ndrop table t;", 3, 1, "-- migrate:down"},
    {"with an option", "select 1;\n-- migrate:down transaction:false\n", 2, 1,
     "-- migrate:down transaction:false"},
    {"in other letters", "select 1;\n-- +GOOSE DOWN\n", 2, 1, "-- +GOOSE DOWN"},
    {"without a blank", "select 1;\n--+goose Down\n", 2, 1, "--+goose Down"},
    {"with more blanks", "select 1;\n--   migrate:down\n", 2, 1, "--   migrate:down"},
    {"in front of everything", "-- +goose Down\ndrop table t;", 1, 1, "-- +goose Down"},
    {"behind the last statement", "select 1; -- +goose Down", 1, 11, "-- +goose Down"},
    {"before a late directive", "select 1;\n-- +goose Down\n-- runner: no-transaction\n", 2, 1,
     "-- +goose Down"},
    {"behind the rows of a COPY", "copy t from stdin;\n1\n\\.\n-- +goose Down\n", 4, 1, "-- +goose Down"},
    {"behind a psql command", "\\restrict a\n-- +goose Down\n", 2, 1, "-- +goose Down"},
};

const std::vector<std::string> kNoDown = {
    "select 1;\n/*\n-- +goose Down\n*/",
    "select '\n-- +goose Down\n';",
    "do $$\n-- migrate:down\n$$;",
    "select 1;\n-- see +goose Down\n",
    "copy t from stdin;\n-- +goose Down\n\\.\n",
    "-- +goose Up\nselect 1;",
};

}  // namespace directive_tests

BOOST_AUTO_TEST_SUITE(directive_tests)

BOOST_DATA_TEST_CASE(directives_at_the_top_are_read, bdata::make(kGood)) {
  const Directives read = read_directives("001_a.sql", sample.text);
  BOOST_TEST(read.no_transaction == sample.directives.no_transaction);
  BOOST_TEST((read.lock_timeout == sample.directives.lock_timeout));
  BOOST_TEST((read.statement_timeout == sample.directives.statement_timeout));
  BOOST_TEST(read.irreversible.value_or("none") == sample.directives.irreversible.value_or("none"));
  BOOST_TEST(read.secrets == sample.directives.secrets, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(a_bad_directive_is_refused_with_its_place, bdata::make(kBad)) {
  BOOST_CHECK_EXCEPTION((void)read_directives("001_a.sql", sample.text), Error, sample.refusal);
}

BOOST_DATA_TEST_CASE(a_late_directive_is_refused, bdata::make(kLate)) {
  BOOST_CHECK_EXCEPTION(script(std::string(sample.text)), Error, sample.refusal);
}

BOOST_DATA_TEST_CASE(a_rollback_in_the_same_file_is_refused, bdata::make(kDown)) {
  const std::string message = "\"" + std::string(sample.shown) +
                              "\" begins a rollback in the same file, which would run as part of it";
  BOOST_CHECK_EXCEPTION(script(sample.text), Error,
                        source_error(message)
                            .at(sample.line, sample.column)
                            .hint("Move the text after it into its own file: NNN_name.down.sql"));
}

BOOST_DATA_TEST_CASE(what_only_looks_like_a_rollback_runs, bdata::make(kNoDown)) {
  BOOST_TEST(script(sample).statement_count <= 1U);
}

BOOST_AUTO_TEST_CASE(a_directive_commented_out_behind_a_statement_is_left_alone) {
  BOOST_TEST(script("select 1; /*\n-- runner: no-transaction\n*/").in_transaction());
}

BOOST_AUTO_TEST_CASE(an_open_quote_is_named_before_what_stands_in_front_of_it) {
  BOOST_CHECK_EXCEPTION(script("a;\nb '\n-- runner: x\n', 'c"), Error,
                        source_error("unterminated quoted string").at(4, 4));
}

BOOST_AUTO_TEST_SUITE_END()
