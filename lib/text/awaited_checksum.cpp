#include "awaited_checksum.hpp"

#include <atomic>
#include <functional>
#include <future>
#include <string>
#include <utility>

namespace runner {
namespace {

// Below this size a thread costs more than it saves.
constexpr std::size_t kOwnThreadFrom = 1 << 20;

// While this many threads are at work, the caller computes the next checksum itself.
constexpr int kMostThreads = 4;
std::atomic<int> threads_at_work{0};

struct AtWork {
  AtWork() { ++threads_at_work; }
  ~AtWork() { --threads_at_work; }
  AtWork(const AtWork&) = delete;
  AtWork& operator=(const AtWork&) = delete;
};

struct Unwanted {};

}  // namespace

struct AwaitedChecksum::Work {
  Work(std::launch policy, const std::function<Checksum(const Heed& heed)>& compute)
      : result(std::async(policy, compute, [this] {
          if (unwanted) throw Unwanted();
        })) {}
  ~Work() { unwanted = true; }  // destroying the result waits for its thread
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  std::atomic<bool> unwanted{false};
  std::shared_future<Checksum> result;
};

AwaitedChecksum AwaitedChecksum::of(const Text& text) {
  if (text.view().size() < kOwnThreadFrom || threads_at_work >= kMostThreads)
    return AwaitedChecksum(Checksum::of(text));
  // If the system has no thread to spare, the first wait() computes the checksum.
  constexpr auto kBesides = std::launch::async | std::launch::deferred;
  return AwaitedChecksum(std::make_shared<const Work>(kBesides, [text](const Heed& heed) {
    const AtWork here;
    return Checksum::of(text, heed);
  }));
}

AwaitedChecksum AwaitedChecksum::of_all(std::vector<AwaitedChecksum> parts) {
  const auto compute = [parts = std::move(parts)](const Heed& /*heed*/) {
    std::string all;
    for (const AwaitedChecksum& part : parts) all += part.wait().hex();
    return Checksum::of(all);
  };
  return AwaitedChecksum(std::make_shared<const Work>(std::launch::deferred, compute));
}

const Checksum& AwaitedChecksum::wait() const { return work_ ? work_->result.get() : known_; }

}  // namespace runner
