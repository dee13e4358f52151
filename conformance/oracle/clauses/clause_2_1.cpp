#include "conformance/oracle/clauses/clause_2_1.h"

#include <fmt/format.h>

#include "conformance/oracle/parse/text.h"

namespace oracle {
namespace {

constexpr std::string_view kTestMark = "QQ111QQQ";
constexpr std::string_view kExpected = "QQ111QQQ, and no other mark, entered by a test of connectivity";

}  // namespace

void Clause21::declared(const Sighting& sighting, std::string_view vrm) {
  if (!vrm.empty()) judge(sighting, "the test enters", vrm);
}

void Clause21::sent(const Sighting& sighting, std::string_view vrm) { judge(sighting, "the read sent for the test has", vrm); }

void Clause21::sent_before(const Sighting& sighting, const PackedVrm& vrm) {
  if (vrm == PackedVrm::of(kTestMark)) return mark_.met(sighting);
  mark_.against(sighting, kExpected, "the read sent for the test has another mark");
}

void Clause21::forgotten(const Sighting& sighting) {
  mark_.undecided(sighting, kExpected, "the test is declared when its read was dealt with, and the read's mark is not remembered");
}

void Clause21::judge(const Sighting& sighting, std::string_view what, std::string_view vrm) {
  if (vrm == kTestMark) return mark_.met(sighting);
  mark_.against(sighting, kExpected, fmt::format("{} {}", what, parse::shown(vrm)));
}

}  // namespace oracle
