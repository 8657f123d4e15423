#include "source/mapped_file.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "source/disk.hpp"
#include "sql/expect.hpp"
#include "support/files.hpp"
#include "text/checksum.hpp"
#include "text/text_window.hpp"

namespace mapped_file {

using namespace runner;
using namespace runner::test;
namespace fs = std::filesystem;

constexpr std::size_t kSize = 3'000'001;

struct Mapped : FolderFixture {
  Mapped() { write("a.sql", std::string(kSize, 'x')); }

  [[nodiscard]] Text read() const { return read_file(path("a.sql")); }
  void shorten(std::size_t size) const { fs::resize_file(path("a.sql"), size); }
  void write_at(std::size_t offset, const std::string& bytes) const {
    std::fstream file(path("a.sql"), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(offset)) << bytes;
  }

  [[nodiscard]] auto changed() const {
    return source_error("the file was changed while it was read").shown_as(path("a.sql"), "", 0);
  }
};

}  // namespace mapped_file

BOOST_FIXTURE_TEST_SUITE(mapped_file, Mapped)

BOOST_AUTO_TEST_CASE(a_file_that_is_shortened_before_it_was_looked_at_is_refused) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{5000}, kSize / 2}) {
    const Text text = read();
    shorten(size);
    BOOST_CHECK_EXCEPTION((void)copy_of(text), Error, changed());
    write("a.sql", std::string(kSize, 'x'));
  }
}

BOOST_AUTO_TEST_CASE(a_file_that_is_shortened_afterwards_is_refused) {
  const Text text = read();
  (void)copy_of(text);
  shorten(kSize - 1);
  BOOST_CHECK_EXCEPTION((void)copy_of(text), Error, changed());
}

BOOST_AUTO_TEST_CASE(what_is_missing_reads_as_nul_and_ends_no_process) {
  const Text text = read();
  shorten(0);
  BOOST_TEST((text.view() == std::string(kSize, '\0')));
}

BOOST_AUTO_TEST_CASE(several_threads_may_come_upon_the_missing_bytes) {
  std::vector<Text> texts;
  for (int i = 0; i < 50; ++i) texts.push_back(read());
  shorten(4096);
  std::atomic<int> refused = 0;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([&] {
        for (const Text& text : texts) {
          try {
            (void)Checksum::of(text);
          } catch (const Error&) {
            ++refused;
          }
        }
      });
    }
  }
  BOOST_TEST(refused == 4 * 50);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_edited_in_place_is_refused) {
  const Text text = read();
  (void)copy_of(text);
  write_at(kSize - 1, "y");
  BOOST_CHECK_EXCEPTION((void)copy_of(text), Error, changed());
}

BOOST_AUTO_TEST_CASE(a_file_that_grows_is_deleted_or_is_replaced_stays_what_it_was) {
  const std::string bytes(kSize, 'x');
  const Text text = read();
  write_at(kSize, "more");
  BOOST_TEST((copy_of(text) == bytes));
  write("other.sql", "other");
  fs::rename(path("other.sql"), path("a.sql"));
  BOOST_TEST((copy_of(text) == bytes));
  fs::remove(path("a.sql"));
  BOOST_TEST((copy_of(text) == bytes));
}

BOOST_AUTO_TEST_SUITE_END()
