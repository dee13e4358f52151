// Hand-made evidence: events told to an oracle one by one, with what a test does not care about filled in.
#pragma once

#include <algorithm>
#include <deque>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "conformance/oracle/oracle.h"

namespace oracle::test {

using catalogue::Verdict;
using namespace base::event;

inline constexpr std::string_view kCamera = "35-12-42";
inline constexpr std::string_view kList = "35_Test.csv";

/// The text of a sound read, with its mark and, before the other fields, whatever `first` adds.
inline std::string text_of(std::string_view vrm, std::string_view time = "11/06/2019 07:00:00", std::string_view feed = "\"35\"",
                           std::string_view source = "12", std::string_view username = "\"Unattended\"") {
  return fmt::format(R"({{"vrm":"{}","time":"{}","location":"52.205101,0.121840","feed_id":{},"source_id":{},"nrd_id":42,"username":{}}})",
                     vrm, time, feed, source, username);
}

/// A list of the template with one row a mark: `VRM[,ACTION[,START[,WEED]]]`.
inline std::string list_of(const std::vector<std::vector<std::string>>& rows) {
  std::string csv =
      "VRM,MAKE,MODEL,COLOUR,ACTION,WARNING MARKERS,REASON,INTEL 3X5X2,INFORMATION/ACTION,LEA AND AREA,START DATE,WEED DATE,PNC "
      "ID,GSC,CAD,CONTACT\r\n";
  for (const auto& row : rows) {
    const auto cell = [&](std::size_t i, std::string_view otherwise) { return row.size() > i ? std::string_view(row[i]) : otherwise; };
    csv += fmt::format("{},FORD,FOCUS,BLUE,{},,Drugs,E41,look twice,Cambs,{},{},,OFFICIAL,,\r\n", cell(0, ""), cell(1, "Stop"), cell(2, ""),
                       cell(3, "01/01/2099"));
  }
  return csv;
}

class Script : public base::Witness {
 public:
  explicit Script(OracleOptions options = {}) : oracle_(make_oracle(catalogue::built_in(), options)) {}

  void hear(const base::Event& event) override { oracle_->hear(event); }
  void tell(Body body, base::Duration uncertainty = {}) { hear({now_, std::move(body), uncertainty}); }
  Script& wait(base::Duration d) {
    now_ = now_ + d;
    return *this;
  }
  [[nodiscard]] base::Instant now() const { return now_; }

  /// A body that refers to what the script keeps.
  ReadBody body(std::string_view text, const base::Bytes* patch = nullptr, const base::Bytes* overview = nullptr) {
    return {texts_.emplace_back(text), patch, overview, nullptr};
  }

  void list(const std::vector<std::vector<std::string>>& rows, std::string_view file = kList) { csv(list_of(rows), file); }
  void csv(std::string text, std::string_view file = kList) {
    const base::Bytes& content = lists_.emplace_back(std::move(text));
    tell(VoiUploaded{file, "35", &content, false});
    tell(ListInForce{"nas", file, "1"});
  }
  /// An upload by somebody, of which NAS has not said anything yet.
  void upload(std::string text, std::string_view file = kList, std::string_view owner = "35", bool staged = false, bool national = false) {
    const base::Bytes& content = lists_.emplace_back(std::move(text));
    tell(VoiUploaded{file, owner, &content, national, staged});
  }
  const base::Bytes* kept(std::string text) { return &lists_.emplace_back(std::move(text)); }
  void in_force(std::string_view file = kList) { tell(ListInForce{"nas", file, "1"}); }
  void subscribe(std::string_view pattern = "35_*", std::string_view name = "op") {
    const std::vector<std::string_view> patterns{pattern};
    tell(Operator{name, "35", patterns, true});
  }

  /// Somebody who asks for hits of an area, of a priority, or of both; nothing: of any.
  void subscribe_to(const std::vector<std::string_view>& cameras, const std::vector<std::string_view>& actions,
                    std::string_view name = "op") {
    const std::vector<std::string_view> patterns{"35_*"};
    tell(Operator{name, "35", patterns, true, true, cameras, actions});
  }

  void camera(std::string_view name = kCamera, std::string_view camera_class = "static", bool records_unread = true,
              std::span<const Preset> presets = {}) {
    tell(Camera{name, camera_class, true, records_unread, {}, std::nullopt, 0, presets});
  }
  void pass(std::string_view id, std::string_view camera = kCamera) { tell(Pass{id, camera, "AB01CDE", {}, 0}); }
  void unread_pass(std::string_view id, std::string_view camera = kCamera) { tell(Pass{id, camera, "", {}, 0}); }
  void sent(std::string_view id, std::string_view text, std::string_view pass_id = {}, std::string_view camera = kCamera) {
    tell(ReadSent{id, pass_id, camera, body(text)});
  }
  void received(std::string_view id, std::string_view text, std::string_view component = "nas") {
    tell(ReadReceived{component, id, body(text)});
  }
  void acknowledged(std::string_view id, std::string_view capture_id, std::string_view component = "nas") {
    tell(ReadAcknowledged{component, id, capture_id});
  }
  void returned(std::string_view capture_id, std::string_view text) { tell(CaptureReturned{capture_id, body(text)}); }
  void hit(std::string_view id, std::string_view read_id, std::int64_t row, std::string_view file = kList) {
    tell(HitSent{id, read_id, file, row, "voi"});
  }
  void delivered(std::string_view id, std::string_view name = "op") { tell(HitDelivered{id, name}); }
  void end_of(std::string_view phase) { tell(PhaseEnded{phase}); }

  /// A read all the way to NAS and back: capture "c<id>".
  void whole_read(const std::string& id, std::string_view text) {
    pass("p" + id);
    sent(id, text, "p" + id);
    wait(base::milliseconds(10));
    received(id, text);
    wait(base::milliseconds(10));
    acknowledged(id, "c" + id);
  }

  /// What is concluded of one requirement. To be called at the end; the first call concludes.
  const Judgement& judgement(std::string_view id) {
    if (judgements_.empty()) judgements_ = oracle_->conclude();
    for (const Judgement& j : judgements_) {
      if (j.requirement == id) return j;
    }
    throw std::out_of_range(std::string(id));
  }
  Verdict verdict(std::string_view id) { return judgement(id).verdict; }
  /// The same where one reading is taken so, and every other as the default has it.
  Conclusion under(std::string_view id, std::string_view reading, std::uint32_t alternative) {
    return under(id, std::vector<Choice>{{std::string(reading), alternative}});
  }
  Conclusion under(std::string_view id, const std::vector<Choice>& chosen) {
    const Judgement& j = judgement(id);
    for (const auto& [choices, conclusion] : j.otherwise) {
      const auto as_chosen = [&](const Choice& c) {
        const auto named = std::find_if(chosen.begin(), chosen.end(), [&](const Choice& n) { return n.reading == c.reading; });
        return c.alternative == (named == chosen.end() ? 0 : named->alternative);
      };
      if (std::all_of(choices.begin(), choices.end(), as_chosen)) return conclusion;
    }
    throw std::out_of_range(std::string(id));
  }

 private:
  std::unique_ptr<Oracle> oracle_;
  base::Instant now_ = base::parse_rfc3339("2019-06-11T07:00:00Z").value();
  std::deque<std::string> texts_;
  std::deque<base::Bytes> lists_;
  std::vector<Judgement> judgements_;
};

}  // namespace oracle::test
