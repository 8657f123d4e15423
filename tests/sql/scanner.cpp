#include "sql/scanner.hpp"

#include <initializer_list>
#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace scanner_tests {

// "[word select] [string 'a;b'] [semicolon ;]"
std::string tokens_of(std::string_view sql) {
  Scanner scanner(sql);
  std::string text;
  for (Token token = scanner.next(); token.kind != TokenKind::end; token = scanner.next()) {
    if (!text.empty()) text += ' ';
    text += std::string("[") + name_of(token.kind) + " " + std::string(token.text) + "]";
  }
  return text;
}

struct TokenCase {
  std::string_view what, sql, tokens;
};
std::ostream& operator<<(std::ostream& out, const TokenCase& c) { return out << c.what; }

const std::vector<TokenCase> kPlain = {
    {"nothing", "", ""},
    {"white space only", " \t\r\n\f\v ", ""},
    {"every class of token", "select \"A\" + 'b', 1.5;",
     "[word select] [quoted_identifier \"A\"] [symbol +] [string 'b'] [symbol ,] [number 1.5] [semicolon ;]"},
    {"an operator comes as single signs", "a <@ b", "[word a] [symbol <] [symbol @] [word b]"},
    {"a cast", "a::text", "[word a] [symbol :] [symbol :] [word text]"},
    {"letters above ASCII belong to words", "größe_1 漢字;", "[word größe_1] [word 漢字] [semicolon ;]"},
    {"a no-break space is a letter, as for the server", "a\xC2\xA0z", "[word a\xC2\xA0z]"},
    {"a dollar sign goes on with a word", "a$b$c $d", "[word a$b$c] [symbol $] [word d]"},
    {"numbers", "0x1F 1e5 .5 1_000", "[number 0x1F] [number 1e5] [symbol .] [number 5] [number 1_000]"},
    {"a number with letters behind it", "1a$b$c 1.5e $$;$$", "[number 1a$b$c] [number 1.5e] [string $$;$$]"},
    {"a number stops at a quote", "1'a;'", "[number 1] [string 'a;']"},
};

const std::vector<TokenCase> kQuotes = {
    {"a semicolon in a string", "'a;b';", "[string 'a;b'] [semicolon ;]"},
    {"the empty string", "'';", "[string ''] [semicolon ;]"},
    {"a doubled quote stays inside", "'it''s;';", "[string 'it''s;'] [semicolon ;]"},
    {"only doubled quotes", "'''''';", "[string ''''''] [semicolon ;]"},
    {"a line end inside", "'a\n;b';", "[string 'a\n;b'] [semicolon ;]"},
    {"comment signs inside", "'--' '/*';", "[string '--'] [string '/*'] [semicolon ;]"},
    {"a backslash is a letter like any other", "'a\\';", "[string 'a\\'] [semicolon ;]"},
    {"a quoted identifier", "\"a;b\";", "[quoted_identifier \"a;b\"] [semicolon ;]"},
    {"a doubled double quote stays inside", "\"a\"\";\"\"b\";",
     "[quoted_identifier \"a\"\";\"\"b\"] [semicolon ;]"},
    {"a doubled double quote first", "\"\"\";\";", "[quoted_identifier \"\"\";\"] [semicolon ;]"},
    {"a single quote in a quoted identifier", "\"o'clock\";",
     "[quoted_identifier \"o'clock\"] [semicolon ;]"},
    {"a backslash in a quoted identifier", "\"a\\\";", "[quoted_identifier \"a\\\"] [semicolon ;]"},
};

const std::vector<TokenCase> kPrefixes = {
    {"E with an escaped quote", "E'a\\';b';", "[string E'a\\';b'] [semicolon ;]"},
    {"small e", "e'\\'';", "[string e'\\''] [semicolon ;]"},
    {"E with a doubled quote", "E'a'';b';", "[string E'a'';b'] [semicolon ;]"},
    {"E with an escaped backslash at the end", "E'a\\\\';", "[string E'a\\\\'] [semicolon ;]"},
    {"E goes on in quotes on the next line", "E'a'\n'\\';b';", "[string E'a'\n'\\';b'] [semicolon ;]"},
    {"E goes on behind a comment and a line end", "E'a' -- c'\n  '\\';';",
     "[string E'a' -- c'\n  '\\';'] [semicolon ;]"},
    {"E does not go on on the same line", "E'a' '\\' ;", "[string E'a'] [string '\\'] [semicolon ;]"},
    {"E does not go on behind a block comment", "E'a' /**/\n'\\' ;",
     "[string E'a'] [string '\\'] [semicolon ;]"},
    {"a plain string on the next line has no escapes", "'a'\n'\\' ;",
     "[string 'a'] [string '\\'] [semicolon ;]"},
    {"U& with a semicolon", "U&'d\\0061;' ;", "[string U&'d\\0061;'] [semicolon ;]"},
    {"U& has no backslash escape for quotes", "u&'a\\';", "[string u&'a\\'] [semicolon ;]"},
    {"U& with UESCAPE", "U&'!0061;' UESCAPE '!';",
     "[string U&'!0061;'] [word UESCAPE] [string '!'] [semicolon ;]"},
    {"U& identifier", "U&\"d!0061;\" UESCAPE '!';",
     "[quoted_identifier U&\"d!0061;\"] [word UESCAPE] [string '!'] [semicolon ;]"},
    {"U and an operator", "u&x", "[word u] [symbol &] [word x]"},
    {"bits and bytes", "B'01' x'1f' b'' X'';",
     "[string B'01'] [string x'1f'] [string b''] [string X''] [semicolon ;]"},
    {"N is a word before a string", "N'a;' n'b';",
     "[word N] [string 'a;'] [word n] [string 'b'] [semicolon ;]"},
    {"a word that ends in e before a quote", "date'a\\' ;", "[word date] [string 'a\\'] [semicolon ;]"},
    {"a word that ends in u before an ampersand", "menu&'a\\' ;",
     "[word menu] [symbol &] [string 'a\\'] [semicolon ;]"},
    {"a non-ASCII letter before e", "ée'a\\' ;", "[word ée] [string 'a\\'] [semicolon ;]"},
    {"E apart from the quote", "E 'a\\' ;", "[word E] [string 'a\\'] [semicolon ;]"},
};

const std::vector<TokenCase> kDollars = {
    {"without a tag", "$$a;'b$$;", "[string $$a;'b$$] [semicolon ;]"},
    {"with a tag", "$body$a;$$;$body$;", "[string $body$a;$$;$body$] [semicolon ;]"},
    {"a tag with digits", "$q1$;$q$;$q1$;", "[string $q1$;$q$;$q1$] [semicolon ;]"},
    {"a tag of letters above ASCII", "$é$;$é$;", "[string $é$;$é$] [semicolon ;]"},
    {"tags tell capital letters", "$A$;$a$;$A$;", "[string $A$;$a$;$A$] [semicolon ;]"},
    {"another tag shares its sign with the closing one", "$a$ $b$a$;", "[string $a$ $b$a$] [semicolon ;]"},
    {"comment signs inside", "$$ -- /* $$;", "[string $$ -- /* $$] [semicolon ;]"},
    {"a backslash inside", "$$\\$$;", "[string $$\\$$] [semicolon ;]"},
    {"right behind a parameter", "$1$$;$$;", "[symbol $1] [string $$;$$] [semicolon ;]"},
    {"right behind a number", "1$$;$$;", "[number 1] [string $$;$$] [semicolon ;]"},
    {"a parameter", "$1;$23;", "[symbol $1] [semicolon ;] [symbol $23] [semicolon ;]"},
    {"a tag cannot begin with a digit", "$1a$;", "[symbol $1] [word a$] [semicolon ;]"},
    {"an unfinished tag is a stray sign", "$a ;", "[symbol $] [word a] [semicolon ;]"},
    {"a tag cannot hold a hyphen", "$a-b$;", "[symbol $] [word a] [symbol -] [word b$] [semicolon ;]"},
    {"the sign at the end of the text", "a $", "[word a] [symbol $]"},
};

const std::vector<TokenCase> kComments = {
    {"to the end of the line", "a -- b; 'c\n;", "[word a] [semicolon ;]"},
    {"to a carriage return", "a -- b\r;", "[word a] [semicolon ;]"},
    {"to the end of the text", "a --", "[word a]"},
    {"a block", "a /* ; ' \" $$ */ ;", "[word a] [semicolon ;]"},
    {"blocks nest", "a /* /* */ ; */ ;", "[word a] [semicolon ;]"},
    {"blocks nest without blanks", "/*/**/;*/;", "[semicolon ;]"},
    {"stars at the end of a block", "/***;***/;", "[semicolon ;]"},
    {"a slash right behind the opening sign closes nothing", "/*/;*/;", "[semicolon ;]"},
    {"a line comment inside a block opens nothing", "/* -- */;", "[semicolon ;]"},
    {"a block inside a line comment opens nothing", "-- /*\n;", "[semicolon ;]"},
    {"a line comment ends an operator", "a +-- ;\n b", "[word a] [symbol +] [word b]"},
    {"a block ends an operator", "a @/* ; */ b", "[word a] [symbol @] [word b]"},
    {"star, slash, star opens a block", "a */* ; */ b", "[word a] [symbol *] [word b]"},
    {"a single hyphen is an operator", "a - -b", "[word a] [symbol -] [symbol -] [word b]"},
    {"an arrow in a comment", ";--> statement-breakpoint\nb", "[semicolon ;] [word b]"},
    {"a comment parts words", "a/**/b", "[word a] [word b]"},
};

const std::vector<TokenCase> kUnterminated = {
    {"a string", "a 'b; c", "[word a] [unterminated 'b; c]"},
    {"a lone quote at the end", "a '", "[word a] [unterminated ']"},
    {"a doubled quote at the end", "'a''", "[unterminated 'a'']"},
    {"E with a backslash at the end", "E'a\\", "[unterminated E'a\\]"},
    {"E with an escaped quote at the end", "E'a\\'", "[unterminated E'a\\']"},
    {"E that goes on and never ends", "E'a'\n'b", "[unterminated E'a'\n'b]"},
    {"a Unicode string", "U&'a", "[unterminated U&'a]"},
    {"bits", "B'0", "[unterminated B'0]"},
    {"an identifier", "\"a; 'b'", "[unterminated \"a; 'b']"},
    {"an identifier behind a doubled quote", "\"a\"\"", "[unterminated \"a\"\"]"},
    {"a Unicode identifier", "U&\"a", "[unterminated U&\"a]"},
    {"a dollar quote", "$$a;", "[unterminated $$a;]"},
    {"a dollar quote with another tag", "$a$b$A$", "[unterminated $a$b$A$]"},
    {"a dollar quote whose tag stands twice in one", "$a$a", "[unterminated $a$a]"},
    {"a block comment", "a /* b; c", "[word a] [unterminated /* b; c]"},
    {"a nested block comment", "/* /* */ ;", "[unterminated /* /* */ ;]"},
    {"half a closing sign", "/*/", "[unterminated /*/]"},
};

const std::vector<TokenCase> kBackslashes = {
    {"up to the end of the line", "\\d users;\nselect", "[backslash \\d users;] [word select]"},
    {"behind a word", "select 1 \\gx\n;", "[word select] [number 1] [backslash \\gx] [semicolon ;]"},
    {"at the end of the text", "\\.", "[backslash \\.]"},
};

void check(const TokenCase& sample) { BOOST_TEST(tokens_of(sample.sql) == sample.tokens); }

}  // namespace scanner_tests

BOOST_AUTO_TEST_SUITE(scanner_tests)

BOOST_DATA_TEST_CASE(plain_tokens, bdata::make(kPlain)) { check(sample); }
BOOST_DATA_TEST_CASE(quotes_hide_what_stands_in_them, bdata::make(kQuotes)) { check(sample); }
BOOST_DATA_TEST_CASE(a_letter_before_a_quote_changes_its_rule, bdata::make(kPrefixes)) { check(sample); }
BOOST_DATA_TEST_CASE(dollar_quotes_end_at_their_own_tag, bdata::make(kDollars)) { check(sample); }
BOOST_DATA_TEST_CASE(comments_are_passed_over, bdata::make(kComments)) { check(sample); }
BOOST_DATA_TEST_CASE(what_is_never_closed_takes_the_rest, bdata::make(kUnterminated)) { check(sample); }
BOOST_DATA_TEST_CASE(a_backslash_starts_a_psql_command, bdata::make(kBackslashes)) { check(sample); }
BOOST_AUTO_TEST_CASE(the_end_comes_again_on_every_further_call) {
  Scanner scanner("a -- b");
  BOOST_TEST(scanner.next().text == "a");
  BOOST_TEST(name_of(scanner.next().kind) == "end");
  BOOST_TEST(name_of(scanner.next().kind) == "end");
}

BOOST_AUTO_TEST_CASE(the_end_comes_behind_what_is_never_closed) {
  Scanner scanner("'a");
  BOOST_TEST(name_of(scanner.next().kind) == "unterminated");
  BOOST_TEST(name_of(scanner.next().kind) == "end");
}

BOOST_AUTO_TEST_CASE(the_offset_stands_behind_the_last_token) {
  Scanner scanner("é /* c */ 'b' ;");
  (void)scanner.next();
  BOOST_TEST(scanner.offset() == 2U);
  (void)scanner.next();
  BOOST_TEST(scanner.offset() == 14U);
}

BOOST_AUTO_TEST_CASE(tokens_are_views_into_the_text) {
  const std::string_view sql = "a  'b'";
  Scanner scanner(sql);
  (void)scanner.next();
  const Token token = scanner.next();
  BOOST_TEST(token.text.data() - sql.data() == 3);
}

// The scanner skips many blanks in larger steps.
BOOST_AUTO_TEST_CASE(blanks_are_passed_over_however_many_they_are) {
  for (const char blank : {' ', '\t', '\n', '\v', '\f', '\r'}) {
    for (const std::size_t count :
         std::initializer_list<std::size_t>{1, 31, 32, 33, 287, 288, 289, 543, 544, 545, 5000}) {
      const std::string blanks(count, blank);
      BOOST_TEST(tokens_of(blanks + "x" + blanks) == "[word x]");
      for (const std::string sign : {"\b", "\x0e", "!"})
        BOOST_TEST(tokens_of(blanks + sign + blanks) == "[symbol " + sign + "]");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_line_comment_ends_with_its_line_however_long_it_is) {
  for (const std::size_t size : std::initializer_list<std::size_t>{0, 61, 62, 63, 189, 190, 191, 5000}) {
    const std::string comment = "--" + std::string(size, 'x');
    for (const char* end : {"\n", "\r", "\r\n", "\n\r"})
      BOOST_TEST(tokens_of(comment + end + "y\n") == "[word y]");
    BOOST_TEST(tokens_of(comment) == "");
  }
}

// The scanner must read any prefix of a text to its end. The sanitizer checks that it stays within the
// bounds, and the test checks that it neither loses a byte nor reads one twice.
BOOST_AUTO_TEST_CASE(every_prefix_of_a_nasty_text_is_read_in_order) {
  const std::string nasty =
      "E'a\\'\n'b' U&\"c\"\"\" $x$ $y$ $x$ /* /* */ */ \"d\" $1 a$b 1.5e B'0' -- e\n\\f\n;'";
  for (std::size_t size = 0; size <= nasty.size(); ++size) {
    const std::string prefix = nasty.substr(0, size);
    Scanner scanner(prefix);
    std::size_t last_end = 0;
    for (Token token = scanner.next(); token.kind != TokenKind::end; token = scanner.next()) {
      const auto start = static_cast<std::size_t>(token.text.data() - prefix.data());
      BOOST_TEST_REQUIRE(!token.text.empty());
      BOOST_TEST_REQUIRE(start >= last_end);
      last_end = start + token.text.size();
      BOOST_TEST_REQUIRE(last_end == scanner.offset());
    }
    BOOST_TEST_REQUIRE(scanner.offset() == size);
  }
}

BOOST_AUTO_TEST_SUITE_END()
