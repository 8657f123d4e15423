#include <fmt/format.h>

#include <filesystem>

#include "source/files.hpp"
#include "sql/expect.hpp"
#include "support/files.hpp"

namespace unread_folder {

using namespace runner;
using namespace runner::test;
using Names = std::vector<std::string>;

struct Unread {
  std::string_view what;
  Names files;
  std::string_view message, detail, hint;  // {0} is the folder
};
std::ostream& operator<<(std::ostream& out, const Unread& sample) { return out << sample.what; }

const std::string_view name_it = "Name a migration NNN_name.sql.";
const std::string_view one_folder =
    "Copy each into one folder, as NNN_name.sql with its rollback as NNN_name.down.sql.";

const std::vector<Unread> folders{
    {"Flyway's names",
     {"R__views.sql", "V1__init.sql", "V1.1__more.sql"},
     "found 3 .sql files, but no migration",
     "{0}/R__views.sql is named for Flyway.",
     name_it},
    {"Flyway's undo names beside others",
     {"U2_1__x.sql", "README.sql", "x.txt"},
     "found 2 .sql files, but no migration",
     "{0}/U2_1__x.sql is named for Flyway.",
     name_it},
    {"names without numbers",
     {"init.sql", "more.sql"},
     "found 2 .sql files, but no migration",
     "{0}/init.sql does not begin with a number.",
     name_it},
    {"names that only look like those of Flyway",
     {"Vacuum__all.sql", "__x.sql"},
     "found 2 .sql files, but no migration",
     "{0}/Vacuum__all.sql does not begin with a number.",
     name_it},
    {"Prisma's folder",
     {"20240101000000_init/migration.sql", "20240102000000_more/migration.sql", "migration_lock.toml"},
     "found 2 .sql files, but no migration",
     "{0}/20240101000000_init/migration.sql is in a folder for one migration, as other tools keep them.",
     one_folder},
    {"Diesel's folder",
     {"2024-01-01-000000_init/down.sql", "2024-01-01-000000_init/up.sql"},
     "found 2 .sql files, but no migration",
     "{0}/2024-01-01-000000_init/down.sql is in a folder for one migration, as other tools keep them.",
     one_folder},
    {"the folder of a project with Prisma",
     {"prisma/migrations/1_init/migration.sql"},
     "found 1 .sql file, but no migration",
     "{0}/prisma/migrations/1_init/migration.sql is in a folder for one migration, as other tools keep them.",
     one_folder},
    {"folders far below", {"a/b/c/d/001_a.sql"}, "", "", ""},
    {"a folder that is one level too high",
     {"migrations/001_a.sql", "migrations/001_a.down.sql"},
     "found 2 .sql files, but no migration",
     "{0}/migrations/001_a.down.sql is in a folder below; only the folder itself is read.",
     "If it is a migration, name its folder: --migrations {0}/migrations"},
    {"one beside a dump of the schema",
     {"schema.sql", "other/x.sql", "migrations/001_a.sql"},
     "found 3 .sql files, but no migration",
     "{0}/migrations/001_a.sql is in a folder below; only the folder itself is read.",
     "If it is a migration, name its folder: --migrations {0}/migrations"},
    {"one that is two levels too high",
     {"database/migrations/001_a.sql"},
     "found 1 .sql file, but no migration",
     "{0}/database/migrations/001_a.sql is in a folder below; only the folder itself is read.",
     "If it is a migration, name its folder: --migrations {0}/database/migrations"},
    {"folders of files without numbers",
     {"old/a.sql"},
     "found 1 .sql file, but no migration",
     "{0}/old/a.sql does not begin with a number.",
     name_it},
    {"Flyway's folder in that of a project",
     {"db/migration/V1__init.sql", "db/more.sql"},
     "found 2 .sql files, but no migration",
     "{0}/db/migration/V1__init.sql is named for Flyway.",
     name_it},
    {"a project with folders of two tools",
     {"a/prisma/1_init/migration.sql", "db/migrations/1_a.sql"},
     "found 2 .sql files, but no migration",
     "{0}/db/migrations/1_a.sql is in a folder below; only the folder itself is read.",
     "If it is a migration, name its folder: --migrations {0}/db/migrations"},
    {"no .sql file", {"README.md", "meta/journal.json", ".hidden.sql"}, "", "", ""},
    {"only hidden ones and those of packages", {".git/x.sql", "node_modules/pg/001_x.sql"}, "", "", ""},
};

template <typename Read>
void check(const std::string& folder, const Unread& sample, Read read) {
  if (sample.message.empty()) {
    BOOST_CHECK_NO_THROW(read());
    return;
  }
  BOOST_CHECK_EXCEPTION(read(), Error,
                        source_error(std::string(sample.message))
                            .shown_as(folder, "", 0)
                            .detail(fmt::format(fmt::runtime(sample.detail), folder))
                            .hint(fmt::format(fmt::runtime(sample.hint), folder)));
}

}  // namespace unread_folder

BOOST_FIXTURE_TEST_SUITE(unread_folder, FolderFixture)

BOOST_DATA_TEST_CASE_F(FolderFixture, a_folder_with_sql_and_without_a_migration_is_explained,
                       bdata::make(folders), sample) {
  for (const std::string& file : sample.files) write(file);
  const std::string folder = directory.path().string();
  check(folder, sample, [&] { (void)read_migrations(folder, {}); });
}

BOOST_AUTO_TEST_CASE(one_migration_is_enough) {
  for (const char* file : {"001_a.sql", "V1__init.sql", "old/001_x.sql", "x/migration.sql"}) write(file);
  BOOST_TEST(read_migrations(directory.path().string(), {}).migrations.size() == 1U);
}

BOOST_AUTO_TEST_CASE(seeds_without_a_number_are_explained_unless_another_seed_runs) {
  for (const char* file : {"plans.sql", "test/V1__users.sql", "staging/001_users.sql"}) write(file);
  const std::string folder = directory.path().string();
  const auto seeds = [&](const std::optional<std::string>& environment) {
    return read_seeds(folder, environment, {}).seeds.size();
  };
  const std::string_view hint = "Name a seed NNN_name.sql.";
  check(folder,
        {"", {}, "found 1 .sql file, but no seed", "{0}/plans.sql does not begin with a number.", hint},
        [&] { (void)seeds({}); });
  check(folder,
        {"", {}, "found 2 .sql files, but no seed", "{0}/test/V1__users.sql is named for Flyway.", hint},
        [&] { (void)seeds("test"); });
  BOOST_TEST(seeds("staging") == 1U);
  directory.remove("plans.sql");
  BOOST_TEST(seeds({}) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
