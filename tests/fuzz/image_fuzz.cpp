// room: conformance/oracle
//
// Any bytes as an image, and the same bytes as Exif data: what is whole has a size within the limit and markers from end to end, and a
// place is one on the globe.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "conformance/oracle/parse/exif.h"
#include "conformance/oracle/parse/jpeg.h"
#include "conformance/oracle/parse/jpeg_markers.h"
#include "reference/base/check.h"

namespace {

void check_geotag(std::string_view tiff) {
  using oracle::parse::GeotagState;
  const oracle::parse::Geotag tag = oracle::parse::geotag_of(tiff);
  PLUMB_CHECK(tag.trouble.empty() == (tag.state != GeotagState::kBroken), "what is broken says why, and nothing else does");
  if (tag.state != GeotagState::kPlace) return;
  PLUMB_CHECK(std::abs(tag.at.latitude_deg_e7) <= 900'000'000 && std::abs(tag.at.longitude_deg_e7) <= 1'800'000'000,
              "a place lies on the globe");
  PLUMB_CHECK(tag.latitude_step_e7 > 0 && tag.longitude_step_e7 > 0, "a place is given to some fineness");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using oracle::parse::JpegState;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const oracle::parse::Jpeg image = oracle::parse::jpeg_of(bytes);
  PLUMB_CHECK(image.trouble.empty() == (image.state == JpegState::kWhole), "what is not whole says why");
  PLUMB_CHECK((image.state == JpegState::kForeign) == !oracle::parse::foreign_format(bytes).empty(), "foreign is what begins as no JPEG");
  if (image.state == JpegState::kWhole) {
    PLUMB_CHECK(image.width > 0 && image.height > 0, "a picture has a size");
    PLUMB_CHECK(std::int64_t{image.width} * image.height <= oracle::parse::kPixelsMax, "no picture beyond the limit is decoded");
    PLUMB_CHECK(oracle::parse::markers_of(bytes).scans > 0, "a picture has a scan");
  }
  check_geotag(image.exif);
  check_geotag(bytes);
  return 0;
}
