#include "database_pool.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <stdexcept>
#include <vector>

#include "process.hpp"
#include "server.hpp"

namespace runner::test {
namespace {

// Also ends the sessions of programs that the test left running.
constexpr const char* kEndOthers =
    "select count(pg_terminate_backend(pid)) from pg_stat_activity"
    " where datname = current_database() and pid <> pg_backend_pid()";

// The comparison of the catalogs finds what this misses. If there is much, dropping the database is faster.
constexpr const char* kDropAll = R"(do $$
declare command text;
begin
  if (select count(*) from pg_class where oid >= 16384 and relkind in ('r', 'p', 'v', 'm')) > 60
     or (select count(*) from pg_proc where oid >= 16384) > 60 then
    raise exception 'too much';
  end if;
  for command in select format('drop schema %I cascade', nspname) from pg_namespace
      where oid >= 16384 and nspname !~ '^pg_' loop
    execute command;
  end loop;
  loop
    select format('drop %s %s cascade', object.type, object.identity) into command
      from pg_depend, pg_identify_object(classid, objid, 0) object
      where refclassid = 'pg_namespace'::regclass and refobjid = 'public'::regnamespace and deptype = 'n'
      limit 1;
    exit when not found;
    execute command;
  end loop;
end $$)";

// One session for all tests: opening one takes longer than its statements.
Connection& administrator() {
  static Connection session = connect(server_url());
  return session;
}

// The schemas of temporary tables outlive the tables. Every GRANT rewrites the row of "public", so
// catalogs_of compares the values of that row.
std::string without_temporary(const std::string& catalog) {
  return catalog == "pg_namespace" ? " where nspname <> 'public' and nspname !~ '^pg_(toast_)?temp_'" : "";
}

// The number of rows in all catalogs, the number of new ones, and the rights and settings of the database.
// Statistics do not count: they do not show which objects exist.
std::string catalogs_of(Connection& session, const std::string& made_before) {
  static const std::vector<std::string> names =
      session
          .execute(
              "select relname from pg_class where relnamespace = 'pg_catalog'::regnamespace"
              " and relkind = 'r' and not relisshared and relname <> 'pg_statistic'")
          .texts(0);
  std::string counts;
  for (const std::string& name : names) {
    counts += fmt::format(
        "{}select count(*) as total, count(*) filter (where age(xmin) <= age('{}'::xid)) as added from {}{}",
        counts.empty() ? "" : " union all ", made_before, name, without_temporary(name));
  }
  return session
      .execute(fmt::format(
          "select concat_ws(' ', sum(total), sum(added),"
          " (select concat_ws(' ', nspowner, nspacl) from pg_namespace where nspname = 'public'),"
          " (select concat_ws(' ', datdba, datistemplate, datallowconn, datconnlimit, dattablespace, datacl,"
          "  (select count(*) from pg_db_role_setting where setdatabase = d.oid))"
          "  from pg_database d where datname = current_database())) from ({}) as catalogs",
          counts))
      .text(0, 0);
}

// Newer servers by default copy page by page through the WAL, which takes three times as long.
PooledDatabase make_database() {
  const std::string name = unused_name();
  const bool may_choose = administrator().backend().server_version() >= 150000;
  administrator().execute(
      fmt::format("create database {} template template0{}", name, may_choose ? " strategy file_copy" : ""));
  Connection session = connect(url_of(name));
  const std::string next = session.execute("select txid_snapshot_xmax(txid_current_snapshot())").text(0, 0);
  const std::string catalogs = catalogs_of(session, next);
  return {name, std::move(session), next, catalogs};
}

bool is_as_made(PooledDatabase& database) {
  Connection& session = database.session;
  if (!session.idle()) session.execute("rollback");
  session.execute("discard all");
  if (!eventually([&] { return session.execute(kEndOthers).text(0, 0) == "0"; })) return false;
  session.execute(kDropAll);
  session.execute("alter database " + database.name + " reset all");
  return catalogs_of(session, database.made_before) == database.catalogs;
}

void drop(const PooledDatabase& database) noexcept {
  try {
    administrator().execute(fmt::format("drop database if exists {} with (force)", database.name));
  } catch (const std::exception&) {
    // The whole server is removed after the tests.
  }
}

class Pool {
 public:
  Pool() { (void)administrator(); }  // so that the session outlives the pool
  ~Pool() {
    for (const PooledDatabase& database : kept) drop(database);
  }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  std::vector<PooledDatabase> kept;
};

Pool& pool() {
  static Pool instance;
  return instance;
}

}  // namespace

PooledDatabase take_database() {
  if (pool().kept.empty()) return make_database();
  PooledDatabase database = std::move(pool().kept.back());
  pool().kept.pop_back();
  return database;
}

void give_back(PooledDatabase database) noexcept {
  try {
    if (is_as_made(database)) return pool().kept.push_back(std::move(database));
  } catch (const std::exception&) {
    // Dropping the database removes whatever could not be removed from it.
  }
  drop(database);
}

std::string unused_name() {
  static int count = 0;
  return fmt::format("runner_test_{}_{}", getpid(), ++count);
}

}  // namespace runner::test
