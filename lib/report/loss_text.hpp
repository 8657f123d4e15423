#pragma once

#include <span>
#include <string>

#include "plan/data_loss.hpp"
#include "terminal/clean.hpp"

namespace runner {

constexpr char kLostForGood[] = "\"runner up\" does not bring this data back.";

/// "drops column public.orders.status: 11 998 204 values".
[[nodiscard]] Clean text_of(const DataLoss& loss);

/// The losses of these steps, each below the name of its step, at most this many. Then the number of the
/// others, and the command that lists them all.
[[nodiscard]] Clean losses_text(std::span<const std::string> steps, std::span<const DataLoss> losses,
                                std::size_t most, const std::string& command);

/// The losses of one step, indented, one on each line.
[[nodiscard]] Clean losses_of_step(const std::string& step, std::span<const DataLoss> losses);

}  // namespace runner
