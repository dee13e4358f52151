// Vehicles of interest as the judge sees them: lists and national data, what matches, who is told.
#pragma once

#include "conformance/oracle/clauses/clause_4.h"
#include "conformance/oracle/clauses/clause_5_keeping.h"
#include "conformance/oracle/clauses/clause_5_lists.h"
#include "conformance/oracle/clauses/clause_6_matching.h"
#include "conformance/oracle/clauses/hits_shown.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/list_book.h"
#include "conformance/oracle/national_book.h"
#include "conformance/oracle/subscriptions.h"

namespace oracle {

/// Clauses 4, 5 and 6-a and Annex A, and what they remember together.
///
/// Owner:   docket, reads and hit times are borrowed for life.
class Interest {
 public:
  Interest(Docket& docket, ReadTable& reads, HitTimes& times, SubjectRole role);

  void hear(const Stamp& now, const base::event::Operator& e) { subscriptions_.hear(now.at, e); }
  void hear(const Stamp& now, const base::event::VoiUploaded& e) { hear_list(now, e); }
  void hear(const Stamp& now, const base::event::VoiRefused& e) { hear_list(now, e); }
  void hear(const Stamp& now, const base::event::ListInForce& e);
  void hear(const Stamp& now, const base::event::VoiDeleted& e);
  void hear(const Stamp& now, const base::event::VoiRowRefused& e) { intake_.hear(now.at, e); }
  void hear(const Stamp& now, const base::event::PncLink& e) { national_.hear(now.at, e); }
  void hear(const Stamp& now, const base::event::PncEntries& e) { national_.hear(now.at, e); }
  void hear(const Stamp& now, const base::event::PncExtractIssued& e) { hear_extract(now, e); }
  void hear(const Stamp& now, const base::event::PncExtractLoaded& e) { hear_extract(now, e); }
  void hear(const Stamp& now, const base::event::HitSent& e) { matching_.hear(now, e); }
  void hear(const Stamp& now, const base::event::HitDelivered& e) { matching_.hear(now, e); }
  void hear(const Stamp& now, const base::event::HitAcknowledged& e) { matching_.hear(now, e); }
  void hear(const Stamp& now, const base::event::SymbolShown& e) { matching_.hear(now, e); }
  void hear(const Stamp& now, const base::event::Inspection& e) { intake_.hear(now.at, e); }
  // What NAS says of its own weeding is shown by its hits; what a vehicle has loaded is no matter of the checks there are.
  void hear(const Stamp&, const base::event::VoiWeeded&) {}
  void hear(const Stamp&, const base::event::ListLoaded&) {}

  /// It is so late.
  void advance(base::Instant now) { matching_.advance(now); }
  /// NAS received a read, acknowledged it for the first time, or refused it.
  void received(ReadState& read);
  void acknowledged(ReadState& read, base::Instant at) { matching_.acknowledged(read, at); }
  void refused(const ReadState& read);

  void close(base::Instant at, bool whole) { matching_.close(at, whole); }
  void conclude(base::Instant at);

 private:
  template <class OfList>
  void hear_list(const Stamp& now, const OfList& e) {
    lists_.hear(e);
    intake_.hear(now.at, e);
    ownership_.hear(now.at, e);
  }
  template <class OfExtract>
  void hear_extract(const Stamp& now, const OfExtract& e) {
    national_.hear(now.at, e);
    national_data_.hear(now.at, e);
  }

  Subscriptions subscriptions_;
  ListBook lists_;
  NationalBook national_;
  ListIntake intake_;
  EntryDays days_;
  Ownership ownership_;
  NationalData national_data_;
  HitsShown shown_;
  Matching matching_;
};

}  // namespace oracle
