#include "conformance/subjects/quirk.h"

#include <memory>

#include <fmt/format.h>

#include "simulator/actors/defect.h"

namespace subjects {
namespace {

/// What a camera may do otherwise; what is left empty is done as the reference does.
struct Doings {
  When when = [](const Capture&) { return false; };
  actors::Handling handling;
  Alter alter = [](const Capture&, EncodedRead&) {};
  AlterRead alter_read = [](const Capture&, domain::Read&) {};
  Enrol enrol = [](std::uint32_t, actors::Enrolment&) {};
};

class Quirk final : public actors::CameraPolicy {
 public:
  explicit Quirk(Doings doings) : doings_(std::move(doings)) {}
  void enrol(std::uint32_t camera, actors::Enrolment& enrolment) override { doings_.enrol(camera, enrolment); }
  [[nodiscard]] actors::Handling handle(const Capture& capture) override {
    return doings_.when(capture) ? doings_.handling : actors::Handling{};
  }
  void alter(const Capture& capture, domain::Read& read) override { doings_.alter_read(capture, read); }
  void alter(const Capture& capture, EncodedRead& read) override { doings_.alter(capture, read); }

 private:
  Doings doings_;
};

run::Cast cast_with(const Doings& doings) {
  run::Cast cast = run::reference_cast();
  cast.camera = [=]() -> std::unique_ptr<actors::CameraPolicy> { return std::make_unique<Quirk>(doings); };
  return cast;
}

constexpr std::int64_t kDay_ns = 86'400'000'000'000;

}  // namespace

run::Cast altered(When when, Alter alter) {
  Doings doings{.when = std::move(when)};
  doings.handling.altered = true;
  doings.alter = std::move(alter);
  return cast_with(doings);
}

run::Cast altered_read(When when, AlterRead alter) {
  Doings doings{.when = std::move(when)};
  doings.handling.altered = true;
  doings.alter_read = std::move(alter);
  return cast_with(doings);
}

run::Cast handled(When when, actors::Handling handling) { return cast_with({.when = std::move(when), .handling = handling}); }

run::Cast enrolled(Enrol enrol) { return cast_with({.enrol = std::move(enrol)}); }

When one_in(std::uint64_t n) {
  return [n](const Capture& c) { return c.overall % n == n - 1; };
}
When on(Occasion occasion) {
  return [occasion](const Capture& c) { return c.occasion == occasion; };
}
bool always(const Capture&) { return true; }
bool after_an_outage(const Capture& c) { return c.reconnections > 0; }
bool at_midnight(const Capture& c) { return c.at.ns % kDay_ns < base::minutes(1).ns; }
bool before_midnight(const Capture& c) { return c.at.ns % kDay_ns >= kDay_ns - base::hours(1).ns; }
bool of_detailed_scenes(const Capture& c) { return c.detailed; }

void set(EncodedRead& read, std::string_view field, std::string_view raw) {
  if (const auto old = actors::raw_field(read.text, field)) {
    read.text.replace(static_cast<std::size_t>(old->data() - read.text.data()), old->size(), raw);
  } else {
    read.text.insert(1, fmt::format("\"{}\":{},", field, raw));
  }
}

std::string value(const EncodedRead& read, std::string_view field) {
  const auto raw = actors::raw_field(read.text, field).value_or("\"\"");
  return raw.size() < 2 ? std::string(raw) : std::string(raw.substr(1, raw.size() - 2));
}

Alter setting(std::string_view field, std::string_view raw) {
  return [=](const Capture&, EncodedRead& read) { set(read, field, raw); };
}

Alter defect(std::string_view name) {
  return [=](const Capture&, EncodedRead& read) { actors::find_defect(name)->apply(read); };
}

}  // namespace subjects
