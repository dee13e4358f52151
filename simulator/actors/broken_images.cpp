#include "simulator/actors/broken_images.h"

#include <algorithm>

#include "reference/base/check.h"
#include "simulator/imagery/geotag.h"

namespace actors {
namespace {

constexpr imagery::Geotag kTrafalgarSquare{515'080'300, -1'280'700};

std::string two_bytes(std::size_t n) { return {static_cast<char>(n >> 8), static_cast<char>(n & 0xff)}; }

/// A segment behind the start of the image. The payload has at most 65,533 bytes.
std::string with_segment(const std::string& jpeg, char marker, const std::string& payload) {
  return jpeg.substr(0, 2) + '\xff' + marker + two_bytes(payload.size() + 2) + payload + jpeg.substr(2);
}

std::string resized(std::string jpeg, std::size_t width, std::size_t height) {
  constexpr std::size_t kToHeight = 5;
  const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(jpeg[at])); };
  for (std::size_t at = 2; at + 9 < jpeg.size(); at += 2 + (byte(at + 2) << 8 | byte(at + 3))) {
    if (jpeg[at + 1] == '\xc0') return jpeg.replace(at + kToHeight, 4, two_bytes(height) + two_bytes(width));
  }
  PLUMB_CHECK(false, "our images are baseline JPEG");
}

}  // namespace

std::string grown(std::string jpeg, std::size_t bytes) {
  constexpr std::size_t kSegmentMin = 4, kPayloadMax = 60'000;
  while (jpeg.size() < bytes) {
    const std::size_t wanting = bytes - jpeg.size();
    const std::size_t payload = wanting < kSegmentMin ? 0 : std::min(wanting - kSegmentMin, kPayloadMax);
    jpeg = with_segment(jpeg, '\xfe', std::string(payload, ' '));
  }
  return jpeg;
}

std::string one_pixel_wider(std::string jpeg) { return resized(std::move(jpeg), 121, 60); }
std::string upright(std::string jpeg) { return resized(std::move(jpeg), 60, 120); }

std::string truncated(std::string jpeg) { return jpeg.substr(0, jpeg.size() * 2 / 3); }

std::string as_png(std::string) {
  static constexpr char kPng[] =
      "\211PNG\r\n\032\n\000\000\000\015IHDR\000\000\000\001\000\000\000\001\010\002\000\000\000\220wS\336"
      "\000\000\000\014IDATx\234c\370\377\377?\000\005\376\002\376\015\357F\270\000\000\000\000IEND\256B`\202";
  return {kPng, sizeof kPng - 1};
}

std::string tagged_elsewhere(std::string jpeg) { return with_segment(jpeg, '\xe1', imagery::exif_of(kTrafalgarSquare)); }

std::string tagged_short(std::string jpeg) {
  const std::string exif = imagery::exif_of(kTrafalgarSquare);
  return with_segment(jpeg, '\xe1', exif.substr(0, exif.size() - 20));
}

}  // namespace actors
