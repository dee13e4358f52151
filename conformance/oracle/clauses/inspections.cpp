#include "conformance/oracle/clauses/inspections.h"

#include <algorithm>

#include <fmt/format.h>

#include "conformance/oracle/images.h"
#include "reference/base/hash.h"

namespace oracle {
namespace {

constexpr std::string_view kPictures = "2.2.4-i", kAliases = "2.3-e";
constexpr std::string_view kAsked = "an inspection that finds what was looked at as the requirement asks";

template <class Names>
std::size_t count_in(const Names& names, const Names& of) {
  return static_cast<std::size_t>(std::count_if(names.begin(), names.end(), [&](std::uint64_t name) { return of.contains(name); }));
}

}  // namespace

void Inspections::hear(base::Instant at, const base::event::Inspection& e) {
  if (e.requirement != kPictures && e.requirement != kAliases) return;
  inspected_.push_back({at, e.requirement == kAliases, e.passed, {e.sample.begin(), e.sample.end()}, std::string(e.criterion),
                        std::string(e.inspector)});
}

void Inspections::alias(std::string_view text) {
  if (alias_texts_.insert(base::hash64(text)).second) aliases_.insert(image_name(base::sha256_hex(text)));
}

/// Whoever looks at an alias may look at pictures beside it.
bool Inspections::holds(const Inspected& inspected, std::uint64_t name) const {
  return plate_patches_.contains(name) || overviews_.contains(name) || (inspected.of_aliases && aliases_.contains(name));
}

std::vector<std::string> Inspections::strange(const Inspected& inspected) const {
  std::vector<std::string> names;
  std::copy_if(inspected.sample.begin(), inspected.sample.end(), std::back_inserter(names),
               [&](const std::string& name) { return !holds(inspected, image_name(name)); });
  return names;
}

Inspections::Names Inspections::take_in(bool of_aliases, Tally& tally) const {
  Names passed;
  for (const Inspected& one : inspected_) {
    if (one.of_aliases != of_aliases) continue;
    const Sighting where{one.at};
    const auto unheld = strange(one);
    if (!unheld.empty()) {
      tally.undecided(where, kAsked, fmt::format("an inspection by {} that names {} of which the evidence holds nothing, {} first",
                                                 one.inspector, unheld.size(), unheld.front()));
    } else if (!one.passed) {
      tally.inspected();
      tally.against(
          where, kAsked,
          fmt::format("{} found otherwise, in a sample of {}, by the criterion: {}", one.inspector, one.sample.size(), one.criterion));
    } else {
      for (const std::string& name : one.sample) passed.insert(image_name(name));
      if (!of_aliases && !one.sample.empty()) tally.met();
    }
  }
  return passed;
}

void Inspections::conclude_pictures() {
  const Names passed = take_in(false, pictures_);
  const std::size_t patches = plate_patches_.size(), overviews = overviews_.size();
  const std::size_t least = std::min(kSampleLeast, patches + overviews);
  if (patches + overviews == 0) return pictures_.missing("no read comes with a picture that the evidence holds");
  if (inspected_.empty() || std::all_of(inspected_.begin(), inspected_.end(), [](const Inspected& i) { return i.of_aliases; }))
    return pictures_.missing("what a picture shows is for a person to say, and no inspection is part of the evidence: plumbline inspect");
  if (passed.empty()) return;
  pictures_.inspected();
  const std::size_t of_patches = count_in(passed, plate_patches_), of_overviews = count_in(passed, overviews_);
  const bool each_sort = (patches == 0 || of_patches > 0) && (overviews == 0 || of_overviews > 0);
  if (passed.size() >= least && each_sort) return;
  pictures_.open(fmt::format("inspected: {} plate pictures and {} overviews; at least {} pictures are needed, some of each sort",
                             of_patches, of_overviews, least));
}

void Inspections::conclude_aliases() {
  const std::size_t passed = count_in(take_in(true, alias_), aliases_), least = std::min(kSampleLeast, aliases_.size());
  if (passed > 0 && passed >= least) return alias_.inspected();
  alias_.open(passed == 0 ? "that an alias does not give the place away is for a person to say, and no inspection is part of the "
                            "evidence: plumbline inspect"
                          : fmt::format("inspected: {} aliases; at least {} are needed", passed, least));
}

void Inspections::conclude() {
  conclude_pictures();
  conclude_aliases();
}

}  // namespace oracle
