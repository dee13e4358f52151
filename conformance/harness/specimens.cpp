#include "conformance/harness/specimens.h"

#include <algorithm>
#include <tuple>

#include <nlohmann/json.hpp>

#include "conformance/oracle/clauses/clause_5_inspected.h"
#include "reference/base/hash.h"

namespace harness {
namespace {

constexpr std::size_t kHeldMax = 4'096;

std::string alias_in(std::string_view read_text) {
  const auto read = nlohmann::json::parse(read_text, nullptr, false);
  return read.is_object() && read.contains("alias_id") && read["alias_id"].is_string() ? read["alias_id"].get<std::string>() : "";
}

}  // namespace

void Sampler::hear(const base::Event& event) {
  if (requirement_ == "5-p") {
    if (const auto* list = std::get_if<base::event::VoiUploaded>(&event.body)) offer_entries(*list);
    return;
  }
  const auto* sent = std::get_if<base::event::ReadSent>(&event.body);
  if (sent == nullptr || sent->read.facts != nullptr) return;
  if (requirement_ == "2.2.4-i") {
    const base::event::ReadBody& read = sent->read;
    if (read.plate_patch != nullptr) offer(patches_, count_ / 2, "plate patch", read.plate_patch->view(), read.plate_patch, *sent);
    if (read.overview != nullptr) offer(overviews_, count_ - count_ / 2, "overview", read.overview->view(), read.overview, *sent);
    return;
  }
  const std::string alias = alias_in(sent->read.text);
  if (!alias.empty()) offer(aliases_, count_, "alias", alias, nullptr, *sent);
}

void Sampler::offer(Kept& kept, std::size_t most, std::string_view what, std::string_view bytes, const base::Bytes* image,
                    const base::event::ReadSent& sent) {
  ++seen_;
  if (image != nullptr && known_.contains(image->identity())) return;
  const std::string sha256 = base::sha256_hex(bytes);
  const std::uint64_t rank = rank_of(sha256);
  if (image != nullptr) {
    if (held_.size() >= kHeldMax) {
      known_.clear();
      held_.clear();
    }
    known_.emplace(image->identity(), rank);
    held_.push_back(*image);
  }
  if (!is_drawn(kept, most, rank)) return;
  keep(kept, most, rank,
       {sha256, std::string(what), image != nullptr ? *image : base::Bytes(), image != nullptr ? "" : std::string(bytes),
        std::string(sent.read_id), std::string(sent.read.text)});
}

void Sampler::offer_entries(const base::event::VoiUploaded& list) {
  if (list.content == nullptr || list.staged) return;
  static_cast<void>(oracle::parse::read_voi_rows(list.content->view(), [&](const oracle::parse::VoiRow& row) {
    if (!row.laid_out()) return;
    ++seen_;
    const std::string text = oracle::inspected_text(row);
    const std::string sha256 = base::sha256_hex(text);
    const std::uint64_t rank = rank_of(sha256);
    if (!is_drawn(entries_, count_, rank)) return;
    keep(entries_, count_, rank, {sha256, "entry", {}, text, {}, {}, std::string(list.file), row.number});
  }));
}

std::uint64_t Sampler::rank_of(std::string_view sha256) const { return base::mix64(base::hash64(sha256) ^ base::mix64(seed_)); }

bool Sampler::is_drawn(const Kept& kept, std::size_t most, std::uint64_t rank) {
  return !kept.contains(rank) && (kept.size() < most || (most > 0 && rank < kept.rbegin()->first));
}

void Sampler::keep(Kept& kept, std::size_t most, std::uint64_t rank, Specimen specimen) {
  kept.emplace(rank, std::move(specimen));
  if (kept.size() > most) kept.erase(std::prev(kept.end()));
}

std::vector<Specimen> Sampler::sample() const {
  std::vector<Specimen> all;
  for (const Kept* kept : {&patches_, &overviews_, &aliases_, &entries_}) {
    const std::size_t first = all.size();
    for (const auto& [rank, specimen] : *kept) all.push_back(specimen);
    std::sort(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
              [](const Specimen& a, const Specimen& b) {
                return std::tie(a.read_id, a.list, a.row) < std::tie(b.read_id, b.list, b.row);
              });
  }
  return all;
}

}  // namespace harness
