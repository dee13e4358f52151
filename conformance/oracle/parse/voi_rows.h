// The rows of a VOI list, as the judge reads them from the file that was uploaded.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace oracle::parse {

/// An entry of a list, as far as matching needs it.
///
/// Shape:   `row` counts entries from 1, a header not counted. `plain` where the row keeps to the whole template of clause 5 (R-18, R-19,
///          such a row must match. One that does not may have been refused, so that it may match and need not.
/// Units:   `from_ns` and `weed_ns` nanoseconds since 1970, 00:00 GMT of start and weed date; the least and the greatest where none
///          is given.
struct VoiRow {
  std::uint32_t row = 0;
  std::string_view vrm;
  bool plain = false;
  bool no_alert = false;
  std::int64_t from_ns = INT64_MIN;
  std::int64_t weed_ns = INT64_MAX;
};

/// Reads a list (CSV by RFC 4180, a byte order mark and a header row allowed) and tells each row; its views are good for the call.
///
/// Errors:  from where a text is no CSV any more no further row is told; the result is then false.
[[nodiscard]] bool read_voi_rows(std::string_view csv, const std::function<void(const VoiRow&)>& tell);

}  // namespace oracle::parse
