// What a person saw: 2.2.4-i, what the pictures show, and of 2.3-e that an alias does not give the place away.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "conformance/oracle/clauses/inspected.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/read_state.h"

namespace oracle {

/// Inspections, held against what the evidence holds.
///
/// Shape:   one observation of 2.2.4-i an inspection, of 2.3-e an alias in a read. An inspection counts where the evidence holds everything
///          in its sample, and is undecided otherwise; one that failed stands against. What passed, in all, must be at least kSampleLeast
///          different images (2.2.4-i) or aliases (2.3-e), or all that there are where those are fewer; of images some of each sort that
///          there is. A picture is named by the SHA-256 of its bytes, an alias by that of its text. Memory: 16 bytes a distinct image or
///          alias.
class Inspections {
 public:
  explicit Inspections(Docket& docket) : pictures_(docket.of("2.2.4-i")), alias_(docket.of("2.3-e")) {}

  void hear(base::Instant at, const base::event::Inspection& e);
  /// A read has it. `name` as Picture::name.
  void plate_patch(std::uint64_t name) { plate_patches_.insert(name); }
  void overview(std::uint64_t name) { overviews_.insert(name); }
  void alias(std::string_view text);
  /// Nothing more will be observed.
  void conclude();

 private:
  [[nodiscard]] bool is_picture(std::uint64_t name) const { return plate_patches_.contains(name) || overviews_.contains(name); }
  void conclude_pictures();
  void conclude_aliases();

  Tally& pictures_;
  Tally& alias_;
  InspectedNames plate_patches_, overviews_, aliases_, alias_texts_;   ///< the last by hash of the text, so that each is hashed once
  std::vector<Inspected> of_pictures_, of_aliases_;
};

}  // namespace oracle
