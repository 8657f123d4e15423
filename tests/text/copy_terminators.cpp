#include "text/copy_terminators.hpp"

#include <boost/test/unit_test.hpp>
#include <random>
#include <string>

namespace copy_terminators {

using namespace runner;

constexpr std::size_t kNone = std::string_view::npos;

/// Searches line by line: slow but obviously correct.
std::size_t found_line_by_line(std::string_view bytes, std::size_t line_end, bool at_end) {
  for (std::size_t start = line_end + 1; start < bytes.size();) {
    const std::size_t end = bytes.find('\n', start);
    if (end == kNone && !at_end) break;
    if (bytes.substr(start, end - start) == "\\.") return start;
    if (end == kNone) break;
    start = end + 1;
  }
  return kNone;
}

std::string lines_of_rows(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::string text = "copy t from stdin;\n";
  const char* const lines[] = {"1\ta", "\\.x", "x\\.", "\\N\t\\.", "", ".", "\\", " \\."};
  while (text.size() < count) {
    text.append(random() % 100 == 0 ? "\\." : lines[random() % std::size(lines)]).append("\n");
  }
  return text;
}

}  // namespace copy_terminators

BOOST_AUTO_TEST_SUITE(copy_terminators)

BOOST_AUTO_TEST_CASE(only_a_line_of_its_own_ends_rows) {
  for (const bool at_end : {true, false}) {
    BOOST_TEST(find_copy_terminator("\n1\n\\.\n2", 0, at_end) == 3U);
    BOOST_TEST(find_copy_terminator("\n\\.\n", 0, at_end) == 1U);
    BOOST_TEST(find_copy_terminator("\n1\\.\n\\.2\n\\.\r\n", 0, at_end) == kNone);
    BOOST_TEST(find_copy_terminator("\n", 0, at_end) == kNone);
    BOOST_TEST(find_copy_terminator("", 0, at_end) == kNone);
  }
}

BOOST_AUTO_TEST_CASE(at_the_end_of_the_text_it_needs_no_line_end) {
  BOOST_TEST(find_copy_terminator("\n1\n\\.", 0, true) == 3U);
  BOOST_TEST(find_copy_terminator("\n1\n\\.", 0, false) == kNone);
}

BOOST_AUTO_TEST_CASE(it_is_found_from_wherever_it_is_looked_for) {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    const std::string text = lines_of_rows(seed, 9000 + seed);
    for (std::size_t line_end = text.find('\n'); line_end != kNone;
         line_end = text.find('\n', line_end + 1)) {
      for (const bool at_end : {true, false})
        BOOST_REQUIRE(find_copy_terminator(text, line_end, at_end) ==
                      found_line_by_line(text, line_end, at_end));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_piece_may_hold_it_when_the_two_bytes_stand_there_or_begin_at_its_end) {
  const std::string piece(CopyTerminatorPieces::kPiece, 'x');
  CopyTerminatorPieces pieces;
  BOOST_TEST(pieces.next(0) == kNone);
  std::size_t begin = 0;
  for (const char* const end : {"x", "\\.", "\\", ".", "x"}) {
    const std::string some = piece.substr(std::string_view(end).size()) + end;
    pieces.scan(some, begin);
    begin += some.size();
  }
  const std::size_t size = piece.size();
  BOOST_TEST(pieces.next(0) == size);
  BOOST_TEST(pieces.next(size + 7) == size + 7);
  BOOST_TEST(pieces.next(2 * size - 1) == 2 * size - 1);
  BOOST_TEST(pieces.next(2 * size) == 2 * size);
  BOOST_TEST(pieces.next(3 * size - 1) == 3 * size - 1);
  BOOST_TEST(pieces.next(3 * size) == kNone);
}

BOOST_AUTO_TEST_SUITE_END()
