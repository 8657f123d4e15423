#include "sql/oracle.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <regex>
#include <sstream>

#include "sql/expect.hpp"
#include "support/paths.hpp"

using namespace runner;
using namespace runner::test;

namespace oracle_tests {

using Texts = std::vector<std::string>;

struct OurReading {
  std::vector<Statement> statements;
  bool unterminated = false;
  bool has_psql_command = false;
};

OurReading read_ourselves(std::string_view sql) {
  OurReading reading;
  StatementReader reader(sql);
  while (const auto statement = reader.next()) {
    reading.statements.push_back(*statement);
    reading.has_psql_command = reading.has_psql_command || statement->kind == StatementKind::psql_command;
    reading.unterminated = reading.unterminated || statement->kind == StatementKind::unterminated;
    if (reading.unterminated) break;
  }
  return reading;
}

Texts texts_of(const OurReading& reading) {
  Texts texts;
  for (const Statement& statement : reading.statements) texts.emplace_back(statement.text);
  return texts;
}

// The statements that pg_query_split_with_scanner does not skip.
Texts texts_with_keyword(const OurReading& ours, const ServerReading& server) {
  Texts texts;
  for (const Statement& statement : ours.statements) {
    const auto is_keyword_inside = [&](const ServerToken& token) {
      return token.keyword && token.start >= statement.offset &&
             token.end <= statement.offset + statement.text.size();
    };
    if (std::any_of(server.tokens.begin(), server.tokens.end(), is_keyword_inside))
      texts.emplace_back(statement.text);
  }
  return texts;
}

std::string joined(const Texts& texts) {
  std::string all;
  for (const std::string& text : texts) all += "  <" + text + ">\n";
  return all;
}

std::string file_text(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::filesystem::path> sql_files_of_the_project() {
  std::vector<std::filesystem::path> files;
  for (const char* folder : {"database", "seeds"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             std::filesystem::path(test::project_folder()) / folder)) {
      if (entry.path().extension() == ".sql") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}

  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool one_in(std::size_t chances) { return below(chances) == 0; }
  template <std::size_t kSize>
  std::string one_of(const char* const (&texts)[kSize]) {
    return texts[below(kSize)];
  }

 private:
  std::mt19937 engine_;
};

// Pieces for random texts. Most of these are not SQL, yet both readers must read every piece alike.
constexpr const char* kPieces[] = {
    "'",
    "'",
    "''",
    "\"",
    "\"",
    "\"\"",
    "$$",
    "$$",
    "$a$",
    "$a$",
    "$A$",
    "$b",
    "$é$",
    "$1",
    "$",
    "$a",
    "--",
    "\n",
    "\n",
    "\r",
    "/*",
    "*/",
    "/*/",
    "*",
    "/",
    "+",
    "-",
    "@",
    "&",
    "U",
    "E",
    "e",
    "n",
    ";",
    ";",
    "; select ",
    "; select ",
    "; select ",
    "E'",
    "e'\\''",
    "E'\\\\'",
    "U&'",
    "U&\"",
    "U&'d!0061' uescape '!'",
    "B'01'",
    "x'1F'",
    "N'n'",
    "\\'",
    "\\\\",
    "é",
    "漢",
    "a$b",
    "a$$b",
    "a_1",
    " ",
    " ",
    " ",
    "\t",
    "\f",
    "(;)",
    " 1.5e3 ",
    " 1 ",
    ".",
    "::",
    ":=",
    "<->",
    "'a'\n'b'",
    "E'a\\'\n'b\\''",
    "end",
    "case",
    "begin",
    " atomic ",
    "/* ' */",
    "/* /* ; */ \" */",
    "-- ' ; \" $$ /*\n",
    "$$;$$",
    "$a$ $$ ; $$ $a$",
    "';'",
    "\";\"",
};

std::string random_pieces(unsigned seed) {
  Random random(seed);
  std::string sql = random.one_in(2) ? "" : "select ";
  for (std::size_t count = 2 + random.below(24); count > 0; --count) sql += random.one_of(kPieces);
  return sql;
}

// Writes valid SQL that contains everything that can hide a semicolon.
class Author {
 public:
  explicit Author(unsigned seed) : random_(seed) {}

  std::string script() {
    std::string sql = gap();
    for (std::size_t count = 1 + random_.below(5); count > 0; --count) {
      sql += statement() + gap() + (count == 1 && random_.one_in(3) ? "" : ";");
      while (random_.one_in(5)) sql += gap() + ";";
      sql += gap();
    }
    if (random_.one_in(4)) sql += "-- the end; '";
    return sql;
  }

 private:
  std::string statement() {
    switch (random_.below(10)) {
      case 0: return "do" + gap() + dollar_quoted(0);
      case 1: return "create" + gap() + "function f() returns int language sql as" + gap() + dollar_quoted(0);
      case 2: return rule();
      case 3: return routine("function " + name() + "() returns int ");
      case 4: return routine("procedure " + name() + "(a int) ");
      case 5: return "insert into " + name() + " values" + gap() + "(" + list() + ")";
      case 6: return "comment on table " + name() + " is" + gap() + "'it''s; \\'";
      case 7: return random_.one_of(kPlain);
      default: return select();
    }
  }

  std::string select() {
    return "select" + gap() + list() + (random_.one_in(3) ? gap() + "from" + gap() + name() : "");
  }

  std::string list() {
    std::string all = expression();
    while (random_.one_in(2)) all += gap() + "," + gap() + expression();
    return all;
  }

  std::string expression(std::size_t depth = 0) {
    switch (random_.below(depth > 3 ? 4 : 9)) {
      case 0: return random_.one_of(kStrings);
      case 1: return dollar_quoted(0);
      case 2: return name();
      case 3: return random_.one_of(kOthers);
      case 4: return "(" + gap() + expression(depth + 1) + gap() + ")";
      case 5:
        return expression(depth + 1) + gap() + random_.one_of(kOperators) + gap() + expression(depth + 1);
      case 6:
        return "case" + gap() + "when" + gap() + expression(depth + 1) + gap() + "then" + gap() +
               expression(depth + 1) + gap() + "end";
      case 7: return "(" + select() + gap() + ")";
      default: return "(" + expression(depth + 1) + ")" + gap() + "::" + gap() + "text";
    }
  }

  std::string rule() {
    std::string actions = select();
    while (random_.one_in(2)) actions += gap() + ";" + gap() + "delete from " + name();
    return "create rule r as on insert to " + name() + " do also" + gap() + "(" + gap() + actions + gap() +
           ")";
  }

  std::string routine(const std::string& head) {
    std::string body;
    while (random_.one_in(2))
      body += "select" + gap() + list() + (random_.one_in(4) ? gap() + "as end" : "") + gap() + ";" + gap();
    return "create" + gap() + (random_.one_in(2) ? "or" + gap() + "replace" + gap() : "") + head + "begin" +
           gap() + "atomic" + gap() + body + "end";
  }

  // Each depth has its own tag, so that an inner tag does not close an outer one.
  std::string dollar_quoted(std::size_t depth) {
    static constexpr const char* kTags[] = {"$body$", "$B$", "$é_1$", "$$"};
    const std::string tag = kTags[depth];
    std::string text = tag;
    while (!random_.one_in(3)) {
      text += depth < 3 && random_.one_in(4) ? dollar_quoted(depth + 1) : random_.one_of(kHidden);
    }
    return text + tag;
  }

  std::string name() { return random_.one_of(kNames); }

  // White space and comments, at least one blank.
  std::string gap() {
    std::string text;
    do {
      text += random_.one_in(5) ? comment(0) : random_.one_of(kBlanks);
    } while (random_.one_in(4));
    return text;
  }

  std::string comment(std::size_t depth) {
    if (depth == 0 && random_.one_in(2)) return " -- " + random_.one_of(kLineComments) + "\n";
    std::string text = " /*";
    while (random_.one_in(2))
      text += depth < 3 && random_.one_in(3) ? comment(depth + 1) : random_.one_of(kBlockComments);
    return text + "*/ ";
  }

  static constexpr const char* kBlanks[] = {" ", " ", " ", "\n", "\t", "\f", "\r\n", "  \n "};
  static constexpr const char* kLineComments[] = {"",   ";",          "'",      "\"", "$$", "/*",
                                                  "*/", "it's; \"so", "$body$", "\\", "é;"};
  static constexpr const char* kBlockComments[] = {" ",  ";",  "'",    "\"",  "$$", "--",
                                                   "**", "\n", "end;", "\\'", "é",  " * / "};
  static constexpr const char* kHidden[] = {";",      "'",  "\"", "--", "/*", "*/", "\n", " begin ",
                                            " end; ", "\\", "$x", "$ ", "é",  "(",  ")",  "''"};
  static constexpr const char* kStrings[] = {"';'",
                                             "'it''s; '",
                                             "''",
                                             "'\\'",
                                             "E';\\''",
                                             "e'\\\\'",
                                             "E'\\';\\'\\\\'",
                                             "E'a;\\''\n'b\\';'",
                                             "'a;'\n  'b;'",
                                             "U&';d!0061' uescape '!'",
                                             "U&'\\0441;\\+000061'",
                                             "B'01'",
                                             "x'1F'",
                                             "N';'",
                                             "'/* ;'",
                                             "'-- ;'",
                                             "'$$;'",
                                             "'(;'",
                                             "'é;漢'",
                                             "E'\\x41\\101\\u0041;'"};
  static constexpr const char* kNames[] = {
      "a",        "a$b",         "a$$b$$",         "größe",     "漢字_1",
      "\"a;b\"",  "\"a\"\";b\"", "\"o'clock;\"",   "\"$$\"",    "\"begin\"",
      "\"-- ;\"", "\"/*\"",      "U&\"d\\0061;\"", "t.\"end\"", "_1$"};
  static constexpr const char* kOthers[] = {
      "1",     "1.5",    ".5",          "1e10", "1.e-3", "$1", "$2", "null", "(array[1,2])[1:2]",
      "t.end", "t.case", "current_date"};
  static constexpr const char* kOperators[] = {"+",     "-",      "*",       "/",        "||", "<->",  "@>",
                                               "+/**/", "-/*;*/", "*-- ;\n", "<@-- '\n", "&&", "!~~*", "|/"};
  static constexpr const char* kPlain[] = {"begin",
                                           "commit",
                                           "start transaction",
                                           "drop table t",
                                           "set search_path = a, \"b;c\"",
                                           "create table t (a int default 1, b text check (b <> ';'))",
                                           "alter table t add column \"end;\" int",
                                           "truncate t",
                                           "create index i on t (a) where b = ';'",
                                           "rollback to savepoint s",
                                           "end"};

  Random random_;
};

// Whether both readers agree on a text. Reports a difference as an error.
bool same(unsigned seed, const std::string& sql, const Texts& ours, const Texts& theirs) {
  if (ours == theirs) return true;
  BOOST_ERROR("seed " << seed << " differs:\n"
                      << sql << "\nours:\n"
                      << joined(ours) << "the server's:\n"
                      << joined(theirs));
  return false;
}

// libpg_query differs from the server here: for the server, the string continues after such a comment.
bool may_have_comment_between_parts_of_a_string(const std::string& sql) {
  static const std::regex parts("'[ \\t\\f]*(--|[\\r\\n]\\s*--)");
  return std::regex_search(sql, parts);
}

// False when PostgreSQL refuses the text for a reason other than an open quote or comment, or when the text
// may contain one of the explained differences.
bool compare_pieces(unsigned seed, std::size_t& differences) {
  const std::string sql = random_pieces(seed);
  const OurReading ours = read_ourselves(sql);
  if (ours.has_psql_command || may_have_comment_between_parts_of_a_string(sql)) return false;
  const ServerReading theirs = read_as_server(sql, pg_query_split_with_scanner);
  const bool unterminated = theirs.error && theirs.error->starts_with("unterminated");
  if (theirs.error && !unterminated) return false;
  if (ours.unterminated != unterminated) {
    BOOST_ERROR("seed " << seed << ": one of the two finds an open quote: " << theirs.error.value_or("ours")
                        << "\n"
                        << sql);
    ++differences;
  } else if (!unterminated && !same(seed, sql, texts_with_keyword(ours, theirs), theirs.statements)) {
    ++differences;
  }
  return true;
}

bool compare_script(unsigned seed) {
  const std::string sql = Author(seed).script();
  const ServerReading theirs = read_as_server(sql, pg_query_split_with_parser);
  if (theirs.error) {
    BOOST_ERROR("seed " << seed << " is not valid: " << *theirs.error << "\n" << sql);
    return false;
  }
  return same(seed, sql, texts_of(read_ourselves(sql)), theirs.statements);
}

struct Difference {
  std::string_view what, why;
  std::string sql;
  Split split;
  Texts ours, theirs;  // theirs empty: refused
};
std::ostream& operator<<(std::ostream& out, const Difference& c) { return out << c.what; }

const std::vector<Difference> kExplained = {
    {"a psql command",
     "is a line of its own, not SQL",
     "select 1;\n\\echo a; b\nselect 2",
     pg_query_split_with_scanner,
     {"select 1", "\\echo a; b", "select 2"},
     {"select 1", "b\nselect 2"}},
    {"a comment between two parts of a string",
     "is passed over by the server, not by the library",
     "select E'a' -- ;\n'\\';'; select 2",
     pg_query_split_with_scanner,
     {"select E'a' -- ;\n'\\';'", "select 2"},
     {}},
    {"COPY rows",
     "are no SQL",
     "copy t from stdin;\nselect; 'a\n\\.\nselect 2",
     pg_query_split_with_scanner,
     {"copy t from stdin", "select 2"},
     {}},
    {"a BEGIN ATOMIC body",
     "is seen by the parser, not by its scanner",
     "create function f() begin atomic select 1; end; select 2",
     pg_query_split_with_scanner,
     {"create function f() begin atomic select 1; end", "select 2"},
     {"create function f() begin atomic select 1", "end", "select 2"}},
    {"a statement without a keyword",
     "is passed over by their scanner",
     "a b; select 1",
     pg_query_split_with_scanner,
     {"a b", "select 1"},
     {"select 1"}},
    {"a label END without AS",
     "closes the body for us, as for psql",
     "create function f() returns int begin atomic select 1 end; end; select 2",
     pg_query_split_with_parser,
     {"create function f() returns int begin atomic select 1 end", "end", "select 2"},
     {"create function f() returns int begin atomic select 1 end; end", "select 2"}},
};

}  // namespace oracle_tests

BOOST_AUTO_TEST_SUITE(oracle_tests)

BOOST_AUTO_TEST_CASE(the_project_s_own_files_are_split_as_the_server_splits_them) {
  const auto files = sql_files_of_the_project();
  BOOST_TEST(files.size() > 20U);
  for (const auto& path : files) {
    BOOST_TEST_CONTEXT(path) {
      const std::string sql = file_text(path);
      for (const Split split : {pg_query_split_with_scanner, pg_query_split_with_parser}) {
        const ServerReading theirs = read_as_server(sql, split);
        BOOST_TEST(theirs.error.value_or("") == "");
        BOOST_TEST(texts_of(read_ourselves(sql)) == theirs.statements, boost::test_tools::per_element());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(any_pieces_are_split_as_the_server_splits_them) {
  constexpr std::size_t kWanted = 20'000;
  constexpr unsigned kMost = 60'000;
  std::size_t compared = 0;
  std::size_t differences = 0;
  for (unsigned seed = 1; seed <= kMost && compared < kWanted && differences < 5; ++seed) {
    if (compare_pieces(seed, differences)) ++compared;
  }
  BOOST_TEST(differences == 0U);
  BOOST_TEST(compared == kWanted);
}

BOOST_AUTO_TEST_CASE(valid_scripts_are_split_as_the_server_parses_them) {
  constexpr unsigned kScripts = 8'000;
  std::size_t differences = 0;
  for (unsigned seed = 1; seed <= kScripts && differences < 5; ++seed) {
    if (!compare_script(seed)) ++differences;
  }
  BOOST_TEST(differences == 0U);
}

BOOST_DATA_TEST_CASE(a_known_difference_is_as_explained, bdata::make(kExplained)) {
  BOOST_TEST_MESSAGE(sample.what << " " << sample.why);
  BOOST_TEST(texts_of(read_ourselves(sample.sql)) == sample.ours, boost::test_tools::per_element());
  BOOST_TEST(read_as_server(sample.sql, sample.split).statements == sample.theirs,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
