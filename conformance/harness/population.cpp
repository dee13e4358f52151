#include "conformance/harness/population.h"

#include <algorithm>

#include "conformance/evidence/fan_out.h"

namespace harness {
namespace {

/// The instants between which there is evidence.
class Span final : public base::Witness {
 public:
  explicit Span(base::Instant start) : from(start), to(start) {}
  void hear(const base::Event& event) override {
    if (first_) from = event.at;
    first_ = false;
    to = event.at;
  }
  base::Instant from, to;

 private:
  bool first_ = true;
};

}  // namespace

const oracle::Judgement* Population::judgement(std::string_view requirement) const {
  const auto at = std::find_if(judgements.begin(), judgements.end(), [&](const auto& j) { return j.requirement == requirement; });
  return at == judgements.end() ? nullptr : &*at;
}

std::string replay_command(const subjects::Subject& subject, const std::string& profile, bool alone) {
  std::string command = "accredit";
  if (subject.name != "reference") command += " --subject " + subject.name;
  if (profile != "default") command += " --profile " + profile;
  if (alone) command += " --alone";
  return command;
}

base::Result<Population> run_population(const PlannedRun& planned, const run::Options& options, const run::Cast& cast,
                                        const std::string& profile, base::Witness* beside, const std::vector<Inspection>& inspections) {
  const std::uint32_t sampled = options.sampled_one_in.value_or(planned.scenario.wire.sampled_one_in);
  const auto oracle = oracle::make_oracle(catalogue::built_in(), {sampled, 1, profile});
  Span span(planned.scenario.start);
  evidence::FanOut witnesses{&span, oracle.get(), beside};
  auto summary = run::run_scenario(planned.scenario, cast, options, witnesses);
  if (!summary) return tl::unexpected(summary.error());
  evidence::FanOut judges{oracle.get(), beside};   // the span is of the run alone
  tell(inspections, judges);
  Population population{planned.name, planned.scenario, options, std::move(*summary), oracle->conclude(), {}, {}, span.from, span.to};
  population.calibration = oracle->calibration();
  population.sites = oracle->sites();
  return population;
}

}  // namespace harness
