#include "reference/base/instant.h"
#include "reference/formats/answers.h"
#include "reference/formats/json_text.h"

namespace formats {
namespace {

/// What to_rfc3339 writes, in length, for one that only counts.
constexpr std::string_view kAnyInstant = "2019-06-11T07:00:00.000000Z";

template <class Sink>
void write(Sink& sink, const domain::Acknowledgement& acknowledgement, std::string_view received_at) {
  ObjectWriter object(sink);
  object.string("capture_id", acknowledgement.capture_id);
  if (!acknowledgement.read_id.empty()) object.string("read_id", acknowledgement.read_id);
  object.plain("received_at", received_at);
  object.close();
}

template <class Sink>
void write_image(ObjectWriter<Sink>& object, Sink& sink, std::string_view key, const std::optional<domain::ImageReference>& image) {
  if (!image) return;
  object.name(key);
  ObjectWriter reference(sink);
  reference.plain("sha256", image->sha256);
  reference.integer("bytes", image->bytes);
  reference.close();
}

template <class Sink>
void write(Sink& sink, const domain::Hit& hit) {
  ObjectWriter object(sink);
  object.string("hit_id", hit.hit_id);
  object.string("capture_id", hit.capture_id);
  if (!hit.read_id.empty()) object.string("read_id", hit.read_id);
  object.string("list", hit.list);
  object.integer("row", hit.entry.row);
  object.plain("source", domain::text_of(hit.source));
  object.integer("data_age_s", hit.data_age_s);
  object.string("vrm", hit.vrm.text());
  object.plain("action", domain::text_of(hit.entry.action));
  object.string("reason", hit.entry.reason);
  object.string("information", hit.entry.information);
  if (!hit.entry.warning_markers.empty()) object.string("warning_markers", hit.entry.warning_markers);
  if (!hit.entry.gsc.empty()) object.string("gsc", hit.entry.gsc);
  if (!hit.symbol.empty()) object.string("symbol", hit.symbol);
  object.plain("camera", hit.camera.short_text().view());
  object.plain("time", hit.time.short_text().view());
  object.plain("location", hit.location.short_text().view());
  if (!hit.username.empty()) object.string("username", hit.username);
  object.plain("camera_class", domain::text_of(hit.camera_class));
  write_image(object, sink, "plate_patch", hit.plate_patch);
  write_image(object, sink, "overview", hit.overview);
  object.close();
}

void write_fault(TextSink& sink, const domain::FieldFault& fault) {
  const base::ErrorKind& kind = *fault.error.kind;
  std::string reason = "expected ";
  reason += kind.expects;
  if (!fault.error.detail.empty()) reason += "; " + fault.error.detail;
  ObjectWriter object(sink);
  object.string("field", fault.field);
  object.string("clause", kind.clause);
  object.string("fault", kind.name);
  object.string("reason", reason);
  object.close();
}

}  // namespace

std::string encode(const domain::Acknowledgement& acknowledgement) {
  std::string text;
  text.reserve(192);
  TextSink sink(text);
  write(sink, acknowledgement, base::to_rfc3339(acknowledgement.received_at));
  return text;
}

std::uint32_t encoded_bytes(const domain::Acknowledgement& acknowledgement) {
  CountSink sink;
  write(sink, acknowledgement, kAnyInstant);
  return sink.bytes();
}

std::string encode(const domain::Hit& hit) {
  std::string text;
  text.reserve(512);
  TextSink sink(text);
  write(sink, hit);
  return text;
}

std::uint32_t encoded_bytes(const domain::Hit& hit) {
  CountSink sink;
  write(sink, hit);
  return sink.bytes();
}

std::string encode(const domain::Refusal& refusal) {
  std::string text;
  TextSink sink(text);
  ObjectWriter object(sink);
  object.plain("type", kReadRefusedType);
  object.plain("title", "The read breaks the specification");
  object.integer("status", 422);
  if (!refusal.read_id.empty()) object.string("read_id", refusal.read_id);
  object.name("faults");
  sink.raw('[');
  for (std::size_t i = 0; i < refusal.faults.size(); ++i) {
    if (i != 0) sink.raw(',');
    write_fault(sink, refusal.faults[i]);
  }
  sink.raw(']');
  object.close();
  return text;
}

}  // namespace formats
