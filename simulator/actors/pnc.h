// The Police National Computer: answers queries over its live link, and issues the Extract, Schengen and MMC data as files (clause 4).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "simulator/actors/sliced_upload.h"
#include "simulator/actors/voi_files.h"
#include "simulator/kernel/kernel.h"

namespace actors {

/// What can be wrong with the PNC while its link is up.
enum class PncFault : std::uint8_t {
  kHangs,           ///< it takes queries and answers none
  kExtractLate,     ///< what should be issued is issued when the fault has gone
  kExtractDamaged,  ///< what is issued reaches NAS with bytes changed
  kExtractCut,      ///< ... without its end
};

/// Tells the truth of the link (pnc.link), of its live data (pnc.entries) and of each issue (pnc.extract_issued). A file that NAS turns
/// away is sent again after a while; of two issues that wait the later goes.
class Pnc final : public Actor, private kernel::Target {
 public:
  struct Spec {
    base::Duration answer;          ///< from a query to its answer
    scenario::Timetable extract;    ///< the issues after the first
    base::Instant traffic_from;
  };
  Pnc(const Stage& stage, NationalFiles files, const Spec& spec, doors::PeerId self, doors::PeerId nas);

  /// The run begins: the first issue.
  void begin();
  /// Faults of one kind may overlap.
  void turn(PncFault fault, bool on);

  void on_peer(doors::PeerId self, doors::PeerState state) override;
  void on_ready(doors::PeerId self) override;
  void on_message(doors::PeerId self, const doors::Message& message) override;

  /// Whether NAS has all that was issued.
  [[nodiscard]] bool done() const { return files_due_.empty() && late_ == 0; }

 private:
  /// A file on its way to NAS.
  struct File {
    std::string which;          ///< extract, schengen, mmc
    base::Bytes content;
    base::Instant issued_at;
  };
  void on_event(std::uint32_t what, std::uint64_t which) override;
  void issue_extract();
  void put(File file);
  void send();
  void take_query(const doors::Message& query);
  void answer_next();
  void tell_link();
  [[nodiscard]] bool is(PncFault fault) const { return faults_[static_cast<std::size_t>(fault)] > 0; }

  Stage stage_;
  NationalFiles files_;
  Spec spec_;
  doors::PeerId self_, nas_;
  SlicedUpload upload_;
  std::unordered_multimap<std::string, std::size_t> by_mark_;   // of files_.fast_track; asked, never iterated
  std::deque<File> files_due_;                                  // the first is under way
  std::deque<doors::Message> queries_;                          // in order of their answers
  std::deque<doors::Message> answers_;                          // that wait for room
  std::uint32_t faults_[4] = {0, 0, 0, 0};                      // by PncFault: how many are on
  std::uint32_t issues_ = 0;
  std::uint32_t late_ = 0;                                      // issues that are held back
  std::uint32_t session_ = 0;                                   // of the connection
  std::uint64_t try_ = 0;
  bool up_ = false;
  bool told_up_ = false;
};

}  // namespace actors
