// room: reference/formats
//
// Any bytes as an image: it decodes whole or has a fault, within the limit of pixels.
#include <cstdint>

#include "reference/base/check.h"
#include "reference/formats/jpeg.h"
#include "reference/formats/jpeg_decode.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const formats::ImageFacts facts = formats::examine_jpeg(bytes);
  PLUMB_CHECK(facts.bytes == size && facts.sha256.size() == 64, "every image has a size and a hash");
  if (facts.fault == nullptr) {
    const auto side = [](int pixels) { return pixels > 0 && pixels <= formats::kJpegSideMax; };
    PLUMB_CHECK(side(facts.width) && side(facts.height), "an image that decodes has a size within the limit");
  }
  return 0;
}
