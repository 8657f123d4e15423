#include "contestants.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "support/paths.hpp"

namespace runner::bench {
namespace {

// The first folder of PATH is that of the server's programs, so this psql is not a distribution's wrapper.
std::string psql() {
  const std::string path = std::getenv("PATH");
  return path.substr(0, path.find(':')) + "/psql";
}

Command with_psql(const Job& job, const std::vector<std::string>& arguments) {
  std::vector<std::string> words{psql(), "-X"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return {job.folder, std::move(words), libpq_environment(job)};
}

CommandFor one_file(const char* file, bool in_one_transaction) {
  return [=](const Job& job) {
    std::vector<std::string> arguments{"-q", "-v", "ON_ERROR_STOP=1", "-f", file};
    if (in_one_transaction) arguments.emplace_back("-1");
    return with_psql(job, arguments);
  };
}

// Writes one file per direction, the down file in reverse order. The text around each sample may be empty.
void write_one_file(const test::TemporaryDirectory& folder, const Samples& samples, std::string_view before,
                    std::string_view behind) {
  std::string up, down;
  for (auto sample = samples.begin(); sample != samples.end(); ++sample)
    up.append(before).append(joined(sample->up)).append(behind);
  for (auto sample = samples.rbegin(); sample != samples.rend(); ++sample)
    down.append(before).append(joined(sample->down)).append(behind);
  folder.write("up.sql", up);
  folder.write("down.sql", down);
}

CommandFor loop(const std::string& what) {
  return [what](const Job& job) {
    return Command{job.folder, {RUNNER_BENCH "/psql_loop", what}, libpq_environment(job)};
  };
}

CommandFor own(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), test::runner_binary());
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
  const auto write = [](const auto& folder, const auto& samples) { write_one_file(folder, samples, "", ""); };
  return {"psql -1, one file", write, one_file("up.sql", true), one_file("down.sql", true), {}};
}

Contestant psql_by_file() {
  const auto write = [](const auto& folder, const auto& samples) {
    write_one_file(folder, samples, "begin;\n", "commit;\n");
  };
  Contestant psql{
      "psql, a transaction a file", write, one_file("up.sql", false), one_file("down.sql", false), {}};
  psql.keeps_history = false;
  return psql;
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
