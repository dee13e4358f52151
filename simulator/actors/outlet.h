// From a captured read to one that waits to be sent: past the policies, into bytes or a value, to its sender's queue.
#pragma once

#include <cstdint>
#include <vector>

#include "reference/formats/jpeg.h"
#include "simulator/actors/camera_policy.h"
#include "simulator/actors/read_queue.h"

namespace actors {

/// One for all senders of a run, so that policies see every capture in order.
class Outlet {
 public:
  /// `sampled_one_in`: every N-th read by the hash of its id crosses as bytes, the others as values; 1: all as bytes.
  /// Owner:   the policies are borrowed; they are asked in this order.
  Outlet(std::uint32_t sampled_one_in, std::vector<CameraPolicy*> policies)
      : sampled_one_in_(sampled_one_in), policies_(std::move(policies)), handlings_(policies_.size()) {}

  /// Gives a read its number and id, and sends it as the policies have it. Of the capture, `text`, `n`, `overall` and `reconnections` are
  /// filled in here.
  void take(Capture capture, domain::Read read, std::optional<std::uint64_t> pass, ReadQueue& queue);

  /// A camera's place as its policies have it entered in the register.
  [[nodiscard]] Enrolment enrolled(std::uint32_t camera, const domain::Location& recorded) const;

  [[nodiscard]] ReadCounts& counts() { return counts_; }
  [[nodiscard]] const ReadCounts& counts() const { return counts_; }

 private:
  [[nodiscard]] Handling consult(const Capture& capture);
  void number(Capture& capture, domain::Read& read, ReadQueue& queue) const;
  [[nodiscard]] doors::Content content_of(const Capture& capture, domain::Read read, const Handling& handling);

  std::uint32_t sampled_one_in_;
  std::vector<CameraPolicy*> policies_;
  std::vector<Handling> handlings_;   // of the capture under way, by policy
  formats::ImageIndex images_;
  ReadCounts counts_;
};

}  // namespace actors
