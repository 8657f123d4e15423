#include "own_server.hpp"

#include <signal.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "paths.hpp"
#include "server.hpp"
#include "text/strings.hpp"

namespace runner::test {
namespace {

namespace fs = std::filesystem;

std::string checked(const Outcome& outcome) {
  if (outcome.exit_code != 0) throw std::runtime_error("local-postgres failed: " + outcome.err);
  return outcome.out;
}

}  // namespace

OwnServer::OwnServer() {
  // When root runs the tests, the server runs as another user, who has to enter the folder.
  fs::permissions(folder_.path(), fs::perms::group_exec | fs::perms::others_exec, fs::perm_options::add);
  start();
}

OwnServer::~OwnServer() { local_postgres("destroy"); }

void OwnServer::start() {
  checked(local_postgres("start"));
  url_ = trimmed(checked(local_postgres("url")));
}

// The server removes postmaster.pid when the port is free again.
void OwnServer::strike_down() {
  const fs::path running = folder_.path() / "postgres/cluster/postmaster.pid";
  pid_t pid = 0;
  std::ifstream(running) >> pid;
  if (pid <= 0 || kill(pid, SIGQUIT) != 0) throw std::runtime_error("could not strike the server down");
  if (!eventually([&] { return !fs::exists(running); }))
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

std::string OwnServer::url_of(const std::string& database) const {
  return url_.substr(0, url_.rfind('/') + 1) + database;
}

std::string OwnServer::new_database() {
  const std::string name = "database_" + std::to_string(++databases_);
  connect(url()).execute("create database " + name);
  return name;
}

Outcome OwnServer::local_postgres(const std::string& command) const {
  Process process(
      folder_.path(),
      {project_folder() + "/database/local-postgres", "--data", folder_.path() / "postgres", command}, {});
  return process.wait();
}

}  // namespace runner::test
