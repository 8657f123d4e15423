#pragma once

#include <string>
#include <utility>
#include <vector>

#include "client/connection.hpp"
#include "database_pool.hpp"
#include "interrupt.hpp"

namespace runner::test {

/// The URL of the throw-away test server for the superuser. Throws when there is none.
[[nodiscard]] std::string server_url();

/// The parts of its URL.
struct ServerAddress {
  std::string user, password, host, port;
};
[[nodiscard]] ServerAddress server_address();

/// The URL of another database on that server, for another user when one is given.
[[nodiscard]] std::string url_of(const std::string& database, const std::string& user = "",
                                 const std::string& password = "");

/// An empty database for one test. Nothing of it remains afterwards.
class TemporaryDatabase {
 public:
  TemporaryDatabase() : own_(take_database()) {}
  ~TemporaryDatabase() { give_back(std::move(own_)); }
  TemporaryDatabase(const TemporaryDatabase&) = delete;
  TemporaryDatabase& operator=(const TemporaryDatabase&) = delete;

  [[nodiscard]] const std::string& name() const noexcept { return own_.name; }
  [[nodiscard]] std::string url() const { return url_of(own_.name); }

  /// Runs SQL as the superuser, in a session that stays open.
  Result execute(const std::string& sql) { return own_.session.execute(sql); }
  /// The first column of every row, "NULL" for NULL.
  [[nodiscard]] std::vector<std::string> column(const std::string& sql);
  /// The first field of the first row.
  [[nodiscard]] std::string value(const std::string& sql);
  /// Whether a table, view or index of this name is visible.
  [[nodiscard]] bool exists(const std::string& relation);

 private:
  PooledDatabase own_;
};

/// A role for one test that may only log in. Dropped afterwards.
class TemporaryRole {
 public:
  /// The role may own objects in this database, which has to outlive it.
  explicit TemporaryRole(TemporaryDatabase& database);
  ~TemporaryRole();
  TemporaryRole(const TemporaryRole&) = delete;
  TemporaryRole& operator=(const TemporaryRole&) = delete;

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] std::string url() const { return url_of(database_.name(), name_, "secret"); }

 private:
  TemporaryDatabase& database_;
  std::string name_;
};

/// Opens another session on a database.
[[nodiscard]] Connection connect(const std::string& url);

/// An empty database and a second session in it.
struct SessionFixture {
  TemporaryDatabase database;
  Connection connection = connect(database.url());
};

/// The only Interrupt of the test process.
[[nodiscard]] const Interrupt& interrupt();

}  // namespace runner::test
