// What the page's templates are filled with: the report, as words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

namespace reports::view {

using Data = kainjow::mustache::data;
using Json = nlohmann::json;

/// Every text of a report enters the page through here: made visible (text.h), and escaped by the template.
[[nodiscard]] std::string text_of(const Json& value);

/// The same where an empty text means "there is none": false then, so that a section on it is skipped.
[[nodiscard]] Data optional_text(const std::string& text);

/// "req-2.2.1-a": an id for links; whatever an id may not hold becomes '_'.
[[nodiscard]] std::string anchor_of(std::string_view kind, std::string_view id);

// The parts, each filling its own keys of the page.
void add_masthead(const Json& report, Data& page);
void add_shortfalls(const Json& report, Data& page);
void add_timing(const Json& report, Data& page);
void add_findings(const Json& report, Data& page);
void add_requirements(const Json& report, Data& page);
void add_readings(const Json& report, Data& page);
void add_identity(const Json& report, Data& page);

}  // namespace reports::view
