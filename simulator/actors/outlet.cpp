#include "simulator/actors/outlet.h"

#include "reference/base/hash.h"

namespace actors {
namespace {

std::uint32_t weight_of(const formats::EncodedRead& read) {
  return static_cast<std::uint32_t>(read.text.size() + read.plate_patch.size() + read.overview.size());
}

}  // namespace

void Outlet::take(Capture capture, domain::Read read, std::optional<std::uint64_t> pass, ReadQueue& queue) {
  capture.overall = ++counts_.captured;
  number(capture, read, queue);
  const Handling handling = consult(capture);
  if (handling.dropped) return;
  for (std::size_t i = 0; i < policies_.size(); ++i) {
    if (handlings_[i].altered) policies_[i]->alter(capture, read);
  }
  queue.send(capture.n, pass, content_of(capture, read, handling), handling.delay);
  if (!handling.twice) return;
  number(capture, read, queue);
  queue.send(capture.n, pass, content_of(capture, std::move(read), handling), handling.delay);
}

Enrolment Outlet::enrolled(std::uint32_t camera, const domain::Location& recorded) const {
  Enrolment enrolment{recorded};
  for (CameraPolicy* policy : policies_) policy->enrol(camera, enrolment);
  return enrolment;
}

void Outlet::number(Capture& capture, domain::Read& read, ReadQueue& queue) const {
  capture.text = queue.camera();
  capture.reconnections = queue.reconnections();
  capture.n = queue.take_number();
  read.read_id = queue.read_id(capture.n);
}

// Several policies: what any of them wants happens, and delays add up.
Handling Outlet::consult(const Capture& capture) {
  Handling all;
  for (std::size_t i = 0; i < policies_.size(); ++i) {
    handlings_[i] = policies_[i]->handle(capture);
    all.altered = all.altered || handlings_[i].altered;
    all.dropped = all.dropped || handlings_[i].dropped;
    all.twice = all.twice || handlings_[i].twice;
    all.delay = all.delay + handlings_[i].delay;
  }
  return all;
}

doors::Content Outlet::content_of(const Capture& capture, domain::Read read, const Handling& handling) {
  doors::Content content;
  if (!handling.altered && sampled_one_in_ > 1 && base::hash64(*read.read_id) % sampled_one_in_ != 0) {
    content.size_bytes = formats::encoded_bytes(read);
    content.value = std::make_shared<const domain::Read>(std::move(read));
    return content;
  }
  formats::EncodedRead encoded = formats::encode_read(read, formats::ImagesAs::kParts, images_);
  for (std::size_t i = 0; i < policies_.size(); ++i) {
    if (handlings_[i].altered) policies_[i]->alter(capture, encoded);
  }
  content.size_bytes = weight_of(encoded);
  content.text = base::Bytes(std::move(encoded.text));
  content.plate_patch = std::move(encoded.plate_patch);
  content.overview = std::move(encoded.overview);
  return content;
}

}  // namespace actors
