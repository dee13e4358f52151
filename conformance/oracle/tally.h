// What was observed of one requirement, and what follows from it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "conformance/oracle/oracle.h"

namespace oracle {

/// Where an observation was made. Owner: views are borrowed for the call.
struct Sighting {
  base::Instant at;
  std::string_view read_id;
  std::string_view camera;
  std::string_view read_text;
};

/// Observations of one requirement.
///
/// Shape:   precedence: fail where one stands against; else inconclusive where one is undecided; else not_run without any, inconclusive
/// with fewer
///          than the least; else pass.
class Tally {
 public:
  static constexpr std::size_t kFindingsMax = 20;

  explicit Tally(const catalogue::Requirement& requirement);

  void met(std::uint64_t count = 1) { judgement_.observations += count; }
  void against(const Sighting& sighting, std::string_view expected, std::string_view observed);
  void undecided(const Sighting& sighting, std::string_view expected, std::string_view observed);
  /// What the evidence lacks for this requirement to be judged at all: then nothing but a fail is concluded.
  void missing(std::string observation) { missing_ = std::move(observation); }
  void sampled(std::uint32_t one_in) { judgement_.sampled_one_in = one_in; }
  void timing(Timing timing) { judgement_.timings.push_back(std::move(timing)); }

  [[nodiscard]] std::uint64_t observations() const { return judgement_.observations; }
  [[nodiscard]] Judgement conclude() const;

 private:
  void keep(catalogue::Verdict verdict, const Sighting& sighting, std::string_view expected, std::string_view observed);

  Judgement judgement_;
  std::string missing_;
};

}  // namespace oracle
