#include "reference/formats/jpeg.h"

#include "reference/base/check.h"
#include "reference/base/hash.h"
#include "reference/formats/jpeg_decode.h"

namespace formats {
namespace {

const base::ErrorKind* fault_of(JpegOutcome::Stage stage) {
  switch (stage) {
    case JpegOutcome::Stage::kForeign: return &kNotJpeg;
    case JpegOutcome::Stage::kDamaged: return &kJpegDamaged;
    case JpegOutcome::Stage::kTooLarge: return &kJpegTooLarge;
    case JpegOutcome::Stage::kWhole: break;
  }
  return nullptr;
}

}  // namespace

ImageFacts examine_jpeg(std::string_view bytes) {
  const JpegOutcome outcome = decode_jpeg(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return {base::sha256_hex(bytes), static_cast<std::uint32_t>(bytes.size()), outcome.width, outcome.height, fault_of(outcome.stage)};
}

ImageIndex::ImageIndex(std::size_t capacity) : capacity_(capacity) {
  PLUMB_CHECK(capacity > 0, "an index of images has room for one");
  order_.reserve(capacity);
}

const ImageFacts& ImageIndex::examine(const base::Bytes& image) {
  const auto known = known_.find(image.identity());
  if (known != known_.end()) return known->second.facts;
  if (order_.size() < capacity_) {
    order_.push_back(image.identity());
  } else {
    known_.erase(order_[oldest_]);
    order_[oldest_] = image.identity();
    oldest_ = (oldest_ + 1) % capacity_;
  }
  return known_.emplace(image.identity(), Entry{image, examine_jpeg(image.view())}).first->second.facts;
}

}  // namespace formats
