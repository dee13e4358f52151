// Clause 5 on lists once NAS has them: 5-j and 5-o the days of an entry, 5-l whose list it is.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "conformance/oracle/docket.h"
#include "conformance/oracle/list_book.h"

namespace oracle {

/// 5-j no hit from an entry whose weed date has come, 5-o none from one whose start date has not. One observation a read and such an entry.
class EntryDays {
 public:
  explicit EntryDays(Docket& docket);
  /// A read matched an entry that is out of force; `hit`: there was a hit for it.
  void lapsed(const Lapsed& entry, bool hit, const Sighting& read, std::string_view words);
  /// `any_hits`: some read has given the hit that it should. To give none on some days is nothing where none is ever given.
  void conclude(bool any_hits);

 private:
  Tally& weeding_;
  Tally& starting_;
  Under when_begun_, when_over_;   // R-20, of 5-j
};

/// 5-l: only the LEA that makes a list changes or removes it. One observation an attempt of another, told by who uploads a list and whose
/// code its name bears, or whose the version in force is.
class Ownership {
 public:
  explicit Ownership(Docket& docket) : tally_(docket.of("5-l")) {}

  void hear(base::Instant at, const base::event::VoiUploaded& e);
  void hear(base::Instant at, const base::event::VoiRefused& e);
  void hear(base::Instant at, const base::event::VoiDeleted& e);
  void hear(base::Instant at, const base::event::ListInForce& e);
  void conclude();

 private:
  struct Attempt {
    base::Instant at;
    std::string by, sha256;
  };
  [[nodiscard]] bool foreign(std::string_view file, std::string_view owner) const;
  void against(base::Instant at, std::string_view file, std::string_view by, std::string_view what);

  Tally& tally_;
  std::map<std::string, std::string, std::less<>> owners_;    ///< of the version in force, by file
  std::map<std::string, std::string, std::less<>> uploading_; ///< who uploaded last, by file
  std::map<std::string, std::string, std::less<>> own_;       ///< hash of the last upload by a list's own organisation, by file
  std::map<std::string, Attempt, std::less<>> attempts_;      ///< of others, not answered yet
  bool any_ = false;
};

}  // namespace oracle
