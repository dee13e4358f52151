#include "scenarios/format/scenario.h"

#include <fstream>
#include <iterator>

#include "reference/base/hash.h"
#include "scenarios/format/contradictions.h"
#include "scenarios/format/document.h"
#include "scenarios/format/reader.h"
#include "scenarios/format/schema.h"

namespace scenario {
namespace {

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
  if (reader.find("/network/pnc") != nullptr) network.pnc = link_of(reader, "pnc");
  return network;
}

Nas nas_of(Reader& reader) {
  return {.servers = static_cast<std::uint32_t>(reader.number("/nas/servers")),
          .service = reader.service("/nas/service"),
          .store_latency = reader.duration("/nas/store_latency"),
          .restart = reader.duration("/nas/restart"),
          .front_ends = reader.find("/nas/front_ends") != nullptr ? reader.count("/nas/front_ends") : 1};
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

ImagesSpec images_of(Reader& reader) {
  ImagesSpec images;
  if (reader.text("/images/from") == "drawn") images.from = Images::kDrawn;
  if (reader.find("/images/patches") != nullptr) images.patches = reader.count("/images/patches");
  if (reader.find("/images/overviews") != nullptr) images.overviews = reader.count("/images/overviews");
  if (reader.find("/images/geotags") != nullptr) images.geotags_one_in = reader.one_in("/images/geotags");
  return images;
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
  scenario.world = read_world(reader);
  read_cameras(reader, scenario);
  scenario.network = network_of(reader);
  scenario.lea = read_lea(reader);
  scenario.nas = nas_of(reader);
  scenario.voi_lists = read_voi_lists(reader);
  scenario.national = read_national(reader);
  scenario.operators = read_operators(reader);
  read_people(reader, scenario);
  scenario.images = images_of(reader);
  scenario.faults = faults_of(reader);
  if (const Json* drawn = reader.find("/faults/drawn")) scenario.drawn_faults = {drawn->get<std::map<std::string, std::uint32_t>>()};
  return scenario;
}

}  // namespace

std::uint64_t rows_of(const VoiListSpec& list) {
  std::uint64_t most = list.rows;
  for (const ListChangeSpec& change : list.changes) most = std::max<std::uint64_t>(most, change.rows.value_or(0));
  return most + list.broken.size();
}

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
