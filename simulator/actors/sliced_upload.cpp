#include "simulator/actors/sliced_upload.h"

#include <algorithm>

namespace actors {
namespace {

constexpr std::size_t kSliceBytes = 16'384;

}  // namespace

void SlicedUpload::begin(doors::Channel channel, std::string name, base::Bytes file) {
  channel_ = channel;
  name_ = std::move(name);
  file_ = std::move(file);
  offset_ = 0;
  begun_ = over_ = false;
  ++exchange_;
  pump();
}

void SlicedUpload::pump() {
  while (!over_) {
    const std::string_view rest = file_.view().substr(offset_);
    const std::string_view piece = rest.substr(0, kSliceBytes);
    const doors::Last last = piece.size() == rest.size() ? doors::Last::kYes : doors::Last::kNo;
    doors::Message slice;
    slice.channel = channel_;
    slice.exchange = exchange_;
    slice.name = name_;
    slice.content.text = base::Bytes(std::string(piece));
    slice.content.size_bytes = static_cast<std::uint32_t>(piece.size());
    slice.posting = doors::Posting::kBulk;
    if (stage_.wire.send(self_, nas_, slice, last) != doors::SendOutcome::kAccepted) return;
    begun_ = true;
    offset_ += piece.size();
    over_ = last == doors::Last::kYes;
  }
}

}  // namespace actors
