#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <utility>

namespace runner {

/// Work of one thread in which another takes part while it would only wait for its end.
class SharedWork {
 public:
  /// What is called every now and then throws when the work is to stop.
  explicit SharedWork(std::function<void()> heed = [] {}) : heed_(std::move(heed)) {}

  [[nodiscard]] const std::function<void()>& heed() const noexcept { return heed_; }

  /// Does it for each number below the count, each once, and returns when all are done. Of several
  /// failures the one with the lowest number is thrown; what comes behind it may not be done.
  void run(std::size_t count, const std::function<void(std::size_t number)>& act);

  /// Takes part in what another thread runs, until that calls close().
  void help();
  /// Nothing more is to be run: lets whoever helps go.
  void close();

 private:
  class Task;

  std::function<void()> heed_;
  std::mutex mutex_;
  std::condition_variable changed_;
  Task* task_ = nullptr;
  int helpers_ = 0;
  bool closed_ = false;
};

/// Closes it at the end of a scope, however that is left.
class Closing {
 public:
  explicit Closing(SharedWork& work) : work_(work) {}
  ~Closing() { work_.close(); }
  Closing(const Closing&) = delete;
  Closing& operator=(const Closing&) = delete;

 private:
  SharedWork& work_;
};

}  // namespace runner
