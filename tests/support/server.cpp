#include "server.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <stdexcept>

namespace runner::test {
namespace {

std::string environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// The verifier of the password "secret" with one round of hashing, as in one_round.sql.
constexpr const char* kSecret =
    "SCRAM-SHA-256$1:MDEyMzQ1Njc4OWFiY2RlZg==$rb2i4FWE8CCi1HDhnBxhv8/uERf3QN6tiTjE4qSdliQ="
    ":gWfVquF9Vgm4YA/KIyjllnL4Zn6B7unP+DKFnilYEAg=";

}  // namespace

std::string server_url() {
  std::string url = environment_variable("RUNNER_TEST_DATABASE_URL");
  if (url.empty())
    throw std::runtime_error("RUNNER_TEST_DATABASE_URL is not set: run the tests with \"make test\"");
  return url;
}

ServerAddress server_address() {
  const ConnectionParameters parameters = parse_address({server_url(), {}, "the test's URL"}, "");
  return {parameters.value_of("user"), parameters.value_of("password"), parameters.value_of("host"),
          parameters.value_of("port")};
}

// postgresql://user:password@host:port/database
std::string url_of(const std::string& database, const std::string& user, const std::string& password) {
  const std::string url = server_url();
  const std::size_t at = url.rfind('@');
  const std::size_t slash = url.rfind('/');
  const std::string who =
      user.empty() ? url.substr(0, at) : fmt::format("postgresql://{}:{}", user, password);
  return who + url.substr(at, slash - at) + "/" + database;
}

const Interrupt& interrupt() {
  static const Interrupt instance;
  return instance;
}

Connection connect(const std::string& url) {
  const DatabaseAddress address{url, {{"sslmode", "disable"}, {"gssencmode", "disable"}}, "the test's URL"};
  return Connection::open(parse_address(address, "runner tests"), interrupt(), Milliseconds{0});
}

TemporaryRole::TemporaryRole(TemporaryDatabase& database) : database_(database), name_(unused_name()) {
  database_.execute(fmt::format("create role {} login password '{}'", name_, kSecret));
}

TemporaryRole::~TemporaryRole() {
  try {
    database_.execute(fmt::format("drop owned by {0} cascade; drop role {0}", name_));
  } catch (const std::exception&) {
    // The whole server is removed after the tests.
  }
}

std::vector<std::string> TemporaryDatabase::column(const std::string& sql) {
  const Result answer = own_.session.execute(sql);
  std::vector<std::string> values;
  for (int row = 0; row < answer.rows(); ++row) values.push_back(answer.field(row, 0).value_or("NULL"));
  return values;
}

std::string TemporaryDatabase::value(const std::string& sql) {
  const std::vector<std::string> values = column(sql);
  return values.empty() ? "no row" : values.front();
}

bool TemporaryDatabase::exists(const std::string& relation) {
  return value("select to_regclass('" + relation + "') is not null") == "t";
}

}  // namespace runner::test
