// Who is told of hits in a run: what they ask NAS for, and what the evidence says of it.
#pragma once

#include <string_view>
#include <vector>

#include "reference/base/witness.h"
#include "reference/domain/subscription.h"
#include "scenarios/format/scenario.h"

namespace run {

[[nodiscard]] domain::Subscription subscription_of(const scenario::SubscriptionSpec& spec);

/// A subscriber as its events tell of it. Owner: the spec is borrowed; an event refers to this.
class ToldSubscriber {
 public:
  explicit ToldSubscriber(const scenario::OperatorSpec& spec) : ToldSubscriber(spec.name, spec.organisation, spec.wants) {}
  explicit ToldSubscriber(const scenario::LeaSubscription& spec)
      : ToldSubscriber(spec.lea, std::string_view(spec.lea).substr(spec.lea.find(':') + 1), spec.wants) {}

  [[nodiscard]] base::event::Operator event(bool online) const { return {name_, organisation_, lists_, online, true, cameras_, actions_}; }

 private:
  ToldSubscriber(std::string_view name, std::string_view organisation, const scenario::SubscriptionSpec& wants)
      : name_(name),
        organisation_(organisation),
        lists_(wants.lists.begin(), wants.lists.end()),
        cameras_(wants.cameras.begin(), wants.cameras.end()),
        actions_(wants.actions.begin(), wants.actions.end()) {}

  std::string_view name_, organisation_;
  std::vector<std::string_view> lists_, cameras_, actions_;
};

}  // namespace run
