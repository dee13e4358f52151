#include "conformance/oracle/list_book.h"

#include <algorithm>
#include <iterator>

#include "conformance/evidence/read_text.h"
#include "conformance/oracle/components.h"
#include "conformance/oracle/parse/annex_a.h"
#include "reference/base/hash.h"

namespace oracle {
namespace {

/// Puts an entry in its place; one that two versions of its list hold is there once.
void add(std::vector<Expected>& all, const Expected& one) {
  const auto at = std::lower_bound(all.begin(), all.end(), one, [](const Expected& a, const Expected& b) { return a.entry < b.entry; });
  if (at == all.end() || at->entry != one.entry) {
    all.insert(at, one);
    return;
  }
  at->required |= one.required;
  at->allowed |= one.allowed;
  if (at->action != one.action) at->action = Action::kOther;   // by which of the two versions is not told
}

}  // namespace

std::uint32_t ListBook::number_of(std::string_view file) {
  const auto at = std::find_if(files_.begin(), files_.end(), [&](const File& f) { return f.name == file; });
  if (at != files_.end()) return static_cast<std::uint32_t>(at - files_.begin());
  files_.push_back({.name = std::string(file)});
  return static_cast<std::uint32_t>(files_.size() - 1);
}

void ListBook::hear(const base::event::VoiUploaded& e) {
  const std::uint32_t list = number_of(e.file);
  files_[list].told = true;
  from_the_start_ = from_the_start_ || !any_read_;
  files_[list].last_unheld = e.content == nullptr;
  if (e.content == nullptr) {
    files_[list].unheld = true;
    return;
  }
  const auto version = static_cast<std::uint32_t>(versions_.size());
  ++epoch_;
  auto& uploaded = files_[list].uploaded;
  if (uploaded.size() == kAwaitedMax) {
    retire(uploaded.front());
    uploaded.erase(uploaded.begin());
    files_[list].unheld = true;
  }
  uploaded.push_back(version);
  forget_past();
  versions_.push_back({list, base::sha256_hex(e.content->view()), std::string(e.owner), kNever, kNever});
  const bool national = e.national && parse::is_national_code(parse::code_of_file(e.file));
  entries_.load(version, e.content->view(), national,
                [&](std::uint32_t row, const PackedVrm& vrm) {
                  files_[list].mended.insert_or_assign(row, vrm);
                  mended_.insert(vrm);
                });
}

/// The last upload of whoever was turned away will not match any more; a refused deletion changes nothing.
void ListBook::hear(const base::event::VoiRefused& e) {
  auto& uploaded = files_[number_of(e.file)].uploaded;
  const auto last = std::find_if(uploaded.rbegin(), uploaded.rend(),
                                 [&](std::uint32_t v) { return e.owner.empty() || versions_[v].owner == e.owner; });
  if (last == uploaded.rend()) return;
  ++epoch_;
  retire(*last);
  uploaded.erase(std::next(last).base());
}

void ListBook::hear(const base::event::VoiDeleted& e) {
  File& file = files_[number_of(e.file)];
  if (!file.in_force) return;
  ++epoch_;
  retire(*file.in_force);
  file.in_force.reset();
}

void ListBook::hear(base::Instant at, const base::event::ListInForce& e) {
  if (e.component != kNas) return;
  File& file = files_[number_of(e.file)];
  auto& uploaded = file.uploaded;
  const auto named = [&](std::uint32_t version) { return versions_[version].sha256 == e.version; };
  auto found = std::find_if(uploaded.begin(), uploaded.end(), named);
  if (found == uploaded.end()) {
    const bool hash = evidence::is_sha256(e.version);
    if (file.in_force && (named(*file.in_force) || (hash && file.called == e.version))) return;   // told again
    const bool unknown = hash ? file.unheld || uploaded.empty() : !file.told;
    if (file.last_unheld || unknown) return none_held(file);
    if (uploaded.empty()) return;
    found = std::prev(uploaded.end());   // a NAS that counts its versions, or names them otherwise
  }
  file.called = e.version;
  ++epoch_;
  if (file.in_force) retire(*file.in_force);
  std::for_each(uploaded.begin(), found, [this](std::uint32_t version) { retire(version); });
  file.in_force = *found;
  if (!file.since) file.since = at;
  versions_[*found].first = epoch_;
  uploaded.erase(uploaded.begin(), std::next(found));
  any_in_force_ = true;
}

/// A version that the evidence does not hold is in force.
void ListBook::none_held(File& file) {
  file.unheld = true;
  if (!file.in_force) return;
  ++epoch_;
  retire(*file.in_force);
  file.in_force.reset();
}

bool ListBook::is_unheld(std::uint32_t list, base::Instant received) const {
  const File& file = files_[list];
  return file.unheld || (!from_the_start_ && (!file.told || !file.since || received <= *file.since));
}

void ListBook::settle(std::uint32_t epoch) {
  const auto at = open_.find(epoch);
  if (at != open_.end() && --at->second == 0) open_.erase(at);
}

void ListBook::forget_past() {
  const std::uint32_t oldest = open_.empty() ? epoch_ : open_.begin()->first;
  entries_.forget([&](const Slot& slot) { return versions_[slot.version].behind <= oldest; });
}

/// Whether a version was in force from an epoch until now.
bool ListBook::throughout(const Version& version, std::uint32_t epoch) const { return version.first <= epoch && version.behind > epoch_; }

bool ListBook::is_awaited(const Asked& read, const Slot& slot) const {
  return subscriptions_.is_awaited({files_[versions_[slot.version].list].name, read.camera, slot.action}, read.when);
}

std::vector<Expected> ListBook::expected(const Asked& read) const {
  const auto& [from, to] = read.when;
  std::vector<Expected> all;
  const std::vector<Slot>* slots = entries_.find(read.vrm);
  if (slots == nullptr) return all;
  for (const Slot& slot : *slots) {
    const Version& version = versions_[slot.version];
    if (version.behind <= read.epoch) continue;
    const Under hits = readings_.hits(read.vrm, slot);
    Expected one{{version.list, slot.row}, 0, hits & readings_.in_force_sometimes(slot, from, to), slot.action};
    if (throughout(version, read.epoch) && slot.plain && is_awaited(read, slot))
      one.required = hits & readings_.in_force_always(slot, from, to);
    if (one.allowed != 0) add(all, one);
  }
  return all;
}

std::vector<Lapsed> ListBook::lapsed(const Asked& read) const {
  const auto& [from, to] = read.when;
  std::vector<Lapsed> all;
  const std::vector<Slot>* slots = entries_.find(read.vrm);
  if (slots == nullptr || none_identified(read.vrm)) return all;
  for (const Slot& slot : *slots) {
    const Version& version = versions_[slot.version];
    if (slot.vrm != read.vrm || !slot.plain || slot.action == Action::kNoAlert) continue;
    if (!throughout(version, read.epoch) || !is_awaited(read, slot)) continue;
    const Lapsed one{{version.list, slot.row}, slot.weed_ns <= from.ns, end_of_day(slot.weed_ns) <= from.ns, slot.from_ns > to.ns};
    if (one.weed_date_begun || one.not_begun) all.push_back(one);
  }
  return all;
}

bool ListBook::was_mended(EntryName entry, const PackedVrm& vrm) const {
  const auto& mended = files_[entry.list].mended;
  const auto at = mended.find(entry.row);
  return at != mended.end() && at->second == vrm;
}

}  // namespace oracle
