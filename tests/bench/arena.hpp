#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "contestants.hpp"

namespace runner::bench {

/// A named set of migrations.
struct Material {
  std::string name;
  Samples samples;
};

/// Keeps what cases share: the files of each contestant, and the databases to which they are applied.
class Arena {
 public:
  explicit Arena(std::vector<Contestant> peers);

  [[nodiscard]] const Contestant& floor() const noexcept { return floor_; }
  [[nodiscard]] const Contestant& connecting() const noexcept { return connecting_; }
  [[nodiscard]] const Contestant& own() const noexcept { return own_; }
  /// All other contestants.
  [[nodiscard]] const std::vector<Contestant>& others() const noexcept { return others_; }

  /// The contestant's files, written on first use, and a database.
  [[nodiscard]] Job job(const Contestant& contestant, const Material& material, const std::string& database);
  /// The same with a database to which the contestant has applied all files, now or in an earlier case.
  [[nodiscard]] Job applied_job(const Contestant& contestant, const Material& material);
  /// Keeps such a database for later cases.
  void keep(const Contestant& contestant, const Material& material,
            std::unique_ptr<test::TemporaryDatabase> database);
  /// Deletes the files.
  void forget(const Material& material);

 private:
  using Key = std::pair<std::string, std::string>;  // material and contestant

  Contestant floor_ = one_psql();
  Contestant connecting_ = bench::connecting();
  Contestant own_ = the_runner();
  std::vector<Contestant> others_;
  std::map<Key, test::TemporaryDirectory> files_;
  std::map<Key, std::unique_ptr<test::TemporaryDatabase>> applied_;
};

}  // namespace runner::bench
