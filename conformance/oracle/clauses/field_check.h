// The part that every check of a mandatory field begins with: that it is there, once, and of its type.
#pragma once

#include <string>
#include <string_view>

#include "conformance/oracle/parse/read_fields.h"
#include "conformance/oracle/tally.h"

namespace oracle {

/// What stands in the way of judging a field's value, in words; empty where nothing does.
[[nodiscard]] inline std::string trouble_of(std::string_view text_trouble, parse::Standing standing) {
  if (!text_trouble.empty()) return "a text that is not one JSON object: " + std::string(text_trouble);
  switch (standing) {
    case parse::Standing::kAbsent: return "no such field";
    case parse::Standing::kTwice: return "the field more than once";
    case parse::Standing::kWrongType: return "a value of another type";
    case parse::Standing::kThere: break;
  }
  return {};
}

/// Whether the field can be judged; where not, that is an observation against.
template <class Value>
[[nodiscard]] bool field_is_there(const parse::ReadFields& read, const parse::Field<Value>& field, const Sighting& sighting,
                                  std::string_view expected, Tally& tally) {
  const std::string trouble = trouble_of(read.trouble, field.standing);
  if (trouble.empty()) return true;
  tally.against(sighting, expected, trouble);
  return false;
}

}  // namespace oracle
