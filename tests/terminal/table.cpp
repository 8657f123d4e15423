#include "terminal/table.hpp"

#include "sql/expect.hpp"
#include "text/strings.hpp"

namespace table {

using namespace runner;

Table sample_table() {
  Table table({"no", "name", "state"}, {1});
  table.add({{"1"}, {"a_short_one"}, {"applied"}});
  table.add({{"20"}, {"a_rather_long_name_of_a_migration"}, {""}});
  return table;
}

std::size_t widest_line(const Clean& text) {
  std::size_t widest = 0;
  for (const std::string_view line : lines_of(text)) widest = std::max(widest, display_width(line));
  return widest;
}

}  // namespace table

BOOST_AUTO_TEST_SUITE(table)

BOOST_AUTO_TEST_CASE(columns_are_as_wide_as_their_widest_cell_and_lines_end_without_blanks) {
  BOOST_TEST(sample_table().text(Style(), 0) ==
             "no  name                               state\n"
             "1   a_short_one                        applied\n"
             "20  a_rather_long_name_of_a_migration\n");
}

BOOST_AUTO_TEST_CASE(a_note_stands_below_its_row_and_is_not_cut) {
  Table table({"no", "name"}, {1});
  table.add({{"1"}, {"a_rather_long_name"}});
  table.note("    why it is so long, and what else there is to say");
  table.add({{"2"}, {"b"}});
  BOOST_TEST(table.text(Style(), 14) ==
             "no  name\n"
             "1   a_rather_…\n"
             "    why it is so long, and what else there is to say\n"
             "2   b\n");
}

BOOST_AUTO_TEST_CASE(a_table_that_fits_is_not_cut) {
  BOOST_TEST(sample_table().text(Style(), 46) == sample_table().text(Style(), 0));
}

BOOST_AUTO_TEST_CASE(a_table_too_wide_is_cut_in_its_elastic_column) {
  BOOST_TEST(sample_table().text(Style(), 45) ==
             "no  name                              state\n"
             "1   a_short_one                       applied\n"
             "20  a_rather_long_name_of_a_migrati…\n");
  BOOST_TEST(sample_table().text(Style(), 24) ==
             "no  name         state\n"
             "1   a_short_one  applied\n"
             "20  a_rather_l…\n");
}

BOOST_AUTO_TEST_CASE(a_column_is_never_cut_below_eight) {
  BOOST_TEST(sample_table().text(Style(), 5) ==
             "no  name      state\n"
             "1   a_short…  applied\n"
             "20  a_rathe…\n");
}

BOOST_AUTO_TEST_CASE(the_widest_elastic_column_gives_way_first) {
  Table table({"a", "b"}, {0, 1});
  table.add({{blanks(30, 'x')}, {blanks(12, 'y')}});
  BOOST_TEST(table.text(Style(), 30) ==
             "a                 b\n" + std::string(15, 'x') + "…  " + std::string(12, 'y') + "\n");
}

BOOST_AUTO_TEST_CASE(eighty_columns_hold_wide_signs_too) {
  Table table({"no", "name", "by"}, {1, 2});
  for (int i = 0; i < 30; ++i) {
    std::string name = "x";
    for (int j = 0; j < i; ++j) name += j % 2 == 0 ? "数据" : "é";
    table.add({{visible(std::to_string(i))}, {visible(name)}, {visible(name)}});
  }
  BOOST_TEST(widest_line(table.text(Style(), 0)) > 80U);
  BOOST_TEST(widest_line(table.text(Style(), 80)) <= 80U);
}

BOOST_AUTO_TEST_CASE(wide_signs_keep_the_columns_straight) {
  Table table({"name", "state"}, {0});
  table.add({{"数据"}, {"applied"}});
  table.add({{"e\u0301"}, {"pending"}});
  BOOST_TEST(table.text(Style(), 0) ==
             "name  state\n"
             "数据  applied\n"
             "e\u0301     pending\n");
}

BOOST_AUTO_TEST_CASE(colours_take_no_room) {
  Table table({"a", "b"}, {});
  table.add({{"x", Tone::good}, {"y"}});
  table.add({{"long"}, {"z", Tone::bad}});
  BOOST_TEST(table.text(Style(true), 0) ==
             "\033[2ma\033[0m     \033[2mb\033[0m\n"
             "\033[32mx\033[0m     y\n"
             "long  \033[1;31mz\033[0m\n");
}

BOOST_AUTO_TEST_CASE(without_rows_only_the_heading_is_left) {
  BOOST_TEST(Table({"a", "b"}, {}).text(Style(), 0) == "a  b\n");
}

BOOST_AUTO_TEST_SUITE_END()
