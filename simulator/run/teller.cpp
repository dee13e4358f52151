#include "simulator/run/teller.h"

#include <optional>
#include <variant>

#include "reference/base/hash.h"

namespace run {
namespace {

using namespace base::event;

/// What an event says, as three numbers: whom it concerns, which one of theirs it is, and all else.
struct Said {
  std::uint64_t entity = 0;
  std::uint64_t n = 0;
  std::uint64_t fields = 0;
};

std::uint64_t h(std::string_view text, std::uint64_t seed = 0) { return base::hash64(text, seed); }

std::uint64_t both(std::int64_t a, std::int64_t b) {
  return base::mix64(static_cast<std::uint64_t>(a)) ^ base::mix64(base::mix64(static_cast<std::uint64_t>(b)));
}

std::uint64_t of(const Position& p) { return both(p.latitude_deg_e7, p.longitude_deg_e7); }

std::uint64_t of(const std::optional<Position>& p) { return p ? of(*p) : 0; }

std::uint64_t of(const ReadBody& read) {
  if (read.facts != nullptr) return h(read.facts->vrm, read.facts->size_bytes);
  return h(read.text);
}

Said said(const Camera& e) {
  std::uint64_t all = h(e.camera_class, of(e.recorded) ^ of(e.surveyed)) ^ h(e.position_source);
  if (e.records_unread) all = base::mix64(all + 1);
  for (const Preset& preset : e.presets) all = base::mix64(all ^ both(preset.id, preset.direction_deg));
  return {h(e.camera), e.lea_controlled, all};
}
Said said(const Pass& e) {
  const std::uint64_t all = h(e.vrm, of(e.at_position)) + static_cast<std::uint64_t>(e.direction_deg.value_or(0));
  return {h(e.camera), h(e.pass_id), e.detailed_scene ? base::mix64(all) : all};
}
Said said(const ReadSent& e) { return {h(e.camera), h(e.read_id), h(e.pass_id, of(e.read))}; }
Said said(const ReadReceived& e) { return {h(e.component), h(e.read_id), of(e.read)}; }
Said said(const ReadAcknowledged& e) { return {h(e.component), h(e.read_id), h(e.capture_id)}; }
Said said(const ReadRefused& e) {
  std::uint64_t all = e.faults.size();
  for (const RefusedFault& f : e.faults) all = h(f.reason, h(f.clause, h(f.field, all)));
  return {h(e.component), h(e.read_id), all};
}
Said said(const ReadBuffered& e) { return {h(e.component), h(e.read_id), 0}; }
Said said(const ReadDeleted& e) { return {h(e.component), h(e.read_id), 0}; }
Said said(const HitSent& e) {
  const std::uint64_t all = h(e.source, h(e.list, static_cast<std::uint64_t>(e.row.value_or(0))));
  return {h(e.hit_id), h(e.read_id), e.data_age ? all ^ both(1, e.data_age->ns) : all};
}
Said said(const HitDelivered& e) { return {h(e.operator_name), h(e.hit_id), 0}; }
Said said(const HitAcknowledged& e) { return {h(e.operator_name), h(e.hit_id), 0}; }
Said said(const VoiUploaded& e) {
  const std::uint64_t content = e.content != nullptr ? h(e.content->view()) : 0;
  return {h(e.owner), h(e.file), e.national || e.staged ? base::mix64(content ^ both(e.national, e.staged)) : content};
}
Said said(const ListInForce& e) { return {h(e.component), h(e.file), h(e.version)}; }
Said said(const Operator& e) {
  std::uint64_t all = e.online;
  for (const std::string_view list : e.lists) all = h(list, all);
  for (const std::string_view camera : e.cameras) all = h(camera, base::mix64(all));
  for (const std::string_view action : e.actions) all = h(action, base::mix64(all + 1));
  return {h(e.operator_name), h(e.organisation), all};
}
Said said(const Link& e) { return {h(e.from), h(e.to), e.up}; }
Said said(const ConnectivityShown& e) { return {h(e.component), h(e.state), 0}; }
Said said(const Component& e) { return {h(e.component), e.up, 0}; }
Said said(const Fault& e) { return {h(e.target), h(e.fault), e.on}; }
Said said(const StoreCensus& e) { return {h(e.component), static_cast<std::uint64_t>(e.count), 0}; }
Said said(const CaptureReturned& e) { return {h(e.capture_id), 0, of(e.read)}; }
Said said(const PhaseEnded& e) { return {h(e.phase), 0, 0}; }
Said said(const ClockCompared& e) { return {h(e.component), h(e.method), both(e.offset.ns, e.expanded_uncertainty.ns)}; }
Said said(const ConnectivityTest& e) { return {h(e.component), h(e.read_id), h(e.vrm)}; }
Said said(const ManualEntry& e) { return {h(e.component), h(e.read_id), 0}; }
Said said(const OperatorSession& e) { return {h(e.component), h(e.username), e.open}; }
Said said(const Inspection& e) {
  std::uint64_t all = h(e.criterion, e.passed);
  for (const std::string_view name : e.sample) all = h(name, all);
  return {h(e.inspector), h(e.requirement), all};
}

std::uint64_t of(const base::Bytes* content) { return content != nullptr ? h(content->view()) : 0; }

Said said(const VoiRefused& e) { return {h(e.owner), h(e.file), h(e.reason)}; }
Said said(const VoiDeleted& e) { return {h(e.owner), h(e.file), 0}; }
Said said(const VoiRowRefused& e) {
  return {h(e.file), static_cast<std::uint64_t>(e.row), h(e.reason, static_cast<std::uint64_t>(e.column))};
}
Said said(const VoiWeeded& e) { return {h(e.file), static_cast<std::uint64_t>(e.row), 0}; }
Said said(const PncLink& e) { return {e.up, 0, 0}; }
Said said(const PncExtractIssued& e) { return {h(e.version), 0, of(e.content)}; }
Said said(const PncExtractLoaded& e) { return {h(e.component), h(e.version), 0}; }
Said said(const PncEntries& e) { return {h(e.source), 0, of(e.content)}; }
Said said(const ListLoaded& e) { return {h(e.component), h(e.file), h(e.version)}; }
Said said(const SymbolShown& e) { return {h(e.component), h(e.hit_id), h(e.text, h(e.action))}; }

const ReadBody* read_of(const Body& body) {
  if (const auto* e = std::get_if<ReadSent>(&body)) return &e->read;
  if (const auto* e = std::get_if<ReadReceived>(&body)) return &e->read;
  if (const auto* e = std::get_if<CaptureReturned>(&body)) return &e->read;
  return nullptr;
}

}  // namespace

void Teller::hear(const base::Event& event) {
  const Said s = std::visit([](const auto& e) { return said(e); }, event.body);
  digest_.add(event.at, event.body.index(), s.entity, s.n, s.fields);
  if (const ReadBody* read = read_of(event.body)) count_images(event, *read, base::mix64(s.entity) ^ s.n);
  witness_.hear(event);
}

void Teller::count_images(const base::Event& event, const ReadBody& read, std::uint64_t whose) {
  if (read.plate_patch == nullptr && read.overview == nullptr) return;
  image_digest_.add(event.at, event.body.index(), whose, image_hash(read.plate_patch), image_hash(read.overview));
}

std::uint64_t Teller::image_hash(const base::Bytes* image) {
  if (image == nullptr) return 0;
  const auto found = known_.find(image->identity());
  if (found != known_.end()) return found->second.hash;
  const std::uint64_t hash = h(image->view());
  known_.insert({image->identity(), Known{*image, hash}});
  return hash;
}

}  // namespace run
