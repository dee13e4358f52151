#include "conformance/oracle/read_table.h"

#include <algorithm>

namespace oracle {

ReadTable::Found ReadTable::find(std::string_view read_id) {
  Found found;
  if (read_id.empty()) return found;
  found.named = true;
  found.key = ids_.key_of(read_id);
  found.state = find(found.key);
  found.finished = found.state == nullptr && ids_.is_finished(found.key);
  found.forgotten = found.finished && forgot_;
  return found;
}

ReadState* ReadTable::find(ReadKey key) {
  const auto at = slots_.find(key.packed());
  return at == slots_.end() ? nullptr : &states_[at->second];
}

ReadTable::Found ReadTable::open(std::string_view read_id) {
  Found found = find(read_id);
  if (!found.named || found.finished || found.state != nullptr) return found;
  std::uint32_t slot = 0;
  if (free_.empty()) {
    slot = static_cast<std::uint32_t>(states_.size());
    states_.emplace_back();
  } else {
    slot = free_.back();
    free_.pop_back();
    states_[slot] = ReadState{};
  }
  slots_.emplace(found.key.packed(), slot);
  found.state = &states_[slot];
  found.state->key = found.key;
  found.is_new = true;
  return found;
}

void ReadTable::finish(ReadKey key) {
  const auto at = slots_.find(key.packed());
  if (at != slots_.end()) {
    free_.push_back(at->second);
    slots_.erase(key.packed());  // by key: by iterator it would look for the next one
  }
  ids_.finish(key);
}

void ReadTable::forget() {
  for (const ReadState* read : all()) finish(read->key);
  forgot_ = true;
}

std::vector<const ReadState*> ReadTable::all() const {
  std::vector<const ReadState*> states;
  for (const auto& [key, slot] : slots_) states.push_back(&states_[slot]);
  std::sort(states.begin(), states.end(), [](const ReadState* a, const ReadState* b) { return a->key.packed() < b->key.packed(); });
  return states;
}

}  // namespace oracle
