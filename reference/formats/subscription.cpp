#include "reference/formats/subscription.h"

#include <limits>
#include <optional>

#include <nlohmann/json.hpp>

#include "reference/formats/answers.h"
#include "reference/formats/json_text.h"

namespace formats {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kPatternsMax = 1'000;
constexpr std::size_t kPatternBytesMax = 120;
constexpr int kDepthMax = 4;

/// Nothing where the text is too long, too deep or no object.
std::optional<Json> parse_object(std::string_view text) {
  if (text.size() > kAnswerBytesMax) return std::nullopt;
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= kDepthMax; };
  Json document = Json::parse(text, shallow, false);
  if (!document.is_object()) return std::nullopt;
  return document;
}

void write_texts(ObjectWriter<TextSink>& object, TextSink& sink, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  object.name(key);
  sink.raw('[');
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) sink.raw(',');
    write_string(sink, texts[i]);
  }
  sink.raw(']');
}

bool read_texts(const Json& document, const char* key, std::vector<std::string>& texts) {
  const auto found = document.find(key);
  if (found == document.end()) return true;
  if (!found->is_array() || found->size() > kPatternsMax) return false;
  for (const Json& item : *found) {
    if (!item.is_string()) return false;
    texts.push_back(item.get<std::string>());
    if (texts.back().empty() || texts.back().size() > kPatternBytesMax) return false;
  }
  return true;
}

std::string text_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void write_entry(TextSink& sink, const domain::VoiEntry& entry) {
  ObjectWriter object(sink);
  object.integer("row", entry.row);
  object.string("vrm", entry.vrm.text());
  object.plain("action", domain::text_of(entry.action));
  object.string("reason", entry.reason);
  object.string("information", entry.information);
  object.string("warning_markers", entry.warning_markers);
  object.string("gsc", entry.gsc);
  object.close();
}

std::optional<domain::VoiEntry> entry_in(const Json& object) {
  if (!object.is_object()) return std::nullopt;
  const auto row = object.find("row");
  if (row == object.end() || !row->is_number_unsigned()) return std::nullopt;
  const auto number = row->get<std::uint64_t>();
  auto vrm = domain::Vrm::make(text_in(object, "vrm"));
  const auto action = domain::find_action(text_in(object, "action"));
  if (!vrm || !action || number < 1 || number > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return domain::VoiEntry{std::move(*vrm), *action, text_in(object, "reason"), text_in(object, "information"),
                          {std::numeric_limits<std::int64_t>::min()}, {std::numeric_limits<std::int64_t>::max()},
                          static_cast<std::uint32_t>(number), text_in(object, "warning_markers"), text_in(object, "gsc")};
}

}  // namespace

std::string encode(const domain::Subscriber& subscriber) {
  std::string text;
  TextSink sink(text);
  ObjectWriter object(sink);
  if (!subscriber.organisation.empty()) object.string("organisation", subscriber.organisation);
  write_texts(object, sink, "lists", subscriber.wants.lists);
  write_texts(object, sink, "cameras", subscriber.wants.cameras);
  std::vector<std::string> actions;
  for (const domain::Action action : subscriber.wants.actions) actions.emplace_back(domain::text_of(action));
  write_texts(object, sink, "actions", actions);
  object.close();
  return text;
}

base::Result<domain::Subscriber> decode_subscriber(std::string_view text) {
  const auto document = parse_object(text);
  if (!document) return base::fail(kSubscriptionMalformed, "found no JSON object of bounded size and depth");
  domain::Subscriber subscriber;
  std::vector<std::string> actions;
  subscriber.organisation = text_in(*document, "organisation");
  const bool fits = read_texts(*document, "lists", subscriber.wants.lists) &&
                    read_texts(*document, "cameras", subscriber.wants.cameras) && read_texts(*document, "actions", actions);
  if (!fits) return base::fail(kSubscriptionMalformed, "found no list of patterns");
  for (const std::string& word : actions) {
    const auto action = domain::find_action(word);
    if (!action) return base::fail(kSubscriptionMalformed, "found an action of no such word");
    subscriber.wants.actions.push_back(*action);
  }
  return subscriber;
}

std::string encode_pnc_answer(std::span<const domain::VoiEntry> entries) {
  std::string text;
  TextSink sink(text);
  ObjectWriter object(sink);
  object.name("entries");
  sink.raw('[');
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0) sink.raw(',');
    write_entry(sink, entries[i]);
  }
  sink.raw(']');
  object.close();
  return text;
}

base::Result<std::vector<domain::VoiEntry>> decode_pnc_answer(std::string_view text) {
  const auto document = parse_object(text);
  const auto entries = document ? document->find("entries") : Json::const_iterator();
  if (!document || entries == document->end() || !entries->is_array()) return base::fail(kPncAnswerMalformed, "found no entries");
  std::vector<domain::VoiEntry> found;
  for (const Json& item : *entries) {
    auto entry = entry_in(item);
    if (!entry) return base::fail(kPncAnswerMalformed, "found an entry that is none");
    found.push_back(*std::move(entry));
  }
  return found;
}

}  // namespace formats
