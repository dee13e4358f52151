#include "reference/domain/camera.h"

#include <array>

#include "reference/domain/annex_a.h"
#include "reference/domain/utf8.h"

namespace domain {
namespace {

constexpr std::array<std::string_view, 5> kClasses{"static", "moveable", "dual_lane", "cctv", "mobile"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number of one to four digits without padding; -1 where `text` is none.
int plain_number(std::string_view text) {
  if (text.empty() || text.size() > 4 || (text.size() > 1 && text[0] == '0')) return -1;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

base::Result<FeedId> FeedId::make(std::string_view text) {
  const auto found = [&] { return "found '" + excerpt(text) + "'"; };
  if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) return base::fail(kFeedIdNotTwoDigits, found());
  const int number = (text[0] - '0') * 10 + (text[1] - '0');
  if (!is_two_digit_code(number)) return base::fail(kFeedIdUnknown, found());
  return FeedId(number);
}

std::string_view text_of(CameraClass camera_class) { return kClasses[static_cast<std::size_t>(camera_class)]; }

base::Result<CameraClass> parse_camera_class(std::string_view text) {
  for (std::size_t i = 0; i < kClasses.size(); ++i) {
    if (kClasses[i] == text) return static_cast<CameraClass>(i);
  }
  return base::fail(kCameraClassUnknown, "found '" + excerpt(text) + "'");
}

ShortText CameraId::short_text() const {
  ShortText text;
  text.push_number(static_cast<std::uint64_t>(feed.number()), 2);
  text.push('-');
  text.push_number(static_cast<std::uint64_t>(source.value()));
  text.push('-');
  text.push_number(static_cast<std::uint64_t>(nrd.value()));
  return text;
}

base::Result<CameraId> parse_camera_id(std::string_view text) {
  const std::size_t first = text.find('-'), second = text.find('-', first == std::string_view::npos ? 0 : first + 1);
  const auto malformed = [&] { return base::fail(kCameraIdMalformed, "found '" + excerpt(text) + "'"); };
  if (first == std::string_view::npos || second == first || second == std::string_view::npos) return malformed();
  const int source_number = plain_number(text.substr(first + 1, second - first - 1));
  const int nrd_number = plain_number(text.substr(second + 1));
  if (source_number < 0 || nrd_number < 0) return malformed();
  const auto feed = FeedId::make(text.substr(0, first));
  if (!feed) return tl::unexpected(feed.error());
  const auto source = SourceId::make(source_number, kSourceIdOutOfRange);
  if (!source) return tl::unexpected(source.error());
  const auto nrd = NrdId::make(nrd_number, kNrdIdOutOfRange);
  if (!nrd) return tl::unexpected(nrd.error());
  return CameraId{*feed, *source, *nrd};
}

}  // namespace domain
