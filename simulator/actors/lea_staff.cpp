#include "simulator/actors/lea_staff.h"

#include <utility>

#include "reference/formats/subscription.h"

namespace actors {

doors::Message wish_for(const domain::Subscription& wants) {
  doors::Message wish;
  wish.channel = doors::Channel::kSubscription;
  std::string text = formats::encode(domain::Subscriber{"", wants});
  wish.content.size_bytes = static_cast<std::uint32_t>(text.size());
  wish.content.text = base::Bytes(std::move(text));
  return wish;
}

LeaStaff::LeaStaff(const Stage& stage, domain::Subscription wants, doors::PeerId self, doors::PeerId gateway)
    : stage_(stage), wants_(std::move(wants)), self_(self), gateway_(gateway) {}

void LeaStaff::on_peer(doors::PeerId, doors::PeerState state) {
  if (state == doors::PeerState::kDown) return;
  doors::Message wish = wish_for(wants_);
  static_cast<void>(stage_.wire.send(self_, gateway_, wish));  // the first thing in a new connection always has room
}

}  // namespace actors
