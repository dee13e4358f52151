#include "simulator/world/world.h"

#include "simulator/kernel/random.h"
#include "simulator/world/hour_profile.h"
#include "simulator/world/population.h"
#include "simulator/world/site_table.h"
#include "simulator/world/traffic.h"

namespace world {
namespace {

std::uint64_t rows_of_interest(const scenario::Scenario& scenario) {
  std::uint64_t rows = 0;
  for (const auto& list : scenario.voi_lists) rows += list.rows;
  return rows;
}

Habits habits_of(const scenario::Scenario& scenario) {
  return {.vehicles = Marks::kMarks,
          .of_interest = rows_of_interest(scenario),
          .of_interest_one_in = scenario.world.of_interest_one_in,
          .continues_percent = scenario.world.continues_percent,
          .unread_one_in = scenario.world.unread_one_in};
}

constexpr std::uint32_t kLanes = 3;

bool every(std::size_t number, std::uint32_t one_in) { return one_in != 0 && number % one_in == 0; }

/// What a camera sends beside the least, by its place in the table: every N-th, beginning with the first.
void equip(Camera& camera, std::size_t number, const scenario::World& world, std::uint64_t seed) {
  camera.records_unread = world.records_unread;
  if (every(number, world.lanes_one_in)) camera.lanes = kLanes;
  if (every(number, world.aliases_one_in)) {
    const std::uint64_t drawn = kernel::draw(seed, kernel::stream_of("world.alias"), number, 0);   // it must not give the place away
    camera.alias = fmt::format("UNIT{:05}", kernel::uniform(drawn, 100'000));
  }
  if (every(number, world.presets_one_in)) {
    camera.presets = {{0, static_cast<std::int16_t>((camera.direction_deg + 180) % 360)}, {1, camera.direction_deg}};
    camera.preset = 1;
  }
}

class TheWorld final : public World {
 public:
  TheWorld(SiteTable table, HourProfile profile, Shares makes, Shares colours, const scenario::Scenario& scenario, std::uint64_t seed)
      : table_(std::move(table)),
        profile_(profile),
        makes_(std::move(makes)),
        colours_(std::move(colours)),
        marks_(seed),
        seed_(seed),
        looks_stream_(kernel::stream_of("world.looks")),
        rows_(rows_of_interest(scenario)),
        traffic_(table_, profile_, habits_of(scenario), seed) {
    for (std::size_t i = 0; i < table_.cameras.size(); ++i) equip(table_.cameras[i], i, scenario.world, seed);
    const base::Instant from = scenario.start + scenario.phases.warm_up;
    expected_ = traffic_.expected(from, from + scenario.phases.traffic);
  }

  const std::vector<Camera>& cameras() const override { return table_.cameras; }
  base::Duration wan_latency() const override { return table_.wan_latency; }
  std::uint64_t passes_expected() const override { return expected_; }

  void start(kernel::Kernel& kernel, PassListener& listener, base::Instant from, base::Instant to) override {
    traffic_.start(kernel, listener, from, to);
  }

  Vehicle vehicle(std::uint64_t number) const override {
    const std::uint64_t make = kernel::draw(seed_, looks_stream_, number, 0);
    const std::uint64_t colour = kernel::draw(seed_, looks_stream_, number, 1);
    return {number, marks_.of(number), makes_.of(make), colours_.of(colour)};
  }

  std::vector<Vehicle> of_interest() const override {
    std::vector<Vehicle> vehicles;
    vehicles.reserve(rows_);
    for (std::uint64_t number = 0; number < rows_; ++number) vehicles.push_back(vehicle(number));
    return vehicles;
  }

 private:
  SiteTable table_;
  HourProfile profile_;
  Shares makes_, colours_;
  Marks marks_;
  std::uint64_t seed_, looks_stream_, rows_;
  Traffic traffic_;  // refers to the table and the profile above
  std::uint64_t expected_ = 0;
};

}  // namespace

base::Result<std::unique_ptr<World>> make_world(const scenario::Scenario& scenario, std::uint64_t seed) {
  auto table = read_site_table(scenario.world.sites, scenario.world.site_limit);
  if (!table) return tl::unexpected(table.error());
  const auto profile = HourProfile::read(scenario.world.hour_profile);
  if (!profile) return tl::unexpected(profile.error());
  auto makes = Shares::read(scenario.world.makes, "make,registrations");
  if (!makes) return tl::unexpected(makes.error());
  auto colours = Shares::read(scenario.world.colours, "colour,licensed_cars");
  if (!colours) return tl::unexpected(colours.error());
  return std::unique_ptr<World>(
      std::make_unique<TheWorld>(*std::move(table), *profile, *std::move(makes), *std::move(colours), scenario, seed));
}

}  // namespace world
