#include "conformance/oracle/clauses/clause_3_1.h"

#include <algorithm>
#include <bit>
#include <string>

#include <fmt/format.h>

namespace oracle {
namespace {

constexpr std::string_view kGiven = "the read given back as NAS received it, images and all";
constexpr std::string_view kOnce = "one capture for a read, under one capture_id";
constexpr std::uint32_t kNowhere = UINT32_MAX;
constexpr std::string_view kAtNas = "every read that a component accepted acknowledged by NAS in the end";

}  // namespace

Ledger::Ledger(Docket& docket, ReadTable& reads, Images& images, std::uint32_t evidence_one_in)
    : kept_(docket.of("3.1-a")),
      once_(docket.of("3.1-c")),
      reads_(reads),
      by_any_(kept_.where("R-13", 0)),
      evidence_one_in_(evidence_one_in),
      contents_(images) {}

void Ledger::record(const Capture& capture, std::uint8_t marks) {
  captures_.push_back(capture);
  marks_.push_back(marks);
}

void Ledger::acknowledged(const ReadState& read, std::string_view capture_id, base::Instant at) {
  ++acknowledged_;
  if (capture_id.empty()) return unnamed(read.key, at);
  std::uint8_t marks = 0;
  if (read.content.images_unseen) marks |= kImagesUnseen;
  if (!read.content_known) marks |= kContentUnknown;
  if (read.later) other_contents_[static_cast<std::uint32_t>(captures_.size())] = read.later->digest;
  record({base::hash64(capture_id), read.content.digest, read.key}, marks);
}

/// Under which capture_id the read is to be had is not told.
void Ledger::unnamed(ReadKey key, base::Instant at) {
  any_unnamed_ = true;
  kept_.undecided(sighting(at, reads_.name_of(key)), kGiven, "an acknowledgement without a capture_id to ask for");
}

void Ledger::acknowledged_nameless(base::Instant at) {
  ++nameless_;
  kept_.undecided(sighting(at, ""), kGiven, "an acknowledgement of a read without read_id");
}

void Ledger::acknowledged_again(ReadKey key, std::string_view capture_id, base::Instant at) {
  if (refused_.erase(key.packed()) > 0) {
    // Refused, and then accepted after all: what was received is not remembered, so that it can only be counted.
    ++acknowledged_;
    if (capture_id.empty()) return unnamed(key, at);
    return record({base::hash64(capture_id), 0, key}, kContentUnknown);
  }
  if (capture_id.empty()) return;   // of which capture is not told: the first may be meant
  index(at);
  const std::uint32_t known = position_of(capture_id);
  if (known != kNowhere && captures_[known].key == key) return;
  const std::string name = reads_.name_of(key);
  if (any_unnamed_) return once_.undecided(sighting(at, name), kOnce, fmt::format("{}, which may be another", capture_id));
  ++doubled_;
  once_.against(sighting(at, name), kOnce, fmt::format("another, {}", capture_id));
}

std::size_t Ledger::place_of(std::uint64_t id) const {
  const std::size_t mask = by_id_.size() - 1;
  std::size_t place = base::mix64(id) & mask;
  while (by_id_[place] != kNowhere && captures_[by_id_[place]].id != id) place = (place + 1) & mask;
  return place;
}

std::uint32_t Ledger::position_of(std::string_view capture_id) const {
  return by_id_.empty() ? kNowhere : by_id_[place_of(base::hash64(capture_id))];
}

void Ledger::index(base::Instant now) {
  if (indexed_ == captures_.size()) return;
  if (captures_.size() > by_id_.size() / 4 * 3) {
    by_id_.assign(std::bit_ceil(captures_.size() / 3 * 4 + 64), kNowhere);
    for (std::size_t i = 0; i < indexed_; ++i) {
      std::uint32_t& place = by_id_[place_of(captures_[i].id)];
      if (place == kNowhere) place = static_cast<std::uint32_t>(i);
    }
  }
  for (; indexed_ < captures_.size(); ++indexed_) {
    const Capture& capture = captures_[indexed_];
    std::uint32_t& place = by_id_[place_of(capture.id)];
    if (place == kNowhere) {
      place = static_cast<std::uint32_t>(indexed_);
      continue;
    }
    const std::string other = reads_.name_of(captures_[place].key);
    kept_.against(sighting(now, reads_.name_of(capture.key)), kGiven,
                  "the capture_id that read " + other + " has, so that one of them cannot be had");
    marks_[indexed_] |= kGivenBack;  // judged by this
  }
}

void Ledger::hear(base::Instant at, const base::event::CaptureReturned& e) {
  ++returned_;
  audited_ = audited_ || whole_;
  index(at);
  const std::uint32_t found = position_of(e.capture_id);
  if (found == kNowhere) return;  // a capture from before the evidence, or one whose acknowledgement never left
  const Capture& capture = captures_[found];
  std::uint8_t& marks = marks_[found];
  const Content content = contents_.of(e.read);
  const auto other = other_contents_.find(found);
  const bool same = content.digest == capture.content || (other != other_contents_.end() && content.digest == other->second);
  const bool again = (marks & kGivenBack) != 0;
  marks |= kGivenBack;
  const auto where = [&] { return reads_.name_of(capture.key); };
  if ((marks & kContentUnknown) != 0) {
    if (!again) kept_.undecided(sighting(at, where()), kGiven, "given back, but the evidence does not hold what was received");
  } else if (!same) {
    const std::string name = where();
    kept_.against({at, name, {}, e.read.text, "nas"}, kGiven, fmt::format("capture {} with another content", e.capture_id));
  } else if ((marks & kImagesUnseen) != 0 && content.images_unseen) {
    if (!again) kept_.undecided(sighting(at, where()), kGiven, "given back with the same text; the evidence holds no images to compare");
  } else if (!again) {
    kept_.met();
  }
}

void Ledger::hear(base::Instant at, const base::event::StoreCensus& e, std::uint64_t pending) {
  if (e.component != "nas") return;
  if (acknowledged_ == 0 && pending == 0) {
    before_ = static_cast<std::uint64_t>(std::max<std::int64_t>(0, e.count));
    return;
  }
  census_ = Census{at, e.count, acknowledged_, pending};
}

void Ledger::close(base::Instant at, bool whole) {
  whole_ = whole;
  for (const ReadState* read : reads_.all()) {
    if (!read->accepted || read->acknowledged) continue;
    const std::string name = reads_.name_of(read->key);
    const Sighting where{read->accepted_at, name, read->camera.view(), {}, read->received ? "nas" : read->lea.view()};
    if (whole) {
      kept_.against(by_any_, where, kAtNas,
                    fmt::format("none by {}, when all failures had been healed and all backlogs given time", base::to_rfc3339(at)));
    } else {
      kept_.undecided(by_any_, where, kAtNas, "none when the evidence ended");
    }
  }
}

void Ledger::judge_census(std::uint64_t before) {
  const Census& census = *census_;
  const auto least = static_cast<std::int64_t>(before + census.acknowledged);
  const auto most = static_cast<std::int64_t>(before + census.acknowledged + census.pending + nameless_);
  const Sighting where = sighting(census.at, "");
  const std::string observed = fmt::format("{} captures in the store of nas for {} reads acknowledged, {} before them and {} unanswered",
                                           census.count, census.acknowledged, before, census.pending + nameless_);
  if (census.count < least) kept_.against(where, "as many captures in the store as reads acknowledged", observed);
  if (census.count > most) once_.against(where, "no more captures in the store than reads acknowledged", observed);
  if (census.count >= least && census.count <= most) once_.met(once_.all(), census.acknowledged - std::min(census.acknowledged, doubled_));
}

void Ledger::conclude(base::Instant at) {
  index(at);
  for (std::size_t i = 0; i < captures_.size() && returned_ > 0; ++i) {
    if ((marks_[i] & kGivenBack) != 0) continue;
    const std::string name = reads_.name_of(captures_[i].key);
    if (audited_) {
      kept_.against(sighting(at, name), kGiven, "not given back, though the captures were asked for");
    } else {
      kept_.undecided(sighting(at, name), kGiven, "not given back by the end of the evidence");
    }
  }
  if (returned_ == 0) kept_.missing("no capture was given back: the evidence holds no capture.returned");
  if (evidence_one_in_ > 1) return once_.missing("a sampled pack does not hold all acknowledgements that a census counts");
  if (!census_) return once_.missing("no census of NAS's store after the reads: the evidence holds no store.census of nas");
  judge_census(before_);
}

}  // namespace oracle
