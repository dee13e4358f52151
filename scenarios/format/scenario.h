// A scenario: everything a run depends on but its seed's draws, read from JSON by the published schema (scenario.schema.json).
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reference/base/instant.h"
#include "reference/base/result.h"
#include "scenarios/format/quantity.h"

namespace scenario {

enum class Fidelity : std::uint8_t { kQueue, kFlow };
enum class Images : std::uint8_t { kPool, kDrawn };
enum class Light : std::uint8_t { kDay, kNight };
enum class Weather : std::uint8_t { kDry, kRain };

/// `wire`: "bytes" (sampled_one_in 1) or "sampled 1/N".
struct Wire {
  std::uint32_t sampled_one_in = 1;
};

/// One link: `bandwidth` in bit/s, `latency` one way.
struct LinkQuality {
  std::uint64_t bandwidth_bit_s = 0;
  base::Duration latency;
};

struct Phases {
  base::Duration warm_up;   ///< from the start; no fault, and reads are not judged for time
  base::Duration traffic;   ///< from the end of warm-up: the hour
  base::Duration quiet;     ///< after traffic, all healed
  base::Duration liveness;  ///< within which the backlog must be empty
};

/// A fault of docs/faults.md: what, on whom, from when to when (from the start of traffic), with which knobs.
struct Fault {
  std::string id;
  std::string fault;   ///< a kind of docs/faults.md: "link.down"
  std::string target;  ///< "wan:lea:35", "uplink:35-1-12", "nas", "camera:35-1-12", "camera:*"
  base::Duration on;
  base::Duration off;
  std::map<std::string, std::string> parameters;
};

/// Faults drawn from the seed instead of written: how many of each kind at most.
struct DrawnFaults {
  std::map<std::string, std::uint32_t> most;
};

/// Which hits somebody asks for. Patterns are names, or a beginning and `*` for all that begin so.
struct SubscriptionSpec {
  std::vector<std::string> lists{};    ///< file names, or names of national data: "35_*", "pnc:extract"
  std::vector<std::string> cameras{};  ///< the area: "35-1-*"; empty: everywhere
  std::vector<std::string> actions{};  ///< the priority: "Stop", "Assess"; empty: any
};

struct OperatorSpec {
  std::string name;
  std::string organisation;
  SubscriptionSpec wants;
};

/// What an owner does about a list during traffic: another version of it, or its removal.
struct ListChangeSpec {
  base::Duration at;                        ///< from the start of traffic
  std::optional<std::uint32_t> rows = {};   ///< of the version that takes its place; none: the list is removed
  std::string by{};                         ///< the organisation that does it; empty: whoever uploads the list
};

struct VoiListSpec {
  std::string file;
  std::uint32_t rows = 0;
  std::vector<std::string> also{};  ///< marks that stand behind the rows, whoever bears them
  std::vector<std::string> broken{};            ///< rows behind those, each breaking the template in one way (docs/scenario.md)
  std::optional<base::Duration> starts_in{};    ///< whole days from 00:00 GMT of the day the scenario starts
  std::optional<base::Duration> weeds_in{};
  std::string by{};                             ///< the organisation that uploads it; empty: its own
  bool watching = false;                        ///< every row has No Alert
  bool staged = false;                          ///< what is wrong with it is the tester's doing, to see what NAS does
  std::vector<ListChangeSpec> changes{};        ///< in order of `at`
};

/// Vehicles of interest that a list takes: the most of any of its versions, and one for each broken row.
[[nodiscard]] std::uint64_t rows_of(const VoiListSpec& list);

/// Cameras of another class than static: "35-1-3", or "35-1-*" for all that begin so.
struct CameraClassSpec {
  std::string camera;
  std::string camera_class;  ///< moveable, dual_lane, cctv
};

/// Where a CCTV camera may be turned to: the preset of its site's other direction, or somewhere that is no preset.
enum class Aim : std::uint8_t { kOtherDirection, kAway };

/// Somebody turns CCTV cameras from `on` to `off`; then they go back.
struct TurnSpec {
  std::string camera;
  Aim to = Aim::kAway;
  base::Duration on;
  base::Duration off;
};

/// A moveable camera is taken to another place, and its recorded position with it.
struct RedeploymentSpec {
  std::string camera;
  base::Duration at;
  Position to;
};

/// When something is done again and again, counted from the start of traffic.
struct Timetable {
  base::Duration first;
  base::Duration every;
  std::uint32_t count = 0;
};

/// The PNC: live data behind a link, and what it issues in files. The Extract holds the first of the live entries.
struct NationalSpec {
  std::uint32_t fast_track_rows = 0;
  base::Duration answer;                  ///< of the PNC to a query
  std::uint32_t extract_rows = 0;
  Timetable extract;                      ///< the issues after the one at the start of the run, from the start of traffic
  std::uint32_t schengen_rows = 0;
  std::uint32_t mmc_rows = 0;
};

/// Somebody tests connectivity from a camera: QQ111QQQ, and no vehicle.
struct ConnectivityTestSpec {
  std::string camera;  ///< "35-1-3"; "35-1-*" is all that begin so
  Timetable when;
};

/// An administrator of an LEA types in a mark, at a desk that is camera FEED-SOURCE-0.
struct ManualEntrySpec {
  std::string lea;  ///< "lea:35"
  std::uint32_t source = 0;
  std::string username;
  Timetable when;
};

/// Somebody sits at a camera from `on` to `off`; whoever else does not, it is unattended.
struct SessionSpec {
  std::string camera;  ///< as in ConnectivityTestSpec
  std::string username;
  base::Duration on;
  base::Duration off;
};

struct Nas {
  std::uint32_t servers = 0;     ///< front-end workers that take reads in
  base::Duration service;        ///< time of one worker for one read: parse and match
  base::Duration store_latency;  ///< a commit until it is durable
  base::Duration restart;        ///< after a crash
  std::uint32_t front_ends = 1;  ///< on one store
};

/// An LEA that is told of hits.
struct LeaSubscription {
  std::string lea;   ///< "lea:35"
  SubscriptionSpec wants;
};

struct Lea {
  base::Duration service;
  base::Duration store_latency;
  std::vector<LeaSubscription> subscriptions{};
};

/// What there is to see by, the whole run long.
struct Conditions {
  Light light = Light::kDay;
  Weather weather = Weather::kDry;
  std::uint32_t dirt_percent = 0;     ///< of a plate at most; how much of it, each vehicle has by draw
  std::uint32_t detailed_one_in = 0;  ///< passes before a scene so full of detail that the pictures have to be adjusted; 0: none
};

struct World {
  std::filesystem::path sites;         ///< compiled by plumbline-geo
  std::filesystem::path hour_profile;  ///< hour by weekday, local clock
  std::filesystem::path makes;
  std::filesystem::path colours;
  std::uint32_t of_interest_one_in = 0;
  std::uint32_t continues_percent = 0;  ///< vehicles that drive on to the next site of their road
  std::uint32_t site_limit = 0;         ///< 0: all; else the first so many sites, for small scenarios
  std::uint32_t unread_one_in = 0;      ///< passes without a mark to be read; 0: none
  bool records_unread = false;          ///< whether cameras make a read of such a pass
  std::uint32_t lanes_one_in = 0;       ///< cameras that send a Lane ID; 0: none
  std::uint32_t aliases_one_in = 0;     ///< cameras that send an Alias ID
  std::uint32_t presets_one_in = 0;     ///< cameras with presets in the register, which send a Preset ID
  std::uint32_t abreast_one_in = 0;     ///< passes of dual lane cameras with a second vehicle beside; 0: none
  std::uint32_t queueing_one_in = 0;    ///< passes of a vehicle that stands in the read zone and is read again; 0: none
  std::uint32_t misread_one_in = 0;     ///< reads of a mark with one character taken for another; 0: none
  std::vector<std::string> vrm_layouts;
  std::filesystem::path memory_tags;    ///< empty where no layout needs it
  Conditions conditions;
};

/// `patches` and `overviews` are of the pool.
struct ImagesSpec {
  Images from = Images::kPool;
  std::uint32_t patches = 0;
  std::uint32_t overviews = 0;
  std::uint32_t geotags_one_in = 0;  ///< cameras that write their place into their images; 0: none
};

struct NetworkSpec {
  LinkQuality camera_uplink;
  LinkQuality lea_wan;  ///< latency as compiled into the site table where the scenario says "janet"
  bool wan_latency_from_sites = false;
  LinkQuality nas_front_end;
  LinkQuality operator_link;
  LinkQuality pnc{100'000'000, base::milliseconds(10)};   ///< between NAS and the PNC, where there is one
};

struct Scenario {
  std::string name;
  std::string title;
  std::string why;  ///< what the scenario is for, in a sentence or two
  std::uint64_t seed = 0;
  Fidelity fidelity = Fidelity::kQueue;
  Wire wire;
  base::Instant start;  ///< start of warm-up, UTC
  Phases phases;
  World world;
  NetworkSpec network;
  Lea lea;
  Nas nas;
  std::vector<VoiListSpec> voi_lists;
  std::optional<NationalSpec> national;
  std::vector<OperatorSpec> operators;
  std::vector<ConnectivityTestSpec> connectivity_tests;
  std::vector<ManualEntrySpec> manual_entries;
  std::vector<SessionSpec> sessions;
  std::vector<CameraClassSpec> camera_classes;
  std::vector<TurnSpec> turns;
  std::vector<RedeploymentSpec> redeployments;
  ImagesSpec images;
  std::vector<Fault> faults;
  std::optional<DrawnFaults> drawn_faults;

  std::string sha256;  ///< of the file's bytes
  std::filesystem::path file;
};

inline constexpr base::ErrorKind kScenarioUnreadable{"scenario_unreadable", "house", "a scenario file that can be read", 1};
inline constexpr base::ErrorKind kScenarioNotJson{"scenario_not_json", "house",
                                                  "a JSON object of at most 1 MiB and 16 levels, each key once", 2};
inline constexpr base::ErrorKind kScenarioNotBySchema{"scenario_not_by_schema", "house", "what scenario.schema.json allows", 3};
inline constexpr base::ErrorKind kScenarioContradicts{"scenario_contradicts_itself", "house", "values that fit together", 4};

/// Reads a scenario. Paths in it are relative to its file.
/// Errors:  the kinds above in that order; the detail names file, line or JSON pointer, what was found, and what is expected.
[[nodiscard]] base::Result<Scenario> load_scenario(const std::filesystem::path& file);

/// The same from text; `file` names it in errors and resolves paths.
[[nodiscard]] base::Result<Scenario> parse_scenario(std::string_view text, const std::filesystem::path& file);

}  // namespace scenario
