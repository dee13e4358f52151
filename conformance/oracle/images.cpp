#include "conformance/oracle/images.h"

#include <utility>

#include "conformance/evidence/base64.h"
#include "reference/base/hash.h"

namespace oracle {

const Images::Known& Images::known(const base::Bytes& image) {
  if (const auto at = known_.find(image.identity()); at != known_.end()) return at->second;
  if (known_.size() >= kHeldMax || held_bytes_ + image.view().size() > kHeldBytesMax) {
    known_.clear();
    held_bytes_ = 0;
  }
  held_bytes_ += image.view().size();
  Known fresh{image, image_name(base::sha256_hex(image.view())), nullptr};
  return known_.emplace(image.identity(), std::move(fresh)).first->second;
}

const Picture& Images::picture_of(const base::Bytes& image) {
  const Known& found = known(image);
  if (found.picture != nullptr) return *found.picture;
  const Picture& picture = looked_into(found.name, image.view());
  return *(known_[image.identity()].picture = &picture);
}

const Picture& Images::looked_into(std::uint64_t name, std::string_view bytes) {
  if (const auto at = by_name_.find(name); at != by_name_.end()) return *at->second;
  if (pictures_.size() >= kPicturesMax) forget_pictures();
  parse::Jpeg jpeg = parse::jpeg_of(bytes);
  const parse::Geotag geotag = parse::geotag_of(jpeg.exif);
  pictures_.push_back({name, bytes.size(), jpeg.state, std::move(jpeg.trouble), jpeg.width, jpeg.height, geotag});
  by_name_[name] = &pictures_.back();
  return pictures_.back();
}

void Images::forget_pictures() {
  for (auto at = known_.begin(); at != known_.end(); ++at) at.value().picture = nullptr;
  by_name_.clear();
  pictures_.clear();
}

SentImage sent_image(const parse::ImageField& field, const base::Bytes* crossed, std::string_view unheld, base::Bytes& holder) {
  using State = SentImage::State;
  if (crossed != nullptr) return {State::kHeld, crossed, {}};
  if (!unheld.empty()) return {State::kUnheld, nullptr, unheld};
  if (field.standing == parse::Standing::kAbsent) return {};
  if (field.standing != parse::Standing::kThere) return {State::kUnreadable, nullptr, {}};
  if (field.base64.empty()) return {State::kNeverCame, nullptr, field.sha256};
  auto bytes = evidence::from_base64(field.base64);
  if (!bytes) return {State::kUnreadable, nullptr, {}};
  holder = base::Bytes(std::move(*bytes));
  return {State::kHeld, &holder, {}};
}

}  // namespace oracle
