#include "source/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "source/file_descriptor.hpp"
#include "sql/expect.hpp"
#include "support/files.hpp"

namespace files {

using namespace runner;
using namespace runner::test;
namespace fs = std::filesystem;
using Names = std::vector<std::string>;
using namespace std::string_literals;

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

MigrationFolder migrations_in(const std::string& folder) { return read_migrations(folder, {}); }

// Each finding as "rule at path: message".
Names texts_of(const Findings& findings) {
  Names texts;
  for (const Finding& finding : findings)
    texts.push_back(fmt::format("{} at {}: {}", finding.rule, finding.place.value().path, finding.message));
  return texts;
}

// Each error as "path:line: message", in order.
Names told_of(const std::function<void()>& act) {
  Names told;
  const auto add = [&](const Error& error) {
    told.push_back(
        fmt::format("{}:{}: {}", error.place().value().path, error.place()->line, error.message()));
  };
  try {
    act();
  } catch (const Error& error) {
    BOOST_TEST(name_of(error.kind()) == "source"s);
    add(error);
    for (const Error& other : error.others()) add(other);
  }
  return told;
}

SeedFolder seeds_in(const std::string& folder, const std::optional<std::string>& environment) {
  return read_seeds(folder, environment, {});
}

}  // namespace files

BOOST_FIXTURE_TEST_SUITE(files, FolderFixture)

BOOST_AUTO_TEST_CASE(migrations_are_paired_and_sorted_by_number) {
  for (const char* name : {"10_c.sql", "9_b.up.sql", "9_b.down.sql", "001_a.sql", "001_a.down.sql"})
    write(name);
  for (const char* name : {"README.md", ".hidden.sql", "0001_x.txt", "meta.json"}) write(name);
  const MigrationFolder folder = migrations_in(path());
  const Names expected{"001_a.sql and back", "9_b.up.sql and back", "10_c.sql"};
  BOOST_TEST(names_of(folder.migrations) == expected, boost::test_tools::per_element());
  BOOST_TEST(folder.findings.empty());
}

BOOST_AUTO_TEST_CASE(what_never_runs_is_found) {
  for (const char* name :
       {"001_a.sql", "001_b.down.sql", "notes.sql", "old/001_x.sql", "meta/journal.json"}) {
    write(name);
  }
  const Names expected{
      "file-never-runs at " + path("notes.sql") + ": " + path("notes.sql") + " has no number and never runs",
      "folder-never-read at " + path("old") + ": " + path("old") +
          "/ holds .sql files that never run: only the folder itself is read",
      "rollback-name-differs at " + path("001_b.down.sql") +
          ": \"001_b.down.sql\" is the rollback of \"001_a.sql\" by its number, but has another name",
  };
  BOOST_TEST(texts_of(migrations_in(path()).findings) == expected, boost::test_tools::per_element());
}

// The path of the subfolder is too long, so that not even root can read it.
BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_read_keeps_no_migration_from_running) {
  fs::path deep = path("deep");
  while (deep.string().size() < 3850) deep /= std::string(200, 'd');
  fs::create_directories(deep);
  std::ofstream(deep / "001_a.sql") << "select 1;\n";
  const FileDescriptor folder(open(deep.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  BOOST_TEST_REQUIRE(mkdirat(folder.get(), std::string(250, 'x').c_str(), 0777) == 0);
  const MigrationFolder read = migrations_in(deep.string());
  BOOST_TEST(names_of(read.migrations) == Names{"001_a.sql"}, boost::test_tools::per_element());
  BOOST_TEST(read.findings.empty());
}

BOOST_AUTO_TEST_CASE(findings_of_one_kind_are_one_with_a_count) {
  write("001_a.sql", "\\ir included.sql\n");
  for (const char* name : {"b.sql", "a.sql", "included.sql", "x.down.sql"}) write(name);
  for (int number = 100; number < 442; ++number) write(fmt::format("{}/001_x.sql", number));
  const Names expected{
      "file-never-runs at " + path("a.sql") + ": 3 .sql files in " + path() +
          " have no number and never run: a.sql, b.sql, x.down.sql",
      "folder-never-read at " + path("100") + ": 342 folders in " + path() +
          " hold .sql files that never run, since only " + path() +
          " itself is read: 100, 101, 102, 103, 104, 105, 106, 107, 108, 109 and 332 more",
  };
  BOOST_TEST(texts_of(migrations_in(path()).findings) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(all_files_that_cannot_be_used_are_told_of_in_the_order_of_their_numbers) {
  write("001_a.sql");
  write("001_a.down.sql", "select 'open");
  write("10_c.sql", "\\c other\n");
  write("9_b.sql", "-- runner: irreversible \"gone\"\n");
  write("9_b.down.sql");
  write("10_d.sql", "select \"open");
  write("11_e_undo.sql", "select 1;\n/* open");
  fs::create_symlink("/nowhere", path("8_dangling.sql"));
  const Names expected{
      path("001_a.down.sql") + ":1: unterminated quoted string",
      path("8_dangling.sql") + ":0: could not read the file: No such file or directory",
      path("9_b.down.sql") + ":0: \"9_b.sql\" says that it is irreversible, but has a down file",
      path("10_c.sql") + ":1: psql command \"\\c\" cannot run here",
      path("10_d.sql") + ":0: number 10 is already used by \"10_c.sql\"",
      path("10_d.sql") + ":1: unterminated quoted identifier",
      path("11_e_undo.sql") + ":0: \"11_e_undo.sql\" looks like a rollback, but would run as an up",
      path("11_e_undo.sql") + ":2: unterminated comment",
  };
  BOOST_TEST(told_of([&] { (void)migrations_in(path()); }) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_bad_file_that_several_include_is_told_of_once) {
  write("001_a.sql", "\\ir parts.sql\n");
  write("002_b.sql", "\\ir parts.sql\n");
  write("parts.sql", "select 1;\nselect 'open;\n");
  BOOST_TEST(told_of([&] { (void)migrations_in(path()); }) ==
                 Names{path("parts.sql") + ":2: unterminated quoted string"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_look_shows_usable_migrations_beside_those_that_are_not) {
  write("001_a.sql");
  write("002_b.sql", "select 'open");
  write("002_b.down.sql");
  write("003.sql");
  write("notes.sql");
  const MigrationFolder folder = read_migrations_with_errors(path(), {});
  const Names expected{"001_a.sql", "002_b.sql and back", "003.sql"};
  BOOST_TEST(names_of(folder.migrations) == expected, boost::test_tools::per_element());
  BOOST_TEST(folder.migrations[0].errors.empty());
  BOOST_TEST(folder.migrations[1].errors.at(0).place().value().path == path("002_b.sql"));
  BOOST_TEST(folder.migrations[2].errors.at(0).place().value().path == path("003.sql"));
  // 002_b.sql might include notes.sql after its open quote.
  BOOST_TEST(folder.findings.empty());
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

BOOST_AUTO_TEST_CASE(all_bad_seeds_are_told_of_the_common_ones_first) {
  write("009_a.sql", "select 'open");
  write("009_a.down.sql");
  write("staging/001_b.sql", "commit;");
  write("staging/002.sql");
  write("test/001_c.sql", "select 'open");
  const Names expected{
      path("009_a.down.sql") + ":0: a seed has no down file",
      path("009_a.sql") + ":1: unterminated quoted string",
      path("staging/001_b.sql") + ":1: \"commit\" would break the transaction that the file runs in",
      path("staging/002.sql") + ":0: \"002.sql\" has no \"_\" or \"-\" and name after its number",
  };
  BOOST_TEST(told_of([&] { (void)seeds_in(path(), "staging"); }) == expected,
             boost::test_tools::per_element());
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
  BOOST_CHECK_EXCEPTION(
      (void)write_pair(path("file"), "001_x"), Error,
      source_error("could not create the folder: Not a directory").shown_as(path("file"), "", 0));
}

BOOST_AUTO_TEST_CASE(names_are_listed_sorted_and_a_missing_folder_has_none) {
  for (const char* name : {"b.sql", "a.sql", "sub/c.sql"}) write(name);
  const Names expected{"a.sql", "b.sql"};
  BOOST_TEST(migration_file_names(path()) == expected, boost::test_tools::per_element());
  BOOST_TEST(migration_file_names(path("none")).empty());
}

BOOST_AUTO_TEST_CASE(of_thousands_of_files_the_bad_ones_are_told_of_in_order) {
  const auto name_of_file = [](int number) { return fmt::format("{}_t.sql", number); };
  for (int i = 8000; i < 12'000; ++i) write(name_of_file(i), fmt::format("select {};\n", i));
  const MigrationFolder folder = migrations_in(path());
  BOOST_TEST(folder.migrations.size() == 4000U);
  for (std::size_t i = 0; i < folder.migrations.size(); ++i)
    BOOST_TEST_REQUIRE(folder.migrations[i].up.text.view() == fmt::format("select {};\n", 8000 + i));
  Names expected;
  for (int i = 8000; i < 12'000; i += 7) {
    write(name_of_file(i), "select 'open");
    expected.push_back(path(name_of_file(i)) + ":1: unterminated quoted string");
  }
  BOOST_TEST(told_of([&] { (void)migrations_in(path()); }) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_signal_stops_the_reading_between_two_files) {
  write("001_a.sql");
  write("002_b.sql", "select 'open");
  const Heed heed = [] { throw Error(ErrorKind::interrupted, "interrupted"); };
  BOOST_CHECK_EXCEPTION((void)read_migrations(path(), {}, heed), Error, interrupted());
}

BOOST_AUTO_TEST_SUITE_END()
