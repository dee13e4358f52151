#include "conformance/evidence/read_text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace evidence {
namespace {

namespace dom = simdjson::dom;

bool keys_once(dom::element element);

bool keys_once(dom::object object) {
  std::array<std::string_view, ReadText::kKeysMax> keys;
  std::size_t count = 0;
  for (const dom::key_value_pair member : object) {
    const auto end = keys.begin() + static_cast<std::ptrdiff_t>(count);
    if (count == keys.size() || std::find(keys.begin(), end, member.key) != end) return false;
    keys.at(count++) = member.key;
    if (!keys_once(member.value)) return false;
  }
  return true;
}

// The depth is bounded by the parser.
bool keys_once(dom::element element) {
  if (element.is_object()) return keys_once(element.get_object().value_unsafe());
  if (!element.is_array()) return true;
  const dom::array elements = element.get_array().value_unsafe();
  return std::all_of(elements.begin(), elements.end(), [](dom::element e) { return keys_once(e); });
}

std::string_view name_in(dom::element image) {
  std::string_view name;
  if (image["sha256"].get(name) != simdjson::SUCCESS || !is_sha256(name)) return {};
  return name;
}

}  // namespace

NamedImages named_images(dom::object read) {
  NamedImages named;
  bool patch = false, overview = false;
  for (const dom::key_value_pair field : read) {
    if (field.key == "plate_patch" && !std::exchange(patch, true)) named.plate_patch = name_in(field.value);
    if (field.key == "overview" && !std::exchange(overview, true)) named.overview = name_in(field.value);
  }
  return named;
}

struct ReadText::Parser {
  dom::parser parser;
  std::string padded;
};

ReadText::ReadText() : parser_(std::make_unique<Parser>()) {
  const auto allocated = parser_->parser.allocate(4096, kDepthMax);
  static_cast<void>(allocated);  // where memory is short, the next parse says so
}
ReadText::~ReadText() = default;

std::optional<NamedImages> ReadText::plain(std::string_view text) {
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') return std::nullopt;
  // One byte at a time is searched for at many times the speed of a set.
  if (text.find('\n') != std::string_view::npos || text.find('\r') != std::string_view::npos) return std::nullopt;
  std::string& padded = parser_->padded;
  if (padded.size() < text.size() + simdjson::SIMDJSON_PADDING) padded.resize(2 * text.size() + simdjson::SIMDJSON_PADDING);
  std::memcpy(padded.data(), text.data(), text.size());
  dom::object read;
  if (parser_->parser.parse(padded.data(), text.size(), false).get_object().get(read) != simdjson::SUCCESS) return std::nullopt;
  if (!keys_once(read)) return std::nullopt;
  return named_images(read);
}

bool is_sha256(std::string_view name) {
  return name.size() == 64 &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace evidence
