// What gives a place away (2.3-e), and what is only a name.
#include <gtest/gtest.h>

#include "conformance/oracle/parse/place_names.h"

namespace oracle::parse {
namespace {

TEST(PlaceNamesTest, GridReferences) {
  for (const std::string_view text :
       {"TL451582", "TL 451 582", "A14 westbound TL 4512 5834", "tl4512558345", "Gantry 3, NT 26 73 55", "(SU387148)"})
    EXPECT_EQ(disclosure_in(text), "a grid reference") << text;
}

TEST(PlaceNamesTest, Postcodes) {
  for (const std::string_view text : {"CB2 1TN", "near cb2 1tn", "W1A 1AA, roof", "M1 1AE", "DN55 1PT", "EC1A 1BB", "CB2 1ST"})
    EXPECT_EQ(disclosure_in(text), "a postcode") << text;
}

TEST(PlaceNamesTest, Degrees) {
  for (const std::string_view text :
       {"52.2051,0.1218", "at 52.205", "N52.205123 E0.121817", "-0.1278", "0.121 52.205", "1.234 W", "60.155"})
    EXPECT_EQ(disclosure_in(text), "degrees of latitude or longitude") << text;
}

TEST(PlaceNamesTest, NamesOfRoadsLanesAndGantriesTellNoPlace) {
  for (const std::string_view text :
       {"A14 J31", "Lane 2", "M11 northbound 50", "A14 2nd exit", "M11 1st gantry", "A10 3rd lane", "A14 4th bridge", "A14 2km north",
        "A1 5mi south", "M25 J10 to J12", "At 120 250", "Gantry 45.2", "52.20", "Site 123456", "TL 45 58", "TI 451582", "TL 451", "CB2",
        "Camera 7", "B1049 2.500km", "Gantry 12.500 m", "Camera 12.345", "1.234", "52.205 miles",
        "A14 1 of 2", "B1049 Histon Road", "Unit 12 345678", ""})
    EXPECT_FALSE(disclosure_in(text).has_value()) << text << ": " << disclosure_in(text).value_or("");
}

TEST(PlaceNamesTest, DescriptionsAreLettersDigitsAndThePunctuationOfNames) {
  for (const std::string_view text : {"A14 J31", "Lane 2", "St. Neots (east) - A428/A1", "7", "O'Brien & Sons #2"})
    EXPECT_EQ(description_in(text), Description::kPlain) << text;
  for (const std::string_view text : {"", " ", "--", "a<b>", "x\ty", "name\n", "a?"})
    EXPECT_EQ(description_in(text), Description::kNone) << text;
  EXPECT_EQ(description_in("Pont y T\xc5\xb5r"), Description::kForeign);
  EXPECT_EQ(description_in("\xc5\xb5<"), Description::kNone);
}

}  // namespace
}  // namespace oracle::parse
