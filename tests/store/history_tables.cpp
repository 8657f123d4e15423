#include "store/history_tables.hpp"

#include <fmt/format.h>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "store/database_state.hpp"
#include "support/errors.hpp"
#include "support/server.hpp"

namespace history_tables {

using namespace runner;
using namespace runner::test;
namespace bdata = boost::unit_test::data;

struct Foreign {
  std::string_view what, create, detail, alter;
};
std::ostream& operator<<(std::ostream& out, const Foreign& sample) { return out << sample.what; }

const std::vector<Foreign> foreign{
    {"other columns",
     "create table migration_history (migration_id int, executed_at timestamp, success boolean)",
     "it has no column id, migration_name, applied_at, checksum",
     "ADD COLUMN id serial, ADD COLUMN migration_name varchar(255) UNIQUE, ADD COLUMN applied_at timestamp,"
     " ADD COLUMN checksum varchar(64)"},
    {"one column less",
     "create table migration_history (id serial, migration_name text, applied_at timestamp)",
     "it has no column checksum", "ADD COLUMN checksum varchar(64)"},
    {"one column more, which needs a value",
     "create table migration_history (id serial, migration_name text, applied_at timestamp, checksum text,"
     " \"Who did\" text not null)",
     "it has columns that are not runner's and need a value: Who did",
     "ALTER COLUMN \"Who did\" DROP NOT NULL"},
    {"another type",
     "create table migration_history (id serial, migration_name text, applied_at timestamp, checksum int)",
     "checksum is integer, not character varying",
     "ALTER COLUMN checksum TYPE character varying USING checksum::character varying"},
};

struct Adopted {
  std::string_view what, create;
};
std::ostream& operator<<(std::ostream& out, const Adopted& sample) { return out << sample.what; }

const std::vector<Adopted> adopted{
    {"as the shell script made it",
     "create table migration_history (id serial primary key, migration_name varchar(255) unique not null,"
     " applied_at timestamp default current_timestamp, checksum varchar(64))"},
    {"with wider types",
     "create table migration_history (id bigserial, migration_name text, applied_at timestamptz, checksum "
     "text)"},
    {"with columns of the user's",
     "create table migration_history (id serial, migration_name text, applied_at timestamp, checksum text,"
     " success bool, ticket text not null default 'none', no int generated always as identity,"
     " twice int generated always as (id * 2) stored)"},
    {"with a dropped column",
     "create table migration_history (id serial, old int, migration_name text, applied_at timestamp, "
     "checksum text);"
     " alter table migration_history drop old"},
};

HistoryTables tables_in(Connection& connection, const std::string& schema) {
  return read_state(connection, schema, ReadScope::nothing).tables;
}

void create_in(Connection& connection, const std::string& schema) {
  for (const std::string& statement : tables_in(connection, schema).creation()) connection.execute(statement);
}

}  // namespace history_tables

BOOST_AUTO_TEST_SUITE(history_tables)

BOOST_AUTO_TEST_CASE(looking_at_an_empty_database_writes_nothing) {
  TemporaryDatabase database;
  Connection connection = connect(database.url());
  const HistoryTables tables = tables_in(connection, "public");
  BOOST_TEST(!tables.has(OwnTable::history));
  BOOST_TEST(database.value("select count(*) from pg_class where relnamespace = 'public'::regnamespace") ==
             "0");
}

BOOST_AUTO_TEST_CASE(the_history_table_is_made_letter_for_letter) {
  TemporaryDatabase database;
  Connection connection = connect(database.url());
  create_in(connection, "public");
  const std::vector<std::string> columns{"id integer NO nextval('migration_history_id_seq'::regclass)",
                                         "migration_name character varying(255) NO ",
                                         "applied_at timestamp without time zone YES CURRENT_TIMESTAMP",
                                         "checksum character varying(64) YES "};
  BOOST_TEST(
      database.column("select concat_ws(' ', column_name,"
                      " data_type || coalesce('(' || character_maximum_length || ')', ''), is_nullable,"
                      " coalesce(column_default, '')) from information_schema.columns"
                      " where table_name = 'migration_history' order by ordinal_position") == columns,
      boost::test_tools::per_element());
  const std::vector<std::string> constraints{"migration_history_migration_name_key UNIQUE (migration_name)",
                                             "migration_history_pkey PRIMARY KEY (id)"};
  BOOST_TEST(
      database.column("select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint"
                      " where conrelid = 'migration_history'::regclass and contype <> 'n' order by 1") ==
          constraints,
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(creating_twice_changes_nothing) {
  TemporaryDatabase database;
  Connection connection = connect(database.url());
  create_in(connection, "public");
  const HistoryTables again = tables_in(connection, "public");
  BOOST_TEST(again.has(OwnTable::history));
  BOOST_TEST(again.creation().empty());
}

BOOST_AUTO_TEST_CASE(another_schema_holds_tables_of_its_own) {
  TemporaryDatabase database;
  Connection connection = connect(database.url());
  connection.execute("create schema \"Ops\"");
  create_in(connection, "Ops");
  BOOST_TEST(database.exists("\"Ops\".migration_history"));
  BOOST_TEST(!database.exists("public.migration_history"));
}

BOOST_DATA_TEST_CASE(a_table_that_does_not_fit_is_refused_with_what_makes_it_fit, bdata::make(foreign)) {
  TemporaryDatabase database;
  Connection connection = connect(database.url());
  connection.execute(std::string(sample.create));
  const std::string alter = fmt::format("ALTER TABLE \"public\".migration_history {};", sample.alter);
  BOOST_CHECK_EXCEPTION(
      tables_in(connection, "public"), Error,
      refused("runner cannot work with the table \"public\".migration_history as it is")
          .detail(fmt::format("Differences from the table that runner creates: {}.", sample.detail))
          .hint(fmt::format(
              "If it lists what was applied here, add what is missing:\n{}\n"
              "If it is for something else, keep runner's tables in another schema: --schema NAME.",
              alter)));
  connection.execute(alter);
  BOOST_TEST(tables_in(connection, "public").has(OwnTable::history));
}

BOOST_DATA_TEST_CASE(a_table_that_exists_already_is_adopted, bdata::make(adopted)) {
  TemporaryDatabase database;
  Connection connection = connect(database.url());
  connection.execute(std::string(sample.create));
  BOOST_TEST(tables_in(connection, "public").has(OwnTable::history));
}

BOOST_AUTO_TEST_SUITE_END()
