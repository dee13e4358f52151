// Quantities as people write them: a whole number, one space, a unit.
#pragma once

#include <cstdint>
#include <string_view>

#include "reference/base/instant.h"
#include "reference/base/result.h"

namespace scenario {

inline constexpr base::ErrorKind kQuantityUnfit{"quantity_unfit", "house", "a whole number, a space, and a unit of the right kind", 1};

// Each reads all of `text` or fails with kQuantityUnfit, whose detail quotes what was found and says which units there are.

/// A length of time from 0 to 400 days. Units:  ns, us, ms, s, min, h, d ("12 ms").
[[nodiscard]] base::Result<base::Duration> parse_duration(std::string_view text);

/// The same with a sign before it: "-1 h", "+30 s". For clocks that are wrong.
[[nodiscard]] base::Result<base::Duration> parse_offset(std::string_view text);

/// A bandwidth from 1 bit/s to 10 Tbit/s. Units:  bit/s, kbit/s, Mbit/s, Gbit/s ("20 Mbit/s"). In bit/s.
[[nodiscard]] base::Result<std::uint64_t> parse_bandwidth(std::string_view text);

/// A share from 0 to 100 in percent: "60 %".
[[nodiscard]] base::Result<std::uint32_t> parse_percent(std::string_view text);

/// Units:   1e-7 degree, WGS 84.
struct Position {
  std::int32_t latitude_deg_e7 = 0;
  std::int32_t longitude_deg_e7 = 0;
};

/// A place as latitude and longitude in decimal degrees with one to seven decimals: "52.205101,0.121840".
[[nodiscard]] base::Result<Position> parse_position(std::string_view text);

/// One in N, N from 1 to 1,000,000,000: "1/100". The N.
[[nodiscard]] base::Result<std::uint32_t> parse_one_in(std::string_view text);

}  // namespace scenario
