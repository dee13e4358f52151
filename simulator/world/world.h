// What is true: sites, cameras, vehicles, and which vehicle passes which camera when.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "reference/base/result.h"
#include "reference/domain/read.h"
#include "scenarios/format/scenario.h"
#include "simulator/kernel/kernel.h"

namespace world {

/// A preset of the register: its number, and the direction of travel that the camera then looks at.
struct Preset {
  std::int16_t id = 0;
  std::int16_t direction_deg = 0;
};

/// What a vehicle is, by the classes of the traffic counts.
enum class Body : std::uint8_t { kMotorcycle, kCar, kBus, kVan, kLorry };

/// One camera of a site: a direction of a road at a DfT count point.
struct Camera {
  domain::CameraId id;
  std::string text;  ///< "35-1-12", ready made
  domain::CameraClass camera_class = domain::CameraClass::kStatic;
  domain::Location recorded;       ///< what the register says
  domain::Location surveyed;       ///< where it is
  std::int16_t direction_deg = 0;  ///< of travel
  std::string road;
  std::uint32_t count_point = 0;
  std::uint32_t lanes_there = 0;  ///< of the road in its direction; 0: the site table does not say
  bool records_unread = false;    ///< it makes a read of a pass without a mark to be read
  std::uint32_t lanes = 0;        ///< it tells apart so many lanes and sends a Lane ID; 0: it sends none
  std::string alias{};            ///< its Alias ID, or none
  std::int16_t preset = 0;        ///< at which it stands
  std::vector<Preset> presets{};  ///< in order of id; its own among them
  bool geotags = false;           ///< it writes its place into its images
};

/// The cameras of a name: "35-1-3", or "35-1-*" for all that begin so; none where there is none.
[[nodiscard]] std::vector<std::uint32_t> cameras_named(const std::vector<Camera>& cameras, std::string_view name);

struct Vehicle {
  std::uint64_t number = 0;  ///< its place in the population; of interest where below the number of VOI rows
  std::string vrm;
  std::string_view make;
  std::string_view colour;
  Body body = Body::kCar;
};

/// One passage of a vehicle by a camera. `pass` counts from 0 over the run in order of time.
struct Pass {
  std::uint64_t pass = 0;
  std::uint32_t camera = 0;  ///< index into World::cameras()
  std::uint64_t vehicle = 0;
  bool has_mark = true;  ///< one that can be read
  std::uint8_t lane = 0;  ///< from 1, at a dual lane camera; 0: not told
};

class PassListener {
 public:
  virtual ~PassListener() = default;
  virtual void on_pass(const Pass& pass) = 0;  ///< at the kernel's now()
};

/// The world of a scenario. Journeys begin at a site as a Poisson stream whose rate follows the site's flow by the hour and weekday
/// (local clock: BST from March to October), and go on along the road, so that the flow past every site is the counted one.
class World {
 public:
  virtual ~World() = default;
  [[nodiscard]] virtual const std::vector<Camera>& cameras() const = 0;
  [[nodiscard]] virtual base::Duration wan_latency() const = 0;  ///< as compiled into the site table
  /// Schedules all traffic from `from` to `to`; passes are told as the kernel reaches them.
  virtual void start(kernel::Kernel& kernel, PassListener& listener, base::Instant from, base::Instant to) = 0;
  [[nodiscard]] virtual Vehicle vehicle(std::uint64_t number) const = 0;
  /// The marks of a VOI list of this scenario: vehicle numbers first, count.
  [[nodiscard]] virtual std::vector<Vehicle> of_interest() const = 0;
  [[nodiscard]] virtual std::uint64_t passes_expected() const = 0;  ///< from start to end of traffic, for progress
};

inline constexpr base::ErrorKind kWorldUnfit{"world_unfit", "house", "cameras that the site table has, and marks for all that are listed",
                                             3};

/// Errors:  kWorldFileUnreadable, kWorldFileUnfit; kWorldUnfit where a class is given to a camera that is not there, or the layouts have
///          fewer marks than the lists have rows.
[[nodiscard]] base::Result<std::unique_ptr<World>> make_world(const scenario::Scenario& scenario, std::uint64_t seed);

}  // namespace world
