#include "simulator/run/provocations.h"

#include <algorithm>

#include <fmt/format.h>

#include "reference/base/check.h"
#include "simulator/run/run.h"

namespace run {
namespace {

enum ProvocationTimer : std::uint32_t { kTest, kTypeIn, kSignOn, kSignOff, kTurn, kTurnBack, kRedeploy };

class Planner {
 public:
  Planner(const scenario::Scenario& scenario, const world::World& world) : scenario_(scenario), world_(world) {}

  base::Result<Plan> plan() {
    for (const auto& spec : scenario_.connectivity_tests) plan_.tests.push_back({cameras_named(spec.camera), spec.when});
    for (const auto& spec : scenario_.manual_entries) add_entries(spec);
    for (const auto& spec : scenario_.sessions) {
      for (const std::uint32_t camera : cameras_named(spec.camera)) add_session({camera, spec.username, spec.on, spec.off});
    }
    for (const auto& spec : scenario_.turns) add_turns(spec);
    for (const auto& spec : scenario_.redeployments) add_redeployment(spec);
    for (const auto& spec : scenario_.lea.subscriptions) static_cast<void>(cameras_named(spec.lea.substr(spec.lea.find(':') + 1) + "-*"));
    if (!unfit_.empty()) return base::fail(kProvocationUnfit, unfit_);
    return std::move(plan_);
  }

 private:
  std::vector<std::uint32_t> cameras_named(std::string_view name) {
    std::vector<std::uint32_t> found = world::cameras_named(world_.cameras(), name);
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

  void add_turns(const scenario::TurnSpec& spec) {
    for (const std::uint32_t camera : cameras_named(spec.camera)) {
      if (!is_of(camera, domain::CameraClass::kCctv, "turned")) return;
      const bool turned = std::any_of(plan_.turns.begin(), plan_.turns.end(), [&](const Plan::Turn& other) {
        return other.camera == camera && other.on < spec.off && spec.on < other.off;
      });
      if (turned) return complain(fmt::format("found camera {} turned while it is turned already", world_.cameras()[camera].text));
      plan_.turns.push_back({camera, spec.to, spec.on, spec.off});
    }
  }

  void add_redeployment(const scenario::RedeploymentSpec& spec) {
    const auto to = domain::Location::make(spec.to.latitude_deg_e7, spec.to.longitude_deg_e7);
    if (!to) return complain(to.error().message());
    for (const std::uint32_t camera : cameras_named(spec.camera)) {
      if (is_of(camera, domain::CameraClass::kMoveable, "redeployed")) plan_.redeployments.push_back({camera, spec.at, *to});
    }
  }

  bool is_of(std::uint32_t camera, domain::CameraClass camera_class, std::string_view done) {
    const world::Camera& found = world_.cameras()[camera];
    if (found.camera_class == camera_class) return true;
    complain(fmt::format("found {} camera {} {}, expected a {} one", domain::text_of(found.camera_class), found.text, done,
                         domain::text_of(camera_class)));
    return false;
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
  for (std::size_t i = 0; i < plan_.turns.size(); ++i) kernel_.at(traffic_from + plan_.turns[i].off, *this, kTurnBack, i);
  for (std::size_t i = 0; i < plan_.turns.size(); ++i) kernel_.at(traffic_from + plan_.turns[i].on, *this, kTurn, i);
  for (std::size_t i = 0; i < plan_.redeployments.size(); ++i) kernel_.at(traffic_from + plan_.redeployments[i].at, *this, kRedeploy, i);
  for (std::size_t i = 0; i < plan_.tests.size(); ++i) kernel_.at(traffic_from + plan_.tests[i].when.first, *this, kTest, i);
  for (std::size_t i = 0; i < plan_.entries.size(); ++i) kernel_.at(traffic_from + plan_.entries[i].spec.when.first, *this, kTypeIn, i);
}

void Provocations::on_event(std::uint32_t what, std::uint64_t which) {
  switch (what) {
    case kTest: return test(which);
    case kTypeIn: return type_in(which);
    case kSignOn: return cameras_.sign_on(plan_.sessions[which].camera, plan_.sessions[which].username);
    case kSignOff: return cameras_.sign_off(plan_.sessions[which].camera);
    case kTurn: return cameras_.turn(plan_.turns[which].camera, plan_.turns[which].to);
    case kTurnBack: return cameras_.turn(plan_.turns[which].camera, std::nullopt);
    case kRedeploy: return cameras_.redeploy(plan_.redeployments[which].camera, plan_.redeployments[which].to);
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
