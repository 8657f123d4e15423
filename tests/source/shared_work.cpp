#include "source/shared_work.hpp"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <functional>
#include <latch>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace runner;

namespace shared_work {

// Another thread that helps until the end of the scope.
class Helper {
 public:
  explicit Helper(SharedWork& work) : work_(work), thread_([this] { work_.help(); }) {}
  ~Helper() {
    work_.close();
    thread_.join();
  }
  Helper(const Helper&) = delete;
  Helper& operator=(const Helper&) = delete;

 private:
  SharedWork& work_;
  std::thread thread_;
};

std::string failure_of(SharedWork& work, std::size_t count, const std::function<void(std::size_t)>& act) {
  try {
    work.run(count, act);
    return "";
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

}  // namespace shared_work

BOOST_AUTO_TEST_SUITE(shared_work)

BOOST_AUTO_TEST_CASE(whoever_works_alone_does_everything_in_order) {
  SharedWork work;
  std::vector<std::size_t> done;
  work.run(4, [&](std::size_t number) { done.push_back(number); });
  BOOST_TEST(done == (std::vector<std::size_t>{0, 1, 2, 3}), boost::test_tools::per_element());
  work.run(0, [](std::size_t) { BOOST_ERROR("there is nothing to do"); });
}

BOOST_AUTO_TEST_CASE(each_number_is_done_once_by_whoever_takes_it) {
  SharedWork work;
  const Helper helper(work);
  std::vector<std::atomic<int>> times(5000);
  work.run(times.size(), [&](std::size_t number) { ++times[number]; });
  for (const auto& count : times) BOOST_TEST_REQUIRE(count == 1);
}

// Neither could get on without the other.
BOOST_AUTO_TEST_CASE(a_helper_works_at_the_same_time) {
  SharedWork work;
  const Helper helper(work);
  std::latch both(2);
  std::set<std::thread::id> workers;
  std::mutex mutex;
  work.run(2, [&](std::size_t) {
    {
      const std::lock_guard lock(mutex);
      workers.insert(std::this_thread::get_id());
    }
    both.arrive_and_wait();
  });
  BOOST_TEST(workers.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_helper_stays_for_what_is_run_next) {
  SharedWork work;
  const Helper helper(work);
  for (int run = 0; run < 3; ++run) {
    std::latch both(2);
    work.run(2, [&](std::size_t) { both.arrive_and_wait(); });
  }
}

BOOST_AUTO_TEST_CASE(the_failure_with_the_lowest_number_counts) {
  SharedWork work;
  const Helper helper(work);
  std::latch both(2);
  const std::string failure = failure_of(work, 100, [&](std::size_t number) {
    if (number < 2) both.arrive_and_wait();
    throw std::runtime_error(std::to_string(number));
  });
  BOOST_TEST(failure == "0");
}

BOOST_AUTO_TEST_CASE(behind_a_failure_nothing_more_is_begun) {
  SharedWork work;
  std::vector<std::size_t> done;
  const std::string failure = failure_of(work, 100, [&](std::size_t number) {
    done.push_back(number);
    if (number == 2) throw std::runtime_error("third");
  });
  BOOST_TEST(failure == "third");
  BOOST_TEST(done == (std::vector<std::size_t>{0, 1, 2}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(whoever_helps_when_all_is_over_is_not_kept) {
  SharedWork work;
  work.close();
  work.help();
  work.run(1, [](std::size_t) {});
}

BOOST_AUTO_TEST_SUITE_END()
