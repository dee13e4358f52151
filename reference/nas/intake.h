// Taking a read in, or refusing it with every fault named.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "reference/base/instant.h"
#include "reference/domain/hit.h"
#include "reference/domain/read.h"
#include "reference/doors/component.h"
#include "reference/doors/peers.h"
#include "reference/formats/read_json.h"

namespace nas {

/// An entry that a read matched, of one version of a list.
struct HitText {
  std::string upload;      ///< under which the version is stored
  domain::VoiEntry entry;
};

/// A read on its way to the store, and who waits for the answer. One that is refused goes to the store too, to be seen there by people.
struct Taken {
  doors::PeerId from;
  doors::Session session;
  std::uint64_t exchange = 0;
  base::Instant received_at;
  doors::Content content;                        ///< as it came
  std::shared_ptr<const domain::Read> read;      ///< null where it is refused; shared with the sender where it came as a value
  std::string key;                               ///< capture id, or the key of the refused row
  base::Bytes refusal;                           ///< the answer, where it is refused
  std::optional<std::vector<domain::VoiEntry>> live;   ///< what the PNC answered; none where it did not: the Extract is matched instead
  std::vector<HitText> texts;                    ///< fetched so far of what it matches
};

/// Reads the messages that carry reads.
class Intake {
 public:
  /// A message that carries anything but text is refused too: no sender may cause a broken invariant.
  [[nodiscard]] Taken take(base::Now now, const doors::Principal& from, doors::Session session, const doors::Message& message);

 private:
  void take_text(Taken& taken, const doors::Principal& from);
  formats::ImageIndex images_;
};

/// The answer to a read that is durable, in the form in which the read came.
[[nodiscard]] doors::Message answer_to(Taken&& taken);

}  // namespace nas
