// One of every kind of event.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reference/base/hash.h"
#include "reference/base/witness.h"

namespace evidence::test {

using namespace base::event;

/// One of every kind of event, with awkward strings, and every way a read can stand in a pack.
struct Everything {
  std::string text = R"({"vrm":"AB01CDE","time":"11/06/2019 07:00:00"})";
  base::Bytes patch{std::string("\xff\xd8patch")}, overview{std::string("\xff\xd8overview")}, list{std::string("VRM\r\n")},
      extract{std::string("AB01CDE\r\n")};
  std::string named = R"({"vrm":"A","plate_patch":{"sha256":")" + base::sha256_hex("\xff\xd8patch") + R"(","bytes":7}})";
  std::string not_json = "\xff{\"vrm\"";
  std::string twice = R"({"vrm":"A","vrm":"B"})";
  std::string two_lines = "{\"vrm\":\n\"A\"}";
  ReadFacts facts{"ZZ01ZZZ", 21'000};
  RefusedFault faults[2] = {{"vrm", "2.2.1", "a \"space\""}, {"time", "2.2.2", ""}};
  std::string_view patterns[2] = {"35_*", "07_x.csv"};
  std::string_view area[2] = {"35-12-*", "35-\"13\"-1"}, priority[1] = {"Stop"};
  std::string hash = std::string(63, '0') + "f";   // of an image that nobody holds
  std::string unheld = R"({"vrm":"A","plate_patch":{"sha256":")" + hash + R"(","bytes":7}})";
  std::string_view sample[2] = {hash, hash};
  Preset presets[3] = {{-3, 0}, {0, 270}, {12, 90}};

  std::vector<base::Event> events() {
    std::vector<base::event::Body> bodies{
        Camera{"35-12-42", "static", true, false, Position{522'051'230, -1'218'170}, Position{522'051'011, 5}, 500},
        Camera{"35-12-43", "mobile", false, true, Position{-900'000'000, 1'800'000'000}, std::nullopt, 0},
        Operator{"op", "35", patterns, false},
        Operator{"nobody", "35", {}, true},
        VoiUploaded{"35_Cambs VOI List.csv", "35", &list, true},
        ListInForce{"nas", "35_Cambs VOI List.csv", "v1"},
        Pass{"p1", "35-12-42", "AB01CDE", Position{522'051'011, -1}, 270},
        Pass{"p2", "35-12-42", "", {}, 0},
        ReadSent{"r1", "p1", "35-12-42", {text, nullptr, nullptr, nullptr}},
        ReadSent{"r2", "", "35-12-42", {text, &patch, &overview, nullptr}},
        ReadReceived{"nas", "r2", {named, &patch, nullptr, nullptr}},
        ReadReceived{"lea:35", "r2", {named, nullptr, nullptr, nullptr}},
        ReadReceived{"lea:35", "r2", {named, &overview, nullptr, nullptr}},
        ReadReceived{"lea:35", "r3", {not_json, &patch, nullptr, nullptr}},
        ReadReceived{"nas", "r4", {twice, nullptr, nullptr, nullptr}},
        ReadReceived{"nas", "r5", {two_lines, nullptr, nullptr, nullptr}},
        ReadReceived{"nas", "r6", {{}, nullptr, nullptr, &facts}},
        ReadAcknowledged{"nas", "r1", "c1"},
        ReadAcknowledged{"lea:35", "r1", ""},
        ReadRefused{"nas", "r3", faults},
        ReadRefused{"nas", "r3", {}},
        ReadBuffered{"lea:35", "r1"},
        ReadDeleted{"lea:35", "r1"},
        HitSent{"h1", "r1", "35_Cambs VOI List.csv", 7, "voi"},
        HitDelivered{"h1", "op"},
        HitAcknowledged{"h1", "op"},
        Link{"lea:35", "nas", false},
        ConnectivityShown{"lea:35", "down"},
        Component{"nas", false},
        Fault{"link.down", "wan:lea:35", true},
        StoreCensus{"nas", 41'200},
        ClockCompared{"tester", base::nanoseconds(-31'000'001), base::milliseconds(10), "by hand \\ \"x\"\n\x01"},
        CaptureReturned{"c1", {text, &patch, &overview, nullptr}},
        PhaseEnded{"final"},
        Camera{"35-12-44", "static", true, true, Position{522'051'230, -1'218'170}, std::nullopt, 0, presets},
        Camera{"35-12-45", "static", true, true, Position{1, 2}, Position{3, 4}, 5, std::span(presets).first(1)},
        ConnectivityTest{"camera:35-12-42", "QQ111QQQ", "35-12-42:9"},
        ConnectivityTest{"camera:35-12-42", "QQ111QQQ", ""},
        ManualEntry{"lea:35", "35-12-0:1"},
        OperatorSession{"camera:35-12-42", "PC \"1234\"", true},
        OperatorSession{"mobile:35-40", "", false},
        Camera{"35-12-46", "cctv", false, true, std::nullopt, Position{-1, -2}, 12'345},
        Pass{"p3", "35-12-42", "AB01CDE", std::nullopt, 0, true},
        ReadSent{"r7", "p3", "35-12-42", {unheld, nullptr, nullptr, nullptr, hash, {}}},
        ReadSent{"r8", "p3", "35-12-42", {text, nullptr, nullptr, nullptr, hash, hash}},
        Inspection{"2.2.4-i", sample, "the plate, and nothing \"beside\" it", true, "A. Person"},
        Inspection{"2.3-e", {}, "", false, ""},
        HitSent{"h2", "r1", "pnc:extract", 3, "extract", base::seconds(28'801)},
        HitSent{"h3", "r1", "pnc:fast-track", 3, "fast-track", base::Duration{}},
        VoiUploaded{"35_Cambs VOI List.csv", "35", &extract, false, true},
        VoiRefused{"35_Cambs VOI List.csv", "07", "it is another organisation's"},
        VoiDeleted{"35_Cambs VOI List.csv", "35"},
        VoiRowRefused{"35_Cambs VOI List.csv", 0, 16, "the \"header\" is in another order"},
        VoiWeeded{"35_Cambs VOI List.csv", 1'000'000},
        PncLink{false},
        PncExtractIssued{"2019-06-11T06", &extract},
        PncExtractIssued{"2019-06-11T14", nullptr},
        PncExtractLoaded{"mobile:35-40", "2019-06-11T06"},
        PncEntries{"fast-track", &extract},
        PncEntries{"mmc", nullptr},
        ListLoaded{"mobile:35-40", "35_Cambs VOI List.csv", "v1"},
        SymbolShown{"operator:op", "h1", "Stop", "A&S"},
        Operator{"lea:35", "35", patterns, true, true, area, priority},
    };
    std::vector<base::Event> events;
    base::Instant at = base::parse_rfc3339("2019-06-11T06:58:59.999990Z").value();
    for (auto& body : bodies) {
      at = at + base::microseconds(7);
      events.push_back({at, std::move(body), {}});
    }
    events[3].uncertainty = base::microseconds(250);
    return events;
  }
};

}  // namespace evidence::test
