// The first line of a record: whose it is, and with which options it was made.
#pragma once

#include <cstdint>
#include <istream>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reference/base/instant.h"
#include "reference/base/result.h"

namespace doors {

inline constexpr base::ErrorKind kNotARecord{"not_a_record", "house", "a file that begins with the line of a plumbline-doors record", 1};
inline constexpr base::ErrorKind kRecordVersionUnknown{"record_version_unknown", "house", "a record of version 4", 2};
inline constexpr base::ErrorKind kSettingsUnknown{"record_settings_unknown", "house",
                                                  "the options that this build's component has, each in its range", 3};

/// An option of the component that a record is of: whole numbers, and durations in nanoseconds.
struct Setting {
  std::string name;
  std::int64_t value = 0;
  friend bool operator==(const Setting&, const Setting&) = default;
};

/// What stands at the head of a record.
struct RecordHeader {
  std::string component;           ///< "nas", "lea": letters
  std::vector<Setting> settings;   ///< names of letters and underscores
  friend bool operator==(const RecordHeader&, const RecordHeader&) = default;
};

/// What an option may be, both ends among it.
struct SettingRange {
  std::int64_t least = 0;
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
};
/// Of a length of time: sums with it stay within what an instant holds.
inline constexpr SettingRange kSettingTime{0, base::hours(400 * 24).ns};

/// Gives `target` the recorded value of the option of this name.
/// Errors:  kSettingsUnknown, where the record has none of that name, or one that is not in `range` or not in the target's.
template <class N>
[[nodiscard]] base::Result<void> set_from(const RecordHeader& header, std::string_view name, N& target, SettingRange range) {
  for (const Setting& found : header.settings) {
    if (found.name != name) continue;
    if (found.value < range.least || found.value > range.most || !std::in_range<N>(found.value))
      return base::fail(kSettingsUnknown, "found " + std::to_string(found.value) + " for " + std::string(name));
    target = static_cast<N>(found.value);
    return {};
  }
  return base::fail(kSettingsUnknown, "found no " + std::string(name));
}

/// One line of JSON, with its line feed.
[[nodiscard]] std::string encode_record_header(const RecordHeader& header);

/// Reads the head of a record, and leaves the stream where its calls begin.
/// Errors:  kNotARecord, kRecordVersionUnknown.
[[nodiscard]] base::Result<RecordHeader> read_record_header(std::istream& record);

}  // namespace doors
