#include "text/text_scan.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "text/utf8.hpp"

namespace text_scan {

using namespace runner;

/// More than the scan reads in one piece.
std::string many_rows() {
  std::string text;
  while (text.size() < (std::size_t{3} << 17)) text += "1\tz\u00fcrich \U0001F389\n2\t\\N\n";
  return text;
}

std::string with(std::string text, std::size_t offset, const std::string& bytes) {
  return text.replace(offset, bytes.size(), bytes);
}

ByteScan scan(const std::string& text) { return scan_text(Text(nullptr, text)).bytes; }

}  // namespace text_scan

BOOST_AUTO_TEST_SUITE(text_scan)

BOOST_AUTO_TEST_CASE(a_large_text_may_be_fine) {
  BOOST_TEST(!scan(many_rows()).bad);
  BOOST_TEST(!scan(many_rows()).carriage_return);
}

BOOST_AUTO_TEST_CASE(a_bad_byte_is_found_wherever_it_is) {
  const std::string text = many_rows();
  for (const std::size_t near : {std::size_t{0}, text.size() / 4, text.size() / 2, text.size() * 3 / 4}) {
    const std::size_t offset = text.find("z\u00fc", near);
    BOOST_TEST(*scan(with(text, offset, "\xFF")).bad == offset);
    BOOST_TEST(*scan(with(text, offset, std::string(1, '\0'))).bad == offset);
  }
  BOOST_TEST(*scan(text + "\xC3").bad == text.size());
}

BOOST_AUTO_TEST_CASE(the_first_of_several_bad_bytes_counts) {
  const std::string text = many_rows();
  const std::size_t early = text.find("z\u00fc", text.size() / 4);
  const std::size_t late = text.find("z\u00fc", text.size() * 3 / 4);
  BOOST_TEST(*scan(with(with(text, early, "\xFF"), late, "\xFF")).bad == early);
}

BOOST_AUTO_TEST_CASE(a_carriage_return_is_found_wherever_it_is) {
  const std::string text = many_rows();
  BOOST_TEST(scan(with(text, text.find("z\u00fc", 100), "\r")).carriage_return);
  BOOST_TEST(scan(with(text, text.rfind("z\u00fc"), "\r")).carriage_return);
}

BOOST_AUTO_TEST_SUITE_END()
