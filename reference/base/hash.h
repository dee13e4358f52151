// Hashes: SHA-256 for what is kept as evidence, a fast 64-bit one for digests and tables.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

namespace base {

/// SHA-256 of `bytes`, as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// The same of bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(std::string_view bytes);
  /// Once, at the end.
  [[nodiscard]] std::string finish_hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Mixes 64 bits into 64 well-spread bits (the finaliser of SplitMix64: Steele, Lea, Flood 2014). A bijection.
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

/// Eight bytes from `at` on as a number, the first one lowest, on every machine. By one load where the machine orders bytes so: the
/// compiler does not merge the eight.
[[nodiscard]] constexpr std::uint64_t little_endian_word(std::string_view bytes, std::size_t at) {
  std::uint64_t word = 0;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    return word;
  }
  for (std::size_t k = 0; k < 8; ++k) word |= std::uint64_t{static_cast<unsigned char>(bytes[at + k])} << (8 * k);
  return word;
}

/// A 64-bit hash of bytes, the same on every machine and compiler. Not for adversaries.
[[nodiscard]] constexpr std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0) {
  std::uint64_t h = mix64(seed ^ (0x2545f4914f6cdd1dULL + bytes.size()));
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) h = mix64(h ^ little_endian_word(bytes, i));
  std::uint64_t tail = 0;
  for (std::size_t k = 0; i + k < bytes.size(); ++k) tail |= std::uint64_t{static_cast<unsigned char>(bytes[i + k])} << (8 * k);
  return mix64(h ^ tail);
}

}  // namespace base
