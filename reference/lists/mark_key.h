// A VRM as a number, by which it is compared and found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lists {

/// By what equality the mark of a read and that of an entry are compared.
enum class MarkEquality : std::uint8_t { kAsWritten, kCaseFolded, kPlateGlyphs };

/// The letters a mark is compared by: itself, in upper case, or that with 0 for O and 1 for I. Bytes that are no ASCII letter stay.
[[nodiscard]] std::string folded(std::string_view mark, MarkEquality equality);

inline constexpr std::size_t kPackedLettersMax = 10;
inline constexpr int kMarkKeyBits = 60;

/// A mark of at most ten ASCII letters and digits as a number: six bits a letter, the first lowest, none of them 0. Two marks are equal
/// exactly where their numbers are; none for a longer mark or another byte.
[[nodiscard]] std::optional<std::uint64_t> pack(std::string_view mark, MarkEquality equality);

/// Spreads packed marks over all numbers of 60 bits. A bijection, so that nothing is lost. Not for adversaries.
[[nodiscard]] constexpr std::uint64_t spread(std::uint64_t packed) {
  constexpr std::uint64_t kMask = (std::uint64_t{1} << kMarkKeyBits) - 1;
  std::uint64_t x = (packed * 0x9e3779b97f4a7c15ULL) & kMask;
  x ^= x >> 31;
  x = (x * 0xbf58476d1ce4e5b9ULL) & kMask;
  x ^= x >> 29;
  return (x * 0x94d049bb133111ebULL) & kMask;
}

}  // namespace lists
