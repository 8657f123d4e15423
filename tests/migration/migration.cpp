#include "migration/migration.hpp"

#include <string>
#include <vector>

#include "migration/build.hpp"

using namespace runner;
using namespace runner::test;

namespace migration_tests {

Texts names_of(const std::vector<Migration>& migrations) {
  Texts names;
  for (const Migration& migration : migrations) names.push_back(migration.name);
  return names;
}

std::vector<Migration> paired(const Texts& names) {
  return pair_files(std::vector<std::string_view>(names.begin(), names.end()), path_in_db);
}

// All errors as "path: message", in order.
Texts told(const Error& error) {
  Texts texts{error.place()->path + ": " + error.message()};
  for (const Error& other : error.others()) texts.push_back(other.place()->path + ": " + other.message());
  return texts;
}

struct RefusedCase {
  std::string_view what;
  Texts files;
  std::string path;
  Refusal refusal;
};
std::ostream& operator<<(std::ostream& out, const RefusedCase& c) { return out << c.what; }

const std::string kAnotherNumber = "Give one of the two files another number.";
const std::string kOneDown = "Remove one of the two files, or give it the number of its up file.";

const std::vector<RefusedCase> kRefused = {
    {"two ups of one number",
     {"002_b.sql", "002_a.sql"},
     "db/002_b.sql",
     source_error("number 002 is already used by \"002_a.sql\"").hint(kAnotherNumber)},
    {"two ups of one number, written in two widths",
     {"1_a.sql", "001_b.sql"},
     "db/1_a.sql",
     source_error("number 1 is already used by \"001_b.sql\"").hint(kAnotherNumber)},
    {"one up in two spellings",
     {"001_a.sql", "001_a.up.sql"},
     "db/001_a.up.sql",
     source_error("number 001 is already used by \"001_a.sql\"")},
    {"zero twice",
     {"0_a.sql", "0000_b.sql", "1_c.sql"},
     "db/0_a.sql",
     source_error("number 0 is already used by \"0000_b.sql\"")},
    {"two downs of one number",
     {"001_a.sql", "001_a.down.sql", "001_b.down.sql"},
     "db/001_b.down.sql",
     source_error("number 001 already has the down file \"001_a.down.sql\"").hint(kOneDown)},
    {"a down without an up",
     {"001_a.sql", "002_b.down.sql"},
     "db/002_b.down.sql",
     source_error("\"002_b.down.sql\" has no up file").hint("Add \"002_b.sql\", or remove the down file.")},
    {"a down before all ups",
     {"001_a.down.sql", "002_b.sql"},
     "db/001_a.down.sql",
     source_error("\"001_a.down.sql\" has no up file")},
    {"only a down",
     {"001_a.down.sql"},
     "db/001_a.down.sql",
     source_error("\"001_a.down.sql\" has no up file")},
    {"a rollback look-alike",
     {"002_b.sql", "002_b_rollback.sql"},
     "db/002_b_rollback.sql",
     source_error("\"002_b_rollback.sql\" looks like a rollback, but would run as an up")
         .hint("Name a rollback NNN_name.down.sql; give anything else another name.")},
    {"a number alone",
     {"002.sql"},
     "db/002.sql",
     source_error("\"002.sql\" has no \"_\" or \"-\" and name after its number")
         .hint("Name it NNN_name.sql.")},
};

const std::string kIrreversible = "-- runner: irreversible \"gone\"\nselect 1;\n";

}  // namespace migration_tests

BOOST_AUTO_TEST_SUITE(migration_tests)

BOOST_AUTO_TEST_CASE(no_files_make_no_migrations) { BOOST_TEST(paired({}).empty()); }

BOOST_AUTO_TEST_CASE(migrations_are_ordered_by_number) {
  const Texts order = {"00_z", "1_x", "9_b", "10_a", "0011_c", "20261121093000_a"};
  BOOST_TEST(names_of(paired({"10_a.sql", "20261121093000_a.sql", "9_b.sql", "00_z.sql", "0011_c.sql",
                              "1_x.sql"})) == order,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_migration_knows_its_files) {
  const std::vector<Migration> migrations =
      migrations_of({file("0007_Add-x.up.sql", "select 7;"), file("0007_Add-x.down.sql", "select -7;")});
  const Migration& migration = migrations.at(0);
  BOOST_TEST(migrations.size() == 1U);
  BOOST_TEST(migration.version.digits() == "7");
  BOOST_TEST(migration.width == 4U);
  BOOST_TEST(migration.name == "0007_Add-x");
  BOOST_TEST(migration.file_name == "0007_Add-x.up.sql");
  BOOST_TEST(migration.up.text.view() == "select 7;");
  BOOST_TEST(migration.down.value().text.view() == "select -7;");
}

BOOST_AUTO_TEST_CASE(a_migration_may_have_no_down) {
  BOOST_TEST(!paired({"001_a.sql"}).at(0).down.has_value());
}

BOOST_AUTO_TEST_CASE(each_down_goes_to_the_up_of_its_number) {
  const auto migrations =
      migrations_of({file("2_b.down.sql", "select -2;"), file("1_a.sql"),
                     file("10_c.down.sql", "select -10;"), file("10_c.sql"), file("2_b.sql")});
  BOOST_TEST(!migrations.at(0).down.has_value());
  BOOST_TEST(migrations.at(1).down.value().text.view() == "select -2;");
  BOOST_TEST(migrations.at(2).down.value().text.view() == "select -10;");
}

BOOST_DATA_TEST_CASE(files_that_make_no_pairs_have_an_error, bdata::make(kRefused)) {
  Refusal refusal = sample.refusal;
  const auto error = errors_in(paired(sample.files));
  BOOST_TEST_REQUIRE(error.has_value());
  refusal.at(0, 0).shown_as(sample.path, "", 0)(*error);
  BOOST_TEST(error->others().empty());
}

BOOST_AUTO_TEST_CASE(files_that_make_pairs_have_no_error) {
  BOOST_TEST(!errors_in(paired({"001_a.sql", "001_a.down.sql", "2_b.up.sql", "notes.sql", "x.csv"})));
}

BOOST_AUTO_TEST_CASE(all_bad_names_are_told_of_by_number) {
  const auto error = errors_in(paired({"003.sql", "002_b.sql", "002_a.sql", "002_c.sql", "002_a.down.sql",
                                       "02_b.down.sql", "10_x.down.sql", "2_a_rollback.sql", "9_x.sql"}));
  const Texts expected = {
      "db/02_b.down.sql: number 02 already has the down file \"002_a.down.sql\"",
      "db/002_b.sql: number 002 is already used by \"002_a.sql\"",
      "db/002_c.sql: number 002 is already used by \"002_a.sql\"",
      "db/2_a_rollback.sql: \"2_a_rollback.sql\" looks like a rollback, but would run as an up",
      "db/003.sql: \"003.sql\" has no \"_\" or \"-\" and name after its number",
      "db/10_x.down.sql: \"10_x.down.sql\" has no up file",
  };
  BOOST_TEST(told(error.value()) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(two_downs_without_an_up_are_two_errors) {
  const Texts expected = {"db/001_a.down.sql: \"001_a.down.sql\" has no up file",
                          "db/001_b.down.sql: \"001_b.down.sql\" has no up file"};
  BOOST_TEST(told(errors_in(paired({"001_b.down.sql", "001_a.down.sql"})).value()) == expected,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_error_of_several_migrations_is_told_of_once) {
  auto migrations = on_disk({1, 2, 3});
  const auto at = [](std::size_t line) {
    return Error(ErrorKind::source, "no").at({"db/included.sql", line, 1, "", 0});
  };
  migrations[0].errors = {at(3)};
  migrations[1].errors = {at(3)};
  migrations[2].errors = {at(4)};
  BOOST_TEST(errors_in(migrations)->others().size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_irreversible_migration_with_a_down_file_is_refused) {
  BOOST_CHECK_EXCEPTION((void)migrations_of({file("001_a.sql", kIrreversible), file("001_a.down.sql")}),
                        Error,
                        source_error("\"001_a.sql\" says that it is irreversible, but has a down file")
                            .hint("Remove the directive or the down file.")
                            .at(0, 0)
                            .shown_as("db/001_a.down.sql", "", 0));
}

BOOST_AUTO_TEST_CASE(a_down_file_cannot_be_irreversible) {
  BOOST_CHECK_EXCEPTION((void)migrations_of({file("001_a.sql"), file("001_a.down.sql", kIrreversible)}),
                        Error,
                        source_error("the directive \"irreversible\" belongs in the up file")
                            .at(0, 0)
                            .shown_as("db/001_a.down.sql", "", 0));
}

BOOST_AUTO_TEST_CASE(an_irreversible_migration_without_a_down_file_is_fine) {
  const auto migrations = migrations_of({file("001_a.sql", kIrreversible)});
  BOOST_TEST(migrations.at(0).up.directives.irreversible.value() == "gone");
}

BOOST_AUTO_TEST_CASE(a_down_under_another_name_is_paired_and_named_in_a_note) {
  const auto migrations = paired({"001_a.sql", "01_b.down.sql", "002_c.sql", "002_c.down.sql", "003_d.sql"});
  BOOST_TEST(migrations.at(0).down.has_value());
  BOOST_TEST(note_on_names(migrations).value().message ==
             "\"01_b.down.sql\" is the rollback of \"001_a.sql\" by its number, but has another name");
}

BOOST_AUTO_TEST_CASE(several_downs_under_other_names_are_one_note) {
  BOOST_TEST(note_on_names(paired({"1_a.sql", "1_b.down.sql", "2_a.sql", "2_b.down.sql"})).value().message ==
             "2 rollbacks belong to their migrations by number, but have other names: \"1_b.down.sql\", "
             "\"2_b.down.sql\"");
}

BOOST_AUTO_TEST_CASE(two_spellings_of_one_pair_need_no_note) {
  BOOST_TEST(!note_on_names(paired({"001_a.up.sql", "001_a.down.sql"})));
  BOOST_TEST(!note_on_names(paired({"002_b.sql", "002_b.DOWN.SQL"})));
}

BOOST_AUTO_TEST_SUITE_END()
