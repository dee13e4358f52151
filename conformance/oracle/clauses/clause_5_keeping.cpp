#include "conformance/oracle/clauses/clause_5_keeping.h"

#include <fmt/format.h>

#include "conformance/oracle/components.h"
#include "conformance/oracle/parse/annex_a.h"
#include "reference/base/hash.h"

namespace oracle {

EntryDays::EntryDays(Docket& docket)
    : weeding_(docket.of("5-j")),
      starting_(docket.of("5-o")),
      when_begun_(weeding_.where("R-20", 0)),
      when_over_(weeding_.where("R-20", 1)) {}

void EntryDays::lapsed(const Lapsed& entry, bool hit, const Sighting& read, std::string_view words) {
  const Under weeded = (entry.weed_date_begun ? when_begun_ : 0) | (entry.weed_date_over ? when_over_ : 0);
  const std::string observed = fmt::format("a hit for {}", words);
  if (hit) {
    weeding_.against(weeded, read, "no hit for an entry whose weed date has come", observed);
    if (entry.not_begun) starting_.against(read, "no hit for an entry whose start date has not come", observed);
  } else {
    weeding_.met(weeded, 1);
    if (entry.not_begun) starting_.met();
  }
}

void EntryDays::conclude(bool any_hits) {
  if (any_hits) return;
  for (Tally* tally : {&weeding_, &starting_})
    tally->missing("no entry that is in force gave a hit, so that none from others shows nothing");
}

/// Whether a file is another's than who tries to change it; who is not said is nobody.
bool Ownership::foreign(std::string_view file, std::string_view owner) const {
  if (owner.empty()) return false;
  const std::string_view code = parse::code_of_file(file);
  const auto in_force = owners_.find(file);
  return (parse::is_registered_code(code) && code != owner) || (in_force != owners_.end() && in_force->second != owner);
}

void Ownership::against(base::Instant at, std::string_view file, std::string_view by, std::string_view what) {
  tally_.against({at, {}, {}, {}, kNas}, fmt::format("{} of a list that is another's turned away", what),
                 fmt::format("{} by {} took effect", file, by));
}

void Ownership::hear(base::Instant at, const base::event::VoiUploaded& e) {
  uploading_.insert_or_assign(std::string(e.file), std::string(e.owner));
  std::string sha256 = e.content != nullptr ? base::sha256_hex(e.content->view()) : "";
  if (!foreign(e.file, e.owner)) {
    own_.insert_or_assign(std::string(e.file), std::move(sha256));
    return;
  }
  any_ = true;
  attempts_.insert_or_assign(std::string(e.file), Attempt{at, std::string(e.owner), std::move(sha256)});
}

void Ownership::hear(base::Instant, const base::event::VoiRefused& e) {
  if (!foreign(e.file, e.owner)) return;
  any_ = true;
  attempts_.erase(std::string(e.file));
  tally_.met();
}

void Ownership::hear(base::Instant at, const base::event::VoiDeleted& e) {
  if (foreign(e.file, e.owner)) {
    any_ = true;
    against(at, e.file, e.owner, "the removal");
  }
  owners_.erase(std::string(e.file));
}

void Ownership::hear(base::Instant at, const base::event::ListInForce& e) {
  if (e.component != kNas) return;
  const auto uploading = uploading_.find(e.file);
  const auto attempt = attempts_.find(e.file);
  const auto own = own_.find(e.file);
  // A version that is the hash of an upload names it; anything else stands for the last.
  const bool named_own = own != own_.end() && e.version == own->second;
  const bool theirs = attempt != attempts_.end() && !named_own &&
                      (e.version == attempt->second.sha256 || uploading->second == attempt->second.by);
  if (theirs) {
    against(at, e.file, attempt->second.by, "an upload");
    attempts_.erase(attempt);
  }
  if (uploading != uploading_.end() && !owners_.contains(e.file)) owners_.emplace(e.file, uploading->second);
}

void Ownership::conclude() {
  for (const auto& [file, attempt] : attempts_) {
    tally_.undecided({attempt.at, {}, {}, {}, kNas}, "an upload of a list that is another's turned away",
                     fmt::format("no word of what became of {} by {}", file, attempt.by));
  }
  if (!any_) tally_.missing("nobody tries to change a list that is another's");
}

}  // namespace oracle
