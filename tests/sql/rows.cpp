#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;
using namespace runner::test;

namespace rows_tests {

// The statements. One with rows looks like "copy t from stdin [1⏎2⏎]".
std::vector<std::string> read(const std::string& text) {
  std::vector<std::string> items;
  const Script checked = script(text);
  ScriptStatements all(checked);
  while (const auto item = all.next()) {
    items.emplace_back(item->sql());
    if (!item->rows) continue;
    std::string rows(item->rows->text.view());
    for (std::size_t at = 0; (at = rows.find('\n', at)) != std::string::npos;) rows.replace(at, 1, "⏎");
    items.back() += " [" + rows + "]";
  }
  return items;
}

struct RowsCase {
  std::string_view what;
  std::string text;
  std::vector<std::string> items;
};
std::ostream& operator<<(std::ostream& out, const RowsCase& c) { return out << c.what; }

const std::vector<RowsCase> kRows = {
    {"one block", "copy t from stdin;\n1\n2\n\\.\nselect 1;", {"copy t from stdin [1⏎2⏎]", "select 1"}},
    {"several blocks",
     "copy t from stdin;\n1\n\\.\n\n-- u\ncopy u from stdin;\n2\n\\.\ncopy v from stdin;\n3\n\\.\n",
     {"copy t from stdin [1⏎]", "copy u from stdin [2⏎]", "copy v from stdin [3⏎]"}},
    {"an empty block", "copy t from stdin;\n\\.\nselect 1;", {"copy t from stdin []", "select 1"}},
    {"an empty row", "copy t from stdin;\n\n\\.\n", {"copy t from stdin [⏎]"}},
    {"no end mark at the end of the file", "copy t from stdin;\n1\n2\n", {"copy t from stdin [1⏎2⏎]"}},
    {"no line end behind the last row", "copy t from stdin;\n1\n2", {"copy t from stdin [1⏎2]"}},
    {"no line end behind the end mark", "copy t from stdin;\n1\n\\.", {"copy t from stdin [1⏎]"}},
    {"no rows at all", "copy t from stdin;", {"copy t from stdin []"}},
    {"no semicolon at the end of the file", "copy t from stdin", {"copy t from stdin []"}},
    {"a line end and nothing else", "copy t from stdin;\n", {"copy t from stdin []"}},
    {"Windows line ends",
     "copy t from stdin;\r\n1\r\n2\r\n\\.\r\nselect 1;\r\n",
     {"copy t from stdin [1⏎2⏎]", "select 1"}},
    {"csv with a line end in quotes",
     "copy t from stdin (format csv);\n1,\"a\n;b\"\n\\.\nselect 1;",
     {"copy t from stdin (format csv) [1,\"a⏎;b\"⏎]", "select 1"}},
    {"a comment behind the semicolon", "copy t from stdin; -- rows;\n1\n\\.\n", {"copy t from stdin [1⏎]"}},
    {"a block comment behind the semicolon",
     "copy t from stdin; /* rows */\n1\n\\.\n",
     {"copy t from stdin [1⏎]"}},
    {"a comment in front of the semicolon",
     "copy t from stdin -- rows\n;\n1\n\\.\n",
     {"copy t from stdin [1⏎]"}},
    {"on several lines",
     "copy t\n  (a, b)\nfrom stdin\nwith (format csv);\n1,2\n\\.\n",
     {"copy t\n  (a, b)\nfrom stdin\nwith (format csv) [1,2⏎]"}},
    {"behind another statement on the line",
     "select 1; copy t from stdin;\n1\n\\.\n",
     {"select 1", "copy t from stdin [1⏎]"}},
    {"a quoted table called stdin",
     "copy \"stdin\" from stdin;\n1\n\\.\n",
     {"copy \"stdin\" from stdin [1⏎]"}},
    {"an end mark with something behind it is a row",
     "copy t from stdin;\n\\.x\n\\. \n\\.\n",
     {"copy t from stdin [\\.x⏎\\. ⏎]"}},
    {"an end mark behind something is none",
     "copy t from stdin;\n1\\.\n \\.\n\\.\n",
     {"copy t from stdin [1\\.⏎ \\.⏎]"}},
    {"what looks like SQL in rows",
     "copy t from stdin;\n'a\n$$\n/*\n-- +goose Down\n-- runner: x\n\\N\n\\set a 1\ncommit;\n\\.\nselect 1;",
     {"copy t from stdin ['a⏎$$⏎/*⏎-- +goose Down⏎-- runner: x⏎\\N⏎\\set a 1⏎commit;⏎]", "select 1"}},
    {"an end mark in a string ends nothing",
     "select '\n\\.\n', $$\n\\.\n$$;\nselect 1;",
     {"select '\n\\.\n', $$\n\\.\n$$", "select 1"}},
    {"a stray end mark is passed over",
     "copy t from stdin;\n1\n\\.\n\\.\nselect 1;",
     {"copy t from stdin [1⏎]", "select 1"}},
    {"in a transaction of the file's own",
     "begin;\ncopy t from stdin;\n1\n\\.\ncommit;",
     {"copy t from stdin [1⏎]"}},
};

struct RefusedCase {
  std::string_view what;
  std::string text;
  Refusal refusal;
};
std::ostream& operator<<(std::ostream& out, const RefusedCase& c) { return out << c.what; }

const std::string kOnlyRows = "only rows may follow COPY … FROM STDIN, from the next line on";
const std::string kMoveBelow = "Move the text after it below the line with \"\\.\".";

const std::vector<RefusedCase> kBehind = {
    {"a statement", "copy t from stdin; select 1;\n1\n\\.\n",
     source_error(kOnlyRows).at(1, 20).hint(kMoveBelow)},
    {"a row", "select 1;\ncopy t from stdin; 1\n\\.\n", source_error(kOnlyRows).at(2, 20)},
    {"the end mark", "copy t from stdin; \\.\n", source_error(kOnlyRows).at(1, 20)},
    {"a comment that goes on below", "copy t from stdin; /* a\n b */\n1\n\\.\n",
     source_error(kOnlyRows).at(1, 20)},
    {"a second semicolon", "copy t from stdin;;\n1\n\\.\n", source_error(kOnlyRows).at(1, 19)},
    {"the end mark without a semicolon", "copy t from stdin\n\\.\n", source_error(kOnlyRows).at(2, 1)},
};

struct PlaceCase {
  std::string_view what;
  std::size_t number, line;
  std::string excerpt;
};
std::ostream& operator<<(std::ostream& out, const PlaceCase& c) { return out << c.what; }

const std::vector<PlaceCase> kPlaces = {
    {"the first", 1, 4, "1\ta"},
    {"the second", 2, 5, "é\tb"},
    {"the last", 3, 6, "3"},
    {"one behind the last is the end mark's", 4, 7, "\\."},
};

}  // namespace rows_tests

BOOST_AUTO_TEST_SUITE(rows_tests)

BOOST_DATA_TEST_CASE(rows_go_to_the_copy_above_them, bdata::make(kRows)) {
  BOOST_TEST(read(sample.text) == sample.items, boost::test_tools::per_element());
}

// The reader searches rows in blocks of 4096 bytes.
BOOST_AUTO_TEST_CASE(an_end_mark_is_found_across_blocks) {
  for (std::size_t size = 4085; size <= 4100; ++size) {
    const std::string rows = "\\N\t\\.\t" + std::string(size, 'a') + "\n";
    for (const char* mark : {"\\.", "\\.\n", "\\.\nselect 1;"}) {
      const Script checked = script("copy t from stdin;\n" + rows + mark);
      ScriptStatements items(checked);
      BOOST_TEST((items.next().value().rows.value().text.view() == rows));
    }
  }
}

BOOST_DATA_TEST_CASE(what_stands_behind_a_copy_on_its_line_is_refused, bdata::make(kBehind)) {
  BOOST_CHECK_EXCEPTION(script(sample.text), Error, sample.refusal);
}

BOOST_DATA_TEST_CASE(a_row_is_found_by_its_number, bdata::make(kPlaces)) {
  const Script checked = script("select 1;\n\ncopy t from stdin;\n1\ta\né\tb\n3\n\\.\n", "7_a.sql");
  ScriptStatements items(checked);
  (void)items.next();
  const Place place = items.next().value().rows.value().place_of(sample.number);
  BOOST_TEST(place.path == "7_a.sql");
  BOOST_TEST(place.line == sample.line);
  BOOST_TEST(place.column == 0U);
  BOOST_TEST(place.excerpt == sample.excerpt);
}

BOOST_AUTO_TEST_CASE(a_copy_counts_as_one_statement) {
  BOOST_TEST(script("copy t from stdin;\n1;\n2;\n\\.\nselect 1;").statement_count == 2U);
}

BOOST_AUTO_TEST_CASE(the_progress_of_a_script_sees_the_rows) {
  const auto first = [](const std::string& text) { return checksum_of_first(script(text), 1).hex(); };
  BOOST_TEST(first("copy t from stdin;\n1\n\\.\nselect 1;") ==
             first("copy t from stdin;\n1\n\\.\nselect 2;"));
  BOOST_TEST(first("copy t from stdin;\n1\n\\.\n") != first("copy t from stdin;\n2\n\\.\n"));
}

BOOST_AUTO_TEST_SUITE_END()
