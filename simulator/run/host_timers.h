// The timers of one component, on the kernel.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <tsl/robin_map.h>

#include "reference/doors/component.h"
#include "simulator/kernel/kernel.h"

namespace run {

/// Arming again and cancelling leave the old event in the kernel's queue, where it finds its count outdated.
class HostTimers final : public doors::Timers, private kernel::Target {
 public:
  HostTimers(kernel::Kernel& kernel, std::function<void(doors::TimerId)> fire) : kernel_(kernel), fire_(std::move(fire)) {}

  void arm(doors::TimerId id, base::Duration delay) override;
  void cancel(doors::TimerId id) override;
  /// Forgets all: the component died.
  void clear();

 private:
  struct Armed {
    doors::TimerId id;
    std::uint32_t count = 0;     // how often this place was armed or cancelled
    bool armed = false;
  };
  void on_event(std::uint32_t what, std::uint64_t which) override;
  void free(std::uint32_t place);

  kernel::Kernel& kernel_;
  std::function<void(doors::TimerId)> fire_;
  tsl::robin_map<std::uint64_t, std::uint32_t> place_of_;
  std::vector<Armed> places_;
  std::vector<std::uint32_t> free_;
};

}  // namespace run
