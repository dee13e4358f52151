#include "conformance/oracle/entries.h"

#include <array>
#include <string>

#include "conformance/oracle/parse/marks.h"
#include "conformance/oracle/parse/voi_rows.h"
#include "conformance/oracle/parse/voi_words.h"
#include "reference/base/hash.h"

namespace oracle {
namespace {

constexpr std::array<std::string_view, 4> kActions{"Stop", "Assess", "No Alert", ""};

Action action_of(std::string_view cell) {
  for (std::size_t i = 0; i < 3; ++i) {
    if (cell == kActions[i]) return static_cast<Action>(i);
  }
  return Action::kOther;
}

/// What is left of a mark that somebody tidied up.
PackedVrm mended_of(std::string_view mark) {
  std::string kept;
  for (const char c : mark) {
    if (c >= 'a' && c <= 'z') kept += static_cast<char>(c - 'a' + 'A');
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) kept += c;
  }
  return PackedVrm::of(kept);
}

}  // namespace

std::string_view text_of(Action action) { return kActions[static_cast<std::size_t>(action)]; }

std::int64_t end_of_day(std::int64_t day_ns) {
  constexpr std::int64_t kDay_ns = 86'400'000'000'000;
  return day_ns > INT64_MAX - kDay_ns ? INT64_MAX : day_ns + kDay_ns;
}

bool none_identified(const PackedVrm& vrm) { return vrm == PackedVrm::of(parse::kNoneIdentified); }

MatchReadings::MatchReadings(const Tally& tally)
    : all(tally.all()),
      none_identified_matches(tally.where("R-03", 1)),
      as_written(tally.where("R-04", 0)),
      case_folded(tally.where("R-04", 1)),
      glyphs_folded(tally.where("R-04", 2)),
      to_weed_date(tally.where("R-20", 0)),
      through_weed_date(tally.where("R-20", 1)),
      no_alert_hits(tally.where("R-34", 1)) {}

Under MatchReadings::equal(const PackedVrm& vrm, const Slot& slot) const {
  if (vrm == slot.vrm) return none_identified(vrm) ? none_identified_matches : all;
  const Under by_case = none_identified(vrm.upper()) ? case_folded & none_identified_matches : case_folded;
  return (vrm.upper() == slot.vrm.upper() ? by_case : 0) | (vrm.glyphs() == slot.vrm.glyphs() ? glyphs_folded : 0);
}

Under MatchReadings::hits(const PackedVrm& vrm, const Slot& slot) const {
  return equal(vrm, slot) & (slot.action == Action::kNoAlert ? no_alert_hits : all);
}

Under MatchReadings::in_force_sometimes(const Slot& slot, base::Instant from, base::Instant to) const {
  if (slot.from_ns > to.ns) return 0;
  return (slot.weed_ns > from.ns ? to_weed_date : 0) | (end_of_day(slot.weed_ns) > from.ns ? through_weed_date : 0);
}

Under MatchReadings::in_force_always(const Slot& slot, base::Instant from, base::Instant to) const {
  if (slot.from_ns > from.ns) return 0;
  return (slot.weed_ns > to.ns ? to_weed_date : 0) | (end_of_day(slot.weed_ns) > to.ns ? through_weed_date : 0);
}

void EntryIndex::load(std::uint32_t version, std::string_view csv, bool national, const Mended& mended) {
  const bool whole = parse::read_voi_rows(csv, [&](const parse::VoiRow& row) {
    const parse::EntryFacts facts = parse::facts_of(row, national);
    const std::string_view mark = row.at(parse::kVrm), record = row.at(parse::kPncId);
    const PackedVrm vrm = PackedVrm::of(mark);
    slots_[vrm.folded()].push_back({vrm, version, row.number, facts.plain, action_of(row.at(parse::kAction)), facts.from_ns, facts.weed_ns,
                                    record.empty() ? 0 : base::hash64(record)});
    if (mended && !parse::is_mark(mark)) mended(row.number, mended_of(mark));
  });
  if (whole) return;
  for (auto at = slots_.begin(); at != slots_.end(); ++at) {
    for (Slot& slot : at.value()) {
      if (slot.version == version) slot.plain = false;
    }
  }
}

const std::vector<Slot>* EntryIndex::find(const PackedVrm& vrm) const {
  const auto found = slots_.find(vrm.folded());
  return found == slots_.end() ? nullptr : &found->second;
}

}  // namespace oracle
