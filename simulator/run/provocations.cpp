#include "simulator/run/provocations.h"

#include <algorithm>

#include <fmt/format.h>

#include "reference/base/check.h"
#include "simulator/run/run.h"

namespace run {
namespace {

enum What : std::uint32_t { kTest, kTypeIn, kSignOn, kSignOff };

class Planner {
 public:
  Planner(const scenario::Scenario& scenario, const world::World& world) : scenario_(scenario), world_(world) {}

  base::Result<Plan> plan() {
    for (const auto& spec : scenario_.connectivity_tests) plan_.tests.push_back({cameras_named(spec.camera), spec.when});
    for (const auto& spec : scenario_.manual_entries) add_entries(spec);
    for (const auto& spec : scenario_.sessions) {
      for (const std::uint32_t camera : cameras_named(spec.camera)) add_session({camera, spec.username, spec.on, spec.off});
    }
    if (!unfit_.empty()) return base::fail(kProvocationUnfit, unfit_);
    return std::move(plan_);
  }

 private:
  std::vector<std::uint32_t> cameras_named(std::string_view name) {
    std::vector<std::uint32_t> found;
    const bool all = name.ends_with('*');
    const std::string_view beginning = name.substr(0, name.size() - (all ? 1 : 0));
    for (std::uint32_t i = 0; i < world_.cameras().size(); ++i) {
      const std::string_view text = world_.cameras()[i].text;
      if (all ? text.starts_with(beginning) : text == name) found.push_back(i);
    }
    if (found.empty()) complain(fmt::format("found camera {}, which is not there", name));
    return found;
  }

  void add_entries(const scenario::ManualEntrySpec& spec) {
    const std::string feed = spec.lea.substr(spec.lea.find(':') + 1);
    std::vector<std::uint32_t> cameras = cameras_named(feed + "-*");
    const auto desk = domain::parse_camera_id(fmt::format("{}-{}-0", feed, spec.source));
    if (!desk) return complain(fmt::format("found {}, of which there can be no desk", spec.lea));
    plan_.entries.push_back({*desk, std::move(cameras), spec});
  }

  void add_session(Plan::Session session) {
    const bool taken = std::any_of(plan_.sessions.begin(), plan_.sessions.end(), [&](const Plan::Session& other) {
      return other.camera == session.camera && other.on < session.off && session.on < other.off;
    });
    const std::string& camera = world_.cameras()[session.camera].text;
    if (taken) complain(fmt::format("found {} at camera {} while somebody else is", session.username, camera));
    plan_.sessions.push_back(std::move(session));
  }

  void complain(std::string what) {
    if (unfit_.empty()) unfit_ = std::move(what);
  }

  const scenario::Scenario& scenario_;
  const world::World& world_;
  Plan plan_;
  std::string unfit_;
};

}  // namespace

base::Result<Plan> make_plan(const scenario::Scenario& scenario, const world::World& world) { return Planner(scenario, world).plan(); }

Provocations::Provocations(kernel::Kernel& kernel, actors::Cameras& cameras, actors::Desks& desks, Plan plan, base::Instant traffic_from)
    : kernel_(kernel), cameras_(cameras), desks_(desks), plan_(std::move(plan)) {
  for (std::size_t i = 0; i < plan_.sessions.size(); ++i) kernel_.at(traffic_from + plan_.sessions[i].off, *this, kSignOff, i);
  for (std::size_t i = 0; i < plan_.sessions.size(); ++i) kernel_.at(traffic_from + plan_.sessions[i].on, *this, kSignOn, i);
  for (std::size_t i = 0; i < plan_.tests.size(); ++i) kernel_.at(traffic_from + plan_.tests[i].when.first, *this, kTest, i);
  for (std::size_t i = 0; i < plan_.entries.size(); ++i) kernel_.at(traffic_from + plan_.entries[i].spec.when.first, *this, kTypeIn, i);
}

void Provocations::on_event(std::uint32_t what, std::uint64_t which) {
  switch (what) {
    case kTest: return test(which);
    case kTypeIn: return type_in(which);
    case kSignOn: return cameras_.sign_on(plan_.sessions[which].camera, plan_.sessions[which].username);
    case kSignOff: return cameras_.sign_off(plan_.sessions[which].camera);
    default: PLUMB_CHECK(false, "only these were scheduled");
  }
}

void Provocations::test(std::size_t which) {
  for (const std::uint32_t camera : plan_.tests[which].cameras) cameras_.test_connectivity(camera);
  again(plan_.tests[which].when, kTest, which);
}

void Provocations::type_in(std::size_t which) {
  desks_.type_in(static_cast<std::uint32_t>(which));
  again(plan_.entries[which].spec.when, kTypeIn, which);
}

void Provocations::again(scenario::Timetable& when, std::uint32_t what, std::size_t which) {
  if (--when.count > 0) kernel_.after(when.every, *this, what, which);
}

}  // namespace run
