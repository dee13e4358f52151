// The requirements that the oracle judges, each with its tally.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/oracle/tally.h"

namespace oracle {

/// A tally for each requirement that a check judges. They stay where they are, so that checks refer to them.
class Docket {
 public:
  /// `profile` is one of the catalogue's, `role` the subject's.
  Docket(const catalogue::Catalogue& catalogue, std::string_view profile, std::string_view role);

  /// `id` is one of judged_requirements().
  [[nodiscard]] Tally& of(std::string_view id);
  /// Asks the least number of the class from every requirement whose observations are counted by class.
  void expect(Kind camera_class);

  [[nodiscard]] SiteBook& sites() { return sites_; }
  [[nodiscard]] const SiteBook& sites() const { return sites_; }

  /// In order of the catalogue; requirements without a check as not_run with its reason.
  [[nodiscard]] std::vector<Judgement> conclude() const;

 private:
  struct Entry {
    std::string id;
    std::unique_ptr<Tally> tally;
  };
  const catalogue::Catalogue& catalogue_;
  SiteBook sites_;
  std::vector<Entry> entries_;
};

}  // namespace oracle
