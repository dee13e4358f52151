// VOI lists: their files, made from the world's list of interest, and an owner who uploads them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "simulator/actors/actor.h"
#include "simulator/kernel/kernel.h"
#include "simulator/world/world.h"

namespace actors {

/// A list as a file.
struct VoiFile {
  std::string name;       ///< "35_Cambs VOI List.csv"
  std::string owner;      ///< "35"
  base::Bytes csv;
};

/// The files of a scenario. Each takes its rows from the marks of interest in order, going on where the one before ended, and
/// beginning again where there are not enough; the marks that the scenario names stand behind them. Every row is in force `on` that day,
/// and weeded a month later.
[[nodiscard]] std::vector<VoiFile> make_voi_files(const std::vector<scenario::VoiListSpec>& specs,
                                                  const std::vector<world::Vehicle>& of_interest, base::Instant on);

/// Uploads each file in slices until it is answered; begins a file again after a broken connection, and after a while where NAS says
/// try again. One file is under way at a time.
class ListOwner final : public Actor, private kernel::Target {
 public:
  ListOwner(const Stage& stage, std::vector<VoiFile> files, doors::PeerId self, doors::PeerId nas);

  void on_peer(doors::PeerId self, doors::PeerState state) override;
  void on_ready(doors::PeerId self) override;
  void on_message(doors::PeerId self, const doors::Message& answer) override;

  [[nodiscard]] bool done() const { return file_ == files_.size(); }
  /// Files that NAS refused.
  [[nodiscard]] std::uint32_t refused() const { return refused_; }

 private:
  void on_event(std::uint32_t what, std::uint64_t which) override;
  void begin();
  void pump();
  void tell_uploaded();

  Stage stage_;
  std::vector<VoiFile> files_;
  doors::PeerId self_, nas_;
  std::size_t file_ = 0;          // the one under way
  std::size_t told_ = 0;          // files whose upload was told
  std::size_t offset_ = 0;        // bytes of it that were handed over
  std::uint64_t exchange_ = 0;
  std::uint32_t refused_ = 0;
  bool up_ = false;
};

}  // namespace actors
