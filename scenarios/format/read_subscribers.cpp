// To whom hits go: operators, and LEAs that ask for them.
#include "scenarios/format/reader.h"

namespace scenario {
namespace {

SubscriptionSpec subscription_of(const Reader& reader, const std::string& at) {
  return {.lists = reader.texts(at + "/lists"), .cameras = reader.texts(at + "/cameras"), .actions = reader.texts(at + "/actions")};
}

}  // namespace

Lea read_lea(Reader& reader) {
  Lea lea{.service = reader.service("/lea/service"), .store_latency = reader.duration("/lea/store_latency")};
  for (std::size_t i = 0; i < reader.size("/lea/subscriptions"); ++i) {
    const std::string at = fmt::format("/lea/subscriptions/{}", i);
    lea.subscriptions.push_back({.lea = reader.text(at + "/lea"), .wants = subscription_of(reader, at)});
  }
  return lea;
}

std::vector<OperatorSpec> read_operators(const Reader& reader) {
  std::vector<OperatorSpec> operators;
  for (std::size_t i = 0; i < reader.size("/operators"); ++i) {
    operators.push_back({.name = reader.text(nth("operators", i, "name")),
                         .organisation = reader.text(nth("operators", i, "organisation")),
                         .wants = subscription_of(reader, fmt::format("/operators/{}", i))});
  }
  return operators;
}

}  // namespace scenario
