#include "source/settings.hpp"

#include "sql/expect.hpp"
#include "support/files.hpp"

namespace settings {

using namespace runner;
using namespace runner::test;
using Keywords = std::vector<std::pair<std::string, std::string>>;

Settings resolve(const CommonFlags& flags, const Environment& environment) {
  return resolve_settings(flags, environment);
}

// One setting and all places from which it can come.
struct Source {
  std::string_view what, variable;
  std::optional<std::string> CommonFlags::*flag;
  std::string (*read)(const Settings&);
  std::string_view fallback;
};
std::ostream& operator<<(std::ostream& out, const Source& source) { return out << source.what; }

std::string text(Milliseconds duration) { return std::to_string(duration.count()); }

const std::vector<Source> sources{
    {"migrations", "RUNNER_MIGRATIONS", &CommonFlags::migrations,
     [](const Settings& settings) { return settings.migrations; }, "database/migrations"},
    {"seeds", "RUNNER_SEEDS", &CommonFlags::seeds, [](const Settings& settings) { return settings.seeds; },
     "seeds"},
    {"schema", "RUNNER_SCHEMA", &CommonFlags::schema,
     [](const Settings& settings) { return settings.schema; }, ""},
    {"environment", "RUNNER_ENV", &CommonFlags::environment,
     [](const Settings& settings) { return settings.environment.value_or("none"); }, "none"},
};

struct DurationSource {
  std::string_view what, variable, name;
  std::optional<std::string> CommonFlags::*flag;
  Milliseconds Settings::*setting;
  std::string_view fallback;
};
std::ostream& operator<<(std::ostream& out, const DurationSource& source) { return out << source.what; }

const std::vector<DurationSource> duration_sources{
    {"wait", "RUNNER_WAIT", "--wait", &CommonFlags::wait, &Settings::wait, "0"},
    {"lock timeout", "RUNNER_LOCK_TIMEOUT", "--lock-timeout", &CommonFlags::lock_timeout,
     &Settings::lock_timeout, "2000"},
    {"lock wait", "RUNNER_LOCK_WAIT", "--lock-wait", &CommonFlags::lock_wait, &Settings::lock_wait, "60000"},
};

Environment process(EnvironmentVariables variables) { return {std::move(variables), {}}; }
Environment file(EnvironmentVariables variables) { return {{}, std::move(variables)}; }

struct Address {
  std::string_view what;
  Environment environment;
  std::string url;
  Keywords keywords;
  std::string origin;
};
std::ostream& operator<<(std::ostream& out, const Address& address) { return out << address.what; }

const std::vector<Address> addresses{
    {"DATABASE_URL of the process", process({{"DATABASE_URL", "u1"}}), "u1", {}, "DATABASE_URL"},
    {"DATABASE_URL of .env", file({{"DATABASE_URL", "u2"}}), "u2", {}, "DATABASE_URL"},
    {"DATABASE_URL of the process over .env",
     {{{"DATABASE_URL", "u1"}}, {{"DATABASE_URL", "u2"}}},
     "u1",
     {},
     "DATABASE_URL"},
    {"an empty DATABASE_URL is none",
     {{{"DATABASE_URL", ""}}, {{"DATABASE_URL", "u2"}}},
     "u2",
     {},
     "DATABASE_URL"},
    {"PG* of the process are left to libpq", process({{"PGHOST", "h"}, {"PGPASSWORD", "p"}}), "", {}, "PG*"},
    {"PG* of .env are handed over",
     file({{"PGHOST", "h"}, {"PGPORT", "1"}, {"PGDATABASE", "d"}, {"PGUSER", "u"}, {"PGPASSWORD", "p"}}),
     "",
     {{"host", "h"}, {"port", "1"}, {"dbname", "d"}, {"user", "u"}, {"password", "p"}},
     "PG*"},
    {"PG* of the process over .env",
     {{{"PGHOST", "h1"}}, {{"PGHOST", "h2"}, {"PGUSER", "u2"}}},
     "",
     {{"user", "u2"}},
     "PG*"},
    {"an empty PGHOST of the process is none",
     {{{"PGHOST", ""}}, {{"PGHOST", "h2"}}},
     "",
     {{"host", "h2"}},
     "PG*"},
    {"an empty PGPORT of .env is none", file({{"PGHOST", "h"}, {"PGPORT", ""}}), "", {{"host", "h"}}, "PG*"},
    {"PG* of .env beside a URL",
     file({{"DATABASE_URL", "u"}, {"PGPASSWORD", "p"}}),
     "u",
     {{"password", "p"}},
     "DATABASE_URL"},
    {"a service", process({{"PGSERVICE", "s"}}), "", {}, "PG*"},
    {"a service of .env", file({{"PGSERVICE", "s"}}), "", {{"service", "s"}}, "PG*"},
    {"PG* over POSTGRES_*",
     file({{"PGDATABASE", "d"}, {"POSTGRES_DB", "other"}, {"POSTGRES_PASSWORD", "p"}}),
     "",
     {{"dbname", "d"}},
     "PG*"},
    {"POSTGRES_* as docker-compose.yml names them",
     file({{"POSTGRES_DB", "d"}, {"POSTGRES_USER", "u"}, {"POSTGRES_PASSWORD", "p"}}),
     "",
     {{"host", "localhost"}, {"port", "5432"}, {"user", "u"}, {"dbname", "d"}, {"password", "p"}},
     "POSTGRES_*"},
    {"POSTGRES_* with host and port",
     file({{"POSTGRES_DB", "d"}, {"POSTGRES_HOST", "h"}, {"POSTGRES_PORT", "1"}}),
     "",
     {{"host", "h"}, {"port", "1"}, {"user", "postgres"}, {"dbname", "d"}},
     "POSTGRES_*"},
    {"POSTGRES_USER alone, whose name the database has too",
     process({{"POSTGRES_USER", "u"}}),
     "",
     {{"host", "localhost"}, {"port", "5432"}, {"user", "u"}, {"dbname", "u"}},
     "POSTGRES_*"},
    {"PGPASSWORD over POSTGRES_PASSWORD",
     {{{"PGPASSWORD", "p1"}}, {{"POSTGRES_DB", "d"}, {"POSTGRES_PASSWORD", "p2"}}},
     "",
     {{"host", "localhost"}, {"port", "5432"}, {"user", "postgres"}, {"dbname", "d"}},
     "POSTGRES_*"},
    {"PGPASSWORD of .env beside POSTGRES_*",
     file({{"POSTGRES_DB", "d"}, {"PGPASSWORD", "p"}}),
     "",
     {{"password", "p"}, {"host", "localhost"}, {"port", "5432"}, {"user", "postgres"}, {"dbname", "d"}},
     "POSTGRES_*"},
};

std::string joined(const Keywords& keywords) {
  std::string text;
  for (const auto& [keyword, value] : keywords) text += keyword + "=" + value + " ";
  return text;
}

}  // namespace settings

BOOST_AUTO_TEST_SUITE(settings)

BOOST_DATA_TEST_CASE(a_flag_wins_over_the_environment_and_that_over_the_file, bdata::make(sources)) {
  const std::string variable(sample.variable);
  CommonFlags flags;
  BOOST_TEST(sample.read(resolve(flags, {})) == sample.fallback);
  BOOST_TEST(sample.read(resolve(flags, file({{variable, "file"}}))) == "file");
  BOOST_TEST(sample.read(resolve(flags, {{{variable, "process"}}, {{variable, "file"}}})) == "process");
  BOOST_TEST(sample.read(resolve(flags, {{{variable, ""}}, {{variable, "file"}}})) == "file");
  flags.*sample.flag = "flag";
  BOOST_TEST(sample.read(resolve(flags, {{{variable, "process"}}, {{variable, "file"}}})) == "flag");
}

BOOST_DATA_TEST_CASE(a_duration_follows_the_same_order, bdata::make(duration_sources)) {
  const std::string variable(sample.variable);
  CommonFlags flags;
  const auto read = [&](const Environment& environment) {
    return text(resolve(flags, environment).*sample.setting);
  };
  BOOST_TEST(read({}) == sample.fallback);
  BOOST_TEST(read(file({{variable, "3s"}})) == "3000");
  BOOST_TEST(read({{{variable, "4s"}}, {{variable, "3s"}}}) == "4000");
  flags.*sample.flag = "500ms";
  BOOST_TEST(read({{{variable, "4s"}}, {{variable, "3s"}}}) == "500");
}

BOOST_DATA_TEST_CASE(a_bad_duration_is_refused_and_named_by_where_it_came_from,
                     bdata::make(duration_sources)) {
  const std::string hint = "Write a number and a unit: 500ms, 10s, 15min, 1h; or 0.";
  CommonFlags flags;
  const Environment environment = file({{std::string(sample.variable), "soon"}});
  BOOST_CHECK_EXCEPTION(
      (void)resolve(flags, environment), Error,
      usage_error(std::string(sample.variable) + " needs a duration, not \"soon\"").hint(hint));
  flags.*sample.flag = "5";
  BOOST_CHECK_EXCEPTION((void)resolve(flags, environment), Error,
                        usage_error(std::string(sample.name) + " needs a duration, not \"5\"").hint(hint));
}

BOOST_AUTO_TEST_CASE(color_is_one_of_three_words) {
  CommonFlags flags;
  BOOST_TEST((resolve(flags, {}).color == Color::automatic));
  BOOST_TEST((resolve(flags, process({{"RUNNER_COLOR", "always"}})).color == Color::always));
  flags.color = "never";
  BOOST_TEST((resolve(flags, process({{"RUNNER_COLOR", "always"}})).color == Color::never));
  flags.color = "Always";
  BOOST_CHECK_EXCEPTION((void)resolve(flags, {}), Error,
                        usage_error("--color is auto, always or never, not \"Always\""));
}

BOOST_AUTO_TEST_CASE(durable_is_a_flag_or_a_variable_that_is_on) {
  CommonFlags flags;
  BOOST_TEST(!resolve(flags, {}).durable);
  BOOST_TEST(resolve(flags, process({{"RUNNER_DURABLE", "on"}})).durable);
  BOOST_TEST(!resolve(flags, process({{"RUNNER_DURABLE", "0"}})).durable);
  BOOST_CHECK_EXCEPTION((void)resolve(flags, process({{"RUNNER_DURABLE", "maybe"}})), Error,
                        usage_error("RUNNER_DURABLE is on or off, not \"maybe\""));
  flags.durable = true;
  BOOST_TEST(resolve(flags, process({{"RUNNER_DURABLE", "off"}})).durable);
}

BOOST_DATA_TEST_CASE(the_database_is_found_in_a_fixed_order, bdata::make(addresses)) {
  const DatabaseAddress address = resolve_database({}, sample.environment);
  BOOST_TEST(address.url == sample.url);
  BOOST_TEST(joined(address.keywords) == joined(sample.keywords));
  BOOST_TEST(address.origin == sample.origin);
}

BOOST_AUTO_TEST_CASE(the_flag_names_the_database_before_everything_else) {
  CommonFlags flags;
  flags.database_url = "u0";
  const DatabaseAddress address =
      resolve_database(flags, {{{"DATABASE_URL", "u1"}, {"PGHOST", "h"}}, {{"POSTGRES_DB", "d"}}});
  BOOST_TEST(address.url == "u0");
  BOOST_TEST(address.origin == "--database-url");
}

BOOST_AUTO_TEST_CASE(no_database_at_all_is_refused_with_what_to_set) {
  // A password does not name a database.
  BOOST_CHECK_EXCEPTION((void)resolve_database({}, {{{"PGPASSWORD", "p"}}, {{"POSTGRES_PASSWORD", "p"}}}),
                        Error,
                        usage_error("no database is named")
                            .hint("Set DATABASE_URL, in the environment or in .env, for example:\n"
                                  "  export DATABASE_URL=postgresql://user:password@localhost:5432/app"));
}

BOOST_AUTO_TEST_CASE(the_variables_of_a_process_are_cut_at_the_first_equals_sign) {
  std::string plain = "A=1";
  std::string twice = "B=c=d";
  std::string empty = "E=";
  std::string none = "X";
  std::vector<char*> variables{plain.data(), twice.data(), empty.data(), none.data(), nullptr};
  const EnvironmentVariables expected{{"A", "1"}, {"B", "c=d"}, {"E", ""}};
  BOOST_TEST((read_variables(variables.data()) == expected));
}

BOOST_AUTO_TEST_SUITE(env_file)

BOOST_AUTO_TEST_CASE(a_named_file_is_read_beside_the_process) {
  const TemporaryDirectory folder;
  folder.write("my.env", "A=file\nB=file\n");
  const Environment environment = read_environment({{"A", "process"}}, (folder.path() / "my.env").string());
  BOOST_TEST(environment.get("A").value() == "process");
  BOOST_TEST(environment.get("B").value() == "file");
  BOOST_TEST(!environment.get("C").has_value());
}

BOOST_AUTO_TEST_CASE(a_variable_can_name_the_file_and_the_flag_wins) {
  const TemporaryDirectory folder;
  folder.write("one.env", "A=one\n");
  folder.write("two.env", "A=two\n");
  const EnvironmentVariables variables{{"RUNNER_ENV_FILE", (folder.path() / "one.env").string()}};
  BOOST_TEST(read_environment(variables, std::nullopt).get("A").value() == "one");
  BOOST_TEST(read_environment(variables, (folder.path() / "two.env").string()).get("A").value() == "two");
}

BOOST_AUTO_TEST_CASE(a_named_file_has_to_be_there) {
  BOOST_CHECK_EXCEPTION(
      (void)read_environment({}, "nowhere/.env"), Error,
      source_error("could not read the file: No such file or directory").shown_as("nowhere/.env", "", 0));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE_END()
