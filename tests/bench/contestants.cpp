#include "contestants.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>

namespace runner::bench {
namespace {

// The first folder of PATH is the server's own, so that psql is not a distribution's wrapper.
std::string psql() {
  const std::string path = std::getenv("PATH");
  return path.substr(0, path.find(':')) + "/psql";
}

Command with_psql(const Job& job, const std::vector<std::string>& arguments) {
  std::vector<std::string> words{psql(), "-X"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return {job.folder, std::move(words), libpq_environment(job)};
}

CommandFor loop(const std::string& what) {
  return [what](const Job& job) {
    return Command{job.folder, {RUNNER_BENCH "/psql_loop", what}, libpq_environment(job)};
  };
}

CommandFor own(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), RUNNER_BINARY);
  return [arguments](const Job& job) {
    const std::string url = url_of(job) + "?sslmode=disable&gssencmode=disable";
    return Command{job.folder, arguments, {{"DATABASE_URL", url}}};
  };
}

}  // namespace

test::EnvironmentOverrides libpq_environment(const Job& job) {
  return {{"PGHOST", job.server.host},  {"PGPORT", job.server.port},
          {"PGUSER", job.server.user},  {"PGPASSWORD", job.server.password},
          {"PGDATABASE", job.database}, {"PGSSLMODE", "disable"},
          {"PGGSSENCMODE", "disable"},  {"PGOPTIONS", "-c client_min_messages=warning"}};
}

std::string url_of(const Job& job, const std::string& scheme) {
  return fmt::format("{}://{}:{}@{}:{}/{}", scheme, job.server.user, job.server.password, job.server.host,
                     job.server.port, job.database);
}

Contestant connecting() {
  const CommandFor select = [](const Job& job) { return with_psql(job, {"-A", "-t", "-c", "select 1"}); };
  return {"psql -XAtc 'select 1'", [](const auto&, const auto&) {}, select, select, select};
}

Contestant one_psql() {
  const auto run = [](const char* file) {
    return [file](const Job& job) {
      return with_psql(job, {"-q", "-1", "-v", "ON_ERROR_STOP=1", "-f", file});
    };
  };
  const auto write = [](const test::TemporaryDirectory& folder, const Samples& samples) {
    std::string up, down;
    for (auto sample = samples.begin(); sample != samples.end(); ++sample) up += joined(sample->up);
    for (auto sample = samples.rbegin(); sample != samples.rend(); ++sample) down += joined(sample->down);
    folder.write("up.sql", up);
    folder.write("down.sql", down);
  };
  return {"psql -1, one file", write, run("up.sql"), run("down.sql"), {}};
}

Contestant the_runner() {
  const auto write = [](const test::TemporaryDirectory& folder, const Samples& samples) {
    for (const Sample& sample : samples) {
      folder.write("database/migrations/" + sample.name + ".sql", joined(sample.up));
      if (sample.down.empty()) continue;
      folder.write("database/migrations/" + sample.name + ".down.sql", joined(sample.down));
    }
  };
  return {"runner", write, own({"up"}), own({"down", "--all", "--yes"}), own({"status"})};
}

Contestant psql_loop() {
  const auto write = [](const test::TemporaryDirectory& folder, const Samples& samples) {
    for (const Sample& sample : samples) {
      folder.write("up/" + sample.name + ".sql", joined(sample.up));
      folder.write("down/" + sample.name + ".sql", joined(sample.down));
    }
  };
  return {"psql in a loop", write, loop("up"), loop("down"), loop("status"), 100};
}

}  // namespace runner::bench
