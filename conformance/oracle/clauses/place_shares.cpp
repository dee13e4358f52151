#include "conformance/oracle/clauses/place_shares.h"

#include <cstdlib>

#include <fmt/format.h>

#include "conformance/oracle/distance.h"

namespace oracle {
namespace {

using base::event::Position;

constexpr std::string_view kEach = "a place no further than 10 m from the true one";
constexpr std::string_view kShare = "a place no further than 10 m from the true one in 95 of 100 reads of a camera";

std::string degrees(Position p) { return fmt::format("{:.7f},{:.7f}", p.latitude_deg_e7 / 1e7, p.longitude_deg_e7 / 1e7); }

/// What would bring a place that is far off to the true one, in words; empty where nothing of the kind does.
std::string_view likely_fault(Position place, Position truth) {
  const auto right = [&](Position mended) { return distance_mm(mended, truth) <= PlaceShares::kLimit_mm; };
  constexpr std::int32_t kQuarter_e7 = 900'000'000;
  if (right({place.latitude_deg_e7, -place.longitude_deg_e7})) return "; it would be right with east and west changed round";
  if (right({-place.latitude_deg_e7, place.longitude_deg_e7})) return "; it would be right with north and south changed round";
  if (std::abs(place.longitude_deg_e7) <= kQuarter_e7 && right({place.longitude_deg_e7, place.latitude_deg_e7}))
    return "; it would be right with latitude and longitude changed round";
  return {};
}

}  // namespace

PlaceShares::PlaceShares(Tally& tally, Under set, std::string_view whose, std::string_view missing)
    : tally_(tally), share_(set & tally.where("R-30", 0)), each_(set & tally.where("R-30", 1)), whose_(whose), missing_(missing) {}

PlaceShares::Share& PlaceShares::share_of(const ReadContext& context) {
  const auto [at, fresh] = by_camera_.emplace(base::hash64(context.sighting.camera), static_cast<std::uint32_t>(shares_.size()));
  if (fresh) shares_.emplace_back().camera = context.sighting.camera;
  return shares_[at->second];
}

void PlaceShares::observe(Position place, const Truth& truth, const ReadContext& context) {
  Share& share = share_of(context);
  share.kind = context.kind();
  const std::int64_t distance = distance_mm(place, truth.at);
  const Reach reach = reach_of(distance, truth.uncertainty_mm, kLimit_mm);
  if (reach == Reach::kWithin) {
    ++share.within;
    return;
  }
  const Sighting& s = context.sighting;
  const std::string known = truth.uncertainty_mm == 0 ? std::string() : fmt::format(" (known to {})", metres(truth.uncertainty_mm));
  std::string observed =
      fmt::format("{} away: {} in the read, {} {}{}{}", metres(distance), degrees(place), degrees(truth.at), whose_, known,
                  likely_fault(place, truth.at));
  reach == Reach::kBeyond ? ++share.beyond : ++share.unclear;
  reach == Reach::kBeyond ? tally_.against(each_, s, kEach, observed) : tally_.undecided(each_, s, kEach, observed);
  if (distance <= share.distance_mm) return;
  share.at = s.at;
  share.distance_mm = distance;
  share.read_id = s.read_id;
  share.read_text = s.read_text;
  share.observed = std::move(observed);
}

void PlaceShares::conclude(const Share& share) {
  constexpr std::uint64_t kOneIn = 20;   // 5 of 100
  tally_.met(each_, share.within, share.kind);
  const std::uint64_t all = share.within + share.unclear + share.beyond;
  const Sighting worst{share.at, share.read_id, share.camera, share.read_text};
  const std::string observed = fmt::format("{} of {} reads further away, and {} that may be; the furthest {}", share.beyond, all,
                                           share.unclear, share.observed);
  if (share.beyond * kOneIn > all) {
    tally_.met(share_, share.within, share.kind);
    tally_.against(share_, worst, kShare, observed);
    return tally_.more(share_, catalogue::Verdict::kFail, share.beyond - 1);
  }
  if ((share.beyond + share.unclear) * kOneIn > all) {
    tally_.met(share_, share.within, share.kind);
    tally_.undecided(share_, worst, kShare, observed);
    return tally_.more(share_, catalogue::Verdict::kInconclusive, share.unclear - 1);
  }
  tally_.met(share_, all, share.kind);
}

void PlaceShares::conclude() {
  for (const Share& share : shares_) conclude(share);
  if (shares_.empty()) tally_.missing(share_ | each_, std::string(missing_));
}

}  // namespace oracle
