#include "command/help.hpp"

#include "command/command_table.hpp"
#include "source/identity.hpp"
#include "sql/expect.hpp"

namespace help_texts {

using namespace runner;
using namespace runner::test;

Invocation help_on(const std::string& command) {
  Invocation invocation;
  invocation.command = command;
  invocation.help = true;
  return invocation;
}

Invocation help_command(std::vector<std::string> arguments) {
  Invocation invocation;
  invocation.command = "help";
  invocation.arguments = std::move(arguments);
  return invocation;
}

}  // namespace help_texts

BOOST_AUTO_TEST_SUITE(help_texts)

BOOST_AUTO_TEST_CASE(a_command_that_runs_asks_for_no_text) {
  Invocation invocation;
  invocation.command = "up";
  BOOST_TEST(!text_asked_for(invocation).has_value());
}

BOOST_AUTO_TEST_CASE(the_version_goes_before_everything_else) {
  Invocation invocation = help_on("up");
  invocation.version = true;
  BOOST_TEST(text_asked_for(invocation).value() == "runner " + version_text() + "\n");
}

BOOST_AUTO_TEST_CASE(the_help_of_the_program_lists_every_command) {
  const std::string text = text_asked_for(help_on("")).value();
  BOOST_TEST(text.starts_with("runner: PostgreSQL migrations from plain numbered .sql files\n"));
  for (const Command& command : all_commands())
    BOOST_TEST((text.find("\n  " + std::string(command.name)) != std::string::npos), command.name);
  BOOST_TEST(text_asked_for(help_command({})).value() == text);
  BOOST_TEST(text_asked_for(help_on("help")).value() == text);
}

BOOST_AUTO_TEST_CASE(the_help_of_a_command_can_be_asked_for_in_two_ways) {
  for (const Command& command : all_commands()) {
    if (command.help.empty()) continue;
    const std::string name(command.name);
    BOOST_TEST(text_asked_for(help_on(name)).value() ==
               std::string(command.help) + "\n\"runner --help\" lists the options for every command.\n");
    BOOST_TEST(text_asked_for(help_command({name})).value() == text_asked_for(help_on(name)).value());
  }
}

BOOST_AUTO_TEST_CASE(there_is_no_help_on_what_is_no_command) {
  BOOST_CHECK_EXCEPTION(
      (void)text_asked_for(help_command({"postgresql://app:secret@db"})), Error,
      usage_error("there is no command \"postgresql://…\"").hint("\"runner --help\" lists the commands."));
}

BOOST_AUTO_TEST_SUITE_END()
