#include "source/files.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <future>

#include "sql/expect.hpp"
#include "support/files.hpp"

namespace {

using namespace runner;
using namespace runner::test;
namespace fs = std::filesystem;
using Names = std::vector<std::string>;

Names names_of(const std::vector<Migration>& migrations) {
  Names names;
  for (const Migration& migration : migrations) {
    names.push_back(migration.file_name + (migration.down ? " and back" : ""));
  }
  return names;
}

Names names_of(const std::vector<Seed>& seeds) {
  Names names;
  for (const Seed& seed : seeds) names.push_back(seed.environment + ":" + seed.name);
  return names;
}

MigrationFolder migrations_in(const std::string& folder) {
  SharedWork alone;
  return read_migrations(folder, {}, alone);
}

SeedFolder seeds_in(const std::string& folder, const std::optional<std::string>& environment) {
  SharedWork alone;
  return read_seeds(folder, environment, {}, alone);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(files, FolderFixture)

BOOST_AUTO_TEST_CASE(migrations_are_paired_and_sorted_by_number) {
  for (const char* name : {"10_c.sql", "9_b.up.sql", "9_b.down.sql", "001_a.sql", "001_a.down.sql"})
    write(name);
  for (const char* name : {"README.md", ".hidden.sql", "0001_x.txt", "meta.json"}) write(name);
  const MigrationFolder folder = migrations_in(path());
  const Names expected{"001_a.sql and back", "9_b.up.sql and back", "10_c.sql"};
  BOOST_TEST(names_of(folder.migrations) == expected, boost::test_tools::per_element());
  BOOST_TEST(folder.warnings.empty());
}

BOOST_AUTO_TEST_CASE(what_never_runs_is_named_in_a_warning) {
  for (const char* name :
       {"001_a.sql", "001_b.down.sql", "notes.sql", "old/001_x.sql", "meta/journal.json"}) {
    write(name);
  }
  const Names expected{
      path("notes.sql") + " has no number and never runs",
      "\"001_b.down.sql\" is the rollback of \"001_a.sql\" by its number, but goes by another name",
      path("old") + "/ holds .sql files that never run: only the folder itself is read",
  };
  BOOST_TEST(migrations_in(path()).warnings == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_name_that_cannot_be_understood_stops_everything) {
  write("001_a.sql");
  write("002.sql");
  BOOST_CHECK_EXCEPTION((void)migrations_in(path()), Error,
                        source_error("\"002.sql\" has no \"_\" or \"-\" and name behind its number")
                            .shown_as(path("002.sql"), "", 0)
                            .hint("Name it NNN_name.sql."));
  directory.remove("002.sql");
  write("002_b_rollback.sql");
  BOOST_CHECK_EXCEPTION((void)migrations_in(path()), Error,
                        source_error("\"002_b_rollback.sql\" looks like a rollback, but would run as an up")
                            .shown_as(path("002_b_rollback.sql"), "", 0)
                            .hint("Name a rollback NNN_name.down.sql; give anything else another name."));
}

BOOST_AUTO_TEST_CASE(every_file_is_checked_though_only_one_is_bad) {
  write("001_a.sql");
  write("002_b.sql", "select 1;\nselect 'open;\n");
  BOOST_CHECK_EXCEPTION((void)migrations_in(path()), Error, [&](const Error& error) {
    BOOST_TEST(error.place().value().path == path("002_b.sql"));
    BOOST_TEST(error.place().value().line == 2U);
    return error.kind() == ErrorKind::source;
  });
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_refused_with_its_flag) {
  BOOST_CHECK_EXCEPTION((void)migrations_in(path("none")), Error,
                        source_error("there is no folder with migrations")
                            .shown_as(path("none"), "", 0)
                            .hint("Run from the project's folder, or name it with --migrations."));
  BOOST_CHECK_EXCEPTION((void)seeds_in(path("none"), std::nullopt), Error,
                        source_error("there is no folder with seeds")
                            .shown_as(path("none"), "", 0)
                            .hint("Run from the project's folder, or name it with --seeds."));
}

BOOST_AUTO_TEST_CASE(seeds_of_the_environment_come_behind_the_common_ones) {
  for (const char* name : {"002_b.sql", "001_a.sql", "staging/001_z.sql", "staging/010_x.sql",
                           "staging/9_y.sql", "development/001_d.sql"}) {
    write(name);
  }
  const Names common{":001_a", ":002_b"};
  BOOST_TEST(names_of(seeds_in(path(), std::nullopt).seeds) == common, boost::test_tools::per_element());
  BOOST_TEST(names_of(seeds_in(path(), "production").seeds) == common, boost::test_tools::per_element());
  const Names staging{":001_a", ":002_b", "staging:001_z", "staging:9_y", "staging:010_x"};
  BOOST_TEST(names_of(seeds_in(path(), "staging").seeds) == staging, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_seed_has_no_down_file) {
  write("001_a.sql");
  write("001_a.down.sql");
  BOOST_CHECK_EXCEPTION(
      (void)seeds_in(path(), std::nullopt), Error,
      source_error("a seed has no down file").shown_as(path("001_a.down.sql"), "", 0).hint("Remove it."));
}

BOOST_AUTO_TEST_CASE(a_new_pair_is_written_with_its_folder) {
  const NewPair pair = write_pair(path("a/b"), "001_x");
  BOOST_TEST(pair.up_path == path("a/b/001_x.sql"));
  BOOST_TEST(pair.down_path == path("a/b/001_x.down.sql"));
  BOOST_TEST(directory.read("a/b/001_x.sql") == "-- 001_x\n\n");
  BOOST_TEST(directory.read("a/b/001_x.down.sql") == "-- Undoes 001_x.\n\n");
}

BOOST_AUTO_TEST_CASE(a_new_pair_never_overwrites_and_leaves_no_half) {
  write("001_x.down.sql", "keep me");
  BOOST_CHECK_EXCEPTION((void)write_pair(path(), "001_x"), Error,
                        source_error("the file exists already")
                            .shown_as(path("001_x.down.sql"), "", 0)
                            .hint("Choose another name."));
  BOOST_TEST(directory.read("001_x.down.sql") == "keep me");
  BOOST_TEST(!fs::exists(path("001_x.sql")));
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_made_is_named_with_the_reason) {
  write("file");
  BOOST_CHECK_EXCEPTION((void)write_pair(path("file"), "001_x"), Error, [&](const Error& error) {
    BOOST_TEST(error.place().value().path == path("file"));
    BOOST_TEST(error.message().starts_with("could not create the f"));
    return error.kind() == ErrorKind::source;
  });
}

BOOST_AUTO_TEST_CASE(names_are_listed_sorted_and_a_missing_folder_has_none) {
  for (const char* name : {"b.sql", "a.sql", "sub/c.sql"}) write(name);
  const Names expected{"a.sql", "b.sql"};
  BOOST_TEST(migration_file_names(path()) == expected, boost::test_tools::per_element());
  BOOST_TEST(migration_file_names(path("none")).empty());
}

BOOST_AUTO_TEST_CASE(thousands_of_files_are_read_by_two_and_the_first_bad_one_by_number_counts) {
  const auto name_of = [](int number) { return fmt::format("{}_t.sql", number); };
  for (int i = 8000; i < 12'000; ++i) write(name_of(i), fmt::format("select {};\n", i));
  const auto read_with_help = [&] {
    SharedWork work;
    auto reading = std::async(std::launch::async, [&] {
      const Closing closing(work);
      return read_migrations(path(), {}, work);
    });
    work.help();
    return reading.get();
  };
  const MigrationFolder folder = read_with_help();
  BOOST_TEST(folder.migrations.size() == 4000U);
  for (std::size_t i = 0; i < folder.migrations.size(); ++i)
    BOOST_TEST_REQUIRE(folder.migrations[i].up.text.view() == fmt::format("select {};\n", 8000 + i));
  write(name_of(11'000), "select 'open");
  write(name_of(9000), "select \"open");
  BOOST_CHECK_EXCEPTION((void)read_with_help(), Error,
                        source_error("unterminated quoted identifier").at(1, 8));
}

BOOST_AUTO_TEST_SUITE_END()
