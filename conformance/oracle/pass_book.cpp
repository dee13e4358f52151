#include "conformance/oracle/pass_book.h"

#include "reference/base/hash.h"

namespace oracle {
namespace {

void erase(PassBook::UnrecordedById& passes, std::string_view pass_id) {
  if (const auto at = passes.find(pass_id); at != passes.end()) passes.erase(at);
}

}  // namespace

void PassBook::hear(const Stamp& at, const base::event::Pass& e, const RegisteredCamera* camera) {
  const bool unread = e.vrm.empty() && e.vrm_told;
  const bool recorded = !unread || (camera != nullptr && camera->records_unread);
  passes_[base::hash64(e.pass_id)] = {at, e.direction_deg, unread, e.detailed_scene, e.at_position};
  if (unread && recorded) unrecorded_[std::string(e.pass_id)] = {at.at, std::string(e.camera)};
  if (e.detailed_scene && recorded) staged_[std::string(e.pass_id)] = {at.at, std::string(e.camera)};
}

std::optional<PassedBy> PassBook::take(std::string_view pass_id) {
  if (pass_id.empty()) return std::nullopt;
  const auto at = passes_.find(base::hash64(pass_id));
  if (at == passes_.end()) return std::nullopt;
  const PassedBy pass = at->second;
  passes_.erase(at->first);
  erase(unrecorded_, pass_id);
  erase(staged_, pass_id);
  return pass;
}

}  // namespace oracle
