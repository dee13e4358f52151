#include <cstdint>
#include <string_view>

#include "reference/lea/lea_gateway.h"

namespace lea {
namespace {

/// Every option, by the name it has in a record, and what it may be: none of a thing would never get anywhere.
template <class Options, class Each>
void each_option(Options& options, Each each) {
  each("backlog_in_flight_max", options.backlog_in_flight_max, doors::SettingRange{1});
  each("fresh_in_flight_max", options.fresh_in_flight_max, doors::SettingRange{1});
  each("reads_held_max", options.reads_held_max, doors::SettingRange{1, 1'047'552});
  each("answer_timeout_ns", options.answer_timeout.ns, doors::kSettingTime);
  each("retry_after_ns", options.retry_after.ns, doors::kSettingTime);
}

}  // namespace

doors::RecordHeader record_header(const LeaGatewayOptions& options) {
  doors::RecordHeader header{"lea", {}};
  each_option(options, [&](std::string_view name, std::int64_t value, doors::SettingRange) {
    header.settings.push_back({std::string(name), value});
  });
  return header;
}

base::Result<LeaGatewayOptions> options_of(const doors::RecordHeader& header) {
  base::Result<LeaGatewayOptions> options{LeaGatewayOptions{}};
  LeaGatewayOptions found;
  each_option(found, [&](std::string_view name, auto& value, doors::SettingRange range) {
    if (auto set = doors::set_from(header, name, value, range); !set && options) options = tl::unexpected<base::Error>(set.error());
  });
  if (options) options = found;
  return options;
}

}  // namespace lea
