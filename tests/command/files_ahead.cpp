#include "command/files_ahead.hpp"

#include "command/context_fixture.hpp"
#include "sql/expect.hpp"

namespace files_ahead {

using namespace runner;
using namespace runner::test;

struct ReadFolder {
  int files = 0;
  Findings findings;
};

}  // namespace files_ahead

BOOST_FIXTURE_TEST_SUITE(files_ahead, ContextFixture)

BOOST_AUTO_TEST_CASE(what_was_found_in_the_files_is_said_once) {
  const Context given = context();
  FilesAhead<ReadFolder> folder(given, [](const Heed& heed) {
    heed();
    return ReadFolder{3, {{.rule = "odd-thing", .message = "odd"}}};
  });
  folder.settle();
  folder.settle();
  BOOST_TEST(folder->files == 3);
  BOOST_TEST(err.str() == "note: odd\n");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_the_files_is_thrown_as_often_as_they_are_settled) {
  const Context given = context();
  FilesAhead<ReadFolder> folder(
      given, [](const Heed&) -> ReadFolder { throw Error(ErrorKind::source, "no such folder"); });
  for (int times = 0; times < 2; ++times)
    BOOST_CHECK_EXCEPTION(folder.settle(), Error, source_error("no such folder"));
}

BOOST_AUTO_TEST_SUITE_END()
