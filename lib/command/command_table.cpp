#include "command_table.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "commands.hpp"
#include "suggestions.hpp"

namespace runner {
namespace {

constexpr std::array<Command, 7> kCommands{{
    {.name = "up",
     .summary = "apply pending migrations, oldest first",
     .options = "to steps dry-run out-of-order into-existing one-transaction",
     .other_names = "migrate apply deploy",
     .run = run_up,
     .help = R"(runner up: apply pending migrations, oldest first

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
)"},
    {.name = "down",
     .summary = "undo the newest applied migrations",
     .options = "to steps all dry-run out-of-order one-transaction yes",
     .other_names = "rollback revert undo",
     .run = run_down,
     .help = R"(runner down: undo the newest applied migrations, newest first

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
)"},
    {.name = "status",
     .summary = "show which migrations are applied and pending; writes nothing",
     .options = "check",
     .other_names = "info list",
     .run = run_status,
     .help = R"(runner status: show which migrations are applied and pending

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
)"},
    {.name = "seed",
     .summary = "run the seeds that are new or changed",
     .options = "dry-run one-transaction force",
     .run = run_seed,
     .help = R"(runner seed: run the seeds that are new or changed

usage: runner seed [--env NAME] [--force] [--dry-run] [--one-transaction]

  --env NAME         after the common seeds also those in seeds/NAME
  --force            run unchanged ones, too
  --dry-run          show what would run, and change nothing
  --one-transaction  all of them, or none when one fails

Each seed runs in one transaction. Without --env or RUNNER_ENV only the common
ones run.

example:
  runner seed --env development
)"},
    {.name = "log",
     .summary = "show who did what when, and how it ended",
     .options = "limit all",
     .other_names = "history",
     .run = run_log,
     .help = R"(runner log: show who did what when, and how it ended; newest first

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
)"},
    {.name = "new",
     .argument = "NAME",
     .summary = "write the two files of a new migration",
     .options = "timestamp",
     .most_arguments = 1,
     .other_names = "create generate add",
     .run = run_new,
     .help = R"(runner new: write the two files of a new migration

usage: runner new NAME [--timestamp]

  --timestamp      number it with the time (UTC) instead of the next number

Takes the next number, in the width that is in use. Never overwrites a file.

example:
  runner new add_invoice_index
)"},
    {.name = "help",
     .summary = "show this help, or that of a command",
     .options = "",
     .most_arguments = 1,
     .run = nullptr,
     .help = {}},
}};

using Words = std::vector<std::string_view>;

Words words_in(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

template <typename Predicate>
const Command* first_command(Predicate predicate) {
  const auto found = std::ranges::find_if(kCommands, predicate);
  return found == kCommands.end() ? nullptr : &*found;
}

}  // namespace

bool Command::has_option(std::string_view option) const {
  return std::ranges::count(words_in(options), option) > 0;
}

std::span<const Command> all_commands() noexcept { return kCommands; }

const Command* find_command(std::string_view name) {
  return first_command([&](const Command& command) { return command.name == name; });
}

const Command* nearest_command(std::string_view typed) {
  Words names;
  for (const Command& command : kCommands) {
    names.push_back(command.name);
    std::ranges::copy(words_in(command.other_names), std::back_inserter(names));
  }
  const std::string_view name = nearest(typed, names);
  return first_command([&](const Command& command) {
    return command.name == name || std::ranges::count(words_in(command.other_names), name) > 0;
  });
}

}  // namespace runner
