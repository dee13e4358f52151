#include "conformance/oracle/clause_2_2_1.h"

#include "conformance/oracle/field_check.h"
#include "conformance/oracle/parse/text.h"

namespace oracle {

bool Clause221::judge(const parse::ReadFields& read, const Sighting& sighting) {
  const bool there = judge_there(read, sighting), utf8 = judge_utf8(read, sighting), spaces = judge_spaces(read, sighting);
  return there && utf8 && spaces;
}

bool Clause221::judge_there(const parse::ReadFields& read, const Sighting& sighting) {
  constexpr std::string_view kExpected = "one vehicle registration mark, in the field vrm";
  if (!field_is_there(read, read.vrm, sighting, kExpected, there_)) return false;
  if (!parse::all_white_space(read.vrm.value)) {
    there_.met();
    return true;
  }
  there_.against(sighting, kExpected, "found " + parse::shown(read.vrm.value));
  return false;
}

bool Clause221::judge_utf8(const parse::ReadFields& read, const Sighting& sighting) {
  constexpr std::string_view kExpected = "a mark whose bytes are UTF-8";
  if (read.vrm_bytes == parse::VrmBytes::kNotUtf8) {
    utf8_.against(sighting, kExpected, "bytes that are not UTF-8 in the field vrm");
    return false;
  }
  if (read.vrm_bytes == parse::VrmBytes::kUnclear) {
    utf8_.undecided(sighting, kExpected, "a text in which the field vrm cannot be found");
  } else if (read.vrm.standing == parse::Standing::kThere) {
    utf8_.met();
  }
  return true;
}

bool Clause221::judge_spaces(const parse::ReadFields& read, const Sighting& sighting) {
  // Where there is no one mark, that is a fault of 2.2.1-a and none of this.
  if (read.vrm.standing != parse::Standing::kThere) return true;
  if (!parse::has_white_space(read.vrm.value)) {
    spaces_.met();
    return true;
  }
  spaces_.against(sighting, "a mark without white space of any kind", "found " + parse::shown(read.vrm.value));
  return false;
}

}  // namespace oracle
