// The standard words of a VOI list (clause 5), as data: the one table that says which words three of its columns allow.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace domain {

/// The columns of the template that have standard words.
enum class WordColumn : std::uint8_t { kAction, kReason, kGsc };

/// Which lists may use a word: any, or only those that are populated for the nation (5-f).
enum class WordUse : std::uint8_t { kAnyList, kNationalLists };

struct StandardWord {
  WordColumn column = WordColumn::kAction;
  std::string_view word;
  WordUse use = WordUse::kAnyList;
};

/// All of them, column by column and as printed.
///
/// Shape:   the words of ACTION stand in the order of domain::Action. "DO NOT USE" behind four of the reasons is a remark of the table
///          and no part of the word; where the run of REASON words divides is R-25.
/// Source:  5 (5-d, 5-f, 5-k; ).
[[nodiscard]] std::span<const StandardWord> standard_words();

}  // namespace domain
