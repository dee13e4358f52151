#include "conformance/oracle/clauses/inspections.h"

#include <algorithm>

#include <fmt/format.h>

#include "conformance/oracle/images.h"
#include "reference/base/hash.h"

namespace oracle {
namespace {

constexpr std::string_view kPictures = "2.2.4-i", kAliases = "2.3-e";

std::size_t count_in(const InspectedNames& names, const InspectedNames& of) {
  return static_cast<std::size_t>(std::count_if(names.begin(), names.end(), [&](std::uint64_t name) { return of.contains(name); }));
}

}  // namespace

void Inspections::hear(base::Instant at, const base::event::Inspection& e) {
  if (e.requirement == kPictures) of_pictures_.emplace_back(at, e);
  if (e.requirement == kAliases) of_aliases_.emplace_back(at, e);
}

void Inspections::alias(std::string_view text) {
  if (alias_texts_.insert(base::hash64(text)).second) aliases_.insert(image_name(base::sha256_hex(text)));
}

void Inspections::conclude_pictures() {
  const auto holds = [this](std::uint64_t name) { return is_picture(name); };
  const InspectedNames passed = take_in(of_pictures_, holds, Counts::kAsObservation, pictures_);
  const std::size_t patches = plate_patches_.size(), overviews = overviews_.size();
  const std::size_t least = std::min(kSampleLeast, patches + overviews);
  if (patches + overviews == 0) return pictures_.missing("no read comes with a picture that the evidence holds");
  if (of_pictures_.empty())
    return pictures_.missing("what a picture shows is for a person to say, and no inspection is part of the evidence: plumbline inspect");
  if (passed.empty()) return;
  pictures_.inspected();
  const std::size_t of_patches = count_in(passed, plate_patches_), of_overviews = count_in(passed, overviews_);
  const bool each_sort = (patches == 0 || of_patches > 0) && (overviews == 0 || of_overviews > 0);
  if (passed.size() >= least && each_sort) return;
  pictures_.open(fmt::format("inspected: {} plate pictures and {} overviews; at least {} pictures are needed, some of each sort",
                             of_patches, of_overviews, least));
}

/// Whoever looks at an alias may look at pictures beside it.
void Inspections::conclude_aliases() {
  const auto holds = [this](std::uint64_t name) { return is_picture(name) || aliases_.contains(name); };
  const std::size_t passed = count_in(take_in(of_aliases_, holds, Counts::kForItsSample, alias_), aliases_);
  const std::size_t least = std::min(kSampleLeast, aliases_.size());
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
