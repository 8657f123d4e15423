#include "script/script_statement.hpp"

#include <string>
#include <vector>

#include "memory_files.hpp"
#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace script_statement_tests {

const Files kFiles = {{"rows.csv", "1,2\n3,4\n"}, {"b.sql", "a; select :x;\n"}};

// Passes the statement with this number, counted from 1, to a test. The statement points into its reader.
template <typename Test>
void with_statement(std::size_t number, const std::string& text, const Test& test) {
  const Script script = checked(text, kFiles, {{"t", "things"}, {"pw", Variable("secret", true)}});
  ScriptStatements statements(script);
  for (std::size_t i = 1; i < number; ++i) (void)statements.next();
  test(statements.next().value());
}

// In each file, the second line of the body is line 4.
const std::vector<std::string> kBodies = {
    "do\nlanguage 'plpgsql'\n$$\nsecond\n$$;",          "do LANGUAGE\n\n'plpgsql' $b$ first\nsecond\n$b$;",
    "do language\n$$plpgsql$$\nE'first\nsecond\n';",    "do language\n\"plpgsql\"\n'first\nsecond\n';",
    "\n\ndo $$ first\nsecond\n$$ language\n'plpgsql';",
};

struct PlaceCase {
  std::string_view what;
  std::size_t character, line, column;
};
std::ostream& operator<<(std::ostream& out, const PlaceCase& c) { return out << c.what; }

// "select :name,\n é, :a;" is sent as "select users,\n é, 1".
const std::vector<PlaceCase> kPlaces = {
    {"the first", 1, 3, 2},         {"the first of a value", 8, 3, 9},
    {"inside a value", 10, 3, 9},   {"behind a value", 13, 3, 14},
    {"on the next line", 16, 4, 2}, {"behind a letter of two bytes", 17, 4, 3},
    {"the second value", 19, 4, 5}, {"behind the end", 20, 4, 7},
};

}  // namespace script_statement_tests

BOOST_AUTO_TEST_SUITE(script_statement_tests)

BOOST_AUTO_TEST_CASE(a_plain_statement_is_sent_as_it_is_written) {
  with_statement(2, "a;\n select ':t'; b;", [](const ScriptStatement& plain) {
    BOOST_TEST(plain.sql() == "select ':t'");
    BOOST_TEST(plain.written() == "select ':t'");
    BOOST_TEST(plain.statement.offset == 4U);
    BOOST_TEST(name_of(plain.statement.kind) == std::string("ordinary"));
    BOOST_TEST((!plain.filled_in && !plain.copy && !plain.rows && !plain.secret));
    BOOST_TEST(plain.file->path == "main.sql");
  });
}

BOOST_AUTO_TEST_CASE(a_statement_with_variables_is_sent_with_their_values) {
  with_statement(1, "select :t;", [](const ScriptStatement& filled_in) {
    BOOST_TEST(filled_in.sql() == "select things");
    BOOST_TEST(filled_in.written() == "select :t");
    BOOST_TEST(!filled_in.secret);
  });
}

BOOST_AUTO_TEST_CASE(a_statement_with_a_secret_says_so) {
  with_statement(1, "select :t, :'pw';", [](const ScriptStatement& item) { BOOST_TEST(item.secret); });
  with_statement(1, "\\set x :pw\nselect :x;", [](const ScriptStatement& item) { BOOST_TEST(item.secret); });
}

BOOST_AUTO_TEST_CASE(a_copy_has_the_rows_below_it) {
  with_statement(1, "copy :t from stdin;\n1\n\\.\n", [](const ScriptStatement& copy) {
    BOOST_TEST(copy.sql() == "copy things from stdin");
    BOOST_TEST(copy.rows.value().text.view() == "1\n");
    BOOST_TEST(copy.rows->file->path == "main.sql");
    BOOST_TEST(!copy.copy.has_value());
  });
}

BOOST_AUTO_TEST_CASE(a_client_side_copy_is_sent_as_the_copy_that_it_stands_for) {
  with_statement(1, "\\copy t from rows.csv csv\n", [](const ScriptStatement& copy) {
    BOOST_TEST(copy.sql() == "COPY t FROM STDIN csv");
    BOOST_TEST(copy.written() == "COPY t FROM STDIN csv");
    BOOST_TEST(copy.statement.text == "\\copy t from rows.csv csv");
    BOOST_TEST(name_of(copy.statement.kind) == std::string("copy_from_stdin"));
    BOOST_TEST(copy.rows.value().text.view() == "1,2\n3,4\n");
    BOOST_TEST(copy.rows->file->path == "rows.csv");
  });
}

BOOST_DATA_TEST_CASE(a_character_of_the_sql_is_found_as_written, bdata::make(kPlaces)) {
  const std::string text = "\\set name users\n\\set a 1\n select :name,\n é, :a;";
  with_statement(1, text, [&](const ScriptStatement& item) {
    const Place place = item.place_of_character(sample.character);
    BOOST_TEST(place.line == sample.line);
    BOOST_TEST(place.column == sample.column);
  });
}

BOOST_AUTO_TEST_CASE(a_byte_of_the_sql_is_found_in_the_file_that_it_is_written_in) {
  with_statement(2, "\\set x 1\n\\i b.sql\n", [](const ScriptStatement& item) {
    BOOST_TEST((item.place_in_sql(0) == Place{"b.sql", 1, 4, "a; select :x;", 4}));
    BOOST_TEST((item.place_in_sql(7) == Place{"b.sql", 1, 11, "a; select :x;", 11}));
    BOOST_TEST((item.file->place_of(12) == Place{"b.sql", 1, 13, "a; select :x;", 13}));
  });
}

BOOST_AUTO_TEST_CASE(a_statement_begins_at_its_line_or_behind_what_is_before_it_there) {
  const std::string text = "a;\n \t select\n1; b;";
  with_statement(2, text, [](const ScriptStatement& item) {
    BOOST_TEST((item.beginning() == Place{"main.sql", 2, 0, " \t select", 0}));
  });
  with_statement(3, text, [](const ScriptStatement& item) {
    BOOST_TEST((item.beginning() == Place{"main.sql", 3, 4, "1; b;", 4}));
  });
}

BOOST_AUTO_TEST_CASE(a_client_side_copy_is_found_by_its_line_and_its_rows_in_their_file) {
  with_statement(2, "a;\n \\copy t from rows.csv", [](const ScriptStatement& copy) {
    const Place line{"main.sql", 2, 0, " \\copy t from rows.csv", 0};
    BOOST_TEST((copy.place_of_character(3) == line));
    BOOST_TEST((copy.place_in_sql(3) == line));
    BOOST_TEST((copy.rows.value().place_of(2) == Place{"rows.csv", 2, 0, "3,4", 0}));
  });
}

BOOST_AUTO_TEST_CASE(a_row_that_a_terminal_could_not_print_is_not_shown) {
  const SourceFile file{"rows.csv", Text("1\n\xE9\n")};
  const Rows rows{file.text, &file};
  BOOST_TEST((rows.place_of(1) == Place{"rows.csv", 1, 0, "1", 0}));
  BOOST_TEST((rows.place_of(2) == Place{"rows.csv", 2, 0, "", 0}));
}

BOOST_AUTO_TEST_CASE(a_line_of_a_body_is_found_from_the_line_with_its_first_quote) {
  const std::string text = "-- é\ndo\nlanguage plpgsql $$\nbegin\n  perform x;\nend $$;";
  with_statement(1, text, [](const ScriptStatement& item) {
    BOOST_TEST((item.beginning() == Place{"main.sql", 2, 0, "do", 0}));
    BOOST_TEST((item.place_in_body(1) == Place{"main.sql", 3, 0, "language plpgsql $$", 0}));
    BOOST_TEST((item.place_in_body(3) == Place{"main.sql", 5, 0, "  perform x;", 0}));
    BOOST_TEST(item.place_in_body(99).line == 6U);
  });
}

BOOST_DATA_TEST_CASE(the_body_is_found_beside_a_quoted_language, bdata::make(kBodies)) {
  with_statement(1, sample, [](const ScriptStatement& item) {
    BOOST_TEST((item.place_in_body(2) == Place{"main.sql", 4, 0, "second", 0}));
  });
}

BOOST_AUTO_TEST_CASE(a_statement_without_a_body_is_found_by_its_first_line) {
  with_statement(1, "\nselect\n1;", [](const ScriptStatement& item) {
    BOOST_TEST((item.place_in_body(5) == Place{"main.sql", 2, 0, "select", 0}));
  });
}

BOOST_AUTO_TEST_SUITE_END()
