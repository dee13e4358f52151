// Mutants of the emulated cameras: each hands them a policy that breaks one rule about marks, times and metadata, or sends late.
#include <functional>
#include <string>

#include <fmt/format.h>

#include "conformance/subjects/mutant.h"
#include "conformance/subjects/quirk.h"

namespace subjects {
namespace {

/// Puts bytes into the middle of the mark.
Alter inserting_into_mark(std::string bytes) {
  return [=](const Capture&, EncodedRead& read) {
    std::string vrm = value(read, "vrm");
    vrm.insert(vrm.size() / 2, bytes);
    set(read, "vrm", '"' + vrm + '"');
  };
}

/// The clock of the read shown otherwise: `change` is given the 19 characters.
Alter changing_time(std::function<std::string(std::string)> change) {
  return [=](const Capture&, EncodedRead& read) { set(read, "time", '"' + change(value(read, "time")) + '"'); };
}

Alter clock_ahead(base::Duration by) {
  return [=](const Capture& c, EncodedRead& read) {
    const std::string shown = base::to_rfc3339(c.clock + by);   // 2019-06-11T07:00:01.…
    set(read, "time", fmt::format("\"{}/{}/{} {}\"", shown.substr(8, 2), shown.substr(5, 2), shown.substr(0, 4), shown.substr(11, 8)));
  };
}

std::vector<Mutant> of_marks() {
  actors::Handling dropped;
  dropped.dropped = true;
  return {
      {"camera.tests-with-an-ordinary-mark", "camera", "2.1-a", "Every test of connectivity enters the mark TEST123.", {}, {},
       altered(on(Occasion::kConnectivityTest), setting("vrm", "\"TEST123\""))},
      {"camera.tests-in-lower-case", "camera", "2.1-a", "Tests of connectivity enter qq111qqq.", {}, {},
       altered(on(Occasion::kConnectivityTest), setting("vrm", "\"qq111qqq\""))},
      {"camera.no-mark-one-in-a-thousand", "camera", "2.2.1-a", "One read in a thousand has no field vrm.", {}, {},
       altered(one_in(1000), defect("vrm_missing"))},
      {"camera.empty-mark-at-midnight", "camera", "2.2.1-a", "In the first minute of the day the mark is empty.", {"2.2.1-d"},
       {"cases/2.2.2-midnight-in-june.json"}, altered(at_midnight, setting("vrm", "\"\""))},
      {"camera.latin-1-one-in-a-thousand", "camera", "2.2.1-b", "One mark in a thousand holds a byte of Latin-1.", {"2.2.1-d"}, {},
       altered(one_in(1000), inserting_into_mark("\xc9"))},
      {"camera.overlong-utf-8-after-an-outage", "camera", "2.2.1-b",
       "After its connection came back a camera writes a letter of the mark in an overlong form of UTF-8.", {"2.2.1-d"},
       {"cases/6-late-first-leg.json"}, altered(after_an_outage, inserting_into_mark("\xc1\x81"))},
      {"camera.space-in-one-mark-of-a-thousand", "camera", "2.2.1-c", "One mark in a thousand has a space in its middle.", {"2.2.1-d"}, {},
       altered(one_in(1000), inserting_into_mark(" "))},
      {"camera.no-break-space-at-midnight", "camera", "2.2.1-c", "In the first minute of the day marks hold a no-break space.",
       {"2.2.1-d"}, {"cases/2.2.2-midnight-in-june.json"}, altered(at_midnight, inserting_into_mark("\xc2\xa0"))},
      {"camera.unread-as-unknown", "camera", "2.2.1-d", "A pass whose plate cannot be read is recorded as UNKNOWN.", {"2.2.4-a"}, {},
       altered(on(Occasion::kPassWithoutMark), setting("vrm", "\"UNKNOWN\""))},
      {"camera.unread-with-six-letters", "camera", "2.2.1-d", "A pass whose plate cannot be read is recorded as QQQQQQ.", {"2.2.4-a"}, {},
       altered(on(Occasion::kPassWithoutMark), setting("vrm", "\"QQQQQQ\""))},
      {"camera.unread-dropped-one-in-twenty", "camera", "2.2.1-d", "One pass in twenty whose plate cannot be read is not recorded.", {}, {},
       handled([](const Capture& c) { return c.occasion == Occasion::kPassWithoutMark && c.overall % 20 == 0; }, dropped)},
  };
}

std::vector<Mutant> of_times() {
  return {
      {"camera.time-as-iso-one-in-a-thousand", "camera", "2.2.2-a", "One time in a thousand is written by ISO 8601.", {}, {},
       altered(one_in(1000), defect("time_iso"))},
      {"camera.hour-24-at-midnight", "camera", "2.2.2-a", "In the first minute of the day the hour is written 24.", {},
       {"cases/2.2.2-midnight-in-june.json"}, altered(at_midnight, changing_time([](std::string t) { return t.replace(11, 2, "24"); }))},
      {"camera.31st-of-february-one-in-a-thousand", "camera", "2.2.2-a", "One date in a thousand is one the calendar does not have.",
       {}, {}, altered(one_in(1000), defect("time_no_such_date"))},
      {"camera.summer-time", "camera", "2.2.2-b", "The camera's clock follows British Summer Time.", {}, {},
       altered(always, clock_ahead(base::hours(1)))},
      {"camera.date-of-summer-time", "camera", "2.2.2-b",
       "In the hour before midnight the date is that of summer time, while the hour is GMT.",
       {}, {"cases/2.2.2-midnight-in-june.json"}, altered(before_midnight, clock_ahead(base::hours(24)))},
  };
}

std::vector<Mutant> of_metadata() {
  const auto automatic = [](const Capture& c) { return c.occasion == Occasion::kPass && c.overall % 200 == 0; };
  return {
      {"camera.feed-of-one-digit-one-in-a-thousand", "camera", "2.3-a", "One Feed ID in a thousand lacks its first digit.", {}, {},
       altered(one_in(1000), defect("feed_id_one_digit"))},
      {"camera.feed-nobody-has-after-an-outage", "camera", "2.3-a", "After its connection came back a camera gives the Feed ID 99.", {},
       {"cases/6-late-first-leg.json"}, altered(after_an_outage, setting("feed_id", "\"99\""))},
      {"camera.source-0-one-in-a-thousand", "camera", "2.3-b", "One Source ID in a thousand is 0.", {}, {},
       altered(one_in(1000), setting("source_id", "0"))},
      {"camera.source-10000-at-midnight", "camera", "2.3-b", "In the first minute of the day the Source ID is 10000.", {},
       {"cases/2.2.2-midnight-in-june.json"}, altered(at_midnight, setting("source_id", "10000"))},
      {"camera.nrd-10000-one-in-a-thousand", "camera", "2.3-c", "One NRD ID in a thousand is 10000.", {}, {},
       altered(one_in(1000), setting("nrd_id", "10000"))},
      {"camera.nrd-0-for-automatic-reads", "camera", "2.3-c", "Now and then a read that nobody typed in has NRD ID 0.", {}, {},
       altered(automatic, setting("nrd_id", "0"))},
      {"lea.nrd-1-for-manual-entries", "camera", "2.3-c", "What an administrator typed in has NRD ID 1.", {}, {},
       altered(on(Occasion::kManualEntry), setting("nrd_id", "1"))},
      {"camera.alias-with-a-grid-reference", "camera", "2.3-e", "The alias holds a grid reference.", {}, {},
       altered(one_in(50), setting("alias_id", "\"A14 westbound TL 4512 5834\""))},
      {"camera.alias-with-degrees", "camera", "2.3-e", "The alias holds latitude and longitude.", {}, {},
       altered(one_in(50), setting("alias_id", "\"52.2051,0.1218\""))},
      {"camera.unattended-in-lower-case-one-in-a-thousand", "camera", "2.3-f", "One user name in a thousand is written unattended.", {}, {},
       altered(one_in(1000), setting("username", "\"unattended\""))},
      {"camera.unattended-while-somebody-is-logged-on", "camera", "2.3-f", "Reads say Unattended though an operator is logged on.", {}, {},
       altered(always, setting("username", "\"Unattended\""))},
  };
}

std::vector<Mutant> of_delays() {
  actors::Handling late;
  late.delay = base::milliseconds(2'100);
  return {
      {"camera.sends-2.1-s-late-one-in-a-thousand", "camera", "6-c", "One read in a thousand leaves the camera 2.1 s after the pass.",
       {}, {}, handled(one_in(1000), late)},
  };
}

}  // namespace

std::vector<Mutant> camera_mutants() {
  std::vector<Mutant> all = of_marks();
  for (const auto& some : {of_times(), place_mutants(), image_mutants(), of_metadata(), of_delays()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace subjects
