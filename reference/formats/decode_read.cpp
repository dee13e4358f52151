#include <algorithm>

#include "reference/formats/read_json.h"
#include "reference/formats/read_scan.h"

namespace formats {
namespace {

using Faults = std::vector<domain::FieldFault>;

bool seen(const ScannedRead& read, ReadField field) { return read.seen[static_cast<std::size_t>(field)]; }

void require(ScannedRead& read, ReadField field, const base::ErrorKind& missing) {
  if (!seen(read, field)) read.fault(field, missing);
}

void require_mandatory(ScannedRead& read) {
  require(read, ReadField::kVrm, domain::kVrmEmpty);
  require(read, ReadField::kTime, domain::kTimeMissing);
  require(read, ReadField::kLocation, domain::kLocationMissing);
  require(read, ReadField::kFeedId, kFieldMissing);
  require(read, ReadField::kSourceId, kFieldMissing);
  require(read, ReadField::kNrdId, kFieldMissing);
  require(read, ReadField::kUsername, kFieldMissing);
  require(read, ReadField::kCameraClass, kCameraClassMissing);
}

/// no patch is due where no VRM was identified, or where an administrator typed it in.
bool patch_is_due(const ScannedRead& read) {
  const bool none_identified = read.vrm && read.vrm->kind() == domain::VrmKind::kNoneIdentified;
  const bool typed_in = read.nrd && read.nrd->value() == 0;
  return !none_identified && !typed_in;
}

void check_location(ScannedRead& read) {
  if (!read.location || read.location->has_fix() || !read.camera_class) return;
  if (*read.camera_class != domain::CameraClass::kMobile) read.fault(ReadField::kLocation, kNoFixNotMobile);
}

/// An image that the text gives, with what it turned out to be.
struct FoundImage {
  base::Bytes bytes;
  ImageFacts decoded;                 ///< of one that came in base64: nobody else has it, so the index does not keep it
  const ImageFacts* facts = nullptr;
};

bool is_as_named(const ImageSlot& slot, const ImageFacts& facts) {
  return facts.bytes == slot.bytes && facts.sha256 == std::string_view(slot.sha256.data(), slot.sha256.size());
}

/// The image of a field from the text or from the part beside it; without facts where there is none to be looked at.
void find_image(ScannedRead& read, ReadField field, const base::Bytes& part, ImageIndex& images, FoundImage& found) {
  ImageSlot& slot = read.image(field);
  if (slot.form != ImageSlot::Form::kNamed) {
    if (!part.empty() && slot.form != ImageSlot::Form::kFaulty) read.fault(field, {kImageNotAsNamed, "a part that the text does not name"});
    if (slot.form != ImageSlot::Form::kBase64) return;
    found.decoded = examine_jpeg(slot.image);
    found.bytes = base::Bytes(std::move(slot.image));
    found.facts = &found.decoded;
    return;
  }
  if (!slot.has_sha256 || slot.bytes < 0) return read.fault(field, {kFieldWrongType, "an image's object has sha256 and bytes"});
  if (part.empty()) return read.fault(field, {kImageNotAsNamed, "no such part came with the text"});
  found.bytes = part;
  found.facts = &images.examine(part);
  if (!is_as_named(slot, *found.facts)) {
    read.fault(field, {kImageNotAsNamed, "found " + std::to_string(found.facts->bytes) + " bytes, sha256 " + found.facts->sha256});
  }
}

std::optional<base::Bytes> check_image(ScannedRead& read, ReadField field, const base::Bytes& part, ImageIndex& images) {
  FoundImage found;
  find_image(read, field, part, images, found);
  if (found.facts == nullptr) return std::nullopt;
  const ImageFacts& facts = *found.facts;
  const bool patch = field == ReadField::kPlatePatch;
  if (facts.fault != nullptr) read.fault(field, *facts.fault);
  if (patch && facts.width != 0 && (facts.width != kPlatePatchWidth || facts.height != kPlatePatchHeight)) {
    read.fault(field, {kPlatePatchWrongSize, "found " + std::to_string(facts.width) + " x " + std::to_string(facts.height)});
  }
  if (facts.bytes > (patch ? kPlatePatchBytesMax : kOverviewBytesMax)) {
    read.fault(field, {patch ? kPlatePatchTooHeavy : kOverviewTooHeavy, "found " + std::to_string(facts.bytes) + " bytes"});
  }
  return std::move(found.bytes);
}

Faults in_order(std::vector<OrderedFault>& faults) {
  std::stable_sort(faults.begin(), faults.end(), [](const OrderedFault& a, const OrderedFault& b) {
    return a.order != b.order ? a.order < b.order : a.fault.error.kind->rank < b.fault.error.kind->rank;
  });
  Faults ordered;
  for (OrderedFault& fault : faults) ordered.push_back(std::move(fault.fault));
  return ordered;
}

domain::Read assemble(ScannedRead& scanned) {
  domain::Read read{std::move(*scanned.vrm), *scanned.time, *scanned.location, {*scanned.feed, *scanned.source, *scanned.nrd}};
  read.camera_class = *scanned.camera_class;
  read.username = std::move(*scanned.username);
  read.preset_id = scanned.preset_id;
  read.lane_id = std::move(scanned.lane_id);
  read.alias_id = std::move(scanned.alias_id);
  read.direction_deg = scanned.direction_deg;
  read.confidence_permille = scanned.confidence_permille;
  read.read_id = std::move(scanned.read_id);
  read.buffered = scanned.buffered;
  return read;
}

}  // namespace

tl::expected<domain::Read, Faults> decode_read(const EncodedRead& read, ImageIndex& images) {
  ScannedRead scanned;
  if (auto fault = scan_read(read.text, scanned)) return tl::unexpected(Faults{{"", std::move(*fault)}});
  require_mandatory(scanned);
  check_location(scanned);
  if (patch_is_due(scanned)) require(scanned, ReadField::kPlatePatch, kPlatePatchMissing);
  auto plate_patch = check_image(scanned, ReadField::kPlatePatch, read.plate_patch, images);
  auto overview = check_image(scanned, ReadField::kOverview, read.overview, images);
  if (!scanned.faults.empty()) return tl::unexpected(in_order(scanned.faults));

  domain::Read whole = assemble(scanned);
  whole.plate_patch = std::move(plate_patch);
  whole.overview = std::move(overview);
  return whole;
}

}  // namespace formats
