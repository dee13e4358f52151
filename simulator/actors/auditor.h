// The auditor: at the end of a run, asks NAS for every capture that it acknowledged.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "simulator/actors/actor.h"
#include "simulator/kernel/kernel.h"

namespace actors {

/// Tells capture.returned for each capture that NAS gives back. What was asked before a broken connection is asked again.
class Auditor final : public Actor, private kernel::Target {
 public:
  Auditor(const Stage& stage, doors::PeerId self, doors::PeerId nas, std::uint32_t under_way_max = 256);

  /// Asks for these, each once. Called once.
  void ask(std::vector<std::string> capture_ids);

  void on_peer(doors::PeerId self, doors::PeerState state) override;
  void on_ready(doors::PeerId self) override;
  void on_message(doors::PeerId self, const doors::Message& answer) override;

  [[nodiscard]] bool done() const { return answered_ == ids_.size(); }
  [[nodiscard]] std::uint64_t returned() const { return returned_; }

 private:
  enum class State : std::uint8_t { kOpen, kAsked, kRejected, kAnswered };

  void on_event(std::uint32_t what, std::uint64_t which) override;
  void pump();
  void reopen(State state);

  Stage stage_;
  doors::PeerId self_, nas_;
  std::uint32_t under_way_max_;
  std::vector<std::string> ids_;
  std::vector<State> states_;
  std::size_t next_ = 0;             // none before it is open
  std::uint64_t answered_ = 0;
  std::uint64_t returned_ = 0;
  std::uint32_t under_way_ = 0;
  bool up_ = false;
  bool retry_armed_ = false;
};

}  // namespace actors
