#include "text/text_window.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "sql/expect.hpp"
#include "text/checksum.hpp"
#include "text/sealed_bytes.hpp"
#include "text/text_scan.hpp"
#include "text/utf8.hpp"

using namespace runner;
using namespace runner::test;

namespace text_window {

constexpr std::size_t kBlock = SealedBytes::kBlock;

/// A file that a test changes as another program would do.
struct SharedFile {
  explicit SharedFile(std::string content)
      : bytes(std::move(content)), text(std::make_shared<const SealedBytes>("a.sql", bytes, lost)) {}

  void change(std::size_t offset) { bytes[offset] = static_cast<char>(bytes[offset] ^ 1); }

  std::string bytes;
  std::shared_ptr<std::atomic<bool>> lost = std::make_shared<std::atomic<bool>>(false);
  Text text;
};

std::string some_bytes(std::size_t size) {
  std::mt19937 random(7);
  std::string bytes(size, ' ');
  for (char& byte : bytes) byte = static_cast<char>('a' + random() % 26);
  return bytes;
}

auto changed() {
  return source_error("the file was changed while it was read")
      .shown_as("a.sql", "", 0)
      .hint("Run the command again once no other program writes to the file.");
}

const std::vector<std::string>& snippets() {
  static const std::vector<std::string> all{
      "select 1;\n",
      "select 'a;b''c\n;' || 'd' -- it's; here\n, 2;",
      "/* ; /* nested ' */ ; */ ",
      "select E'\\';' 'x'\n  ';y';",
      "select $$;\n$$, $tag$ ; $$ ; $tag$;\n",
      "select \"a;\"\"b\", $1, x.y::int;\n\n\n",
      "create function f() returns int begin atomic select 1; select case when true then 1 end; end;\n",
      "copy t from stdin;\n1\t\\N\n\\.x\n\\.\n",
      "copy t from stdin; \n\\.\n",
      "\\echo it's ; a line\n",
      "select 1 \\g\n",
      "-- runner: late\n",
      ";;;  \t\n",
      "select '\\';\n",
      "select 'd\u00e9j\u00e0 \U0001F389';\n",
  };
  return all;
}

// Includes statements, comments and rows that are larger than one piece of the window.
std::string script_of(unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < 900'000) {
    text += snippets()[random() % snippets().size()];
    if (random() % 3000 == 0) text += "select '" + std::string(300'000, ';') + "';\n";
    if (random() % 3000 == 0) text += "/*" + std::string(300'000, ';') + "*/\n";
    if (random() % 3000 == 0) text += "copy t from stdin;\n" + std::string(300'000, ';') + "\n\\.\n";
  }
  return text;
}

/// Each statement with its kind, its place and its rows. Checks that it reads the original text.
std::vector<std::string> statements_in(const Text& script, std::string_view original, bool scanned = true) {
  const TextScan scan = scan_text(script);
  StatementReader reader(script, DirectivesAllowed::nowhere, scanned ? &scan.rows_may_end : nullptr);
  std::vector<std::string> all;
  while (const auto statement = reader.next()) {
    BOOST_REQUIRE((original.substr(statement->offset, statement->text.size()) == statement->text));
    const std::string_view rows = statement->rows;
    const auto rows_offset = rows.empty() ? 0 : rows.data() - script.view().data();
    all.push_back(std::string(name_of(statement->kind)) + " " + std::to_string(statement->offset) + "+" +
                  std::to_string(statement->text.size()) + " " + std::to_string(rows_offset) + "+" +
                  std::to_string(rows.size()));
  }
  return all;
}

}  // namespace text_window

BOOST_AUTO_TEST_SUITE(text_window)

BOOST_AUTO_TEST_CASE(it_shows_the_bytes_of_the_text_wherever_it_goes) {
  const SharedFile file(some_bytes(5 * kBlock + 77));
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    const Text part = file.text.part(random() % file.bytes.size(), random() % file.bytes.size());
    TextWindow window(part);
    for (int move = 0; move < 5; ++move) {
      const std::size_t from = random() % (part.view().size() + 1);
      const std::size_t size = random() % (2 * kBlock);
      BOOST_REQUIRE((window.read(from, size) == part.view().substr(from, size)));
    }
  }
  BOOST_TEST((copy_of(file.text) == file.bytes));
}

BOOST_AUTO_TEST_CASE(what_it_showed_stays_as_long_as_it_is_kept) {
  const SharedFile file(some_bytes(4 * kBlock));
  TextWindow window(file.text);
  const std::string_view first = window.read(10, 20);
  const auto keeper = window.keeper();
  for (std::size_t from = 0; from < file.bytes.size(); from += 1000) (void)window.read(from, 1000);
  BOOST_TEST(first == file.bytes.substr(10, 20));
}

BOOST_AUTO_TEST_CASE(a_text_in_memory_is_not_copied) {
  const Text text(some_bytes(4 * kBlock));
  TextWindow window(text);
  BOOST_TEST(window.holds_all());
  BOOST_TEST(window.read(kBlock, 5).data() == text.view().data() + kBlock);
  BOOST_TEST(window.keeper() == nullptr);
}

BOOST_AUTO_TEST_CASE(a_file_that_was_read_and_then_changed_is_refused_wherever_that_was) {
  SharedFile file(some_bytes(3 * kBlock + 5));
  (void)copy_of(file.text);
  for (const std::size_t offset : {std::size_t{0}, kBlock - 1, kBlock, 2 * kBlock + 9, 3 * kBlock + 4}) {
    file.change(offset);
    BOOST_CHECK_EXCEPTION((void)copy_of(file.text), Error, changed());
    BOOST_CHECK_EXCEPTION((void)Checksum::of(file.text), Error, changed());
    BOOST_CHECK_EXCEPTION((void)TextWindow(file.text).read(offset, 1), Error, changed());
    file.change(offset);
    BOOST_TEST((copy_of(file.text) == file.bytes));
  }
}

BOOST_AUTO_TEST_CASE(what_was_not_read_yet_may_change) {
  SharedFile file(some_bytes(3 * kBlock));
  TextWindow window(file.text);
  (void)window.read(0, 100);
  file.change(2 * kBlock + 1);
  BOOST_TEST((copy_of(file.text) == file.bytes));
}

BOOST_AUTO_TEST_CASE(what_can_no_longer_be_read_is_refused) {
  const SharedFile file(some_bytes(kBlock));
  *file.lost = true;
  BOOST_CHECK_EXCEPTION((void)copy_of(file.text), Error, changed());
}

BOOST_AUTO_TEST_CASE(a_script_that_other_programs_may_change_has_the_same_statements) {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const SharedFile file(script_of(seed));
    const auto expected = statements_in(Text(nullptr, file.bytes), file.bytes);
    BOOST_TEST_CONTEXT("seed " << seed) {
      BOOST_REQUIRE((statements_in(file.text, file.bytes) == expected));
      BOOST_REQUIRE((statements_in(file.text, file.bytes, false) == expected));
    }
  }
}

BOOST_AUTO_TEST_CASE(rows_end_at_the_edge_of_a_piece_as_anywhere_else) {
  const std::string copy = "copy t from stdin;\n";
  for (const std::size_t edge : {4 * kBlock, 5 * kBlock, 8 * kBlock}) {
    for (std::size_t end = edge - 5; end < edge + 5; ++end) {
      for (const std::string_view behind : {"", "\n", "\nselect 1;\n", "x\n\\.\nselect 1;\n"}) {
        const std::string rows(end - copy.size() - 1, 'x');
        const SharedFile file(copy + rows + "\n\\." + std::string(behind));
        const auto expected = statements_in(Text(nullptr, file.bytes), file.bytes);
        BOOST_REQUIRE((statements_in(file.text, file.bytes) == expected));
        BOOST_REQUIRE((statements_in(file.text, file.bytes, false) == expected));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(its_first_bad_byte_is_found_at_the_edge_of_a_piece_too) {
  std::string text;
  while (text.size() < 20 * kBlock) text += "\u00e9\U0001F389x";
  for (std::size_t near = kBlock; near < text.size(); near += 5 * kBlock) {
    for (std::size_t offset = near - 6; offset < near + 4; ++offset) {
      std::string bad = text;
      bad[offset] = '\xFF';
      std::size_t first = offset;
      while (text[first] != 'x' && static_cast<unsigned char>(text[first]) < 0xC0) --first;
      BOOST_REQUIRE(scan_text(SharedFile(bad).text).bytes.bad == first_bad_byte(bad));
      BOOST_REQUIRE(first_bad_byte(bad).value() == first);
    }
  }
  BOOST_TEST(!scan_text(SharedFile(text).text).bytes.bad);
}

BOOST_AUTO_TEST_CASE(windows_line_ends_are_dropped_at_the_edge_of_a_piece_too) {
  std::string windows;
  std::string plain;
  std::mt19937 random(3);
  while (plain.size() < 900'000) {
    const std::string line(plain.empty() ? 4 * kBlock - 1 : random() % 40, 'x');
    windows += line + "\r\n";
    plain += line + "\n";
  }
  const SharedFile file("\xEF\xBB\xBF" + windows + "\r");
  BOOST_TEST((normalized(file.text).view() == plain + "\r"));
  const SharedFile other("\xEF\xBB\xBF" + plain + "\r");
  BOOST_TEST((normalized(other.text).view() == plain + "\r"));
}

BOOST_AUTO_TEST_CASE(a_script_that_changes_while_it_is_checked_is_refused) {
  std::string text = "select 1;\n";
  while (text.size() < 700'000) text += "insert into t values (1);\n";
  int calls = 0;
  const auto check = [&](int at) {
    SharedFile file(text);
    calls = 0;
    Surroundings surroundings;
    surroundings.heed = [&] {
      if (++calls == at) file.change(600'000);
    };
    (void)check_script("a.sql", file.text, surroundings).checksum.wait();
  };
  check(0);
  const int all = calls;
  BOOST_REQUIRE(all > 20'000);
  check(1);  // before the first read
  for (const int at : {20, 100, all / 2}) BOOST_CHECK_EXCEPTION(check(at), Error, changed());
}

BOOST_AUTO_TEST_CASE(a_script_that_changes_after_its_check_is_refused_by_whatever_reads_it) {
  std::string text = "-- runner: no-transaction\ncopy t from stdin;\n";
  while (text.size() < 300'000) text += "1\n";
  text += "\\.\n";
  while (text.size() < 700'000) text += "insert into t values (1);\n";
  SharedFile file(text);
  const Script script = check_script("a.sql", file.text);
  ScriptStatements items(script);
  const Rows rows = items.next().value().rows.value();
  file.change(200'000);
  BOOST_CHECK_EXCEPTION((void)copy_of(rows.text), Error, changed());
  file.change(200'000);
  BOOST_TEST(copy_of(rows.text).size() == rows.text.view().size());
  file.change(600'000);
  const auto read_on = [&] {
    while (items.next()) continue;
  };
  BOOST_CHECK_EXCEPTION(read_on(), Error, changed());
  BOOST_CHECK_EXCEPTION((void)checksum_of_first(script, script.statement_count), Error, changed());
}

BOOST_AUTO_TEST_SUITE_END()
