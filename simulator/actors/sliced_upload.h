// One file on its way to NAS in slices.
#pragma once

#include <cstdint>
#include <string>

#include "simulator/actors/actor.h"

namespace actors {

/// Sends a file in slices, as far as the connection has room. A file without bytes is one slice.
class SlicedUpload {
 public:
  SlicedUpload(const Stage& stage, doors::PeerId self, doors::PeerId nas) : stage_(stage), self_(self), nas_(nas) {}

  /// From its beginning, under an exchange of its own.
  void begin(doors::Channel channel, std::string name, base::Bytes file);
  void pump();
  [[nodiscard]] std::uint64_t exchange() const { return exchange_; }
  /// Whether a first slice was taken.
  [[nodiscard]] bool under_way() const { return begun_; }

 private:
  Stage stage_;
  doors::PeerId self_, nas_;
  doors::Channel channel_ = doors::Channel::kVoiList;
  std::string name_;
  base::Bytes file_;
  std::size_t offset_ = 0;       // bytes that were handed over
  std::uint64_t exchange_ = 0;
  bool begun_ = false, over_ = true;
};

}  // namespace actors
