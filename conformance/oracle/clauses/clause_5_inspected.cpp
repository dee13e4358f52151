#include "conformance/oracle/clauses/clause_5_inspected.h"

#include <algorithm>

#include <fmt/format.h>

#include "conformance/oracle/images.h"
#include "reference/base/hash.h"

namespace oracle {

std::string inspected_text(const parse::VoiRow& row) {
  return fmt::format("{}\n{}\n{}\n", row.at(parse::kArea), row.at(parse::kContact), row.at(parse::kInformation));
}

void EntryInspections::hear(base::Instant at, const base::event::Inspection& e) {
  if (e.requirement == "5-p") inspected_.emplace_back(at, e);
}

void EntryInspections::entry(const parse::VoiRow& row) {
  if (!row.laid_out()) return;
  const std::string text = inspected_text(row);
  if (texts_.insert(base::hash64(text)).second) entries_.insert(image_name(base::sha256_hex(text)));
}

void EntryInspections::conclude() {
  const auto holds = [this](std::uint64_t name) { return entries_.contains(name); };
  const InspectedNames passed = take_in(inspected_, holds, Counts::kAsObservation, tally_);
  if (entries_.empty()) return tally_.missing("no list of anybody's is uploaded with its file");
  if (inspected_.empty())
    return tally_.missing("what helps whoever stops a vehicle is for a person to say, and no inspection is part of the evidence: "
                          "plumbline inspect");
  if (passed.empty()) return;
  tally_.inspected();
  const std::size_t least = std::min(kSampleLeast, entries_.size());
  if (passed.size() < least) tally_.open(fmt::format("inspected: {} entries; at least {} are needed", passed.size(), least));
}

}  // namespace oracle
