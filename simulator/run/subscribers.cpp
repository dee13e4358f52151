#include "simulator/run/subscribers.h"

#include "reference/base/check.h"

namespace run {

domain::Subscription subscription_of(const scenario::SubscriptionSpec& spec) {
  domain::Subscription wants{spec.lists, spec.cameras, {}};
  for (const std::string& word : spec.actions) {
    const auto action = domain::find_action(word);
    PLUMB_CHECK(action.has_value(), "the schema knows the actions");
    wants.actions.push_back(*action);
  }
  return wants;
}

}  // namespace run
