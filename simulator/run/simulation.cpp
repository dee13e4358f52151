#include "simulator/run/simulation.h"

#include <algorithm>
#include <map>

#include "simulator/run/subscribers.h"

namespace run {
namespace {

// How much a connection takes before it says that it would block: a few bandwidth-delay products, so that pressure is felt where
// something downstream is slow and not in good weather.
constexpr std::uint64_t kCameraWindow = 512 * 1024;
constexpr std::uint64_t kWanWindow = 16 * 1024 * 1024;
constexpr std::uint64_t kAnswerWindow = 1024 * 1024;
// Nobody waits behind a list or the audit, so what the window holds may cross as one batch. A list of 4 MiB, the largest that NAS takes,
// fits with its name in each slice; of captures, as many as NAS has asked its store for.
constexpr std::uint64_t kListWindow = 5 * 1024 * 1024;
constexpr std::uint64_t kAuditWindow = 64 * 1024 * 1024;

Settings settings_of(const scenario::Scenario& scenario, const Options& options) {
  return {options.fidelity.value_or(scenario.fidelity), std::max(1U, options.sampled_one_in.value_or(scenario.wire.sampled_one_in))};
}

std::vector<actors::CameraPolicy*> in_order(actors::CameraPolicy& first, actors::CameraPolicy* second) {
  if (second == nullptr) return {&first};
  return {&first, second};
}

actors::Habits habits_of(const scenario::World& world) {
  return {.queueing_one_in = world.queueing_one_in,
          .misread_one_in = world.misread_one_in,
          .detailed_one_in = world.conditions.detailed_one_in};
}

network::Fidelity in_network(scenario::Fidelity fidelity) {
  return fidelity == scenario::Fidelity::kFlow ? network::Fidelity::kFlow : network::Fidelity::kQueue;
}

/// What a keeper does by the policy: its file has another name, and other bytes when it is made.
void follow(const ListPolicy& policy, actors::VoiErrand& errand) {
  const std::string file = errand.file;
  std::string nothing;
  policy(errand.file, nothing);
  if (!errand.make) return;
  errand.make = [policy, file, make = std::move(errand.make)] {
    std::string name = file, csv(make().view());
    policy(name, csv);
    return base::Bytes(std::move(csv));
  };
}

}  // namespace

Simulation::Simulation(const scenario::Scenario& scenario, world::World& world, Layout layout, Happenings happenings,
                       const Cast& cast, const Options& options, base::Witness& witness)
    : scenario_(scenario),
      world_(world),
      options_(options),
      settings_(settings_of(scenario, options)),
      layout_(std::move(layout)),
      kernel_(scenario.start),
      teller_(scenario.start, witness),
      network_(network::make_network(layout_.platform, in_network(settings_.fidelity), kernel_)),
      wiring_(*network_, parcels_),
      pictures_(scenario.images, scenario.world.conditions, options.seed, options.album),
      stage_{kernel_, wiring_, teller_, options.seed},
      malfunctions_(options.seed),
      camera_policy_(cast.camera ? cast.camera() : nullptr),
      outlet_(settings_.sampled_one_in, in_order(malfunctions_, camera_policy_.get())) {
  add_nas(cast);
  add_operators();
  add_list_owners(cast.list);
  add_auditor();
  add_leas(cast);
  add_cameras();
  add_desks(happenings.plan);
  add_staff();
  add_happenings(std::move(happenings));
}

void Simulation::add_happenings(Happenings happenings) {
  std::vector<Host*> hosts;
  for (const auto& front_end : nas_) hosts.push_back(front_end.get());
  for (const auto& lea : leas_) hosts.push_back(lea.get());
  std::vector<actors::OperatorClient*> operators;
  for (const auto& op : operators_) operators.push_back(op.get());
  Patients patients{kernel_, *network_, wiring_,   teller_,          *cameras_,           malfunctions_,
                    layout_, scenario_, std::move(hosts), std::move(operators), pnc_.get()};
  faults_ = std::make_unique<FaultsAtWork>(std::move(patients), std::move(happenings.faults), traffic_from());
  provocations_ = std::make_unique<Provocations>(kernel_, *cameras_, *desks_, std::move(happenings.plan), traffic_from());
}

network::Fidelity Simulation::read_fidelity() const { return in_network(settings_.fidelity); }

network::Way Simulation::way(network::Fidelity fidelity, std::uint64_t window_bytes, std::uint64_t batch_bytes_max) const {
  return {fidelity, options_.window_bytes_max == 0 ? window_bytes : std::min(window_bytes, options_.window_bytes_max), batch_bytes_max};
}

ActorPort& Simulation::port(actors::Actor& actor) {
  ports_.push_back(std::make_unique<ActorPort>(actor, parcels_));
  return *ports_.back();
}

// The host must know its number, and the wiring its host: the number is the next one.
void Simulation::add_nas(const Cast& cast) {
  const Ground ground{kernel_, wiring_, parcels_, teller_, options_.seed};
  const scenario::Nas& nas = scenario_.nas;
  for (const std::string& instance : front_ends_of(scenario_)) {
    HostSpec spec{"nas", cast.nas, nas.servers, nas.service, nas.store_latency, instance};
    if (!nas_.empty()) spec.shared_store = &nas_.front()->store();
    if (!nas_.empty() && cast.second_front_end) spec.factory = cast.second_front_end;
    nas_.push_back(std::make_unique<Host>(ground, std::move(spec), wiring_.next_id()));
    wiring_.add({{{}, doors::Role::kNas, "", "nas"}, layout_.nas, nas_.back().get()});
  }
}

void Simulation::add_operators() {
  for (std::size_t i = 0; i < scenario_.operators.size(); ++i) {
    const scenario::OperatorSpec& spec = scenario_.operators[i];
    operators_.push_back(
        std::make_unique<actors::OperatorClient>(stage_, spec.name, subscription_of(spec.wants), wiring_.next_id(), front_end(i)));
    const doors::PeerId id = wiring_.add(
        {{{}, doors::Role::kOperator, spec.organisation, spec.name}, layout_.operator_nodes[i], &port(*operators_.back())});
    wiring_.join(id, front_end(i), way(network::Fidelity::kQueue, kAnswerWindow), way(network::Fidelity::kQueue, kAnswerWindow));
  }
}

// NAS takes a list from its owner alone, so each owner speaks for itself.
void Simulation::add_list_owners(const ListPolicy& policy) {
  actors::VoiFiles files(world_.of_interest(), scenario_.start);
  std::map<std::string, std::vector<actors::VoiErrand>> by_owner;
  for (auto& errand : files.errands(scenario_.voi_lists)) {
    if (policy && !errand.staged) follow(policy, errand);
    by_owner[errand.by].push_back(std::move(errand));
  }
  for (auto& [owner, errands] : by_owner) {
    const doors::PeerId nas = front_end(list_owners_.size());
    list_owners_.push_back(std::make_unique<actors::ListOwner>(stage_, std::move(errands), wiring_.next_id(), nas, traffic_from()));
    const doors::PeerId id = wiring_.add(
        {{{}, doors::Role::kListOwner, owner, "list-owner:" + owner}, layout_.list_owner, &port(*list_owners_.back())});
    wiring_.join(id, nas, way(read_fidelity(), kListWindow, kListWindow), way(network::Fidelity::kQueue, kAnswerWindow));
  }
  if (scenario_.national) add_pnc(files);
}

void Simulation::add_pnc(actors::VoiFiles& files) {
  const scenario::NationalSpec& spec = *scenario_.national;
  pnc_ = std::make_unique<actors::Pnc>(stage_, files.national(spec), actors::Pnc::Spec{spec.answer, spec.extract, traffic_from()},
                                       wiring_.next_id(), front_end(0));
  const doors::PeerId id = wiring_.add({{{}, doors::Role::kPnc, "", "pnc"}, layout_.pnc, &port(*pnc_)});
  wiring_.join(id, front_end(0), way(network::Fidelity::kQueue, kListWindow, kListWindow), way(network::Fidelity::kQueue, kAnswerWindow));
}

void Simulation::add_auditor() {
  auditor_ = std::make_unique<actors::Auditor>(stage_, wiring_.next_id(), front_end(0));
  const doors::PeerId id = wiring_.add({{{}, doors::Role::kAuditor, "", "auditor"}, layout_.auditor, &port(*auditor_)});
  wiring_.join(id, front_end(0), way(network::Fidelity::kQueue, kAnswerWindow), way(read_fidelity(), kAuditWindow, kAuditWindow));
}

void Simulation::add_leas(const Cast& cast) {
  const Ground ground{kernel_, wiring_, parcels_, teller_, options_.seed};
  for (std::size_t i = 0; i < layout_.leas.size(); ++i) {
    const std::string& name = layout_.leas[i];
    const HostSpec spec{name, cast.lea, 1, scenario_.lea.service, scenario_.lea.store_latency};
    leas_.push_back(std::make_unique<Host>(ground, spec, wiring_.next_id()));
    const std::string code = name.substr(name.find(':') + 1);
    const doors::PeerId id = wiring_.add({{{}, doors::Role::kLea, code, name}, layout_.lea_nodes[i], leas_.back().get()});
    for (const auto& nas : nas_) {
      wiring_.join(id, nas->self(), way(read_fidelity(), kWanWindow), way(network::Fidelity::kQueue, kAnswerWindow));
    }
  }
}

void Simulation::add_cameras() {
  std::vector<doors::PeerId> peers;
  for (const std::uint32_t lea : layout_.lea_of_camera) peers.push_back(leas_[lea]->self());
  cameras_ = std::make_unique<actors::Cameras>(stage_, world_, pictures_, outlet_, actors::ReadQueueOptions{},
                                               habits_of(scenario_.world), wiring_.next_id(), peers);
  ActorPort& all = port(*cameras_);
  for (std::size_t i = 0; i < peers.size(); ++i) {
    const world::Camera& camera = world_.cameras()[i];
    const doors::PeerId id =
        wiring_.add({{{}, doors::Role::kCamera, camera.id.feed.text(), camera.text}, layout_.camera_nodes[i], &all});
    wiring_.join(id, peers[i], way(read_fidelity(), kCameraWindow), way(network::Fidelity::kQueue, kAnswerWindow));
  }
}

void Simulation::add_desks(const Plan& plan) {
  const doors::PeerId first = wiring_.next_id();
  std::vector<actors::Desk> desks;
  for (std::size_t i = 0; i < plan.entries.size(); ++i) {
    const Plan::Entries& entries = plan.entries[i];
    desks.push_back({entries.desk, entries.spec.username, entries.cameras, leas_[layout_.lea_of_desk[i]]->self()});
  }
  desks_ = std::make_unique<actors::Desks>(stage_, world_, outlet_, first, desks);
  ActorPort& all = port(*desks_);
  for (std::size_t i = 0; i < desks.size(); ++i) {
    // To its gateway a desk is a camera: both send reads.
    const doors::PeerId id =
        wiring_.add({{{}, doors::Role::kCamera, desks[i].id.feed.text(), desks[i].id.text()}, layout_.desk_nodes[i], &all});
    wiring_.join(id, desks[i].peer, way(read_fidelity(), kCameraWindow), way(network::Fidelity::kQueue, kAnswerWindow));
  }
}

// Within its LEA's walls staff reaches the gateway alone.
void Simulation::add_staff() {
  for (std::size_t i = 0; i < layout_.staff_nodes.size(); ++i) {
    const scenario::LeaSubscription& spec = scenario_.lea.subscriptions[i];
    const doors::PeerId gateway = leas_[layout_.lea_of_staff[i]]->self();
    staff_.push_back(std::make_unique<actors::LeaStaff>(stage_, subscription_of(spec.wants), wiring_.next_id(), gateway));
    const std::string code = spec.lea.substr(spec.lea.find(':') + 1);
    const doors::Principal self{{}, doors::Role::kOperator, code, "staff:" + spec.lea};
    const doors::PeerId id = wiring_.add({self, layout_.staff_nodes[i], &port(*staff_.back())});
    wiring_.join(id, gateway, way(network::Fidelity::kQueue, kAnswerWindow), way(network::Fidelity::kQueue, kAnswerWindow));
  }
}

}  // namespace run
