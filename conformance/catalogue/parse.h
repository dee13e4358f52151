// Loading the catalogue from its JSON files, with every check that keeps its ids meaning something.
#pragma once

#include <string_view>

#include "conformance/catalogue/catalogue.h"
#include "reference/base/result.h"

namespace catalogue {

inline constexpr base::ErrorKind kCatalogueNotJson{"catalogue_not_json", "house", "one JSON object with the keys docs/judging.md names", 1};
inline constexpr base::ErrorKind kCatalogueIdTwice{"catalogue_id_twice", "house", "an id that no other requirement or reading has", 2};
inline constexpr base::ErrorKind kCatalogueWordUnknown{"catalogue_word_unknown", "house",
                                                       "a level, origin, role or class that is in docs/judging.md", 3};
inline constexpr base::ErrorKind kCatalogueReadingUnknown{"catalogue_reading_unknown", "house",
                                                          "a reading, and an alternative of it, that readings.json holds", 4};
inline constexpr base::ErrorKind kCatalogueIncomplete{
    "catalogue_incomplete", "house",
    "a first profile named default, statement, observable, roles, a 64-digit hash, at least one observation and at least one reading", 5};

/// Reads the files and checks them as a whole.
///
/// Shape:   requirements in order of clause, as they stand in the file; readings R-01 upwards.
/// Errors:  kCatalogueNotJson, kCatalogueIdTwice, kCatalogueWordUnknown, kCatalogueReadingUnknown, kCatalogueIncomplete; the
///          detail names the id.
[[nodiscard]] base::Result<Catalogue> parse_catalogue(std::string_view requirements_json, std::string_view readings_json,
                                                      std::string_view profiles_json, std::string_view claims_json);

/// The bytes of the files that are built into the program.
[[nodiscard]] std::string_view requirements_json();
[[nodiscard]] std::string_view readings_json();
[[nodiscard]] std::string_view profiles_json();
[[nodiscard]] std::string_view claims_json();

/// What an id means, as 64 hexadecimal digits: a hash over clause, roles, classes, level, origin, statement and observable. A
/// test holds it against tests/unit/conformance/catalogue/ids.lock.
[[nodiscard]] std::string meaning_sha256(const Requirement& requirement);
[[nodiscard]] std::string meaning_sha256(const Reading& reading);

}  // namespace catalogue
