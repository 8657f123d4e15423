#include "migration/file_name.hpp"

#include <string>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;

namespace file_name_tests {

struct GoodCase {
  std::string_view file_name, digits;
  std::size_t width;
  std::string_view name;
  Direction direction = Direction::up;
};
std::ostream& operator<<(std::ostream& out, const GoodCase& c) { return out << c.file_name; }

const std::vector<GoodCase> kGood = {
    {"001_consolidated_schema.sql", "1", 3, "001_consolidated_schema"},
    {"001_consolidated_schema.down.sql", "1", 3, "001_consolidated_schema", Direction::down},
    {"1_init.sql", "1", 1, "1_init"},
    {"000001_create_users.up.sql", "1", 6, "000001_create_users"},
    {"000001_create_users.down.sql", "1", 6, "000001_create_users", Direction::down},
    {"0000_flimsy_hulk.sql", "0", 4, "0000_flimsy_hulk"},
    {"00_extensions.sql", "0", 2, "00_extensions"},
    {"20261121093000_add_email.sql", "20261121093000", 14, "20261121093000_add_email"},
    {"20261121093000123456_add.sql", "20261121093000123456", 20, "20261121093000123456_add"},
    {"001-add-email.sql", "1", 3, "001-add-email"},
    {"001_Add.Email-v1.2.sql", "1", 3, "001_Add.Email-v1.2"},
    {"001_a.SQL", "1", 3, "001_a"},
    {"001_a.Down.Sql", "1", 3, "001_a", Direction::down},
    {"001_a.UP.SQL", "1", 3, "001_a"},
    {"001_2_b.sql", "1", 3, "001_2_b"},
    {"001__.sql", "1", 3, "001__"},
    {"001_größe.sql", "1", 3, "001_größe"},
    {"001_add email.sql", "1", 3, "001_add email"},
    {"001_markdown.sql", "1", 3, "001_markdown"},
    {"001_drop_dropdown.sql", "1", 3, "001_drop_dropdown"},
    {"001_down_payments.sql", "1", 3, "001_down_payments"},
    {"001_rollback_log.down.sql", "1", 3, "001_rollback_log", Direction::down},
    {"001_signup.sql", "1", 3, "001_signup"},
    {"001_down.d.sql", "1", 3, "001_down.d"},
    {"2026-11-21-add.sql", "2026", 4, "2026-11-21-add"},
};

struct KindCase {
  std::string_view file_name;
  FileKind kind;
};
std::ostream& operator<<(std::ostream& out, const KindCase& c) { return out << c.file_name; }

const std::vector<KindCase> kOthers = {
    {"", FileKind::not_sql},
    {"README.md", FileKind::not_sql},
    {"001_a.sql.bak", FileKind::not_sql},
    {"001_a.sql~", FileKind::not_sql},
    {"001_a.txt", FileKind::not_sql},
    {"001_asql", FileKind::not_sql},
    {".sql", FileKind::not_sql},
    {".001_a.sql", FileKind::not_sql},
    {".001_a.sql.swp", FileKind::not_sql},
    {"_journal.json", FileKind::not_sql},
    {"init.sql", FileKind::without_number},
    {"schema.down.sql", FileKind::without_number},
    {"V1__init.sql", FileKind::without_number},
    {"_001_a.sql", FileKind::without_number},
    {" 001_a.sql", FileKind::without_number},
    {"-1_a.sql", FileKind::without_number},
    {"down.sql", FileKind::without_number},
    {"rollback_001.sql", FileKind::without_number},
    {"001.sql", FileKind::bad_number},
    {"001.down.sql", FileKind::bad_number},
    {"001_.sql", FileKind::bad_number},
    {"001_.down.sql", FileKind::bad_number},
    {"001a.sql", FileKind::bad_number},
    {"001.a.sql", FileKind::bad_number},
    {"001 a.sql", FileKind::bad_number},
    {"001_a_down.sql", FileKind::looks_like_rollback},
    {"001_a_DOWN.SQL", FileKind::looks_like_rollback},
    {"001_a-down.sql", FileKind::looks_like_rollback},
    {"001_a_rollback.sql", FileKind::looks_like_rollback},
    {"001_a.rollback.sql", FileKind::looks_like_rollback},
    {"001_a_undo.sql", FileKind::looks_like_rollback},
    {"001_a-revert.sql", FileKind::looks_like_rollback},
    {"001_down.sql", FileKind::looks_like_rollback},
    {"001_a.down.up.sql", FileKind::looks_like_rollback},
    {"001_a_down.down.sql", FileKind::looks_like_rollback},
};

const char* name_of(FileKind kind) {
  switch (kind) {
    case FileKind::migration: return "migration";
    case FileKind::not_sql: return "not_sql";
    case FileKind::without_number: return "without_number";
    case FileKind::bad_number: return "bad_number";
    case FileKind::looks_like_rollback: return "looks_like_rollback";
  }
  return "?";
}

struct SuffixCase {
  std::string_view recorded, name;
};
std::ostream& operator<<(std::ostream& out, const SuffixCase& c) { return out << c.recorded; }

const std::vector<SuffixCase> kSuffixes = {{"001_a.sql", "001_a"},
                                           {"001_a", "001_a"},
                                           {"001_a.up.sql", "001_a"},
                                           {"001_a.down.sql", "001_a"},
                                           {"001_a.up", "001_a"},
                                           {"001_a.SQL", "001_a"},
                                           {"001_a.b.sql", "001_a.b"},
                                           {"001_a.sql.sql", "001_a.sql"},
                                           {"001_a.down.up.sql", "001_a.down"},
                                           {"001_startup.sql", "001_startup"},
                                           {".sql", ""},
                                           {"", ""}};

}  // namespace file_name_tests

BOOST_AUTO_TEST_SUITE(file_name_tests)

BOOST_DATA_TEST_CASE(a_number_a_sign_and_a_name_make_a_migration, bdata::make(kGood)) {
  const FileName read = parse_file_name(sample.file_name).value();
  BOOST_TEST(read.version.digits() == sample.digits);
  BOOST_TEST(read.width == sample.width);
  BOOST_TEST(read.name == sample.name);
  BOOST_TEST((read.direction == sample.direction));
  BOOST_TEST(name_of(kind_of_file(sample.file_name)) == "migration");
}

BOOST_DATA_TEST_CASE(other_files_are_told_apart, bdata::make(kOthers)) {
  BOOST_TEST(name_of(kind_of_file(sample.file_name)) == name_of(sample.kind));
  BOOST_TEST(!parse_file_name(sample.file_name).has_value());
}

BOOST_DATA_TEST_CASE(a_recorded_name_is_matched_without_its_suffix, bdata::make(kSuffixes)) {
  BOOST_TEST(without_suffix(sample.recorded) == sample.name);
}

BOOST_AUTO_TEST_SUITE_END()
