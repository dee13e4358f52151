#include "reference/nas/outbox.h"

#include <utility>

namespace nas {
namespace {

constexpr std::uint32_t kSlice = 256;
constexpr std::size_t kAcknowledgedMax = 65'536;   // beyond it an acknowledgement is overlooked, and the hit is sent again one day

std::string key_of(std::string_view hit_id, std::string_view operator_name) {
  std::string key;
  key.reserve(hit_id.size() + 1 + operator_name.size());
  return key.append(hit_id).append("/").append(operator_name);
}

}  // namespace

doors::Row outbox_row(std::string_view hit_id, std::string_view operator_name, doors::Content hit) {
  return {doors::Table::kOutbox, key_of(hit_id, operator_name), std::move(hit)};
}

void Outbox::on_peer(const doors::Principal& principal, doors::PeerState state) {
  line(directory_.on_peer(principal, state)) = {};
  if (state == doors::PeerState::kUp) look_again();
}

void Outbox::on_ready(doors::PeerId peer) {
  for (OperatorId id = 0; id < directory_.size(); ++id) {
    if (directory_.at(id).peer == peer) catch_up(id);
  }
}

void Outbox::on_acknowledged(const doors::Principal& principal, const std::string& hit_id) {
  const auto id = directory_.find(principal.name);
  if (!id || acknowledged_.size() >= kAcknowledgedMax) return;
  line(*id).in_flight.erase(hit_id);
  std::string key = key_of(hit_id, principal.name);
  if (acknowledged_.insert(key).second) chores_.erase({doors::Table::kOutbox, std::move(key)});
  catch_up(*id);
}

void Outbox::on_erased(std::span<const doors::Key> keys) {
  for (const doors::Key& key : keys) {
    if (scan_) {
      erased_meanwhile_.push_back(key.key);
    } else {
      acknowledged_.erase(key.key);
    }
  }
}

void Outbox::deliver(OperatorId to, std::string_view hit_id, const doors::Content& hit) {
  const auto& peer = directory_.at(to).peer;
  if (!peer) return;
  Line& its = line(to);
  std::string id(hit_id);
  if (its.in_flight.contains(id)) return;
  if (its.in_flight.size() >= kInFlightMax ||
      peers_.send(*peer, {doors::Channel::kHit, 0, 0, id, hit}) == doors::Sent::kLost) {
    its.behind = true;
    return;
  }
  its.in_flight.insert(std::move(id));
}

void Outbox::look_again() {
  scan_again_ = scan_.has_value();
  if (scan_) return;
  scan_ = tags_.query();
  store_.open(*scan_, {doors::Table::kOutbox, ""});
  store_.next(*scan_, kSlice);
}

bool Outbox::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) {
  if (scan_ != tag) return false;
  for (const doors::Row& row : rows) offer(row);
  if (last == doors::Last::kYes) {
    end_scan();
  } else {
    store_.next(tag, kSlice);
  }
  return true;
}

Outbox::Line& Outbox::line(OperatorId id) {
  if (id >= lines_.size()) lines_.resize(id + 1);
  return lines_[id];
}

void Outbox::catch_up(OperatorId id) {
  Line& its = line(id);
  const auto& peer = directory_.at(id).peer;
  if (!its.behind || !peer || its.in_flight.size() > kInFlightMax / 2 || peers_.waiting(*peer) > 0) return;
  its.behind = false;
  look_again();
}

void Outbox::offer(const doors::Row& row) {
  if (acknowledged_.contains(row.key)) return;
  const std::string_view key = row.key;
  const auto slash = key.find('/');
  if (slash == std::string_view::npos) return;
  if (const auto id = directory_.find(key.substr(slash + 1))) deliver(*id, key.substr(0, slash), row.content);
}

void Outbox::end_scan() {
  store_.close(*scan_);
  scan_.reset();
  for (const std::string& key : std::exchange(erased_meanwhile_, {})) acknowledged_.erase(key);
  if (std::exchange(scan_again_, false)) look_again();
}

}  // namespace nas
