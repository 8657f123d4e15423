// The rows of a file: COPY … FROM stdin with the rows after it, and \copy from a file in the same folder.

#include <fmt/format.h>
#include <sys/stat.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/runner_fixture.hpp"

namespace files {

using namespace runner::test;
using Names = std::vector<std::string>;
namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;

const std::string kTable = "create table t (id int, name text);\n";

// Every row as "id:name", in the order of insertion.
const std::string kRows = "select concat(id, ':', coalesce(name, '(null)')) from t order by ctid";

struct Copied {
  std::string_view what;
  std::string sql;
  Names rows;
};
std::ostream& operator<<(std::ostream& out, const Copied& copied) { return out << copied.what; }

const std::vector<Copied> copies{
    {"text", "copy t from stdin;\n1\ta\\tb\n2\t\\N\n3\t\n\\.\n", {"1:a\tb", "2:(null)", "3:"}},
    {"csv",
     "copy t from stdin (format csv, header);\nid,name\n1,\"a, \"\"b\"\"\nc\"\n2,\n\\.\n",
     {"1:a, \"b\"\nc", "2:(null)"}},
    {"no rows", "copy t from stdin;\n\\.\ninsert into t values (1, 'a');", {"1:a"}},
    {"many blocks",
     "copy t from stdin;\n1\ta\n\\.\ncopy t (name) from stdin;\nb\n\\.\n\n\ncopy t from stdin "
     "csv;\n3,c\n\\.\n",
     {"1:a", ":b", "3:c"}},
    {"no end of line behind the end of the rows", "copy t from stdin;\n1\ta\n\\.", {"1:a"}},
    {"no end of the rows, but of the file", "copy t from stdin;\n1\ta\n2\tb\n", {"1:a", "2:b"}},
    {"neither an end of the rows nor of the line", "copy t from stdin;\n1\ta\n2\tb", {"1:a", "2:b"}},
    {"CRLF",
     "copy t from stdin;\r\n1\ta\r\n2\tb\r\n\\.\r\ninsert into t values (3, 'c');\r\n",
     {"1:a", "2:b", "3:c"}},
    {"no semicolon on the last line", "copy t from stdin\n;\n1\ta\n\\.\n", {"1:a"}},
    {"a comment behind it", "copy t from stdin; -- rows; below\n1\ta\n\\.\n", {"1:a"}},
    {"SQL in the rows",
     "copy t from stdin;\n1\tcommit; -- '\n2\t$$ /* \\\\i x\n\\.\n",
     {"1:commit; -- '", "2:$$ /* \\i x"}},
    {"what would be a directive in a comment",
     "copy t (name) from stdin;\n-- runner: bogus\n-- +goose Down\n\\.\n",
     {":-- runner: bogus", ":-- +goose Down"}},
    {"a condition", "copy t from stdin where id > 1;\n1\ta\n2\tb\n\\.\n", {"2:b"}},
    {"in the file's own transaction", "", {"1:a"}},
};

const std::vector<Copied> copied_files{
    {"csv", "\\copy t from 'rows.csv' with (format csv, header)\n", {"1:a, b", "2:(null)"}},
    {"a name without quotes", "\\copy t from rows.csv csv header\n", {"1:a, b", "2:(null)"}},
    {"a semicolon behind it", "\\copy t from 'rows.csv' csv header;\n", {"1:a, b", "2:(null)"}},
    {"capital letters", "\\copy T FROM 'rows.csv' WITH CSV HEADER\n", {"1:a, b", "2:(null)"}},
    {"columns", "\\copy t (name) from 'lines.txt'\n", {":one", ":two"}},
    {"a schema and quotes", "\\copy \"public\".\"t\" ( \"name\" ) from 'lines.txt'\n", {":one", ":two"}},
    {"no end of line in the file", "\\copy t(name) from 'unended.txt'\n", {":one", ":two"}},
    {"an empty file", "\\copy t from 'empty.csv' csv\n", {}},
    {"CRLF in the file", "\\copy t from 'crlf.csv' csv\n", {"1:a", "2:b"}},
    {"another encoding", "\\copy t from 'latin1.csv' (format csv, encoding 'latin1')\n", {"1:é"}},
    {"a folder above", "\\copy t from '../data/it''s.csv' csv\n", {"7:seven"}},
    {"rows below it", "\\copy t from stdin csv\n1,a\n\\.\ninsert into t values (2, 'b');\n", {"1:a", "2:b"}},
    {"a condition", "\\copy t from 'rows.csv' csv header where id = 2\n", {"2:(null)"}},
};

struct Files : RunnerFixture {
  Files() {
    migration("rows.csv", "id,name\n1,\"a, b\"\n2,\n");
    migration("lines.txt", "one\ntwo\n");
    migration("unended.txt", "one\ntwo");
    migration("empty.csv", "");
    migration("crlf.csv", "1,a\r\n2,b\r\n");
    migration("latin1.csv", "1,\xE9\n");
    project.write("database/data/it's.csv", "7,seven\n");
  }

  /// Runs the SQL after the migration of the table and returns the output.
  std::string said_of(const std::string& sql) {
    migration("001_t.sql", kTable);
    migration("002_rows.sql", sql);
    return said(run({"up"}));
  }
};

struct Bad {
  std::string_view what;
  std::string sql;
  std::string error;
};
std::ostream& operator<<(std::ostream& out, const Bad& bad) { return out << bad.what; }

const std::vector<Bad> bad_rows{
    {"a text", "copy t from stdin;\n1\ta\nx\tb\n3\tc\n\\.\n", R"(
err: database/migrations/002_rows.sql:3: error: invalid input syntax for type integer: "x" [22P02]
err:     x	b
err: context: COPY t, line 2, column id: "x"
)"},
    {"a csv with a header and a value of two lines",
     "select 1;\ncopy t from stdin csv header;\nid,name\n1,\"a\nb\"\nzwölf,c\n\\.\n",
     R"(
err: database/migrations/002_rows.sql:6: error: invalid input syntax for type integer: "zwölf" [22P02]
err:     zwölf,c
err: context: COPY t, line 4, column id: "zwölf"
)"},
    {"a column too many", "copy t from stdin csv;\n1,a\n2,b,c\n\\.\n", R"(
err: database/migrations/002_rows.sql:3: error: extra data after last expected column [22P04]
err:     2,b,c
err: context: COPY t, line 2: "2,b,c"
)"},
    {"a column too few", "copy t from stdin;\n1\n\\.\n", R"(
err: database/migrations/002_rows.sql:2: error: missing data for column "name" [22P04]
err:     1
err: context: COPY t, line 1: "1"
)"},
    {"a constraint", "create unique index u on t (id);\ncopy t from stdin;\n1\ta\n2\tb\n1\tc\n\\.\n", R"(
err: database/migrations/002_rows.sql:5: error: duplicate key value violates unique constraint "u" [23505]
err:     1	c
err: detail: Key (id)=(1) already exists.
err: context: COPY t, line 3
)"},
    {"the second block", "copy t from stdin;\n1\ta\n\\.\ncopy t from stdin;\n2\tb\nx\ty\n\\.\n", R"(
err: database/migrations/002_rows.sql:6: error: invalid input syntax for type integer: "x" [22P02]
err:     x	y
err: context: COPY t, line 2, column id: "x"
)"},
    {"a missing end of the rows", "copy t from stdin;\n1\ta\n\ninsert into t values (2, 'b');\n", R"(
err: database/migrations/002_rows.sql:3: error: invalid input syntax for type integer: "" [22P02]
err: context: COPY t, line 2, column id: ""
)"},
    {"a \\copy", "\\copy t from 'bad.csv' csv\n", R"(
err: database/migrations/bad.csv:2: error: invalid input syntax for type integer: "x" [22P02]
err:     x,b
err: context: COPY t, line 2, column id: "x"
)"},
    {"a \\copy in another encoding", "\\copy t from 'latin1.csv' csv\n", R"(
err: database/migrations/latin1.csv:1: error: invalid byte sequence for encoding "UTF8": 0xe9 0x0a [22021]
err: context: COPY t, line 1
)"},
    {"no such table", "select 1; copy nowhere from stdin;\n1\n\\.\n", R"(
err: database/migrations/002_rows.sql:1:11: error: relation "nowhere" does not exist [42P01]
err:     select 1; copy nowhere from stdin;
err:               ^
)"},
    {"an option that there is not", "copy t from stdin (format csv, bogus);\n1\n\\.\n", R"(
err: database/migrations/002_rows.sql:1:32: error: option "bogus" not recognized [42601]
err:     copy t from stdin (format csv, bogus);
err:                                    ^
)"},
    {"a \\copy with an option that there is not", "\n  \\copy t from 'rows.csv' (bogus)\n", R"(
err: database/migrations/002_rows.sql:2: error: option "bogus" not recognized [42601]
err:       \copy t from 'rows.csv' (bogus)
)"},
};

const std::string kOutside =
    "hint: Name a file inside PROJECT, by a path relative to the file that names it.";

const std::vector<Bad> refused_copies{
    {"a file that leads out", "\\copy t from '../../../x.csv' csv\n",
     R"(002_rows.sql:1:1: error: "../../../x.csv" leads out of the project
err:     \copy t from '../../../x.csv' csv
err:     ^
err: )" + kOutside},
    {"an absolute path", "\\copy t from '/etc/passwd'\n",
     R"(002_rows.sql:1:1: error: "/etc/passwd" leads out of the project
err:     \copy t from '/etc/passwd'
err:     ^
err: )" + kOutside},
    {"a link that leads out", "\\copy t from 'link.csv'\n",
     R"(002_rows.sql:1:1: error: "link.csv" leads out of the project
err:     \copy t from 'link.csv'
err:     ^
err: )" + kOutside},
    {"a file in a folder that leads out", "\\copy t from 'folder/passwd'\n",
     R"(002_rows.sql:1:1: error: "folder/passwd" leads out of the project
err:     \copy t from 'folder/passwd'
err:     ^
err: )" + kOutside},
    {"no such file", "select 1;\n\\copy t from 'none.csv'\n",
     R"(002_rows.sql:2:1: error: could not read "database/migrations/none.csv": No such file or directory
err:     \copy t from 'none.csv'
err:     ^)"},
    {"a folder", "\\copy t from '../data'\n", R"(002_rows.sql:1:1: error: could not read "database/data"
err:     \copy t from '../data'
err:     ^
err: detail: it is not a regular file)"},
    {"a pipe", "\\copy t from 'pipe'\n",
     R"(002_rows.sql:1:1: error: "database/migrations/pipe" is not a regular file
err:     \copy t from 'pipe'
err:     ^)"},
    {"a program", "\\copy t from program 'cat rows.csv'\n",
     R"(002_rows.sql:1:1: error: \copy … FROM PROGRAM cannot run here
err:     \copy t from program 'cat rows.csv'
err:     ^
err: hint: Write its output into a file first, and name that file.)"},
    {"to a file", "\\copy t to 'out.csv' csv\n",
     R"(002_rows.sql:1:1: error: \copy … TO cannot run here: a script has no output
err:     \copy t to 'out.csv' csv
err:     ^
err: hint: Run it with psql.)"},
    {"a query to a file", "\\copy (select 1 from t) to 'out.csv' csv\n",
     R"(002_rows.sql:1:1: error: \copy … TO cannot run here: a script has no output
err:     \copy (select 1 from t) to 'out.csv' csv
err:     ^
err: hint: Run it with psql.)"},
    {"half of it", "\\copy t\n", R"(002_rows.sql:1:1: error: \copy needs a table and FROM a file
err:     \copy t
err:     ^)"},
    {"to stdout", "copy t to stdout;\n",
     R"(002_rows.sql:1:1: error: COPY … TO STDOUT cannot run here: a script has no output
err:     copy t to stdout;
err:     ^
err: hint: Run it with psql.)"},
    {"a statement behind COPY", "copy t from stdin; select 1;\n1\ta\n\\.\n",
     R"(002_rows.sql:1:20: error: only rows may follow COPY … FROM STDIN, from the next line on
err:     copy t from stdin; select 1;
err:                        ^
err: hint: Move the text after it below the line with "\.".)"},
    {"a COPY without its semicolon", "copy t from stdin\n1\ta\n\\.\n",
     R"(002_rows.sql:3:1: error: only rows may follow COPY … FROM STDIN, from the next line on
err:     \.
err:     ^
err: hint: End the COPY itself with ";".)"},
};

std::string with_project(std::string text, const Files& files) {
  const std::string path = fs::canonical(files.project.path()).string();
  for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path))
    text.replace(at, path.size(), "PROJECT");
  return text;
}

}  // namespace files

BOOST_AUTO_TEST_SUITE(files)

BOOST_DATA_TEST_CASE(copy_takes_the_rows_below_it, bdata::make(copies), copy) {
  RunnerFixture fixture;
  fixture.migration("001_t.sql", copy.sql.empty()
                                     ? "begin;\n" + kTable + "copy t from stdin;\n1\ta\n\\.\ncommit;\n"
                                     : kTable + copy.sql);
  const Outcome outcome = fixture.run({"up"});
  BOOST_TEST(outcome.exit_code == 0, outcome.err);
  BOOST_TEST(fixture.database.column(kRows) == copy.rows, boost::test_tools::per_element());
  BOOST_TEST(fixture.run({"status", "--check"}).exit_code == 0);
}

BOOST_DATA_TEST_CASE(copy_from_a_file_reads_it_beside_the_script, bdata::make(copied_files), copy) {
  Files files;
  files.migration("001_t.sql", kTable + copy.sql);
  const Outcome outcome = files.run({"up"});
  BOOST_TEST(outcome.exit_code == 0, outcome.err);
  BOOST_TEST(files.database.column(kRows) == copy.rows, boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(many_rows_are_copied_from_a_script_and_from_a_file, Files) {
  std::string rows;
  for (int i = 0; i < 50'000; ++i) rows += fmt::format("{}\trow number {} 😀\n", i, i);
  migration("many.txt", rows);
  migration("001_t.sql", kTable + "copy t from stdin;\n" + rows + "\\.\n\\copy t from many.txt\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(
      database.value("select concat_ws(' ', count(*), count(distinct id), sum(length(name))) from t") ==
      "100000 50000 1777780");
}

BOOST_FIXTURE_TEST_CASE(a_large_windows_file_is_the_one_with_plain_line_ends, Files) {
  std::string text = kTable + "copy t from stdin;\n";
  for (int i = 0; i < 50'000; ++i) text += fmt::format("{}\trow number {} 😀\n", i, i);
  text += "\\.\n";
  std::string windows;
  for (const char c : text) windows += c == '\n' ? "\r\n" : std::string(1, c);
  migration("001_t.sql", windows);
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.value("select concat_ws(' ', count(*), max(length(name))) from t") == "50000 18");
  migration("001_t.sql", text);
  BOOST_TEST(run({"status", "--check"}).exit_code == 0);
}

BOOST_DATA_TEST_CASE(a_bad_row_is_shown_with_its_line_and_its_column_and_the_file_is_undone,
                     bdata::make(bad_rows), bad) {
  Files files;
  files.migration("bad.csv", "1,a\nx,b\n");
  const std::string begin =
      "\nerr:   up 001_t ......................................... N ms"
      "\nerr:   up 002_rows ...................................... failed";
  const std::string end = "err: hint: \"002_rows\" was undone; the database is at 001_t.\nexit: 3\n";
  BOOST_TEST(files.said_of(bad.sql) == begin + bad.error + end);
  BOOST_TEST(files.history() == (Names{"001_t.sql"}));
  BOOST_TEST(files.database.value("select count(*) from t") == "0");
}

BOOST_DATA_TEST_CASE(a_copy_that_cannot_run_is_refused_before_anything_runs, bdata::make(refused_copies),
                     bad) {
  Files files;
  fs::create_symlink("/etc/passwd", files.project.path() / "database/migrations/link.csv");
  BOOST_REQUIRE(mkfifo((files.project.path() / "database/migrations/pipe").c_str(), 0600) == 0);
  fs::create_directory_symlink("/etc", files.project.path() / "database/migrations/folder");
  BOOST_TEST(with_project(files.said_of(bad.sql), files) ==
             "\nerr: database/migrations/" + bad.error + "\nexit: 1\n");
  BOOST_TEST(files.history().empty());
  BOOST_TEST(!files.database.exists("t"));
}

BOOST_FIXTURE_TEST_CASE(a_link_inside_of_the_project_is_followed, Files) {
  fs::create_symlink("../data/it's.csv", project.path() / "database/migrations/link.csv");
  migration("001_t.sql", kTable + "\\copy t from link.csv csv\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(database.column(kRows) == (Names{"7:seven"}));
}

BOOST_FIXTURE_TEST_CASE(a_changed_csv_is_a_changed_seed, Files) {
  migration("001_t.sql", kTable);
  seed("001_rows.sql", "truncate t;\n\\copy t from 'data/rows.csv' csv\n");
  seed("data/rows.csv", "1,a\n");
  run({"up"});
  BOOST_TEST(run({"seed"}).exit_code == 0);
  BOOST_TEST(said(run({"seed"})) == R"(
err: note: no environment is named: only the common seeds are used (--env, RUNNER_ENV)
out: nothing to do: the only seed has run and is unchanged
exit: 0
)");
  seed("data/rows.csv", "2,b\n");
  BOOST_TEST(said(run({"seed"})) == R"(
err: note: no environment is named: only the common seeds are used (--env, RUNNER_ENV)
err:   seed 001_rows .................................... N ms
out: ran 1 seed in N ms
exit: 0
)");
  BOOST_TEST(database.column(kRows) == (Names{"2:b"}));
}

BOOST_FIXTURE_TEST_CASE(a_changed_csv_is_a_changed_migration, Files) {
  migration("001_t.sql", kTable + "\\copy t from 'rows.csv' csv header\n");
  BOOST_TEST(run({"up"}).exit_code == 0);
  BOOST_TEST(run({"status", "--check"}).exit_code == 0);
  migration("rows.csv", "id,name\n1,\"a, b\"\n2,corrected\n");
  BOOST_TEST(run({"status", "--check"}).exit_code == 4);
  BOOST_TEST(said(run({"up"})) == R"(
err: database/migrations/001_t.sql: error: "001_t.sql" was changed after it was applied (DATE, sha256 2b7cc0ad… → 4d83ad8f…)
err: detail: Its own text is unchanged; a file that it includes was changed: database/migrations/rows.csv.
err: hint: Restore the file, and put the change into a new migration.
exit: 4
)");
  migration("rows.csv", "id,name\n1,\"a, b\"\n2,\n");
  BOOST_TEST(run({"status", "--check"}).exit_code == 0);
}

BOOST_FIXTURE_TEST_CASE(a_file_with_copy_runs_whole_or_not_at_all, Files) {
  const std::string script =
      "create table made (i int);\ncopy t from stdin;\n1\ta\n\\.\n{}\\copy t from 'rows.csv' csv header\n{}";
  for (const auto& [middle, end] :
       {std::pair{"copy t from stdin;\nx\ty\n\\.\n", ""}, {"", "select 1/0;\n"}}) {
    said_of(fmt::format(fmt::runtime(script), middle, end));
    BOOST_TEST(history() == (Names{"001_t.sql"}));
    BOOST_TEST(!database.exists("made"));
    BOOST_TEST(database.value("select count(*) from t") == "0");
  }
  said_of(fmt::format(fmt::runtime(script), "", ""));
  BOOST_TEST(history() == (Names{"001_t.sql", "002_rows.sql"}));
  BOOST_TEST(database.value("select count(*) from t") == "3");
}

BOOST_DATA_TEST_CASE(a_file_without_a_transaction_copies_statement_by_statement,
                     bdata::make({"-- runner: no-transaction\n", "vacuum t;\n"}), reason) {
  Files files;
  const std::string sql =
      std::string(reason) +
      "copy t from stdin;\n1\ta\n\\.\n\\copy t from 'lines.csv' csv\n{}copy t from stdin;\n9\tz\n\\.\n";
  files.migration("lines.csv", "2,b\n");
  const std::string out = files.said_of(fmt::format(fmt::runtime(sql), "copy t from stdin;\nx\ty\n\\.\n"));
  BOOST_TEST(contains(out, "error: invalid input syntax for type integer: \"x\" [22P02]\n"), out);
  BOOST_TEST(contains(out, "exit: 5\n"), out);
  BOOST_TEST(files.database.column(kRows) == (Names{"1:a", "2:b"}), boost::test_tools::per_element());
  BOOST_TEST(files.run({"status", "--check"}).exit_code == 5);
  files.said_of(fmt::format(fmt::runtime(sql), "copy t from stdin;\n3\tc\n\\.\n"));
  BOOST_TEST(files.database.column(kRows) == (Names{"1:a", "2:b", "3:c", "9:z"}),
             boost::test_tools::per_element());
  BOOST_TEST(files.history() == (Names{"001_t.sql", "002_rows.sql"}));
}

BOOST_FIXTURE_TEST_CASE(a_half_done_file_does_not_go_on_when_rows_that_were_copied_have_changed, Files) {
  const std::string sql = "-- runner: no-transaction\n\\copy t from 'first.csv' csv\n";
  migration("first.csv", "1,a\n");
  said_of(sql + "select 1/0;\n");
  migration("first.csv", "1,b\n");
  BOOST_TEST(said_of(sql + "select 1;\n") == R"(
err: database/migrations/002_rows.sql: error: "002_rows" was left half done, and its first statement has been edited since
err: hint: Put those statements back as they were; the ones after them may change.
exit: 5
)");
  migration("first.csv", "1,a\n");
  said_of(sql + "select 1;\n");
  BOOST_TEST(database.column(kRows) == (Names{"1:a"}));
  BOOST_TEST(history() == (Names{"001_t.sql", "002_rows.sql"}));
}

BOOST_FIXTURE_TEST_CASE(a_down_that_copies_runs_from_a_checkout_without_its_files, Files) {
  migration("001_t.sql", kTable);
  migration("002_more.sql", "create table more (i int);\n");
  migration("002_more.down.sql",
            "\\set id 9\ndrop table more;\n\\copy t from 'rows.csv' csv header\ninsert into t values (:id, "
            ":'who');\n");
  BOOST_TEST(run({"up", "--set", "who=O'Neil"}).exit_code == 0);
  for (const char* gone : {"002_more.sql", "002_more.down.sql", "rows.csv"})
    project.remove(std::string("database/migrations/") + gone);
  const Outcome outcome = run({"down"});
  BOOST_TEST(outcome.exit_code == 0, outcome.err);
  BOOST_TEST(database.column(kRows) == (Names{"1:a, b", "2:(null)", "9:O'Neil"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
