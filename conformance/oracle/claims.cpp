#include "conformance/oracle/claims.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <tsl/robin_set.h>

#include "conformance/oracle/images.h"
#include "conformance/oracle/parse/marks.h"
#include "reference/base/check.h"

namespace oracle {
namespace {

using parse::Standing;

/// A read, as claims look at it.
struct Looked {
  const parse::ReadFields& fields;
  SentImage plate_patch, overview;
  bool of_unread_pass = false;   ///< its vehicle had no plate to be read
  Images& images;
};

bool tells(const parse::Field<std::string_view>& text) { return text.standing == Standing::kThere && !text.value.empty(); }

bool has_position(const SentImage& image, Images& images) {
  return image.state == SentImage::State::kHeld && images.picture_of(*image.bytes).geotag.state != parse::GeotagState::kNone;
}

/// What a read has, or the register says of a camera, that a claim denies, in words; empty where nothing.
struct Denied {
  std::string_view claim;
  std::string (*in_read)(const Looked& read) = nullptr;
  std::string_view (*in_register)(const base::event::Camera& camera) = nullptr;
};
const std::array kDenied{
    Denied{
        "no-unread-passes",
        [](const Looked& r) -> std::string {
          if (tells(r.fields.vrm) && r.fields.vrm.value == parse::kNoneIdentified) return "a read of QQQQQQQ";
          return r.of_unread_pass ? "a read of a pass without a mark to be read" : "";
        },
        [](const base::event::Camera& c) -> std::string_view {
          return c.records_unread ? "a camera registered as recording passes without a mark" : "";
        }},
    Denied{"not-lea-controlled", nullptr,
           [](const base::event::Camera& c) -> std::string_view {
             return c.lea_controlled && c.lea_controlled_told ? "a camera registered as an LEA's" : "";
           }},
    Denied{"no-overview", [](const Looked& r) -> std::string { return r.overview.came() ? "a read with an overview" : ""; }},
    Denied{"no-geotag",
           [](const Looked& r) -> std::string {
             return has_position(r.plate_patch, r.images) || has_position(r.overview, r.images) ? "an image with a position" : "";
           }},
    Denied{"no-lane-id",
           [](const Looked& r) { return tells(r.fields.lane_id) ? fmt::format("Lane ID '{}'", r.fields.lane_id.value) : ""; }},
    Denied{"no-alias-id",
           [](const Looked& r) { return tells(r.fields.alias_id) ? fmt::format("Alias ID '{}'", r.fields.alias_id.value) : ""; }},
    Denied{"no-preset-id",
           [](const Looked& r) {
             const auto& preset = r.fields.preset_id;
             return preset.standing == Standing::kThere && preset.value != 0 ? fmt::format("Preset ID {}", preset.value) : "";
           }},
};

class Watch final : public ClaimWatch {
 public:
  explicit Watch(const std::vector<std::string>& claims) {
    for (const std::string& claim : claims) {
      const auto* denied = std::find_if(kDenied.begin(), kDenied.end(), [&](const Denied& d) { return d.claim == claim; });
      PLUMB_CHECK(denied != kDenied.end(), "a claim of the catalogue can be watched: " + claim);
      watched_.push_back({denied, {claim, 0, {}}});
    }
  }

  void hear(const base::Event& event) override {
    if (watched_.empty()) return;
    if (const auto* sent = std::get_if<base::event::ReadSent>(&event.body)) hear(event.at, *sent);
    if (const auto* camera = std::get_if<base::event::Camera>(&event.body)) hear(event.at, *camera);
    if (const auto* pass = std::get_if<base::event::Pass>(&event.body); pass != nullptr && pass->vrm.empty() && pass->vrm_told)
      unread_passes_.insert(base::hash64(pass->pass_id));
    if (const auto* entry = std::get_if<base::event::ManualEntry>(&event.body)) manual_.insert(base::hash64(entry->read_id));
  }

  [[nodiscard]] std::vector<ClaimFate> fates() const override {
    std::vector<ClaimFate> fates;
    for (const Watched& one : watched_) fates.push_back(one.fate);
    return fates;
  }

 private:
  struct Watched {
    const Denied* denied;
    ClaimFate fate;
  };

  void hear(base::Instant at, const base::event::ReadSent& e) {
    if (e.read.text.empty()) return;
    const parse::ReadFields fields = parser_.parse(e.read.text);
    const Looked read{fields, sent_image(fields.plate_patch, e.read.plate_patch, e.read.unheld_plate_patch, patch_),
                      sent_image(fields.overview, e.read.overview, e.read.unheld_overview, overview_),
                      is_of_unread_pass(e), images_};
    for (Watched& one : watched_) {
      if (one.denied->in_read == nullptr) continue;
      const std::string found = one.denied->in_read(read);
      if (!found.empty()) against(one, at, e.read_id, e.camera, e.read.text, found);
    }
  }

  /// What a person made out of the picture is no read that the system made of such a pass.
  bool is_of_unread_pass(const base::event::ReadSent& e) {
    if (e.pass_id.empty() || unread_passes_.erase(base::hash64(e.pass_id)) == 0) return false;
    return !manual_.contains(base::hash64(e.read_id));
  }

  void hear(base::Instant at, const base::event::Camera& e) {
    for (Watched& one : watched_) {
      if (one.denied->in_register == nullptr) continue;
      const std::string_view found = one.denied->in_register(e);
      if (!found.empty()) against(one, at, {}, e.camera, {}, found);
    }
  }

  static void against(Watched& one, base::Instant at, std::string_view read_id, std::string_view camera, std::string_view text,
                      std::string_view found) {
    if (++one.fate.against > 1) return;
    Finding& first = one.fate.first;
    first.at = first.due = at;
    first.read_id = read_id;
    first.camera = camera;
    if (!camera.empty()) first.component = fmt::format("camera:{}", camera);
    first.observed = found;
    first.read_text = text;
  }

  std::vector<Watched> watched_;
  tsl::robin_set<std::uint64_t, MixHash> unread_passes_;   ///< hashes of their ids, until a read names them
  tsl::robin_set<std::uint64_t, MixHash> manual_;          ///< hashes of the ids of reads that somebody typed in
  parse::ReadParser parser_;
  Images images_;
  base::Bytes patch_, overview_;
};

}  // namespace

std::unique_ptr<ClaimWatch> watch_claims(const std::vector<std::string>& claims) { return std::make_unique<Watch>(claims); }

std::vector<std::string_view> watched_claims() {
  std::vector<std::string_view> all;
  for (const Denied& denied : kDenied) all.push_back(denied.claim);
  return all;
}

}  // namespace oracle
