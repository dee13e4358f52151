#include "reference/lists/list_loader.h"

#include "reference/base/check.h"

namespace lists {

ListLoader::ListLoader(MatchIndex& index, std::string_view file, const Rules& rules)
    : index_(index), draft_(index.begin(std::string(file), std::string(file.substr(0, file.find('_'))))), parser_(rules, *this) {}

ListLoader::~ListLoader() {
  if (!in_force_) index_.abandon(draft_);
}

void ListLoader::put_in_force() {
  PLUMB_CHECK(!in_force_, "a list is put in force once");
  index_.put_in_force(draft_, std::move(parts_));
  in_force_ = true;
}

void ListLoader::on_entry(domain::VoiEntry entry) {
  index_.add(draft_, entry);
  parts_.add(entry);
}

}  // namespace lists
