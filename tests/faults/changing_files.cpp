// Another program swaps, edits, cuts, lengthens and deletes files while runner reads and runs them.

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <thread>

#include "invariants.hpp"
#include "source/file_descriptor.hpp"
#include "text/checksum.hpp"

namespace faults_changing_files {

using namespace runner;
using namespace runner::test;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

// The size of every line. It divides a page: a reader sees writes page by page, so no line is cut.
constexpr std::size_t kLine = 512;

std::string padded(const std::string& statement) {
  return statement + std::string(kLine - statement.size() - 1, ' ') + "\n";
}

/// A file in which every line inserts one row. The row is enough to reconstruct the line.
struct Pattern {
  std::string name;
  std::string first_line;
  std::string before;  // the text of a line before its row
  std::string after;

  [[nodiscard]] std::string line(const std::string& row) const { return before + row + after; }
  [[nodiscard]] std::string row(int number, char letter) const {
    const std::string begin = fmt::format("{:06}", number);
    return begin + std::string(kLine - before.size() - after.size() - begin.size(), letter);
  }
  [[nodiscard]] std::string text(int lines, char letter) const {
    std::string all = first_line;
    for (int i = 0; i < lines; ++i) all += line(row(i, letter));
    return all;
  }
};

const Pattern kStatements{"database/migrations/001_s.sql", padded("create table s (v text);"),
                          "insert into s values ('", "');\n"};
const Pattern kRows{"database/migrations/rows.csv", "", "", "\n"};
const Pattern kPart{"database/migrations/part.txt", padded("create table p (v text);"),
                    "insert into p values ('", "');\n"};

/// What another program does to a file. It only removes or adds whole lines, so that the file remains a
/// script.
class Vandal {
 public:
  Vandal(const fs::path& folder, Pattern content, int lines)
      : path_(folder / content.name), content_(std::move(content)), lines_(lines) {}

  void strike(Chance& chance) {
    switch (chance.between(1, 8)) {
      case 1: return edit(chance);
      case 2: return write_over(chance.one_in(2) ? 'a' : 'b');
      case 3: return cut(chance.between(0, lines_));
      case 4: return lengthen(chance.between(1, 200));
      case 5: fs::remove(path_); return;
      case 6: return swap(chance);
      case 7: return cut_and_restore(chance);
      default: return there_and_back(chance);
    }
  }

 private:
  [[nodiscard]] off_t offset_of(int line) const {
    return static_cast<off_t>(content_.first_line.size() + static_cast<std::size_t>(line) * kLine);
  }

  // Does not create the file again if it was deleted.
  void write_at(off_t offset, const std::string& bytes, int flags = 0) const {
    const FileDescriptor file(open(path_.c_str(), O_WRONLY | O_CLOEXEC | flags));
    [[maybe_unused]] const auto written = pwrite(file.get(), bytes.data(), bytes.size(), offset);
  }

  void edit(Chance& chance) const {
    const int line = chance.between(0, lines_ - 1);
    if (fs::exists(path_) && fs::file_size(path_) > static_cast<std::uintmax_t>(offset_of(line)))
      write_at(offset_of(line), content_.line(content_.row(line, 'c')));
  }
  void write_over(char letter) const { write_at(0, content_.text(lines_, letter)); }
  void cut(int lines) const { [[maybe_unused]] const int done = truncate(path_.c_str(), offset_of(lines)); }
  void lengthen(int lines) const {
    std::string more;
    for (int i = 0; i < lines; ++i) more += content_.line(content_.row(i, 'd'));
    write_at(0, more, O_APPEND);
  }
  void swap(Chance& chance) const {
    const fs::path other = path_.string() + ".new";
    std::ofstream(other) << content_.text(chance.between(1, lines_), 'e');
    fs::rename(other, path_);
  }
  void cut_and_restore(Chance& chance) const {
    cut(0);
    chance.sleep_within(5ms);
    write_over('a');
  }
  void there_and_back(Chance& chance) const {
    for (int i = 0; i < 5; ++i) {
      write_over('b');
      chance.sleep_within(3ms);
      write_over('a');
    }
  }

  fs::path path_;
  Pattern content_;
  int lines_;
};

struct ChangingFiles : RunnerFixture {
  void write(const Pattern& content, int lines) const {
    project.write(content.name, content.text(lines, 'a'));
  }

  /// The text that must have run, reconstructed from the rows in the table.
  std::string text_of_rows(const Pattern& content, const std::string& table) {
    if (!database.exists(table)) return "";
    std::string text = content.first_line;
    for (const std::string& row : database.column("select v from " + table + " order by ctid"))
      text += content.line(row);
    return text;
  }

  std::string recorded(const std::string& name) {
    const auto checksums = database.column(
        fmt::format("select checksum from migration_history where migration_name = '{}'", name));
    return checksums.empty() ? "" : checksums.front();
  }

  /// A file in the history ran with that checksum. A file that is not in the history left nothing behind.
  void check(const std::string& name, const std::string& table, const std::string& expected) {
    const std::string checksum = recorded(name);
    BOOST_TEST_CONTEXT(name) {
      if (checksum.empty()) {
        BOOST_TEST(!database.exists(table));
      } else {
        BOOST_TEST(checksum == expected);
      }
    }
  }

  // A file that is cut within its last page before runner looks at it seems to end with NUL bytes.
  static bool told(const std::string& text) {
    return std::ranges::any_of(
        std::array{"the file was changed while it ", "No such file or directory", "NUL byte", "0x00"},
        [&](const char* words) { return text.find(words) != std::string::npos; });
  }

  void check_all() {
    if (!database.exists("migration_history")) return;
    const auto sum = [](const std::string& text) { return Checksum::of(text).hex(); };
    check("001_s.sql", "s", sum(text_of_rows(kStatements, "s")));
    check("002_r.sql", "r", sum(sum(kCopies) + sum(text_of_rows(kRows, "r"))));
    check("003_p.sql", "p", sum(sum(kIncludes) + sum(text_of_rows(kPart, "p"))));
  }

  static constexpr const char* kCopies = "create table r (v text);\n\\copy r from rows.csv\n";
  static constexpr const char* kIncludes = "\\ir part.txt\n";
  Connection session = connect(database.url());
};

}  // namespace faults_changing_files

BOOST_FIXTURE_TEST_SUITE(faults_changing_files, ChangingFiles)

BOOST_AUTO_TEST_CASE(what_is_recorded_as_run_is_what_has_run_or_nothing_is) {
  play({.bounded = 3, .all = 300}, [&](Chance& chance) {
    clear(session);
    const int lines = chance.between(600, 2500);
    for (const Pattern& content : {kStatements, kRows, kPart}) write(content, lines);
    migration("002_r.sql", kCopies);
    migration("003_p.sql", kIncludes);
    std::atomic<bool> over = false;
    std::jthread vandal([&] {
      const Pattern& content = chance.one_in(2) ? kStatements : chance.one_in(2) ? kRows : kPart;
      Vandal other(project.path(), content, lines);
      while (!over) {
        chance.sleep_within(1500ms);
        other.strike(chance);
      }
    });
    const Outcome outcome = run({"up"});
    over = true;
    vandal.join();
    BOOST_TEST((outcome.exit_code == 0 || outcome.exit_code == 1 || outcome.exit_code == 3), outcome.err);
    BOOST_TEST(told(outcome.err) == (outcome.exit_code != 0), outcome.err);
    check_all();
  });
}

BOOST_AUTO_TEST_SUITE_END()
