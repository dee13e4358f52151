#include "reference/domain/annex_a.h"

#include <array>

namespace domain {
namespace {

constexpr std::array<Organisation, 55> kOrganisations{{
    {"52", "A&S"}, {"40", "BEDS"}, {"93", "BTP"}, {"35", "CAMBS"}, {"07", "CHESH"}, {"48", "COLP"}, {"59", "CNC"},
    {"17", "CLEV"}, {"03", "CMBRIA"}, {"30", "DERBYS"}, {"50", "D&C"}, {"55", "DORSET"}, {"94", "DVLA"}, {"201", "DVSA"},
    {"11", "DURHAM"}, {"63", "DPP"}, {"42", "ESSEX"}, {"53", "GLOS"}, {"06", "GMP"}, {"61", "GWENT"}, {"44", "HANTS"},
    {"41", "HERTS"}, {"88", "LEA"}, {"16", "HUMB"}, {"46", "KENT"}, {"04", "LANCS"}, {"33", "LEICS"}, {"32", "LINCS"},
    {"05", "MERPOL"}, {"02", "METPOL"}, {"24", "MOD"}, {"36", "NFOLK"}, {"60", "NWP"}, {"12", "NYP"}, {"34", "NHANTS"},
    {"10", "NORPOL"}, {"31", "NOTTS"}, {"90", "PSOS"}, {"98", "PSNI"}, {"62", "SWP"}, {"14", "SYP"}, {"21", "STAFFS"},
    {"37", "SFFOLK"}, {"45", "SURREY"}, {"47", "SUSSEX"}, {"43", "TVP"}, {"23", "WARWCK"}, {"22", "WMERCA"},
    {"20", "WMIDS"}, {"13", "WYP"}, {"54", "WILTS"}, {"LEA", "LEA"}, {"TUTELAGE", "TULAGE"}, {"MIDASGOLD", "MIBGLD"},
    {"TRIVIUM", "TRVIUM"},
}};

constexpr std::array<bool, 100> kTwoDigitCodes = [] {
  std::array<bool, 100> known{};
  for (const Organisation& organisation : kOrganisations) {
    const std::string_view code = organisation.code;
    if (code.size() != 2) continue;
    const int number = (code[0] - '0') * 10 + (code[1] - '0');
    known[static_cast<std::size_t>(number)] = true;
  }
  return known;
}();

}  // namespace

bool is_two_digit_code(int number) { return number >= 0 && number < 100 && kTwoDigitCodes[static_cast<std::size_t>(number)]; }

std::span<const Organisation> annex_a() { return kOrganisations; }

const Organisation* find_organisation(std::string_view code) {
  for (const Organisation& organisation : kOrganisations) {
    if (organisation.code == code) return &organisation;
  }
  return nullptr;
}

}  // namespace domain
