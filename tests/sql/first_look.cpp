#include "sql/first_look.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

namespace first_look {

using namespace runner;

/// More than a million bytes: large enough to be looked at in two halves.
std::string many_rows() {
  std::string text;
  while (text.size() < (std::size_t{3} << 19)) text += "1\tz\u00fcrich \U0001F389\n2\t\\N\n";
  return text;
}

std::string with(std::string text, std::size_t offset, const std::string& bytes) {
  return text.replace(offset, bytes.size(), bytes);
}

FirstLook read_state(const std::string& text) { return look_at_all(Text(nullptr, text)); }

std::size_t first_row_end(const std::string& text) {
  return read_state(text).row_ends.first_from(Text(nullptr, text), 0);
}

}  // namespace first_look

BOOST_AUTO_TEST_SUITE(first_look)

BOOST_AUTO_TEST_CASE(a_large_text_may_be_fine) {
  const FirstLook look = read_state(many_rows());
  BOOST_TEST(!look.bytes.bad);
  BOOST_TEST(!look.bytes.carriage_return);
}

BOOST_AUTO_TEST_CASE(a_bad_byte_is_found_wherever_it_is) {
  const std::string text = many_rows();
  for (const std::size_t near : {std::size_t{0}, text.size() / 4, text.size() / 2, text.size() * 3 / 4}) {
    const std::size_t offset = text.find("z\u00fc", near);
    BOOST_TEST(*read_state(with(text, offset, "\xFF")).bytes.bad == offset);
    BOOST_TEST(*read_state(with(text, offset, std::string(1, '\0'))).bytes.bad == offset);
  }
  BOOST_TEST(*read_state(text + "\xC3").bytes.bad == text.size());
}

BOOST_AUTO_TEST_CASE(the_first_of_several_bad_bytes_counts) {
  const std::string text = many_rows();
  const std::size_t early = text.find("z\u00fc", text.size() / 4);
  const std::size_t late = text.find("z\u00fc", text.size() * 3 / 4);
  BOOST_TEST(*read_state(with(with(text, early, "\xFF"), late, "\xFF")).bytes.bad == early);
}

BOOST_AUTO_TEST_CASE(a_carriage_return_is_found_in_either_half) {
  const std::string text = many_rows();
  BOOST_TEST(read_state(with(text, text.find("z\u00fc", 100), "\r")).bytes.carriage_return);
  BOOST_TEST(read_state(with(text, text.rfind("z\u00fc"), "\r")).bytes.carriage_return);
}

BOOST_AUTO_TEST_CASE(the_end_of_rows_is_found_in_either_half) {
  const std::string text = many_rows();
  for (const std::size_t near : {text.size() / 4, text.size() / 2, text.size() * 3 / 4}) {
    const std::size_t line = text.find("2\t\\N\n", near);
    const std::string ended = with(text, line, "\\.\nx");
    BOOST_TEST(first_row_end(ended) == line);
  }
  BOOST_TEST(first_row_end(text) == text.size());
}

BOOST_AUTO_TEST_CASE(a_large_text_may_be_one_line) {
  const std::string line(std::size_t{2} << 20, 'x');
  BOOST_TEST(!read_state(line).bytes.bad);
  BOOST_TEST(*read_state(line + "\xFF").bytes.bad == line.size());
  BOOST_TEST(first_row_end(line) == line.size());
}

BOOST_AUTO_TEST_SUITE_END()
