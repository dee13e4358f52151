#include "conformance/oracle/parse/read_fields.h"

#include <cstring>

#include <simdjson.h>

#include "conformance/evidence/json_text.h"
#include "conformance/evidence/tame_json.h"
#include "conformance/oracle/parse/text.h"

namespace oracle::parse {
namespace {

namespace dom = simdjson::dom;

template <class Value>
void take(Field<Value>& field, dom::element element) {
  if (field.standing != Standing::kAbsent) {
    field.standing = Standing::kTwice;
    return;
  }
  // A number with a fraction or an exponent is no integer, whatever its value.
  field.standing = element.get(field.value) == simdjson::SUCCESS ? Standing::kThere : Standing::kWrongType;
}

void take(ImageField& field, dom::element element) {
  if (element.is_null()) return;
  if (field.standing != Standing::kAbsent) {
    field.standing = Standing::kTwice;
    return;
  }
  const bool text = element.get(field.base64) == simdjson::SUCCESS;
  if (text && field.base64.empty()) return;
  const bool named = !text && element["sha256"].get(field.sha256) == simdjson::SUCCESS;
  field.standing = text || named ? Standing::kThere : Standing::kWrongType;
}

void take(ReadFields& fields, std::string_view key, dom::element value) {
  if (key == "vrm") return take(fields.vrm, value);
  if (key == "time") return take(fields.time, value);
  if (key == "location") return take(fields.location, value);
  if (key == "plate_patch") return take(fields.plate_patch, value);
  if (key == "overview") return take(fields.overview, value);
  if (key == "feed_id") return take(fields.feed_id, value);
  if (key == "username") return take(fields.username, value);
  if (key == "source_id") return take(fields.source_id, value);
  if (key == "nrd_id") return take(fields.nrd_id, value);
  if (key == "preset_id") return take(fields.preset_id, value);
  if (key == "lane_id") return take(fields.lane_id, value);
  if (key == "alias_id") return take(fields.alias_id, value);
}

/// Whether the escapes of a JSON string name half a surrogate pair, which UTF-8 has no bytes for.
bool names_lone_surrogate(std::string_view raw) {
  for (std::size_t at = 0; at + 1 < raw.size(); ++at) {
    if (raw[at] != '\\') continue;
    ++at;
    if (raw[at] != 'u') continue;
    const int first = evidence::hex4(raw, at + 1);
    if (first < 0xd800 || first > 0xdfff) continue;
    const bool second_escaped = at + 6 < raw.size() && raw[at + 5] == '\\' && raw[at + 6] == 'u';
    const int second = second_escaped ? evidence::hex4(raw, at + 7) : -1;
    if (first > 0xdbff || second < 0xdc00 || second > 0xdfff) return true;
    at += 10;
  }
  return false;
}

/// Whether the mark's bytes are UTF-8, in a text that is not, or is no JSON.
VrmBytes judge_bytes(std::string_view text) {
  const auto raw = evidence::raw_member(text, "vrm");
  if (!raw || raw->empty() || raw->front() != '"') return VrmBytes::kUnclear;
  return is_utf8(*raw) && !names_lone_surrogate(*raw) ? VrmBytes::kUtf8 : VrmBytes::kNotUtf8;
}

}  // namespace

struct ReadParser::State {
  dom::parser parser;
  std::string padded;

  simdjson::error_code parse(std::string_view text, dom::object& read) {
    if (padded.size() < text.size() + simdjson::SIMDJSON_PADDING) padded.resize(2 * text.size() + simdjson::SIMDJSON_PADDING);
    std::memcpy(padded.data(), text.data(), text.size());
    return parser.parse(padded.data(), text.size(), false).get_object().get(read);
  }
};

ReadParser::ReadParser() : state_(std::make_unique<State>()) {
  const auto allocated = state_->parser.allocate(4096, kDepthMax);
  static_cast<void>(allocated);  // where memory is short, the next parse says so
}
ReadParser::~ReadParser() = default;

ReadFields ReadParser::parse(std::string_view text) {
  ReadFields fields;
  fields.vrm_bytes = VrmBytes::kUtf8;
  dom::object read;
  simdjson::error_code code = state_->parse(text, read);
  std::string readable;
  if (code == simdjson::UTF8_ERROR) {
    fields.vrm_bytes = judge_bytes(text);
    readable = masked(text);
    code = state_->parse(readable, read);
  }
  if (code == simdjson::NUMBER_ERROR || code == simdjson::STRING_ERROR) {
    fields.vrm_bytes = judge_bytes(text);
    readable = evidence::tamed(readable.empty() ? text : std::string_view(readable));
    code = state_->parse(readable, read);
  }
  if (code != simdjson::SUCCESS) {
    fields.vrm_bytes = judge_bytes(text);
    fields.trouble = simdjson::error_message(code);
    return fields;
  }
  for (const dom::key_value_pair member : read) take(fields, member.key, member.value);
  return fields;
}

}  // namespace oracle::parse
