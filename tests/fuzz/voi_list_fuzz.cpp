// room: reference/lists
//
// Any bytes as a VOI list: it is read or refused, and the entries that were taken in can be written and read again.
#include <cstdint>

#include "reference/base/check.h"
#include "reference/lists/match_index.h"
#include "reference/lists/voi_list.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view csv(reinterpret_cast<const char*>(data), size);
  const auto by = size % 2 == 0 ? lists::Population::kForce : lists::Population::kNational;
  auto list = lists::parse_voi_list("35_Cambs VOI List.csv", csv, {.by = by});
  if (!list) return 0;
  const auto again = lists::parse_voi_list(list->file, lists::encode_voi_list(*list), {.by = lists::Population::kNational});
  PLUMB_CHECK(again && again->refused.empty() && again->entries.size() == list->entries.size(), "entries that were taken in come back");
  lists::MatchIndex index;
  const std::size_t entries = list->entries.size();
  index.replace(std::move(*list));
  PLUMB_CHECK(index.entries() == entries, "the index holds every entry");
  return 0;
}
