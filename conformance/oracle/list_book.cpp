#include "conformance/oracle/list_book.h"

#include <algorithm>
#include <iterator>

#include "conformance/oracle/parse/voi_rows.h"
#include "reference/base/hash.h"

namespace oracle {
namespace {

constexpr std::string_view kNoneIdentified = "QQQQQQQ";

bool fits(std::string_view pattern, std::string_view file) {
  if (!pattern.ends_with('*')) return pattern == file;
  pattern.remove_suffix(1);
  return file.starts_with(pattern);
}

/// Puts an entry in its place; one that two versions of its list hold is there once.
void add(std::vector<Expected>& all, const Expected& one) {
  const auto at = std::lower_bound(all.begin(), all.end(), one, [](const Expected& a, const Expected& b) { return a.entry < b.entry; });
  if (at == all.end() || at->entry != one.entry) {
    all.insert(at, one);
    return;
  }
  at->required |= one.required;
  at->allowed |= one.allowed;
}

std::int64_t end_of_day(std::int64_t day_ns) {
  constexpr std::int64_t kDay_ns = 86'400'000'000'000;
  return day_ns > INT64_MAX - kDay_ns ? INT64_MAX : day_ns + kDay_ns;
}

}  // namespace

MatchReadings::MatchReadings(const Tally& tally)
    : all(tally.all()),
      none_identified_matches(tally.where("R-03", 1)),
      as_written(tally.where("R-04", 0)),
      case_folded(tally.where("R-04", 1)),
      glyphs_folded(tally.where("R-04", 2)),
      to_weed_date(tally.where("R-20", 0)),
      through_weed_date(tally.where("R-20", 1)),
      no_alert_hits(tally.where("R-34", 1)) {}

std::uint32_t ListBook::number_of(std::string_view file) {
  const auto at = std::find_if(files_.begin(), files_.end(), [&](const File& f) { return f.name == file; });
  if (at != files_.end()) return static_cast<std::uint32_t>(at - files_.begin());
  files_.push_back({std::string(file), {}, std::nullopt, false});
  subscribe(files_.back());
  return static_cast<std::uint32_t>(files_.size() - 1);
}

void ListBook::subscribe(File& file) const {
  file.subscribed = std::any_of(patterns_.begin(), patterns_.end(), [&](const std::string& p) { return fits(p, file.name); });
}

void ListBook::hear(const base::event::Operator& e) {
  for (const std::string_view pattern : e.lists) {
    if (std::find(patterns_.begin(), patterns_.end(), pattern) == patterns_.end()) patterns_.emplace_back(pattern);
  }
  for (File& file : files_) subscribe(file);
}

void ListBook::hear(const base::event::VoiUploaded& e) {
  if (e.content == nullptr) return;
  const std::uint32_t list = number_of(e.file);
  const auto version = static_cast<std::uint32_t>(versions_.size());
  ++epoch_;
  auto& uploaded = files_[list].uploaded;
  // One that was refused stays here: two are enough, the last and the one that may be on its way.
  if (uploaded.size() == 2) {
    retire(uploaded.front());
    uploaded.erase(uploaded.begin());
  }
  uploaded.push_back(version);
  forget_past();
  versions_.push_back({list, base::sha256_hex(e.content->view()), kNever, kNever});
  load(version, e.content->view());
}

void ListBook::hear(const base::event::ListInForce& e) {
  if (e.component != "nas") return;
  File& file = files_[number_of(e.file)];
  auto& uploaded = file.uploaded;
  if (uploaded.empty()) return;
  auto at = std::find_if(uploaded.begin(), uploaded.end(), [&](std::uint32_t v) { return versions_[v].sha256 == e.version; });
  if (at == uploaded.end()) at = std::prev(uploaded.end());  // a NAS that counts its versions
  ++epoch_;
  if (file.in_force) retire(*file.in_force);
  std::for_each(uploaded.begin(), at, [this](std::uint32_t version) { retire(version); });
  file.in_force = *at;
  versions_[*at].first = epoch_;
  uploaded.erase(uploaded.begin(), std::next(at));
  any_in_force_ = true;
}

void ListBook::load(std::uint32_t version, std::string_view csv) {
  const bool whole = parse::read_voi_rows(csv, [&](const parse::VoiRow& row) {
    const PackedVrm vrm = PackedVrm::of(row.vrm);
    slots_[vrm.folded()].push_back({vrm, version, row.row, row.plain, row.no_alert, row.from_ns, row.weed_ns});
  });
  if (whole) return;
  // A file that is no CSV to its end may have been refused: none of its rows must match.
  for (auto at = slots_.begin(); at != slots_.end(); ++at) {
    for (Slot& slot : at.value()) {
      if (slot.version == version) slot.plain = false;
    }
  }
}

void ListBook::settle(std::uint32_t epoch) {
  const auto at = open_.find(epoch);
  if (at != open_.end() && --at->second == 0) open_.erase(at);
}

void ListBook::forget_past() {
  const std::uint32_t oldest = open_.empty() ? epoch_ : open_.begin()->first;
  const auto past = [&](const Slot& slot) { return versions_[slot.version].behind <= oldest; };
  for (auto at = slots_.begin(); at != slots_.end();) {
    std::erase_if(at.value(), past);
    at = at->second.empty() ? slots_.erase(at) : std::next(at);
  }
}

Under ListBook::equal(const PackedVrm& vrm, const Slot& slot) const {
  if (vrm == slot.vrm) return vrm == PackedVrm::of(kNoneIdentified) ? readings_.none_identified_matches : readings_.all;
  const Under by_case = vrm.upper() == PackedVrm::of(kNoneIdentified) ? readings_.case_folded & readings_.none_identified_matches
                                                                        : readings_.case_folded;
  return (vrm.upper() == slot.vrm.upper() ? by_case : 0) | (vrm.glyphs() == slot.vrm.glyphs() ? readings_.glyphs_folded : 0);
}

Under ListBook::in_force_sometimes(const Slot& slot, base::Instant from, base::Instant to) const {
  if (slot.from_ns > to.ns) return 0;
  return (slot.weed_ns > from.ns ? readings_.to_weed_date : 0) | (end_of_day(slot.weed_ns) > from.ns ? readings_.through_weed_date : 0);
}

Under ListBook::in_force_always(const Slot& slot, base::Instant from, base::Instant to) const {
  if (slot.from_ns > from.ns) return 0;
  return (slot.weed_ns > to.ns ? readings_.to_weed_date : 0) | (end_of_day(slot.weed_ns) > to.ns ? readings_.through_weed_date : 0);
}

std::vector<Expected> ListBook::expected(const PackedVrm& vrm, std::uint32_t epoch, base::Instant from, base::Instant to) const {
  std::vector<Expected> all;
  const auto found = slots_.find(vrm.folded());
  if (found == slots_.end()) return all;
  for (const Slot& slot : found->second) {
    const Version& version = versions_[slot.version];
    if (version.behind <= epoch) continue;
    const Under hits = equal(vrm, slot) & (slot.no_alert ? readings_.no_alert_hits : readings_.all);
    Expected one{{version.list, slot.row}, 0, hits & in_force_sometimes(slot, from, to)};
    const bool throughout = version.first <= epoch && version.behind > epoch_;
    if (throughout && slot.plain && files_[version.list].subscribed) one.required = hits & in_force_always(slot, from, to);
    if (one.allowed != 0) add(all, one);
  }
  return all;
}

}  // namespace oracle
