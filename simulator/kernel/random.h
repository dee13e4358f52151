// Randomness by counter: a value follows from (seed, stream, entity, draw) alone, so that one camera more changes no other draw.
#pragma once

#include <cstdint>
#include <string_view>

#include "reference/base/instant.h"

namespace kernel {

/// The name of a stream as a number: stream_of("world.vehicle").
[[nodiscard]] std::uint64_t stream_of(std::string_view name);

/// The `draw`-th value of an entity's stream, 64 uniform bits (Philox 4x32-10 of Random123).
[[nodiscard]] std::uint64_t draw(std::uint64_t seed, std::uint64_t stream, std::uint64_t entity, std::uint64_t draw);

/// A uniform integer in [0, bound), without division's bias beyond 2^-64. `bound` at least 1.
[[nodiscard]] std::uint64_t uniform(std::uint64_t value, std::uint64_t bound);

/// An exponential waiting time with this mean, by integer arithmetic alone: the same on every compiler. At least 1 ns.
[[nodiscard]] base::Duration exponential(std::uint64_t value, base::Duration mean);

/// A stream read in order.
class Stream {
 public:
  Stream(std::uint64_t seed, std::string_view name, std::uint64_t entity);
  std::uint64_t next();

 private:
  std::uint64_t seed_, stream_, entity_, count_ = 0;
};

}  // namespace kernel
