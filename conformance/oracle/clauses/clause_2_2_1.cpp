#include "conformance/oracle/clauses/clause_2_2_1.h"

#include <fmt/format.h>

#include "conformance/oracle/clauses/field_check.h"
#include "conformance/oracle/parse/marks.h"
#include "conformance/oracle/parse/text.h"

namespace oracle {
namespace {

constexpr std::string_view kRecorded = "a read with the mark QQQQQQQ of a vehicle whose mark could not be made out";

}  // namespace

bool Clause221::judge(const parse::ReadFields& read, const ReadContext& context) {
  const bool there = judge_there(read, context), utf8 = judge_utf8(read, context), spaces = judge_spaces(read, context);
  return there && utf8 && spaces;
}

bool Clause221::judge_there(const parse::ReadFields& read, const ReadContext& context) {
  constexpr std::string_view kExpected = "one vehicle registration mark, in the field vrm";
  if (!field_is_there(read, read.vrm, context.sighting, kExpected, there_)) return false;
  if (!parse::all_white_space(read.vrm.value)) {
    there_.met(context.kind());
    return true;
  }
  there_.against(context.sighting, kExpected, "found " + parse::shown(read.vrm.value));
  return false;
}

bool Clause221::judge_utf8(const parse::ReadFields& read, const ReadContext& context) {
  constexpr std::string_view kExpected = "a mark whose bytes are UTF-8";
  if (read.vrm_bytes == parse::VrmBytes::kNotUtf8) {
    utf8_.against(context.sighting, kExpected, "bytes that are not UTF-8 in the field vrm");
    return false;
  }
  if (read.vrm_bytes == parse::VrmBytes::kUnclear) {
    utf8_.undecided(context.sighting, kExpected, "a text in which the field vrm cannot be found");
  } else if (read.vrm.standing == parse::Standing::kThere) {
    utf8_.met(context.kind());
  }
  return true;
}

bool Clause221::judge_spaces(const parse::ReadFields& read, const ReadContext& context) {
  // Where there is no one mark, that is a fault of 2.2.1-a and none of this.
  if (read.vrm.standing != parse::Standing::kThere) return true;
  if (!parse::has_white_space(read.vrm.value)) {
    spaces_.met(context.kind());
    return true;
  }
  spaces_.against(context.sighting, "a mark without white space of any kind", "found " + parse::shown(read.vrm.value));
  return false;
}

void Clause221::recorded(const Sighting& sighting, std::string_view vrm) {
  if (vrm == parse::kNoneIdentified) return unread_.met();
  unread_.against(sighting, kRecorded, "a read with the mark " + parse::shown(vrm));
}

void Clause221::recorded_without_mark(const Sighting& sighting) { unread_.against(sighting, kRecorded, "a read without one mark"); }

void Clause221::not_recorded(const Sighting& sighting, std::string_view pass_id, bool whole) {
  if (whole) return unread_.against(sighting, kRecorded, fmt::format("no read of pass {}, though the camera records such passes", pass_id));
  unread_.undecided(sighting, kRecorded, fmt::format("no read of pass {} when the evidence ended", pass_id));
}

}  // namespace oracle
