#include "simulator/actors/defect.h"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "reference/base/hash.h"
#include "simulator/actors/broken_images.h"

namespace actors {
namespace {

// Where a JSON value that begins at `from` ends. The text is our own encoder's, so it is well formed.
std::size_t value_end(std::string_view text, std::size_t from) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
      continue;
    }
    if (c == '"') quoted = true;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth < 0 || (depth == 0 && c == ',')) return i;
  }
  return text.size();
}

void rewrite(formats::EncodedRead& read, std::string_view field, std::string_view value) {
  const auto old = raw_field(read.text, field);
  if (!old) return;
  const auto at = static_cast<std::size_t>(old->data() - read.text.data());
  read.text.replace(at, old->size(), value);
}

// Takes a field out, with the comma that parts it from its neighbour.
void drop(formats::EncodedRead& read, std::string_view field) {
  const auto old = raw_field(read.text, field);
  if (!old) return;
  std::size_t from = static_cast<std::size_t>(old->data() - read.text.data()) - field.size() - 3;
  std::size_t to = from + field.size() + 3 + old->size();
  if (read.text[to] == ',') {
    ++to;
  } else if (read.text[from - 1] == ',') {
    --from;
  }
  read.text.erase(from, to - from);
}

void space_in_vrm(formats::EncodedRead& read) {
  const auto old = raw_field(read.text, "vrm");
  if (!old || old->size() < 4) return;
  read.text.insert(static_cast<std::size_t>(old->data() - read.text.data()) + old->size() / 2, " ");
}

// "11/06/2019 07:00:01" becomes "2019-06-11T07:00:01Z".
void time_as_iso(formats::EncodedRead& read) {
  const auto old = raw_field(read.text, "time");
  if (!old || old->size() != 21) return;
  const std::string t(old->substr(1, 19));
  rewrite(read, "time", '"' + t.substr(6, 4) + '-' + t.substr(3, 2) + '-' + t.substr(0, 2) + 'T' + t.substr(11) + "Z\"");
}

void time_without_date(formats::EncodedRead& read) {
  const auto old = raw_field(read.text, "time");
  if (!old || old->size() != 21) return;
  rewrite(read, "time", "\"31/02" + std::string(old->substr(6)));
}

void feed_id_of_one_digit(formats::EncodedRead& read) {
  const auto old = raw_field(read.text, "feed_id");
  if (!old || old->size() != 4) return;
  rewrite(read, "feed_id", std::string{'"', (*old)[2], '"'});
}

// The overview in the patch's place: neither its weight nor its measures are a patch's.
void overview_for_patch(formats::EncodedRead& read) {
  const auto overview = raw_field(read.text, "overview");
  if (!overview) return;
  rewrite(read, "plate_patch", std::string(*overview));
  read.plate_patch = read.overview;
}

/// Changes an image, and its name in the text with it, so that nothing but the image is wrong.
void change(formats::EncodedRead& read, std::string_view field, base::Bytes& image, Change change) {
  if (image.empty()) return;
  image = base::Bytes(change(std::string(image.view())));
  rewrite(read, field, fmt::format(R"({{"sha256":"{}","bytes":{}}})", base::sha256_hex(image.view()), image.size()));
}
template <Change kChange>
void patch(formats::EncodedRead& read) {
  change(read, "plate_patch", read.plate_patch, kChange);
}
template <Change kChange>
void overview(formats::EncodedRead& read) {
  change(read, "overview", read.overview, kChange);
}

void cut_short(formats::EncodedRead& read) { read.text.resize(read.text.size() / 2); }

constexpr std::array kDefects{
    Defect{"vrm_has_space", "2.2.1", space_in_vrm},
    Defect{"vrm_missing", "2.2.1", [](formats::EncodedRead& r) { drop(r, "vrm"); }},
    Defect{"time_iso", "2.2.2", time_as_iso},
    Defect{"time_no_such_date", "2.2.2", time_without_date},
    Defect{"location_missing", "2.2.3", [](formats::EncodedRead& r) { drop(r, "location"); }},
    Defect{"feed_id_one_digit", "2.3", feed_id_of_one_digit},
    Defect{"nrd_id_out_of_range", "2.3", [](formats::EncodedRead& r) { rewrite(r, "nrd_id", "10000"); }},
    Defect{"username_empty", "2.3", [](formats::EncodedRead& r) { rewrite(r, "username", "\"\""); }},
    Defect{"username_lower_case", "2.3", [](formats::EncodedRead& r) { rewrite(r, "username", "\"unattended\""); }},
    Defect{"plate_patch_oversize", "2.2.4", overview_for_patch},
    Defect{"plate_patch_3001_bytes", "2.2.4", patch<grown_to<3'001>>},
    Defect{"plate_patch_121_pixels", "2.2.4", patch<one_pixel_wider>},
    Defect{"plate_patch_png", "2.2.4", patch<as_png>},
    Defect{"plate_patch_truncated", "2.2.4", patch<truncated>},
    Defect{"overview_oversize", "2.2.4", overview<grown_to<40'000>>},
    Defect{"overview_png", "2.2.4", overview<as_png>},
    Defect{"overview_geotag_elsewhere", "2.2.4", overview<tagged_elsewhere>},
    Defect{"text_cut_short", "house", cut_short},
};

}  // namespace

std::span<const Defect> defects() { return kDefects; }

const Defect* find_defect(std::string_view name) {
  const auto* found = std::find_if(kDefects.begin(), kDefects.end(), [&](const Defect& d) { return d.name == name; });
  return found == kDefects.end() ? nullptr : found;
}

std::optional<std::string_view> raw_field(std::string_view text, std::string_view field) {
  const std::string key = '"' + std::string(field) + "\":";
  const std::size_t at = text.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t from = at + key.size();
  return text.substr(from, value_end(text, from) - from);
}

}  // namespace actors
