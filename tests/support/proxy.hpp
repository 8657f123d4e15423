#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace runner::test {

/// Stands between a client and the server of the tests, for one connection, and cuts it when the
/// client sends what the predicate looks for: the server never sees that piece.
class Proxy {
 public:
  using Predicate = std::function<bool(std::string_view sent)>;

  explicit Proxy(Predicate cut_before);
  ~Proxy();
  Proxy(const Proxy&) = delete;
  Proxy& operator=(const Proxy&) = delete;

  /// The URL of a database, by way of the proxy.
  [[nodiscard]] std::string url_of(const std::string& database) const;

 private:
  void serve();
  void forward(int client, int server) const;

  Predicate cut_before_;
  int listener_ = -1;
  int port_ = 0;
  std::thread thread_;
};

}  // namespace runner::test
