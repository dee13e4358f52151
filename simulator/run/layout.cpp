#include "simulator/run/layout.h"

#include <algorithm>

namespace run {
namespace {

// What the scenario leaves open: the local network of a LEA site, and how list owner and auditor reach NAS. None may be what a
// run's timing hangs on.
constexpr scenario::LinkQuality kSiteNetwork{10'000'000'000, base::microseconds(20)};

class Builder {
 public:
  Builder(const scenario::Scenario& scenario, const world::World& world) : scenario_(scenario), world_(world) {}

  Layout build() {
    find_leas();
    layout_.platform.zones.push_back({"core", {}});
    layout_.nas = node("nas", 0, link("front_end:nas", "nas", "core", scenario_.network.nas_front_end));
    layout_.list_owner = node("list-owner", 0, link("link:list-owner", "list-owner", "nas", scenario_.network.nas_front_end));
    layout_.auditor = node("auditor", 0, link("link:auditor", "auditor", "nas", scenario_.network.nas_front_end));
    if (scenario_.national) layout_.pnc = node("pnc", 0, link("pnc", "pnc", "nas", scenario_.network.pnc));
    for (const auto& op : scenario_.operators) {
      layout_.operator_nodes.push_back(node(op.name, 0, link("operator:" + op.name, "nas", op.name, scenario_.network.operator_link)));
    }
    for (const std::string& lea : layout_.leas) add_lea(lea);
    for (std::size_t i = 0; i < world_.cameras().size(); ++i) add_camera(i);
    for (const auto& entry : scenario_.manual_entries) add_desk(entry);
    for (const auto& one : scenario_.lea.subscriptions) add_staff(one.lea);
    return std::move(layout_);
  }

 private:
  void find_leas() {
    for (const world::Camera& camera : world_.cameras()) layout_.leas.push_back(lea_of(camera));
    std::sort(layout_.leas.begin(), layout_.leas.end());
    layout_.leas.erase(std::unique(layout_.leas.begin(), layout_.leas.end()), layout_.leas.end());
  }

  void add_lea(const std::string& lea) {
    scenario::LinkQuality wan = scenario_.network.lea_wan;
    if (scenario_.network.wan_latency_from_sites) wan.latency = world_.wan_latency();
    const auto zone = static_cast<std::uint32_t>(layout_.platform.zones.size());
    layout_.platform.zones.push_back({lea, link("wan:" + lea, lea, "nas", wan)});
    layout_.lea_nodes.push_back(node(lea, zone, link("site:" + lea, lea, lea, kSiteNetwork)));
  }

  void add_camera(std::size_t index) {
    const world::Camera& camera = world_.cameras()[index];
    const std::string lea = lea_of(camera);
    const auto found = std::lower_bound(layout_.leas.begin(), layout_.leas.end(), lea);
    const auto number = static_cast<std::uint32_t>(found - layout_.leas.begin());
    const std::string name = "camera:" + camera.text;
    layout_.lea_of_camera.push_back(number);
    layout_.camera_nodes.push_back(node(name, number + 1, link("uplink:" + camera.text, name, lea, scenario_.network.camera_uplink)));
  }

  void add_desk(const scenario::ManualEntrySpec& entry) {
    const std::uint32_t number = number_of(entry.lea);
    const std::string name = "desk:" + entry.lea.substr(entry.lea.find(':') + 1) + "-" + std::to_string(entry.source) + "-0";
    layout_.lea_of_desk.push_back(number);
    layout_.desk_nodes.push_back(node(name, number + 1, link(name, name, entry.lea, kSiteNetwork)));
  }

  void add_staff(const std::string& lea) {
    const std::uint32_t number = number_of(lea);
    const std::string name = "staff:" + lea;
    layout_.lea_of_staff.push_back(number);
    layout_.staff_nodes.push_back(node(name, number + 1, link(name, name, lea, kSiteNetwork)));
  }

  /// The first where there is no such LEA, of which the plan complains.
  [[nodiscard]] std::uint32_t number_of(const std::string& lea) const {
    const auto found = std::find(layout_.leas.begin(), layout_.leas.end(), lea);
    return found == layout_.leas.end() ? 0 : static_cast<std::uint32_t>(found - layout_.leas.begin());
  }

  static std::string lea_of(const world::Camera& camera) { return "lea:" + camera.id.feed.text(); }

  network::LinkId link(const std::string& name, const std::string& from, const std::string& to, const scenario::LinkQuality& quality) {
    layout_.platform.links.push_back({name, quality.bandwidth_bit_s, quality.latency});
    layout_.links.push_back({name, from, to});
    return {layout_.links.size() - 1};
  }

  network::NodeId node(const std::string& name, std::uint32_t zone, network::LinkId uplink) {
    layout_.platform.nodes.push_back({name, zone, uplink});
    return {layout_.platform.nodes.size() - 1};
  }

  const scenario::Scenario& scenario_;
  const world::World& world_;
  Layout layout_;
};

}  // namespace

std::optional<network::LinkId> Layout::link(std::string_view name) const {
  const auto found = std::find_if(links.begin(), links.end(), [&](const NamedLink& l) { return l.name == name; });
  if (found == links.end()) return std::nullopt;
  return network::LinkId{static_cast<std::uint64_t>(found - links.begin())};
}

Layout make_layout(const scenario::Scenario& scenario, const world::World& world) { return Builder(scenario, world).build(); }

}  // namespace run
