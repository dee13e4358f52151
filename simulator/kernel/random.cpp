#include "simulator/kernel/random.h"

#include <Random123/philox.h>

#include "reference/base/hash.h"

namespace kernel {
namespace {

__extension__ using Wide = unsigned __int128;  // both compilers have it; the standard has none

/// -log2(x / 2^64) for x in [1, 2^64), in units of 2^-32: the leading zeros give the whole part, squaring the rest bit by bit.
std::uint64_t minus_log2(std::uint64_t x) {
  const int zeros = __builtin_clzll(x);
  std::uint64_t mantissa = x << zeros;  // [2^63, 2^64): 1.0 to 2.0
  std::uint64_t fraction = 0;
  for (int bit = 0; bit < 32; ++bit) {
    const Wide square = Wide{mantissa} * mantissa;  // [2^126, 2^128)
    const bool two = (square >> 127) != 0;
    fraction = fraction << 1 | static_cast<std::uint64_t>(two);
    mantissa = static_cast<std::uint64_t>(square >> (two ? 64 : 63));
  }
  return ((static_cast<std::uint64_t>(zeros) + 1) << 32) - fraction;
}

constexpr std::uint64_t kLn2 = 2'977'044'472;  // ln 2 in units of 2^-32

}  // namespace

std::uint64_t stream_of(std::string_view name) { return base::hash64(name, 0x706c756d62ULL); }

std::uint64_t draw(std::uint64_t seed, std::uint64_t stream, std::uint64_t entity, std::uint64_t draw) {
  const std::uint64_t key = base::mix64(seed) ^ stream;
  const r123::Philox4x32 philox;
  const r123::Philox4x32::ctr_type counter{{static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(draw >> 32),
                                            static_cast<std::uint32_t>(entity), static_cast<std::uint32_t>(entity >> 32)}};
  const r123::Philox4x32::key_type keys{{static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)}};
  const auto bits = philox(counter, keys);
  return std::uint64_t{bits[1]} << 32 | bits[0];
}

std::uint64_t uniform(std::uint64_t value, std::uint64_t bound) { return static_cast<std::uint64_t>(Wide{value} * bound >> 64); }

base::Duration exponential(std::uint64_t value, base::Duration mean) {
  const Wide nats = Wide{minus_log2(value | 1)} * kLn2 >> 32;  // -ln(u), units of 2^-32
  const auto ns = static_cast<std::int64_t>(nats * static_cast<std::uint64_t>(mean.ns) >> 32);
  return {ns < 1 ? 1 : ns};
}

Stream::Stream(std::uint64_t seed, std::string_view name, std::uint64_t entity) : seed_(seed), stream_(stream_of(name)), entity_(entity) {}

std::uint64_t Stream::next() { return draw(seed_, stream_, entity_, count_++); }

}  // namespace kernel
