#include "source/dotenv.hpp"

#include "sql/expect.hpp"

namespace dotenv {

using namespace runner;
using namespace runner::test;

struct Read {
  std::string_view what, text;
  EnvironmentVariables variables;
};
std::ostream& operator<<(std::ostream& out, const Read& sample) { return out << sample.what; }

const std::vector<Read> readable{
    {"nothing", "", {}},
    {"blank lines and comments", "\n  \n# A=1\n   # B=2\n\t\n", {}},
    {"a plain value", "A=1\n", {{"A", "1"}}},
    {"no line end behind the last value", "A=1\nB=2", {{"A", "1"}, {"B", "2"}}},
    {"an empty value", "A=\nB=2\n", {{"A", ""}, {"B", "2"}}},
    {"an empty value at the end", "A=", {{"A", ""}}},
    {"export", "export A=1\nexport   B=2\n", {{"A", "1"}, {"B", "2"}}},
    {"a name that begins with export", "exported=1\n", {{"exported", "1"}}},
    {"a variable named export", "export=1\n", {{"export", "1"}}},
    {"blanks around the equals sign", "A = 1\nB\t=\t2\n  C=3  \n", {{"A", "1"}, {"B", "2"}, {"C", "3"}}},
    {"blanks inside a value", "A=one two\n", {{"A", "one two"}}},
    {"an equals sign in a value", "A=b=c==\n", {{"A", "b=c=="}}},
    {"a dot and digits in a name", "a.b_2=1\n", {{"a.b_2", "1"}}},
    {"the last one of two counts", "A=1\nA=2\n", {{"A", "2"}}},
    {"a comment behind a value", "A=1 # one\nB=2\t# two\n", {{"A", "1"}, {"B", "2"}}},
    {"a comment in place of a value", "A= # none\nB=2\n", {{"A", ""}, {"B", "2"}}},
    {"a # inside a value", "A=p#w\nB=p#w#\n", {{"A", "p#w"}, {"B", "p#w#"}}},
    {"a # that begins a value", "A=#pw\nB=2\n", {{"A", "#pw"}, {"B", "2"}}},
    {"double quotes", R"(A="one # two" # three)", {{"A", "one # two"}}},
    {"single quotes", "A='one # two' # three\n", {{"A", "one # two"}}},
    {"empty quotes", "A=\"\"\nB=''\n", {{"A", ""}, {"B", ""}}},
    {"blanks inside quotes stay", "A=\" a \"\nB=' b '\n", {{"A", " a "}, {"B", " b "}}},
    {"quotes inside a plain value", "A=it's\nB=5\"\n", {{"A", "it's"}, {"B", "5\""}}},
    {"the other quotes inside quotes", "A=\"it's\"\nB='say \"x\"'\n", {{"A", "it's"}, {"B", "say \"x\""}}},
    {"escapes in double quotes", R"(A="a\nb\tc\"d\\e\$f")", {{"A", "a\nb\tc\"d\\e$f"}}},
    {"other escapes stay as they are", R"(A="a\xb\'")", {{"A", R"(a\xb\')"}}},
    {"no escapes in single quotes", R"(A='a\nb\')", {{"A", R"(a\nb\)"}}},
    {"no escapes without quotes", R"(A=a\nb\\c)", {{"A", R"(a\nb\\c)"}}},
    {"several lines in double quotes", "A=\"one\ntwo\"\nB=2\n", {{"A", "one\ntwo"}, {"B", "2"}}},
    {"several lines in single quotes", "A='one\n# two\n'\nB=2\n", {{"A", "one\n# two\n"}, {"B", "2"}}},
    {"nothing is expanded",
     "A=1\nB=$A\nC=\"${A}\"\nD=p$$w\n",
     {{"A", "1"}, {"B", "$A"}, {"C", "${A}"}, {"D", "p$$w"}}},
    {"Windows line ends",
     "A=1\r\nexport B=\"2\"\r\n\r\n# C=3\r\nD=\r\n",
     {{"A", "1"}, {"B", "2"}, {"D", ""}}},
    {"a byte-order mark",
     "\xEF\xBB\xBF"
     "A=1\n",
     {{"A", "1"}}},
    {"letters beyond ASCII", "A=pässwört 😀\n", {{"A", "pässwört 😀"}}},
    {"a URL",
     "DATABASE_URL=postgresql://u:p%40w@h:5432/d?sslmode=require#x\n",
     {{"DATABASE_URL", "postgresql://u:p%40w@h:5432/d?sslmode=require#x"}}},
};

struct Malformed {
  std::string_view what, text, message;
  std::size_t line;
};
std::ostream& operator<<(std::ostream& out, const Malformed& sample) { return out << sample.what; }

const std::vector<Malformed> malformed{
    {"a name alone", "A=1\nSECRET\nB=2\n", "expected NAME=value", 2},
    {"a name alone at the end", "SECRET", "expected NAME=value", 1},
    {"two words", "A SECRET=1\n", "expected NAME=value", 1},
    {"no name", "\n\n=SECRET\n", "expected NAME=value", 3},
    {"export alone", "export SECRET\n", "expected NAME=value", 1},
    {"a name with a hyphen", "A-B=SECRET\n", "expected NAME=value", 1},
    {"a colon in place of the equals sign", "A: SECRET\n", "expected NAME=value", 1},
    {"an open double quote", "A=1\nB=\"SECRET\nC=3\n", "unterminated quote", 2},
    {"an open single quote", "A='SECRET", "unterminated quote", 1},
    {"a quote closed by an escaped one only", "A=\"SECRET\\\"\nB=2\n", "unterminated quote", 1},
    {"text behind the quotes", "A=1\r\n\r\nB=\"a\"SECRET\r\n", "unexpected text after the closing quote", 3},
    {"text behind quotes over several lines", "A='a\nb' SECRET\n", "unexpected text after the closing quote",
     2},
};

}  // namespace dotenv

BOOST_AUTO_TEST_SUITE(dotenv)

BOOST_DATA_TEST_CASE(variables_are_read_as_people_write_them, bdata::make(readable)) {
  const EnvironmentVariables variables = parse_dotenv(".env", sample.text);
  BOOST_TEST(variables.size() == sample.variables.size());
  for (const auto& [name, value] : sample.variables) {
    BOOST_TEST_CONTEXT(name) {
      BOOST_REQUIRE(variables.contains(name));
      BOOST_TEST(variables.at(name) == value);
    }
  }
}

BOOST_DATA_TEST_CASE(a_malformed_line_is_named_and_never_shown, bdata::make(malformed)) {
  BOOST_CHECK_EXCEPTION((void)parse_dotenv("x/.env", sample.text), Error,
                        source_error(std::string(sample.message))
                            .at(sample.line, 0)
                            .shown_as("x/.env", "", 0)
                            .detail("")
                            .hint(""));
}

BOOST_AUTO_TEST_SUITE_END()
