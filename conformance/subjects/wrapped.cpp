#include "conformance/subjects/wrapped.h"

#include "reference/base/hash.h"
#include "reference/formats/read_json.h"

namespace subjects {
namespace {

// No component of the reference numbers its timers up here.
constexpr std::uint64_t kFirstTimer = std::uint64_t{1} << 62;

}  // namespace

void Wrapped::on_start(base::Now now, const doors::Recovered& recovered) {
  after_restart_ = recovered.after_restart;
  inner_ = make_inner_({outer_.timers, *this, *this, outer_.entropy});
  inner_->on_start(now, recovered);
}

void Wrapped::on_timer(base::Now now, doors::TimerId id) {
  const auto due = later_.find(id.value);
  if (due == later_.end()) return inner_->on_timer(now, id);
  const auto what = std::move(due->second);
  later_.erase(due);
  what(now);
}

void Wrapped::later(base::Duration after, std::function<void(base::Now)> what) {
  const std::uint64_t timer = kFirstTimer + timers_++;
  later_[timer] = std::move(what);
  outer_.timers.arm({timer}, after);
}

std::uint64_t lot_of(const doors::Content& content) {
  if (const auto* read = std::get_if<std::shared_ptr<const domain::Read>>(&content.value))
    return base::hash64((*read)->read_id.value_or(""));
  const std::string id = formats::salvage_read_id(content.text.view());
  return base::hash64(id.empty() ? content.text.view() : std::string_view(id));
}

}  // namespace subjects
