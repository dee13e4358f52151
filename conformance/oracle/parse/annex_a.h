// The codes of Annex A: those of two digits, which a read's Feed ID may be, and those that name lists alone.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace oracle::parse {

/// In ascending order. 201 and the four codes of letters name lists, never a feed.
/// Source:  Annex A of the specification, and 2.3 for the two digits.
inline constexpr std::array<std::string_view, 50> kFeedCodes{
    "02", "03", "04", "05", "06", "07", "10", "11", "12", "13", "14", "16", "17", "20", "21", "22", "23",
    "24", "30", "31", "32", "33", "34", "35", "36", "37", "40", "41", "42", "43", "44", "45", "46", "47",
    "48", "50", "52", "53", "54", "55", "59", "60", "61", "62", "63", "88", "90", "93", "94", "98"};

inline constexpr std::array<std::string_view, 5> kListCodes{"201", "LEA", "MIDASGOLD", "TRIVIUM", "TUTELAGE"};

/// What the lower white part of a symbol shows for the lists of a code.
struct SymbolText {
  std::string_view code, text;
};
/// As printed, in ascending order of code.
/// Source:  Annex A (A-a).
inline constexpr std::array<SymbolText, 55> kSymbolTexts{{
    {"02", "METPOL"}, {"03", "CMBRIA"}, {"04", "LANCS"}, {"05", "MERPOL"}, {"06", "GMP"}, {"07", "CHESH"}, {"10", "NORPOL"},
    {"11", "DURHAM"}, {"12", "NYP"}, {"13", "WYP"}, {"14", "SYP"}, {"16", "HUMB"}, {"17", "CLEV"}, {"20", "WMIDS"}, {"201", "DVSA"},
    {"21", "STAFFS"}, {"22", "WMERCA"}, {"23", "WARWCK"}, {"24", "MOD"}, {"30", "DERBYS"}, {"31", "NOTTS"}, {"32", "LINCS"},
    {"33", "LEICS"}, {"34", "NHANTS"}, {"35", "CAMBS"}, {"36", "NFOLK"}, {"37", "SFFOLK"}, {"40", "BEDS"}, {"41", "HERTS"},
    {"42", "ESSEX"}, {"43", "TVP"}, {"44", "HANTS"}, {"45", "SURREY"}, {"46", "KENT"}, {"47", "SUSSEX"}, {"48", "COLP"}, {"50", "D&C"},
    {"52", "A&S"}, {"53", "GLOS"}, {"54", "WILTS"}, {"55", "DORSET"}, {"59", "CNC"}, {"60", "NWP"}, {"61", "GWENT"}, {"62", "SWP"},
    {"63", "DPP"}, {"88", "LEA"}, {"90", "PSOS"}, {"93", "BTP"}, {"94", "DVLA"}, {"98", "PSNI"}, {"LEA", "LEA"},
    {"MIDASGOLD", "MIBGLD"}, {"TRIVIUM", "TRVIUM"}, {"TUTELAGE", "TULAGE"}}};

[[nodiscard]] inline bool is_feed_code(std::string_view code) {
  return std::binary_search(kFeedCodes.begin(), kFeedCodes.end(), code);
}

[[nodiscard]] inline bool is_list_code(std::string_view code) {
  return std::binary_search(kListCodes.begin(), kListCodes.end(), code);
}

/// Whether a list may have it; any code of Annex A.
[[nodiscard]] inline bool is_registered_code(std::string_view code) { return is_feed_code(code) || is_list_code(code); }

/// The text of a code; empty where Annex A does not have it.
[[nodiscard]] inline std::string_view symbol_text_of(std::string_view code) {
  const auto* at = std::lower_bound(kSymbolTexts.begin(), kSymbolTexts.end(), code,
                                    [](const SymbolText& one, std::string_view wanted) { return one.code < wanted; });
  return at == kSymbolTexts.end() || at->code != code ? std::string_view() : at->text;
}

/// The code that a list's file name begins with: what stands before its first underscore; empty where there is none.
[[nodiscard]] inline std::string_view code_of_file(std::string_view file) {
  const std::size_t underscore = file.find('_');
  return underscore == std::string_view::npos ? std::string_view() : file.substr(0, underscore);
}

/// Whether a code is that of lists that are populated for the nation rather than kept by a force.
[[nodiscard]] inline bool is_national_code(std::string_view code) {
  return code == "MIDASGOLD" || code == "TRIVIUM" || code == "TUTELAGE";
}

}  // namespace oracle::parse
