#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "support/paths.hpp"

namespace rooms {

namespace fs = std::filesystem;

using Rooms = std::set<std::string>;

struct Arrows {
  std::vector<std::string> order;  // from top to bottom
  std::map<std::string, Rooms> from;
};

// Reads the lines "room → rooms" of docs/architecture.md.
Arrows drawn() {
  Arrows arrows;
  std::ifstream file(fs::path(runner::test::project_folder()) / "docs/architecture.md");
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string room;
    std::string sign;
    if (!(words >> room >> sign) || sign != "→") continue;
    arrows.order.push_back(room);
    Rooms& to = arrows.from[room];
    for (std::string other; words >> other;) to.insert(other);
  }
  return arrows;
}

// The project's own headers that the files of a folder include, by the including file.
std::multimap<std::string, std::string> included_in(const fs::path& folder) {
  std::multimap<std::string, std::string> included;
  for (const auto& entry :
       fs::directory_iterator(fs::path(runner::test::project_folder()) / "lib" / folder)) {
    if (entry.is_directory()) continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      constexpr std::string_view kInclude = "#include \"";
      if (!line.starts_with(kInclude)) continue;
      const std::string name = line.substr(kInclude.size(), line.rfind('.') - kInclude.size());
      if (name != entry.path().stem()) included.emplace(entry.path().stem(), name);
    }
  }
  return included;
}

// The rooms that the files of this room include.
Rooms used_by(const std::string& room) {
  Rooms used;
  for (const auto& [file, name] : included_in(room)) {
    const std::size_t slash = name.find('/');
    if (slash != std::string::npos) used.insert(name.substr(0, slash));
  }
  return used;
}

}  // namespace rooms

BOOST_AUTO_TEST_SUITE(rooms)

BOOST_AUTO_TEST_CASE(each_room_uses_just_the_rooms_that_the_picture_shows) {
  const Arrows arrows = drawn();
  Rooms built;
  for (const auto& entry : fs::directory_iterator(fs::path(runner::test::project_folder()) / "lib"))
    if (entry.is_directory()) built.insert(entry.path().filename());
  BOOST_TEST(Rooms(arrows.order.begin(), arrows.order.end()) == built, boost::test_tools::per_element());
  for (const auto& [room, to] : arrows.from) {
    BOOST_TEST_CONTEXT(room) BOOST_TEST(used_by(room) == to, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(no_arrow_goes_up) {
  const Arrows arrows = drawn();
  for (auto room = arrows.order.begin(); room != arrows.order.end(); ++room) {
    for (const std::string& to : arrows.from.at(*room))
      BOOST_TEST((std::find(room + 1, arrows.order.end(), to) != arrows.order.end()), *room << " → " << to);
  }
}

BOOST_AUTO_TEST_CASE(the_ground_uses_no_room_and_no_two_of_its_files_each_other) {
  const auto included = included_in("");
  BOOST_TEST(!included.empty());
  for (const auto& [file, name] : included) {
    BOOST_TEST((name.find('/') == std::string::npos), file << " includes " << name);
    const auto [first, last] = included.equal_range(name);
    for (auto back = first; back != last; ++back) BOOST_TEST(back->second != file, file << " and " << name);
  }
}

BOOST_AUTO_TEST_SUITE_END()
