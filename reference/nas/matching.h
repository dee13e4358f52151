// What a read becomes in the store: its capture, and a row for each hit and each subscriber who is told of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reference/doors/component.h"
#include "reference/formats/jpeg.h"
#include "reference/lists/match_index.h"
#include "reference/nas/directory.h"
#include "reference/nas/intake.h"
#include "reference/nas/list_shelf.h"
#include "reference/nas/national.h"
#include "reference/nas/options.h"

namespace nas {

/// Matches reads against the lists in force, and against what the PNC answered or, where it did not, the Extract.
///
/// Source:  6-a, 4-a, 4-d. An entry whose action is No Alert makes no hit: the capture is recorded and alerts nobody. MMC data
///          gives no hit by itself. A read is matched against Fast Track or the Extract, never both, so that it has one hit for an
///          entry of the two.
class Matcher {
 public:
  Matcher(const Directory& directory, const ListShelf& shelf, const NasOptions& options)
      : directory_(directory), shelf_(shelf), options_(options) {}

  /// The unit of a read; or, where texts of its hits are not in `taken` yet, the matches that lack them, good until the next call.
  [[nodiscard]] tl::expected<doors::Unit, std::vector<const lists::Match*>> match(const Taken& taken);

 private:
  struct Found {
    std::string_view list, owner;
    domain::DataSource source = domain::DataSource::kVoi;
    std::int64_t age_s = 0;
    domain::VoiEntry entry;
  };
  void find(const Taken& taken);
  [[nodiscard]] const domain::VoiEntry* text_of(const Taken& taken, const lists::Match& match) const;
  void add_match(const Taken& taken, const lists::Match& match, const domain::VoiEntry& entry, doors::Unit& into);
  void add_hit(const Taken& taken, Found found, doors::Unit& into);
  [[nodiscard]] doors::Content hit_of(const Taken& taken, Found found, std::string_view hit_id);
  [[nodiscard]] std::optional<domain::ImageReference> reference_to(const std::optional<base::Bytes>& image);

  const Directory& directory_;
  const ListShelf& shelf_;
  const NasOptions& options_;
  const std::string fast_track_ = list_of(domain::DataSource::kFastTrack);
  formats::ImageIndex images_;
  std::vector<lists::Match> matches_;      // of the read, those that may give a hit; kept for their memory alone
  std::vector<SubscriberId> subscribers_;
};

}  // namespace nas
