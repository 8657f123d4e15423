#include "report/error_text.hpp"

#include "sql/expect.hpp"
#include "text/location.hpp"

namespace error_texts {

using namespace runner;

std::string plain(const Error& error) { return error_text(error, Style()).text(); }

// An error at the word "here".
Error error_at(std::string_view text) {
  return Error(ErrorKind::failed, "no").at(place_at("a.sql", text, text.find("here")));
}

struct Caret {
  std::string_view what, text, shown;
};
std::ostream& operator<<(std::ostream& out, const Caret& sample) { return out << sample.what; }

const std::vector<Caret> carets{
    {"the first character", "here\n",
     "a.sql:1:1: error: no\n"
     "    here\n"
     "    ^\n"},
    {"a later line", "select 1;\n  here;\nselect 2;\n",
     "a.sql:2:3: error: no\n"
     "      here;\n"
     "      ^\n"},
    {"behind an accented letter", "'é', here",
     "a.sql:1:6: error: no\n"
     "    'é', here\n"
     "         ^\n"},
    {"behind an emoji, which takes two columns", "'😀', here",
     "a.sql:1:6: error: no\n"
     "    '😀', here\n"
     "          ^\n"},
    {"behind Chinese", "'数据', here",
     "a.sql:1:7: error: no\n"
     "    '数据', here\n"
     "            ^\n"},
    {"behind a combining accent, which takes none", "'e\u0301', here",
     "a.sql:1:7: error: no\n"
     "    'e\u0301', here\n"
     "         ^\n"},
    {"behind tabs, however wide they are", "\ta\tbc here",
     "a.sql:1:7: error: no\n"
     "    \ta\tbc here\n"
     "    \t \t   ^\n"},
    {"behind an emoji and a tab", "😀\there",
     "a.sql:1:3: error: no\n"
     "    😀\there\n"
     "      \t^\n"},
};

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace error_texts

BOOST_AUTO_TEST_SUITE(error_texts)

BOOST_AUTO_TEST_CASE(a_message_alone_is_one_line) {
  BOOST_TEST(plain(Error(ErrorKind::usage, "no command is given")) == "error: no command is given\n");
}

BOOST_AUTO_TEST_CASE(everything_has_its_order) {
  const Error error = Error(ErrorKind::failed, "duplicate key")
                          .at(place_at("db/001_a.sql", "insert into t values (1);", 12))
                          .sqlstate("23505")
                          .detail("Key (id)=(1) already exists.")
                          .context("PL/pgSQL function f() line 1")
                          .hint("Was undone.");
  BOOST_TEST(plain(error) ==
             "db/001_a.sql:1:13: error: duplicate key [23505]\n"
             "    insert into t values (1);\n"
             "                ^\n"
             "detail: Key (id)=(1) already exists.\n"
             "context: PL/pgSQL function f() line 1\n"
             "hint: Was undone.\n");
}

BOOST_AUTO_TEST_CASE(a_place_is_as_exact_as_it_is_known) {
  const auto at = [](const Place& place) { return plain(Error(ErrorKind::source, "no").at(place)); };
  BOOST_TEST(at(whole_file("a.sql")) == "a.sql: error: no\n");
  BOOST_TEST(at({"a.sql", 7, 0, {}, 0}) == "a.sql:7: error: no\n");
  BOOST_TEST(at(line_at("a.sql", "x\n  alter table t\n", 4)) == "a.sql:2: error: no\n      alter table t\n");
}

BOOST_DATA_TEST_CASE(the_caret_stands_under_the_character, bdata::make(carets)) {
  BOOST_TEST(plain(error_at(sample.text)) == sample.shown);
}

BOOST_AUTO_TEST_CASE(the_caret_stands_right_in_a_line_cut_at_both_ends) {
  BOOST_TEST(plain(error_at(repeated("é", 100) + "here" + repeated("z", 100))) ==
             "a.sql:1:101: error: no\n"
             "    …" +
                 repeated("é", 24) + "here" + repeated("z", 44) + "…\n" + "    " + std::string(25, ' ') +
                 "^\n");
}

BOOST_AUTO_TEST_CASE(the_caret_stands_right_in_a_line_cut_at_its_end) {
  BOOST_TEST(plain(error_at("😀 here" + repeated("z", 100))) ==
             "a.sql:1:3: error: no\n"
             "    😀 here" +
                 repeated("z", 66) + "…\n" + "       ^\n");
}

BOOST_AUTO_TEST_CASE(the_caret_stands_right_in_a_line_cut_at_its_start) {
  BOOST_TEST(plain(error_at(repeated("数", 100) + "here")) ==
             "a.sql:1:101: error: no\n"
             "    …" +
                 repeated("数", 68) + "here\n" + "    " + std::string(1 + 2 * 68, ' ') + "^\n");
}

BOOST_AUTO_TEST_CASE(further_lines_stand_under_the_first) {
  BOOST_TEST(plain(Error(ErrorKind::failed, "no").detail("one\ntwo\n").hint("three\nfour")) ==
             "error: no\n"
             "detail: one\n"
             "  two\n"
             "hint: three\n"
             "  four\n");
}

BOOST_AUTO_TEST_CASE(what_is_laid_out_in_columns_stands_under_its_label) {
  BOOST_TEST(plain(Error(ErrorKind::refused, "no").detail("   1 -a\n   1 +b")) ==
             "error: no\n"
             "detail:\n"
             "     1 -a\n"
             "     1 +b\n");
}

BOOST_AUTO_TEST_CASE(colours_mark_the_words_that_lead) {
  const Error error = error_at("here").sqlstate("42601").hint("Try.");
  BOOST_TEST(error_text(error, Style(true)) ==
             "a.sql:1:1: \033[1;31merror:\033[0m no\033[2m [42601]\033[0m\n"
             "    here\n"
             "    \033[1;31m^\033[0m\n"
             "\033[1mhint:\033[0m Try.\n");
}

BOOST_AUTO_TEST_CASE(errors_that_were_found_together_follow_each_other_with_their_places) {
  Error error = error_at("here").hint("Try.");
  error.with({Error(ErrorKind::source, "nor this").at({"b.sql", 2, 0, "select 1", 0}).detail("Bad.")});
  BOOST_TEST(plain(error) ==
             "a.sql:1:1: error: no\n"
             "    here\n"
             "    ^\n"
             "hint: Try.\n"
             "b.sql:2: error: nor this\n"
             "    select 1\n"
             "detail: Bad.\n");
}

BOOST_AUTO_TEST_CASE(a_hint_is_given_once) {
  Error error = Error(ErrorKind::source, "1").hint("Try.");
  error.with({Error(ErrorKind::source, "2").hint("Try."), Error(ErrorKind::source, "3").hint("Or this."),
              Error(ErrorKind::source, "4").hint("Try.")});
  BOOST_TEST(plain(error) == "error: 1\nhint: Try.\nerror: 2\nerror: 3\nhint: Or this.\nerror: 4\n");
}

// That many errors, numbered from 1.
Error errors(std::size_t count) {
  std::vector<Error> others;
  for (std::size_t number = 2; number <= count; ++number) {
    others.emplace_back(ErrorKind::source, "number " + std::to_string(number));
  }
  return Error(ErrorKind::source, "number 1").with(std::move(others));
}

BOOST_AUTO_TEST_CASE(of_more_than_twenty_errors_the_rest_is_counted) {
  const auto numbered = [](const std::string& before) {
    std::string text;
    for (int number = 1; number <= 20; ++number) text += before + "number " + std::to_string(number) + "\n";
    return text;
  };
  BOOST_TEST(plain(errors(20)) == numbered("error: "));
  BOOST_TEST(plain(errors(21)) == numbered("error: ") + "error: 1 more is not shown: there are 21 errors\n");
  BOOST_TEST(plain(errors(300)) ==
             numbered("error: ") + "error: 280 more are not shown: there are 300 errors\n");
  BOOST_TEST(github_annotation(errors(300)) ==
             numbered("::error::") + "::error::280 more are not shown: there are 300 errors\n");
}

BOOST_AUTO_TEST_SUITE(annotation)

BOOST_AUTO_TEST_CASE(each_error_has_one_of_its_own) {
  Error error = error_at("here").hint("Try.");
  error.with({error_at("\nhere").hint("Try.")});
  BOOST_TEST(github_annotation(error) ==
             "::error file=a.sql,line=1,col=1::no%0ATry.\n::error file=a.sql,line=2,col=1::no%0ATry.\n");
}

BOOST_AUTO_TEST_CASE(it_names_file_line_and_column) {
  BOOST_TEST(github_annotation(error_at("select 1;\n here")) == "::error file=a.sql,line=2,col=2::no\n");
}

BOOST_AUTO_TEST_CASE(without_a_place_it_is_a_message) {
  BOOST_TEST(github_annotation(Error(ErrorKind::usage, "no")) == "::error::no\n");
  BOOST_TEST(github_annotation(Error(ErrorKind::usage, "no").at(whole_file("a.sql"))) ==
             "::error file=a.sql::no\n");
  BOOST_TEST(github_annotation(Error(ErrorKind::usage, "no").at({"a.sql", 3, 0, {}, 0})) ==
             "::error file=a.sql,line=3::no\n");
}

BOOST_AUTO_TEST_CASE(lines_and_percent_signs_are_escaped) {
  BOOST_TEST(github_annotation(Error(ErrorKind::failed, "100% a:b,c").detail("one\r\ntwo").hint("three")) ==
             "::error::100%25 a:b,c%0Aone\\x0d%0Atwo%0Athree\n");
}

BOOST_AUTO_TEST_CASE(a_property_escapes_what_would_end_it) {
  BOOST_TEST(github_annotation(Error(ErrorKind::failed, "no").at({"C:/a,b%.sql", 1, 0, {}, 0})) ==
             "::error file=C%3A/a%2Cb%25.sql,line=1::no\n");
}

BOOST_AUTO_TEST_CASE(a_message_cannot_begin_a_command_of_its_own) {
  const Clean text = github_annotation(Error(ErrorKind::failed, "no\n::set-output name=x::y"));
  BOOST_TEST(text == "::error::no%0A\\x3a:set-output name=x::y\n");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE_END()
