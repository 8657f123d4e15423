#include "own_server.hpp"

#include <signal.h>

#include <stdexcept>

#include "paths.hpp"
#include "server.hpp"
#include "text/text.hpp"

namespace runner::test {
namespace {

namespace fs = std::filesystem;

std::string checked(const Outcome& outcome) {
  if (outcome.exit_code != 0) throw std::runtime_error("local-postgres failed: " + outcome.err);
  return outcome.out;
}

}  // namespace

OwnServer::OwnServer() {
  // As root, the server runs as another user.
  fs::permissions(folder_.path(), fs::perms::group_exec | fs::perms::others_exec, fs::perm_options::add);
  start();
}

OwnServer::~OwnServer() { local_postgres("destroy"); }

void OwnServer::start() { checked(local_postgres("start")); }

// "running: pid 123, port …"
void OwnServer::strike_down() {
  const std::string status = checked(local_postgres("status"));
  const std::string before = "pid ";
  const pid_t pid = std::stoi(status.substr(status.find(before) + before.size()));
  if (kill(pid, SIGQUIT) != 0) throw std::runtime_error("could not strike the server down");
  constexpr int kStopped = 3;
  if (!eventually([&] { return local_postgres("status").exit_code == kStopped; }))
    throw std::runtime_error("the server did not go down");
}

void OwnServer::become_standby() {
  checked(local_postgres("stop"));
  write("standby.signal", "");
  start();
}

void OwnServer::require_encryption() {
  Connection session = connect(url());
  write("pg_hba.conf", "hostssl all all 127.0.0.1/32 scram-sha-256\n");
  session.execute("select pg_reload_conf()");
}

void OwnServer::write(const std::string& file, const std::string& text) const {
  folder_.write("postgres/cluster/" + file, text);
}

std::string OwnServer::url() const { return std::string(trimmed(checked(local_postgres("url")))); }

Outcome OwnServer::local_postgres(const std::string& command) const {
  Process process(
      folder_.path(),
      {project_folder() + "/database/local-postgres", "--data", folder_.path() / "postgres", command}, {});
  return process.wait();
}

}  // namespace runner::test
