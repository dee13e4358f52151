// Ids of 128 bits, such as UUIDs and hashes in hexadecimal digits, as numbers: of what says who a read is, most is written so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oracle {

/// How 128 bits are written: 32 hexadecimal digits, or the 36 characters of a UUID, with letters of one case. Digits alone are kLower.
enum class HexForm : std::uint8_t { kLower, kUpper, kUuidLower, kUuidUpper };
inline constexpr std::size_t kHexForms = 4;

struct HexId {
  HexForm form = HexForm::kLower;
  std::uint64_t high = 0, low = 0;
  friend bool operator==(const HexId&, const HexId&) = default;

  /// Nothing where the text has none of the forms; otherwise text() gives just these bytes again.
  [[nodiscard]] static std::optional<HexId> of(std::string_view text);
  [[nodiscard]] std::string text() const;
};

/// The ids of one form by number.
///
/// Shape:   numbers count from 0, in order of first coming. The bits themselves are kept, 16 bytes an id and 5 to 11 to find it by, so that
///          no id is taken for another.
class HexTable {
 public:
  [[nodiscard]] std::uint32_t number_of(const HexId& id);
  [[nodiscard]] HexId id(std::uint32_t number, HexForm form) const;
  [[nodiscard]] std::uint32_t size() const { return size_; }

 private:
  static constexpr std::uint32_t kBlockIds = std::uint32_t{1} << 14;
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Bits {
    std::uint64_t high, low;
    friend bool operator==(const Bits&, const Bits&) = default;
  };

  [[nodiscard]] const Bits& bits(std::uint32_t number) const { return blocks_[number / kBlockIds][number % kBlockIds]; }
  [[nodiscard]] std::size_t slot_of(const Bits& wanted) const;
  void grow();

  std::vector<std::unique_ptr<Bits[]>> blocks_;
  std::uint32_t size_ = 0;
  std::vector<std::uint32_t> slots_;   ///< a power of two, at most three quarters full
};

}  // namespace oracle
