#include "conformance/oracle/list_book.h"

#include <algorithm>
#include <iterator>

#include "conformance/oracle/parse/voi_rows.h"
#include "reference/base/hash.h"

namespace oracle {
namespace {

constexpr std::string_view kNotIdentified = "QQQQQQQ";

bool fits(std::string_view pattern, std::string_view file) {
  if (!pattern.ends_with('*')) return pattern == file;
  pattern.remove_suffix(1);
  return file.starts_with(pattern);
}

void sort_once(std::vector<EntryName>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace

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
    slots_[PackedVrm::of(row.vrm)].push_back({version, row.row, row.plain, row.no_alert, row.from_ns, row.weed_ns});
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

Expected ListBook::expected(const PackedVrm& vrm, std::uint32_t epoch, base::Instant from, base::Instant to) const {
  Expected expected;
  const auto found = slots_.find(vrm);
  if (found == slots_.end() || vrm == PackedVrm::of(kNotIdentified)) return expected;
  for (const Slot& slot : found->second) {
    const Version& version = versions_[slot.version];
    const bool sometimes = version.behind > epoch && slot.from_ns <= to.ns && slot.weed_ns > from.ns;
    if (!sometimes || slot.no_alert) continue;
    const EntryName name{version.list, slot.row};
    expected.allowed.push_back(name);
    const bool always = version.first <= epoch && version.behind > epoch_ && slot.from_ns <= from.ns && slot.weed_ns > to.ns;
    if (always && slot.plain && files_[version.list].subscribed) expected.required.push_back(name);
  }
  sort_once(expected.allowed);
  sort_once(expected.required);
  return expected;
}

}  // namespace oracle
