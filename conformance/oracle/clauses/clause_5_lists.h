// Clause 5 on lists as they are uploaded, and what NAS answers: 5-a to 5-i, 5-k, 5-m, 5-n.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/oracle/clauses/clause_5_inspected.h"
#include "conformance/oracle/list_rules.h"
#include "conformance/oracle/subject_role.h"

namespace oracle {

/// Holds each upload against the template, and NAS's answer against the upload.
///
/// Shape:   of a list's keeper, one observation a list (5-a, 5-n) or a row that has something to show (5-b to 5-k). Of NAS, for each row
///          against the template, one observation of the duty it breaks: turned away, or the whole list was, is met; a hit for it, or a
///          list in force without its being turned away, is against. 5-m: that its column and a reason are given, that the other rows
///          load, and that no entry is changed.
/// Owner:   remembers, of the last upload of each file, its rows against the template and those that were turned away.
class ListIntake {
 public:
  ListIntake(Docket& docket, SubjectRole role);

  void hear(base::Instant at, const base::event::VoiUploaded& e);
  void hear(base::Instant at, const base::event::VoiRowRefused& e);
  void hear(base::Instant at, const base::event::VoiRefused& e);
  void hear(base::Instant at, const base::event::ListInForce& e);
  /// NAS sent a hit for a row of a list.
  void hit(std::string_view file, std::int64_t row);
  /// A hit, or what was shown with one, is of an entry otherwise than the list has it.
  void changed(const Sighting& sighting, std::string_view as_uploaded, std::string_view observed);
  void hear(base::Instant at, const base::event::Inspection& e) { inspections_.hear(at, e); }
  void conclude();

 private:
  struct Breach {
    Duty duty = Duty::kColumns;
    Under under = 0;
    std::uint8_t column = 0;
    bool sure = false;
    std::string_view expected;
    std::string found;
  };
  struct Refusal {
    std::set<std::int64_t> columns;
    std::string reason;
  };
  struct Upload {
    base::Instant at;
    std::string owner, sha256;
    std::set<std::string, std::less<>> earlier;      ///< hashes of the uploads of that file before
    bool staged = false, national_by_role = false;
    bool csv = true, named = true;
    bool refused = false, in_force = false;
    std::string reason;                              ///< why it was refused
    std::string misplaced;                           ///< of its header
    std::uint32_t rows = 0;
    std::map<std::int64_t, std::vector<Breach>> bad; ///< rows with a breach under any reading; empty: none, and yet not to the letter
    std::map<std::int64_t, Refusal> turned_away;
    std::set<std::int64_t> hit;                      ///< of `bad`
  };
  void read(Upload& upload, std::string_view file, std::string_view csv);
  void take(Upload& upload, std::string_view file, const RowFound& found, std::int64_t row, bool plain);
  void judge_name(const Upload& upload, std::string_view file);
  void judge_header(Upload& upload, std::string_view file);
  /// Rows with No Alert, and with another action.
  struct Actions {
    std::uint32_t none = 0, some = 0;
  };
  void judge_watching(const Upload& upload, std::string_view file, const Actions& actions);
  void settle(std::string_view file, const Upload& upload);
  void settle_row(std::string_view file, const Upload& upload, std::int64_t row, const std::vector<Breach>& breaches);
  void settle_answer(std::string_view file, const Upload& upload);
  void settle_refusal(std::string_view file, const Upload& upload);
  [[nodiscard]] static Sighting of_keeper(const Upload& upload, const std::string& who) { return {upload.at, {}, {}, {}, who}; }
  [[nodiscard]] static Sighting of_nas(base::Instant at);

  ListRules rules_;
  Tally& name_;       // 5-a
  Tally& answer_;     // 5-m
  Tally& watching_;   // 5-n
  EntryInspections inspections_;   // 5-p
  Under row_alone_, whole_file_;   // R-22, of 5-m
  SubjectRole role_;
  std::map<std::string, Upload, std::less<>> uploads_;   ///< the last of each file
  bool any_refused_ = false;   ///< the evidence tells of refusals
};

}  // namespace oracle
