#include "reference/nas/pnc_link.h"

#include "reference/formats/subscription.h"
#include "reference/nas/tags.h"

namespace nas {
namespace {

constexpr std::string_view kTestMark = "QQ111QQQ";   // 2.1: the only mark to test connectivity with

}  // namespace

void PncLink::on_peer(doors::PeerId peer, doors::PeerState state) {
  if (state == doors::PeerState::kUp) {
    peer_ = peer;
  } else if (peer_ == peer) {
    peer_.reset();
  }
  hangs_ = false;
  doors_.timers.cancel(kPncProbeTimer);
}

std::optional<std::uint64_t> PncLink::ask(const domain::Vrm& vrm) {
  if (hangs_) return std::nullopt;
  return send(vrm.text());
}

std::optional<std::uint64_t> PncLink::send(std::string vrm) {
  if (!peer_) return std::nullopt;
  const std::uint64_t exchange = ++exchange_;
  // What would wait for room would wait behind what makes the link slow.
  const auto sent = doors_.transport.send(*peer_, {doors::Channel::kPncQuery, exchange, 0, std::move(vrm), {}});
  if (sent != doors::SendOutcome::kAccepted) return std::nullopt;
  return exchange;
}

std::optional<std::vector<domain::VoiEntry>> PncLink::read(const doors::Message& answer) {
  if (answer.status != 200) return std::nullopt;
  auto entries = formats::decode_pnc_answer(answer.content.text.view());
  if (!entries) return std::nullopt;
  hangs_ = false;
  doors_.timers.cancel(kPncProbeTimer);
  return *std::move(entries);
}

void PncLink::on_timed_out() {
  if (hangs_) return;
  hangs_ = true;
  doors_.timers.arm(kPncProbeTimer, options_.pnc_probe_every);
}

void PncLink::probe() {
  if (!hangs_ || !peer_) return;
  static_cast<void>(send(std::string(kTestMark)));
  doors_.timers.arm(kPncProbeTimer, options_.pnc_probe_every);
}

}  // namespace nas
