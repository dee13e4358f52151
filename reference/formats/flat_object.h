// Reads one JSON object of plain members: the answers and hits that are small and many.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace formats {

/// A member that is wanted: where its value goes. Exactly one of `text` and `integer` is set.
struct FlatMember {
  std::string_view key;
  std::optional<std::string>* text = nullptr;
  std::optional<std::int64_t>* integer = nullptr;
};

/// Reads `text` into the members; what it holds besides is passed over. False where it is no JSON object in valid UTF-8 of at most
/// `bytes_max`, is deeper than four levels, or has a wanted key twice or with a value of another type.
[[nodiscard]] bool read_flat_object(std::string_view text, std::size_t bytes_max, std::span<const FlatMember> members);

}  // namespace formats
