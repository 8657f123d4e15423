#include "text/awaited_checksum.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sql/expect.hpp"

using namespace runner;

namespace awaited_checksum_tests {

// From one megabyte on, another thread computes the checksum.
const std::vector<std::size_t> kSizes = {0, 3, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 20'000'000};

std::string bytes(std::size_t size) {
  std::string all(size, 'a');
  for (std::size_t i = 0; i < size; i += 1009) all[i] = static_cast<char>('b' + i % 20);
  return all;
}

}  // namespace awaited_checksum_tests

BOOST_AUTO_TEST_SUITE(awaited_checksum_tests)

BOOST_DATA_TEST_CASE(it_is_that_of_the_text, bdata::make(kSizes)) {
  const AwaitedChecksum awaited = AwaitedChecksum::of(Text(bytes(sample)));
  BOOST_TEST(awaited.wait().hex() == Checksum::of(bytes(sample)).hex());
}

BOOST_AUTO_TEST_CASE(copies_share_it_and_outlive_it) {
  std::vector<AwaitedChecksum> copies;
  {
    const AwaitedChecksum first = AwaitedChecksum::of(Text(bytes(5'000'000)));
    copies.assign(3, first);
  }
  for (const AwaitedChecksum& copy : copies) BOOST_TEST(copy.wait().hex() == copies.front().wait().hex());
  BOOST_TEST(copies.back().wait().hex() == Checksum::of(bytes(5'000'000)).hex());
}

BOOST_AUTO_TEST_CASE(many_at_once_are_computed_all) {
  std::vector<AwaitedChecksum> all;
  for (std::size_t i = 0; i < 20; ++i) all.push_back(AwaitedChecksum::of(Text(bytes(2'000'000 + i))));
  for (std::size_t i = 0; i < 20; ++i)
    BOOST_TEST(all[i].wait().hex() == Checksum::of(bytes(2'000'000 + i)).hex());
}

BOOST_AUTO_TEST_CASE(what_was_not_read_has_that_of_no_text) {
  BOOST_TEST((AwaitedChecksum().wait() != Checksum::of("")));
}

BOOST_AUTO_TEST_CASE(what_nobody_waits_for_is_given_up_and_its_text_let_go) {
  auto owner = std::make_shared<const std::string>(bytes(50'000'000));
  const std::weak_ptr<const std::string> kept = owner;
  auto awaited = std::make_unique<AwaitedChecksum>(AwaitedChecksum::of(Text(owner, *owner)));
  owner.reset();
  BOOST_TEST(!kept.expired());
  awaited.reset();
  BOOST_TEST(kept.expired());
}

BOOST_AUTO_TEST_CASE(of_several_it_is_that_of_their_digits) {
  const Text large(bytes(5'000'000));
  const std::vector<AwaitedChecksum> parts{AwaitedChecksum::of(large), AwaitedChecksum::of(Text("abc"))};
  BOOST_TEST(AwaitedChecksum::of_all(parts).wait().hex() ==
             Checksum::of(Checksum::of(large.view()).hex() + Checksum::of("abc").hex()).hex());
  BOOST_TEST(AwaitedChecksum::of_all({}).wait().hex() == Checksum::of("").hex());
}

BOOST_AUTO_TEST_CASE(of_several_it_keeps_its_parts) {
  const auto all = AwaitedChecksum::of_all({AwaitedChecksum::of(Text(bytes(5'000'000)))});
  BOOST_TEST(all.wait().hex() == Checksum::of(Checksum::of(bytes(5'000'000)).hex()).hex());
}

BOOST_AUTO_TEST_SUITE_END()
