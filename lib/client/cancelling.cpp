#include "cancelling.hpp"

#include <array>
#include <memory>
#include <system_error>
#include <thread>

namespace runner {

void Cancelling::request(PGconn* connection) {
  settle({});
  if (on_its_way_.valid()) return;
  const std::shared_ptr<PGcancel> target(PQgetCancel(connection), FreeCancel());
  if (!target) return;
  std::packaged_task<void()> send([target] {
    std::array<char, 256> message{};
    PQcancel(target.get(), message.data(), static_cast<int>(message.size()));
  });
  on_its_way_ = send.get_future();
  try {
    std::thread(std::move(send)).detach();
  } catch (const std::system_error&) {
    on_its_way_ = {};  // the wait for the answer still ends at its deadline
  }
}

void Cancelling::settle(TimePoint until) {
  if (on_its_way_.valid() && on_its_way_.wait_until(until) == std::future_status::ready) on_its_way_ = {};
}

}  // namespace runner
