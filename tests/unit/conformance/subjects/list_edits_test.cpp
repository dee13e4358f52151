// What mutants do to lists.
#include "conformance/subjects/list_edits.h"

#include <gtest/gtest.h>

namespace subjects {
namespace {

TEST(ListEdits, ARowIsEditedAndItsHeaderIsNot) {
  const auto edited = with_rows("VRM,MAKE\r\nAB01CDE,FORD\r\nAB02CDE,\"A, B\"\r\n", [](std::uint64_t row, Cells& cells) {
    cells[0] += row == 2 ? "X" : "";
  });
  EXPECT_EQ(edited, "VRM,MAKE\r\nAB01CDE,FORD\r\nAB02CDEX,\"A, B\"\r\n");
}

TEST(ListEdits, WhatIsNoCsvStaysAsItIs) {
  EXPECT_EQ(with_rows("a\"b\r\n", [](std::uint64_t, Cells& cells) { cells.clear(); }), "a\"b\r\n");
}

TEST(ListEdits, ACellThatIsNotThereIsNobodys) {
  Cells cells{"AB01CDE"};
  cell(cells, lists::kContact) = "101";
  EXPECT_EQ(cells, Cells{"AB01CDE"});
  cell(cells, lists::kVrm) = "AB02CDE";
  EXPECT_EQ(cells, Cells{"AB02CDE"});
}

TEST(ListEdits, OneRowInSoManyIsSet) {
  std::string csv;
  for (int i = 0; i < 4; ++i) csv += "AB01CDE,FORD\r\n";
  EXPECT_EQ(with_rows(csv, setting(lists::kMake, "SAAB", 2)), "AB01CDE,FORD\r\nAB01CDE,SAAB\r\nAB01CDE,FORD\r\nAB01CDE,SAAB\r\n");
}

TEST(ListEdits, DatesMoveByTheCalendar) {
  EXPECT_EQ(moved("28/02/2019", 1), "01/03/2019");
  EXPECT_EQ(moved("28/02/2020", 1), "29/02/2020");
  EXPECT_EQ(moved("01/01/2020", -1), "31/12/2019");
  for (const std::string_view none : {"", "31/06/2019", "2019-06-01", "1/1/2019"}) EXPECT_EQ(moved(none, 1), none);
}

}  // namespace
}  // namespace subjects
