// What each read is judged for when it is sent: its text, its images, and what stands behind it.
#pragma once

#include <optional>
#include <string_view>

#include "conformance/oracle/clauses/clause_2_1.h"
#include "conformance/oracle/clauses/clause_2_2_1.h"
#include "conformance/oracle/clauses/clause_2_2_2.h"
#include "conformance/oracle/clauses/clause_2_2_3.h"
#include "conformance/oracle/clauses/clause_2_2_4.h"
#include "conformance/oracle/clauses/clause_2_3.h"
#include "conformance/oracle/clauses/inspections.h"
#include "conformance/oracle/clauses/staged_scenes.h"
#include "conformance/oracle/pass_book.h"

namespace oracle {

/// The checks of clauses 2.1 to 2.3.
///
/// Owner:   docket, register and images are borrowed for life.
class Form {
 public:
  /// `one_in`: of the reads, one in so many crossed encoded; the rest is not judged for its form.
  Form(Docket& docket, const Register& people, Images& images, std::uint32_t one_in);

  void hear(base::Instant at, const RegisteredCamera& camera) {
    clause_2_2_3_.hear(at, camera);
    clause_2_2_4_.hear(camera);
  }
  void hear(base::Instant at, const base::event::Inspection& e) { inspections_.hear(at, e); }

  /// A read was sent, for the first time. Whether nothing was found against the mandatory fields of its text (refusal.h). `key` is nothing
  /// where it has no name.
  bool sent(base::Instant at, const base::event::ReadSent& e, const parse::ReadFields& fields, const std::optional<PassedBy>& pass,
            std::optional<ReadKey> key);
  /// The same of one that crossed as a value, of which no more than the mark is known.
  void sent_as_value(base::Instant at, const base::event::ReadSent& e, const std::optional<PassedBy>& pass);
  /// The LEA component `by` has a read of a staged pass.
  void staged_at_lea(ReadKey key, std::string_view by) { staged_.at_lea(key, by); }
  /// NAS has it through the hands of `by`, if any. `changed`: where it is not as it was sent, what came, and what its text says.
  void staged_received(ReadKey key, const base::event::ReadBody* changed, const parse::ReadFields& fields, std::string_view by) {
    staged_.received(key, changed == nullptr ? std::nullopt : std::optional(images_of(*changed, fields)), by);
  }
  /// NAS has it, and the evidence does not hold what it received.
  void staged_unseen(ReadKey key) { staged_.received_unseen(key); }

  [[nodiscard]] Clause21& clause_2_1() { return clause_2_1_; }
  [[nodiscard]] Clause23& clause_2_3() { return clause_2_3_; }

  /// Nothing more is to be waited for (`whole`), or the evidence just ends.
  void close(const PassBook& passes, base::Instant at, bool any_received, bool whole);
  void conclude();

 private:
  void judge_mark(const Sighting& where, const std::optional<PassedBy>& pass, std::optional<std::string_view> vrm);
  [[nodiscard]] SentImages images_of(const base::event::ReadBody& body, const parse::ReadFields& fields);
  void see(const SentImages& sent, const ReadContext& context, const parse::ReadFields& fields);

  const Register& register_;
  Images& images_;
  Clause21 clause_2_1_;
  Clause221 clause_2_2_1_;
  Clause222 clause_2_2_2_;
  Clause223 clause_2_2_3_;
  Clause224 clause_2_2_4_;
  Clause23 clause_2_3_;
  StagedScenes staged_;
  Inspections inspections_;
  base::Bytes patch_, overview_;   ///< of texts that hold their images whole
};

}  // namespace oracle
