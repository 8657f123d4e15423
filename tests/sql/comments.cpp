#include "sql/comments.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <string_view>

namespace comments {

using namespace runner;
namespace bdata = boost::unit_test::data;
using Offsets = std::vector<std::size_t>;

struct Case {
  std::string_view what, text;
  Offsets offsets;
};
std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.what; }

const std::vector<Case> kCases = {
    {"no text", "", {}},
    {"none", "select 1;", {}},
    {"at the end of a line", "select 1 -- one\n + 2 -- two", {9, 21}},
    {"in a block", "select /* a -- b */ 1 /**/", {7, 22}},
    {"one in the other", "/* a /* b */ c */ 1 /* d */", {0, 20}},
    {"next to each other", "--a\n/*b*//*c*/--d", {0, 4, 9, 14}},
    {"a slash that opens and does not close", "/*/ a */ 1 /*/*/ b */ c */ 2 --d", {0, 11, 29}},
    {"a star that does not close", "/***/ 1 /* * / **/ 2 --d", {0, 8, 21}},
    {"opened where another was closed", "/*a*//*b/*c*//*d*/*/ 1 --e", {0, 5, 23}},
    {"a line in a block and a block in a line", "/* -- */ -- /*\n/**/", {0, 9, 15}},
    {"a line that ends with a return", "-- a\r/* b */ 1 -- c\r\n-- d", {0, 5, 15, 21}},
    {"never closed", "select 1 /* a /* b */", {9}},
    {"in quotes", "select '--', \"/*\", $$--$$, E'\\'--' -- a", {35}},
    {"behind a backslash at the end of a string", R"('\' -- ' -- a)", {4}},
    {"in an operator", "select 1 +-- a\n 2 */* b */ 3", {10, 19}},
};

}  // namespace comments

BOOST_AUTO_TEST_SUITE(comments)

BOOST_DATA_TEST_CASE(comments_are_found_where_they_begin, bdata::make(kCases)) {
  BOOST_TEST(comment_offsets(sample.text) == sample.offsets, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
