// Takes the values of a scenario out of its document, section by section.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "scenarios/format/quantity.h"
#include "scenarios/format/scenario.h"

namespace scenario {

using Json = nlohmann::json;

/// Takes values out of a document that the schema has passed. The first quantity that cannot be read is kept, with its place.
class Reader {
 public:
  Reader(const Json& document, std::filesystem::path folder) : document_(document), folder_(std::move(folder)) {}
  [[nodiscard]] const base::Result<void>& fault() const { return fault_; }

  [[nodiscard]] const Json* find(const std::string& pointer) const {
    const Json::json_pointer at(pointer);
    return document_.contains(at) ? &document_.at(at) : nullptr;
  }
  [[nodiscard]] std::size_t size(const std::string& pointer) const {
    const Json* list = find(pointer);
    return list != nullptr && list->is_array() ? list->size() : 0;
  }
  [[nodiscard]] std::string text(const std::string& pointer) const { return document_.at(Json::json_pointer(pointer)).get<std::string>(); }
  /// A list of texts; empty where it is not given.
  [[nodiscard]] std::vector<std::string> texts(const std::string& pointer) const {
    const Json* texts = find(pointer);
    return texts != nullptr ? texts->get<std::vector<std::string>>() : std::vector<std::string>();
  }
  [[nodiscard]] std::uint64_t number(const std::string& pointer) const {
    return document_.at(Json::json_pointer(pointer)).get<std::uint64_t>();
  }
  /// A number that the schema keeps below 2^32.
  [[nodiscard]] std::uint32_t count(const std::string& pointer) const { return static_cast<std::uint32_t>(number(pointer)); }
  [[nodiscard]] std::filesystem::path path(const std::string& pointer) const { return (folder_ / text(pointer)).lexically_normal(); }

  base::Duration duration(const std::string& pointer) { return read(pointer, parse_duration); }
  /// Work for one read. What waits for it adds up read by read, and must stay within what an instant holds.
  base::Duration service(const std::string& pointer) {
    const base::Duration service = duration(pointer);
    if (service > base::minutes(1)) complain(pointer, fmt::format("found '{}', expected a length of time of at most 1 min", text(pointer)));
    return service;
  }
  std::uint64_t bandwidth(const std::string& pointer) { return read(pointer, parse_bandwidth); }
  std::uint32_t percent(const std::string& pointer) { return read(pointer, parse_percent); }
  std::uint32_t one_in(const std::string& pointer) { return read(pointer, parse_one_in); }
  Position position(const std::string& pointer) { return read(pointer, parse_position); }
  base::Instant instant(const std::string& pointer) { return read(pointer, base::parse_rfc3339); }

  void complain(const std::string& pointer, const std::string& what) {
    if (fault_) fault_ = base::fail(kScenarioNotBySchema, fmt::format("{}: {}", pointer, what));
  }

 private:
  template <class T>
  T read(const std::string& pointer, base::Result<T> (*parse)(std::string_view)) {
    const auto value = parse(text(pointer));
    if (value) return *value;
    const auto& error = value.error();
    complain(pointer,
             error.kind == &kQuantityUnfit ? error.detail : fmt::format("found '{}', expected {}", text(pointer), error.kind->expects));
    return {};
  }

  const Json& document_;
  std::filesystem::path folder_;
  base::Result<void> fault_;
};

/// The pointer of a key of a list's i-th object.
[[nodiscard]] inline std::string nth(std::string_view list, std::size_t i, std::string_view key) {
  return fmt::format("/{}/{}/{}", list, i, key);
}

// Each reads one part of the scenario; what cannot be read is told to the reader.

[[nodiscard]] World read_world(Reader& reader);
void read_cameras(Reader& reader, Scenario& scenario);   ///< classes, turns, redeployments
[[nodiscard]] std::vector<VoiListSpec> read_voi_lists(Reader& reader);
[[nodiscard]] std::optional<NationalSpec> read_national(Reader& reader);
[[nodiscard]] Timetable read_timetable(Reader& reader, const std::string& at);   ///< of the object at this pointer
[[nodiscard]] Lea read_lea(Reader& reader);
[[nodiscard]] std::vector<OperatorSpec> read_operators(const Reader& reader);
void read_people(Reader& reader, Scenario& scenario);    ///< connectivity tests, manual entries, sessions

}  // namespace scenario
