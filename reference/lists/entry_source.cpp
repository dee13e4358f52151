#include "reference/lists/entry_source.h"

#include <algorithm>
#include <utility>

#include "reference/base/check.h"

namespace lists {
namespace {

constexpr std::size_t kBlockEntries = 256;
constexpr std::size_t kBlocksLetGoAtOnce = 16;
constexpr std::size_t kBlocksSearchedAtOnce = 64;

std::uint32_t bytes_of(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

void KeptEntries::add(const domain::VoiEntry& entry) {
  PLUMB_CHECK(blocks_.empty() || blocks_.back().records.back().row < entry.row, "rows come in ascending order");
  if (blocks_.empty() || blocks_.back().records.size() == kBlockEntries) {
    blocks_.emplace_back();
    blocks_.back().records.reserve(kBlockEntries);
  }
  Block& block = blocks_.back();
  block.records.push_back({entry.row, bytes_of(block.texts), bytes_of(entry.vrm.text()), bytes_of(entry.reason),
                           bytes_of(entry.information), bytes_of(entry.warning_markers), bytes_of(entry.gsc), entry.action,
                           entry.in_force_from, entry.weeded_at});
  block.texts.append(entry.vrm.text()).append(entry.reason).append(entry.information).append(entry.warning_markers).append(entry.gsc);
}

std::optional<domain::VoiEntry> KeptEntries::find(std::uint32_t row) const {
  const auto block = std::ranges::lower_bound(blocks_, row, {}, [](const Block& b) { return b.records.back().row; });
  if (block == blocks_.end()) return std::nullopt;
  const auto at = std::ranges::lower_bound(block->records, row, {}, &Record::row);
  if (at->row != row) return std::nullopt;
  std::string_view rest = std::string_view(block->texts).substr(at->text_at);
  const auto next = [&rest](std::uint32_t bytes) {
    const std::string_view text = rest.substr(0, bytes);
    rest.remove_prefix(bytes);
    return std::string(text);
  };
  auto vrm = domain::Vrm::make(next(at->vrm_bytes));
  PLUMB_CHECK(vrm.has_value(), "what was put in was a VRM");
  domain::VoiEntry entry{*std::move(vrm), at->action, next(at->reason_bytes)};
  entry.information = next(at->information_bytes);
  entry.warning_markers = next(at->warning_bytes);
  entry.gsc = next(at->gsc_bytes);
  entry.in_force_from = at->in_force_from;
  entry.weeded_at = at->weeded_at;
  entry.row = row;
  return entry;
}

bool KeptEntries::weeded_at(base::Instant at, std::size_t& place, std::vector<std::uint32_t>& rows) const {
  const std::size_t end = std::min(place + kBlocksSearchedAtOnce, blocks_.size());
  for (; place < end; ++place) {
    for (const Record& record : blocks_[place].records) {
      if (record.weeded_at == at) rows.push_back(record.row);
    }
  }
  return place < blocks_.size();
}

bool KeptEntries::let_go() {
  for (std::size_t i = 0; i < kBlocksLetGoAtOnce && !blocks_.empty(); ++i) blocks_.pop_back();
  return !blocks_.empty();
}

}  // namespace lists
