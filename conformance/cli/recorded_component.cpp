#include "conformance/cli/recorded_component.h"

#include <fmt/format.h>

#include "reference/lea/lea_gateway.h"
#include "reference/nas/nas.h"

namespace cli {

base::Result<doors::Factory> recorded_component(const doors::RecordHeader& header) {
  if (header.component == "nas") {
    return nas::options_of(header).map([](const nas::NasOptions& options) -> doors::Factory {
      return [options](const doors::Doors& doors) { return nas::make_nas(doors, options); };
    });
  }
  if (header.component == "lea") {
    return lea::options_of(header).map([](const lea::LeaGatewayOptions& options) -> doors::Factory {
      return [options](const doors::Doors& doors) { return lea::make_lea_gateway(doors, options); };
    });
  }
  return base::fail(kComponentUnknown, fmt::format("found '{}'", header.component));
}

}  // namespace cli
