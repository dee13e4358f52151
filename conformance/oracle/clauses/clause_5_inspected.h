// Clause 5, what a person says of entries: 5-p force and area, whom to ask, and what helps whoever stops the vehicle.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "conformance/oracle/clauses/inspected.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/parse/voi_rows.h"

namespace oracle {

/// What is looked at of an entry: its cells of columns 10, 16 and 9, each ended by a line feed. An entry is named by the SHA-256 of that,
/// so that entries which say the same are one.
[[nodiscard]] std::string inspected_text(const parse::VoiRow& row);

/// Shape:   one observation an inspection that passed. What passed, in all, must be at least kSampleLeast different entries, or all that
///          there are where those are fewer. Memory: 16 bytes a distinct entry.
class EntryInspections {
 public:
  explicit EntryInspections(Docket& docket) : tally_(docket.of("5-p")) {}

  void hear(base::Instant at, const base::event::Inspection& e);
  /// A keeper's list has it.
  void entry(const parse::VoiRow& row);
  /// Nothing more will be observed.
  void conclude();

 private:
  Tally& tally_;
  InspectedNames entries_, texts_;   ///< the last by hash of the text, so that each is hashed in earnest once
  std::vector<Inspected> inspected_;
};

}  // namespace oracle
