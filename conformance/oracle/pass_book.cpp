#include "conformance/oracle/pass_book.h"

#include "reference/base/hash.h"

namespace oracle {

void PassBook::hear(const Stamp& at, const base::event::Pass& e, const RegisteredCamera* camera) {
  const bool unread = e.vrm.empty();
  passes_[base::hash64(e.pass_id)] = {at, e.direction_deg, unread};
  if (unread && camera != nullptr && camera->records_unread) unrecorded_[std::string(e.pass_id)] = {at.at, std::string(e.camera)};
}

std::optional<PassedBy> PassBook::take(std::string_view pass_id) {
  if (pass_id.empty()) return std::nullopt;
  const auto at = passes_.find(base::hash64(pass_id));
  if (at == passes_.end()) return std::nullopt;
  const PassedBy pass = at->second;
  passes_.erase(at->first);
  if (const auto unrecorded = unrecorded_.find(pass_id); unrecorded != unrecorded_.end()) unrecorded_.erase(unrecorded);
  return pass;
}

}  // namespace oracle
