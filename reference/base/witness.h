// The Witness: to whom whoever drives the components says what crossed a border, and what was true when it did.
//
// The events are those of an evidence pack (docs/evidence-pack.md), one struct a kind. They carry bytes and instants, never
// a domain value of ours, for the judge must not see the world through the eyes of the judged. The one exception is a read
// that crossed as a value (`wire: sampled 1/N`): then `text` is empty and `facts` holds what the ledger, timing and matching need.
//
// Owner: everything a view or span refers to is borrowed for the call.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "reference/base/bytes.h"
#include "reference/base/instant.h"

namespace base::event {

/// Latitude and longitude, WGS 84. Units: 1e-7 degree.
struct Position {
  std::int32_t latitude_deg_e7 = 0;
  std::int32_t longitude_deg_e7 = 0;
};

/// What is known of a read that crossed as a value.
struct ReadFacts {
  std::string_view vrm;
  std::uint32_t size_bytes = 0;   ///< what its encoded form would weigh, images and all
};

/// A read as it crossed: its text and its images, or, for one that is not encoded, its facts.
struct ReadBody {
  std::string_view text;              ///< as sent: a JSON object whose images are `{"sha256": ..., "bytes": ...}`; empty for a value
  const Bytes* plate_patch = nullptr; ///< null where there was none
  const Bytes* overview = nullptr;
  const ReadFacts* facts = nullptr;   ///< set where `text` is empty
  /// The SHA-256 of an image that did cross, by the word of a pack that does not hold its bytes; empty everywhere else.
  std::string_view unheld_plate_patch = {}, unheld_overview = {};
};

/// What the register says of a preset position of a camera: which way the traffic goes that it then looks at.
struct Preset {
  std::int32_t id = 0;
  std::int32_t direction_deg = 0;
};

/// A camera's register entry.
struct Camera {
  std::string_view camera;        ///< "35-12-42"
  std::string_view camera_class;  ///< static, moveable, dual_lane, cctv, mobile
  bool lea_controlled = true;
  bool records_unread = false;
  std::optional<Position> recorded;  ///< what the register says
  std::optional<Position> surveyed;  ///< where it is
  std::int32_t surveyed_uncertainty_mm = 0;
  std::span<const Preset> presets;   ///< in order of `id`; empty where the register has none
  std::string_view position_source = {};   ///< how `recorded` was found: gps, or in words; empty where the register does not say
  bool lea_controlled_told = true;   ///< false: nobody says whose it is
};

/// What really passed a camera, and when: the scheduled instant, from which latency is counted. An empty vrm: no plate to be read.
struct Pass {
  std::string_view pass_id;
  std::string_view camera;
  std::string_view vrm;
  std::optional<Position> at_position;
  std::optional<std::int32_t> direction_deg = {};   ///< nothing where it is not told
  bool detailed_scene = false;    ///< pictures of it, at a device's usual setting, are over the limits of 2.2.4
  bool vrm_told = true;           ///< false: an empty vrm means that nobody says what was there to be read
};

struct ReadSent {
  std::string_view read_id;
  std::string_view pass_id;   ///< empty where no pass stands behind it
  std::string_view camera;
  ReadBody read;
};
struct ReadReceived {
  std::string_view component;  ///< "nas", "lea:35"
  std::string_view read_id;
  ReadBody read;
};
struct ReadAcknowledged {
  std::string_view component;
  std::string_view read_id;
  std::string_view capture_id; ///< empty where the component gives none
};
struct RefusedFault {
  std::string_view field, clause, reason;
};
struct ReadRefused {
  std::string_view component;
  std::string_view read_id;
  std::span<const RefusedFault> faults;
};
struct ReadBuffered {
  std::string_view component;
  std::string_view read_id;
};
struct ReadDeleted {
  std::string_view component;
  std::string_view read_id;
};
struct HitSent {
  std::string_view hit_id, read_id, list;
  std::optional<std::int64_t> row = {};   ///< of the list, its first entry being 1; nothing where it is not told
  std::string_view source;      ///< voi, fast-track, extract, schengen, mmc; of all but voi, `list` is "pnc:" and the source
  std::optional<Duration> data_age = {};   ///< by the word of NAS: how old the data was that it matched against; none where it says none
};
struct HitDelivered {
  std::string_view hit_id, operator_name;
};
struct HitAcknowledged {
  std::string_view hit_id, operator_name;
};
struct VoiUploaded {
  std::string_view file, owner;
  const Bytes* content = nullptr;
  bool national = false;
  bool staged = false;   ///< the tester made its faults, to see what NAS does about them: nothing is said of whoever keeps the list
};
struct ListInForce {
  std::string_view component, file, version;
};
/// An upload, or a deletion, was turned away whole; what was in force stays so.
struct VoiRefused {
  std::string_view file, owner, reason;   ///< `owner` is who tried
};
/// NAS has taken a list out of force, since `owner` asked for it.
struct VoiDeleted {
  std::string_view file, owner;
};
/// One cell of the last upload of that file was refused, and its row with it.
struct VoiRowRefused {
  std::string_view file;
  std::int64_t row = 0;      ///< entries from 1; 0 is the header
  std::int64_t column = 0;   ///< columns of the template from 1
  std::string_view reason;
};
/// NAS has weeded an entry.
struct VoiWeeded {
  std::string_view file;
  std::int64_t row = 0;
};
/// The truth of the live link between NAS and the PNC. `up` is false also while it takes questions and answers none.
struct PncLink {
  bool up = true;
};
/// The PNC has issued an Extract; `content` in the form of a list, null where the evidence does not hold it.
struct PncExtractIssued {
  std::string_view version;
  const Bytes* content = nullptr;
};
/// A component matches against this Extract from now on.
struct PncExtractLoaded {
  std::string_view component, version;
};
/// The truth behind a source of national data from now on, in the form of a list.
struct PncEntries {
  std::string_view source;   ///< fast-track, schengen, mmc
  const Bytes* content = nullptr;
};
/// A component that is not NAS, such as a vehicle's, matches against this list from now on.
struct ListLoaded {
  std::string_view component, file, version;
};
/// What a hit looked like to whom it was shown: the action it asks for, and the text in the lower white part of the symbol.
struct SymbolShown {
  std::string_view component;   ///< "operator:op-cambs-1", "mobile:35-40"
  std::string_view hit_id, action, text;
  bool text_told = true;        ///< false: nobody says what the text was
};
/// To whom hits go: an operator, or an LEA by the name of its component, "lea:35". `cameras` and `actions` narrow what `lists` gives.
struct Operator {
  std::string_view operator_name, organisation;
  std::span<const std::string_view> lists;   ///< file name patterns, `*` for any end
  bool online = true;
  bool lists_told = true;         ///< false: which lists they may see is not said
  std::span<const std::string_view> cameras = {};   ///< the area they ask for: patterns of cameras; empty: everywhere
  std::span<const std::string_view> actions = {};   ///< the priority, "Stop" or "Assess"; empty: any
};
/// The truth of a link.
struct Link {
  std::string_view from, to;
  bool up = true;
};
/// What people are shown of a connection: up, down, degraded.
struct ConnectivityShown {
  std::string_view component, state;
};
struct Component {
  std::string_view component;
  bool up = true;
};
struct Fault {
  std::string_view fault, target;
  bool on = true;
};
struct StoreCensus {
  std::string_view component;
  std::int64_t count = 0;
};
struct CaptureReturned {
  std::string_view capture_id;
  ReadBody read;
};
/// The end of a phase of the run (warm_up, faults, quiet, liveness, final); checks that ask whether something came at all close here.
struct PhaseEnded {
  std::string_view phase;
};
/// A component's clock beside the tester's: `offset` is what it shows more. Of the "tester" itself, `expanded_uncertainty` is what timing
/// verdicts must allow for.
struct ClockCompared {
  std::string_view component;
  Duration offset;
  Duration expanded_uncertainty;
  std::string_view method;
};
/// Somebody declared a test of connectivity, and entered this mark. Told before the read that comes of it is sent.
struct ConnectivityTest {
  std::string_view component;  ///< "camera:35-1-3"
  std::string_view vrm;        ///< what was entered
  std::string_view read_id;    ///< of the read that should come of it; empty where the tester cannot know it
};
/// An administrator typed a mark in, and this read comes of it. Told before the read is sent.
struct ManualEntry {
  std::string_view component;  ///< "lea:35"
  std::string_view read_id;
};
/// Somebody signed on to a system that takes reads, or off from it.
struct OperatorSession {
  std::string_view component;  ///< "camera:35-1-3", "mobile:35-40"
  std::string_view username;
  bool open = true;
};
/// A person looked at what the evidence holds, and said whether it is as a requirement asks.
struct Inspection {
  std::string_view requirement;                ///< "2.2.4-i"
  std::span<const std::string_view> sample;    ///< SHA-256 of each thing looked at
  std::string_view criterion;                  ///< what was asked of it, in words
  bool passed = false;
  std::string_view inspector;                  ///< who looked
};

using Body = std::variant<Camera, Pass, ReadSent, ReadReceived, ReadAcknowledged, ReadRefused, ReadBuffered, ReadDeleted, HitSent,
                          HitDelivered, HitAcknowledged, VoiUploaded, ListInForce, Operator, Link, ConnectivityShown, Component,
                          Fault, StoreCensus, CaptureReturned, PhaseEnded, ClockCompared, ConnectivityTest, ManualEntry,
                          OperatorSession, Inspection, VoiRefused, VoiDeleted, VoiRowRefused, VoiWeeded, PncLink, PncExtractIssued,
                          PncExtractLoaded, PncEntries, ListLoaded, SymbolShown>;

}  // namespace base::event

namespace base {

/// One event of the evidence. `at` is the tester's clock, `uncertainty` the expanded uncertainty of `at` where it is not the clock's own.
struct Event {
  Instant at;
  event::Body body;
  Duration uncertainty = {};
};

/// Hears every event in order of `at`.
class Witness {
 public:
  virtual ~Witness() = default;
  virtual void hear(const Event& event) = 0;
};

}  // namespace base
