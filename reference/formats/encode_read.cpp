#include "reference/formats/base64.h"
#include "reference/formats/json_text.h"
#include "reference/formats/read_fields.h"
#include "reference/formats/read_json.h"

namespace formats {
namespace {

constexpr std::size_t kUsualTextBytes = 512;

/// What a text says of an image in place of a hash that only counts.
constexpr std::string_view kAnySha256 = "0000000000000000000000000000000000000000000000000000000000000000";

template <class Sink>
void write_named_image(ObjectWriter<Sink>& object, Sink& sink, ReadField field, std::string_view sha256, std::size_t bytes) {
  object.name(name_of(field));
  ObjectWriter<Sink> image(sink);
  image.plain("sha256", sha256);
  image.integer("bytes", static_cast<std::int64_t>(bytes));
  image.close();
}

template <class Sink>
void write_permille(ObjectWriter<Sink>& object, int permille) {
  domain::ShortText text;
  text.push_number(static_cast<std::uint64_t>(permille / 1000));
  text.push('.');
  text.push_number(static_cast<std::uint64_t>(permille % 1000), 3);
  object.json(name_of(ReadField::kConfidence), text.view());
}

template <class Sink>
void write_head(ObjectWriter<Sink>& object, const domain::Read& read) {
  object.string(name_of(ReadField::kVrm), read.vrm.text());
  object.plain(name_of(ReadField::kTime), read.time.short_text().view());
  object.plain(name_of(ReadField::kLocation), read.location.short_text().view());
  domain::ShortText feed;
  feed.push_number(static_cast<std::uint64_t>(read.camera.feed.number()), 2);
  object.plain(name_of(ReadField::kFeedId), feed.view());
  object.integer(name_of(ReadField::kSourceId), read.camera.source.value());
  object.integer(name_of(ReadField::kNrdId), read.camera.nrd.value());
  if (read.preset_id != 0) object.integer(name_of(ReadField::kPresetId), read.preset_id);
  if (read.lane_id) object.string(name_of(ReadField::kLaneId), *read.lane_id);
  if (read.alias_id) object.string(name_of(ReadField::kAliasId), *read.alias_id);
  object.string(name_of(ReadField::kUsername), read.username);
}

template <class Sink>
void write_tail(ObjectWriter<Sink>& object, const domain::Read& read) {
  object.plain(name_of(ReadField::kCameraClass), domain::text_of(read.camera_class));
  if (read.direction_deg) object.integer(name_of(ReadField::kDirection), *read.direction_deg);
  if (read.confidence_permille) write_permille(object, *read.confidence_permille);
  if (read.read_id) object.string(name_of(ReadField::kReadId), *read.read_id);
  if (read.buffered) object.json(name_of(ReadField::kBuffered), "true");
  object.close();
}

void write_image_as_part(ObjectWriter<TextSink>& object, TextSink& sink, ReadField field, const std::optional<base::Bytes>& image,
                         ImageIndex& images, base::Bytes& part) {
  if (!image) return;
  write_named_image(object, sink, field, images.examine(*image).sha256, image->size());
  part = *image;
}

void write_image_as_base64(ObjectWriter<TextSink>& object, ReadField field, const std::optional<base::Bytes>& image) {
  if (image) object.plain(name_of(field), encode_base64(image->view()));
}

std::size_t image_bytes(const std::optional<base::Bytes>& image) { return image ? image->size() : 0; }

}  // namespace

EncodedRead encode_read(const domain::Read& read, ImagesAs as, ImageIndex& images) {
  EncodedRead encoded;
  const std::size_t in_text = as == ImagesAs::kBase64 ? (image_bytes(read.plate_patch) + image_bytes(read.overview)) * 3 / 2 : 0;
  encoded.text.reserve(kUsualTextBytes + in_text);
  TextSink sink(encoded.text);
  ObjectWriter object(sink);
  write_head(object, read);
  if (as == ImagesAs::kBase64) {
    write_image_as_base64(object, ReadField::kPlatePatch, read.plate_patch);
    write_image_as_base64(object, ReadField::kOverview, read.overview);
  } else {
    write_image_as_part(object, sink, ReadField::kPlatePatch, read.plate_patch, images, encoded.plate_patch);
    write_image_as_part(object, sink, ReadField::kOverview, read.overview, images, encoded.overview);
  }
  write_tail(object, read);
  return encoded;
}

std::uint32_t encoded_bytes(const domain::Read& read) {
  CountSink sink;
  ObjectWriter object(sink);
  write_head(object, read);
  if (read.plate_patch) write_named_image(object, sink, ReadField::kPlatePatch, kAnySha256, read.plate_patch->size());
  if (read.overview) write_named_image(object, sink, ReadField::kOverview, kAnySha256, read.overview->size());
  write_tail(object, read);
  return sink.bytes() + static_cast<std::uint32_t>(image_bytes(read.plate_patch) + image_bytes(read.overview));
}

}  // namespace formats
