// What NAS answers beside acknowledgements: problem documents (RFC 9457), and small contents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "reference/doors/component.h"

namespace nas {

/// A text as content, with its size.
[[nodiscard]] doors::Content content_of(std::string text);
[[nodiscard]] doors::Content content_of(base::Bytes text);

/// {"type": "about:blank", "title": ..., "status": ...}, with "detail" where there is one.
[[nodiscard]] doors::Content problem(std::uint16_t status, std::string_view title, std::string_view detail = {});

/// The answer to `request`, by its exchange number and name.
[[nodiscard]] doors::Message answer_to(const doors::Message& request, doors::Channel channel, std::uint16_t status,
                                       doors::Content content);

}  // namespace nas
