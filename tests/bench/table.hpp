#pragma once

#include <string>
#include <vector>

#include "cases.hpp"

namespace runner::bench {

/// The machine on which the benchmarks ran.
struct Machine {
  unsigned cores = 0;
  std::size_t memory_gb = 0;
  std::string postgres;
};

/// Each returns Markdown: the setup and the contestants; one case; all aims.
[[nodiscard]] std::string heading(const Machine& machine, const std::vector<Peer>& peers);
[[nodiscard]] std::string section(const CaseResult& result);
[[nodiscard]] std::string summary(const std::vector<CaseResult>& results);

}  // namespace runner::bench
