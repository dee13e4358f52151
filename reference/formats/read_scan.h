// From the text of a read to its fields, in one pass.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reference/formats/read_fields.h"

namespace formats {

/// Scans the text of a read into `read`: the values of its fields, and the faults of each by itself. What hangs on several fields, or on
/// an image's bytes, is not looked at here.
///
/// Errors:  kReadTooLong, kReadNotJson, kReadTooDeep: the whole text is not to be used. A text whose only bytes that are no UTF-8 lie in
/// the
///          value of `vrm` is scanned all the same, and `vrm` has the fault kVrmNotUtf8.
[[nodiscard]] std::optional<base::Error> scan_read(std::string_view text, ScannedRead& read);

}  // namespace formats
