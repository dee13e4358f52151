#include "simulator/world/world.h"

#include "simulator/kernel/random.h"
#include "simulator/world/hour_profile.h"
#include "simulator/world/marks.h"
#include "simulator/world/shares.h"
#include "simulator/world/site_table.h"
#include "simulator/world/traffic.h"

namespace world {
namespace {

std::uint64_t rows_of_interest(const scenario::Scenario& scenario) {
  std::uint64_t rows = 0;
  for (const auto& list : scenario.voi_lists) rows += scenario::rows_of(list);
  if (const auto& national = scenario.national) rows += national->fast_track_rows + national->schengen_rows + national->mmc_rows;
  return rows;
}

Habits habits_of(const scenario::Scenario& scenario, std::uint64_t vehicles) {
  return {.vehicles = vehicles,
          .of_interest = rows_of_interest(scenario),
          .of_interest_one_in = scenario.world.of_interest_one_in,
          .continues_percent = scenario.world.continues_percent,
          .unread_one_in = scenario.world.unread_one_in,
          .abreast_one_in = scenario.world.abreast_one_in};
}

constexpr std::uint32_t kLanes = 3;   // where the site table does not say

bool every(std::size_t number, std::uint32_t one_in) { return one_in != 0 && number % one_in == 0; }

/// What a camera sends beside the least, by its place in the table: every N-th, beginning with the first.
void equip(Camera& camera, std::size_t number, const scenario::Scenario& scenario, std::uint64_t seed) {
  const scenario::World& world = scenario.world;
  camera.records_unread = world.records_unread;
  camera.geotags = every(number, scenario.images.geotags_one_in);
  if (every(number, world.lanes_one_in)) camera.lanes = camera.lanes_there != 0 ? camera.lanes_there : kLanes;
  if (camera.camera_class == domain::CameraClass::kDualLane) camera.lanes = 2;
  if (every(number, world.aliases_one_in)) {
    const std::uint64_t drawn = kernel::draw(seed, kernel::stream_of("world.alias"), number, 0);   // it must not give the place away
    camera.alias = fmt::format("UNIT{:05}", kernel::uniform(drawn, 100'000));
  }
  if (camera.camera_class == domain::CameraClass::kCctv || every(number, world.presets_one_in)) {
    camera.presets = {{0, static_cast<std::int16_t>((camera.direction_deg + 180) % 360)}, {1, camera.direction_deg}};
    camera.preset = 1;
  }
}

Marks marks_of(const scenario::Scenario& scenario, std::vector<std::string> memory_tags, std::uint64_t seed) {
  const Issue issue{std::move(memory_tags), scenario.start};
  std::vector<MarkLayout> layouts;
  for (const std::string& name : scenario.world.vrm_layouts) layouts.push_back(layout_named(name, issue));
  return Marks(std::move(layouts), seed);
}

base::Result<void> classify(SiteTable& table, const scenario::Scenario& scenario) {
  for (const auto& spec : scenario.camera_classes) {
    const auto named = cameras_named(table.cameras, spec.camera);
    if (named.empty()) return base::fail(kWorldUnfit, fmt::format("found camera {}, which is not there", spec.camera));
    for (const std::uint32_t camera : named) table.cameras[camera].camera_class = *domain::parse_camera_class(spec.camera_class);
  }
  return {};
}

/// What makes the vehicles of a scenario.
struct Stock {
  Shares makes, colours;
  Marks marks;
};

class TheWorld final : public World {
 public:
  TheWorld(SiteTable table, HourProfile profile, Stock stock, const scenario::Scenario& scenario, std::uint64_t seed)
      : table_(std::move(table)),
        profile_(profile),
        stock_(std::move(stock)),
        seed_(seed),
        looks_stream_(kernel::stream_of("world.looks")),
        rows_(rows_of_interest(scenario)),
        traffic_(table_, profile_, habits_of(scenario, stock_.marks.count()), seed) {
    for (std::size_t i = 0; i < table_.cameras.size(); ++i) equip(table_.cameras[i], i, scenario, seed);
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
    return {number, stock_.marks.of(number), stock_.makes.of(make), stock_.colours.of(colour), body_of(number)};
  }

  std::vector<Vehicle> of_interest() const override {
    std::vector<Vehicle> vehicles;
    vehicles.reserve(rows_);
    for (std::uint64_t number = 0; number < rows_; ++number) vehicles.push_back(vehicle(number));
    return vehicles;
  }

 private:
  /// By the flows of the vehicle classes past all sites.
  Body body_of(std::uint64_t number) const {
    std::uint64_t sum = 0;
    for (const std::uint64_t flow : table_.flow_by_body) sum += flow;
    if (sum == 0) return Body::kCar;
    std::uint64_t place = kernel::uniform(kernel::draw(seed_, looks_stream_, number, 2), sum);
    std::size_t body = 0;
    while (place >= table_.flow_by_body[body]) place -= table_.flow_by_body[body++];
    return static_cast<Body>(body);
  }

  SiteTable table_;
  HourProfile profile_;
  Stock stock_;
  std::uint64_t seed_, looks_stream_, rows_;
  Traffic traffic_;  // refers to the table and the profile above
  std::uint64_t expected_ = 0;
};

}  // namespace

std::vector<std::uint32_t> cameras_named(const std::vector<Camera>& cameras, std::string_view name) {
  std::vector<std::uint32_t> found;
  const bool all = name.ends_with('*');
  const std::string_view beginning = name.substr(0, name.size() - (all ? 1 : 0));
  for (std::uint32_t i = 0; i < cameras.size(); ++i) {
    const std::string_view text = cameras[i].text;
    if (all ? text.starts_with(beginning) : text == name) found.push_back(i);
  }
  return found;
}

base::Result<std::unique_ptr<World>> make_world(const scenario::Scenario& scenario, std::uint64_t seed) {
  auto table = read_site_table(scenario.world.sites, scenario.world.site_limit);
  if (!table) return tl::unexpected(table.error());
  if (const auto classified = classify(*table, scenario); !classified) return tl::unexpected(classified.error());
  const auto profile = HourProfile::read(scenario.world.hour_profile);
  if (!profile) return tl::unexpected(profile.error());
  auto makes = Shares::read(scenario.world.makes, "make,registrations");
  if (!makes) return tl::unexpected(makes.error());
  auto colours = Shares::read(scenario.world.colours, "colour,licensed_cars");
  if (!colours) return tl::unexpected(colours.error());
  base::Result<std::vector<std::string>> tags;
  if (!scenario.world.memory_tags.empty()) tags = read_memory_tags(scenario.world.memory_tags);
  if (!tags) return tl::unexpected(tags.error());
  Marks marks = marks_of(scenario, *std::move(tags), seed);
  if (marks.count() <= rows_of_interest(scenario)) {
    return base::fail(kWorldUnfit, fmt::format("found lists of {} rows, and {} marks", rows_of_interest(scenario), marks.count()));
  }
  Stock stock{*std::move(makes), *std::move(colours), std::move(marks)};
  return std::unique_ptr<World>(std::make_unique<TheWorld>(*std::move(table), *profile, std::move(stock), scenario, seed));
}

}  // namespace world
