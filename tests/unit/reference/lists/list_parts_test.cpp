#include "reference/lists/list_parts.h"

#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/lists/list_loader.h"
#include "tests/unit/reference/lists/voi_maker.h"

namespace {

using voi_maker::kFile;
using voi_maker::kHeader;
using voi_maker::Row;

const base::Instant kNow = *base::parse_rfc3339("2019-06-11T07:00:00Z");

/// A list that was stored as NAS stores one: cut behind whole rows wherever at least `part_bytes` have gathered.
struct Stored {
  Stored(const std::string& csv, std::size_t slice, std::size_t part_bytes) : loader(index, kFile) {
    std::string part;
    const auto cut = [&](std::size_t bytes) {
      parts.push_back(part.substr(0, bytes));
      part.erase(0, bytes);
      loader.end_part();
    };
    for (std::size_t at = 0; at < csv.size(); at += slice) {
      const std::string_view bytes = std::string_view(csv).substr(at, slice);
      if (loader.feed(bytes).value() != bytes.size()) throw std::logic_error("slices are short here");
      part += bytes;
      if (part.size() - loader.open_bytes() >= part_bytes) cut(part.size() - loader.open_bytes());
    }
    if (!loader.finish()) throw std::logic_error("it is a list");
    cut(part.size());
    loader.put_in_force();
  }
  /// The entry that a match points to, from its part.
  [[nodiscard]] std::vector<domain::VoiEntry> read(const lists::Match& match) const {
    std::vector<domain::VoiEntry> found;
    const lists::PartPlace place = match.parts->find(match.row);
    lists::read_part(parts.at(place.part), place, {}, [&](std::uint32_t row) { return row == match.row; },
                     [&](domain::VoiEntry entry) { found.push_back(std::move(entry)); });
    return found;
  }

  lists::MatchIndex index;
  lists::ListLoader loader;
  std::vector<std::string> parts;
};

std::string any_list() {
  std::string csv = *rc::gen::element<std::string>("", "\xef\xbb\xbf");
  csv += *rc::gen::element<std::string>("", std::string(kHeader), "\r\n\r\n");
  const int rows = *rc::gen::inRange(0, 60);
  for (int i = 0; i < rows; ++i) {
    const std::string information = *rc::gen::element<std::string>("Ask", "a \"quoted\" word", "comma, comma", "\xc3\xa9t\xc3\xa9");
    Row row = Row().with(1, "V" + std::to_string(i)).with(9, information + std::to_string(i));
    if (*rc::gen::inRange(0, 5) == 0) row = row.with(5, "Perhaps");     // refused
    if (*rc::gen::inRange(0, 9) == 0) row = row.with(1, "VRM");         // an entry, since it is not the first row
    if (*rc::gen::inRange(0, 9) == 0) csv += "\n";
    csv += row.csv();
  }
  if (*rc::gen::arbitrary<bool>() && csv.ends_with("\r\n")) csv.resize(csv.size() - 2);
  return csv;
}

RC_GTEST_PROP(ListParts, WhatAMatchPointsToIsTheEntryThatWasRead, ()) {
  const std::string csv = any_list();
  const auto slice = *rc::gen::inRange<std::size_t>(1, 400);
  const Stored stored(csv, slice, *rc::gen::inRange<std::size_t>(1, 900));
  std::string again;
  for (const std::string& part : stored.parts) again += part;
  RC_ASSERT(again == csv);
  const lists::VoiList list = *lists::parse_voi_list(kFile, csv);
  for (const domain::VoiEntry& entry : list.entries) {
    std::vector<lists::Match> matches;
    stored.index.find(entry.vrm, kNow, matches);
    std::erase_if(matches, [&](const lists::Match& match) { return match.row != entry.row; });
    RC_ASSERT(matches.size() == 1U);
    const auto found = stored.read(matches[0]);
    RC_ASSERT(found.size() == 1U);
    RC_ASSERT(found[0].row == entry.row);
    RC_ASSERT(found[0].vrm == entry.vrm);
    RC_ASSERT(found[0].information == entry.information);
    RC_ASSERT(found[0].weeded_at == entry.weeded_at);
  }
}

RC_GTEST_PROP(ListParts, TogetherHoldEachEntryOnce, ()) {
  const std::string csv = any_list();
  const Stored stored(csv, *rc::gen::inRange<std::size_t>(1, 400), *rc::gen::inRange<std::size_t>(1, 900));
  std::vector<std::uint32_t> rows, expected;
  const lists::PartDirectory& directory = *stored.index.parts_of(kFile);
  RC_ASSERT(directory.parts() == stored.parts.size());
  for (std::uint32_t part = 0; part < directory.parts(); ++part) {
    lists::read_part(stored.parts[part], directory.place(part), {}, [](std::uint32_t) { return true; },
                     [&](const domain::VoiEntry& entry) { rows.push_back(entry.row); });
  }
  const lists::VoiList list = *lists::parse_voi_list(kFile, csv);
  for (const domain::VoiEntry& entry : list.entries) expected.push_back(entry.row);
  RC_ASSERT(rows == expected);
}

TEST(ListParts, SayWhichOfThemHoldsAWeededEntry) {
  const std::string late = Row().with(12, "30/06/2019").csv(), early = Row().with(12, "12/06/2019").csv();
  const Stored stored(late + early + late, late.size(), 1);
  const lists::PartDirectory& directory = *stored.index.parts_of(kFile);
  ASSERT_GE(directory.parts(), 3U);
  const auto weeded_on = [&](std::string_view day) {
    std::string parts;
    const base::Instant at = *base::parse_rfc3339(std::string(day) + "T00:00:00Z");
    for (std::uint32_t part = 0; part < 3; ++part) parts += directory.has_weeded(part, at) ? '1' : '0';
    return parts;
  };
  EXPECT_EQ(weeded_on("2019-06-11"), "000");
  EXPECT_EQ(weeded_on("2019-06-12"), "010");
  EXPECT_EQ(weeded_on("2019-06-29"), "010");
  EXPECT_EQ(weeded_on("2019-06-30"), "111");
}

}  // namespace
