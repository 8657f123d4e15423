#include <string>
#include <vector>

#include "sql/expect.hpp"
#include "sql/statement.hpp"

using namespace runner;
using namespace runner::test;

namespace classify_tests {

std::string kind_of(std::string_view sql) {
  StatementReader reader(sql);
  return name_of(reader.next().value().kind);
}

std::string in_capitals(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

// Replaces each blank by comments and line ends.
std::string with_comments(std::string_view text) {
  std::string result;
  for (const char c : text) result += c == ' ' ? std::string("/* a; */\n-- b;\n") : std::string(1, c);
  return result;
}

const std::vector<std::string> kOutside = {
    "create index concurrently i on t (a)",
    "create index concurrently on t (a)",
    "create index concurrently if not exists i on s.t (lower(a)) where a is not null",
    "create unique index concurrently i on t (a)",
    "create unique index concurrently if not exists i on t using btree (a) include (b)",
    "drop index concurrently i",
    "drop index concurrently if exists s.i, s.j cascade",
    "reindex index concurrently i",
    "reindex table concurrently s.t",
    "reindex (verbose) table concurrently t",
    "reindex (concurrently) table t",
    "reindex (concurrently true, verbose) index i",
    "reindex (concurrently on) index i",
    "reindex table concurrently off",
    "reindex schema s",
    "reindex (verbose) schema s",
    "reindex schema concurrently s",
    "reindex database d",
    "reindex database",
    "reindex system d",
    "vacuum",
    "vacuum t",
    "vacuum full analyze s.t",
    "vacuum (full, analyze) t (a, b)",
    "cluster",
    "cluster verbose",
    "cluster (verbose)",
    "create database d",
    "create database d template template0 encoding 'UTF8'",
    "drop database d",
    "drop database if exists d with (force)",
    "alter database d set tablespace x",
    "alter database \"My D\" set tablespace x",
    "create tablespace x location '/x'",
    "drop tablespace if exists x",
    "alter system set work_mem = '1MB'",
    "alter system reset all",
    "discard all",
    "commit prepared 'x'",
    "rollback prepared 'x'",
    "alter table t detach partition p concurrently",
    "alter table if exists only s.t detach partition s.p concurrently",
    "alter table \"T\" detach partition \"P\" concurrently",
    "create subscription s connection 'dbname=d' publication p",
    "create subscription s connection 'connect=false' publication p",
    "create subscription s connection 'dbname=d' publication p with (enabled = false)",
    "create subscription s connection 'dbname=d' publication p with (connect = true)",
    "drop subscription s",
    "drop subscription if exists s",
    "alter subscription s refresh publication",
    "alter subscription s set publication p, q",
    "alter subscription s add publication p with (copy_data = false)",
    "alter subscription s drop publication p with (refresh = true)",
    "repack",
    "repack (concurrently) t",
};

const std::vector<std::string> kOrdinary = {
    "select 1",
    "create index i on t (a)",
    "create index if not exists i on t (a)",
    "create index \"concurrently\" on t (a)",
    "create unique index i on t (a)",
    "drop index i",
    "drop index if exists i",
    "drop index \"concurrently\"",
    "reindex table t",
    "reindex table s.t",
    "reindex index i",
    "reindex (verbose) table t",
    "reindex (concurrently false) table t",
    "reindex (concurrently off, verbose) table t",
    "reindex table \"concurrently\"",
    "reindex table \"schema\"",
    "reindex table system.settings",
    "reindex index database.i",
    "analyze",
    "analyze t",
    "cluster t",
    "cluster t using i",
    "cluster verbose t using i",
    "cluster (verbose) t",
    "alter database d set work_mem = '1MB'",
    "alter database d rename to e",
    "alter database d owner to tablespace",
    "discard plans",
    "discard temp",
    "discard sequences",
    "checkpoint",
    "create publication p for all tables",
    "refresh materialized view concurrently v",
    "create subscription s connection 'dbname=d' publication p with (connect = false)",
    "create subscription s connection 'dbname=d' publication p with (connect=off, enabled=false)",
    "create subscription s connection 'dbname=d' publication p with (create_slot = false, slot_name = none)",
    "create subscription s connection 'dbname=d' publication p with (create_slot = 'false')",
    "alter subscription s disable",
    "alter subscription s set publication p with (refresh = false)",
    "alter subscription s set (slot_name = none)",
    "truncate t restart identity",
    "create role r",
    "listen c",
    "call p()",
    "do $$ begin create index concurrently i on t (a); end $$",
    "alter table t detach partition p",
    "alter table t detach partition p finalize",
    "alter table t attach partition p default",
    "alter table t add column concurrently_built bool",
    "alter type e add value 'x'",
    "alter index i rename to j",
    "create table database (a int)",
    "create table t as select 'vacuum'",
    "drop table database",
    "create function vacuum() returns void language sql as 'vacuum'",
    "comment on index i is 'create index concurrently'",
    "insert into vacuum values (1)",
    "\"vacuum\"",
    "repack t",
    "select a from t where concurrently",
    "explain analyze select 1",
    "lock table t",
};

struct KindCase {
  std::string_view sql, kind;
};
std::ostream& operator<<(std::ostream& out, const KindCase& c) { return out << c.sql; }

const std::vector<KindCase> kControl = {
    {"begin", "begin"},
    {"begin work", "begin"},
    {"begin transaction isolation level serializable", "begin"},
    {"start transaction read only", "begin"},
    {"commit", "commit"},
    {"commit work", "commit"},
    {"commit and chain", "commit"},
    {"end", "commit"},
    {"end transaction", "commit"},
    {"rollback", "rollback"},
    {"rollback transaction and no chain", "rollback"},
    {"abort", "rollback"},
    {"prepare transaction 'x'", "prepare_transaction"},
    {"prepare p as select 1", "ordinary"},
    {"savepoint s", "ordinary"},
    {"release s", "ordinary"},
    {"release savepoint s", "ordinary"},
    {"rollback to s", "ordinary"},
    {"rollback to savepoint s", "ordinary"},
    {"rollback work to s", "ordinary"},
    {"rollback transaction to savepoint s", "ordinary"},
    {"do $$ begin commit; end; $$", "ordinary"},
    {"create procedure p() language plpgsql as $$ begin commit; end; $$", "ordinary"},
    {"create function f() returns int begin atomic select 1; end", "ordinary"},
    {"set transaction isolation level serializable", "ordinary"},
    {"\"commit\"", "ordinary"},
    {"start", "ordinary"},
};

const std::vector<KindCase> kCopies = {
    {"copy t from stdin", "copy_from_stdin"},
    {"copy s.t from stdin", "copy_from_stdin"},
    {"copy \"T\".\"from\" from stdin", "copy_from_stdin"},
    {"copy t (a, b) from stdin", "copy_from_stdin"},
    {"copy t (\"from\", \"stdin\") from stdin with (format csv, header)", "copy_from_stdin"},
    {"copy binary t from stdin", "copy_from_stdin"},
    {"copy t from stdin with delimiter '|' null ''", "copy_from_stdin"},
    {"copy t from stdin where a > 1", "copy_from_stdin"},
    {"copy t from stdin csv", "copy_from_stdin"},
    {"copy t from stdout", "copy_from_stdin"},
    {"copy stdin from stdin", "copy_from_stdin"},
    {"copy t to stdout", "copy_to_stdout"},
    {"copy t to stdin", "copy_to_stdout"},
    {"copy (select a from t) to stdout", "copy_to_stdout"},
    {"copy (select stdin from t) to stdout with csv", "copy_to_stdout"},
    {"copy t from '/tmp/file.csv'", "ordinary"},
    {"copy t from '/tmp/stdin' with (format csv)", "ordinary"},
    {"copy t from program 'cat stdin'", "ordinary"},
    {"copy t to program 'cat > stdout'", "ordinary"},
    {"copy (select a from stdin) to '/tmp/file'", "ordinary"},
    {"copy t (stdin) from '/tmp/file'", "ordinary"},
    {"copy stdin from '/tmp/file'", "ordinary"},
    {"copy \"stdin\" from '/tmp/file'", "ordinary"},
    {"copy stdout to '/tmp/file'", "ordinary"},
    {"select a from stdin", "ordinary"},
};

}  // namespace classify_tests

BOOST_AUTO_TEST_SUITE(classify_tests)

BOOST_DATA_TEST_CASE(what_the_server_refuses_in_a_block_runs_outside, bdata::make(kOutside)) {
  BOOST_TEST(kind_of(sample) == "outside_transaction");
  BOOST_TEST(kind_of(in_capitals(sample)) == "outside_transaction");
  BOOST_TEST(kind_of(with_comments(sample)) == "outside_transaction");
}

BOOST_DATA_TEST_CASE(what_the_server_allows_in_a_block_is_ordinary, bdata::make(kOrdinary)) {
  BOOST_TEST(kind_of(sample) == "ordinary");
  BOOST_TEST(kind_of(with_comments(sample)) == "ordinary");
}

BOOST_DATA_TEST_CASE(transaction_control_is_told_from_savepoints, bdata::make(kControl)) {
  BOOST_TEST(kind_of(sample.sql) == sample.kind);
  BOOST_TEST(kind_of(with_comments(sample.sql)) == sample.kind);
}

BOOST_DATA_TEST_CASE(a_copy_through_the_client_is_told_from_files, bdata::make(kCopies)) {
  BOOST_TEST(kind_of(sample.sql) == sample.kind);
  BOOST_TEST(kind_of(with_comments(sample.sql)) == sample.kind);
}

BOOST_AUTO_TEST_CASE(copy_is_read_in_capitals) {
  BOOST_TEST(kind_of("COPY public.users (id, name) FROM STDIN;") == "copy_from_stdin");
  BOOST_TEST(kind_of("COPY t TO STDOUT;") == "copy_to_stdout");
}

BOOST_AUTO_TEST_SUITE_END()
