// All emulated cameras of a run: each turns what passes it into reads, and keeps every read until it is answered for.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/format/scenario.h"
#include "simulator/actors/actor.h"
#include "simulator/actors/outlet.h"
#include "simulator/actors/pictures.h"
#include "simulator/world/world.h"

namespace actors {

/// What befalls passes and reads by draw; 0: never.
struct Habits {
  std::uint32_t queueing_one_in = 0;   ///< passes of a vehicle that stands in the read zone and is read again, up to three times
  std::uint32_t misread_one_in = 0;    ///< reads of a mark with one character taken for another
  std::uint32_t detailed_one_in = 0;   ///< passes before a scene full of detail
};

/// Camera i is party `first + i`. How its reads are numbered, kept and sent again: ReadQueue.
///
/// Cameras 2i and 2i+1 stand at one site, each for a direction of its road. A CCTV camera that is turned to the other direction reads what
/// passes there, beside the camera that is there for it; of what passes behind its back nothing is told.
class Cameras final : public Actor, public world::PassListener, private kernel::Target {
 public:
  /// `peers`: by camera, the party that it sends to. Owner: the world, the pictures and the outlet outlive the cameras.
  Cameras(const Stage& stage, const world::World& world, Pictures& pictures, Outlet& outlet, const ReadQueueOptions& options,
          const Habits& habits, doors::PeerId first, const std::vector<doors::PeerId>& peers);

  /// Enters all cameras in the register: told as camera.
  void enrol();

  void on_pass(const world::Pass& pass) override;
  void on_peer(doors::PeerId self, doors::PeerState state) override { queues_[index_of(self)].on_peer(state); }
  void on_ready(doors::PeerId self) override { queues_[index_of(self)].on_ready(); }
  void on_message(doors::PeerId self, const doors::Message& answer) override { queues_[index_of(self)].on_message(answer); }

  /// Somebody holds a plate with QQ111QQQ up to a camera and says so: told as connectivity.test, and read like any other.
  void test_connectivity(std::uint32_t camera);
  /// Somebody signs on to a camera, or off: told as operator.session. While it is open every read bears the user name.
  void sign_on(std::uint32_t camera, const std::string& username);
  void sign_off(std::uint32_t camera);
  /// Turns a CCTV camera away from its direction, or back to it where `aim` is none.
  void turn(std::uint32_t camera, std::optional<scenario::Aim> aim) { cameras_[camera].aim = aim; }
  /// Takes a camera to another place of its road, and its entry in the register with it: told as camera.
  void redeploy(std::uint32_t camera, const domain::Location& to);
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
    std::optional<domain::Location> recorded, surveyed;   // where not as the world has them
    std::optional<scenario::Aim> aim;                     // none: its own direction
  };
  /// What a read is made of.
  struct Seen {
    domain::Vrm vrm;
    Occasion occasion = Occasion::kPass;
    std::optional<std::uint64_t> pass;       // the number it is told by
    std::optional<world::Vehicle> vehicle;   // none: somebody holds a plate up
    std::uint8_t lane = 0;
    bool detailed = false;

    /// What can be read on the plate; empty for nothing.
    [[nodiscard]] std::string_view plate() const {
      if (occasion == Occasion::kPassWithoutMark) return {};
      return vehicle ? std::string_view(vehicle->vrm) : vrm.text();
    }
  };
  /// A vehicle that stands in a read zone.
  struct Standing {
    std::uint32_t camera = 0;
    Seen seen;
    std::uint64_t times = 0;   // that it will be read again
  };

  void on_event(std::uint32_t what, std::uint64_t which) override;
  void watch(std::uint32_t camera, const world::Pass& pass);
  void queue_up(std::uint32_t camera, const world::Pass& pass, const Seen& seen);
  [[nodiscard]] bool befalls(std::uint32_t one_in, std::uint64_t stream, std::uint32_t camera, std::uint64_t n) const;
  [[nodiscard]] domain::Vrm as_read(std::uint32_t camera, const domain::Vrm& vrm) const;
  void capture(std::uint32_t camera, const Seen& seen);
  void tell_pass(std::uint32_t camera, const world::Pass& pass, const Seen& seen) const;
  void tell_camera(std::uint32_t camera);
  void tell_session(std::uint32_t camera, bool open) const;
  void add_metadata(std::uint32_t camera, const Seen& seen, domain::Read& read) const;
  /// The direction that a camera looks at: its own, or its site's other one.
  [[nodiscard]] std::int16_t direction(std::uint32_t camera) const;
  [[nodiscard]] const domain::Location& recorded(std::uint32_t camera) const;
  [[nodiscard]] const domain::Location& surveyed(std::uint32_t camera) const;
  [[nodiscard]] std::string component(std::uint32_t camera) const { return "camera:" + world_.cameras()[camera].text; }
  [[nodiscard]] std::uint32_t index_of(doors::PeerId self) const { return static_cast<std::uint32_t>(self.value - first_.value); }

  Stage stage_;
  const world::World& world_;
  Pictures& pictures_;
  Outlet& outlet_;
  Habits habits_;
  doors::PeerId first_;
  std::vector<Camera> cameras_;
  std::deque<ReadQueue> queues_;    // by camera; none is ever moved
  std::deque<Standing> standing_;   // by number, for good: there are few
  std::uint64_t lane_stream_, queueing_stream_, misread_stream_, detail_stream_;
  domain::Vrm none_identified_, connectivity_test_;
  std::uint64_t passes_ = 0;
};

}  // namespace actors
