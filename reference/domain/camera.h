// Who captured a read: Feed ID, Source ID, NRD ID (clause 2.3), and the classes of camera (clause 6).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reference/base/bounded.h"
#include "reference/base/result.h"
#include "reference/domain/short_text.h"

namespace domain {

inline constexpr base::ErrorKind kFeedIdNotTwoDigits{"feed_id_not_two_digits", "2.3", "two digits, leading zero kept", 1};
inline constexpr base::ErrorKind kFeedIdUnknown{"feed_id_unknown", "2.3", "the code of an organisation of Annex A", 2};
inline constexpr base::ErrorKind kSourceIdOutOfRange{"source_id_out_of_range", "2.3", "a Source ID from 1 to 9999", 3};
inline constexpr base::ErrorKind kNrdIdOutOfRange{"nrd_id_out_of_range", "2.3", "an NRD ID from 0 to 9999", 4};
inline constexpr base::ErrorKind kCameraIdMalformed{"camera_id_malformed", "house", "FEED-SOURCE-NRD, such as 35-12-42", 5};
inline constexpr base::ErrorKind kCameraClassUnknown{"camera_class_unknown", "6",
                                                     "static, moveable, dual_lane, cctv or mobile", 6};

/// The two-character PNC code of an organisation of Annex A that is written in two digits. Source: 2.3-a.
class FeedId {
 public:
  /// Errors:  kFeedIdNotTwoDigits, kFeedIdUnknown.
  [[nodiscard]] static base::Result<FeedId> make(std::string_view text);
  [[nodiscard]] std::string text() const { return {static_cast<char>('0' + number_ / 10), static_cast<char>('0' + number_ % 10)}; }
  [[nodiscard]] int number() const { return number_; }
  friend auto operator<=>(FeedId, FeedId) = default;

 private:
  explicit FeedId(int number) : number_(number) {}
  int number_;
};

using SourceId = base::Bounded<struct SourceIdTag, 1, 9999>;   ///< Source: 2.3-b.
using NrdId = base::Bounded<struct NrdIdTag, 0, 9999>;         ///< 0: typed in by an administrator. Source: 2.3-c.

enum class CameraClass : std::uint8_t { kStatic, kMoveable, kDualLane, kCctv, kMobile };
[[nodiscard]] std::string_view text_of(CameraClass camera_class);
/// Errors:  kCameraClassUnknown.
[[nodiscard]] base::Result<CameraClass> parse_camera_class(std::string_view text);

/// A camera, as feed, source and NRD. Written "35-12-42": no padding but the Feed ID's.
struct CameraId {
  FeedId feed;
  SourceId source;
  NrdId nrd;

  [[nodiscard]] std::string text() const { return std::string(short_text().view()); }
  [[nodiscard]] ShortText short_text() const;
  friend auto operator<=>(const CameraId&, const CameraId&) = default;
};

/// Errors:  kCameraIdMalformed, then those of FeedId, SourceId, NrdId.
[[nodiscard]] base::Result<CameraId> parse_camera_id(std::string_view text);

}  // namespace domain
