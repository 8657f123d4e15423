#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>

namespace runner {

/// Work of one thread in which another takes part while it would only wait for its end.
class SharedWork {
 public:
  /// Does it for each number below the count, each once, and returns when all are done. Of several
  /// failures the one with the lowest number is thrown; what comes behind it may not be done.
  void run(std::size_t count, const std::function<void(std::size_t number)>& act);

  /// Takes part in what another thread runs, until that calls close().
  void help();
  /// Nothing more is to be run: lets whoever helps go.
  void close();

 private:
  class Task;

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
