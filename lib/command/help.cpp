#include "help.hpp"

#include <fmt/format.h>

#include <string_view>

#include "command_table.hpp"
#include "error.hpp"
#include "source/identity.hpp"
#include "suggestions.hpp"

namespace runner {
namespace {

constexpr std::string_view kProgram = R"(runner: PostgreSQL migrations from plain numbered .sql files

usage: runner COMMAND [OPTIONS]

commands:
)";

constexpr std::string_view kOptionsAndExitCodes = R"(
options for every command:
  --database-url URL   which database; else DATABASE_URL, .env, PG*, POSTGRES_*
  --migrations DIR     where migrations are          (database/migrations)
  --seeds DIR          where seeds are               (seeds)
  --schema NAME        where runner keeps its tables (first of search_path)
  --env NAME           development, staging, production, test or
                       a folder of the seeds                   (RUNNER_ENV)
  --env-file FILE      read this file instead of .env
  --set NAME=VALUE     a variable for :NAME in the files, as with psql; stored
                       in clear text with a down script that uses it
  --set-secret NAME    the same with the value of the environment variable NAME,
                       or NAME=@FILE: of a file; never stored, never shown
  --wait TIME          wait for a server that is starting: 30s       (0)
  --lock-timeout TIME  give up on a table's lock after this time     (2s)
  --lock-retries N     retry a file up to N times after a lock timeout (10)
  --lock-wait TIME     wait for another runner as long as this       (60s)
  --durable            every COMMIT waits for the disk   (RUNNER_DURABLE)
  --json               one JSON document on standard output
  --color WHEN         auto, always or never
  -q, --quiet          no progress
  -v, --verbose        each statement as it runs
  -h, --help           help, also for one command
  --version            the version

exit codes:
  0 done                          4 refused: nothing ran, decide
  1 fix the command or a file     5 in doubt or half done: look
  2 server away or busy: later    6 pending (status --check)
  3 a script failed, was undone   130, 143 stopped by SIGINT, SIGTERM

example:
  export DATABASE_URL=postgresql://app@localhost:5432/app
  runner up
)";

constexpr std::string_view kMoreOptions = "\n\"runner --help\" lists the options for every command.\n";

std::string program_help() {
  std::string text(kProgram);
  for (const Command& command : all_commands())
    text +=
        fmt::format("  {:<10}  {}\n", fmt::format("{} {}", command.name, command.argument), command.summary);
  return text + std::string(kOptionsAndExitCodes);
}

std::string help_text(const std::string& name) {
  const Command* command = find_command(name);
  if (name.empty() || (command != nullptr && command->help.empty())) return program_help();
  if (command != nullptr) return std::string(command->help) + std::string(kMoreOptions);
  throw Error(ErrorKind::usage, fmt::format("there is no command \"{}\"", shown(name)))
      .hint("\"runner --help\" lists the commands.");
}

}  // namespace

std::optional<std::string> text_asked_for(const Invocation& invocation) {
  if (invocation.version) return "runner " + version_text() + "\n";
  const bool command = invocation.command == "help";
  if (!invocation.help && !command) return std::nullopt;
  return help_text(command && !invocation.arguments.empty() ? invocation.arguments.front()
                                                            : invocation.command);
}

}  // namespace runner
