#include "command/command_line.hpp"

#include "sql/expect.hpp"

namespace typed_words {

using namespace runner;
using namespace runner::test;

using Words = std::vector<std::string>;

Invocation parse(const Words& words) {
  std::vector<const char*> argv{"runner"};
  for (const std::string& word : words) argv.push_back(word.c_str());
  argv.push_back(nullptr);
  return parse_command_line(static_cast<int>(argv.size()) - 1, argv.data());
}

struct FlagCase {
  std::string_view what;
  Words words;
  bool Invocation::*flag;
};
std::ostream& operator<<(std::ostream& out, const FlagCase& c) { return out << c.what; }

const std::vector<FlagCase> kFlags = {
    {"all", {"down", "--all"}, &Invocation::all},
    {"dry-run", {"up", "--dry-run"}, &Invocation::dry_run},
    {"one-transaction", {"up", "--one-transaction"}, &Invocation::one_transaction},
    {"out-of-order", {"up", "--out-of-order"}, &Invocation::out_of_order},
    {"into-existing", {"up", "--into-existing"}, &Invocation::into_existing},
    {"yes", {"down", "--yes"}, &Invocation::yes},
    {"check", {"status", "--check"}, &Invocation::check},
    {"force", {"seed", "--force"}, &Invocation::force},
    {"timestamp", {"new", "--timestamp", "a"}, &Invocation::timestamp},
    {"help", {"up", "--help"}, &Invocation::help},
    {"help by its letter", {"-h"}, &Invocation::help},
    {"version", {"--version"}, &Invocation::version},
};

struct CommonCase {
  std::string_view option;
  std::optional<std::string> CommonFlags::*value;
};
std::ostream& operator<<(std::ostream& out, const CommonCase& c) { return out << c.option; }

const std::vector<CommonCase> kCommon = {
    {"database-url", &CommonFlags::database_url},
    {"migrations", &CommonFlags::migrations},
    {"seeds", &CommonFlags::seeds},
    {"schema", &CommonFlags::schema},
    {"env", &CommonFlags::environment},
    {"env-file", &CommonFlags::env_file},
    {"color", &CommonFlags::color},
    {"wait", &CommonFlags::wait},
    {"lock-timeout", &CommonFlags::lock_timeout},
    {"lock-retries", &CommonFlags::lock_retries},
    {"lock-wait", &CommonFlags::lock_wait},
};

struct MistakeCase {
  std::string_view what;
  Words words;
  std::string message, hint;
};
std::ostream& operator<<(std::ostream& out, const MistakeCase& c) { return out << c.what; }

const std::string kSecretHint =
    "Write --set-secret NAME for an environment variable, --set-secret NAME=@FILE for a file.";

const std::vector<MistakeCase> kMistakes = {
    {"no command", {}, "no command is given", "\"runner --help\" lists the commands."},
    {"a mistyped command", {"stauts"}, "unknown command \"stauts\"", "Did you mean \"runner status\"?"},
    {"a URL for a command",
     {"postgresql://app:secret@db"},
     "unknown command \"postgresql://…\"",
     "Name the database with --database-url, or in DATABASE_URL."},
    {"an option of another command",
     {"status", "--yes"},
     "\"runner status\" has no option \"--yes\"",
     "\"runner status --help\" lists its options."},
    {"two targets", {"up", "--to", "3", "--steps", "1"}, "--to, --steps and --all exclude each other", ""},
    {"a limit of everything", {"log", "--limit", "3", "--all"}, "--limit and --all exclude each other", ""},
    {"no steps", {"up", "--steps", "0"}, "--steps needs a number above 0, not \"0\"", ""},
    {"half a number", {"up", "--to", "3x"}, "--to needs the number of a migration, not \"3x\"", ""},
    {"a variable without a value", {"up", "--set", "a"}, "--set needs NAME=value, not \"a\"", ""},
    {"a secret with a value",
     {"up", "--set-secret", "pw=hidden"},
     "--set-secret pw takes no value, but the name of a file",
     kSecretHint},
    {"a secret that is a variable, too",
     {"up", "--set", "pw=1", "--set-secret", "pw"},
     "\"pw\" is given both by --set and by --set-secret",
     kSecretHint},
    {"a word too many",
     {"up", "3"},
     "\"runner up\" does not take \"3\"",
     "\"runner up --help\" shows how it is used."},
    {"a name of two words",
     {"new", "add", "index"},
     "\"runner new\" does not take \"index\"",
     "Put a name of several words into quotes."},
};

}  // namespace typed_words

BOOST_AUTO_TEST_SUITE(typed_words)

BOOST_AUTO_TEST_CASE(a_command_alone_has_no_option) {
  const Invocation invocation = parse({"up"});
  BOOST_TEST(invocation.command == "up");
  BOOST_TEST(invocation.arguments.empty());
  BOOST_TEST(invocation.variables.empty());
  BOOST_TEST(!invocation.to.has_value());
  BOOST_TEST(!invocation.steps.has_value());
  BOOST_TEST(!invocation.limit.has_value());
  for (const FlagCase& flag : kFlags) BOOST_TEST(!(invocation.*flag.flag), flag.what);
  for (const CommonCase& common : kCommon)
    BOOST_TEST(!(invocation.common.*common.value).has_value(), common.option);
  BOOST_TEST(!invocation.common.durable);
  BOOST_TEST(!invocation.common.json);
}

BOOST_DATA_TEST_CASE(a_flag_is_on_when_it_is_given, bdata::make(kFlags)) {
  const Invocation invocation = parse(sample.words);
  for (const FlagCase& flag : kFlags) {
    if (flag.flag != sample.flag) BOOST_TEST(!(invocation.*flag.flag), flag.what);
  }
  BOOST_TEST((invocation.*sample.flag));
}

BOOST_DATA_TEST_CASE(what_every_command_has_takes_its_value_in_two_ways, bdata::make(kCommon)) {
  const std::string option = "--" + std::string(sample.option);
  BOOST_TEST((parse({"status", option, "a,b"}).common.*sample.value).value() == "a,b");
  BOOST_TEST((parse({"log", option + "=a=b"}).common.*sample.value).value() == "a=b");
}

BOOST_AUTO_TEST_CASE(letters_may_be_joined) {
  const CommonFlags flags = parse({"up", "-qv", "--durable", "--json"}).common;
  BOOST_TEST(flags.quiet);
  BOOST_TEST(flags.verbose);
  BOOST_TEST(flags.durable);
  BOOST_TEST(flags.json);
}

BOOST_AUTO_TEST_CASE(a_target_is_a_number_or_the_name_of_a_migration) {
  for (const char* text : {"7", "007", "007_add_email", "7-add"})
    BOOST_TEST((parse({"up", "--to", text}).to == Version::parse("7")), text);
  BOOST_TEST(parse({"down", "--steps", "3"}).steps.value() == 3U);
  BOOST_TEST(parse({"log", "--limit=5"}).limit.value() == 5U);
}

BOOST_AUTO_TEST_CASE(variables_and_secrets_are_given_as_often_as_there_are) {
  const Invocation invocation =
      parse({"up", "--set", "a=1,2", "--set", "b==", "--set-secret", "pw", "--set-secret", "key=@/run/key"});
  BOOST_TEST(invocation.variables.size() == 2U);
  BOOST_TEST(invocation.variables.at("a").value == "1,2");
  BOOST_TEST(invocation.variables.at("b").value == "=");
  const Words secrets{"pw", "key=@/run/key"};
  BOOST_TEST(invocation.common.secrets == secrets, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_follows_two_hyphens_is_no_option) {
  const Words expected{"--odd"};
  BOOST_TEST(parse({"new", "--", "--odd"}).arguments == expected, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(a_mistake_is_told_with_the_next_move, bdata::make(kMistakes)) {
  BOOST_CHECK_EXCEPTION((void)parse(sample.words), Error, usage_error(sample.message).hint(sample.hint));
}

BOOST_AUTO_TEST_SUITE_END()
