#include "reference/domain/standard_words.h"

#include <array>

namespace domain {
namespace {

using enum WordColumn;

constexpr std::array kWords{
    StandardWord{kAction, "Stop"},
    StandardWord{kAction, "Assess"},
    StandardWord{kAction, "No Alert"},

    StandardWord{kReason, "Intel Serious Crime"},
    StandardWord{kReason, "Cloned"},
    StandardWord{kReason, "Low Crime"},
    StandardWord{kReason, "Drugs"},
    StandardWord{kReason, "Intel Sexual"},
    StandardWord{kReason, "Intel Low Crime"},
    StandardWord{kReason, "Offender Management"},
    StandardWord{kReason, "Impaired Driving"},
    StandardWord{kReason, "Documents"},
    StandardWord{kReason, "Disqualified"},
    StandardWord{kReason, "Other"},
    StandardWord{kReason, "No Insurance", WordUse::kNationalLists},
    StandardWord{kReason, "No MOT", WordUse::kNationalLists},
    StandardWord{kReason, "No Tax", WordUse::kNationalLists},
    StandardWord{kReason, "No Keeper", WordUse::kNationalLists},
    StandardWord{kReason, "LEA P1"},
    StandardWord{kReason, "LEA P2"},
    StandardWord{kReason, "LEA P3"},
    StandardWord{kReason, "LEA P4"},
    StandardWord{kReason, "LEA P5"},
    StandardWord{kReason, "LEA P6"},

    StandardWord{kGsc, "OFFICIAL"},
    StandardWord{kGsc, "OFFICIAL-SENSITIVE"},
};

}  // namespace

std::span<const StandardWord> standard_words() { return kWords; }

}  // namespace domain
