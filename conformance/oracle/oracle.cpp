#include "conformance/oracle/oracle.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <variant>

#include "conformance/oracle/clause_2_2_1.h"
#include "conformance/oracle/clause_2_2_2.h"
#include "conformance/oracle/clause_2_3.h"
#include "conformance/oracle/clause_3_1.h"
#include "conformance/oracle/clause_6_budgets.h"
#include "conformance/oracle/clause_6_matching.h"
#include "conformance/oracle/docket.h"
#include "conformance/oracle/list_book.h"
#include "conformance/oracle/outages.h"
#include "conformance/oracle/read_table.h"

namespace oracle {
namespace {

using namespace base::event;

constexpr std::string_view kNas = "nas";
// The requirements on form: judged on the texts of reads that were encoded, of which there may be a sample alone.
constexpr std::array<std::string_view, 7> kFormRequirements{"2.2.1-a", "2.2.1-b", "2.2.1-c", "2.2.2-a", "2.3-a", "2.3-b", "2.3-f"};

/// Whole microseconds, which is what a pack keeps: the stream and the pack are then judged alike.
base::Instant whole_us(base::Instant at) {
  const std::int64_t rest = at.ns % 1000;
  return {at.ns - (rest < 0 ? rest + 1000 : rest)};
}

class StreamOracle : public Oracle {
 public:
  StreamOracle(const catalogue::Catalogue& catalogue, const OracleOptions& options)
      : docket_(catalogue),
        clause_2_2_1_(docket_),
        clause_2_2_2_(docket_),
        clause_2_3_(docket_),
        capture_to_hit_(docket_.of("6-b"), outages_, {base::seconds(4), base::seconds(6)}, "the hit at its operator",
                        "pass, read.sent with its pass_id, hit.sent and hit.delivered"),
        capture_to_nas_(docket_.of("6-c"), outages_, {base::seconds(2), base::seconds(4)}, "the read at NAS",
                        "pass, read.sent with its pass_id, and read.received of nas"),
        nas_to_hit_(docket_.of("6-d"), outages_, {base::seconds(2), base::seconds(2)}, "the hit at its operator",
                    "read.received of nas, hit.sent and hit.delivered"),
        matching_(docket_, lists_, reads_, capture_to_hit_, nas_to_hit_),
        ledger_(docket_, reads_, options.evidence_one_in) {
    for (const std::string_view id : kFormRequirements) docket_.of(id).sampled(options.sampled_one_in);
  }

  void hear(const base::Event& event) override {
    now_ = {whole_us(event.at), event.uncertainty};
    std::visit([this](const auto& e) { on(e); }, event.body);
  }

  std::vector<Judgement> conclude() override {
    if (!closed_) close(false);
    matching_.conclude();
    ledger_.conclude(now_.at);
    for (Budget* budget : {&capture_to_hit_, &capture_to_nas_, &nas_to_hit_}) budget->conclude();
    return docket_.conclude();
  }

 private:
  struct PassedBy {
    Stamp at;
    bool mobile = false;
  };

  void on(const Camera& e) {
    if (e.camera_class == "mobile") mobiles_.emplace(e.camera);
  }
  void on(const Pass& e) { passes_[base::hash64(e.pass_id)] = {now_, !mobiles_.empty() && mobiles_.contains(std::string(e.camera))}; }
  void on(const Link& e) { outages_.hear(now_.at, e); }
  void on(const Component& e) { outages_.hear(now_.at, e); }
  void on(const Operator& e) { lists_.hear(e); }
  void on(const VoiUploaded& e) { lists_.hear(e); }
  void on(const ListInForce& e) { lists_.hear(e); }
  void on(const HitSent& e) { matching_.hear(now_, e); }
  void on(const HitDelivered& e) { matching_.hear(now_, e); }
  void on(const CaptureReturned& e) { ledger_.hear(now_.at, e); }
  void on(const StoreCensus& e) {
    ledger_.hear(now_.at, e, reads_.count([](const ReadState& read) { return read.received && !read.acknowledged; }));
  }
  void on(const ClockCompared& e) {
    if (e.component != "tester") return;
    for (Budget* budget : {&capture_to_hit_, &capture_to_nas_, &nas_to_hit_}) budget->calibrate(e.expanded_uncertainty);
  }
  void on(const PhaseEnded& e) {
    if (e.phase == "liveness" && !closed_) close(true);
  }
  // Where a read is kept meanwhile is no matter of the clauses judged here.
  void on(const ReadBuffered&) {}
  void on(const ReadDeleted&) {}
  void on(const HitAcknowledged&) {}
  void on(const ConnectivityShown&) {}
  void on(const Fault&) {}
  void on(const ConnectivityTest&) {}
  void on(const ManualEntry&) {}
  void on(const OperatorSession&) {}

  void on(const ReadSent& e) {
    const ReadTable::Found found = reads_.open(e.read_id);
    if (found.finished) return;
    ReadState* read = found.state;
    if (read == nullptr) {
      if (!e.read.text.empty()) judge_form(parser_.parse(e.read.text), e);
      return;
    }
    if (read->camera.view().empty()) read->camera = ShortName(e.camera);
    if (!read->captured) take_pass(*read, e.pass_id);
    if (read->content_known) return;
    take_content(*read, e.read);
    if (e.read.facts != nullptr) return take_vrm(*read, e.read.facts->vrm);
    const parse::ReadFields fields = parser_.parse(e.read.text);
    read->sound = judge_form(fields, e);
    take_vrm(*read, fields);
    if (!fields.trouble.empty()) unreadable_[read->content.digest] = read->key;
  }

  void on(const ReadReceived& e) {
    ReadState* state = e.read_id.empty() ? by_content(e.read) : reads_.open(e.read_id).state;
    if (state == nullptr) return;
    ReadState& read = *state;
    if (e.component != kNas) {
      read.at_lea = true;
      read.lea = ShortName(e.component);
      if (!read.content_known) take_read(read, e.read);
      return;
    }
    const Content content = contents_.of(e.read);
    if (read.received) {
      if (content.digest != read.content.digest) read.later = content;
      return;
    }
    if (!read.content_known || content.digest != read.content.digest) take_read(read, e.read, content);
    read.received = now_;
    read.lists_epoch = lists_.epoch();
    lists_.open();
    if (read.captured) {
      capture_to_nas_.observe(*read.captured, now_, read.mobile, {read.camera.view(), read.lea.view(), {}},
                              {now_.at, e.read_id, read.camera.view(), e.read.text});
    }
  }

  void on(const ReadAcknowledged& e) {
    const ReadTable::Found found = reads_.open(e.read_id);
    const bool by_nas = e.component == kNas;
    if (!found.named) {
      if (by_nas) ledger_.acknowledged_nameless(now_.at);
      return;
    }
    if (found.finished) {
      if (by_nas) ledger_.acknowledged_again(found.key, e.capture_id, now_.at);
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
      ledger_.acknowledged(read, e.capture_id, now_.at);
      matching_.acknowledged(read, now_.at);
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
    if (e.component != kNas) return;
    const ReadTable::Found found = reads_.find(e.read_id);
    if (found.state == nullptr || found.state->acknowledged) return;
    const ReadState& read = *found.state;
    const bool unfounded = read.form_judged && read.sound && !e.faults.empty() &&
                           std::all_of(e.faults.begin(), e.faults.end(), [](const RefusedFault& f) { return is_form_clause(f); });
    if (unfounded && read.accepted) {
      docket_.of("3.1-a").against({now_.at, e.read_id, read.camera.view(), {}},
                                  "an accepted read that keeps to the clauses named taken in by NAS",
                                  "refused for " + std::string(e.faults.front().clause));
    }
    if (read.received) lists_.settle(read.lists_epoch);
    ledger_.refused(read.key);
    reads_.finish(found.key);
  }

  static bool is_form_clause(const RefusedFault& fault) {
    if (fault.clause == "2.2.1") return true;
    if (fault.clause == "2.2.2") return fault.field == "time";
    return fault.clause == "2.3" && (fault.field == "feed_id" || fault.field == "source_id" || fault.field == "username");
  }

  bool judge_form(const parse::ReadFields& fields, const ReadSent& e) {
    const Sighting where{now_.at, e.read_id, e.camera, e.read.text};
    const bool vrm = clause_2_2_1_.judge(fields, where), time = clause_2_2_2_.judge(fields, where),
               metadata = clause_2_3_.judge(fields, where);
    return vrm && time && metadata;
  }

  void take_pass(ReadState& read, std::string_view pass_id) {
    if (pass_id.empty()) return;
    const auto pass = passes_.find(base::hash64(pass_id));
    if (pass == passes_.end()) return;
    read.captured = pass->second.at;
    read.mobile = pass->second.mobile;
    passes_.erase(pass->first);
  }

  void take_content(ReadState& read, const ReadBody& body) {
    read.content = contents_.of(body);
    read.content_known = body.facts != nullptr || !body.text.empty();
    read.form_judged = !body.text.empty();
  }

  void take_vrm(ReadState& read, std::string_view vrm) {
    read.vrm = PackedVrm::of(vrm);
    read.vrm_known = true;
  }
  void take_vrm(ReadState& read, const parse::ReadFields& fields) {
    read.vrm_known = false;
    if (fields.vrm.standing == parse::Standing::kThere) take_vrm(read, fields.vrm.value);
  }

  /// What a component received, where that is not what is known already.
  void take_read(ReadState& read, const ReadBody& body, const Content& content) {
    read.content = content;
    read.content_known = body.facts != nullptr || !body.text.empty();
    if (body.facts != nullptr) return take_vrm(read, body.facts->vrm);
    take_vrm(read, parser_.parse(body.text));
  }
  void take_read(ReadState& read, const ReadBody& body) { take_read(read, body, contents_.of(body)); }

  void close(bool whole) {
    closed_ = true;
    for (const ReadState* read : reads_.all()) {
      if (!read->captured || read->received) continue;
      const std::string name = reads_.name_of(read->key);
      capture_to_nas_.overdue(*read->captured, now_.at, read->mobile, {read->camera.view(), read->lea.view(), {}},
                              {now_.at, name, read->camera.view(), {}});
    }
    matching_.close(now_.at, whole);
    ledger_.close(now_.at, whole);
  }

  Docket docket_;
  Outages outages_;
  ListBook lists_;
  ReadTable reads_;
  Contents contents_;
  parse::ReadParser parser_;
  Clause221 clause_2_2_1_;
  Clause222 clause_2_2_2_;
  Clause23 clause_2_3_;
  Budget capture_to_hit_, capture_to_nas_, nas_to_hit_;
  Matching matching_;
  Ledger ledger_;
  tsl::robin_map<std::uint64_t, PassedBy, MixHash> passes_;     ///< whose reads were not sent yet, by hash of pass_id
  tsl::robin_map<std::uint64_t, ReadKey, MixHash> unreadable_;  ///< by content: reads whose text no receiver can read an id from
  std::set<std::string> mobiles_;
  Stamp now_;
  bool closed_ = false;
};

}  // namespace

std::vector<std::string> judged_requirements() {
  return {"2.2.1-a", "2.2.1-b", "2.2.1-c", "2.2.2-a", "2.3-a", "2.3-b", "2.3-f", "3.1-a", "3.1-c", "6-a", "6-b", "6-c", "6-d"};
}

std::unique_ptr<Oracle> make_oracle(const catalogue::Catalogue& catalogue, const OracleOptions& options) {
  return std::make_unique<StreamOracle>(catalogue, options);
}

}  // namespace oracle
