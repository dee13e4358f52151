#include "simulator/actors/pnc.h"

#include <algorithm>
#include <utility>

#include "reference/base/hash.h"
#include "reference/formats/subscription.h"

namespace actors {
namespace {

enum PncTimer : std::uint32_t { kIssue, kAnswer, kSendAgain };

constexpr base::Duration kSendAgainAfter = base::seconds(5);

/// What reaches NAS of a file while a fault is on.
base::Bytes as_sent(const base::Bytes& file, bool damaged, bool cut) {
  if (!damaged && !cut) return file;
  std::string text(file.view());
  if (cut) text.resize(text.size() / 2);
  for (std::size_t i = 64; damaged && i < text.size(); i += 4'096) text[i] = static_cast<char>(text[i] ^ 1);
  return base::Bytes(std::move(text));
}

}  // namespace

Pnc::Pnc(const Stage& stage, NationalFiles files, const Spec& spec, doors::PeerId self, doors::PeerId nas)
    : stage_(stage), files_(std::move(files)), spec_(spec), self_(self), nas_(nas), upload_(stage, self, nas) {
  for (std::size_t i = 0; i < files_.fast_track.size(); ++i) by_mark_.emplace(files_.fast_track[i].vrm.text(), i);
  for (std::uint32_t i = 0; i < spec_.extract.count; ++i) {
    stage_.kernel.at(spec_.traffic_from + spec_.extract.first + base::Duration{spec_.extract.every.ns * i}, *this, kIssue, 0);
  }
}

void Pnc::begin() {
  const base::Instant now = stage_.kernel.now();
  stage_.witness.hear({now, base::event::PncEntries{"fast-track", &files_.fast_track_csv}});
  stage_.witness.hear({now, base::event::PncEntries{"schengen", &files_.schengen}});
  stage_.witness.hear({now, base::event::PncEntries{"mmc", &files_.mmc}});
  put({"schengen", files_.schengen, now});
  put({"mmc", files_.mmc, now});
  issue_extract();
}

void Pnc::turn(PncFault fault, bool on) {
  std::uint32_t& count = faults_[static_cast<std::size_t>(fault)];
  on ? ++count : --count;
  if (fault == PncFault::kHangs) tell_link();
  if (fault != PncFault::kExtractLate || is(fault)) return;
  for (std::uint32_t held = std::exchange(late_, 0); held > 0; --held) issue_extract();
}

// ---- files

void Pnc::issue_extract() {
  if (is(PncFault::kExtractLate)) {
    ++late_;
    return;
  }
  const base::Instant now = stage_.kernel.now();
  const base::Bytes file = files_.extract(++issues_);
  const std::string version = base::sha256_hex(file.view());
  stage_.witness.hear({now, base::event::PncExtractIssued{version, &file}});
  put({"extract", file, now});
}

void Pnc::put(File file) {
  // One that is under way is finished first; one that waits is of no more use.
  for (std::size_t i = 1; i < files_due_.size(); ++i) {
    if (files_due_[i].which != file.which) continue;
    files_due_[i] = std::move(file);
    return;
  }
  files_due_.push_back(std::move(file));
  if (files_due_.size() == 1) send();
}

void Pnc::send() {
  ++try_;
  if (!up_ || files_due_.empty()) return;
  const File& file = files_due_.front();
  const bool is_extract = file.which == "extract";
  const std::string name = file.which + ";issued=" + base::to_rfc3339(file.issued_at) + ";sha-256=" + base::sha256_hex(file.content.view());
  upload_.begin(doors::Channel::kNationalData, name,
                as_sent(file.content, is_extract && is(PncFault::kExtractDamaged), is_extract && is(PncFault::kExtractCut)));
}

// ---- the live link

void Pnc::on_peer(doors::PeerId, doors::PeerState state) {
  up_ = state == doors::PeerState::kUp;
  if (!up_) {
    ++session_;
    queries_.clear();
    answers_.clear();
  }
  tell_link();
  send();
}

void Pnc::on_ready(doors::PeerId) {
  upload_.pump();
  answer_next();
}

void Pnc::on_message(doors::PeerId, const doors::Message& message) {
  if (message.channel == doors::Channel::kPncQuery) return take_query(message);
  if (message.channel != doors::Channel::kNationalDataAnswer || message.exchange != upload_.exchange() || files_due_.empty()) return;
  if (!is_success(message.status)) return stage_.kernel.after(kSendAgainAfter, *this, kSendAgain, ++try_);
  files_due_.pop_front();
  send();
}

void Pnc::take_query(const doors::Message& query) {
  if (is(PncFault::kHangs)) return;
  queries_.push_back(query);
  stage_.kernel.after(spec_.answer, *this, kAnswer, session_);
}

void Pnc::on_event(std::uint32_t what, std::uint64_t which) {
  if (what == kIssue) return issue_extract();
  if (what == kSendAgain) {
    if (which == try_) send();
    return;
  }
  if (which != session_) return;
  const doors::Message query = std::move(queries_.front());
  queries_.pop_front();
  if (is(PncFault::kHangs)) return;
  std::vector<std::size_t> places;
  for (auto [at, end] = by_mark_.equal_range(query.name); at != end; ++at) places.push_back(at->second);
  std::ranges::sort(places);
  std::vector<domain::VoiEntry> found;
  for (const std::size_t place : places) {
    const domain::VoiEntry& entry = files_.fast_track[place];
    if (entry.in_force_from <= stage_.kernel.now() && stage_.kernel.now() < entry.weeded_at) found.push_back(entry);
  }
  doors::Message answer{doors::Channel::kPncAnswer, query.exchange, 200, query.name, {}};
  std::string text = formats::encode_pnc_answer(found);
  answer.content.size_bytes = static_cast<std::uint32_t>(text.size());
  answer.content.text = base::Bytes(std::move(text));
  answers_.push_back(std::move(answer));
  answer_next();
}

void Pnc::answer_next() {
  while (up_ && !answers_.empty() && stage_.wire.send(self_, nas_, answers_.front()) == doors::SendOutcome::kAccepted) answers_.pop_front();
}

void Pnc::tell_link() {
  const bool up = up_ && !is(PncFault::kHangs);
  if (std::exchange(told_up_, up) != up) stage_.witness.hear({stage_.kernel.now(), base::event::PncLink{up}});
}

}  // namespace actors
