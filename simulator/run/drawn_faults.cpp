// Faults drawn from the seed into an explicit list.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "simulator/actors/defect.h"
#include "simulator/kernel/random.h"
#include "simulator/run/run.h"

namespace run {
namespace {

/// Draws the faults of one kind. A quarter of the runs have none of a kind at all, and lengths and rates are spread over orders of
/// magnitude, so that runs differ in character and not only in detail (swarm testing).
class Drawer {
 public:
  Drawer(const scenario::Scenario& scenario, std::uint64_t seed, const std::string& kind)
      : scenario_(scenario), kind_(kind), stream_(seed, "fault.drawn." + kind, 0) {
    std::set<std::string> organisations;
    for (const auto& op : scenario.operators) organisations.insert(op.organisation);
    organisations_ = std::max<std::size_t>(organisations.size(), 1);
  }

  void draw(std::uint32_t most, std::vector<scenario::Fault>& faults) {
    if (most == 0 || below(4) == 0) return;
    const std::uint64_t count = 1 + below(most);
    for (std::uint64_t i = 1; i <= count; ++i) faults.push_back(one(i));
  }

 private:
  std::uint64_t below(std::uint64_t bound) { return kernel::uniform(stream_.next(), bound); }

  scenario::Fault one(std::uint64_t n) {
    scenario::Fault fault;
    std::string kind = kind_;
    std::replace(kind.begin(), kind.end(), '.', '-');
    fault.id = fmt::format("drawn-{}-{}", kind, n);
    fault.fault = kind_;
    set_times(fault);
    set_target(fault);
    return fault;
  }

  // In whole milliseconds, within traffic; the length is halved a drawn number of times.
  void set_times(scenario::Fault& fault) {
    const std::int64_t traffic_ms = std::max<std::int64_t>(scenario_.phases.traffic.ns / 1'000'000, 2);
    const auto on_ms = static_cast<std::int64_t>(below(static_cast<std::uint64_t>(traffic_ms - 1)));
    const std::int64_t longest_ms = (traffic_ms - on_ms) >> below(6);
    fault.on = base::milliseconds(on_ms);
    fault.off = base::milliseconds(on_ms + std::max<std::int64_t>(longest_ms, 1));
  }

  void set_target(scenario::Fault& fault) {
    if (kind_ == "link.down") set_link(fault);
    if (kind_ == "nas.crash") fault.target = "nas";
    if (kind_ == "lea.crash") set_any_lea(fault, "lea:*");
    if (kind_ == "store.fault") set_store(fault);
    if (kind_ == "camera.clock" || kind_ == "read.malformed") set_cameras(fault);
  }

  void set_store(scenario::Fault& fault) {
    static constexpr std::string_view kOutcomes[] = {"unknown", "failed", "full", "slow"};
    fault.target = "nas";
    if (below(2) == 0) set_any_lea(fault, "lea:*");
    fault.parameters["outcome"] = kOutcomes[below(4)];
    fault.parameters["rate"] = fmt::format("1/{}", 1U << below(7));
    if (fault.parameters["outcome"] == "slow") fault.parameters["factor"] = std::to_string(2U << below(6));
  }

  void set_cameras(scenario::Fault& fault) {
    fault.target = "camera:*";
    fault.parameters["share"] = fmt::format("1/{}", 1U << below(7));
    if (kind_ == "read.malformed") {
      fault.parameters["defect"] = actors::defects()[below(actors::defects().size())].name;
      fault.parameters["rate"] = fmt::format("1/{}", 1U << below(9));
      return;
    }
    static constexpr std::string_view kOffsets[] = {"+1 h", "-1 h", "+90 s", "-90 s", "+11 min", "+1 d"};
    fault.parameters["offset"] = kOffsets[below(6)];
  }

  void set_link(scenario::Fault& fault) {
    const std::uint64_t kind = below(3);
    if (kind == 0) return set_any_lea(fault, "wan:lea:*");
    fault.target = "front_end:nas";
    if (kind == 1 && !scenario_.operators.empty()) fault.target = "operator:" + scenario_.operators[below(scenario_.operators.size())].name;
  }

  // The sites are not read yet, so which LEAs there are is not known here; their share of the pattern falls by draw.
  void set_any_lea(scenario::Fault& fault, std::string_view pattern) {
    fault.target = pattern;
    if (organisations_ > 1) fault.parameters["share"] = fmt::format("1/{}", organisations_);
  }

  const scenario::Scenario& scenario_;
  std::string kind_;
  kernel::Stream stream_;
  std::size_t organisations_ = 1;
};

}  // namespace

std::vector<scenario::Fault> faults_of(const scenario::Scenario& scenario, std::uint64_t seed) {
  std::vector<scenario::Fault> faults = scenario.faults;
  if (scenario.drawn_faults) {
    for (const auto& [kind, most] : scenario.drawn_faults->most) Drawer(scenario, seed, kind).draw(most, faults);
  }
  std::stable_sort(faults.begin(), faults.end(), [](const auto& a, const auto& b) { return a.on < b.on; });
  return faults;
}

}  // namespace run
