#include "reference/base/hash.h"

#include <array>

#include <openssl/evp.h>

#include "reference/base/check.h"

namespace base {
namespace {

using Digest = std::array<unsigned char, 32>;

std::string hex_of(const Digest& digest) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    text += kHex[byte >> 4];
    text += kHex[byte & 15];
  }
  return text;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  Digest digest{};
  unsigned int length = 0;
  const int ok = EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
  PLUMB_CHECK(ok == 1 && length == digest.size(), "SHA-256 is always to be had");
  return hex_of(digest);
}

struct Sha256::State {
  State() : context(EVP_MD_CTX_new()) { PLUMB_CHECK(context != nullptr, "there is memory for a hash"); }
  ~State() { EVP_MD_CTX_free(context); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  EVP_MD_CTX* context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  PLUMB_CHECK(EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr) == 1, "SHA-256 is always to be had");
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
  PLUMB_CHECK(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1, "a hash goes on");
}

std::string Sha256::finish_hex() {
  Digest digest{};
  unsigned int length = 0;
  const int ok = EVP_DigestFinal_ex(state_->context, digest.data(), &length);
  PLUMB_CHECK(ok == 1 && length == digest.size(), "a hash ends");
  return hex_of(digest);
}

}  // namespace base
