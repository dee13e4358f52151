#include "scenarios/format/contradictions.h"

#include <algorithm>
#include <set>
#include <utility>

namespace scenario {
namespace {

using Checked = base::Result<void>;

constexpr base::Instant kYear1996{820'454'400'000'000'000};  // summer time has had today's rule since then
constexpr base::Instant kYear2100{4'102'444'800'000'000'000};
constexpr base::Duration kPhasesMax = base::hours(60 * 24);       // links count in picoseconds, of which there are 106 days
constexpr std::string_view kUnattended = "Unattended";
constexpr std::uint64_t kRowsMax = 5'000'000;  // of all lists: the rest of the population drives too

tl::unexpected<base::Error> contradiction(const std::string& pointer, const std::string& found, const std::string& expected) {
  return base::fail(kScenarioContradicts, fmt::format("{}: found {}, expected {}", pointer, found, expected));
}

std::string in_milliseconds(base::Duration length) { return fmt::format("{} ms", length.ns / 1'000'000); }

Checked check_times(const Scenario& scenario) {
  if (scenario.start < kYear1996 || scenario.start >= kYear2100) {
    return contradiction("/start", base::to_rfc3339(scenario.start), "an instant in the years 1996 to 2099");
  }
  const Phases& phases = scenario.phases;
  if (phases.traffic.ns == 0) return contradiction("/phases/traffic", "no time", "a length of time above 0");
  const base::Duration whole = phases.warm_up + phases.traffic + phases.quiet + phases.liveness;
  if (whole > kPhasesMax) {
    return contradiction("/phases", in_milliseconds(whole) + " together", fmt::format("at most {} (60 d)", in_milliseconds(kPhasesMax)));
  }
  return {};
}

Checked check_files(const World& world) {
  const std::pair<const char*, const std::filesystem::path*> files[] = {{"/world/sites", &world.sites},
                                                                        {"/world/hour_profile", &world.hour_profile},
                                                                        {"/world/makes", &world.makes},
                                                                        {"/world/colours", &world.colours}};
  for (const auto& [pointer, file] : files) {
    std::error_code fault;
    if (!std::filesystem::is_regular_file(*file, fault)) return contradiction(pointer, file->string() + ", which is not there", "a file");
  }
  const bool current = std::find(world.vrm_layouts.begin(), world.vrm_layouts.end(), "current") != world.vrm_layouts.end();
  if (current && world.memory_tags.empty()) {
    return contradiction("/world/vrm_layouts", "current, and no memory_tags", "a file of memory tags beside it");
  }
  std::error_code fault;
  if (!world.memory_tags.empty() && !std::filesystem::is_regular_file(world.memory_tags, fault)) {
    return contradiction("/world/memory_tags", world.memory_tags.string() + ", which is not there", "a file");
  }
  return {};
}

Checked check_lists(const Scenario& scenario) {
  std::uint64_t rows = 0;
  std::set<std::string> names;
  for (std::size_t i = 0; i < scenario.voi_lists.size(); ++i) {
    rows += rows_of(scenario.voi_lists[i]);
    if (!names.insert(scenario.voi_lists[i].file).second) {
      return contradiction(fmt::format("/voi_lists/{}/file", i), "'" + scenario.voi_lists[i].file + "' again",
                           "another name for each list");
    }
  }
  if (scenario.national) rows += scenario.national->fast_track_rows + scenario.national->schengen_rows + scenario.national->mmc_rows;
  if (rows == 0 && scenario.world.of_interest_one_in != 0) {
    return contradiction("/world/of_interest", fmt::format("1/{}, and lists without rows", scenario.world.of_interest_one_in),
                         "rows in /voi_lists, or no vehicles of interest");
  }
  if (rows > kRowsMax) return contradiction("/voi_lists", fmt::format("{} rows together", rows), fmt::format("at most {}", kRowsMax));
  return {};
}

/// Within traffic: before it nothing is judged, after it all shall come to rest.
Checked check_timetable(const std::string& at, const Timetable& when, base::Duration traffic) {
  if (when.count > 1 && when.every.ns == 0) return contradiction(at + "every", "no time", "a length of time above 0");
  const std::int64_t room = traffic.ns - 1 - when.first.ns;
  if (room >= 0 && (when.count <= 1 || room / when.every.ns >= when.count - 1)) return {};
  return contradiction(at + "count", fmt::format("{} from {} on", when.count, in_milliseconds(when.first)),
                       fmt::format("the last before the end of /phases/traffic, which is {}", in_milliseconds(traffic)));
}

/// The changes of a list lie within traffic, one after the other.
Checked check_changes(const Scenario& scenario) {
  for (std::size_t i = 0; i < scenario.voi_lists.size(); ++i) {
    base::Duration before{-1};
    for (std::size_t k = 0; k < scenario.voi_lists[i].changes.size(); ++k) {
      const base::Duration at = scenario.voi_lists[i].changes[k].at;
      if (before < at && at < scenario.phases.traffic) {
        before = at;
        continue;
      }
      return contradiction(fmt::format("/voi_lists/{}/changes/{}/at", i, k), in_milliseconds(at),
                           fmt::format("more than the one before it, and less than /phases/traffic, which is {}",
                                       in_milliseconds(scenario.phases.traffic)));
    }
  }
  return {};
}

Checked check_national(const Scenario& scenario) {
  if (!scenario.national) return {};
  const NationalSpec& national = *scenario.national;
  if (scenario.nas.front_ends != 1) {
    return contradiction("/nas/front_ends", std::to_string(scenario.nas.front_ends),
                         "1 where there is national data: the PNC has one link");
  }
  if (national.extract_rows > national.fast_track_rows) {
    return contradiction("/national/extract/rows", std::to_string(national.extract_rows),
                         fmt::format("at most /national/fast_track/rows, which is {}: the Extract is a part of the live data",
                                     national.fast_track_rows));
  }
  return check_timetable("/national/extract/", national.extract, scenario.phases.traffic);
}

/// What somebody asks for and may not see would never come, and count as owed.
Checked check_may_see(const std::string& at, const std::string& organisation, const SubscriptionSpec& wants) {
  for (std::size_t i = 0; i < wants.lists.size(); ++i) {
    const std::string& pattern = wants.lists[i];
    if (pattern.starts_with(organisation + "_") || pattern.starts_with("pnc:")) continue;
    return contradiction(fmt::format("{}/lists/{}", at, i), "'" + pattern + "'",
                         fmt::format("lists of its own organisation, {}_*, or national data, pnc:*", organisation));
  }
  return {};
}

Checked check_operators(const Scenario& scenario) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < scenario.operators.size(); ++i) {
    const auto& name = scenario.operators[i].name;
    if (!names.insert(name).second)
      return contradiction(fmt::format("/operators/{}/name", i), "'" + name + "' again", "another name for each operator");
    const auto fits = check_may_see(fmt::format("/operators/{}", i), scenario.operators[i].organisation, scenario.operators[i].wants);
    if (!fits) return fits;
  }
  return {};
}

Checked check_subscriptions(const Scenario& scenario) {
  std::set<std::string> leas;
  for (std::size_t i = 0; i < scenario.lea.subscriptions.size(); ++i) {
    const auto& [lea, wants] = scenario.lea.subscriptions[i];
    const std::string at = fmt::format("/lea/subscriptions/{}", i);
    if (!leas.insert(lea).second) return contradiction(at + "/lea", "'" + lea + "' again", "one subscription of an LEA");
    if (const auto fits = check_may_see(at, lea.substr(lea.find(':') + 1), wants); !fits) return fits;
  }
  return {};
}

Checked check_username(const std::string& at, const std::string& username) {
  if (username != kUnattended) return {};
  return contradiction(at + "username", "'" + username + "', which says that nobody is there", "the name of somebody");
}

Checked check_times_within(const std::string& at, base::Duration on, base::Duration off, base::Duration traffic) {
  if (off > on && off <= traffic) return {};
  return contradiction(at + "off", in_milliseconds(off),
                       fmt::format("more than on, which is {}, and at most /phases/traffic, which is {}", in_milliseconds(on),
                                   in_milliseconds(traffic)));
}

Checked check_sessions(const Scenario& scenario) {
  for (std::size_t i = 0; i < scenario.sessions.size(); ++i) {
    const SessionSpec& session = scenario.sessions[i];
    const auto at = fmt::format("/sessions/{}/", i);
    if (const auto fits = check_username(at, session.username); !fits) return fits;
    if (const auto fits = check_times_within(at, session.on, session.off, scenario.phases.traffic); !fits) return fits;
  }
  return {};
}

Checked check_cameras(const Scenario& scenario) {
  for (std::size_t i = 0; i < scenario.turns.size(); ++i) {
    const TurnSpec& turn = scenario.turns[i];
    const auto fits = check_times_within(fmt::format("/turns/{}/", i), turn.on, turn.off, scenario.phases.traffic);
    if (!fits) return fits;
  }
  for (std::size_t i = 0; i < scenario.redeployments.size(); ++i) {
    if (scenario.redeployments[i].at < scenario.phases.traffic) continue;
    return contradiction(fmt::format("/redeployments/{}/at", i), in_milliseconds(scenario.redeployments[i].at),
                         fmt::format("less than /phases/traffic, which is {}", in_milliseconds(scenario.phases.traffic)));
  }
  return {};
}

Checked check_images(const Scenario& scenario) {
  const ImagesSpec& images = scenario.images;
  if (images.from == Images::kDrawn) {
    if (images.patches == 0 && images.overviews == 0) return {};
    return contradiction("/images", "drawn, and the size of a pool", "patches and overviews with the pool alone");
  }
  if (images.patches == 0 || images.overviews == 0) {
    return contradiction("/images", "the pool without its size", "patches and overviews beside it");
  }
  if (images.geotags_one_in != 0) {
    return contradiction("/images/geotags", "geotags in images of the pool, which are of no place", "geotags with drawn images alone");
  }
  if (scenario.world.conditions.detailed_one_in != 0) {
    return contradiction("/world/conditions/detailed", "scenes for images of the pool, which are of no scene", "drawn images");
  }
  return {};
}

Checked check_people(const Scenario& scenario) {
  for (std::size_t i = 0; i < scenario.connectivity_tests.size(); ++i) {
    const auto at = fmt::format("/connectivity_tests/{}/", i);
    if (const auto fits = check_timetable(at, scenario.connectivity_tests[i].when, scenario.phases.traffic); !fits) return fits;
  }
  std::set<std::pair<std::string, std::uint32_t>> desks;
  for (std::size_t i = 0; i < scenario.manual_entries.size(); ++i) {
    const ManualEntrySpec& entry = scenario.manual_entries[i];
    const auto at = fmt::format("/manual_entries/{}/", i);
    if (const auto fits = check_username(at, entry.username); !fits) return fits;
    if (const auto fits = check_timetable(at, entry.when, scenario.phases.traffic); !fits) return fits;
    if (!desks.emplace(entry.lea, entry.source).second) {
      return contradiction(at + "source", fmt::format("{} again", entry.source), "another source for each desk of an LEA");
    }
  }
  return check_sessions(scenario);
}

Checked check_faults(const Scenario& scenario) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < scenario.faults.size(); ++i) {
    const auto& fault = scenario.faults[i];
    const auto at = fmt::format("/faults/{}/", i);
    if (!ids.insert(fault.id).second) return contradiction(at + "id", "'" + fault.id + "' again", "another id for each fault");
    if (fault.off <= fault.on) {
      return contradiction(at + "off", in_milliseconds(fault.off), fmt::format("more than on, which is {}", in_milliseconds(fault.on)));
    }
    if (fault.off > scenario.phases.traffic) {
      return contradiction(
          at + "off", in_milliseconds(fault.off),
          fmt::format("at most /phases/traffic, which is {}: in the quiet phase all is healed", in_milliseconds(scenario.phases.traffic)));
    }
  }
  return {};
}

}  // namespace

base::Result<void> check_contradictions(const Scenario& scenario) {
  return check_times(scenario)
      .and_then([&] { return check_files(scenario.world); })
      .and_then([&] { return check_lists(scenario); })
      .and_then([&] { return check_changes(scenario); })
      .and_then([&] { return check_national(scenario); })
      .and_then([&] { return check_operators(scenario); })
      .and_then([&] { return check_subscriptions(scenario); })
      .and_then([&] { return check_people(scenario); })
      .and_then([&] { return check_cameras(scenario); })
      .and_then([&] { return check_images(scenario); })
      .and_then([&] { return check_faults(scenario); });
}

}  // namespace scenario
