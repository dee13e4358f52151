#include "reference/lea/lea_gateway.h"
#include "reference/nas/nas.h"
#include "simulator/run/run.h"

namespace run {

Cast reference_cast() {
  return {[](const doors::Doors& doors) { return nas::make_nas(doors, nas::NasOptions{}); },
          [](const doors::Doors& doors) { return lea::make_lea_gateway(doors, lea::LeaGatewayOptions{}); },
          {},
          {},
          [](const doors::Doors& doors) { return nas::make_nas(doors, nas::NasOptions{.front_end = 1}); }};
}

}  // namespace run
