// What was observed of one requirement, under each combination of the readings that it hangs on, and what follows from it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>

#include "conformance/oracle/combinations.h"
#include "conformance/oracle/oracle.h"
#include "conformance/oracle/read_ids.h"

namespace oracle {

/// What an observation is of, where the least number is asked of each kind: the camera's class, or, for budgets, fixed and mobile.
enum class Kind : std::uint8_t { kStatic, kMoveable, kDualLane, kCctv, kMobile, kFixed, kNone };
inline constexpr std::size_t kKinds = 7;
[[nodiscard]] std::string_view text_of(Kind kind);
/// Of a camera class as the evidence writes it; kNone where it is none.
[[nodiscard]] Kind kind_of(std::string_view camera_class);

/// Where an observation was made. Owner: views are borrowed for the call.
struct Sighting {
  base::Instant at;
  std::string_view read_id;
  std::string_view camera;
  std::string_view read_text;
  std::string_view component;          ///< whose doing it is; empty: the camera's, where there is one
  base::Instant due;                   ///< left out where it is `at`
  std::vector<Leg> legs;
  bool of_unit = false;                ///< the camera is one of a mobile unit
  std::optional<Doer> doer{};          ///< where it does not follow from component and camera
};

/// What was found at each camera, over all requirements; under the profile.
class SiteBook {
 public:
  struct Entry {
    std::uint64_t reads = 0, against = 0, undecided = 0;
  };
  void read(std::string_view camera) { ++entry(camera).reads; }
  void found(std::string_view camera, catalogue::Verdict verdict) {
    Entry& e = entry(camera);
    ++(verdict == catalogue::Verdict::kFail ? e.against : e.undecided);
  }
  [[nodiscard]] const std::map<std::string, Entry, std::less<>>& all() const { return entries_; }

 private:
  Entry& entry(std::string_view camera) {
    Entry*& known = by_camera_[base::hash64(camera)];
    if (known == nullptr) known = &entries_[std::string(camera)];
    return *known;
  }
  std::map<std::string, Entry, std::less<>> entries_;
  tsl::robin_map<std::uint64_t, Entry*, MixHash> by_camera_;   ///< by hash of its name: an entry stays where it is
};

/// Observations of one requirement.
///
/// Shape:   precedence: fail where one stands against; else not_run where something is missing altogether; else inconclusive where one is
///          undecided; else not_run without any, inconclusive with fewer than the least, over all and of each kind that is expected;
///          else pass. Each combination of readings is concluded by itself. What is the doing of a part in another role than the subject's
///          is no observation; what stands against that part is kept as a finding, observed.
class Tally {
 public:
  static constexpr std::size_t kFindingsMax = 20;
  static constexpr std::size_t kElsewhereMax = 3;   ///< of those, findings that hold by other readings than the profile's alone

  /// `role` is the subject's.
  ///
  /// Owner:   the book is borrowed for life.
  Tally(const catalogue::Requirement& requirement, Combinations combinations, const catalogue::Profile& profile, SiteBook& sites,
        std::string_view role = "whole");

  [[nodiscard]] Under all() const { return combinations_.all(); }
  [[nodiscard]] Under where(std::string_view reading, std::uint32_t alternative) const { return combinations_.where(reading, alternative); }
  [[nodiscard]] const Combinations& combinations() const { return combinations_; }
  /// Whether a set holds the combination that the profile chooses.
  [[nodiscard]] bool chosen(Under set) const { return (set >> chosen_ & 1) != 0; }

  void met(Kind kind = Kind::kNone) { common_.met[static_cast<std::size_t>(kind)] += 1; }
  void met(Under set, std::uint64_t count, Kind kind = Kind::kNone);
  /// Where the requirement binds several roles: whose doing it was.
  void met(const Sighting& sighting, Under set, Kind kind = Kind::kNone);
  void met(const Sighting& sighting) { met(sighting, all()); }
  /// The subject's.
  [[nodiscard]] std::string_view role() const { return role_; }
  /// Whether it is the doing of a part in another role than the subject's, as far as the evidence says.
  [[nodiscard]] bool is_anothers(const Sighting& sighting) const { return doer_of(sighting) == Doer::kAnother; }
  /// Undecided, where whose doing it is is open.
  void against(const Sighting& sighting, std::string_view expected, std::string_view observed) {
    against(all(), sighting, expected, observed);
  }
  void against(Under set, const Sighting& sighting, std::string_view expected, std::string_view observed);
  void undecided(const Sighting& sighting, std::string_view expected, std::string_view observed) {
    undecided(all(), sighting, expected, observed);
  }
  void undecided(Under set, const Sighting& sighting, std::string_view expected, std::string_view observed);
  /// More of what a finding that was kept says, without a finding of their own.
  void more(Under set, catalogue::Verdict verdict, std::uint64_t count);

  /// What the evidence lacks for this requirement to be judged at all: then nothing but a fail is concluded.
  void missing(std::string observation) { missing(all(), std::move(observation)); }
  void missing(Under set, std::string observation);
  /// What remains open though nothing speaks against it: then inconclusive is the best that can be concluded.
  void open(std::string_view what) { open_ = what; }
  /// That a person's word decides it, too.
  void inspected() { inspected_ = true; }
  /// That the subject has something of this kind, of which the least number is asked, too.
  void expect(Kind kind) { expected_[static_cast<std::size_t>(kind)] = true; }
  void sampled(std::uint32_t one_in) { sampled_one_in_ = one_in; }
  void timing(Timing timing) { timings_.push_back(std::move(timing)); }

  /// Positive observations under any reading.
  [[nodiscard]] bool any_met() const;
  [[nodiscard]] Judgement conclude() const;

 private:
  struct Counts {
    std::array<std::uint64_t, kKinds> met{};
    std::uint64_t against = 0, undecided = 0;
    [[nodiscard]] std::uint64_t met_all() const;
  };
  struct Kept {
    Finding finding;
    Under under = 0;
  };
  struct Lack {
    Under under = 0;
    std::string what;
  };
  [[nodiscard]] Doer doer_of(const Sighting& sighting) const;
  void keep(catalogue::Verdict verdict, Under set, const Sighting& sighting, std::string_view expected, std::string_view observed);
  [[nodiscard]] std::vector<Kept> joined() const;
  [[nodiscard]] int rank(catalogue::Verdict verdict, Under set) const;
  [[nodiscard]] Counts counts(std::size_t number) const;
  [[nodiscard]] Conclusion conclude(std::size_t number) const;
  void conclude_from(const Counts& counts, std::size_t number, Conclusion& conclusion) const;
  [[nodiscard]] Kind scarce(const Counts& counts) const;

  std::string id_;
  std::string observable_;             // what it is observed by
  std::string role_;
  std::uint64_t least_;
  SiteBook& sites_;
  Combinations combinations_;
  std::size_t chosen_;
  Counts common_;                       // under every combination
  std::vector<Counts> apart_;           // by combination, what is not under every one
  bool anothers_ = false;               // something was observed of another part
  std::array<bool, kKinds> expected_{};
  std::uint32_t sampled_one_in_ = 1;
  std::vector<Kept> kept_;              // what matters most first
  std::vector<Lack> lacks_;
  std::string open_;
  bool inspected_ = false;
  std::vector<Timing> timings_;
};

}  // namespace oracle
