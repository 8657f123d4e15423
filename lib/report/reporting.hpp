#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "reporter.hpp"
#include "terminal/console.hpp"

namespace runner {

/// Owns main's reporter. Makes another for a thread that has to report while main may be using its own.
class Reporting {
 public:
  using Make = std::function<std::unique_ptr<Reporter>(Console& console)>;

  /// The token must be the console's.
  Reporting(Console& console, std::string token, Make make);

  /// From now on no reporter shows what the mask hides.
  void change(Make make, Mask mask = {});
  [[nodiscard]] Reporter& reporter() const { return *reporter_; }
  void show_beside(const Error& error) const;

 private:
  Console& console_;
  std::string token_;
  mutable std::mutex mutex_;
  Make make_;
  Mask mask_;
  std::unique_ptr<Reporter> reporter_;
};

}  // namespace runner
