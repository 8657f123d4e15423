#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "plan/plan.hpp"
#include "sql/expect.hpp"

/// Short builders of migrations, histories and seeds. Number 1 is "001_a", number 2 is "002_b", and so on.
namespace runner::test {

using Numbers = std::vector<int>;
using Texts = std::vector<std::string>;

inline Version version(std::string_view digits) { return Version::parse(digits).value(); }
inline Version version(int number) { return version(std::to_string(number)); }

inline std::string name(int number) {
  std::string digits = std::to_string(number);
  digits.insert(0, 3 - digits.size(), '0');
  return digits + "_" + static_cast<char>('a' + number - 1);
}

inline std::string up_text(int number) { return "create table t" + std::to_string(number) + " ();\n"; }
inline std::string down_text(int number) { return "drop table t" + std::to_string(number) + ";\n"; }
/// Four statements that run one by one.
inline std::string long_text() {
  return "-- runner: no-transaction\nselect 1;\nselect 2;\nselect 3;\nselect 4;\n";
}

struct MigrationFile {
  std::string name;
  Script script;
};

inline std::string path_in_db(std::string_view file_name) { return "db/" + std::string(file_name); }

inline MigrationFile file(const std::string& file_name, std::string text = "select 1;\n") {
  return {file_name, script(std::move(text), path_in_db(file_name))};
}

/// The files as migrations, as if read from disk.
inline std::vector<Migration> migrations_of(const std::vector<MigrationFile>& files) {
  std::vector<std::string_view> names;
  std::map<std::string, Script> scripts;
  for (const MigrationFile& file : files) {
    names.push_back(file.name);
    scripts[file.script.path] = file.script;
  }
  std::vector<Migration> migrations = pair_files(names, path_in_db);
  for (Migration& migration : migrations) {
    migration.up = scripts.at(migration.up.path);
    if (migration.down) migration.down = scripts.at(migration.down->path);
    require_consistent(migration);
  }
  return migrations;
}

/// The migrations with these numbers, each with its down file.
inline std::vector<Migration> on_disk(const Numbers& numbers) {
  std::vector<MigrationFile> files;
  for (const int number : numbers) {
    files.push_back(file(name(number) + ".sql", up_text(number)));
    files.push_back(file(name(number) + ".down.sql", down_text(number)));
  }
  return migrations_of(files);
}

inline Migration& of_number(std::vector<Migration>& migrations, int number) {
  return *std::find_if(migrations.begin(), migrations.end(),
                       [&](const Migration& migration) { return migration.version == version(number); });
}

/// The same migrations, one with another up script.
inline std::vector<Migration> with_up(std::vector<Migration> migrations, int number, std::string text) {
  Script& up = of_number(migrations, number).up;
  up = script(std::move(text), up.path);
  return migrations;
}

inline std::vector<Migration> with_down(std::vector<Migration> migrations, int number, std::string text) {
  Script& down = of_number(migrations, number).down.value();
  down = script(std::move(text), down.path);
  return migrations;
}

inline std::vector<Migration> without_down(std::vector<Migration> migrations, int number) {
  of_number(migrations, number).down.reset();
  return migrations;
}

/// A row as "up" writes it, with the checksum of the text and the stored down text.
inline HistoryEntry row(int number) {
  return {.version = version(number),
          .name = name(number),
          .recorded_name = name(number) + ".sql",
          .applied_at = "2026-11-20 14:02:33.120417",
          .checksum = Checksum::of(up_text(number)),
          .applied_by = "deploy@ci",
          .took = {},
          .stored_down = Checksum::of(down_text(number))};
}

inline History applied(const Numbers& numbers) {
  History history;
  for (const int number : numbers) history.entries.push_back(row(number));
  return history;
}

inline HistoryEntry& row_of(History& history, int number) {
  return *std::find_if(history.entries.begin(), history.entries.end(),
                       [&](const HistoryEntry& entry) { return entry.version == version(number); });
}

/// The same history, in which this script stopped after `done` of four statements.
inline History half_done(History history, Action action, int number, std::size_t done,
                         const std::string& text = long_text()) {
  history.half_done.push_back({.version = version(number),
                               .name = name(number),
                               .action = action,
                               .done = done,
                               .statement_count = 4,
                               .prefix = checksum_of_first(script(text), done),
                               .error = "division by zero"});
  return history;
}

inline std::optional<std::string> nothing_kept(const Checksum&) { return std::nullopt; }

/// Finds a text that "up" has stored in the database, for the numbers 1 to 9.
inline std::optional<std::string> kept(const Checksum& checksum) {
  for (int number = 1; number <= 9; ++number) {
    for (const std::string& text : {up_text(number), down_text(number)}) {
      if (Checksum::of(text) == checksum) return text;
    }
  }
  return std::nullopt;
}

/// The steps of a plan in order, as in "up 001_a".
inline Texts steps_of(const Plan& plan) {
  Texts steps;
  for (const Step& step : plan.steps) steps.push_back(std::string(name_of(step.action)) + " " + step.name);
  return steps;
}

/// Each finding as "rule: message".
inline Texts texts_of(const Findings& findings) {
  Texts texts;
  for (const Finding& finding : findings) texts.push_back(finding.rule + ": " + finding.message);
  return texts;
}

inline Texts ups(const Numbers& numbers) {
  Texts steps;
  for (const int number : numbers) steps.push_back("up " + name(number));
  return steps;
}

inline Texts downs(const Numbers& numbers) {
  Texts steps;
  for (const int number : numbers) steps.push_back("down " + name(number));
  return steps;
}

}  // namespace runner::test
