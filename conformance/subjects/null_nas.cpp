#include "conformance/subjects/null_nas.h"

#include <optional>

#include <fmt/format.h>

#include "reference/base/hash.h"
#include "reference/formats/answers.h"
#include "reference/formats/read_json.h"

namespace subjects {
namespace {

constexpr std::uint16_t kCreated = 201, kOk = 200, kNotFound = 404;

doors::Channel answer_channel(doors::Channel asked) {
  switch (asked) {
    case doors::Channel::kRead: return doors::Channel::kReadAnswer;
    case doors::Channel::kVoiList: return doors::Channel::kVoiListAnswer;
    case doors::Channel::kCapture: return doors::Channel::kCaptureAnswer;
    default: return asked;
  }
}

bool is_request(doors::Channel channel) { return answer_channel(channel) != channel; }

doors::Message answer_to(const doors::Message& asked, std::uint16_t status) {
  doors::Message answer;
  answer.channel = answer_channel(asked.channel);
  answer.exchange = asked.exchange;
  answer.status = status;
  answer.name = asked.name;
  return answer;
}

std::string read_id_of(const doors::Content& content) {
  if (const auto* value = std::get_if<std::shared_ptr<const domain::Read>>(&content.value)) return (*value)->read_id.value_or("");
  return formats::salvage_read_id(content.text.view());
}

/// What a working NAS would say, in the form in which the read came, though nothing was stored.
doors::Content acknowledgement_of(const doors::Content& content, base::Instant at) {
  const std::string read_id = read_id_of(content);
  const domain::Acknowledgement said{fmt::format("c-{:032x}", base::hash64(read_id)), read_id, at};
  doors::Content answer;
  if (content.is_value()) {
    answer.value = std::make_shared<const domain::Acknowledgement>(said);
    answer.size_bytes = formats::encoded_bytes(said);
  } else {
    answer.text = base::Bytes(formats::encode(said));
    answer.size_bytes = static_cast<std::uint32_t>(answer.text.size());
  }
  return answer;
}

/// Answers nothing, and is the ground of the others: no store, no timer, no peer is ever looked at.
class Silent : public doors::Component {
 public:
  void on_start(base::Now, const doors::Recovered&) override {}
  void on_peer(base::Now, const doors::Principal&, doors::PeerState) override {}
  void on_ready(base::Now, doors::PeerId) override {}
  void on_message(base::Now, const doors::Principal&, const doors::Message&, doors::Last) override {}
  void on_timer(base::Now, doors::TimerId) override {}
  void on_durable(base::Now, doors::CommitTag, const doors::CommitResult&) override {}
  void on_rows(base::Now, doors::QueryTag, std::span<const doors::Row>, doors::Last) override {}
};

class Answering : public Silent {
 public:
  explicit Answering(const doors::Doors& doors) : doors_(doors) {}

  void on_message(base::Now now, const doors::Principal& from, const doors::Message& message, doors::Last last) override {
    if (last == doors::Last::kNo || !is_request(message.channel)) return;
    // An answer that finds no room is dropped: to keep it would be a promise.
    static_cast<void>(doors_.transport.send(from.peer, answer(now, message)));
  }

 private:
  virtual doors::Message answer(base::Now now, const doors::Message& asked) = 0;
  doors::Doors doors_;
};

class Accepts final : public Answering {
  using Answering::Answering;
  doors::Message answer(base::Now now, const doors::Message& asked) override {
    if (asked.channel == doors::Channel::kCapture) return answer_to(asked, kNotFound);
    doors::Message answer = answer_to(asked, asked.channel == doors::Channel::kRead ? kCreated : kOk);
    if (asked.channel == doors::Channel::kRead) answer.content = acknowledgement_of(asked.content, now.wall);
    return answer;
  }
};

class Echoes final : public Answering {
  using Answering::Answering;
  doors::Message answer(base::Now, const doors::Message& asked) override {
    doors::Message answer = answer_to(asked, kOk);
    answer.content = asked.content;
    return answer;
  }
};

class Repeats final : public Answering {
  using Answering::Answering;
  doors::Message answer(base::Now now, const doors::Message& asked) override {
    doors::Message answer = answer_to(asked, kCreated);
    if (asked.channel != doors::Channel::kRead) return answer;
    if (!first_) first_ = acknowledgement_of(asked.content, now.wall);
    answer.content = *first_;
    return answer;
  }
  std::optional<doors::Content> first_;
};

}  // namespace

std::unique_ptr<doors::Component> make_null_nas(const doors::Doors& doors, Null kind) {
  switch (kind) {
    case Null::kAccepts: return std::make_unique<Accepts>(doors);
    case Null::kEchoes: return std::make_unique<Echoes>(doors);
    case Null::kRepeats: return std::make_unique<Repeats>(doors);
    default: return std::make_unique<Silent>();
  }
}

}  // namespace subjects
