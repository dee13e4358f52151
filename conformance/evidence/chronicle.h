// The story of single reads: every event of theirs, in order, in words.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/witness.h"

namespace evidence {

/// One thing that happened to a read. `kind` is the evidence pack's ("read.received"); `who` does it or has it done to them.
struct Chapter {
  base::Instant at;
  std::string kind;
  std::string who;
  std::string what;    ///< in plain words
};

/// Gathers the stories of the reads that it is asked for, and lets all else pass.
///
/// Shape:   a read's own events, its pass, its hits from sending to acknowledgement, its capture when it is given back. Memory: the passes
///          whose reads are still to be sent, and what is asked for.
class Chronicle : public base::Witness {
 public:
  explicit Chronicle(std::set<std::string, std::less<>> read_ids) : wanted_(std::move(read_ids)) {}

  void hear(const base::Event& event) override;

  /// In order of time; empty where nothing was heard of the read.
  [[nodiscard]] const std::vector<Chapter>& of(std::string_view read_id) const;

 private:
  template <class Body>
  void on(base::Instant, const Body&) {}
  void on(base::Instant at, const base::event::Pass& e);
  void on(base::Instant at, const base::event::ReadSent& e);
  void on(base::Instant at, const base::event::ReadReceived& e);
  void on(base::Instant at, const base::event::ReadAcknowledged& e);
  void on(base::Instant at, const base::event::ReadRefused& e);
  void on(base::Instant at, const base::event::ReadBuffered& e);
  void on(base::Instant at, const base::event::ReadDeleted& e);
  void on(base::Instant at, const base::event::HitSent& e);
  void on(base::Instant at, const base::event::HitDelivered& e);
  void on(base::Instant at, const base::event::HitAcknowledged& e);
  void on(base::Instant at, const base::event::SymbolShown& e);
  void on(base::Instant at, const base::event::ManualEntry& e);
  void on(base::Instant at, const base::event::ConnectivityTest& e);
  void on(base::Instant at, const base::event::CaptureReturned& e);
  void add(std::string_view read_id, base::Instant at, std::string_view kind, std::string_view who, std::string what);
  [[nodiscard]] bool wants(std::string_view read_id) const { return wanted_.find(read_id) != wanted_.end(); }

  struct Passed {
    base::Instant at;
    std::string camera, vrm;
  };
  std::set<std::string, std::less<>> wanted_;
  std::map<std::string, std::vector<Chapter>, std::less<>> stories_;
  std::map<std::string, Passed, std::less<>> passes_;        ///< not sent yet
  std::map<std::string, std::string, std::less<>> reads_of_hits_, reads_of_captures_;
};

}  // namespace evidence
