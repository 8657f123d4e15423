#pragma once

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace runner {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
  void operator()(EVP_CIPHER_CTX* context) const noexcept { EVP_CIPHER_CTX_free(context); }
};

template <typename Context>
using ContextHandle = std::unique_ptr<Context, FreeContext>;

/// Throws when OpenSSL could not compute this.
inline void require_computed(bool done, const char* what) {
  if (!done) throw std::runtime_error(std::string("OpenSSL could not compute a ") + what);
}

}  // namespace runner
