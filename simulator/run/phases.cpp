// The phases of a run: warm-up, faults, quiet, liveness, final checks.
#include <algorithm>
#include <string_view>

#include <tsl/robin_set.h>

#include "reference/base/hash.h"
#include "simulator/run/simulation.h"
#include "simulator/run/subscribers.h"

namespace run {
namespace {

constexpr base::Duration kStep = base::seconds(1);          // how often progress is shown and the end is looked for
constexpr base::Duration kAuditBound = base::minutes(30);   // house: half a million captures take a minute
constexpr std::uint64_t kProgressEvents = 4'096;

struct Hash {
  std::size_t operator()(std::string_view text) const { return base::hash64(text); }
};

// In the order of their first acknowledgement, which is the order in which they lie in the store.
std::vector<std::string> each_once(std::vector<std::string> ids) {
  tsl::robin_set<std::string_view, Hash> seen(ids.size() * 2);
  std::vector<std::string> once;
  once.reserve(ids.size());
  for (const std::string& id : ids) {
    if (seen.insert(id).second) once.push_back(id);
  }
  return once;
}

}  // namespace

Summary Simulation::run() {
  const scenario::Phases& phases = scenario_.phases;
  const base::Instant traffic_to = traffic_from() + phases.traffic;
  start();
  world_.start(kernel_, *cameras_, traffic_from(), traffic_to);
  pass_time(traffic_from());
  end_phase("warm_up");
  pass_time(traffic_to);
  end_phase("faults");
  pass_time(traffic_to + phases.quiet);
  end_phase("quiet");
  pass_time(kernel_.now() + phases.liveness, [this] { return at_rest(); });
  backlog_left_ = backlog();
  end_phase("liveness");
  audit();
  take_census();
  end_phase("final");
  return summary();
}

void Simulation::start() {
  tell_cast();
  if (pnc_) pnc_->begin();
  for (const auto& front_end : nas_) front_end->start();
  for (const auto& lea : leas_) lea->start();
  wiring_.refresh_all();
}

// What the instants of this evidence are worth: simulated time is exact, but flows end at dates rounded to 1 us, half of it either way,
// and a latency lies between two instants. That a pack keeps whole microseconds is for whoever reads it to allow for.
void Simulation::tell_clocks() {
  const bool exact = settings_.fidelity == scenario::Fidelity::kQueue;
  tell(base::event::ClockCompared{"tester", {}, exact ? base::Duration{} : base::microseconds(1),
                                  exact ? "simulated: exact" : "simulated: transfers end at dates rounded to 1 us"});
  for (std::uint32_t camera = 0; camera < world_.cameras().size(); ++camera) cameras_->compare_clock(camera);
}

void Simulation::tell_cast() {
  tell_clocks();
  cameras_->enrol();
  for (const scenario::OperatorSpec& op : scenario_.operators) {
    tell(ToldSubscriber(op).event(true));
  }
  for (const scenario::LeaSubscription& lea : scenario_.lea.subscriptions) tell(ToldSubscriber(lea).event(true));
}

void Simulation::pass_time(base::Instant until, const std::function<bool()>& done) {
  while (kernel_.now() < until) {
    if (done && done()) return;
    network_->run_until(std::min(until, kernel_.now() + kStep));
    report_progress();
  }
}

void Simulation::report_progress() {
  if (!options_.progress || kernel_.happened() < reported_at_ + kProgressEvents) return;
  reported_at_ = kernel_.happened();
  options_.progress(kernel_.now(), outlet_.counts().sent);
}

void Simulation::audit() {
  std::vector<std::string> ids;
  for (const auto& front_end : nas_) {
    for (std::string& id : front_end->take_capture_ids()) ids.push_back(std::move(id));
  }
  ids = each_once(std::move(ids));
  acknowledged_ = ids.size();
  auditor_->ask(std::move(ids));
  pass_time(kernel_.now() + kAuditBound, [this] { return auditor_->done(); });
}

void Simulation::take_census() {
  tell(base::event::StoreCensus{nas_.front()->name(), static_cast<std::int64_t>(nas_.front()->store().count(doors::Table::kCaptures))});
  for (const auto& lea : leas_) {
    tell(base::event::StoreCensus{lea->name(), static_cast<std::int64_t>(lea->store().count(doors::Table::kBuffer))});
  }
}

std::uint64_t Simulation::backlog() const {
  std::uint64_t left = outlet_.counts().unanswered + nas_.front()->store().count(doors::Table::kOutbox);
  for (const auto& lea : leas_) left += lea->store().count(doors::Table::kBuffer);
  return left;
}

// Nothing is owed, and nothing is under way that could change that.
bool Simulation::at_rest() const {
  const bool leas_idle = std::all_of(leas_.begin(), leas_.end(), [](const auto& l) { return l->store().idle(); });
  const bool stores_idle = nas_.front()->store().idle() && leas_idle;
  const bool lists_there = std::all_of(list_owners_.begin(), list_owners_.end(), [](const auto& owner) { return owner->done(); });
  const bool national_there = !pnc_ || pnc_->done();
  return faults_->all_healed() && lists_there && national_there && backlog() == 0 && wiring_.under_way() == 0 && stores_idle;
}

Summary Simulation::summary() const {
  Summary summary;
  summary.replay_line = replay_line(scenario_, options_);
  summary.digest = teller_.digest();
  summary.image_digest = teller_.image_digest();
  summary.events = kernel_.happened();
  summary.flows = network_->crossings(network::Fidelity::kFlow);
  summary.passes = cameras_->passes();
  summary.reads_sent = outlet_.counts().sent;
  summary.reads_acknowledged = acknowledged_;
  summary.captures_returned = auditor_->returned();
  for (const auto& op : operators_) summary.hits_delivered += op->hits();
  summary.backlog = backlog_left_;
  summary.faults = faults_->list();
  summary.simulated = kernel_.now() - scenario_.start;
  return summary;
}

}  // namespace run
