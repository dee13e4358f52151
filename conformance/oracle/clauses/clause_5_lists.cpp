#include "conformance/oracle/clauses/clause_5_lists.h"

#include <algorithm>

#include <fmt/format.h>

#include "conformance/oracle/components.h"
#include "conformance/oracle/parse/annex_a.h"
#include "conformance/oracle/parse/text.h"
#include "conformance/oracle/parse/voi_words.h"
#include "reference/base/hash.h"

namespace oracle {
namespace {

constexpr std::size_t kFoundMax = 64;   // of a cell, for a finding

std::string keeper(std::string_view owner) { return fmt::format("source:{}", owner); }

std::string observed_of(std::string_view file, std::int64_t row, std::uint8_t column, std::string_view found) {
  const std::string where = fmt::format("row {} of {}", row, file);
  if (column == 0) return fmt::format("{} in {}", found, where);
  const std::string cut = found.size() > kFoundMax ? fmt::format(" and so on, {} bytes,", found.size()) : "";
  return fmt::format("{}{} in column {}, {}", parse::shown(found.substr(0, kFoundMax)), cut, column, where);
}

}  // namespace

ListIntake::ListIntake(Docket& docket, SubjectRole role)
    : rules_(docket),
      name_(docket.of("5-a")),
      answer_(docket.of("5-m")),
      watching_(docket.of("5-n")),
      inspections_(docket),
      row_alone_(answer_.where("R-22", 0)),
      whole_file_(answer_.where("R-22", 1)),
      role_(role) {}

Sighting ListIntake::of_nas(base::Instant at) { return {at, {}, {}, {}, kNas}; }

void ListIntake::hear(base::Instant at, const base::event::VoiUploaded& e) {
  Upload upload;
  if (const auto earlier = uploads_.find(e.file); earlier != uploads_.end()) {
    settle(e.file, earlier->second);
    upload.earlier = std::move(earlier->second.earlier);
    upload.earlier.insert(earlier->second.sha256);
  }
  upload.at = at;
  upload.owner = e.owner;
  upload.staged = e.staged;
  upload.national_by_role = e.national;
  upload.named = parse::is_registered_code(parse::code_of_file(e.file));
  judge_name(upload, e.file);
  if (e.content != nullptr) read(upload, e.file, e.content->view());
  uploads_.insert_or_assign(std::string(e.file), std::move(upload));
}

void ListIntake::judge_name(const Upload& upload, std::string_view file) {
  if (!role_.keeps(upload.staged)) return;
  if (upload.named) return name_.met();
  name_.against(of_keeper(upload, keeper(upload.owner)), "a code of Annex A and an underscore at the start of a list's name",
                parse::shown(file));
}

void ListIntake::read(Upload& upload, std::string_view file, std::string_view csv) {
  upload.sha256 = base::sha256_hex(csv);
  const National national{upload.national_by_role, parse::is_national_code(parse::code_of_file(file))};
  RowFound found;
  Actions actions;
  const auto take_row = [&](const parse::VoiRow& row) {
    rules_.examine(row, national, found);
    const parse::EntryFacts facts = parse::facts_of(row, national.by_role && national.by_code);
    actions.none += facts.no_alert ? 1 : 0;
    actions.some += !facts.no_alert && parse::find_word(parse::kAction, row.at(parse::kAction)).exact ? 1 : 0;
    upload.rows = row.number;
    if (role_.keeps(upload.staged)) inspections_.entry(row);
    take(upload, file, found, row.number, facts.plain);
  };
  upload.csv = parse::is_utf8(csv);
  if (upload.csv) {
    upload.csv = parse::read_voi_rows(csv, take_row, [&](std::span<const std::string_view> header) {
      upload.misplaced = ListRules::misplaced(header);
    });
  }
  judge_header(upload, file);
  judge_watching(upload, file, actions);
}

/// The file as a whole: that it can be read, and that its header does not put a column elsewhere.
void ListIntake::judge_header(Upload& upload, std::string_view file) {
  Tally& columns = rules_.tally(Duty::kColumns);
  if (!role_.keeps(upload.staged)) return;
  if (!upload.csv)
    columns.against(rules_.form_asked(), of_keeper(upload, keeper(upload.owner)), "a list as CSV by RFC 4180, in UTF-8",
                    fmt::format("{} that is none", file));
  if (!upload.misplaced.empty())
    columns.against(of_keeper(upload, keeper(upload.owner)), "the template's columns in the template's order",
                    fmt::format("{}, in the header of {}", upload.misplaced, file));
}

/// One row's findings: against its keeper now, and for NAS to turn away.
void ListIntake::take(Upload& upload, std::string_view file, const RowFound& found, std::int64_t row, bool plain) {
  if (role_.keeps(upload.staged)) {
    for (std::size_t i = 0; i < kDuties; ++i) {
      if ((found.observed >> i & 1) == 0) continue;
      Tally& tally = rules_.tally(static_cast<Duty>(i));
      Under wrong = 0;
      for (const RowFault& f : found.faults) wrong |= f.duty == static_cast<Duty>(i) ? f.under : 0;
      tally.met(tally.all() & ~wrong, 1);
    }
    for (const RowFault& f : found.faults) {
      rules_.tally(f.duty).against(f.under, of_keeper(upload, keeper(upload.owner)), f.expected, observed_of(file, row, f.column, f.found));
    }
  }
  if (plain) return;
  auto& breaches = upload.bad[row];
  for (const RowFault& f : found.faults) {
    breaches.push_back({f.duty, f.under, f.column, f.sure, f.expected, std::string(f.found.substr(0, kFoundMax))});
  }
}

/// No Alert is for lists that merely watch: one that asks for action elsewhere is none.
void ListIntake::judge_watching(const Upload& upload, std::string_view file, const Actions& actions) {
  if (actions.none == 0 || !role_.keeps(upload.staged)) return;
  if (actions.some == 0) return watching_.met();
  watching_.against(of_keeper(upload, keeper(upload.owner)), "No Alert on lists alone that ask for no action at all",
                    fmt::format("{} of the {} rows of {}", actions.none, upload.rows, file));
}

void ListIntake::hear(base::Instant, const base::event::VoiRowRefused& e) {
  any_refused_ = true;
  const auto at = uploads_.find(e.file);
  if (at == uploads_.end()) return;
  Refusal& refusal = at->second.turned_away[e.row];
  refusal.columns.insert(e.column);
  if (refusal.reason.empty()) refusal.reason = e.reason;
}

void ListIntake::hear(base::Instant, const base::event::VoiRefused& e) {
  any_refused_ = true;
  const auto at = uploads_.find(e.file);
  // A refusal of somebody else's deletion is none of the upload's.
  if (at == uploads_.end() || at->second.in_force || (!e.owner.empty() && e.owner != at->second.owner)) return;
  at->second.refused = true;
  at->second.reason = e.reason;
}

void ListIntake::hear(base::Instant, const base::event::ListInForce& e) {
  const auto at = uploads_.find(e.file);
  if (e.component != kNas || at == uploads_.end() || at->second.refused) return;
  // A version that is the hash of an upload names it; anything else stands for the last.
  const Upload& upload = at->second;
  if (e.version == upload.sha256 || !upload.earlier.contains(e.version)) at->second.in_force = true;
}

void ListIntake::hit(std::string_view file, std::int64_t row) {
  const auto at = uploads_.find(file);
  if (at != uploads_.end() && at->second.in_force && at->second.bad.contains(row)) at->second.hit.insert(row);
}

void ListIntake::changed(const Sighting& sighting, std::string_view as_uploaded, std::string_view observed) {
  answer_.against(sighting, as_uploaded, observed);
}

void ListIntake::settle(std::string_view file, const Upload& upload) {
  if (!upload.refused && !upload.in_force) return;
  if (role_.takes_in(upload.staged)) {
    if (!upload.named) {
      if (upload.refused) {
        name_.met();
      } else {
        name_.against(of_nas(upload.at), "a list whose name begins with no code of Annex A turned away",
                      fmt::format("{} in force", parse::shown(file)));
      }
    }
    for (const auto& [row, breaches] : upload.bad) settle_row(file, upload, row, breaches);
  }
  if (upload.refused) {
    settle_refusal(file, upload);
  } else {
    settle_answer(file, upload);
  }
}

/// Whether NAS took in a row that breaks a duty.
void ListIntake::settle_row(std::string_view file, const Upload& upload, std::int64_t row, const std::vector<Breach>& breaches) {
  const bool matched = upload.hit.contains(row);
  const bool turned_away = upload.refused || upload.turned_away.contains(row);
  for (const Breach& breach : breaches) {
    Tally& tally = rules_.tally(breach.duty);
    if (turned_away && !matched) {
      tally.met(breach.under, 1);
      continue;
    }
    const std::string expected = fmt::format("the row turned away: it should have {}", breach.expected);
    const std::string observed = observed_of(file, row, breach.column, breach.found);
    if (matched) {
      tally.against(breach.under, of_nas(upload.at), expected, "a hit for it: " + observed);
    } else if (any_refused_) {
      tally.against(breach.under, of_nas(upload.at), expected, "taken in: " + observed);
    } else {
      tally.undecided(breach.under, of_nas(upload.at), expected, "no word of it: " + observed);
    }
  }
}

/// 5-m, of a list that is in force: each bad row with its column and a reason, and no other.
void ListIntake::settle_answer(std::string_view file, const Upload& upload) {
  bool any_sure = false;
  for (const auto& [row, breaches] : upload.bad) {
    const auto sure = std::find_if(breaches.begin(), breaches.end(), [](const Breach& b) { return b.sure; });
    if (sure == breaches.end()) continue;
    any_sure = true;
    const std::string what = observed_of(file, row, sure->column, sure->found);
    const auto refusal = upload.turned_away.find(row);
    if (refusal == upload.turned_away.end()) {
      const std::string_view expected = "a row against the template turned away, with its column and the reason";
      const bool taken_in = any_refused_ || upload.hit.contains(row);
      taken_in ? answer_.against(row_alone_, of_nas(upload.at), expected, "none of " + what)
               : answer_.undecided(row_alone_, of_nas(upload.at), expected, "no word of " + what);
      continue;
    }
    const bool named = std::any_of(breaches.begin(), breaches.end(), [&](const Breach& b) {
      return b.sure && (b.column == 0 || refusal->second.columns.contains(b.column));
    });
    if (named && !refusal->second.reason.empty()) {
      answer_.met(row_alone_, 1);
    } else {
      answer_.against(row_alone_, of_nas(upload.at), "the column that is wrong, and why",
                      fmt::format("column {} and '{}', for {}", *refusal->second.columns.begin(), refusal->second.reason, what));
    }
  }
  if (any_sure)
    answer_.against(whole_file_, of_nas(upload.at), "a list with a row against the template turned away", fmt::format("{} in force", file));
  for (const auto& [row, refusal] : upload.turned_away) {
    if (row <= 0 || row > upload.rows || upload.bad.contains(row) || !upload.csv) continue;
    answer_.against(of_nas(upload.at), "a row that keeps to the template taken in",
                    fmt::format("row {} of {} turned away for column {}: {}", row, file, *refusal.columns.begin(), refusal.reason));
  }
}

/// 5-m, of a list that was turned away as a whole. That it is nobody's, or no list at all, is reason enough.
void ListIntake::settle_refusal(std::string_view file, const Upload& upload) {
  if (!upload.named || !upload.csv || !upload.misplaced.empty() || upload.rows == 0) return;
  if (parse::code_of_file(file) != upload.owner) return;
  const bool any_sure = std::any_of(upload.bad.begin(), upload.bad.end(), [](const auto& bad) {
    return std::any_of(bad.second.begin(), bad.second.end(), [](const Breach& b) { return b.sure; });
  });
  if (any_sure) answer_.met(whole_file_, 1);
  const Under wrong = any_sure ? row_alone_ : upload.bad.empty() ? answer_.all() : 0;
  answer_.against(wrong, of_nas(upload.at), "the rows that keep to the template taken in",
                  fmt::format("{} turned away: {}", file, upload.reason));
}

void ListIntake::conclude() {
  inspections_.conclude();
  for (const auto& [file, upload] : uploads_) settle(file, upload);
  uploads_.clear();
}

}  // namespace oracle
