#include "simulator/run/host_timers.h"

#include <algorithm>

namespace run {

void HostTimers::arm(doors::TimerId id, base::Duration delay) {
  cancel(id);
  std::uint32_t place = static_cast<std::uint32_t>(places_.size());
  if (free_.empty()) {
    places_.emplace_back();
  } else {
    place = free_.back();
    free_.pop_back();
  }
  places_[place].id = id;
  places_[place].armed = true;
  place_of_[id.value] = place;
  kernel_.after(std::max(delay, base::Duration{}), *this, places_[place].count, place);
}

void HostTimers::cancel(doors::TimerId id) {
  const auto found = place_of_.find(id.value);
  if (found != place_of_.end()) free(found->second);
}

void HostTimers::free(std::uint32_t place) {
  place_of_.erase(places_[place].id.value);
  places_[place].armed = false;
  ++places_[place].count;
  free_.push_back(place);
}

void HostTimers::clear() {
  for (std::uint32_t place = 0; place < places_.size(); ++place) {
    if (places_[place].armed) free(place);
  }
}

void HostTimers::on_event(std::uint32_t count, std::uint64_t place) {
  const Armed& armed = places_[place];
  if (!armed.armed || armed.count != count) return;
  const doors::TimerId id = armed.id;
  free(static_cast<std::uint32_t>(place));
  fire_(id);
}

}  // namespace run
