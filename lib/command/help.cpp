#include "help.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "error.hpp"
#include "source/identity.hpp"
#include "suggestions.hpp"

namespace runner {
namespace {

constexpr std::string_view kProgram = R"(runner: PostgreSQL migrations from plain numbered .sql files

usage: runner COMMAND [OPTIONS]

commands:
  up          apply pending migrations, oldest first
  down        undo the newest applied migrations
  status      show which migrations are applied and pending; writes nothing
  seed        run the seeds that are new or changed
  log         show who did what when, and how it ended
  new NAME    write the two files of a new migration
  help        show this, or with the name of a command its own help

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
  --lock-retries N     begin a file again so often when it gave up   (10)
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

constexpr std::string_view kUp = R"(runner up: apply pending migrations, oldest first

usage: runner up [--to VERSION | --steps N] [--dry-run] [--out-of-order]
                 [--into-existing] [--one-transaction]

  --to VERSION       stop after this migration
  --steps N          apply at most N migrations
  --dry-run          show what would run, and change nothing
  --out-of-order     also run pending migrations below the newest applied one
  --into-existing    apply to a database that has tables but no history
  --one-transaction  all of them, or none when one fails

Each file runs in one transaction with its history row. It stops at the first
failure; that file is undone and the ones before it stay applied. Nothing runs
when an applied file was edited or is missing.

example:
  runner up --dry-run && runner up
)";

constexpr std::string_view kDown = R"(runner down: undo the newest applied migrations, newest first

usage: runner down [--steps N | --to VERSION | --all] [--dry-run] [--yes]
                   [--out-of-order] [--one-transaction]

  --steps N          undo N migrations (1)
  --to VERSION       undo everything above this version; 0 undoes all
  --all              undo everything
  --dry-run          show what would run and be lost, and change nothing
  --yes              do not ask; without a terminal needed to lose data, and in
                     production (an environment "production" or "prod")
  --out-of-order     do not mind pending migrations below the newest applied one
  --one-transaction  all of them, or none when one fails

Uses the down file; when that is gone, the text that was stored at "up". When
one of the migrations cannot be undone, none is.

Counts first what the scripts would lose: tables and columns that they drop,
rows that they delete. Large tables are estimated ("about"). On a terminal it
asks: for "yes", or, when data would be lost, for the number of the oldest
migration to undo. What functions, triggers and UPDATE do is not seen.

example:
  runner down --dry-run && runner down
)";

constexpr std::string_view kStatus = R"(runner status: show which migrations are applied and pending

usage: runner status [--check]

  --check          exit with 6 when something is pending, 4 when "up" would
                   refuse, 5 when a script was left half done

Writes nothing, takes no lock, and works with a read-only role.
States: applied, pending, changed (edited since it was applied), missing (its
file is gone), ahead (newer than every file), out of order (pending below the
newest applied), half done, unreadable (a file of it cannot be used: the errors
follow the table, and the exit code is 1).

example:
  runner status --check || runner up
)";

constexpr std::string_view kSeed = R"(runner seed: run the seeds that are new or changed

usage: runner seed [--env NAME] [--force] [--dry-run] [--one-transaction]

  --env NAME         after the common seeds also those in seeds/NAME
  --force            run unchanged ones, too
  --dry-run          show what would run, and change nothing
  --one-transaction  all of them, or none when one fails

Each seed runs in one transaction. Without --env or RUNNER_ENV only the common
ones run.

example:
  runner seed --env development
)";

constexpr std::string_view kLog = R"(runner log: show who did what when, and how it ended; newest first

usage: runner log [--limit N | --all]

  --limit N        the newest N entries (20)
  --all            every entry

What was done or attempted with up, down and seed: when, how long it took, by
which role (and user@host), from which CI job; for failures the error, and
where a script without a transaction stopped. --json has all of migration_log,
with times in UTC. Writes nothing, takes no lock, and works with a role that
may only read migration_log.

example:
  runner log --limit 5
)";

constexpr std::string_view kNew = R"(runner new: write the two files of a new migration

usage: runner new NAME [--timestamp]

  --timestamp      number it with the time (UTC) instead of the next number

Takes the next number, in the width that is in use. Never overwrites a file.

example:
  runner new add_invoice_index
)";

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTexts{{{"", kProgram},
                                                                               {"help", kProgram},
                                                                               {"up", kUp},
                                                                               {"down", kDown},
                                                                               {"status", kStatus},
                                                                               {"seed", kSeed},
                                                                               {"log", kLog},
                                                                               {"new", kNew}}};

constexpr std::string_view kMoreOptions = "\n\"runner --help\" lists the options for every command.\n";

// For an empty name the help of the whole program.
std::string help_text(const std::string& command) {
  for (const auto& [name, text] : kTexts) {
    if (name == command) return std::string(text) + std::string(text == kProgram ? "" : kMoreOptions);
  }
  throw Error(ErrorKind::usage, fmt::format("there is no command \"{}\"", shown(command)))
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
