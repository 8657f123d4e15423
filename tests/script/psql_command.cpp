#include "script/psql_command.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace psql_command_tests {

const Variables kVariables = {{"a", "1"}, {"q", "it's"}, {"dir", "sub dir"}, {"größe", "größte"}};

struct CommandCase {
  std::string_view what, line, name;
  std::vector<std::string> arguments;
};
std::ostream& operator<<(std::ostream& out, const CommandCase& c) { return out << c.what; }

const std::vector<CommandCase> kCommands = {
    {"nothing", "\\echo", "echo", {}},
    {"blanks only", "\\echo \t ", "echo", {}},
    {"words", "\\set a  b\tc", "set", {"a", "b", "c"}},
    {"a quoted argument", "\\set a 'b c'", "set", {"a", "b c"}},
    {"an empty argument", "\\set a ''", "set", {"a", ""}},
    {"a doubled quote", "\\set a 'it''s'", "set", {"a", "it's"}},
    {"an escaped quote", "\\set a 'it\\'s'", "set", {"a", "it's"}},
    {"escapes", "\\set a '1\\n2\\t3\\\\4\\q'", "set", {"a", "1\n2\t3\\4q"}},
    {"octal codes",
     "\\set a '\\342\\202\\2541 \\7\\1012'",
     "set",
     {"a",
      "\xE2\x82\xAC"
      "1 \a"
      "A2"}},
    {"hexadecimal codes", "\\set a '\\xc2\\xA0 \\x411\\xg'", "set", {"a", "\xC2\xA0 A1xg"}},
    {"other blanks", "\\set a b\fc\rd", "set", {"a", "b", "c", "d"}},
    {"parts that join", "\\set a b'c d'\"e f\"", "set", {"a", "bc d\"e f\""}},
    {"double quotes are kept", "\\i \"a b\"", "i", {"\"a b\""}},
    {"a variable", "\\echo :a", "echo", {"1"}},
    {"a variable in quotes", "\\echo ':a' \":a\"", "echo", {":a", "\":a\""}},
    {"a variable as a string", "\\echo :'q'", "echo", {"'it''s'"}},
    {"a variable as a name", "\\echo :\"q\"", "echo", {"\"it's\""}},
    {"a variable in a word", "\\i :dir/x.sql", "i", {"sub dir/x.sql"}},
    {"one that is not defined", "\\echo :b :'b' : ::a", "echo", {":b", ":'b'", ":", ":1"}},
    {"a name above ASCII", "\\echo :größe :größer", "echo", {"größte", ":größer"}},
    {"whether one is defined", "\\echo :{?a} x:{?b}y ':{?a}'", "echo", {"TRUE", "xFALSEy", ":{?a}"}},
    {"half of that", "\\echo :{?a :{?} :{a}", "echo", {":{?a", ":{?}", ":{a}"}},
    {"a lone quote behind a colon", "\\echo :'", "echo", {":'"}},
    {"a sign in place of a name", "\\. x", ".", {"x"}},
    {"a quote right behind the name", "\\echo'a'", "echo", {"a"}},
    {"a semicolon right behind the name", "\\q;", "q", {";"}},
};

struct BadCase {
  std::string_view what, line;
  Refusal refusal;
};
std::ostream& operator<<(std::ostream& out, const BadCase& c) { return out << c.what; }

const std::vector<BadCase> kBadCommands = {
    {"backquotes", "\\set a `date`",
     source_error("a command in backquotes cannot run here").hint("Give the value with --set NAME=value.")},
    {"a NUL byte", "\\set a 'b\\0c'", source_error("a value cannot contain a NUL byte")},
    {"a NUL byte in hexadecimal", "\\set a '\\x0'", source_error("a value cannot contain a NUL byte")},
    {"a code that leaves nothing of a byte", "\\set a '\\400'",
     source_error("a value cannot contain a NUL byte")},
    {"an open quote", "\\set a 'b", source_error("unterminated quoted string")},
    {"an open quote behind a backslash", "\\set a 'b\\'", source_error("unterminated quoted string")},
    {"an open double quote", "\\set a \"b", source_error("unterminated quoted string")},
    {"a second command", "\\set a 1 \\echo b",
     source_error("a line can have only one psql command")
         .hint("Write what follows it on a line of its own.")},
    {"a separator", "\\set a 1 \\\\ select 1;", source_error("a line can have only one psql command")},
};

struct CopyCase {
  std::string_view what, line, sql, file;
};
std::ostream& operator<<(std::ostream& out, const CopyCase& c) { return out << c.what; }

const std::vector<CopyCase> kCopies = {
    {"a quoted file", "\\copy t from 'a b.csv'", "COPY t FROM STDIN ", "a b.csv"},
    {"a quote in the file's name", "\\copy t from 'it''s.csv'", "COPY t FROM STDIN ", "it's.csv"},
    {"an unquoted file", "\\copy t from a/b.csv", "COPY t FROM STDIN ", "a/b.csv"},
    {"an unquoted file from the root", "\\copy t from /a/b.csv csv", "COPY t FROM STDIN csv", "/a/b.csv"},
    {"columns", "\\copy t (a, \"from\") from 'x'", "COPY t (a, \"from\") FROM STDIN ", "x"},
    {"a schema", "\\copy \"my s\".\"to\" from 'x'", "COPY \"my s\".\"to\" FROM STDIN ", "x"},
    {"old options", "\\copy t from 'x' csv header", "COPY t FROM STDIN csv header", "x"},
    {"options", "\\copy t FROM 'x' WITH (FORMAT csv, HEADER true)",
     "COPY t FROM STDIN WITH (FORMAT csv, HEADER true)", "x"},
    {"options without a blank", "\\copy t from 'x'csv", "COPY t FROM STDIN csv", "x"},
    {"a delimiter", "\\copy t from 'x' delimiter ';'", "COPY t FROM STDIN delimiter ';'", "x"},
    {"a condition", "\\copy t from 'x' where a > 1", "COPY t FROM STDIN where a > 1", "x"},
    {"a semicolon at the end", "\\copy t from 'x' csv header;", "COPY t FROM STDIN csv header", "x"},
    {"a semicolon behind a quoted file", "\\copy t from 'x' ; ", "COPY t FROM STDIN ", "x"},
    {"a semicolon behind an unquoted file", "\\copy t from x.csv;", "COPY t FROM STDIN ", "x.csv"},
    {"more blanks", "\\copy\tt\t (a)  FROM\t 'x'\tcsv ", "COPY t\t (a) FROM STDIN csv", "x"},
    {"a file called program.csv", "\\copy t from program.csv", "COPY t FROM STDIN ", "program.csv"},
    {"a quoted file called stdin", "\\copy t from 'stdin'", "COPY t FROM STDIN ", "stdin"},
    {"the lines below", "\\copy t from stdin", "COPY t FROM STDIN ", "(below)"},
    {"the lines below, in capital letters", "\\copy t (a) FROM STDIN CSV", "COPY t (a) FROM STDIN CSV",
     "(below)"},
    {"the lines below, with a semicolon", "\\copy t from stdin;", "COPY t FROM STDIN ", "(below)"},
};

const std::vector<BadCase> kBadCopies = {
    {"psql's own input", "\\copy t from pstdin",
     source_error("\\copy … FROM PSTDIN has no standard input to read from")
         .hint("Write \"FROM stdin\" for rows below the line, or name a file.")},
    {"to a file", "\\copy t to 'x'", source_error("\\copy … TO cannot run here: a script has no output")},
    {"to stdout", "\\copy t (a) TO STDOUT",
     source_error("\\copy … TO cannot run here: a script has no output")},
    {"a query", "\\copy (select a from t) to 'x'",
     source_error("\\copy … TO cannot run here: a script has no output")},
    {"a program", "\\copy t from program 'ls'",
     source_error("\\copy … FROM PROGRAM cannot run here")
         .hint("Write its output into a file first, and name that file.")},
    {"a program in capital letters", "\\copy t FROM PROGRAM 'ls'",
     source_error("\\copy … FROM PROGRAM cannot run here")},
    {"nothing", "\\copy", source_error("\\copy needs a table and FROM a file")},
    {"a table alone", "\\copy t", source_error("\\copy needs a table and FROM a file")},
    {"no file", "\\copy t from", source_error("\\copy needs a table and FROM a file")},
    {"a semicolon for a file", "\\copy t from ;", source_error("\\copy needs a table and FROM a file")},
    {"an open parenthesis", "\\copy t (a from 'x'", source_error("\\copy needs a table and FROM a file")},
    {"an open quote", "\\copy \"t from 'x'", source_error("\\copy needs a table and FROM a file")},
};

}  // namespace psql_command_tests

BOOST_AUTO_TEST_SUITE(psql_command_tests)

BOOST_DATA_TEST_CASE(arguments_are_read_as_psql_reads_them, bdata::make(kCommands)) {
  const PsqlCommand command = parse_psql_command(sample.line, kVariables);
  BOOST_TEST(command.name == sample.name);
  BOOST_TEST(command.arguments == sample.arguments, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(a_line_that_only_psql_can_run_is_refused, bdata::make(kBadCommands)) {
  BOOST_CHECK_EXCEPTION((void)parse_psql_command(sample.line, kVariables), Error, sample.refusal);
}

BOOST_DATA_TEST_CASE(a_client_side_copy_becomes_a_copy_from_stdin, bdata::make(kCopies)) {
  const CopyCommand command = parse_copy_command(sample.line);
  BOOST_TEST(command.sql == sample.sql);
  BOOST_TEST(command.file.value_or("(below)") == sample.file);
}

BOOST_DATA_TEST_CASE(a_client_side_copy_that_cannot_run_is_refused, bdata::make(kBadCopies)) {
  BOOST_CHECK_EXCEPTION((void)parse_copy_command(sample.line), Error, sample.refusal);
}

BOOST_AUTO_TEST_SUITE_END()
