#include "checksum.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <stdexcept>

#include "text.hpp"

namespace runner {

namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};

void require(bool done) {
  if (!done) throw std::runtime_error("OpenSSL could not compute a SHA-256");
}

std::string hex_of(std::span<const unsigned char> digest) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hex.push_back(kDigits[byte >> 4U]);
    hex.push_back(kDigits[byte & 15U]);
  }
  return hex;
}

}  // namespace

Checksum Checksum::of(std::string_view bytes) {
  const std::atomic<bool> never{false};
  return *of(bytes, never);
}

std::optional<Checksum> Checksum::of(std::string_view bytes, const std::atomic<bool>& stop) {
  constexpr std::size_t kSlice = 1 << 20;
  // Fetched once: looking the algorithm up costs more than hashing a small file.
  static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
  require(sha256 != nullptr && context && EVP_DigestInit_ex2(context.get(), sha256, nullptr) == 1);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kSlice, bytes.size()))) {
    if (stop) return std::nullopt;
    require(EVP_DigestUpdate(context.get(), bytes.data(), std::min(kSlice, bytes.size())) == 1);
  }
  std::array<unsigned char, 32> digest{};
  require(EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) == 1);
  return Checksum(hex_of(digest));
}

std::optional<Checksum> Checksum::parse(std::string_view hex) {
  constexpr std::size_t kLength = 64;
  std::string lower = lower_case(hex);
  const bool digits = lower.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (lower.size() != kLength || !digits) return std::nullopt;
  return Checksum(std::move(lower));
}

}  // namespace runner
