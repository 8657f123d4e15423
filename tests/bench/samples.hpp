#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace runner::bench {

/// One migration as statements, each with its semicolon, so that every contestant can have it in its own
/// file format.
struct Sample {
  std::string name;  ///< as in "0012_add_note"
  std::vector<std::string> up, down;
};
using Samples = std::vector<Sample>;

/// Like the folder of a product: tables with keys and indexes, added columns, a few rows.
[[nodiscard]] Samples schema_samples(int count);
/// The same length of text, but with little work for the server and without a down script, so that every
/// contestant has one file for each migration.
[[nodiscard]] Samples data_samples(int count);

/// One migration of that many bytes: a table, filled by INSERTs of a thousand rows each.
[[nodiscard]] Samples inserts(std::size_t bytes);
/// The same rows in one COPY … FROM stdin.
[[nodiscard]] Samples copy(std::size_t bytes);

/// The statements one below the other, with a line between them if one is given.
[[nodiscard]] std::string joined(const std::vector<std::string>& statements, const std::string& between = "");

}  // namespace runner::bench
