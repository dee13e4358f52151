// All emulated cameras of a run: each turns what passes it into reads, and keeps every read until it is answered for.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "reference/formats/jpeg.h"
#include "simulator/actors/actor.h"
#include "simulator/actors/defect.h"
#include "simulator/imagery/pool.h"
#include "simulator/world/world.h"

namespace actors {

/// Shape:   `sampled_one_in`: every N-th read by the hash of its id crosses as bytes, the others as values; 1: all as bytes.
///          `under_way_max`: reads of one camera sent and not answered; more wait in the camera.
struct CameraOptions {
  std::uint32_t sampled_one_in = 1;
  std::uint32_t under_way_max = 64;
  base::Duration retry_after = base::milliseconds(500);   ///< after 503
};

/// With `rate_of`, `rate` of `rate_of` reads are malformed; a null defect takes one of all by draw.
struct Malfunction {
  const Defect* defect = nullptr;
  std::uint64_t rate = 0;
  std::uint64_t rate_of = 1;
};

/// Reads are numbered per camera from 1; the number is the exchange, and "<camera>:<number>" the read_id. After a broken
/// connection every unanswered read is sent again in order. Camera i is party `first + i`.
class Cameras final : public Actor, public world::PassListener, private kernel::Target {
 public:
  /// `peers`: by camera, the party that it sends to. The world and the pool outlive the cameras.
  Cameras(const Stage& stage, const world::World& world, const imagery::Pool& pool, const CameraOptions& options,
          doors::PeerId first, std::vector<doors::PeerId> peers);

  void on_pass(const world::Pass& pass) override;
  void on_peer(doors::PeerId self, doors::PeerState state) override;
  void on_ready(doors::PeerId self) override;
  void on_message(doors::PeerId self, const doors::Message& answer) override;

  /// Turns a camera's clock by `offset` more. A read's time is taken from its camera's clock.
  void turn_clock(std::uint32_t camera, base::Duration offset) { cameras_[camera].clock_offset.ns += offset.ns; }
  void set_malfunction(std::uint32_t camera, const Malfunction& malfunction) { cameras_[camera].malfunction = malfunction; }

  [[nodiscard]] std::uint64_t passes() const { return passes_; }
  [[nodiscard]] std::uint64_t reads_sent() const { return reads_sent_; }
  /// Reads that nobody has answered for yet.
  [[nodiscard]] std::uint64_t unanswered() const { return unanswered_; }

 private:
  enum class State : std::uint8_t { kWaiting, kUnderWay, kRejected };
  struct Kept {
    std::uint64_t n = 0;
    std::uint64_t pass = 0;
    doors::Content content;
    State state = State::kWaiting;
    bool told = false;              // read.sent is told once a read, not once a repeat
  };
  struct Camera {
    std::deque<Kept> kept;          // unanswered, by number
    std::size_t next = 0;           // no read before it is waiting
    std::uint64_t n = 0;
    std::uint64_t entity = 0;
    base::Duration clock_offset;
    Malfunction malfunction;
    std::uint32_t under_way = 0;
    bool up = false;
    bool retry_armed = false;
  };

  void on_event(std::uint32_t what, std::uint64_t camera) override;
  [[nodiscard]] domain::Read capture(std::uint32_t camera, std::uint64_t n, const domain::Vrm& vrm) const;
  [[nodiscard]] doors::Content content_of(const Camera& camera, std::uint64_t n, domain::Read read);
  [[nodiscard]] const Defect* defect_of(const Camera& camera, std::uint64_t n) const;
  void pump(std::uint32_t camera);
  [[nodiscard]] bool hand_over(std::uint32_t camera, Kept& kept);
  void tell_pass(const world::Pass& pass, const domain::Vrm& vrm) const;
  void tell_sent(std::uint32_t camera, const Kept& kept);
  [[nodiscard]] std::uint32_t index_of(doors::PeerId self) const { return static_cast<std::uint32_t>(self.value - first_.value); }

  Stage stage_;
  const world::World& world_;
  const imagery::Pool& pool_;
  CameraOptions options_;
  doors::PeerId first_;
  std::vector<doors::PeerId> peers_;
  std::vector<Camera> cameras_;
  formats::ImageIndex images_;
  std::uint64_t image_stream_;
  std::uint64_t malfunction_stream_;
  std::uint64_t passes_ = 0;
  std::uint64_t reads_sent_ = 0;
  std::uint64_t unanswered_ = 0;
};

}  // namespace actors
