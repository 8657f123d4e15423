#include "checksum.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "text.hpp"

namespace runner {

Checksum Checksum::of(std::string_view bytes) {
  // Fetched once: looking the algorithm up costs more than hashing a small file.
  static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  std::array<unsigned char, 32> digest{};
  if (sha256 == nullptr ||
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, sha256, nullptr) != 1) {
    throw std::runtime_error("OpenSSL could not compute a SHA-256");
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hex.push_back(kDigits[byte >> 4U]);
    hex.push_back(kDigits[byte & 15U]);
  }
  return Checksum(std::move(hex));
}

std::optional<Checksum> Checksum::parse(std::string_view hex) {
  constexpr std::size_t kLength = 64;
  std::string lower = lower_case(hex);
  const bool digits = lower.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (lower.size() != kLength || !digits) return std::nullopt;
  return Checksum(std::move(lower));
}

}  // namespace runner
