#include "reference/lists/entry_source.h"

#include <algorithm>
#include <utility>

#include "reference/base/check.h"

namespace lists {
namespace {

constexpr std::size_t kLetGoAtOnce = 4'096;

}  // namespace

void KeptEntries::add(domain::VoiEntry entry) {
  PLUMB_CHECK(entries_.empty() || entries_.back().row < entry.row, "rows come in ascending order");
  entries_.push_back(std::move(entry));
}

const domain::VoiEntry* KeptEntries::find(std::uint32_t row) const {
  const auto at = std::ranges::lower_bound(entries_, row, {}, &domain::VoiEntry::row);
  return at != entries_.end() && at->row == row ? &*at : nullptr;
}

bool KeptEntries::let_go() {
  for (std::size_t i = 0; i < kLetGoAtOnce && !entries_.empty(); ++i) entries_.pop_back();
  return !entries_.empty();
}

}  // namespace lists
