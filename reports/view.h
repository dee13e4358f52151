// What the page's templates are filled with: the report, as words.
#pragma once

#include <cstddef>
#include <cstdint>
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

/// "main" and "case-7" as people call them: "main run", "case-7".
[[nodiscard]] std::string population_words(const Json& name);

/// "lea" as people call it: "to the LEA".
[[nodiscard]] std::string leg_words(const Json& leg);

[[nodiscard]] std::uint64_t number_of(const Json& object, const char* key);

/// A list of texts, each under the key "text".
[[nodiscard]] Data list_of(const Json& texts);

/// Sets `key` to the list and `key_any` to whether it holds something.
void set_list(Data& into, const std::string& key, const Data& list);

// The parts, each filling its own keys of the page.
void add_masthead(const Json& report, Data& page);
void add_shortfalls(const Json& report, Data& page);
void add_requirements(const Json& report, Data& page);
void add_findings(const Json& report, Data& page);
void add_timing(const Json& report, Data& page);
void add_sites(const Json& report, Data& page);
void add_suite(const Json& report, Data& page);
void add_calibration(const Json& report, Data& page);
void add_readings(const Json& report, Data& page);
void add_populations(const Json& report, Data& page);
void add_identity(const Json& report, Data& page);

/// One finding, for the findings part (view_finding.cpp). `number` makes the ids of its drawings.
[[nodiscard]] Data finding_item(const Json& report, const Json& requirement, const Json& finding, std::size_t number);

}  // namespace reports::view
