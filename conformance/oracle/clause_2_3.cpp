#include "conformance/oracle/clause_2_3.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "conformance/oracle/field_check.h"
#include "conformance/oracle/parse/annex_a.h"
#include "conformance/oracle/parse/text.h"

namespace oracle {
namespace {

constexpr std::string_view kUnattended = "Unattended";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_but_for_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

bool Clause23::judge(const parse::ReadFields& read, const Sighting& sighting) {
  const bool feed = judge_feed(read, sighting), source = judge_source(read, sighting), username = judge_username(read, sighting);
  return feed && source && username;
}

bool Clause23::judge_feed(const parse::ReadFields& read, const Sighting& sighting) {
  constexpr std::string_view kExpected = "the two digits of an organisation of Annex A, as a string, in the field feed_id";
  if (!field_is_there(read, read.feed_id, sighting, kExpected, feed_)) return false;
  if (parse::is_feed_code(read.feed_id.value)) {
    feed_.met();
    return true;
  }
  feed_.against(sighting, kExpected, "found " + parse::shown(read.feed_id.value));
  return false;
}

bool Clause23::judge_source(const parse::ReadFields& read, const Sighting& sighting) {
  constexpr std::string_view kExpected = "a whole number from 1 to 9999, in the field source_id";
  constexpr std::int64_t kLeast = 1, kGreatest = 9999;
  if (!field_is_there(read, read.source_id, sighting, kExpected, source_)) return false;
  if (read.source_id.value >= kLeast && read.source_id.value <= kGreatest) {
    source_.met();
    return true;
  }
  source_.against(sighting, kExpected, fmt::format("found {}", read.source_id.value));
  return false;
}

bool Clause23::judge_username(const parse::ReadFields& read, const Sighting& sighting) {
  constexpr std::string_view kExpected = "a user's name, or Unattended spelt just so, in the field username";
  if (!field_is_there(read, read.username, sighting, kExpected, username_)) return false;
  const std::string_view name = read.username.value;
  const bool misspelt = name != kUnattended && same_but_for_case(name, kUnattended);
  if (!misspelt && !parse::all_white_space(name)) {
    username_.met();
    return true;
  }
  username_.against(sighting, kExpected, "found " + parse::shown(name));
  return false;
}

}  // namespace oracle
