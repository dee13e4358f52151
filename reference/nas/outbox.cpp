#include "reference/nas/outbox.h"

#include <utility>

#include "reference/formats/answers.h"

namespace nas {
namespace {

constexpr std::uint32_t kSlice = 256;

std::string hit_id_in(const doors::Content& content) {
  if (const auto* hit = std::get_if<std::shared_ptr<const domain::Hit>>(&content.value)) return (*hit)->hit_id;
  constexpr std::string_view kBefore = R"({"hit_id":")";   // as formats::encode begins it
  const std::string_view text = content.text.view();
  if (!text.starts_with(kBefore)) return {};
  return std::string(text.substr(kBefore.size(), text.find('"', kBefore.size()) - kBefore.size()));
}

}  // namespace

doors::Row outbox_row(std::string_view subscriber, doors::Content hit) {
  return {doors::Table::kOutbox, std::string(subscriber), std::move(hit), true};
}

void Outbox::begin() {
  following_ = tags_.query();
  store_.follow(following_, doors::Table::kOutbox, doors::Since::kNow);
}

void Outbox::on_peer(const doors::Principal& principal, doors::PeerState state) {
  const SubscriberId id = directory_.on_peer(principal, state);
  if (const auto scan = line(id).scan) store_.close(*scan);
  line(id) = {};
  line(id).behind = state == doors::PeerState::kUp;
  catch_up(id);
}

void Outbox::on_ready(doors::PeerId peer) {
  for (SubscriberId id = 0; id < directory_.size(); ++id) {
    if (directory_.at(id).peer == peer) catch_up(id);
  }
}

void Outbox::on_acknowledged(const doors::Principal& principal, std::uint64_t number, const std::string& hit_id) {
  const auto id = directory_.find(principal.name);
  if (!id) return;
  Line& its = line(*id);
  if (number == 0) {
    for (const auto& [sent, name] : its.in_flight) {
      if (name == hit_id) number = sent;
    }
  }
  if (number == 0) return;
  its.in_flight.erase(number);
  chores_.erase({doors::Table::kOutbox, doors::numbered_key(principal.name, number)});
  catch_up(*id);
}

bool Outbox::on_rows(doors::QueryTag tag, std::span<const doors::Row> rows, doors::Last last) {
  if (tag == following_) {
    for (const doors::Row& row : rows) hear(row);
    return true;
  }
  for (SubscriberId id = 0; id < lines_.size(); ++id) {
    if (lines_[id].scan != tag) continue;
    on_scanned(id, rows, last);
    return true;
  }
  return false;
}

void Outbox::hear(const doors::Row& row) {
  if (row.content.text.empty() && !row.content.is_value()) return;   // it was acknowledged
  const auto key = doors::parse_numbered_key(row.key);
  const auto id = key ? directory_.find(key->who) : std::nullopt;
  if (!id || !directory_.at(*id).peer) return;
  Line& its = line(*id);
  if (its.scan) its.missed = true;
  if (its.scan || its.behind) return;
  its.behind = !send(*id, key->number, row.content);
}

void Outbox::catch_up(SubscriberId id) {
  Line& its = line(id);
  const auto& peer = directory_.at(id).peer;
  if (!its.behind || its.scan || !peer || its.in_flight.size() > kInFlightMax / 2 || peers_.waiting(*peer) > 0) return;
  its.behind = false;
  its.missed = false;
  its.scan = tags_.query();
  const std::string& name = directory_.at(id).name;
  const std::string after = its.sent_to == 0 ? std::string() : doors::numbered_key(name, its.sent_to);
  store_.open(*its.scan, {doors::Table::kOutbox, "", name + "/", after});
  store_.next(*its.scan, kSlice);
}

void Outbox::on_scanned(SubscriberId id, std::span<const doors::Row> rows, doors::Last last) {
  Line& its = line(id);
  for (const doors::Row& row : rows) {
    const auto key = doors::parse_numbered_key(row.key);
    if (!key || key->who != directory_.at(id).name) continue;
    its.behind = !send(id, key->number, row.content);
    if (its.behind) break;
  }
  if (last == doors::Last::kNo && !its.behind) return store_.next(*its.scan, kSlice);
  store_.close(*its.scan);
  its.scan.reset();
  its.behind |= its.missed;
  catch_up(id);
}

bool Outbox::send(SubscriberId id, std::uint64_t number, const doors::Content& hit) {
  Line& its = line(id);
  if (number <= its.sent_to) return true;
  if (its.in_flight.size() >= kInFlightMax) return false;
  const std::string hit_id = hit_id_in(hit);
  if (peers_.send(*directory_.at(id).peer, {doors::Channel::kHit, number, 0, hit_id, hit}) == doors::Sent::kLost) return false;
  its.sent_to = number;
  its.in_flight.insert({number, hit_id});
  return true;
}

Outbox::Line& Outbox::line(SubscriberId id) {
  if (id >= lines_.size()) lines_.resize(id + 1);
  return lines_[id];
}

}  // namespace nas
