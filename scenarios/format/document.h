// JSON from a file nobody has vouched for, as a document.
#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "reference/base/result.h"

namespace scenario {

inline constexpr std::size_t kDocumentBytesMax = std::size_t{1} << 20;
inline constexpr std::size_t kDocumentDepthMax = 16;
inline constexpr std::size_t kDocumentTextBytesMax = 4'000;  ///< of one string: the schema's patterns are matched by recursion

/// Parses JSON after checking that it is safe to: size, depth, length of strings, every key once.
///
/// Errors:  kScenarioNotJson; the detail gives line and column of bad syntax, the JSON pointer of what else is wrong. It does not name the
///          file.
[[nodiscard]] base::Result<nlohmann::json> parse_document(std::string_view text);

/// The pointer with one more step, escaped by RFC 6901.
[[nodiscard]] std::string pointer_to(const std::string& parent, std::string_view key);

}  // namespace scenario
