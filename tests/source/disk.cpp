#include "source/disk.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "sql/expect.hpp"
#include "support/files.hpp"

namespace disk {

using namespace runner;
using namespace runner::test;
namespace fs = std::filesystem;
using Names = std::vector<std::string>;

}  // namespace disk

BOOST_FIXTURE_TEST_SUITE(disk, FolderFixture)

BOOST_AUTO_TEST_CASE(a_file_is_read_byte_for_byte) {
  const std::string bytes(
      "\xEF\xBB\xBF"
      "a\r\n\0\xFF",
      8);
  write("x", bytes);
  BOOST_TEST(read_file(path("x")).view() == bytes);
  write("empty", "");
  BOOST_TEST(read_file(path("empty")).view() == "");
}

BOOST_AUTO_TEST_CASE(a_large_file_is_read_whole) {
  const std::string bytes(3'000'001, 'x');
  write("large", bytes);
  BOOST_TEST((read_file(path("large")).view() == bytes));
}

BOOST_AUTO_TEST_CASE(a_pipe_is_read_to_its_end_though_it_has_no_size) {
  const std::string bytes = "A=" + std::string(10'000, 'x') + "\n";
  BOOST_REQUIRE(mkfifo(path("pipe").c_str(), 0600) == 0);
  std::thread writer([&] { std::ofstream(path("pipe")) << bytes; });
  const Text text = read_file(path("pipe"));
  writer.join();
  BOOST_TEST((text.view() == bytes));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_named_with_the_reason) {
  BOOST_CHECK_EXCEPTION(
      (void)read_file(path("none")), Error,
      source_error("could not read the file: No such file or directory").shown_as(path("none"), "", 0));
  fs::create_directory(path("folder"));
  BOOST_CHECK_EXCEPTION(
      (void)read_file(path("folder")), Error,
      source_error("could not read the file: Is a directory").shown_as(path("folder"), "", 0));
}

BOOST_AUTO_TEST_CASE(a_folder_tells_its_files_from_its_folders_by_name) {
  for (const char* name : {"b.sql", "a.sql", ".hidden", "old/x.sql"}) write(name);
  fs::create_symlink(path("a.sql"), path("link.sql"));
  fs::create_directory_symlink(path("old"), path("newer"));
  fs::create_symlink(path("nowhere"), path("dangling.sql"));
  const Folder folder(path());
  const Names files{".hidden", "a.sql", "b.sql", "dangling.sql", "link.sql"};
  const Names folders{"newer", "old"};
  BOOST_TEST(folder.files() == files, boost::test_tools::per_element());
  BOOST_TEST(folder.folders() == folders, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_folder_reads_its_files_and_names_them_with_their_path) {
  write("a.sql", "select 1;");
  const Folder folder(path());
  BOOST_TEST(folder.read("a.sql").view() == "select 1;");
  BOOST_TEST(folder.path_of("a.sql") == path("a.sql"));
  BOOST_TEST(Folder(path() + "/").path_of("a.sql") == path("") + "/a.sql");
  BOOST_CHECK_EXCEPTION(
      (void)folder.read("none.sql"), Error,
      source_error("could not read the file: No such file or directory").shown_as(path("none.sql"), "", 0));
}

BOOST_AUTO_TEST_CASE(nobody_waits_for_a_pipe_in_a_folder) {
  BOOST_REQUIRE(mkfifo(path("pipe.sql").c_str(), 0600) == 0);
  const auto refused = source_error("it is not a regular file").shown_as(path("pipe.sql"), "", 0);
  BOOST_CHECK_EXCEPTION((void)Folder(path()).read("pipe.sql"), Error, refused);
  const int writer = open(path("pipe.sql").c_str(), O_RDWR | O_CLOEXEC);
  BOOST_CHECK_EXCEPTION((void)Folder(path()).read("pipe.sql"), Error, refused);
  close(writer);
}

BOOST_AUTO_TEST_CASE(only_a_regular_file_is_read_since_another_may_have_no_end) {
  fs::create_directory(path("folder.sql"));
  BOOST_CHECK_EXCEPTION((void)Folder(path()).read("folder.sql"), Error,
                        source_error("it is not a regular file").shown_as(path("folder.sql"), "", 0));
  BOOST_CHECK_EXCEPTION((void)Folder("/dev").read("zero"), Error,
                        source_error("it is not a regular file").shown_as("/dev/zero", "", 0));
  BOOST_CHECK_EXCEPTION((void)read_regular_file("/dev/zero"), Error,
                        source_error("it is not a regular file").shown_as("/dev/zero", "", 0));
}

BOOST_AUTO_TEST_CASE(a_link_may_not_lead_out_of_the_project) {
  const TemporaryDirectory elsewhere;
  elsewhere.write("a.sql", "select 1;");
  write("here/real.sql", "select 2;");
  fs::create_symlink(elsewhere.path() / "a.sql", path("out.sql"));
  fs::create_symlink("/dev/zero", path("zero.sql"));
  fs::create_symlink("here/real.sql", path("in.sql"));
  fs::create_symlink("in.sql", path("twice.sql"));
  for (const char* name : {"out.sql", "zero.sql"}) {
    BOOST_CHECK_EXCEPTION((void)Folder(path()).read(name), Error,
                          source_error("the link leads out of the project")
                              .shown_as(path(name), "", 0)
                              .hint("Put the file itself into " + fs::canonical(path()).string() + "."));
  }
  for (const char* name : {"in.sql", "twice.sql"})
    BOOST_TEST(Folder(path()).read(name).view() == "select 2;");
}

BOOST_AUTO_TEST_CASE(the_name_of_an_sql_file_is_utf8) {
  write("note-\xFF.txt");
  BOOST_TEST(Folder(path()).files().size() == 1U);
  write("001_caf\xE9.sql");
  BOOST_CHECK_EXCEPTION((void)Folder{path()}, Error,
                        source_error("the name of the file is not UTF-8")
                            .shown_as(path("001_caf\xE9.sql"), "", 0)
                            .hint("Rename the file."));
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_read_is_named_with_the_reason) {
  BOOST_CHECK_EXCEPTION(
      Folder(path("none")), Error,
      source_error("could not read the folder: No such file or directory").shown_as(path("none"), "", 0));
}

BOOST_AUTO_TEST_SUITE_END()
