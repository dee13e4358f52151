#include <cstdint>
#include <string_view>

#include "reference/nas/nas.h"

namespace nas {
namespace {

/// Every option, by the name it has in a record, and what it may be: none of a thing would never get anywhere.
template <class Options, class Each>
void each_option(Options& options, Each each) {
  each("units_in_batch_max", options.units_in_batch_max, doors::SettingRange{1});
  each("commits_in_flight_max", options.commits_in_flight_max, doors::SettingRange{1});
  each("reads_waiting_max", options.reads_waiting_max, doors::SettingRange{1});
  each("retry_after_ns", options.retry_after.ns, doors::kSettingTime);
  each("front_end", options.front_end, doors::SettingRange{0});
  each("list_bytes_max", options.list_bytes_max, doors::SettingRange{1});
  each("upload_idle_max_ns", options.upload_idle_max.ns, doors::kSettingTime);
  each("pnc_timeout_ns", options.pnc_timeout.ns, doors::kSettingTime);
  each("pnc_probe_every_ns", options.pnc_probe_every.ns, doors::kSettingTime);
  each("marks_compared", options.marks_compared, doors::SettingRange{0, 2});
  each("none_identified_matches", options.none_identified_matches, doors::SettingRange{0, 1});
  each("mmc_gives_hits", options.mmc_gives_hits, doors::SettingRange{0, 1});
  each("no_alert_alerts", options.no_alert_alerts, doors::SettingRange{0, 1});
}

}  // namespace

doors::RecordHeader record_header(const NasOptions& options) {
  doors::RecordHeader header{"nas", {}};
  each_option(options, [&](std::string_view name, std::int64_t value, doors::SettingRange) {
    header.settings.push_back({std::string(name), value});
  });
  return header;
}

base::Result<NasOptions> options_of(const doors::RecordHeader& header) {
  base::Result<NasOptions> options{NasOptions{}};
  NasOptions found;
  each_option(found, [&](std::string_view name, auto& value, doors::SettingRange range) {
    if (auto set = doors::set_from(header, name, value, range); !set && options) options = tl::unexpected<base::Error>(set.error());
  });
  if (options) options = found;
  return options;
}

}  // namespace nas
