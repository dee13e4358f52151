// The stream of evidence: which check each event is told to, and what is remembered of a read between one event and the next.
#include <optional>
#include <string>
#include <variant>

#include "conformance/oracle/clauses/clause_3_1.h"
#include "conformance/oracle/clauses/clause_7.h"
#include "conformance/oracle/clauses/receipt_times.h"
#include "conformance/oracle/components.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/form.h"
#include "conformance/oracle/interest.h"
#include "conformance/oracle/oracle.h"
#include "conformance/oracle/outages.h"
#include "conformance/oracle/pass_book.h"
#include "conformance/oracle/read_context.h"
#include "conformance/oracle/read_table.h"
#include "conformance/oracle/reads_alone.h"
#include "conformance/oracle/refusal.h"

namespace oracle {
namespace {

using namespace base::event;

constexpr std::string_view kTester = "tester";

/// Whole microseconds, which is what a pack keeps: the stream and the pack are then judged alike.
base::Instant whole_us(base::Instant at) {
  const std::int64_t rest = at.ns % 1000;
  return {at.ns - (rest < 0 ? rest + 1000 : rest)};
}

class StreamOracle : public Oracle {
 public:
  StreamOracle(const catalogue::Catalogue& catalogue, const OracleOptions& options)
      : docket_(catalogue, options.profile, options.role),
        form_(docket_, register_, images_, options.sampled_one_in),
        receipt_times_(docket_.of("6-c"), outages_),
        hit_times_(docket_.of("6-b"), docket_.of("6-d"), outages_),
        interest_(docket_, reads_, hit_times_, SubjectRole(options.role)),
        ledger_(docket_, reads_, images_, options.evidence_one_in),
        clause_7_(docket_, outages_),
        alone_(options.reads_alone) {}

  void hear(const base::Event& event) override {
    const Stamp at{whole_us(event.at), event.uncertainty};
    // Somebody looks at the evidence whenever it suits: that is no time of it.
    if (const auto* looked = std::get_if<Inspection>(&event.body)) return inspected(at, *looked);
    now_ = at;
    interest_.advance(now_.at);
    std::visit([this](const auto& e) { on(e); }, event.body);
  }

  std::vector<Judgement> conclude() override {
    if (!closed_) close(false);
    form_.conclude();
    interest_.conclude(now_.at);
    ledger_.conclude(now_.at);
    receipt_times_.conclude();
    hit_times_.conclude();
    clause_7_.conclude();
    return docket_.conclude();
  }

  [[nodiscard]] std::vector<Calibration> calibration() const override { return calibration_; }

  [[nodiscard]] std::vector<SiteTally> sites() const override {
    return register_.sites(docket_.sites());
  }

 private:
  void on(const Camera& e) {
    register_.hear(e);
    docket_.expect(kind_of(e.camera_class));
    form_.hear(now_.at, *register_.camera(e.camera));
  }
  void on(const Pass& e) { passes_.hear(now_, e, register_.camera(e.camera)); }
  void on(const Link& e) { outages_.hear(now_.at, e); }
  void on(const Component& e) { outages_.hear(now_.at, e); }
  void on(const OperatorSession& e) { register_.hear(now_.at, e); }
  void on(const CaptureReturned& e) { ledger_.hear(now_.at, e); }
  void on(const StoreCensus& e) {
    ledger_.hear(now_.at, e, reads_.count([](const ReadState& read) { return read.received && !read.acknowledged; }));
  }
  void on(const ClockCompared& e) {
    if (e.component != kTester) return;
    calibration_.push_back({std::string(e.component), e.offset, e.expanded_uncertainty, std::string(e.method)});
    receipt_times_.calibrate(e.expanded_uncertainty);
    hit_times_.calibrate(e.expanded_uncertainty);
  }
  void on(const PhaseEnded& e) {
    if (e.phase == "liveness" && !closed_) close(true);
  }
  void on(const ReadBuffered& e) {
    ReadState* read = of_lea(e.component, e.read_id);
    if (read == nullptr) return;
    read->buffered = true;
    read->deleted = false;
  }
  void on(const ReadDeleted& e) {
    if (ReadState* read = of_lea(e.component, e.read_id)) read->deleted = true;
  }
  void on(const Operator& e) {
    interest_.hear(now_, e);
    outages_.hear(now_.at, e);
  }
  void inspected(const Stamp& at, const Inspection& e) {
    form_.hear(at.at, e);
    interest_.hear(at, e);
  }
  void on(const ConnectivityTest& e) {
    if (register_.is_test(e.read_id)) return;   // told again
    register_.hear(e);
    Sighting where{now_.at, e.read_id, camera_of(e.component), {}, e.component};
    where.of_unit = register_.is_of_unit(where.camera);
    form_.clause_2_1().declared(where, e.vrm);
    const ReadTable::Found found = reads_.find(e.read_id);
    if (found.finished) form_.clause_2_1().forgotten(where);
    if (found.state != nullptr && found.state->sent && found.state->vrm_known) form_.clause_2_1().sent_before(where, found.state->vrm);
  }
  void on(const ManualEntry& e) {
    if (e.read_id.empty() || register_.is_manual(e.read_id)) return;   // told of no read, or told again
    register_.hear(e);
    const ReadTable::Found found = reads_.find(e.read_id);
    const bool of_device = found.state != nullptr && found.state->of_device;
    form_.clause_2_3().manual({now_.at, e.read_id, {}, {}, e.component}, found.finished ? Clause23::SentAs::kForgotten
                                                                         : of_device    ? Clause23::SentAs::kOfDevice
                                                                                        : Clause23::SentAs::kNothing);
  }
  // What is shown to people, and which faults a run was given, is no matter of the clauses judged here.
  void on(const ConnectivityShown&) {}
  void on(const Fault&) {}
  /// Lists, national data and hits.
  template <class OfInterest>
  void on(const OfInterest& e) {
    interest_.hear(now_, e);
  }

  /// Null where the component is NAS, or a camera, which may forget what it has handed on.
  ReadState* of_lea(std::string_view component, std::string_view read_id) {
    return is_nas(component) || is_camera(component) ? nullptr : reads_.find(read_id).state;
  }

  void on(const ReadSent& e) {
    if (register_.camera(e.camera) != nullptr) docket_.sites().read(e.camera);
    any_sent_ = true;
    any_pass_named_ = any_pass_named_ || !e.pass_id.empty();
    const ReadTable::Found found = reads_.open(e.read_id);
    if (found.finished) return;
    ReadState* read = found.state;
    if (read == nullptr) {
      if (!e.read.text.empty()) form_.sent(now_.at, e, parser_.parse(e.read.text), std::nullopt, std::nullopt);
      return;
    }
    if (read->camera.view().empty()) read->camera = ShortName(e.camera);
    if (read->sent) return sent_again(*read, e);
    read->sent = now_;
    const std::optional<PassedBy> pass = read->captured ? std::nullopt : take_pass(*read, e.pass_id);
    if (!read->received) take_content(*read, e.read);
    read->sent_digest = read->received ? contents_.of(e.read).digest : read->content.digest;
    if (e.read.facts != nullptr) {
      read->take_mark(e.read.facts->vrm);
      return form_.sent_as_value(now_.at, e, pass);
    }
    const parse::ReadFields fields = parser_.parse(e.read.text);
    read->sound = form_.sent(now_.at, e, fields, pass, read->key);
    if (pass && pass->staged) sent_staged(*read);
    read->of_device = fields.nrd_id.standing == parse::Standing::kThere && fields.nrd_id.value != 0;
    take_vrm(*read, fields);
    if (alone_.holds()) return reads_.finish(read->key);
    if (!fields.trouble.empty()) unreadable_[read->content.digest] = read->key;
    if (alone_.sent(reads_)) unreadable_.clear();
  }

  /// Somebody may be told to have had it before it was sent.
  void sent_staged(ReadState& read) {
    read.staged = true;
    if (!read.lea.view().empty()) form_.staged_at_lea(read.key, read.lea.view());
    const bool same = read.content.digest == read.sent_digest;
    if (read.received) same ? form_.staged_received(read.key, nullptr, {}, read.lea.view()) : form_.staged_unseen(read.key);
  }

  /// The same again is nothing new; another text under the same id is judged, too.
  void sent_again(ReadState& read, const ReadSent& e) {
    if (!read.captured) static_cast<void>(take_pass(read, e.pass_id));
    const std::uint64_t digest = contents_.of(e.read).digest;
    if (e.read.text.empty() || digest == read.sent_digest) return;
    if (!resent_.insert(base::mix64(read.key.packed()) + digest).second) return;
    form_.sent(now_.at, e, parser_.parse(e.read.text), std::nullopt, std::nullopt);
  }

  void on(const ReadReceived& e) {
    alone_.followed(docket_);
    ReadState* state = e.read_id.empty() ? by_content(e.read) : reads_.open(e.read_id).state;
    if (state == nullptr) return;
    ReadState& read = *state;
    if (!is_nas(e.component)) {
      read.at_lea = true;
      read.lea = ShortName(e.component);
      if (!read.at_lea_since) read.at_lea_since = now_;
      if (read.staged) form_.staged_at_lea(read.key, e.component);
      if (!read.content_known) take_read(read, e.read);
      return;
    }
    const Content content = contents_.of(e.read);
    if (read.received) {
      if (content.digest != read.content.digest) read.later = content;
      return;
    }
    const bool changed = !read.content_known || content.digest != read.content.digest;
    if (changed) take_read(read, e.read, content);
    if (read.staged) form_.staged_received(read.key, changed ? &e.read : nullptr, parser_.parse(e.read.text), read.lea.view());
    read.received = now_;
    any_received_ = true;
    interest_.received(read);
    clause_7_.received(read, now_.at);
    receipt_times_.received(read, e.read_id, e.read.text, now_);
  }

  void on(const ReadAcknowledged& e) {
    alone_.followed(docket_);
    const ReadTable::Found found = reads_.open(e.read_id);
    const bool by_nas = is_nas(e.component);
    if (!found.named) {
      if (by_nas) ledger_.acknowledged_nameless(now_.at);
      return;
    }
    if (found.finished) {
      if (by_nas && !found.forgotten) ledger_.acknowledged_again(found.key, e.capture_id, now_.at);
      return;
    }
    ReadState& read = *found.state;
    if (!read.accepted) read.accepted_at = now_.at;
    read.accepted = true;
    if (!by_nas) {
      read.at_lea = false;
    } else if (read.acknowledged) {
      ledger_.acknowledged_again(read.key, e.capture_id, now_.at);
    } else {
      read.acknowledged = true;
      if (read.staged && !read.received) form_.staged_unseen(read.key);
      ledger_.acknowledged(read, e.capture_id, now_.at);
      interest_.acknowledged(read, now_.at);
    }
    if (read.acknowledged && !read.at_lea) reads_.finish(read.key);
  }

  /// Whoever receives a text that cannot be read has no id to tell it by; its bytes say which read it is.
  ReadState* by_content(const ReadBody& body) {
    if (body.text.empty() || unreadable_.empty()) return nullptr;
    const auto at = unreadable_.find(contents_.of(body).digest);
    return at == unreadable_.end() ? nullptr : reads_.find(at->second);
  }

  /// A read that NAS refuses is nobody's loss, unless every clause the refusal names is one that is judged here and was found kept.
  void on(const ReadRefused& e) {
    if (!is_nas(e.component)) return;
    const ReadTable::Found found = reads_.find(e.read_id);
    if (found.state == nullptr || found.state->acknowledged) return;
    const ReadState& read = *found.state;
    if (read.form_judged && read.sound && read.accepted && rests_on_form_alone(e.faults)) {
      docket_.of("3.1-a").against({now_.at, e.read_id, read.camera.view(), {}, kNas},
                                  "an accepted read that keeps to the clauses named taken in by NAS",
                                  "refused for " + std::string(e.faults.front().clause));
    }
    interest_.refused(read);
    ledger_.refused(read.key);
    reads_.finish(found.key);
  }

  std::optional<PassedBy> take_pass(ReadState& read, std::string_view pass_id) {
    const std::optional<PassedBy> pass = passes_.take(pass_id);
    if (!pass) return pass;
    read.captured = pass->at;
    read.mobile = register_.is_of_unit(read.camera.view());
    return pass;
  }

  void take_content(ReadState& read, const ReadBody& body) {
    read.content = contents_.of(body);
    read.content_known = body.facts != nullptr || !body.text.empty();
    read.form_judged = !body.text.empty();
  }

  void take_vrm(ReadState& read, const parse::ReadFields& fields) {
    read.vrm_known = false;
    if (fields.vrm.standing == parse::Standing::kThere) read.take_mark(fields.vrm.value);
  }

  /// What a component received, where that is not what is known already, and was not judged.
  void take_read(ReadState& read, const ReadBody& body, const Content& content) {
    read.form_judged = false;
    read.content = content;
    read.content_known = body.facts != nullptr || !body.text.empty();
    if (body.facts != nullptr) return read.take_mark(body.facts->vrm);
    take_vrm(read, parser_.parse(body.text));
  }
  void take_read(ReadState& read, const ReadBody& body) { take_read(read, body, contents_.of(body)); }

  void close(bool whole) {
    closed_ = true;
    for (const ReadState* read : reads_.all()) {
      // What NAS has acknowledged it has received, though the evidence does not say when.
      if (read->received || read->acknowledged) continue;
      const std::string name = reads_.name_of(read->key);
      clause_7_.never_received(*read, name, now_.at, whole);
      // Where the evidence ends somewhere, and never tells of a receipt, it is silent on receipts.
      if (whole || any_received_) receipt_times_.overdue(*read, name, now_.at);
    }
    if (any_sent_ && !any_pass_named_ && passes_.any_awaited()) {
      for (const std::string_view id : {"2.2.1-d", "2.2.4-g"}) docket_.of(id).missing("no read.sent says which pass it is of (pass_id)");
      passes_ = {};
    }
    form_.close(passes_, now_.at, any_received_, whole);
    interest_.close(now_.at, whole);
    ledger_.close(now_.at, whole);
  }

  Docket docket_;
  Register register_;
  Outages outages_;
  ReadTable reads_;
  Images images_;
  Contents contents_{images_};
  parse::ReadParser parser_;
  Form form_;
  ReceiptTimes receipt_times_;
  HitTimes hit_times_;
  Interest interest_;
  Ledger ledger_;
  Clause7 clause_7_;
  PassBook passes_;
  tsl::robin_map<std::uint64_t, ReadKey, MixHash> unreadable_;  ///< by content: reads whose text no receiver can read an id from
  tsl::robin_set<std::uint64_t, MixHash> resent_;   ///< by key and content: other texts under the id of a read, which were judged
  std::vector<Calibration> calibration_;
  Stamp now_;
  bool any_received_ = false;   ///< by NAS
  bool any_sent_ = false, any_pass_named_ = false;
  ReadsAlone alone_;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<Oracle> make_oracle(const catalogue::Catalogue& catalogue, const OracleOptions& options) {
  return std::make_unique<StreamOracle>(catalogue, options);
}

}  // namespace oracle
