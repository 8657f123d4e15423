#include "arena.hpp"

namespace runner::bench {

Arena::Arena(std::vector<Contestant> peers) : others_(std::move(peers)) {}

Job Arena::job(const Contestant& contestant, const Material& material, const std::string& database) {
  const auto [files, is_new] = files_.try_emplace({material.name, contestant.name});
  if (is_new) contestant.write(files->second, material.samples);
  return {files->second.path(), test::server_address(), database, material.samples.size()};
}

Job Arena::applied_job(const Contestant& contestant, const Material& material) {
  const auto kept = applied_.find({material.name, contestant.name});
  if (kept != applied_.end()) return job(contestant, material, kept->second->name());
  auto database = std::make_unique<test::TemporaryDatabase>();
  const Job made = job(contestant, material, database->name());
  static_cast<void>(measure(contestant.up(made)));
  keep(contestant, material, std::move(database));
  return made;
}

void Arena::keep(const Contestant& contestant, const Material& material,
                 std::unique_ptr<test::TemporaryDatabase> database) {
  applied_[{material.name, contestant.name}] = std::move(database);
}

void Arena::forget(const Material& material) {
  std::erase_if(files_, [&](const auto& entry) { return entry.first.first == material.name; });
}

}  // namespace runner::bench
