#include "simulator/world/traffic.h"

#include <algorithm>

#include "reference/base/check.h"
#include "reference/base/hash.h"
#include "simulator/kernel/random.h"

namespace world {
namespace {

enum Event : std::uint32_t { kFresh, kOnward, kBeside };

constexpr std::uint64_t kWithinMs = 900;   // side by side: within the second
constexpr std::int64_t kHourNs = base::hours(1).ns;
constexpr std::int64_t kMeanNsMax = 100'000'000'000'000'000;  // three years between two vehicles: as good as never, and no overflow

/// The mean gap between fresh journeys in one direction, where `fresh` counts both directions.
base::Duration mean_gap(std::uint64_t fresh_thousandths, std::uint64_t index_thousandths) {
  const std::uint64_t two_days = 2 * 24 * static_cast<std::uint64_t>(kHourNs);
  const std::uint64_t mean = two_days * 1000 / index_thousandths * 1000 / fresh_thousandths;
  return base::nanoseconds(static_cast<std::int64_t>(std::min<std::uint64_t>(mean, kMeanNsMax)));
}

base::Duration driving_time(std::uint64_t metres, std::uint64_t km_h) {
  return base::nanoseconds(static_cast<std::int64_t>(metres * 3'600'000'000ULL / km_h));
}

}  // namespace

Traffic::Traffic(const SiteTable& table, const HourProfile& profile, Habits habits, std::uint64_t seed)
    : table_(table),
      profile_(profile),
      habits_(habits),
      seed_(seed),
      gap_stream_(kernel::stream_of("world.gap")),
      journey_stream_(kernel::stream_of("world.journey")),
      unread_stream_(kernel::stream_of("world.unread")),
      lane_stream_(kernel::stream_of("world.lane")),
      abreast_stream_(kernel::stream_of("world.abreast")),
      sources_(table.cameras.size()) {
  for (std::size_t i = 0; i < sources_.size(); ++i) sources_[i].fresh = std::uint64_t{table.flow[i / 2]} * 1000;
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const auto& onward = table.onward[i];
    const std::uint64_t here = table.flow[i / 2];
    if (!onward || here == 0) continue;
    sources_[i].go_on = std::min<std::uint64_t>(habits.continues_percent * 10, 1000 * std::uint64_t{table.flow[onward->camera / 2]} / here);
    sources_[onward->camera].fresh -= here * sources_[i].go_on;
  }
}

void Traffic::start(kernel::Kernel& kernel, PassListener& listener, base::Instant from, base::Instant to) {
  PLUMB_CHECK(kernel_ == nullptr, "traffic starts once");
  PLUMB_CHECK(kernel.now() <= from && from <= to, "traffic starts in the future and ends after that");
  kernel_ = &kernel;
  listener_ = &listener;
  from_ = from;
  to_ = to;
  for (std::uint32_t camera = 0; camera < sources_.size(); ++camera) fill_road(camera);
}

/// Lets the journeys drive up to `from` that can still be on the road then, and schedules the first after it.
void Traffic::fill_road(std::uint32_t camera) {
  if (sources_[camera].fresh == 0) return;
  base::Instant at = next_arrival(camera, from_ - longest_journey(camera));
  for (; at < from_; at = next_arrival(camera, at)) {
    Journey journey = begin(camera);
    std::optional<base::Instant> next = at;
    while (next && *next < from_) next = drive_on(journey, *next);
    if (next) keep(journey, *next);
  }
  if (at < to_) kernel_->at(at, *this, kFresh, camera);
}

void Traffic::on_event(std::uint32_t what, std::uint64_t which) {
  const base::Instant now = kernel_->now();
  Journey journey;
  if (what == kFresh) {
    const auto camera = static_cast<std::uint32_t>(which);
    journey = begin(camera);
    const base::Instant next = next_arrival(camera, now);
    if (next < to_) kernel_->at(next, *this, kFresh, camera);
  } else {
    journey = journeys_[which];
    free_.push_back(static_cast<std::uint32_t>(which));
  }
  tell(journey, now);
  if (what == kBeside) return;
  if (const auto next = drive_on(journey, now)) keep(journey, *next);
}

void Traffic::tell(const Journey& journey, base::Instant now) {
  listener_->on_pass({passes_++, journey.camera, journey.vehicle, has_mark(journey), lane_of(journey)});
  if (journey.lane == 0) drive_beside(journey, now);
}

std::uint8_t Traffic::lane_of(const Journey& journey) const {
  if (journey.lane != 0 || table_.cameras[journey.camera].camera_class != domain::CameraClass::kDualLane) return journey.lane;
  return static_cast<std::uint8_t>(1 + kernel::uniform(kernel::draw(seed_, lane_stream_, journey.chance, journey.hops), 2));
}

void Traffic::drive_beside(const Journey& journey, base::Instant now) {
  if (habits_.abreast_one_in == 0 || table_.cameras[journey.camera].camera_class != domain::CameraClass::kDualLane) return;
  const std::uint64_t drawn = kernel::draw(seed_, abreast_stream_, journey.chance, journey.hops);
  if (kernel::uniform(drawn, habits_.abreast_one_in) != 0) return;
  const base::Instant at = now + base::milliseconds(static_cast<std::int64_t>(kernel::uniform(base::mix64(drawn), kWithinMs)));
  if (at >= to_) return;
  Journey other = journey;
  other.vehicle = habits_.of_interest + kernel::uniform(base::mix64(drawn ^ 1), habits_.vehicles - habits_.of_interest);
  other.chance = base::mix64(drawn ^ 2);
  other.lane = static_cast<std::uint8_t>(3 - lane_of(journey));
  kernel_->at(at, *this, kBeside, slot_for(other));
}

// Mud and spray come and go, so each pass has a draw of its own.
bool Traffic::has_mark(const Journey& journey) const {
  if (habits_.unread_one_in == 0) return true;
  return kernel::uniform(kernel::draw(seed_, unread_stream_, journey.chance, journey.hops), habits_.unread_one_in) != 0;
}

void Traffic::keep(const Journey& journey, base::Instant next) {
  if (next < to_) kernel_->at(next, *this, kOnward, slot_for(journey));
}

std::uint32_t Traffic::slot_for(const Journey& journey) {
  if (free_.empty()) {
    free_.push_back(static_cast<std::uint32_t>(journeys_.size()));
    journeys_.push_back(journey);
  }
  const std::uint32_t slot = free_.back();
  free_.pop_back();
  journeys_[slot] = journey;
  return slot;
}

Traffic::Journey Traffic::begin(std::uint32_t camera) {
  const std::uint64_t bits = kernel::draw(seed_, journey_stream_, camera, sources_[camera].journeys++);
  const bool of_interest = habits_.of_interest_one_in != 0 && kernel::uniform(bits, habits_.of_interest_one_in) == 0;
  const std::uint64_t which = base::mix64(bits ^ 1);
  const std::uint64_t vehicle = of_interest ? kernel::uniform(which, habits_.of_interest)
                                            : habits_.of_interest + kernel::uniform(which, habits_.vehicles - habits_.of_interest);
  const Speeds speeds = speeds_of(table_.cameras[camera].road);
  const auto speed = speeds.slowest + kernel::uniform(base::mix64(bits ^ 2), speeds.fastest - speeds.slowest + 1);
  return {vehicle, base::mix64(bits ^ 3), camera, 0, static_cast<std::uint16_t>(speed), 0};
}

/// Moves the journey to the next camera and says when it passes there; nothing where it leaves the road before.
std::optional<base::Instant> Traffic::drive_on(Journey& journey, base::Instant at) const {
  const auto& onward = table_.onward[journey.camera];
  if (!onward) return std::nullopt;
  const std::uint64_t chance = base::mix64(journey.chance + journey.hops);
  if (kernel::uniform(chance, 1000) >= sources_[journey.camera].go_on) return std::nullopt;
  journey.camera = onward->camera;
  ++journey.hops;
  return at + driving_time(onward->metres, journey.km_h);
}

/// An exponential gap forgets how long it has lasted, so a new one may begin with each hour's rate.
base::Instant Traffic::next_arrival(std::uint32_t camera, base::Instant after) {
  Source& source = sources_[camera];
  for (base::Instant at = after;;) {
    const base::Instant hour_ends{(at.ns / kHourNs + 1) * kHourNs};
    const auto mean = mean_gap(source.fresh, index_at(at));
    const auto gap = kernel::exponential(kernel::draw(seed_, gap_stream_, camera, source.gaps++), mean);
    if (gap < hour_ends - at) return at + gap;
    if (hour_ends >= to_) return to_;
    at = hour_ends;
  }
}

std::uint64_t Traffic::index_at(base::Instant at) {
  const std::int64_t hour = at.ns / kHourNs;
  if (hour != indexed_hour_) {
    indexed_hour_ = hour;
    index_ = profile_.at(at);
  }
  return index_;
}

base::Duration Traffic::longest_journey(std::uint32_t camera) const {
  const Speeds speeds = speeds_of(table_.cameras[camera].road);
  base::Duration sum;
  for (auto onward = table_.onward[camera]; onward; onward = table_.onward[onward->camera]) {
    sum = sum + driving_time(onward->metres, speeds.slowest);
  }
  return sum;
}

std::uint64_t Traffic::expected(base::Instant from, base::Instant to) const {
  std::uint64_t flow = 0;
  for (const auto of_site : table_.flow) flow += of_site;
  std::uint64_t hour_milliseconds = 0;  // weighted by the index
  for (base::Instant at = from; at < to;) {
    const base::Instant end = std::min(to, base::Instant{(at.ns / kHourNs + 1) * kHourNs});
    hour_milliseconds += static_cast<std::uint64_t>((end - at).ns / 1'000'000) * profile_.at(at) / 1000;
    at = end;
  }
  return flow * hour_milliseconds / (24 * 3'600'000ULL);
}

}  // namespace world
