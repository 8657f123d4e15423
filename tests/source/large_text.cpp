#include "source/large_text.hpp"

#include <sys/resource.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "sql/expect.hpp"
#include "support/files.hpp"

namespace large_text {

using namespace runner;
using namespace runner::test;

constexpr std::size_t kLarge = 1 << 20;

const std::string kHint =
    "The file has Windows line ends and is large: it is read through a copy there. Make room, name another "
    "folder with TMPDIR, or save the file with LF.";

// A folder for temporary files, of this test alone.
struct TemporaryFiles {
  TemporaryDirectory directory;

  TemporaryFiles() { point_to(directory.path()); }
  ~TemporaryFiles() { unsetenv("TMPDIR"); }

  static void point_to(const std::filesystem::path& folder) { setenv("TMPDIR", folder.c_str(), 1); }
};

// No file may grow beyond this size: as if the disk were full.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t size) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{size, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, SIG_DFL);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
};

// Lines of this length, the last one without an end.
std::string text_of(std::size_t size, std::size_t line, std::string_view end) {
  std::string text;
  while (text.size() < size) text.append(line, 'a').append(end);
  return text + "last\r";
}

}  // namespace large_text

BOOST_FIXTURE_TEST_SUITE(large_text, TemporaryFiles)

BOOST_DATA_TEST_CASE(it_is_that_of_a_copy_in_memory,
                     bdata::make(std::vector<std::size_t>{1, 80, 64 * 1024 - 1, 64 * 1024, 300'000})) {
  for (const std::size_t size : {std::size_t{10}, kLarge}) {
    for (const std::string_view mark : {"", "\xEF\xBB\xBF"}) {
      const Text raw(std::string(mark) + text_of(size, sample, "\r\n"));
      BOOST_TEST((normalized_on_disk("a.sql", raw).view() == normalized(raw).view()));
    }
  }
}

BOOST_AUTO_TEST_CASE(it_leaves_no_file_behind) {
  const Text text = normalized_on_disk("a.sql", Text(text_of(kLarge, 80, "\r\n")));
  BOOST_TEST(std::filesystem::is_empty(directory.path()));
  BOOST_TEST(text.view().starts_with("aaaa"));
}

BOOST_AUTO_TEST_CASE(only_a_large_text_with_windows_line_ends_needs_the_folder) {
  point_to("/nowhere");
  const Text plain("\xEF\xBB\xBF" + text_of(kLarge, 80, "\n"));
  BOOST_TEST(normalized_on_disk("a.sql", plain).view().data() == plain.view().data() + 3);
  BOOST_TEST(normalized_on_disk("a.sql", Text("a\r\nb")).view() == "a\nb");
  BOOST_CHECK_EXCEPTION(
      (void)normalized_on_disk("a.sql", Text(text_of(kLarge, 80, "\r\n"))), Error,
      source_error("could not create a temporary file in /nowhere: No such file or directory")
          .hint(kHint)
          .shown_as("a.sql", "", 0));
}

BOOST_AUTO_TEST_CASE(a_full_folder_is_named_with_the_reason) {
  const FileSizeLimit limit(500'000);
  BOOST_CHECK_EXCEPTION(
      (void)normalized_on_disk("a.sql", Text(text_of(kLarge, 80, "\r\n"))), Error,
      source_error("could not write a temporary file in " + directory.path().string() + ": File too large")
          .hint(kHint)
          .shown_as("a.sql", "", 0));
  BOOST_TEST(std::filesystem::is_empty(directory.path()));
}

BOOST_AUTO_TEST_SUITE_END()
