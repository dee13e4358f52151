// Traffic: who passes which camera when.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "reference/base/instant.h"
#include "simulator/kernel/kernel.h"
#include "simulator/world/hour_profile.h"
#include "simulator/world/site_table.h"
#include "simulator/world/world.h"

namespace world {

/// Which vehicle a journey is made with, and who drives on.
struct Habits {
  std::uint64_t vehicles = 0;            ///< in the population
  std::uint64_t of_interest = 0;         ///< the first so many of them
  std::uint64_t of_interest_one_in = 0;  ///< journeys; 0: none
  std::uint32_t continues_percent = 0;
  std::uint32_t unread_one_in = 0;       ///< passes without a mark to be read; 0: none
  std::uint32_t abreast_one_in = 0;      ///< passes of a dual lane camera with a second vehicle beside; 0: none
};

/// Journeys as a flow that is stationary from the first instant.
///
/// A camera is a source: fresh journeys begin there as a Poisson stream with the rate (flow past it) - (flow that comes from the camera
/// before it), constant within an hour. A journey goes on to the next camera of its road at its own speed, with the probability
/// `continues_percent` or, where less passes there, the quotient of the flows. So the mean flow past each camera is the counted one.
/// Journeys that began before `from` and are still on the road then are there too; their earlier passes are not told.
///
/// Past a dual lane camera some drive side by side: the second passes within the second, in the other lane, and is told of there alone.
///
/// Owner:   the table, profile, kernel and listener outlive it. Memory: one event a camera, and one journey a vehicle under way.
class Traffic final : public kernel::Target {
 public:
  Traffic(const SiteTable& table, const HourProfile& profile, Habits habits, std::uint64_t seed);

  void start(kernel::Kernel& kernel, PassListener& listener, base::Instant from, base::Instant to);
  void on_event(std::uint32_t what, std::uint64_t which) override;

  /// The mean of passes between two instants.
  [[nodiscard]] std::uint64_t expected(base::Instant from, base::Instant to) const;
  [[nodiscard]] std::size_t under_way() const { return journeys_.size() - free_.size(); }

 private:
  struct Source {
    std::uint64_t fresh = 0;  ///< thousandths of a vehicle an average day, both directions together
    std::uint64_t go_on = 0;  ///< thousandths of those that pass it
    std::uint64_t gaps = 0;   ///< draws so far
    std::uint64_t journeys = 0;
  };
  struct Journey {
    std::uint64_t vehicle;
    std::uint64_t chance;  ///< bits from which each decision to drive on follows
    std::uint32_t camera;
    std::uint16_t hops;
    std::uint16_t km_h;
    std::uint8_t lane;     ///< of one that drives beside another; 0: any
  };

  [[nodiscard]] Journey begin(std::uint32_t camera);
  [[nodiscard]] base::Instant next_arrival(std::uint32_t camera, base::Instant after);
  [[nodiscard]] std::uint64_t index_at(base::Instant at);
  [[nodiscard]] base::Duration longest_journey(std::uint32_t camera) const;
  [[nodiscard]] std::optional<base::Instant> drive_on(Journey& journey, base::Instant at) const;
  void fill_road(std::uint32_t camera);
  void tell(const Journey& journey, base::Instant now);
  void drive_beside(const Journey& journey, base::Instant now);
  [[nodiscard]] std::uint8_t lane_of(const Journey& journey) const;
  [[nodiscard]] bool has_mark(const Journey& journey) const;
  void keep(const Journey& journey, base::Instant next);
  [[nodiscard]] std::uint32_t slot_for(const Journey& journey);

  const SiteTable& table_;
  const HourProfile& profile_;
  Habits habits_;
  std::uint64_t seed_, gap_stream_, journey_stream_, unread_stream_, lane_stream_, abreast_stream_;
  std::vector<Source> sources_;
  std::vector<Journey> journeys_;
  std::vector<std::uint32_t> free_;
  std::int64_t indexed_hour_ = -1;  ///< the hour since 1970 for which index_ holds
  std::uint64_t index_ = 0;
  std::uint64_t passes_ = 0;
  kernel::Kernel* kernel_ = nullptr;
  PassListener* listener_ = nullptr;
  base::Instant from_, to_;
};

}  // namespace world
