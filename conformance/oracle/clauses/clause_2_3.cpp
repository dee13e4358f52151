#include "conformance/oracle/clauses/clause_2_3.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include <fmt/format.h>

#include "conformance/oracle/clauses/field_check.h"
#include "conformance/oracle/parse/annex_a.h"
#include "conformance/oracle/parse/place_names.h"
#include "conformance/oracle/parse/text.h"

namespace oracle {
namespace {

using parse::Standing;

constexpr std::string_view kUnattended = "Unattended";
constexpr std::string_view kNrd = "a whole number from 0 to 9999, in the field nrd_id";
constexpr std::string_view kManual = "NRD ID 0 for what an administrator typed in, and for nothing else";
constexpr std::string_view kDescription = "a description of letters and digits, where the field is there";

// House: what differs by less is the same direction of a road.
constexpr std::int32_t kAnotherDirection_deg = 45;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_but_for_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

/// Whether an optional field has something to judge: it is there, or there in a way it must not be.
template <class Value>
bool is_given(const parse::ReadFields& read, const parse::Field<Value>& field) {
  return read.trouble.empty() && field.standing != Standing::kAbsent;
}
/// An empty text gives nothing.
bool is_given(const parse::ReadFields& read, const parse::Field<std::string_view>& field) {
  return read.trouble.empty() && field.standing != Standing::kAbsent && (field.standing != Standing::kThere || !field.value.empty());
}

/// By how many degrees two directions differ, 0 to 180.
std::int32_t between(std::int32_t a_deg, std::int32_t b_deg) {
  const std::int32_t apart = std::abs(a_deg - b_deg) % 360;
  return std::min(apart, 360 - apart);
}

/// Whether a text is a description of letters and digits; where not, or where it is not for a judge to say, that is told.
bool is_described(std::string_view text, const ReadContext& context, Tally& tally) {
  switch (parse::description_in(text)) {
    case parse::Description::kPlain: return true;
    case parse::Description::kNone: tally.against(context.sighting, kDescription, "found " + parse::shown(text)); break;
    case parse::Description::kForeign:
      tally.undecided(context.sighting, kDescription,
                      "letters beyond those of English, of which the text says nothing, in " + parse::shown(text));
      break;
  }
  return false;
}

}  // namespace

Clause23::Clause23(Docket& docket)
    : feed_(docket.of("2.3-a")),
      source_(docket.of("2.3-b")),
      nrd_(docket.of("2.3-c")),
      lane_(docket.of("2.3-d")),
      alias_(docket.of("2.3-e")),
      username_(docket.of("2.3-f")),
      preset_(docket.of("2.3-g")),
      digits_only_(feed_.where("R-08", 0)),
      any_code_(feed_.where("R-08", 1)) {}

bool Clause23::judge(const parse::ReadFields& read, const ReadContext& context, const Register& people) {
  const bool feed = judge_feed(read, context), source = judge_source(read, context), nrd = judge_nrd(read, context),
             username = judge_username(read, context, people);
  judge_lane(read, context);
  judge_alias(read, context);
  judge_preset(read, context);
  return feed && source && nrd && username;
}

bool Clause23::judge_feed(const parse::ReadFields& read, const ReadContext& context) {
  constexpr std::string_view kExpected = "the two digits of an organisation of Annex A, as a string, in the field feed_id";
  if (!field_is_there(read, read.feed_id, context.sighting, kExpected, feed_)) return false;
  if (parse::is_feed_code(read.feed_id.value)) {
    feed_.met(context.kind());
    return true;
  }
  const bool listed = parse::is_list_code(read.feed_id.value);
  if (listed) feed_.met(any_code_, 1, context.kind());
  feed_.against(listed ? digits_only_ : feed_.all(), context.sighting, kExpected, "found " + parse::shown(read.feed_id.value));
  return false;
}

bool Clause23::judge_source(const parse::ReadFields& read, const ReadContext& context) {
  constexpr std::string_view kExpected = "a whole number from 1 to 9999, in the field source_id";
  constexpr std::int64_t kLeast = 1, kGreatest = 9999;
  if (!field_is_there(read, read.source_id, context.sighting, kExpected, source_)) return false;
  if (read.source_id.value >= kLeast && read.source_id.value <= kGreatest) {
    source_.met(context.kind());
    return true;
  }
  source_.against(context.sighting, kExpected, fmt::format("found {}", read.source_id.value));
  return false;
}

bool Clause23::judge_nrd(const parse::ReadFields& read, const ReadContext& context) {
  constexpr std::int64_t kGreatest = 9999;
  if (!field_is_there(read, read.nrd_id, context.sighting, kNrd, nrd_)) return false;
  const std::int64_t nrd = read.nrd_id.value;
  if (nrd < 0 || nrd > kGreatest) {
    nrd_.against(context.sighting, kNrd, fmt::format("found {}", nrd));
    return false;
  }
  if (context.manual && nrd != 0) {
    nrd_.against(context.sighting, kManual, fmt::format("NRD ID {} in an entry that an administrator typed in", nrd));
  } else if (!context.manual && nrd == 0) {
    const Sighting& s = context.sighting;
    undeclared_[std::string(s.read_id)] = {s.at, std::string(s.camera), std::string(s.read_text)};
  } else {
    nrd_.met(context.kind());
  }
  return true;
}

void Clause23::manual(const Sighting& sighting, SentAs sent) {
  any_manual_ = true;
  if (const auto at = undeclared_.find(sighting.read_id); at != undeclared_.end()) {
    undeclared_.erase(at);
    return nrd_.met();
  }
  switch (sent) {
    case SentAs::kNothing: return;
    case SentAs::kOfDevice: return nrd_.against(sighting, kManual, "the NRD ID of a device in what is then declared to have been typed in");
    case SentAs::kForgotten: return nrd_.undecided(sighting, kManual, "declared to have been typed in when its read was all done with");
  }
}

void Clause23::close(bool whole) {
  constexpr std::string_view kNobody = "NRD ID 0 in a read that nobody is said to have typed in";
  for (const auto& [read_id, u] : undeclared_) {
    const Sighting where{u.at, read_id, u.camera, u.read_text};
    whole || any_manual_ ? nrd_.against(where, kManual, kNobody) : nrd_.undecided(where, kManual, kNobody);
  }
  undeclared_.clear();
}

bool Clause23::judge_username(const parse::ReadFields& read, const ReadContext& context, const Register& people) {
  constexpr std::string_view kExpected = "a user's name, or Unattended spelt just so, in the field username";
  if (!field_is_there(read, read.username, context.sighting, kExpected, username_)) return false;
  const std::string_view name = read.username.value;
  const bool misspelt = name != kUnattended && same_but_for_case(name, kUnattended);
  if (misspelt || parse::all_white_space(name)) {
    username_.against(context.sighting, kExpected, "found " + parse::shown(name));
    return false;
  }
  // Who typed a read in is not who was logged on at the camera.
  const auto users = context.pass && !context.manual ? people.users_at(context.sighting.camera, context.pass->at.at) : std::nullopt;
  const bool right = !users || (users->empty() ? name == kUnattended : std::find(users->begin(), users->end(), name) != users->end());
  if (right) {
    username_.met(context.kind());
  } else {
    username_.against(context.sighting,
                      users->empty() ? "Unattended, since nobody was logged on"
                                     : fmt::format("{}, logged on then", fmt::join(*users, " or ")),
                      "found " + parse::shown(name));
  }
  return true;
}

void Clause23::judge_lane(const parse::ReadFields& read, const ReadContext& context) {
  if (!is_given(read, read.lane_id)) return;
  if (!field_is_there(read, read.lane_id, context.sighting, kDescription, lane_)) return;
  if (is_described(read.lane_id.value, context, lane_)) lane_.met();
}

void Clause23::judge_alias(const parse::ReadFields& read, const ReadContext& context) {
  if (!is_given(read, read.alias_id)) return;
  if (!field_is_there(read, read.alias_id, context.sighting, kDescription, alias_)) return;
  const std::string_view text = read.alias_id.value;
  if (!is_described(text, context, alias_)) return;
  if (const auto disclosed = parse::disclosure_in(text)) {
    return alias_.against(context.sighting, "a text that does not tell where exactly the camera stands",
                          fmt::format("{} in {}", *disclosed, parse::shown(text)));
  }
  alias_.met();
}

void Clause23::judge_preset(const parse::ReadFields& read, const ReadContext& context) {
  constexpr std::string_view kExpected = "a whole number from -32768 to 32767 that the register has, where the field is there";
  constexpr std::int64_t kLeast = -32'768, kGreatest = 32'767;
  if (!is_given(read, read.preset_id)) return;
  if (!field_is_there(read, read.preset_id, context.sighting, kExpected, preset_)) return;
  const std::int64_t preset = read.preset_id.value;
  if (preset < kLeast || preset > kGreatest) return preset_.against(context.sighting, kExpected, fmt::format("found {}", preset));
  if (context.camera == nullptr || context.camera->presets.empty()) return preset_.met();
  const auto registered = context.camera->presets.find(preset);
  if (registered == context.camera->presets.end()) {
    // 0 is what stands there where no preset is meant.
    if (preset == 0) return preset_.met();
    preset_.against(context.sighting, kExpected, fmt::format("found {}, which the register does not have", preset));
  } else if (context.pass && context.pass->direction_deg &&
             between(*context.pass->direction_deg, registered->second) > kAnotherDirection_deg) {
    preset_.against(context.sighting, fmt::format("the preset of the direction {} degrees", *context.pass->direction_deg),
                    fmt::format("preset {}, which looks to {} degrees", preset, registered->second));
  } else {
    preset_.met();
  }
}

}  // namespace oracle
