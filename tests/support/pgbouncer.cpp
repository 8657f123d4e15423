#include "pgbouncer.hpp"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "server.hpp"
#include "sockets.hpp"

namespace runner::test {
namespace {

// Debian installs it in a folder that only root's PATH contains.
std::string program() {
  std::istringstream folders(std::string(std::getenv("PATH")) + ":/usr/sbin:/usr/local/sbin");
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::string path = folder + "/pgbouncer";
    if (access(path.c_str(), X_OK) == 0) return path;
  }
  throw std::runtime_error("pgbouncer is not installed: run \".setup/packages test\"");
}

std::vector<std::string> command_line() {
  std::vector<std::string> command{program(), "pgbouncer.ini"};
  // PgBouncer refuses to run as root.
  const std::string user = getpwnam("postgres") != nullptr ? "postgres" : "nobody";
  if (geteuid() == 0) command.insert(command.end(), {"--user", user});
  return command;
}

}  // namespace

PgBouncer::PgBouncer(const std::string& settings) : port_(free_port()) {
  const ServerAddress server = server_address();
  folder_.write(
      "pgbouncer.ini",
      fmt::format("[databases]\n* = host={} port={} user={} password={}\n\n"
                  "[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {}\nunix_socket_dir =\n"
                  "auth_type = any\npool_mode = transaction\ndefault_pool_size = {}\n{}",
                  server.host, server.port, server.user, server.password, port_, kBackends, settings));
  start();
}

std::string PgBouncer::url_of(const std::string& database) const {
  return fmt::format("postgresql://{}@127.0.0.1:{}/{}?sslmode=disable&gssencmode=disable",
                     server_address().user, port_, database);
}

void PgBouncer::replace() {
  process_.reset();
  start();
}

void PgBouncer::start() {
  process_ = std::make_unique<Process>(folder_.path(), command_line(), EnvironmentOverrides{});
  if (!eventually([&] { return static_cast<bool>(connect_to(port_)); }))
    throw std::runtime_error("pgbouncer did not start: " + process_->err_so_far());
}

}  // namespace runner::test
