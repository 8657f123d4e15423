#include "samples.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace runner::bench {
namespace {

Sample new_table(int n) {
  return {
      fmt::format("{:05}_create_orders", n),
      {fmt::format("create table orders_{} (\n"
                   "  id bigint generated always as identity primary key,\n"
                   "  reference text not null,\n"
                   "  amount numeric(12, 2) not null default 0 check (amount >= 0),\n"
                   "  placed_at timestamptz not null default now()\n"
                   ");",
                   n),
       fmt::format("create index orders_{0}_placed_at on orders_{0} (placed_at desc);", n),
       fmt::format(
           "insert into orders_{} (reference, amount) values ('first', 12.50), ('second; and last', 7);", n),
       fmt::format("comment on table orders_{} is 'What was ordered, and when';", n)},
      {fmt::format("drop table orders_{};", n)}};
}

Sample referring_table(int n) {
  return {
      fmt::format("{:05}_create_order_lines", n),
      {fmt::format("create table order_lines_{} (\n"
                   "  order_id bigint not null references orders_{} (id) on delete cascade,\n"
                   "  position smallint not null,\n"
                   "  article text not null,\n"
                   "  primary key (order_id, position)\n"
                   ");",
                   n, n - 1),
       fmt::format(
           "create unique index order_lines_{0}_article on order_lines_{0} (order_id, lower(article));", n),
       fmt::format("insert into order_lines_{} values (1, 1, 'Paper'), (1, 2, 'Ink');", n)},
      {fmt::format("drop table order_lines_{};", n)}};
}

Sample new_columns(int n) {
  return {fmt::format("{:05}_add_delivery", n),
          {fmt::format("alter table orders_{}\n  add column delivered_at timestamptz,\n  add column note "
                       "text not null default '';",
                       n - 2),
           fmt::format("create index orders_{0}_open on orders_{0} (id) where delivered_at is null;", n - 2),
           fmt::format("comment on column orders_{}.delivered_at is 'Null until it has arrived';", n - 2)},
          {fmt::format("drop index orders_{}_open;", n - 2),
           fmt::format("alter table orders_{}\n  drop column note,\n  drop column delivered_at;", n - 2)}};
}

Sample new_rows(int n) {
  return {fmt::format("{:05}_fill_notes", n),
          {fmt::format("update orders_{} set note = 'from before' where note = '';", n - 3),
           fmt::format("insert into orders_{} (reference, amount, note) values ('third', 1, 'It''s new');",
                       n - 3),
           fmt::format("alter table orders_{} alter column note set default 'none';", n - 3)},
          {fmt::format("alter table orders_{} alter column note set default '';", n - 3),
           fmt::format("delete from orders_{} where reference = 'third';", n - 3)}};
}

constexpr const char* kBigTable = "create table big (id int, value float8, name text, at timestamp);";

double value_of(std::size_t id) { return static_cast<double>(id * 7919 % 1'000'003) / 1'000'003; }

}  // namespace

Samples schema_samples(int count) {
  Samples samples;
  for (int n = 1; n <= count; ++n) {
    switch (n % 4) {
      case 1: samples.push_back(new_table(n)); break;
      case 2: samples.push_back(referring_table(n)); break;
      case 3: samples.push_back(new_columns(n)); break;
      default: samples.push_back(new_rows(n)); break;
    }
  }
  return samples;
}

Samples data_samples(int count) {
  Samples samples;
  for (int n = 1; n <= count; ++n) {
    samples.push_back(
        {fmt::format("{:05}_note_rule", n),
         {fmt::format(
              "insert into rules (number, title) values ({}, 'What holds from now on; until it does not');",
              n),
          fmt::format("update rules set title = 'What held until then' where number = {} - 1;", n),
          fmt::format("delete from rules where number < {} - 1000 and title = 'What held until then';", n)},
         {}});
  }
  std::vector<std::string>& first = samples.front().up;
  first.insert(first.begin(), "create table rules (number int primary key, title text not null);");
  return samples;
}

Samples inserts(std::size_t bytes) {
  std::vector<std::string> up{kBigTable};
  std::size_t id = 0;
  for (std::size_t size = 0; size < bytes; size += up.back().size()) {
    std::string statement = "insert into big values";
    for (int row = 0; row < 1000; ++row, ++id) {
      fmt::format_to(std::back_inserter(statement),
                     "{}\n  ({}, {:.12f}, 'name {} lorem ipsum dolor sit amet', '2026-01-{:02} 10:00:00')",
                     row == 0 ? "" : ",", id, value_of(id), id, id % 28 + 1);
    }
    up.push_back(statement + ";");
  }
  return {{"00001_big", std::move(up), {"drop table big;"}}};
}

Samples copy(std::size_t bytes) {
  std::string statement = "copy big from stdin;\n";
  statement.reserve(bytes + 1000);
  for (std::size_t id = 0; statement.size() < bytes; ++id) {
    fmt::format_to(std::back_inserter(statement),
                   "{}\t{:.12f}\tname {} lorem ipsum dolor sit amet\t2026-01-{:02} 10:00:00\n", id,
                   value_of(id), id, id % 28 + 1);
  }
  statement += "\\.";
  return {{"00001_big", {kBigTable, std::move(statement)}, {"drop table big;"}}};
}

std::string joined(const std::vector<std::string>& statements, const std::string& between) {
  std::string text;
  for (const std::string& statement : statements) {
    if (!text.empty()) text += between;
    text += statement;
    text += '\n';
  }
  return text;
}

}  // namespace runner::bench
