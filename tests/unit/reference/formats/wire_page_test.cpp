// docs/wire.md is what a vendor reads: it names every fault that a read can have, with its clause.
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "reference/formats/read_json.h"

namespace {

const base::ErrorKind* const kAllKinds[] = {&formats::kReadNotJson,
                                            &formats::kReadTooLong,
                                            &formats::kReadTooDeep,
                                            &formats::kFieldTwice,
                                            &formats::kFieldMissing,
                                            &formats::kFieldWrongType,
                                            &formats::kFieldOutOfRange,
                                            &formats::kExtensionOutOfRange,
                                            &formats::kUsernameEmpty,
                                            &formats::kUsernameNotAsWritten,
                                            &formats::kPlatePatchMissing,
                                            &formats::kPlatePatchWrongSize,
                                            &formats::kPlatePatchTooHeavy,
                                            &formats::kOverviewTooHeavy,
                                            &formats::kImageNotAsNamed,
                                            &formats::kImageNotBase64,
                                            &formats::kNoFixNotMobile,
                                            &formats::kCameraClassMissing,
                                            &formats::kNotJpeg,
                                            &formats::kJpegDamaged,
                                            &formats::kJpegTooLarge,
                                            &domain::kVrmEmpty,
                                            &domain::kVrmNotUtf8,
                                            &domain::kVrmHasSpace,
                                            &domain::kVrmTooLong,
                                            &domain::kTimeMissing,
                                            &domain::kTimeWrongLength,
                                            &domain::kTimeWrongSeparator,
                                            &domain::kTimeNotDigits,
                                            &domain::kTimeNoSuchDate,
                                            &domain::kTimeNoSuchHour,
                                            &domain::kLocationMissing,
                                            &domain::kLocationNotDecimal,
                                            &domain::kLocationOutOfRange,
                                            &domain::kFeedIdNotTwoDigits,
                                            &domain::kFeedIdUnknown,
                                            &domain::kSourceIdOutOfRange,
                                            &domain::kNrdIdOutOfRange,
                                            &domain::kCameraClassUnknown};

/// "name clause" of each row of the page's table of faults.
std::set<std::string> rows_of_the_page() {
  std::ifstream page(PLUMBLINE_SOURCE "/docs/wire.md");
  std::set<std::string> rows;
  bool in_table = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("| fault |")) in_table = true;
    if (!line.starts_with("|")) in_table = false;
    if (!in_table || !line.starts_with("| `")) continue;
    std::istringstream cells(line);
    std::string nothing, name, field, clause;
    std::getline(cells, nothing, '|');
    std::getline(cells, name, '|');
    std::getline(cells, field, '|');
    std::getline(cells, clause, '|');
    rows.insert(name.substr(2, name.size() - 4) + clause.substr(0, clause.size() - 1));
  }
  return rows;
}

TEST(WirePage, NamesEveryFaultAndNoOther) {
  std::set<std::string> kinds;
  for (const base::ErrorKind* kind : kAllKinds) kinds.insert(std::string(kind->name) + " " + std::string(kind->clause));
  EXPECT_EQ(rows_of_the_page(), kinds);
}

}  // namespace
