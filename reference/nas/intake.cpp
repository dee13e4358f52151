#include "reference/nas/intake.h"

#include <utility>

#include "reference/formats/answers.h"
#include "reference/nas/answer.h"
#include "reference/nas/identity.h"

namespace nas {
namespace {

constexpr std::uint16_t kCreated = 201;
constexpr std::uint16_t kUnprocessable = 422;

doors::Content acknowledgement_of(Taken& taken) {
  domain::Acknowledgement acknowledgement{std::move(taken.key), taken.read->read_id.value_or(""), taken.received_at};
  if (!taken.content.is_value()) return content_of(formats::encode(acknowledgement));
  doors::Content content;
  content.size_bytes = formats::encoded_bytes(acknowledgement);
  content.value = std::make_shared<const domain::Acknowledgement>(std::move(acknowledgement));
  return content;
}

}  // namespace

Taken Intake::take(base::Now now, const doors::Principal& from, doors::Session session, const doors::Message& message) {
  Taken taken;
  taken.from = from.peer;
  taken.session = session;
  taken.exchange = message.exchange;
  taken.received_at = now.wall;
  taken.content = message.content;
  const auto* value = std::get_if<std::shared_ptr<const domain::Read>>(&message.content.value);
  if (value != nullptr && *value != nullptr) {
    taken.read = *value;
    taken.key = capture_id_of(*taken.read);
  } else {
    take_text(taken, from);
  }
  return taken;
}

void Intake::take_text(Taken& taken, const doors::Principal& from) {
  const doors::Content& content = taken.content;
  auto decoded = formats::decode_read({std::string(content.text.view()), content.plate_patch, content.overview}, images_);
  if (decoded) {
    taken.read = std::make_shared<const domain::Read>(*std::move(decoded));
    taken.key = capture_id_of(*taken.read);
    return;
  }
  const domain::Refusal refusal{formats::salvage_read_id(content.text.view()), std::move(decoded).error()};
  taken.refusal = base::Bytes(formats::encode(refusal));
  taken.key = refused_key_of(from.name, content);
}

doors::Message answer_to(Taken&& taken) {
  doors::Message answer;
  answer.channel = doors::Channel::kReadAnswer;
  answer.exchange = taken.exchange;
  answer.status = taken.read ? kCreated : kUnprocessable;
  answer.content = taken.read ? acknowledgement_of(taken) : content_of(std::move(taken.refusal));
  return answer;
}

}  // namespace nas
