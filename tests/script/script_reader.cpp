#include "script/script_reader.hpp"

#include <string>
#include <vector>

#include "memory_files.hpp"
#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace script_reader_tests {

using Texts = std::vector<std::string>;
// What the script does: its SQL, rows in brackets, and lines to show after "echo".
Texts done_by(const std::string& text, const Files& files = {}, const Variables& variables = {}) {
  Texts all;
  const Script script = checked(text, files, variables);
  BetweenStatements between;
  between.echo = [&](const std::string& line) { all.push_back("echo " + line); };
  ScriptStatements items(script, between);
  while (const auto item = items.next()) {
    all.emplace_back(item->sql());
    if (item->rows) all.back() += "[" + std::string(item->rows->text.view()) + "]";
  }
  return all;
}

std::string times(int count, const std::string& text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

// Repeats the line for each number. The number replaces "#", and the next number replaces "%".
std::string numbered(int count, const std::string& line) {
  std::string all;
  for (int i = 1; i <= count; ++i) {
    for (const char c : line)
      all += c == '#' ? std::to_string(i) : c == '%' ? std::to_string(i + 1) : std::string(1, c);
  }
  return all;
}

struct DoesCase {
  std::string_view what;
  std::string text;
  Texts items;
};
std::ostream& operator<<(std::ostream& out, const DoesCase& c) { return out << c.what; }

const Files kFiles = {
    {"one.sql", "insert into t values (1);\n"},
    {"open.sql", "select 2 -- no semicolon"},
    {"nested.sql", "a;\n\\ir one.sql\nb;\n"},
    {"deep.sql", "\\i nested.sql\n\\i one.sql\n"},
    {"empty.sql", ""},
    {"sets.sql", "\\set inner 'from inside'\n"},
    {"uses.sql", "select :outer;\n"},
    {"copies.sql", "copy t from stdin;\n1\n\\.\n\\copy u from rows.csv\n"},
    {"rows.csv", "1,2\n3,4\n"},
    {"windows.sql",
     "\xEF\xBB\xBF"
     "a;\r\nb;\r\n"},
    {"sp ace.sql", "a;"},
};

const std::vector<DoesCase> kIncludes = {
    {"a file", "\\i one.sql\nselect 1;", {"insert into t values (1)", "select 1"}},
    {"in all spellings", "\\i one.sql\n\\ir one.sql\n\\include one.sql\n\\include_relative one.sql\n",
     Texts(4, "insert into t values (1)")},
    {"a semicolon behind the name", "\\i one.sql;\n\\ir 'one.sql' ;;\n",
     Texts(2, "insert into t values (1)")},
    {"a quoted name", "\\i 'sp ace.sql'", {"a"}},
    {"a name with a variable", "\\set base one\n\\i :base.sql\n\\i :base'.sql'\n",
     Texts(2, "insert into t values (1)")},
    {"in a file", "\\i nested.sql\nc;", {"a", "insert into t values (1)", "b", "c"}},
    {"in a file in a file, the same one twice",
     "\\i deep.sql\nc;",
     {"a", "insert into t values (1)", "b", "insert into t values (1)", "c"}},
    {"an empty file", "a;\n\\i empty.sql\nb;", {"a", "b"}},
    {"a file's last statement ends with it", "\\i open.sql\nselect 1;", {"select 2", "select 1"}},
    {"behind a statement on its line", "a; \\i one.sql\nb;", {"a", "insert into t values (1)", "b"}},
    {"a file's variables stay", "\\i sets.sql\nselect :'inner';", {"select 'from inside'"}},
    {"a file sees the variables", "\\set outer 7\n\\i uses.sql\n", {"select 7"}},
    {"with rows", "\\i copies.sql\na;", {"copy t from stdin[1\n]", "COPY u FROM STDIN [1,2\n3,4\n]", "a"}},
    {"with a mark and Windows line ends", "\\i windows.sql\n", {"a", "b"}},
};

const std::vector<DoesCase> kCommands = {
    {"\\echo", "\\echo a  'b c' :x\n\\echo\n", {"echo a b c :x", "echo "}},
    {"\\echo -n shows its words", "\\echo -n a b\n\\echo -n\n", {"echo a b", "echo "}},
    {"\\echo -n once", "\\echo -n -n a", {"echo -n a"}},
    {"\\echo '-n'",
     "\\echo '-n' a\n\\echo -na\n\\set m -n\n\\echo :m b",
     {"echo -n a", "echo -na", "echo -n b"}},
    {"whether a variable is defined",
     "select :{?a};\n\\set a\nselect :{?a};\n\\unset a\nselect :{?a};",
     {"select FALSE", "select TRUE", "select FALSE"}},
    {"a name by whether another is defined",
     "\\set TRUE yes\n\\set x :{?TRUE}\nselect :'x', :{?y}, '{?';",
     {"select 'TRUE', FALSE, '{?'"}},
    {"\\set joins its arguments", "\\set a b 'c d' e\nselect :'a';", {"select 'bc de'"}},
    {"\\set with quotes and escapes",
     "\\set a 'it''s\\na \\'line\\''\nselect :'a';",
     {"select 'it''s\na ''line'''"}},
    {"\\set to a variable", "\\set a 1\n\\set b :a\n\\set a 2\nselect :b;", {"select 1"}},
    {"\\set without a value", "\\set a\nselect :'a';", {"select ''"}},
    {"\\set a second time", "\\set a 1\nselect :a;\n\\set a 2\nselect :a;", {"select 1", "select 2"}},
    {"\\unset", "\\set a 1\nselect :a;\n\\unset a\nselect :a;", {"select 1", "select :a"}},
    {"\\unset of nothing", "\\unset a\nselect 1;", {"select 1"}},
    {"\\restrict and \\unrestrict", "\\restrict abc\nselect 1;\n\\unrestrict abc\n", {"select 1"}},
    {"a stray end of rows", "select 1;\n\\.\nselect 2;", {"select 1", "select 2"}},
    {"rows below",
     "\\copy t (a) from stdin\n1\n2\n\\.\nselect 1;",
     {"COPY t (a) FROM STDIN [1\n2\n]", "select 1"}},
    {"rows below, with a semicolon",
     "\\copy t from stdin;\n1\n\\.\nselect 1;",
     {"COPY t FROM STDIN [1\n]", "select 1"}},
    {"rows below, up to the end", "\\copy t from stdin csv\n1", {"COPY t FROM STDIN csv[1]"}},
    {"rows of a file",
     "\\copy t from 'rows.csv' csv header\nselect 1;",
     {"COPY t FROM STDIN csv header[1,2\n3,4\n]", "select 1"}},
    {"\\copy in capitals", "\\COPY t from stdin\n1\n\\.\n", {"COPY t FROM STDIN [1\n]"}},
    {"no variables in \\copy", "\\set t u\n\\copy :t from stdin\n\\.\n", {"COPY :t FROM STDIN []"}},
    {"a variable in a COPY", "\\set t u\ncopy :t from stdin;\n:t\n\\.\n", {"copy u from stdin[:t\n]"}},
    {"a value that is a whole statement", "\\set s 'select 1;'\n:s\n", {"select 1;"}},
    {"a COPY that a value makes one",
     "\\set x stdin\ncopy t from :x;\n1\n:x\n\\.\nselect 1;",
     {"copy t from stdin[1\n:x\n]", "select 1"}},
    {"a COPY that is a value",
     "\\set x 'copy t from stdin csv'\n:x; -- rows\n1\n\\.\n:x\n;\n2",
     {"copy t from stdin csv[1\n]", "copy t from stdin csv[2]"}},
    {"a value that leaves nothing of a statement",
     "\\set none\n\\set end ';'\na;\n:none;\n:none :none;\n:end;\n-- c\n:none;b;\n:none",
     {"a", "b"}},
    {"a value that leaves something of it",
     "\\set none\nselect 1 :none;\n/* c */ :none select 2;",
     {"select 1 ", " select 2"}},
    {"a value with a semicolon in quotes", "\\set a 'x;y'\nselect :'a'; b;", {"select 'x;y'", "b"}},
};

struct RefusedCase {
  std::string_view what;
  std::string text;
  Refusal refusal;
  Files files;
};
std::ostream& operator<<(std::ostream& out, const RefusedCase& c) { return out << c.what; }

const std::string kMoreThanOne = "the values of its variables make this more than one statement";
std::string in_the_middle(const std::string& command) {
  return "psql command \"\\" + command + "\" is in the middle of a statement";
}

const std::vector<RefusedCase> kRefused = {
    {"a file that is not there",
     "a;\n  \\i no.sql\n",
     source_error("\"no.sql\" is not there").at(2, 3).shown_as("main.sql", "  \\i no.sql", 3),
     {}},
    {"a file with rows that is not there",
     "\\copy t from 'no.csv'",
     source_error("\"no.csv\" is not there").at(1, 1),
     {}},
    {"no file name", "\\i\n", source_error("\\i needs one file name").at(1, 1), {}},
    {"two file names", "\\ir a b\n", source_error("\\ir needs one file name").at(1, 1), {}},
    {"\\set without a name", "\\set", source_error("\\set needs a name").at(1, 1), {}},
    {"\\set with a name that nobody could ask for",
     "a;\n  \\set a-b 1\n",
     source_error("\"a-b\" cannot be the name of a variable")
         .hint("A name has letters, digits and \"_\".")
         .at(2, 3),
     {}},
    {"\\unset without a name", "a;\n\\unset\n", source_error("\\unset needs a name").at(2, 1), {}},
    {"an open quote in a command",
     "a;\n\\set a 'b\n",
     source_error("unterminated quoted string").at(2, 1),
     {}},
    {"\\copy TO",
     "a;\n\\copy t to 'x'",
     source_error("\\copy … TO cannot run here: a script has no output").at(2, 1),
     {}},
    {"\\copy FROM PROGRAM",
     "\\copy t from program 'x'",
     source_error("\\copy … FROM PROGRAM cannot run here").at(1, 1),
     {}},
    {"a command in a statement",
     "delete from t\n\\echo x\nwhere a = 1;",
     source_error(in_the_middle("echo")).at(2, 1),
     {}},
    {"an end mark behind an open statement",
     "select 1\n\\.\n",
     source_error(in_the_middle(".")).at(2, 1),
     {}},
    {"a command that ends a statement",
     "select 1 \\gexec\n",
     source_error("psql command \"\\gexec\" cannot run here")
         .at(1, 10)
         .hint("Run the statements themselves, or build them in a DO block with EXECUTE."),
     {}},
    {"another database",
     "\\c other",
     source_error("psql command \"\\c\" cannot run here")
         .at(1, 1)
         .hint("Every file runs in the one database that runner is connected to."),
     {}},
    {"a condition",
     "\\if :a",
     source_error("psql command \"\\if\" cannot run here")
         .at(1, 1)
         .hint("Decide in SQL instead, for example in a DO block."),
     {}},
    {"a command in an included file",
     "\\i b.sql\n",
     source_error("psql command \"\\q\" cannot run here").at(1, 1).shown_as("b.sql", "\\q", 1),
     {{"b.sql", "\\q"}}},
    {"bytes in an included file",
     "\\i b.sql\n",
     source_error("the file is not UTF-8: byte 0xff").at(1, 2).shown_as("b.sql", "", 0),
     {{"b.sql", "a\xFF"}}},
    {"a file that includes itself",
     "a;\n\\i main.sql\n",
     source_error("\"main.sql\" includes itself").at(2, 1).detail("main.sql → main.sql"),
     {{"main.sql", ""}}},
    {"files that include each other",
     "\\i a.sql\n",
     source_error("\"a.sql\" includes itself")
         .at(2, 1)
         .detail("main.sql → a.sql → b.sql → a.sql")
         .shown_as("b.sql", "\\i a.sql", 1),
     {{"a.sql", "\\i b.sql"}, {"b.sql", "x;\n\\i a.sql"}}},
    {"a value with two statements",
     "a;\n\\set x '1; drop table t'\nselect :x;",
     source_error(kMoreThanOne).at(3, 1),
     {}},
    {"a value with a string and a statement",
     "\\set x '\\'a\\'; drop table t'\nselect ':x' || :x;",
     source_error(kMoreThanOne).at(2, 1),
     {}},
    {"a value that opens a quote",
     "\\set x '\\'; drop table t'\nselect ':x' || :x;",
     source_error("unterminated quoted string").at(2, 1),
     {}},
    {"a value with rows",
     "\\set x 'stdin;\\n1\\n\\\\.'\ncopy t from :x;\n2\n\\.\n",
     source_error(kMoreThanOne).at(2, 1),
     {}},
    {"rows below what a value makes no COPY of them",
     "\\set x 't from program \\'x\\' --'\na;\ncopy :x from stdin;\n1\n\\.\n",
     source_error("the value of a variable begins a comment in this statement").at(3, 1),
     {}},
    {"a value that is a comment",
     "\\set x '-- '\n:x drop table t;",
     source_error("the value of a variable begins a comment in this statement").at(2, 1),
     {}},
    {"a value with a comment in it",
     "\\set x '1 --'\nselect :x as a, -- b\n 2 as b;",
     source_error("the value of a variable begins a comment in this statement").at(2, 1),
     {}},
    {"a value that comments out up to a comment that is written",
     "\\set x '1 /*'\nselect :x as a, /* b */ 2 */ as b;",
     source_error("the value of a variable begins a comment in this statement").at(2, 1),
     {}},
    {"a value that becomes a comment with what stands behind it",
     "\\set x '1 -'\nselect :x-1;",
     source_error("the value of a variable begins a comment in this statement").at(2, 1),
     {}},
};

}  // namespace script_reader_tests

BOOST_AUTO_TEST_SUITE(script_reader_tests)

BOOST_DATA_TEST_CASE(an_included_file_runs_in_place_of_the_line, bdata::make(kIncludes)) {
  BOOST_TEST(done_by(sample.text, kFiles) == sample.items, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(a_psql_command_does_what_it_does_in_psql, bdata::make(kCommands)) {
  BOOST_TEST(done_by(sample.text, kFiles) == sample.items, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(what_cannot_run_is_refused_where_it_is_written, bdata::make(kRefused)) {
  BOOST_CHECK_EXCEPTION(checked(sample.text, sample.files), Error, sample.refusal);
}

BOOST_AUTO_TEST_CASE(a_script_without_surroundings_names_no_other_file) {
  BOOST_CHECK_EXCEPTION(script("a;\n\\i b.sql"), Error,
                        source_error("\"b.sql\" cannot be read from here").at(2, 1));
}

BOOST_AUTO_TEST_CASE(variables_from_outside_are_filled_in_until_the_script_sets_them) {
  const Texts items = {"select 1", "select 2"};
  BOOST_TEST(done_by("select :a;\n\\set a 2\nselect :a;", {}, {{"a", "1"}}) == items,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(files_are_opened_as_sql_or_as_rows_from_the_file_that_names_them) {
  Texts asked;
  const OpenFile open = [&](const std::string& from, const std::string& name, Content content) {
    asked.push_back(from + " " + name + (content == Content::rows ? " rows" : " sql"));
    return SourceFile{"dir/" + name, Text(content == Content::rows ? "1\r\n\xFF" : "\\copy t from r")};
  };
  const Script checked = check_script("main.sql", Text("\\i b"), {{}, open});
  const Texts expected = {"main.sql b sql", "dir/b r rows"};
  BOOST_TEST(asked == expected, boost::test_tools::per_element());
  ScriptStatements items(checked);
  BOOST_TEST(items.next().value().rows.value().text.view() == "1\r\n\xFF");
}

BOOST_AUTO_TEST_CASE(the_lines_to_show_come_where_they_are_written_in_a_wrapped_script_too) {
  const Texts items = {"echo x", "insert into t values (1)", "echo y"};
  BOOST_TEST(done_by("begin;\n\\echo x\n\\i one.sql\n\\echo y\ncommit;", kFiles) == items,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(where_a_variable_changes_is_told_as_it_is_written) {
  Texts all;
  const Script script = checked("a;\n\\set x  'b c'\n\\echo no\n\\i sets.sql\nd;\n\\unset x\n", kFiles);
  BetweenStatements between;
  between.change = [&](std::string_view command) { all.emplace_back(command); };
  ScriptStatements statements(script, between);
  while (const auto item = statements.next()) all.emplace_back(item->sql());
  const Texts expected = {"a", "\\set x  'b c'", "\\set inner 'from inside'", "d", "\\unset x"};
  BOOST_TEST(all == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_checksum_of_a_file_alone_is_its_sha256sum) {
  BOOST_TEST(checked("abc").checksum.wait().hex() ==
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  BOOST_TEST(checked("\\set a 1\nselect :a;").checksum.wait().hex() ==
             Checksum::of("\\set a 1\nselect :a;").hex());
}

BOOST_AUTO_TEST_CASE(the_checksum_sees_every_file_that_takes_part) {
  const auto of = [](const std::string& sql, const std::string& rows) {
    return checked("\\i b.sql\n\\copy t from r\n", {{"b.sql", sql}, {"r", rows}}).checksum.wait().hex();
  };
  const std::string own = Checksum::of("\\i b.sql\n\\copy t from r\n").hex();
  BOOST_TEST(of("a;", "1") == Checksum::of(own + Checksum::of("a;").hex() + Checksum::of("1").hex()).hex());
  BOOST_TEST(of("a;", "1") == of("a;", "1"));
  BOOST_TEST(of("a;", "1") != of("b;", "1"));
  BOOST_TEST(of("a;", "1") != of("a;", "2"));
  BOOST_TEST(of("a;\r\n", "1") == of("a;\n", "1"));
}

BOOST_AUTO_TEST_CASE(included_files_come_in_the_order_in_which_they_are_opened) {
  Texts paths;
  for (const SourceFile& file : checked("\\i deep.sql\n\\copy t from rows.csv", kFiles).included_files)
    paths.push_back(file.path);
  const Texts expected = {"deep.sql", "nested.sql", "one.sql", "one.sql", "rows.csv"};
  BOOST_TEST(paths == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(files_may_include_each_other_up_to_64_deep) {
  Files files;
  for (int i = 1; i <= 64; ++i) files[std::to_string(i)] = "\\i " + std::to_string(i + 1) + "\n";
  files["65"] = "select 1;";
  BOOST_TEST(done_by("\\i 2\n", files) == (Texts{"select 1"}), boost::test_tools::per_element());
  BOOST_CHECK_EXCEPTION((void)checked("\\i 1\n", files), Error,
                        source_error("files include each other more than 64 deep")
                            .shown_as("64", "\\i 65", 1)
                            .hint("Include them from fewer levels."));
}

BOOST_AUTO_TEST_CASE(a_script_reads_no_more_than_10000_files) {
  std::string lines;
  for (int i = 0; i < 5'000; ++i) lines += "\\i rows\n";
  const Files files{{"rows", "\\copy t from file\n"}, {"file", ""}};
  BOOST_TEST(checked(lines, files).included_files.size() == 10'000U);
  BOOST_CHECK_EXCEPTION(
      (void)checked(lines + "\\i file\n", files), Error,
      source_error("the script reads more than 10000 files")
          .at(5001, 1)
          .hint("A file that is included twice counts twice, and so do those that it includes."));
}

BOOST_AUTO_TEST_CASE(files_that_each_include_the_next_one_twice_are_refused) {
  Files files;
  for (int i = 1; i <= 24; ++i) {
    const std::string line = "\\i " + std::to_string(i + 1) + "\n";
    files[std::to_string(i)] = line + line;
  }
  files["25"] = "select 1;\n";
  BOOST_CHECK_EXCEPTION((void)checked("\\i 1\n", files), Error,
                        source_error("the script reads more than 10000 files"));
}

BOOST_AUTO_TEST_CASE(a_check_can_be_stopped_between_its_items) {
  int calls = 0;
  Surroundings surroundings;
  surroundings.heed = [&] {
    if (++calls == 3) throw Error(ErrorKind::interrupted, "interrupted");
  };
  BOOST_CHECK_EXCEPTION((void)check_script("main.sql", Text("select 1;\nselect 2;\nselect 3;"), surroundings),
                        Error, Refusal(ErrorKind::interrupted, "interrupted"));
}

const std::vector<std::string> kGrowing{
    // each line doubles the value
    "\\set x 'aaaaaaaaaaaaaaaa'\n" + times(40, "\\set x :x:x\n"),
    "\\set x 'aaaaaaaaaaaaaaaa'\n" + times(40, "\\set x :x ':' :x\n"),
    // no single value is too long
    "\\set x " + std::string(1 << 20, 'a') + "\n" + numbered(20, "\\set y# :x\n"),
    // only the statement is too long
    "\\set x " + std::string(1 << 20, 'a') + "\nselect " + times(17, ":'x', ") + "1;",
    "\\set x " + std::string(1 << 20, 'a') + "\n\\echo " + times(17, ":x "),
    // filling in doubles the text, or only takes time
    numbered(40, "\\set x# ':x%:x%'\n") + "\\set x41 aaaaaaaaaaaaaaaa\nselect :x1;",
    numbered(40, "\\set x# ':x%:x%'\n") + "\\set x41 ''\nselect :x1;",
};

BOOST_DATA_TEST_CASE(variables_do_not_grow_without_end, bdata::make(kGrowing)) {
  BOOST_CHECK_EXCEPTION(
      (void)checked(sample), Error,
      source_error("the values of all variables together are longer than 16 MiB")
          .hint("A variable that is set to itself twice doubles each time: look at the \\set lines."));
}

BOOST_AUTO_TEST_CASE(variables_may_name_each_other_up_to_64_deep) {
  const auto chain = [](int last) {
    return numbered(last - 1, "\\set x# ':x%'\n") + "\\set x" + std::to_string(last) + " 1\nselect :x1;";
  };
  BOOST_TEST(done_by(chain(64)) == (Texts{"select 1"}), boost::test_tools::per_element());
  BOOST_CHECK_EXCEPTION((void)checked(chain(65)), Error,
                        source_error("variables name each other more than 64 deep")
                            .at(66, 1)
                            .hint("Write the value itself in place of some of the names."));
}

BOOST_AUTO_TEST_CASE(variables_may_be_large_and_set_again) {
  const std::string large(1 << 20, 'a');
  BOOST_TEST(done_by(times(100, "\\set x " + large + "\n") + "select length(:'x');").front().size() ==
             large.size() + 17);
}

BOOST_AUTO_TEST_SUITE_END()
