// What an emulated camera does otherwise than the reference: which of its captures, and what to them.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "simulator/actors/camera_policy.h"
#include "simulator/run/run.h"

namespace subjects {

using actors::Capture;
using actors::Occasion;
using formats::EncodedRead;
using When = std::function<bool(const Capture&)>;
using Alter = std::function<void(const Capture&, EncodedRead&)>;
using AlterRead = std::function<void(const Capture&, domain::Read&)>;
using Enrol = std::function<void(std::uint32_t camera, actors::Enrolment& enrolment)>;

/// Each gives the reference's cast with cameras that handle the captures `when` picks otherwise.
[[nodiscard]] run::Cast altered(When when, Alter alter);          ///< the encoded text
[[nodiscard]] run::Cast altered_read(When when, AlterRead alter); ///< the read before it is encoded, images and all
[[nodiscard]] run::Cast handled(When when, actors::Handling handling);
/// With another entry in the register.
[[nodiscard]] run::Cast enrolled(Enrol enrol);

// Which captures.

[[nodiscard]] When one_in(std::uint64_t n);
[[nodiscard]] When on(Occasion occasion);
[[nodiscard]] bool always(const Capture& capture);
[[nodiscard]] bool after_an_outage(const Capture& capture);
[[nodiscard]] bool at_midnight(const Capture& capture);       ///< in the minute that begins the day, by the simulated clock
[[nodiscard]] bool before_midnight(const Capture& capture);   ///< in the hour before it, in which summer time has the next day already
[[nodiscard]] bool of_detailed_scenes(const Capture& capture);

// What is done to them; the texts are our own encoder's.

/// Sets a field of a read's text to raw JSON.
void set(EncodedRead& read, std::string_view field, std::string_view raw);
/// The text of a field without its quotes.
[[nodiscard]] std::string value(const EncodedRead& read, std::string_view field);
[[nodiscard]] Alter setting(std::string_view field, std::string_view raw);
[[nodiscard]] Alter defect(std::string_view name);

}  // namespace subjects
