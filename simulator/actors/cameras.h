// All emulated cameras of a run: each turns what passes it into reads, and keeps every read until it is answered for.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "simulator/actors/actor.h"
#include "simulator/actors/outlet.h"
#include "simulator/imagery/pool.h"
#include "simulator/world/world.h"

namespace actors {

/// Camera i is party `first + i`. How its reads are numbered, kept and sent again: ReadQueue.
class Cameras final : public Actor, public world::PassListener {
 public:
  /// `peers`: by camera, the party that it sends to. Owner: the world, the pool and the outlet outlive the cameras.
  Cameras(const Stage& stage, const world::World& world, const imagery::Pool& pool, Outlet& outlet, const ReadQueueOptions& options,
          doors::PeerId first, const std::vector<doors::PeerId>& peers);

  void on_pass(const world::Pass& pass) override;
  void on_peer(doors::PeerId self, doors::PeerState state) override { queues_[index_of(self)].on_peer(state); }
  void on_ready(doors::PeerId self) override { queues_[index_of(self)].on_ready(); }
  void on_message(doors::PeerId self, const doors::Message& answer) override { queues_[index_of(self)].on_message(answer); }

  /// Somebody holds a plate with QQ111QQQ up to a camera and says so: told as connectivity.test, and read like any other.
  void test_connectivity(std::uint32_t camera);
  /// Somebody signs on to a camera, or off: told as operator.session. While it is open every read bears the user name.
  void sign_on(std::uint32_t camera, const std::string& username);
  void sign_off(std::uint32_t camera);
  /// Turns a camera's clock by `offset` more. A read's time is taken from its camera's clock.
  void turn_clock(std::uint32_t camera, base::Duration offset);
  /// Compares a camera's clock with the tester's: told as clock.compared.
  void compare_clock(std::uint32_t camera) const;

  [[nodiscard]] std::uint64_t passes() const { return passes_; }

 private:
  struct Camera {
    std::uint64_t entity = 0;
    std::uint64_t pictures = 0;     // taken so far
    base::Duration clock_offset;
    std::string username;           // empty: nobody sits there
  };

  void capture(std::uint32_t camera, const domain::Vrm& vrm, Occasion occasion, std::optional<std::uint64_t> pass);
  void take_images(Camera& camera, domain::Read& read) const;
  void tell_pass(const world::Pass& pass, std::string_view vrm) const;
  void tell_session(std::uint32_t camera, bool open) const;
  void add_metadata(const world::Camera& site, const Camera& camera, domain::Read& read) const;
  [[nodiscard]] std::string component(std::uint32_t camera) const { return "camera:" + world_.cameras()[camera].text; }
  [[nodiscard]] std::uint32_t index_of(doors::PeerId self) const { return static_cast<std::uint32_t>(self.value - first_.value); }

  Stage stage_;
  const world::World& world_;
  const imagery::Pool& pool_;
  Outlet& outlet_;
  doors::PeerId first_;
  std::vector<Camera> cameras_;
  std::deque<ReadQueue> queues_;    // by camera; none is ever moved
  std::uint64_t image_stream_, lane_stream_;
  domain::Vrm none_identified_, connectivity_test_;
  std::uint64_t passes_ = 0;
};

}  // namespace actors
