// Clause 2.1: the mark of connectivity tests.
#pragma once

#include <string_view>

#include "conformance/oracle/content.h"
#include "conformance/oracle/docket.h"

namespace oracle {

/// 2.1-a. One observation a declared test of which the evidence says what was entered, and one a read that was sent for it: each is made
/// with QQ111QQQ and nothing else.
class Clause21 {
 public:
  explicit Clause21(Docket& docket) : mark_(docket.of("2.1-a")) {}

  void declared(const Sighting& sighting, std::string_view vrm);
  /// The read that was sent for a declared test.
  void sent(const Sighting& sighting, std::string_view vrm);
  /// The same, of a read that was sent before its test was declared, and of whose mark no more is remembered.
  void sent_before(const Sighting& sighting, const PackedVrm& vrm);
  /// The same, where nothing is remembered of the read.
  void forgotten(const Sighting& sighting);

 private:
  void judge(const Sighting& sighting, std::string_view what, std::string_view vrm);

  Tally& mark_;
};

}  // namespace oracle
