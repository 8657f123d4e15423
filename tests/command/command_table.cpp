#include "command/command_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <utility>

#include "command/options.hpp"

namespace command_table {

using namespace runner;

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kMistyped{{{"stauts", "status"},
                                                                                  {"rollbak", "down"},
                                                                                  {"udno", "down"},
                                                                                  {"migrat", "up"},
                                                                                  {"lst", "status"},
                                                                                  {"genrate", "new"}}};

}  // namespace command_table

BOOST_AUTO_TEST_SUITE(command_table)

BOOST_AUTO_TEST_CASE(an_option_is_of_every_command_or_of_those_that_name_it) {
  for (const Option& option : all_options()) {
    const bool named =
        std::ranges::any_of(all_commands(), [&](const Command& c) { return c.has_option(option.name); });
    BOOST_TEST(named != option.of_every_command, option.name);
  }
}

BOOST_AUTO_TEST_CASE(a_command_names_only_options_that_exist) {
  for (const Command& command : all_commands()) {
    for (const std::string_view name : words_of(command.options)) {
      const bool exists =
          std::ranges::any_of(all_options(), [&](const Option& option) { return option.name == name; });
      BOOST_TEST(exists, command.name << " --" << name);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_help_of_a_command_explains_each_of_its_options) {
  for (const Command& command : all_commands()) {
    for (const std::string_view name : words_of(command.options))
      BOOST_TEST((command.help.find(fmt::format("\n  --{} ", name)) != std::string_view::npos),
                 command.name << " --" << name);
  }
}

BOOST_AUTO_TEST_CASE(no_name_of_another_tool_hides_a_command_or_means_two) {
  std::vector<std::string_view> names;
  for (const Command& command : all_commands()) {
    names.push_back(command.name);
    for (const std::string_view other : words_of(command.other_names)) {
      BOOST_TEST(nearest_command(other)->name == command.name);
      names.push_back(other);
    }
  }
  std::ranges::sort(names);
  BOOST_TEST((std::ranges::adjacent_find(names) == names.end()));
}

BOOST_AUTO_TEST_CASE(a_part_of_a_name_finds_nothing) {
  for (const char* part : {"", "u", "ups", "migrat", "migrate", "migrate apply"})
    BOOST_TEST((find_command(part) == nullptr), part);
}

BOOST_AUTO_TEST_CASE(a_mistyped_name_is_near_to_its_command_whatever_tool_it_comes_from) {
  for (const auto& [typed, meant] : kMistyped) {
    BOOST_REQUIRE(nearest_command(typed) != nullptr);
    BOOST_TEST(nearest_command(typed)->name == meant, typed);
  }
  for (const char* strange : {"", "frobnicate", "migrate apply", "UP"})
    BOOST_TEST((nearest_command(strange) == nullptr), strange);
}

BOOST_AUTO_TEST_SUITE_END()
