// The owner of VOI lists: uploads them, puts other versions in their place, removes them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "simulator/actors/sliced_upload.h"
#include "simulator/actors/voi_files.h"
#include "simulator/kernel/kernel.h"

namespace actors {

/// Does its errands in order, each when it is due and the one before is answered; begins one again after a broken connection, and after a
/// while where NAS says try again.
class ListOwner final : public Actor, private kernel::Target {
 public:
  ListOwner(const Stage& stage, std::vector<VoiErrand> errands, doors::PeerId self, doors::PeerId nas, base::Instant traffic_from);

  void on_peer(doors::PeerId self, doors::PeerState state) override;
  void on_ready(doors::PeerId self) override;
  void on_message(doors::PeerId self, const doors::Message& answer) override;

  [[nodiscard]] bool done() const { return next_ == errands_.size(); }
  /// Errands that NAS refused.
  [[nodiscard]] std::uint32_t refused() const { return refused_; }

 private:
  void on_event(std::uint32_t what, std::uint64_t which) override;
  void begin();
  void send();
  void tell_uploaded();

  Stage stage_;
  std::vector<VoiErrand> errands_;
  doors::PeerId self_, nas_;
  base::Instant traffic_from_;
  SlicedUpload upload_;
  base::Bytes file_;              // of the errand under way
  std::size_t next_ = 0;          // the errand under way, or to come
  std::size_t told_ = 0;          // errands whose upload was told
  std::uint64_t try_ = 0;
  std::uint64_t removal_ = 0;     // exchanges of removals, high above those of uploads
  std::uint32_t refused_ = 0;
  bool up_ = false;
};

}  // namespace actors
