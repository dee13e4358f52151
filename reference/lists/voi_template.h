// The template of a VOI list (clause 5): its columns, and the words that some of them allow.
#pragma once

#include <optional>
#include <string_view>

#include "reference/domain/hit.h"
#include "reference/lists/rules.h"

namespace lists {

inline constexpr std::size_t kInformationMax = 198;   ///< 5-h; R-19 says of what

[[nodiscard]] std::string_view name_of(Column column);
/// The column of this name, in any letter case and with any blanks; none where there is no such.
[[nodiscard]] std::optional<Column> find_column(std::string_view name);

/// The columns that stand in a row, first to last.
[[nodiscard]] std::span<const Column> columns_of(TemplateForm form);

/// The standard word that a cell gives by these rules; null where it gives none.
[[nodiscard]] const domain::StandardWord* find_word(const Rules& rules, domain::WordColumn column, std::string_view cell);
/// The action of a standard word of that column.
[[nodiscard]] domain::Action action_of(const domain::StandardWord& word);

}  // namespace lists
