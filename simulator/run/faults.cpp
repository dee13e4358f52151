#include "simulator/run/faults.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "reference/base/hash.h"
#include "simulator/kernel/random.h"
#include "simulator/run/fault_parameters.h"

namespace run {
namespace {

constexpr base::Duration kLeaRestart = base::seconds(10);   // house: a gateway's process, not its machine
constexpr base::Duration kDelay = base::milliseconds(2'500);  // longer than either leg of clause 6 may take

using Effect = decltype(Resolved::effect);

class Resolver {
 public:
  Resolver(const scenario::Scenario& scenario, const Layout& layout, const world::World& world, std::uint64_t seed)
      : scenario_(scenario), layout_(layout), world_(world), seed_(seed) {}

  base::Result<Resolved> resolve(scenario::Fault fault) {
    fault.off = std::min(fault.off, scenario_.phases.traffic);
    FaultParameters parameters(fault);
    share_ = parameters.rate("share", {});
    base::Result<Effect> effect = effect_of(fault, parameters);
    if (!effect) return tl::unexpected(effect.error());
    if (const auto error = parameters.error()) return tl::unexpected(*error);
    return Resolved{std::move(fault), *std::move(effect)};
  }

 private:
  base::Result<Effect> effect_of(const scenario::Fault& fault, FaultParameters& p) {
    if (fault.fault == "link.down") return link_down(fault);
    if (fault.fault == "nas.crash") return crash(fault, p, "nas", scenario_.nas.restart);
    if (fault.fault == "lea.crash") return crash(fault, p, "lea:", kLeaRestart);
    if (fault.fault == "store.fault") return store_fault(fault, p);
    if (fault.fault == "camera.clock") return camera_clock(fault, p);
    if (fault.fault == "read.malformed") return read_malformed(fault, p);
    if (fault.fault == "component.slow") return component_slow(fault, p);
    if (fault.fault == "operator.slow") return operator_slow(fault, p);
    if (fault.fault == "pnc.link") return pnc_link(fault, p);
    if (fault.fault == "extract.late") return pnc_fault(fault, actors::PncFault::kExtractLate);
    if (fault.fault == "extract.corrupt") return extract_corrupt(fault, p);
    return base::fail(kFaultUnknown, fmt::format("fault {}: found {}", fault.id, fault.fault));
  }

  base::Result<Effect> link_down(const scenario::Fault& fault) {
    LinkDown effect;
    for (std::size_t i = 0; i < layout_.links.size(); ++i) {
      if (chosen(fault, layout_.links[i].name, i)) effect.links.push_back({i});
    }
    if (!named_) return unknown_target(fault);
    return effect;
  }

  base::Result<Effect> crash(const scenario::Fault& fault, FaultParameters& p, std::string_view who, base::Duration restart) {
    Crash effect{components(fault), p.duration("restart", restart)};
    if (!named_ || !fault.target.starts_with(who)) return unknown_target(fault);
    return effect;
  }

  base::Result<Effect> store_fault(const scenario::Fault& fault, FaultParameters& p) {
    static constexpr std::array<std::string_view, 4> kOutcomes{"unknown", "failed", "full", "slow"};
    StoreFaulty effect{components(fault), {}};
    const auto outcome = std::find(kOutcomes.begin(), kOutcomes.end(), p.text("outcome", "failed"));
    const Rate rate = p.rate("rate", {});
    effect.fault = {static_cast<StoreFault::Kind>(outcome - kOutcomes.begin()), rate.rate, rate.of, p.number("factor", 20)};
    if (outcome == kOutcomes.end()) p.unfit("outcome", "unknown, failed, full or slow");
    if (!named_) return unknown_target(fault);
    if (std::erase(effect.components, "nas:2") != 0 && !fault_is_on(effect, "nas:1")) effect.components.emplace_back("nas:1");
    return effect;
  }

  // Front ends have one store between them, which is the first one's.
  static bool fault_is_on(const StoreFaulty& effect, std::string_view name) {
    return std::find(effect.components.begin(), effect.components.end(), name) != effect.components.end();
  }

  base::Result<Effect> camera_clock(const scenario::Fault& fault, FaultParameters& p) {
    ClockWrong effect{cameras(fault), p.offset("offset", base::hours(1))};
    if (!named_) return unknown_target(fault);
    return effect;
  }

  base::Result<Effect> read_malformed(const scenario::Fault& fault, FaultParameters& p) {
    ReadsMalformed effect{cameras(fault), {}};
    const std::string_view defect = p.text("defect", "any");
    const Rate rate = p.rate("rate", {1, 10});
    effect.malfunction = {actors::find_defect(defect), rate.rate, rate.of};
    if (effect.malfunction.defect == nullptr && defect != "any") p.unfit("defect", "any, or a defect of docs/faults.md");
    if (!named_) return unknown_target(fault);
    return effect;
  }

  base::Result<Effect> component_slow(const scenario::Fault& fault, FaultParameters& p) {
    ComponentSlow effect{components(fault), p.duration("delay", kDelay)};
    if (!named_) return unknown_target(fault);
    return effect;
  }

  base::Result<Effect> operator_slow(const scenario::Fault& fault, FaultParameters& p) {
    OperatorSlow effect{{}, p.duration("delay", kDelay)};
    for (std::uint32_t i = 0; i < scenario_.operators.size(); ++i) {
      if (chosen(fault, "operator:" + scenario_.operators[i].name, i)) effect.operators.push_back(i);
    }
    if (!named_) return unknown_target(fault);
    return effect;
  }

  base::Result<Effect> pnc_link(const scenario::Fault& fault, FaultParameters& p) {
    const std::string_view how = p.text("how", "down");
    if (how == "hang") return pnc_fault(fault, actors::PncFault::kHangs);
    if (how != "down") p.unfit("how", "down or hang");
    return link_down(fault);
  }

  base::Result<Effect> extract_corrupt(const scenario::Fault& fault, FaultParameters& p) {
    const std::string_view how = p.text("how", "damaged");
    if (how != "damaged" && how != "cut") p.unfit("how", "damaged or cut");
    return pnc_fault(fault, how == "cut" ? actors::PncFault::kExtractCut : actors::PncFault::kExtractDamaged);
  }

  base::Result<Effect> pnc_fault(const scenario::Fault& fault, actors::PncFault kind) {
    if (!scenario_.national || fault.target != "pnc") return unknown_target(fault);
    return PncFaulty{kind};
  }

  std::vector<std::string> components(const scenario::Fault& fault) {
    std::vector<std::string> names;
    std::uint64_t number = 0;
    for (const std::string& front_end : front_ends_of(scenario_)) {
      if (chosen(fault, front_end, number++) || all_of_nas(fault)) names.push_back(front_end);
    }
    for (const std::string& lea : layout_.leas) {
      if (chosen(fault, lea, number++)) names.push_back(lea);
    }
    return names;
  }

  bool all_of_nas(const scenario::Fault& fault) {
    if (fault.target != "nas") return false;
    return named_ = true;
  }

  std::vector<std::uint32_t> cameras(const scenario::Fault& fault) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < world_.cameras().size(); ++i) {
      if (chosen(fault, "camera:" + world_.cameras()[i].text, i)) numbers.push_back(i);
    }
    return numbers;
  }

  bool chosen(const scenario::Fault& fault, std::string_view name, std::uint64_t n) {
    const std::string_view target = fault.target;
    const bool all = target.ends_with('*');
    if (all ? !name.starts_with(target.substr(0, target.size() - 1)) : name != target) return false;
    named_ = true;
    if (!all) return true;
    const std::uint64_t drawn = kernel::draw(seed_, kernel::stream_of("fault.share"), base::hash64(fault.id), n);
    return kernel::uniform(drawn, share_.of) < share_.rate;
  }

  static tl::unexpected<base::Error> unknown_target(const scenario::Fault& fault) {
    return base::fail(kFaultTargetUnknown, fmt::format("fault {}: found {} for {}", fault.id, fault.target, fault.fault));
  }

  const scenario::Scenario& scenario_;
  const Layout& layout_;
  const world::World& world_;
  std::uint64_t seed_;
  Rate share_;
  bool named_ = false;   // whether the target is the name of anything
};

}  // namespace

std::vector<std::string> front_ends_of(const scenario::Scenario& scenario) {
  if (scenario.nas.front_ends == 1) return {"nas"};
  std::vector<std::string> names;
  for (std::uint32_t n = 1; n <= scenario.nas.front_ends; ++n) names.push_back(fmt::format("nas:{}", n));
  return names;
}

base::Result<std::vector<Resolved>> resolve(const std::vector<scenario::Fault>& faults, const scenario::Scenario& scenario,
                                            const Layout& layout, const world::World& world, std::uint64_t seed) {
  std::vector<Resolved> all;
  for (const scenario::Fault& fault : faults) {
    auto resolved = Resolver(scenario, layout, world, seed).resolve(fault);
    if (!resolved) return tl::unexpected(resolved.error());
    all.push_back(*std::move(resolved));
  }
  return all;
}

}  // namespace run
