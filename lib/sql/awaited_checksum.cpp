#include "awaited_checksum.hpp"

#include <atomic>
#include <system_error>
#include <thread>
#include <utility>

namespace runner {
namespace {

// Below this the thread costs more than it saves.
constexpr std::size_t kOwnThreadFrom = 1 << 20;

// With so many at work already, who asks for another checksum computes it itself.
constexpr int kMostThreads = 4;
std::atomic<int> threads_at_work{0};

}  // namespace

/// Hashes one text. Ends early when it is destroyed before.
class HashingThread {
 public:
  explicit HashingThread(Text text) : text_(std::move(text)), thread_([this] { run(); }) {
    ++threads_at_work;
  }
  ~HashingThread() {
    stop_ = true;
    thread_.join();
  }
  HashingThread(const HashingThread&) = delete;
  HashingThread& operator=(const HashingThread&) = delete;

  [[nodiscard]] std::shared_future<Checksum> result() const { return result_; }

 private:
  void run() noexcept {
    try {
      if (auto checksum = Checksum::of(text_, stop_)) promise_.set_value(*std::move(checksum));
    } catch (...) {
      promise_.set_exception(std::current_exception());
    }
    --threads_at_work;
  }

  Text text_;
  std::atomic<bool> stop_{false};
  std::promise<Checksum> promise_;
  std::shared_future<Checksum> result_ = promise_.get_future().share();
  std::thread thread_;  // the last, so that all it uses is there when it starts
};

AwaitedChecksum AwaitedChecksum::of(const Text& text) {
  if (text.view().size() >= kOwnThreadFrom && threads_at_work < kMostThreads) {
    try {
      const auto thread = std::make_shared<const HashingThread>(text);
      return AwaitedChecksum(thread->result(), thread);
    } catch (const std::system_error&) {  // the machine has no thread to give
    }
  }
  return AwaitedChecksum(Checksum::of(text));
}

AwaitedChecksum AwaitedChecksum::of_all(std::vector<AwaitedChecksum> parts) {
  return AwaitedChecksum(std::async(std::launch::deferred, [parts = std::move(parts)] {
                           std::string all;
                           for (const AwaitedChecksum& part : parts) all += part.hex();
                           return Checksum::of(all);
                         }).share());
}

const Checksum& AwaitedChecksum::value() const {
  const Checksum* known = std::get_if<Checksum>(&value_);
  return known != nullptr ? *known : std::get<std::shared_future<Checksum>>(value_).get();
}

}  // namespace runner
