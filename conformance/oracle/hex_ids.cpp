#include "conformance/oracle/hex_ids.h"

#include <array>

#include "reference/base/hash.h"

namespace oracle {
namespace {

constexpr std::size_t kDigits = 32, kUuidBytes = 36;
constexpr std::string_view kLowerDigits = "0123456789abcdef", kUpperDigits = "0123456789ABCDEF";

// What a character is: its value, and whether it shows the case of the letters.
constexpr std::uint8_t kValue = 0x0f, kIsLower = 0x10, kIsUpper = 0x20, kIsNone = 0x40;

constexpr std::array<std::uint8_t, 256> characters() {
  std::array<std::uint8_t, 256> all{};
  all.fill(kIsNone);
  for (std::uint8_t value = 0; value < kLowerDigits.size(); ++value) {
    all[static_cast<unsigned char>(kUpperDigits[value])] = value < 10 ? value : value | kIsUpper;
    all[static_cast<unsigned char>(kLowerDigits[value])] = value < 10 ? value : value | kIsLower;
  }
  return all;
}

constexpr bool has_dash(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

HexForm form_of(bool uuid, bool upper) {
  if (uuid) return upper ? HexForm::kUuidUpper : HexForm::kUuidLower;
  return upper ? HexForm::kUpper : HexForm::kLower;
}

}  // namespace

std::optional<HexId> HexId::of(std::string_view text) {
  static constexpr auto kCharacters = characters();
  const bool uuid = text.size() == kUuidBytes;
  if (!uuid && text.size() != kDigits) return std::nullopt;
  HexId id;
  std::uint8_t seen = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (uuid && has_dash(at)) {
      if (text[at] != '-') return std::nullopt;
      continue;
    }
    const std::uint8_t character = kCharacters[static_cast<unsigned char>(text[at])];
    seen |= character;
    id.high = id.high << 4 | id.low >> 60;
    id.low = id.low << 4 | (character & kValue);
  }
  if ((seen & kIsNone) != 0 || (seen & (kIsLower | kIsUpper)) == (kIsLower | kIsUpper)) return std::nullopt;
  id.form = form_of(uuid, (seen & kIsUpper) != 0);
  return id;
}

std::string HexId::text() const {
  const bool uuid = form == HexForm::kUuidLower || form == HexForm::kUuidUpper;
  const std::string_view digits = form == HexForm::kLower || form == HexForm::kUuidLower ? kLowerDigits : kUpperDigits;
  std::string text;
  for (std::size_t digit = 0; digit < kDigits; ++digit) {
    if (uuid && has_dash(text.size())) text += '-';
    const std::uint64_t half = digit < kDigits / 2 ? high : low;
    text += digits[half >> (60 - digit % 16 * 4) & kValue];
  }
  return text;
}

/// Where the bits stand, or where they would.
std::size_t HexTable::slot_of(const Bits& wanted) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = base::mix64(wanted.high ^ base::mix64(wanted.low)) & mask;
  while (slots_[slot] != kNone && bits(slots_[slot]) != wanted) slot = (slot + 1) & mask;
  return slot;
}

void HexTable::grow() {
  slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, kNone);
  for (std::uint32_t number = 0; number < size_; ++number) slots_[slot_of(bits(number))] = number;
}

std::uint32_t HexTable::number_of(const HexId& id) {
  const Bits wanted{id.high, id.low};
  if (slots_.empty()) grow();
  std::size_t slot = slot_of(wanted);
  if (slots_[slot] != kNone) return slots_[slot];
  if (size_ + 1 > slots_.size() / 4 * 3) {
    grow();
    slot = slot_of(wanted);
  }
  if (size_ % kBlockIds == 0) blocks_.push_back(std::make_unique_for_overwrite<Bits[]>(kBlockIds));
  blocks_.back()[size_ % kBlockIds] = wanted;
  return slots_[slot] = size_++;
}

HexId HexTable::id(std::uint32_t number, HexForm form) const { return {form, bits(number).high, bits(number).low}; }

}  // namespace oracle
