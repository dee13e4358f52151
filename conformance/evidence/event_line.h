// One event as one line of events.ndjson (docs/evidence-pack.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "conformance/evidence/read_text.h"
#include "reference/base/witness.h"

namespace evidence {

/// Where a pack keeps bytes beside its events.
class PackFiles {
 public:
  virtual ~PackFiles() = default;
  /// Keeps an image under its hash; the name is good until the next call.
  virtual std::string_view image(const base::Bytes& bytes) = 0;
  /// Likewise a list.
  virtual std::string_view list(const base::Bytes& bytes) = 0;
};

/// Writes events as lines.
///
/// Shape:   `at` has six digits of the second, the rest is cut off. The text of a read stands as it is where it is plain (ReadText),
///          and as base64 in `raw` otherwise; a read that crossed as a value gives `facts`. Where the images beside a read are not those
///          its text names, `parts` says which there were.
/// Owner:   the files are borrowed.
class EventLine {
 public:
  explicit EventLine(PackFiles& files) : files_(files) {}

  /// Appends the event and a line feed.
  void append(std::string& out, const base::Event& event);

 private:
  void at(std::string& out, base::Instant at);
  [[nodiscard]] std::string_view name_of(const base::Bytes* image, std::string_view unheld);
  void read(std::string& out, const base::event::ReadBody& read);
  void parts(std::string& out, const base::event::ReadBody& read, const NamedImages& named);
  void body(std::string& out, const base::event::Camera& e);
  void body(std::string& out, const base::event::Pass& e);
  void body(std::string& out, const base::event::ReadSent& e);
  void body(std::string& out, const base::event::ReadReceived& e);
  void body(std::string& out, const base::event::ReadAcknowledged& e);
  void body(std::string& out, const base::event::ReadRefused& e);
  void body(std::string& out, const base::event::ReadBuffered& e);
  void body(std::string& out, const base::event::ReadDeleted& e);
  void body(std::string& out, const base::event::HitSent& e);
  void body(std::string& out, const base::event::HitDelivered& e);
  void body(std::string& out, const base::event::HitAcknowledged& e);
  void body(std::string& out, const base::event::VoiUploaded& e);
  void body(std::string& out, const base::event::ListInForce& e);
  void body(std::string& out, const base::event::Operator& e);
  void body(std::string& out, const base::event::Link& e);
  void body(std::string& out, const base::event::ConnectivityShown& e);
  void body(std::string& out, const base::event::Component& e);
  void body(std::string& out, const base::event::Fault& e);
  void body(std::string& out, const base::event::StoreCensus& e);
  void body(std::string& out, const base::event::CaptureReturned& e);
  void body(std::string& out, const base::event::PhaseEnded& e);
  void body(std::string& out, const base::event::ClockCompared& e);
  void body(std::string& out, const base::event::ConnectivityTest& e);
  void body(std::string& out, const base::event::ManualEntry& e);
  void body(std::string& out, const base::event::OperatorSession& e);
  void body(std::string& out, const base::event::Inspection& e);
  void body(std::string& out, const base::event::VoiRefused& e);
  void body(std::string& out, const base::event::VoiDeleted& e);
  void body(std::string& out, const base::event::VoiRowRefused& e);
  void body(std::string& out, const base::event::VoiWeeded& e);
  void body(std::string& out, const base::event::PncLink& e);
  void body(std::string& out, const base::event::PncExtractIssued& e);
  void body(std::string& out, const base::event::PncExtractLoaded& e);
  void body(std::string& out, const base::event::PncEntries& e);
  void body(std::string& out, const base::event::ListLoaded& e);
  void body(std::string& out, const base::event::SymbolShown& e);

  PackFiles& files_;
  ReadText text_;
  std::int64_t second_ = INT64_MIN;  ///< the second whose prefix is kept: most events share one with the last
  std::string second_text_;
  std::string patch_name_, overview_name_;  ///< kept from read to read for their room
};

}  // namespace evidence
