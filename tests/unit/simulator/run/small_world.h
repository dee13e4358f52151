// A world small enough to know by heart, and a scenario in it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "reference/base/check.h"
#include "simulator/run/run.h"

namespace small {

/// `cameras` cameras in Cambridgeshire; one passes by every `every`, at each camera in turn; one vehicle in `of_interest_one_in` is on the
/// list.
struct Shape {
  std::uint32_t cameras = 6;
  base::Duration every = base::milliseconds(20);
  std::uint32_t of_interest_one_in = 10;
  std::uint32_t rows = 5;
  std::uint32_t unread_one_in = 0;   ///< passes without a mark; 0: none
  bool records_unread = true;
};

class World final : public world::World, private kernel::Target {
 public:
  std::vector<world::Camera>& equipment() { return cameras_; }

  explicit World(const Shape& shape) : shape_(shape) {
    for (std::uint32_t i = 0; i < shape.cameras; ++i) cameras_.push_back(camera(i + 1));
    if (shape.unread_one_in == 0) return;
    for (world::Camera& camera : cameras_) camera.records_unread = shape.records_unread;
  }

  const std::vector<world::Camera>& cameras() const override { return cameras_; }
  base::Duration wan_latency() const override { return base::milliseconds(3); }
  std::uint64_t passes_expected() const override { return 0; }

  void start(kernel::Kernel& kernel, world::PassListener& listener, base::Instant from, base::Instant to) override {
    kernel_ = &kernel;
    listener_ = &listener;
    to_ = to;
    kernel.at(from, *this, 0);
  }

  world::Vehicle vehicle(std::uint64_t number) const override {
    return {number, fmt::format("AB{:02}{:03}", number % 2, number), "FORD", "BLUE"};
  }

  std::vector<world::Vehicle> of_interest() const override {
    std::vector<world::Vehicle> all;
    for (std::uint64_t i = 0; i < shape_.rows; ++i) all.push_back(vehicle(i));
    return all;
  }

 private:
  static world::Camera camera(std::uint32_t source) {
    const std::string text = fmt::format("35-{}-1", source);
    const auto place = domain::Location::make(522'000'000 + static_cast<std::int32_t>(source), 1'200'000);
    world::Camera made{*domain::parse_camera_id(text), text, domain::CameraClass::kStatic, *place, *place, 90, "A14", source};
    return made;
  }

  void on_event(std::uint32_t, std::uint64_t) override {
    if (kernel_->now() >= to_) return;
    const std::uint64_t n = passed_++;
    const bool wanted = n % shape_.of_interest_one_in == 0;
    const std::uint64_t vehicle = wanted ? (n / shape_.of_interest_one_in) % shape_.rows : shape_.rows + n;
    const bool has_mark = shape_.unread_one_in == 0 || n % shape_.unread_one_in != 0;
    listener_->on_pass({n, static_cast<std::uint32_t>(n % shape_.cameras), vehicle, has_mark});
    kernel_->after(shape_.every, *this, 0);
  }

  Shape shape_;
  std::vector<world::Camera> cameras_;
  kernel::Kernel* kernel_ = nullptr;
  world::PassListener* listener_ = nullptr;
  base::Instant to_;
  std::uint64_t passed_ = 0;
};

/// A minute of traffic in good weather.
inline scenario::Scenario clean_minute() {
  scenario::Scenario s;
  s.name = "small";
  s.start = *base::parse_rfc3339("2019-06-11T06:59:00Z");
  s.phases = {base::seconds(5), base::minutes(1), base::seconds(5), base::minutes(2)};
  s.network.camera_uplink = {20'000'000, base::milliseconds(12)};
  s.network.lea_wan = {1'000'000'000, base::milliseconds(3)};
  s.network.nas_front_end = {10'000'000'000, base::microseconds(200)};
  s.network.operator_link = {10'000'000, base::milliseconds(25)};
  s.lea = {base::microseconds(100), base::milliseconds(2)};
  s.nas = {4, base::microseconds(300), base::milliseconds(3), base::seconds(4)};
  s.voi_lists = {{"35_Small VOI List.csv", 5}};
  s.operators = {{"op-cambs-1", "35", {{"35_*"}, {}, {}}}};
  s.images = {scenario::Images::kPool, 4, 4};
  s.sha256 = "0123456789abcdef";
  s.file = "scenarios/small.json";
  return s;
}

inline scenario::Fault fault(const std::string& kind, const std::string& target, std::int64_t on_s, std::int64_t off_s,
                             std::map<std::string, std::string> parameters = {}) {
  return {"f-" + kind.substr(0, kind.find('.')), kind, target, base::seconds(on_s), base::seconds(off_s), std::move(parameters)};
}

}  // namespace small
