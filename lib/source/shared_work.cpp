#include "shared_work.hpp"

#include <atomic>
#include <exception>

namespace runner {

class SharedWork::Task {
 public:
  Task(std::size_t count, const std::function<void(std::size_t)>& act) : count_(count), act_(act) {}

  [[nodiscard]] bool has_more() const { return next_ < count_; }

  // Numbers are taken in their order: when one fails, all below it are done or under way.
  void take_part() {
    for (std::size_t number = next_++; number < count_; number = next_++) {
      try {
        act_(number);
      } catch (...) {
        next_ = count_;
        fail(number);
      }
    }
  }

  void require_success() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void fail(std::size_t number) {
    const std::lock_guard lock(mutex_);
    if (failure_ && failed_ < number) return;
    failed_ = number;
    failure_ = std::current_exception();
  }

  std::size_t count_;
  const std::function<void(std::size_t)>& act_;
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::size_t failed_ = 0;
  std::exception_ptr failure_;
};

void SharedWork::run(std::size_t count, const std::function<void(std::size_t)>& act) {
  Task task(count, act);
  std::unique_lock lock(mutex_);
  task_ = &task;
  lock.unlock();
  changed_.notify_all();
  task.take_part();
  lock.lock();
  changed_.wait(lock, [&] { return helpers_ == 0; });
  task_ = nullptr;
  task.require_success();
}

void SharedWork::help() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return closed_ || (task_ != nullptr && task_->has_more()); });
    if (closed_) return;
    Task& task = *task_;
    ++helpers_;
    lock.unlock();
    task.take_part();
    lock.lock();
    --helpers_;
    changed_.notify_all();
  }
}

void SharedWork::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
}

}  // namespace runner
