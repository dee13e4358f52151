// room: reference/formats
//
// Any bytes as the text of a read: it is taken in or refused with named faults, and what is taken in can be written and read again.
#include <cstdint>

#include "reference/base/check.h"
#include "reference/formats/answers.h"
#include "reference/formats/read_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  formats::ImageIndex images(4);
  const auto read = formats::decode_read({text, {}, {}}, images);
  if (read) {
    const auto again = formats::decode_read(formats::encode_read(*read, formats::ImagesAs::kParts, images), images);
    PLUMB_CHECK(again && again->vrm == read->vrm && again->username == read->username, "a read that was taken in comes back");
    PLUMB_CHECK(formats::encoded_bytes(*read) > 0, "a read weighs something");
  } else {
    PLUMB_CHECK(!read.error().empty(), "a refusal names a fault");
    const std::string problem = formats::encode(domain::Refusal{formats::salvage_read_id(text), read.error()});
    PLUMB_CHECK(problem.size() > formats::kAnswerBytesMax || formats::decode_refusal(problem),
                "a refusal is readable whatever was refused");
  }
  static_cast<void>(formats::decode_acknowledgement(text));
  static_cast<void>(formats::decode_hit(text));
  static_cast<void>(formats::decode_refusal(text));
  return 0;
}
