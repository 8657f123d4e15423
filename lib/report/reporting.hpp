#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "reporter.hpp"
#include "terminal/console.hpp"

namespace runner {

/// Has the reporter of main, and makes another for a thread that has to report while main may be in the
/// midst of using its own.
class Reporting {
 public:
  using Make = std::function<std::unique_ptr<Reporter>(Console& console)>;

  /// The token is that of the console.
  Reporting(Console& console, std::string token, Make make);

  /// What the mask hides is not shown from here on.
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
