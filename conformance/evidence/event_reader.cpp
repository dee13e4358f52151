#include "conformance/evidence/event_reader.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "conformance/evidence/base64.h"
#include "conformance/evidence/event_members.h"
#include "conformance/evidence/fields.h"
#include "conformance/evidence/instant_reader.h"
#include "conformance/evidence/json_text.h"
#include "conformance/evidence/pack.h"
#include "conformance/evidence/read_text.h"
#include "conformance/evidence/tame_json.h"

namespace evidence {
namespace {

using namespace base::event;
namespace dom = simdjson::dom;

constexpr std::string_view kNas = "nas";
constexpr std::array<std::string_view, 5> kHitSources{"voi", "fast-track", "extract", "schengen", "mmc"};
constexpr std::array<std::string_view, 3> kLinkStates{"up", "down", "degraded"};

}  // namespace

class EventReader::Parser {
 public:
  explicit Parser(PackContents& contents) : contents_(contents) {
    const auto allocated = parser_.allocate(4096, kDepthMax);
    static_cast<void>(allocated);  // where memory is short, the next parse says so
  }

  base::Result<std::optional<ReadEvent>> read(std::string_view line) {
    if (line.size() > kLineBytesMax) return base::fail(kPackUnreadable, "expected a line of at most 16 MiB");
    dom::object object;
    auto code = parser_.parse(line.data(), line.size(), false).get_object().get(object);
    if (code == simdjson::NUMBER_ERROR || code == simdjson::STRING_ERROR) code = parse_tamed(line, object);
    if (code != simdjson::SUCCESS) {
      return base::fail(kPackUnreadable, fmt::format("expected one JSON object in UTF-8; found: {}", simdjson::error_message(code)));
    }
    line_ = line;
    try {
      fields_.take(object, Repeats::kRefused);
      return event_of(fields_);
    } catch (const LineFault& fault) {
      return base::fail(kPackUnreadable, fault.expected);
    } catch (const base::Error& fault) {
      return tl::unexpected(fault);
    }
  }

 private:
  /// Of a line that holds what is JSON and is nothing for this parser; the bytes of a read are still taken from the line itself. A number
  /// of the event's own is left as it is, and is a fault of the line.
  simdjson::error_code parse_tamed(std::string_view line, dom::object& object) {
    tamed_ = with_whole_escapes(line);
    if (const auto read = raw_member(tamed_, "read")) {
      const std::size_t at = static_cast<std::size_t>(read->data() - tamed_.data());
      tamed_.replace(at, read->size(), tamed(*read));
    }
    tamed_.resize(line.size() + kPadding);
    return parser_.parse(tamed_.data(), line.size(), false).get_object().get(object);
  }

  struct Kind {
    std::string_view name;
    Body (*read)(Parser&, const Fields&);
  };
  static std::span<const Kind> kinds();

  std::optional<ReadEvent> event_of(const Fields& f) {
    const base::Instant at = at_.read(f);
    const std::string_view kind = f.text("kind");
    const std::string_view clock = f.text_or("clock", "tester");
    if (clock != "tester" && clock != "subject") Fields::expected("clock", "\"tester\" or \"subject\"");
    const bool by_subject = clock == "subject";
    std::optional<std::int64_t> seq;
    if (by_subject || f.has("seq")) seq = f.integer("seq");
    const auto found = std::ranges::find(kinds(), kind, &Kind::name);
    if (found == kinds().end()) return std::nullopt;
    return ReadEvent{{at, found->read(*this, f), f.uncertainty_of_seconds("uncertainty_s")}, by_subject, seq};
  }

  /// The read of an event: as it stands (`read`), as base64 (`raw`, which goes before), or as facts.
  ReadBody read_of(const Fields& f) {
    ReadBody body;
    std::string_view patch, overview;
    if (f.has("raw")) {
      auto bytes = from_base64(f.text("raw"));
      if (!bytes) Fields::expected("raw", "base64");
      raw_ = std::move(*bytes);
      body.text = raw_;
    } else if (f.has("facts")) {
      const Fields facts = f.object_of_own("facts");
      facts_.vrm = facts.text("vrm");
      facts_.size_bytes = static_cast<std::uint32_t>(std::clamp<std::int64_t>(facts.integer_or("size_bytes", 0), 0, UINT32_MAX));
      body.facts = &facts_;
    } else if (f.has("read")) {
      const dom::object read = f.object("read");
      const auto text = f.is_last("read") ? raw_last_member(line_, "read") : raw_member(line_, "read");
      if (!text) Fields::expected("read", "spelt without escapes, so that its bytes can be told");
      body.text = *text;
      const NamedImages named = named_images(read);
      patch = named.plate_patch;
      overview = named.overview;
    } else {
      Fields::expected("read", "the read, where there is neither raw nor facts");
    }
    if (f.has("parts")) {
      const Fields parts = f.object_of_own("parts");
      patch = parts.hash_or_none("plate_patch");
      overview = parts.hash_or_none("overview");
    }
    body.plate_patch = image(patch, patch_, body.unheld_plate_patch);
    body.overview = image(overview, overview_, body.unheld_overview);
    return body;
  }

  const base::Bytes* image(std::string_view hash, base::Bytes& holder, std::string_view& unheld) {
    if (!is_sha256(hash)) return nullptr;
    auto bytes = contents_.image(hash);
    if (!bytes) throw bytes.error();
    if (!*bytes) {
      unheld = hash;
      return nullptr;
    }
    holder = std::move(**bytes);
    return &holder;
  }

  Operator operator_of(const Fields& f) {
    names_.clear();
    cameras_.clear();
    actions_.clear();
    if (f.has("lists")) f.strings("lists", names_);
    if (f.has("cameras")) f.strings("cameras", cameras_);
    if (f.has("actions")) f.strings("actions", actions_);
    for (const std::string_view action : actions_) {
      if (action != "Stop" && action != "Assess" && action != "No Alert")
        Fields::expected("actions", "an array of Stop, Assess and No Alert");
    }
    return {f.text("operator"), f.text_or("organisation", ""), names_, f.truth_or("online", true), f.has("lists"), cameras_, actions_};
  }

  Inspection inspection(const Fields& f) {
    names_.clear();
    f.strings("sample", names_);
    if (!std::all_of(names_.begin(), names_.end(), is_sha256)) Fields::expected("sample", "an array of SHA-256, in lower-case digits");
    const std::string_view result = f.text("result");
    if (result != "pass" && result != "fail") Fields::expected("result", "\"pass\" or \"fail\"");
    return {f.text("requirement"), names_, f.text("criterion"), result == "pass", f.text("inspector")};
  }

  /// The list that an event names by its hash; null where it names none, or one that the pack does not hold.
  const base::Bytes* list(const Fields& f) {
    const std::string_view hash = f.hash_or_none("sha256");
    if (hash.empty()) return nullptr;
    auto bytes = contents_.list(hash);
    if (!bytes) throw bytes.error();
    if (!*bytes) return nullptr;
    list_ = std::move(**bytes);
    return &list_;
  }

  PackContents& contents_;
  dom::parser parser_;
  Fields fields_;
  InstantReader at_;
  std::string_view line_;
  std::string tamed_;
  std::string raw_;
  ReadFacts facts_;
  base::Bytes patch_, overview_, list_;
  std::vector<RefusedFault> faults_;
  std::vector<std::string_view> names_, cameras_, actions_;
  std::vector<Preset> presets_;
};

// In order of how often they stand in a pack.
std::span<const EventReader::Parser::Kind> EventReader::Parser::kinds() {
  static constexpr auto kKinds = std::to_array<Kind>({
      {"read.received",
       [](Parser& p, const Fields& f) -> Body {
         return ReadReceived{f.holder_or("component", kNas), f.text("read_id"), p.read_of(f)};
       }},
      {"read.acknowledged",
       [](Parser&, const Fields& f) -> Body {
         return ReadAcknowledged{f.holder_or("component", kNas), f.text("read_id"), f.text_or("capture_id", "")};
       }},
      {"read.sent",
       [](Parser& p, const Fields& f) -> Body {
         return ReadSent{f.text("read_id"), f.text_or("pass_id", ""), f.camera_or_none("camera"), p.read_of(f)};
       }},
      {"pass",
       [](Parser&, const Fields& f) -> Body {
         Pass e{f.text("pass_id"),
                f.camera_or_none("camera"),
                f.text_or("vrm", ""),
                f.position_or_none(),
                {},
                f.truth_or("detailed_scene", false)};
         if (f.has("direction")) e.direction_deg = static_cast<std::int32_t>(f.integer_within("direction", 0, 359));
         e.vrm_told = f.stands("vrm");
         return e;
       }},
      {"read.buffered",
       [](Parser&, const Fields& f) -> Body {
         return ReadBuffered{f.holder("component"), f.text("read_id")};
       }},
      {"read.deleted",
       [](Parser&, const Fields& f) -> Body {
         return ReadDeleted{f.holder("component"), f.text("read_id")};
       }},
      {"capture.returned",
       [](Parser& p, const Fields& f) -> Body {
         return CaptureReturned{f.text("capture_id"), p.read_of(f)};
       }},
      {"hit.sent",
       [](Parser&, const Fields& f) -> Body {
         return HitSent{f.text("hit_id"), f.text_or("read_id", ""), f.text_or("list", ""),
                        f.has("row") ? std::optional(f.integer_within("row", 0, INT64_MAX)) : std::nullopt,
                        f.word_or("source", kHitSources, "voi"), f.seconds("data_age_s")};
       }},
      {"hit.delivered",
       [](Parser&, const Fields& f) -> Body {
         return HitDelivered{f.text("hit_id"), f.text_or("operator", "")};
       }},
      {"hit.acknowledged",
       [](Parser&, const Fields& f) -> Body {
         return HitAcknowledged{f.text("hit_id"), f.text_or("operator", "")};
       }},
      {"read.refused", [](Parser& p, const Fields& f) -> Body { return refused_of(f, p.faults_); }},
      {"camera", [](Parser& p, const Fields& f) -> Body { return camera_of(f, p.presets_); }},
      {"voi.uploaded",
       [](Parser& p, const Fields& f) -> Body {
         return VoiUploaded{f.text("file"), f.text_or("owner", ""), p.list(f), f.truth_or("national", false), f.truth_or("staged", false)};
       }},
      {"voi.row_refused",
       [](Parser&, const Fields& f) -> Body {
         return VoiRowRefused{f.text("file"), f.integer_or("row", 0), f.integer_or("column", 0), f.text_or("reason", "")};
       }},
      {"voi.weeded",
       [](Parser&, const Fields& f) -> Body {
         return VoiWeeded{f.text("file"), f.integer_or("row", 0)};
       }},
      {"voi.refused",
       [](Parser&, const Fields& f) -> Body {
         return VoiRefused{f.text("file"), f.text_or("owner", ""), f.text_or("reason", "")};
       }},
      {"voi.deleted",
       [](Parser&, const Fields& f) -> Body {
         return VoiDeleted{f.text("file"), f.text_or("owner", "")};
       }},
      {"list.in_force",
       [](Parser&, const Fields& f) -> Body {
         return ListInForce{f.text_or("component", kNas), f.text("file"), f.text_or("version", "")};
       }},
      {"operator", [](Parser& p, const Fields& f) -> Body { return p.operator_of(f); }},
      {"link",
       [](Parser&, const Fields& f) -> Body {
         return Link{f.text("from"), f.text("to"), f.truth_or("up", true)};
       }},
      {"connectivity.shown",
       [](Parser&, const Fields& f) -> Body {
         return ConnectivityShown{f.text("component"), f.word("state", kLinkStates)};
       }},
      {"component",
       [](Parser&, const Fields& f) -> Body {
         return Component{f.text("component"), f.truth_or("up", true)};
       }},
      {"fault",
       [](Parser&, const Fields& f) -> Body {
         return Fault{f.text("fault"), f.text_or("target", ""), f.truth_or("on", true)};
       }},
      {"store.census",
       [](Parser&, const Fields& f) -> Body {
         return StoreCensus{f.text_or("component", kNas), f.integer_within("count", 0, INT64_MAX)};
       }},
      {"phase.ended", [](Parser&, const Fields& f) -> Body { return PhaseEnded{f.text("phase")}; }},
      {"clock.compared",
       [](Parser&, const Fields& f) -> Body {
         return ClockCompared{f.text("component"), f.seconds_or_none("offset_s"),
                              f.uncertainty_of_seconds("expanded_uncertainty_s"), f.text_or("method", "")};
       }},
      {"connectivity.test",
       [](Parser&, const Fields& f) -> Body {
         return ConnectivityTest{f.text("component"), f.text_or("vrm", ""), f.text_or("read_id", "")};
       }},
      {"manual.entry",
       [](Parser&, const Fields& f) -> Body {
         return ManualEntry{f.text("component"), f.text("read_id")};
       }},
      {"operator.session",
       [](Parser&, const Fields& f) -> Body {
         return OperatorSession{f.text("component"), f.text_or("username", ""), f.truth_or("open", true)};
       }},
      {"inspection", [](Parser& p, const Fields& f) -> Body { return p.inspection(f); }},
      {"symbol.shown",
       [](Parser&, const Fields& f) -> Body {
         return SymbolShown{f.text("component"), f.text("hit_id"), f.text_or("action", ""), f.text_or("text", ""), f.has("text")};
       }},
      {"list.loaded",
       [](Parser&, const Fields& f) -> Body {
         return ListLoaded{f.text("component"), f.text("file"), f.text_or("version", "")};
       }},
      {"pnc.link", [](Parser&, const Fields& f) -> Body { return PncLink{f.truth_or("up", true)}; }},
      {"pnc.extract_issued",
       [](Parser& p, const Fields& f) -> Body {
         return PncExtractIssued{f.text("version"), p.list(f)};
       }},
      {"pnc.extract_loaded",
       [](Parser&, const Fields& f) -> Body {
         return PncExtractLoaded{f.text_or("component", kNas), f.text("version")};
       }},
      {"pnc.entries",
       [](Parser& p, const Fields& f) -> Body {
         return PncEntries{f.text("source"), p.list(f)};
       }},
  });
  return kKinds;
}

EventReader::EventReader(PackContents& contents) : parser_(std::make_unique<Parser>(contents)) {}
EventReader::~EventReader() = default;

base::Result<std::optional<ReadEvent>> EventReader::read(std::string_view line) { return parser_->read(line); }

}  // namespace evidence
