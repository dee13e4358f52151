// What the page's parts are made of: bytes, the kill matrix.
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "reports/bytes.h"
#include "reports/matrix.h"

namespace {

TEST(HexDump, ShowsOffsetDigitsAndCharacters) {
  EXPECT_EQ(reports::hex_dump("eyJ2cm0iOiAiQULDKCJ9AA=="),   // RFC 4648 of the bytes below
            "0000  7b 22 76 72 6d 22 3a 20  22 41 42 c3 28 22 7d 00  {\"vrm\": \"AB.(\"}.\n");
}

TEST(HexDump, BreaksAfterSixteenAndKeepsTheColumns) {
  EXPECT_EQ(reports::hex_dump("QUFBQUFBQUFBQUFBQUFBQUI="),
            "0000  41 41 41 41 41 41 41 41  41 41 41 41 41 41 41 41  AAAAAAAAAAAAAAAA\n"
            "0010  42                                                B\n");
}

TEST(HexDump, GuessesNothing) {
  for (const char* wrong : {"", "A", "QQ=", "====", "QQ==QQ==", "Q Q=", "<b>="}) EXPECT_EQ(reports::hex_dump(wrong), "") << wrong;
}

TEST(KillMatrix, TellsKilledSurvivedAndConsequences) {
  pugi::xml_document svg;
  const std::string text = reports::kill_matrix_svg({{"a", "6-a", true, {"6-b"}}, {"<b>", "6-b", false, {}}}, "t");
  ASSERT_TRUE(svg.load_string(text.c_str())) << text;
  EXPECT_EQ(svg.select_nodes("//rect[@class='killed']").size(), 1u);
  EXPECT_EQ(svg.select_nodes("//path[@class='survived']").size(), 1u);
  EXPECT_EQ(svg.select_nodes("//circle[@class='also']").size(), 1u);
  EXPECT_EQ(svg.select_nodes("//text").size(), 4u);   // two mutants, two requirements
  EXPECT_EQ(reports::kill_matrix_svg({}, "t"), "");
}

}  // namespace
