// Lists as files, made from the world's vehicles of interest.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "reference/base/bytes.h"
#include "reference/domain/hit.h"
#include "scenarios/format/scenario.h"
#include "simulator/world/world.h"

namespace actors {

/// Makes the bytes of a file when they are wanted: a list of a million rows is not kept before and after.
using FileMaker = std::function<base::Bytes()>;

/// What an owner does about a list: a version to be uploaded, or, where `make` is none, its removal.
struct VoiErrand {
  base::Duration at;        ///< from the start of traffic; below zero: at once
  std::string file;         ///< "35_Cambs VOI List.csv"
  std::string by;           ///< the organisation that does it
  FileMaker make;
  bool staged = false;
};

/// What the PNC holds and issues, in the form of lists.
struct NationalFiles {
  std::vector<domain::VoiEntry> fast_track;
  base::Bytes fast_track_csv, schengen, mmc;
  std::function<base::Bytes(std::uint32_t issue)> extract;   ///< each issue another file
};

/// Takes vehicles for lists in the order of the scenario, each list its own, and beginning again where there are not enough.
class VoiFiles {
 public:
  /// Every row is in force from a week before `on` and weeded a month after, unless its list says otherwise.
  VoiFiles(std::vector<world::Vehicle> of_interest, base::Instant on);

  /// In order of `at`.
  [[nodiscard]] std::vector<VoiErrand> errands(const std::vector<scenario::VoiListSpec>& specs);
  /// Of vehicles behind those of the lists.
  [[nodiscard]] NationalFiles national(const scenario::NationalSpec& spec);

 private:
  using Vehicles = std::shared_ptr<const std::vector<world::Vehicle>>;   // shared by the makers, which are called later
  Vehicles of_interest_;
  base::Instant on_;
  std::uint64_t next_ = 0;
};

}  // namespace actors
