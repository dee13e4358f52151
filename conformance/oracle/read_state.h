// What the judge remembers of a read while it is under way.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "conformance/oracle/content.h"
#include "conformance/oracle/read_ids.h"
#include "reference/base/instant.h"

namespace oracle {

/// A short name held in place; a longer one is cut.
class ShortName {
 public:
  ShortName() = default;
  explicit ShortName(std::string_view text) : size_(static_cast<std::uint8_t>(std::min(text.size(), bytes_.size()))) {
    std::memcpy(bytes_.data(), text.data(), size_);
  }
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 31> bytes_{};
  std::uint8_t size_ = 0;
};

/// An instant with its expanded uncertainty.
struct Stamp {
  base::Instant at;
  base::Duration uncertainty;
};

struct ReadState {
  ReadKey key;
  ShortName camera, lea;
  std::optional<Stamp> captured;        ///< when the vehicle passed, where the evidence says it
  std::optional<Stamp> sent;            ///< first, by its camera
  std::optional<Stamp> at_lea_since;    ///< first received by a LEA component
  std::optional<Stamp> received;        ///< first, by NAS
  base::Instant accepted_at;            ///< first acknowledged, by any component
  Content content;                      ///< as NAS first received it; before that, as it was first seen
  std::optional<Content> later;         ///< as NAS received it again, where that is another
  std::uint64_t sent_digest = 0;        ///< of what was sent first
  PackedVrm vrm;
  std::uint32_t lists_epoch = 0;        ///< when it was received
  bool mobile = false;
  bool content_known = false;
  bool vrm_known = false;
  bool form_judged = false;
  bool staged = false;                  ///< it is of a pass that was staged to have heavy pictures
  bool sound = true;                    ///< no check of form found a fault
  bool of_device = false;               ///< it was sent with the NRD ID of a device, and not with 0
  bool buffered = false;                ///< a LEA component said that it keeps it
  bool deleted = false;                 ///< and later that it does so no longer
  bool at_lea = false;                  ///< received by a LEA component that has not acknowledged it
  bool accepted = false;
  bool acknowledged = false;            ///< by NAS
  bool has_hits = false;

  void take_mark(std::string_view mark) {
    vrm = PackedVrm::of(mark);
    vrm_known = true;
  }
};

}  // namespace oracle
