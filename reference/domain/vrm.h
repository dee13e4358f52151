// Vehicle registration marks (clause 2.2.1), and the two reserved values.
#pragma once

#include <string>
#include <string_view>

#include "reference/base/result.h"

namespace domain {

inline constexpr base::ErrorKind kVrmEmpty{"vrm_empty", "2.2.1", "a VRM in every read", 1};
inline constexpr base::ErrorKind kVrmNotUtf8{"vrm_not_utf8", "2.2.1", "valid UTF-8", 2};
inline constexpr base::ErrorKind kVrmHasSpace{"vrm_has_space", "2.2.1", "no spaces of any kind", 3};
inline constexpr base::ErrorKind kVrmTooLong{"vrm_too_long", "house", "at most 32 bytes", 4};

/// What a VRM stands for: a mark that was read, a pass in which none was identified (QQQQQQQ), a connectivity test (QQ111QQQ).
enum class VrmKind { kOrdinary, kNoneIdentified, kConnectivityTest };

/// A VRM as it was written: no letter case is changed and no glyph folded.
///
/// Shape:   1 to 32 bytes of valid UTF-8, no Unicode white space.
/// Source:  2.2.1 (2.2.1-a to d), 2.1-a.
class Vrm {
 public:
  static constexpr std::string_view kNoneIdentifiedText = "QQQQQQQ";
  static constexpr std::string_view kConnectivityTestText = "QQ111QQQ";

  /// Errors:  kVrmEmpty, kVrmNotUtf8, kVrmHasSpace, kVrmTooLong.
  [[nodiscard]] static base::Result<Vrm> make(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] VrmKind kind() const;
  friend auto operator<=>(const Vrm&, const Vrm&) = default;

 private:
  explicit Vrm(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace domain
