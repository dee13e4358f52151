#include "scenarios/format/scenario.h"

#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "reference/base/hash.h"
#include "scenarios/format/contradictions.h"
#include "scenarios/format/document.h"
#include "scenarios/format/quantity.h"
#include "scenarios/format/schema.h"

namespace scenario {
namespace {

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
  [[nodiscard]] std::uint64_t number(const std::string& pointer) const {
    return document_.at(Json::json_pointer(pointer)).get<std::uint64_t>();
  }
  [[nodiscard]] std::filesystem::path path(const std::string& pointer) const { return (folder_ / text(pointer)).lexically_normal(); }

  base::Duration duration(const std::string& pointer) { return read(pointer, parse_duration); }
  std::uint64_t bandwidth(const std::string& pointer) { return read(pointer, parse_bandwidth); }
  std::uint32_t percent(const std::string& pointer) { return read(pointer, parse_percent); }
  std::uint32_t one_in(const std::string& pointer) { return read(pointer, parse_one_in); }
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

std::string nth(std::string_view list, std::size_t i, std::string_view key) { return fmt::format("/{}/{}/{}", list, i, key); }

std::uint32_t sampled_one_in(Reader& reader) {
  const auto text = reader.text("/wire");
  if (text == "bytes") return 1;
  constexpr std::string_view kSampled = "sampled ";
  const auto n = parse_one_in(text.starts_with(kSampled) ? std::string_view(text).substr(kSampled.size()) : "");
  if (!n) reader.complain("/wire", fmt::format("found '{}', expected bytes, or sampled 1/N such as sampled 1/64", text));
  return n.value_or(1);
}

Phases phases_of(Reader& reader) {
  return {.warm_up = reader.duration("/phases/warm_up"),
          .traffic = reader.duration("/phases/traffic"),
          .quiet = reader.duration("/phases/quiet"),
          .liveness = reader.duration("/phases/liveness")};
}

World world_of(Reader& reader) {
  World world;
  world.sites = reader.path("/world/sites");
  world.hour_profile = reader.path("/world/hour_profile");
  world.makes = reader.path("/world/makes");
  world.colours = reader.path("/world/colours");
  if (reader.find("/world/of_interest") != nullptr) world.of_interest_one_in = reader.one_in("/world/of_interest");
  world.continues_percent = reader.percent("/world/continues");
  if (reader.find("/world/site_limit") != nullptr) world.site_limit = static_cast<std::uint32_t>(reader.number("/world/site_limit"));
  if (reader.find("/world/unread") != nullptr) world.unread_one_in = reader.one_in("/world/unread");
  world.records_unread = world.unread_one_in != 0;
  if (const Json* records = reader.find("/world/records_unread")) world.records_unread = records->get<bool>();
  if (reader.find("/world/lanes") != nullptr) world.lanes_one_in = reader.one_in("/world/lanes");
  if (reader.find("/world/aliases") != nullptr) world.aliases_one_in = reader.one_in("/world/aliases");
  if (reader.find("/world/presets") != nullptr) world.presets_one_in = reader.one_in("/world/presets");
  world.vrm_layouts = {"never_issued"};  // the only layout that the schema lets through
  return world;
}

LinkQuality link_of(Reader& reader, const std::string& name) {
  return {.bandwidth_bit_s = reader.bandwidth("/network/" + name + "/bandwidth"),
          .latency = reader.duration("/network/" + name + "/latency")};
}

NetworkSpec network_of(Reader& reader) {
  NetworkSpec network;
  network.camera_uplink = link_of(reader, "camera_uplink");
  network.wan_latency_from_sites = reader.text("/network/lea_wan/latency") == "janet";
  if (network.wan_latency_from_sites) {
    network.lea_wan.bandwidth_bit_s = reader.bandwidth("/network/lea_wan/bandwidth");
  } else {
    network.lea_wan = link_of(reader, "lea_wan");
  }
  network.nas_front_end = link_of(reader, "nas_front_end");
  network.operator_link = link_of(reader, "operator");
  return network;
}

Nas nas_of(Reader& reader) {
  return {.servers = static_cast<std::uint32_t>(reader.number("/nas/servers")),
          .service = reader.duration("/nas/service"),
          .store_latency = reader.duration("/nas/store_latency"),
          .restart = reader.duration("/nas/restart")};
}

std::vector<VoiListSpec> voi_lists_of(const Reader& reader) {
  std::vector<VoiListSpec> lists;
  for (std::size_t i = 0; i < reader.size("/voi_lists"); ++i) {
    VoiListSpec list{.file = reader.text(nth("voi_lists", i, "file")),
                     .rows = static_cast<std::uint32_t>(reader.number(nth("voi_lists", i, "rows")))};
    if (const Json* also = reader.find(nth("voi_lists", i, "also"))) list.also = also->get<std::vector<std::string>>();
    lists.push_back(std::move(list));
  }
  return lists;
}

std::vector<OperatorSpec> operators_of(const Reader& reader) {
  std::vector<OperatorSpec> operators;
  for (std::size_t i = 0; i < reader.size("/operators"); ++i) {
    operators.push_back({.name = reader.text(nth("operators", i, "name")),
                         .organisation = reader.text(nth("operators", i, "organisation")),
                         .lists = reader.find(nth("operators", i, "lists"))->get<std::vector<std::string>>()});
  }
  return operators;
}

Timetable timetable_of(Reader& reader, std::string_view list, std::size_t i) {
  return {.first = reader.duration(nth(list, i, "first")),
          .every = reader.duration(nth(list, i, "every")),
          .count = static_cast<std::uint32_t>(reader.number(nth(list, i, "count")))};
}

std::vector<ConnectivityTestSpec> connectivity_tests_of(Reader& reader) {
  std::vector<ConnectivityTestSpec> tests;
  for (std::size_t i = 0; i < reader.size("/connectivity_tests"); ++i) {
    tests.push_back(
        {.camera = reader.text(nth("connectivity_tests", i, "camera")), .when = timetable_of(reader, "connectivity_tests", i)});
  }
  return tests;
}

std::vector<ManualEntrySpec> manual_entries_of(Reader& reader) {
  std::vector<ManualEntrySpec> entries;
  for (std::size_t i = 0; i < reader.size("/manual_entries"); ++i) {
    entries.push_back({.lea = reader.text(nth("manual_entries", i, "lea")),
                       .source = static_cast<std::uint32_t>(reader.number(nth("manual_entries", i, "source"))),
                       .username = reader.text(nth("manual_entries", i, "username")),
                       .when = timetable_of(reader, "manual_entries", i)});
  }
  return entries;
}

std::vector<SessionSpec> sessions_of(Reader& reader) {
  std::vector<SessionSpec> sessions;
  for (std::size_t i = 0; i < reader.size("/sessions"); ++i) {
    sessions.push_back({.camera = reader.text(nth("sessions", i, "camera")),
                        .username = reader.text(nth("sessions", i, "username")),
                        .on = reader.duration(nth("sessions", i, "on")),
                        .off = reader.duration(nth("sessions", i, "off"))});
  }
  return sessions;
}

std::vector<Fault> faults_of(Reader& reader) {
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < reader.size("/faults"); ++i) {
    Fault fault{.id = reader.text(nth("faults", i, "id")),
                .fault = reader.text(nth("faults", i, "fault")),
                .target = reader.text(nth("faults", i, "target")),
                .on = reader.duration(nth("faults", i, "on")),
                .off = reader.duration(nth("faults", i, "off")),
                .parameters = {}};
    if (const Json* parameters = reader.find(nth("faults", i, "parameters"))) {
      fault.parameters = parameters->get<std::map<std::string, std::string>>();
    }
    faults.push_back(std::move(fault));
  }
  return faults;
}

Scenario scenario_of(Reader& reader) {
  Scenario scenario;
  scenario.name = reader.text("/name");
  scenario.title = reader.text("/title");
  scenario.why = reader.text("/why");
  scenario.seed = reader.number("/seed");
  scenario.fidelity = reader.text("/fidelity") == "flow" ? Fidelity::kFlow : Fidelity::kQueue;
  scenario.wire.sampled_one_in = sampled_one_in(reader);
  scenario.start = reader.instant("/start");
  scenario.phases = phases_of(reader);
  scenario.world = world_of(reader);
  scenario.network = network_of(reader);
  scenario.lea = {.service = reader.duration("/lea/service"), .store_latency = reader.duration("/lea/store_latency")};
  scenario.nas = nas_of(reader);
  scenario.voi_lists = voi_lists_of(reader);
  scenario.operators = operators_of(reader);
  scenario.connectivity_tests = connectivity_tests_of(reader);
  scenario.manual_entries = manual_entries_of(reader);
  scenario.sessions = sessions_of(reader);
  scenario.patches = static_cast<std::uint32_t>(reader.number("/images/patches"));
  scenario.overviews = static_cast<std::uint32_t>(reader.number("/images/overviews"));
  scenario.faults = faults_of(reader);
  if (const Json* drawn = reader.find("/faults/drawn")) scenario.drawn_faults = {drawn->get<std::map<std::string, std::uint32_t>>()};
  return scenario;
}

}  // namespace

base::Result<Scenario> parse_scenario(std::string_view text, const std::filesystem::path& file) {
  const auto in_file = [&](const base::Error& error) {
    return base::fail(*error.kind, fmt::format("{}: {}", file.string(), error.detail));
  };
  const auto document = parse_document(text);
  if (!document) return in_file(document.error());
  const auto by_schema = check_by_schema(*document);
  if (!by_schema) return in_file(by_schema.error());
  Reader reader(*document, file.parent_path());
  Scenario scenario = scenario_of(reader);
  if (!reader.fault()) return in_file(reader.fault().error());
  const auto fits = check_contradictions(scenario);
  if (!fits) return in_file(fits.error());
  scenario.sha256 = base::sha256_hex(text);
  scenario.file = file;
  return scenario;
}

base::Result<Scenario> load_scenario(const std::filesystem::path& file) {
  std::error_code fault;
  const auto size = std::filesystem::file_size(file, fault);
  if (fault) return base::fail(kScenarioUnreadable, fmt::format("{}: {}", file.string(), fault.message()));
  if (size > kDocumentBytesMax) {
    return base::fail(kScenarioNotJson, fmt::format("{}: found {} bytes, expected at most {}", file.string(), size, kDocumentBytesMax));
  }
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.is_open() || in.bad()) return base::fail(kScenarioUnreadable, fmt::format("{}: it cannot be opened", file.string()));
  return parse_scenario(text, file);
}

}  // namespace scenario
