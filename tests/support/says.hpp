#pragma once

#include <boost/test/unit_test.hpp>
#include <string_view>

#include "said.hpp"

namespace runner::test {

/// Whether a run ended with this exit code and these words on standard error. If not, BOOST_TEST shows
/// everything that the run printed.
[[nodiscard]] inline boost::test_tools::assertion_result says(const Outcome& outcome, int exit_code,
                                                              std::string_view words) {
  boost::test_tools::assertion_result result(outcome.exit_code == exit_code && contains(outcome.err, words));
  if (!result)
    result.message() << "no exit code " << exit_code << " with \"" << words << "\" in" << said(outcome);
  return result;
}

}  // namespace runner::test
