#include "checksum.hpp"

#include <algorithm>
#include <array>

#include "openssl.hpp"
#include "text_window.hpp"

namespace runner {

namespace {

void require_digest(bool done) { require_computed(done, "SHA-256"); }

// One context per thread and one lookup of the algorithm: either costs more than hashing a small file.
EVP_MD_CTX* begin_sha256() {
  static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  thread_local const ContextHandle<EVP_MD_CTX> context(EVP_MD_CTX_new());
  thread_local const bool ready =
      sha256 != nullptr && context && EVP_DigestInit_ex2(context.get(), sha256, nullptr) == 1;
  // Without a type OpenSSL resets the context and keeps its type.
  require_digest(ready && EVP_DigestInit_ex2(context.get(), nullptr, nullptr) == 1);
  return context.get();
}

constexpr unsigned char kNoDigit = 0xFF;

constexpr std::array<unsigned char, 256> kHexValues = [] {
  std::array<unsigned char, 256> values{};
  values.fill(kNoDigit);
  for (unsigned char digit = 0; digit < 10; ++digit) values['0' + digit] = digit;
  for (unsigned char letter = 0; letter < 6; ++letter)
    values['a' + letter] = values['A' + letter] = static_cast<unsigned char>(10 + letter);
  return values;
}();

unsigned value_of(char digit) { return kHexValues[static_cast<unsigned char>(digit)]; }

}  // namespace

Checksum Checksum::of(std::string_view bytes) { return of(Text(nullptr, bytes)); }

Checksum Checksum::of(const Text& text, const Heed& heed) {
  constexpr std::size_t kSlice = 256 * 1024;
  TextWindow window(text);
  EVP_MD_CTX* const context = begin_sha256();
  for (std::size_t from = 0; from < text.view().size(); from += kSlice) {
    heed();
    const std::string_view slice = window.read(from, kSlice);
    require_digest(EVP_DigestUpdate(context, slice.data(), slice.size()) == 1);
  }
  Digest digest{};
  require_digest(EVP_DigestFinal_ex(context, digest.data(), nullptr) == 1);
  return Checksum(digest);
}

std::optional<Checksum> Checksum::parse(std::string_view hex) {
  Digest digest{};
  if (hex.size() != 2 * digest.size()) return std::nullopt;
  for (std::size_t i = 0; i < digest.size(); ++i) {
    const unsigned high = value_of(hex[2 * i]);
    const unsigned low = value_of(hex[2 * i + 1]);
    if (high == kNoDigit || low == kNoDigit) return std::nullopt;
    digest[i] = static_cast<unsigned char>(high << 4U | low);
  }
  return Checksum(digest);
}

std::string Checksum::hex() const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest_.size());
  for (const unsigned char byte : digest_) {
    hex.push_back(kDigits[byte >> 4U]);
    hex.push_back(kDigits[byte & 15U]);
  }
  return hex;
}

}  // namespace runner
