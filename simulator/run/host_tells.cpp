// What a host tells the Witness of the messages and rows that pass it.
#include <vector>

#include "reference/base/hash.h"
#include "reference/formats/answers.h"
#include "reference/nas/weeder.h"
#include "simulator/actors/operator_client.h"
#include "simulator/actors/told_read.h"
#include "simulator/run/host.h"

namespace run {
namespace {

constexpr std::uint16_t kNoContent = 204;
constexpr std::uint16_t kUnprocessable = 422;

// Neither number reaches these bits in any run; mixed, since the map takes its buckets from the low ones.
std::uint64_t exchange_key(doors::PeerId peer, std::uint64_t exchange) { return base::mix64(peer.value << 44 ^ exchange); }

}  // namespace

void Host::tell_received(const Parcel& parcel) {
  const actors::ToldRead told(parcel.message.content);
  asked_[exchange_key(parcel.from, parcel.message.exchange)] = told.read_id();
  tell(base::event::ReadReceived{spec_.name, told.read_id(), told.body()});
}

// To a gateway that asked for hits, which is told of by the name of its component.
void Host::tell_hit_delivered(const doors::Message& message) {
  const auto hit = actors::hit_in(message.content);
  if (hit) tell(base::event::HitDelivered{hit->hit_id, spec_.name});
}

void Host::tell_handed_over(doors::PeerId to, const doors::Message& message) {
  if (message.channel == doors::Channel::kHitAck) return tell(base::event::HitAcknowledged{message.name, spec_.name});
  if (message.channel == doors::Channel::kReadAnswer) return tell_answer(to, message);
  if (message.channel == doors::Channel::kVoiListAnswer) return tell_list(to, message);
  if (message.channel == doors::Channel::kNationalDataAnswer) return tell_national(message);
  if (message.channel != doors::Channel::kHit) return;
  const auto hit = actors::hit_in(message.content);
  if (hit) tell(base::event::HitSent{hit->hit_id, hit->read_id, hit->list, hit->row, hit->source, hit->data_age});
}

// An answer belongs to the read that asked under its exchange number, whatever it says of itself: a NAS that mixes answers up
// must not be believed.
void Host::tell_answer(doors::PeerId to, const doors::Message& answer) {
  const auto found = asked_.find(exchange_key(to, answer.exchange));
  if (found == asked_.end()) return;
  if (actors::is_success(answer.status)) tell_acknowledgement(found->second, answer);
  if (answer.status == kUnprocessable) tell_refusal(found->second, answer);
  asked_.erase(found);
}

void Host::tell_acknowledgement(std::string_view read_id, const doors::Message& answer) {
  std::string_view capture_id;
  const auto* value = std::get_if<std::shared_ptr<const domain::Acknowledgement>>(&answer.content.value);
  if (value != nullptr) {
    capture_id = (*value)->capture_id;
  } else {
    capture_id = actors::plain_field(answer.content.text.view(), "capture_id");
  }
  if (!capture_id.empty()) capture_ids_.emplace_back(capture_id);
  tell(base::event::ReadAcknowledged{spec_.name, read_id, capture_id});
}

void Host::tell_refusal(std::string_view read_id, const doors::Message& answer) {
  std::vector<base::event::RefusedFault> faults;
  const auto said = formats::decode_refusal(answer.content.text.view());
  if (said) {
    for (const formats::SaidFault& fault : said->faults) faults.push_back({fault.field, fault.clause, fault.reason});
  }
  tell(base::event::ReadRefused{spec_.name, read_id, faults});
}

// Where NAS says try again, nothing has come of it yet.
void Host::tell_list(doors::PeerId to, const doors::Message& answer) {
  const std::string_view text = answer.content.text.view();
  const std::string& owner = ground_.wiring.principal(to).organisation;
  if (answer.status == kNoContent) return tell(base::event::VoiDeleted{answer.name, owner});
  if (answer.status == actors::kTryAgain) return;
  if (!actors::is_success(answer.status)) return tell(base::event::VoiRefused{answer.name, owner, actors::plain_field(text, "title")});
  tell(base::event::ListInForce{spec_.name, answer.name, actors::plain_field(text, "version")});
  const auto said = formats::decode_list_answer(text);
  if (!said) return;
  for (const formats::SaidRefusedRow& refused : said->refused) {
    tell(base::event::VoiRowRefused{answer.name, refused.row, refused.column, refused.expected});
  }
}

void Host::tell_national(const doors::Message& answer) {
  if (!actors::is_success(answer.status) || !answer.name.starts_with("extract")) return;
  tell(base::event::PncExtractLoaded{spec_.name, actors::plain_field(answer.content.text.view(), "version")});
}

void Host::on_stored(const doors::Row& row) {
  if (const auto weeded = nas::weeded_of(row)) {
    for (const std::uint32_t entry : weeded->rows) tell(base::event::VoiWeeded{weeded->file, entry});
  }
  if (row.table != doors::Table::kBuffer) return;
  const actors::ToldRead told(row.content);
  tell(base::event::ReadBuffered{spec_.name, told.read_id()});
}

void Host::on_erased(doors::Table table, const doors::Content& content) {
  if (table != doors::Table::kBuffer) return;
  const actors::ToldRead told(content);
  tell(base::event::ReadDeleted{spec_.name, told.read_id()});
}

}  // namespace run
