// database/local-postgres recognizes its own server, however little of other processes root may see.

#include <fmt/format.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "support/files.hpp"
#include "support/paths.hpp"
#include "support/process.hpp"
#include "support/sockets.hpp"

namespace local_postgres {

using namespace runner::test;
namespace fs = std::filesystem;

constexpr int kStopped = 3;

/// A folder for one server, removed together with the server.
class LocalPostgres {
 public:
  LocalPostgres() {
    fs::permissions(folder_.path(), fs::perms::group_exec | fs::perms::others_exec, fs::perm_options::add);
  }
  ~LocalPostgres() { (void)run("destroy"); }
  LocalPostgres(const LocalPostgres&) = delete;
  LocalPostgres& operator=(const LocalPostgres&) = delete;

  Outcome run(const std::string& command) const { return started_by({}, {}, command); }

  /// Runs it like root in a container, who may not inspect other users' processes.
  Outcome run_as_in_docker(const std::string& command) const {
    const std::vector<std::string> without{"/usr/bin/setpriv", "--bounding-set=-sys_ptrace"};
    return started_by(geteuid() == 0 ? without : std::vector<std::string>{}, {}, command);
  }

  /// Runs it where the folder of a process cannot be determined.
  Outcome run_blindly(const std::string& command) const {
    folder_.write("blind/readlink", "#!/bin/sh\nexit 1\n");
    folder_.write("blind/lsof", "#!/bin/sh\nexit 1\n");
    const fs::path blind = folder_.path() / "blind";
    for (const fs::path& path : {blind, blind / "readlink", blind / "lsof"})
      fs::permissions(path, fs::perms{0755});
    return started_by({}, {{"PATH", fmt::format("{}:{}", blind.string(), std::getenv("PATH"))}}, command);
  }

  void start() const { BOOST_REQUIRE(run("start").exit_code == 0); }

  [[nodiscard]] int pid() const { return number_in_status("pid"); }
  [[nodiscard]] int port() const { return number_in_status("port"); }

  [[nodiscard]] fs::path data() const { return folder_.path() / "postgres"; }
  [[nodiscard]] fs::path lock_file() const { return data() / "cluster/postmaster.pid"; }

 private:
  Outcome started_by(std::vector<std::string> command, const EnvironmentOverrides& environment,
                     const std::string& word) const {
    command.insert(command.end(), {project_folder() + "/database/local-postgres", "--data", data().string(),
                                   "--throwaway", word});
    return Process(folder_.path(), command, environment).wait();
  }

  /// Reads a number from "running: pid 123, port 456, data …".
  [[nodiscard]] int number_in_status(const std::string& name) const {
    const std::string status = run("status").out;
    std::smatch found;
    BOOST_REQUIRE(std::regex_search(status, found, std::regex("^running: .*\\b" + name + " (\\d+),")));
    return std::stoi(found[1]);
  }

  TemporaryDirectory folder_;
};

bool listens(int port) { return static_cast<bool>(connect_to(port)); }

}  // namespace local_postgres

BOOST_FIXTURE_TEST_SUITE(local_postgres, LocalPostgres)

BOOST_AUTO_TEST_CASE(a_running_server_is_known_without_the_right_to_look_into_processes) {
  start();
  const int server = pid();
  const int port_of_server = port();
  BOOST_TEST(run_as_in_docker("status").out == run("status").out);
  BOOST_TEST(run_as_in_docker("url").out == run("url").out);
  const Outcome again = run_as_in_docker("start");
  BOOST_TEST(again.exit_code == 0);
  BOOST_TEST(again.err.starts_with("local-postgres: already running on 127.0.0.1:"), again.err);
  BOOST_TEST(pid() == server);
  BOOST_TEST(run_as_in_docker("stop").err == "local-postgres: stopped\n");
  BOOST_TEST(!listens(port_of_server));
  BOOST_TEST(run("status").exit_code == kStopped);
}

BOOST_AUTO_TEST_CASE(destroy_stops_the_server_before_it_deletes_its_data) {
  start();
  const int port_of_server = port();
  BOOST_REQUIRE(listens(port_of_server));
  const Outcome outcome = run_as_in_docker("destroy");
  BOOST_TEST(outcome.exit_code == 0);
  BOOST_TEST(outcome.err == fmt::format("local-postgres: destroyed {}\n", data().string()));
  BOOST_TEST(!listens(port_of_server));
  BOOST_TEST(!fs::exists(data()));
}

BOOST_AUTO_TEST_CASE(a_process_that_may_be_the_server_is_left_alone_with_its_data) {
  start();
  const int server = pid();
  for (const char* command : {"status", "url", "start", "stop", "destroy"}) {
    BOOST_TEST_CONTEXT(command) {
      const Outcome outcome = run_blindly(command);
      BOOST_TEST(outcome.exit_code == 1);
      BOOST_TEST(outcome.err == fmt::format("local-postgres: error: could not tell whether process {} is the "
                                            "server of {}\nhint: If it is another program, delete {} and "
                                            "try again.\n",
                                            server, data().string(), lock_file().string()));
      BOOST_TEST(pid() == server);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_process_that_got_the_number_of_a_server_that_crashed_is_no_server) {
  start();
  const LocalPostgres other;
  other.start();
  const int process = other.pid();
  BOOST_REQUIRE(run("stop").exit_code == 0);
  fs::copy_file(other.lock_file(), lock_file());
  BOOST_TEST(run_as_in_docker("status").exit_code == kStopped);
  BOOST_TEST(run_as_in_docker("start").exit_code == 0);
  BOOST_TEST((pid() != process));
  BOOST_TEST(run_as_in_docker("destroy").exit_code == 0);
  BOOST_TEST(other.pid() == process);
}

BOOST_AUTO_TEST_SUITE_END()
