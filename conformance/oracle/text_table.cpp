#include "conformance/oracle/text_table.h"

#include <cstring>

#include "reference/base/hash.h"

namespace oracle {

/// Where the text stands, or where it would.
std::size_t TextTable::slot_of(std::string_view text_wanted) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = base::hash64(text_wanted) & mask;
  while (slots_[slot] != kNone && text(slots_[slot]) != text_wanted) slot = (slot + 1) & mask;
  return slot;
}

const char* TextTable::kept(std::string_view text) {
  if (text.size() > free_bytes_) {
    const std::size_t bytes = text.size() > kBlockBytes ? text.size() : kBlockBytes;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(bytes));
    free_ = blocks_.back().get();
    free_bytes_ = bytes;
  }
  char* at = free_;
  if (!text.empty()) std::memcpy(at, text.data(), text.size());
  free_ += text.size();
  free_bytes_ -= text.size();
  return at;
}

void TextTable::grow() {
  slots_.assign(slots_.size() * 2, kNone);
  for (std::uint32_t number = 0; number < size(); ++number) slots_[slot_of(text(number))] = number;
}

std::uint32_t TextTable::number_of(std::string_view wanted) {
  std::size_t slot = slot_of(wanted);
  if (slots_[slot] != kNone) return slots_[slot];
  if (texts_.size() + 1 > slots_.size() / 4 * 3) {
    grow();
    slot = slot_of(wanted);
  }
  texts_.push_back({kept(wanted), static_cast<std::uint32_t>(wanted.size())});
  return slots_[slot] = size() - 1;
}

}  // namespace oracle
