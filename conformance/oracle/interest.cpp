#include "conformance/oracle/interest.h"

namespace oracle {

Interest::Interest(Docket& docket, ReadTable& reads, HitTimes& times, SubjectRole role)
    : lists_(MatchReadings(docket.of("6-a")), subscriptions_),
      national_(MatchReadings(docket.of("6-a")), lists_),
      intake_(docket, role),
      days_(docket),
      ownership_(docket),
      national_data_(docket, national_),
      shown_(docket, subscriptions_, intake_),
      matching_(docket.of("6-a"), {subscriptions_, lists_, national_, reads}, {times, intake_, days_, national_data_, shown_}) {}

void Interest::hear(const Stamp& now, const base::event::ListInForce& e) {
  lists_.hear(now.at, e);
  intake_.hear(now.at, e);
  ownership_.hear(now.at, e);
}

void Interest::hear(const Stamp& now, const base::event::VoiDeleted& e) {
  lists_.hear(e);
  ownership_.hear(now.at, e);
}

void Interest::received(ReadState& read) {
  read.lists_epoch = lists_.epoch();
  lists_.open();
  national_.open(read.received->at);
}

void Interest::refused(const ReadState& read) {
  if (!read.received) return;
  lists_.settle(read.lists_epoch);
  national_.settle(read.received->at);
}

void Interest::conclude(base::Instant at) {
  matching_.conclude();
  days_.conclude(matching_.gave_hits());
  intake_.conclude();
  ownership_.conclude();
  national_data_.conclude(at);
  shown_.conclude();
}

}  // namespace oracle
