#include <cstdint>
#include <string_view>

#include "reference/nas/nas.h"

namespace nas {
namespace {

/// Every option, by the name it has in a record.
template <class Options, class Each>
void each_option(Options& options, Each each) {
  each("units_in_batch_max", options.units_in_batch_max);
  each("commits_in_flight_max", options.commits_in_flight_max);
  each("reads_waiting_max", options.reads_waiting_max);
  each("retry_after_ns", options.retry_after.ns);
  each("front_end", options.front_end);
  each("list_bytes_max", options.list_bytes_max);
  each("upload_idle_max_ns", options.upload_idle_max.ns);
  each("pnc_timeout_ns", options.pnc_timeout.ns);
  each("pnc_probe_every_ns", options.pnc_probe_every.ns);
  each("marks_compared", options.marks_compared);
  each("none_identified_matches", options.none_identified_matches);
  each("mmc_gives_hits", options.mmc_gives_hits);
  each("no_alert_alerts", options.no_alert_alerts);
}

}  // namespace

doors::RecordHeader record_header(const NasOptions& options) {
  doors::RecordHeader header{"nas", {}};
  each_option(options, [&](std::string_view name, std::int64_t value) { header.settings.push_back({std::string(name), value}); });
  return header;
}

base::Result<NasOptions> options_of(const doors::RecordHeader& header) {
  base::Result<NasOptions> options{NasOptions{}};
  NasOptions found;
  each_option(found, [&](std::string_view name, auto& value) {
    if (auto set = doors::set_from(header, name, value); !set && options) options = tl::unexpected<base::Error>(set.error());
  });
  if (options) options = found;
  return options;
}

}  // namespace nas
