#include "conformance/evidence/sample.h"

#include <utility>

#include "reference/base/hash.h"

namespace evidence {
namespace {

using namespace base::event;

Fate kept_if(bool condition) { return condition ? Fate::kKept : Fate::kDropped; }

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};

}  // namespace

bool Sample::holds(std::string_view read_id) const { return read_id.empty() || base::hash64(read_id) % one_in_ == 0; }

Fate Sample::fate(const Body& body) {
  const auto of_read = [this](const auto& e) { return kept_if(holds(e.read_id)); };
  return std::visit(
      Overloaded{
          [](const Pass&) { return Fate::kOpen; },
          [&](const ReadSent& e) { return of_read(e); },
          [&](const ReadReceived& e) { return of_read(e); },
          [&](const ReadRefused& e) { return of_read(e); },
          [&](const ReadBuffered& e) { return of_read(e); },
          [&](const ReadDeleted& e) { return of_read(e); },
          [&](const ReadAcknowledged& e) {
            if (holds(e.read_id) && !e.capture_id.empty()) captures_.insert(base::hash64(e.capture_id));
            return of_read(e);
          },
          [&](const ConnectivityTest& e) { return of_read(e); },
          [&](const ManualEntry& e) { return of_read(e); },
          [&](const HitSent& e) {
            if (holds(e.read_id)) hits_.insert(base::hash64(e.hit_id));
            return of_read(e);
          },
          [&](const HitDelivered& e) { return kept_if(hits_.contains(base::hash64(e.hit_id))); },
          [&](const HitAcknowledged& e) { return kept_if(hits_.contains(base::hash64(e.hit_id))); },
          [&](const SymbolShown& e) { return kept_if(hits_.contains(base::hash64(e.hit_id))); },
          [&](const CaptureReturned& e) { return kept_if(captures_.contains(base::hash64(e.capture_id))); },
          [](const auto&) { return Fate::kKept; },
      },
      body);
}

void WaitingLines::add(std::string line) { lines_.push_back({std::move(line), {}, 0, Fate::kKept}); }

void WaitingLines::add_pass(std::string_view pass_id, base::Instant at, std::string line) {
  const std::uint64_t pass = base::hash64(pass_id);
  open_[pass] = first_ + lines_.size();
  lines_.push_back({std::move(line), at, pass, Fate::kOpen});
}

void WaitingLines::settle(std::string_view pass_id, Fate fate) {
  const auto at = open_.find(base::hash64(pass_id));
  if (at == open_.end()) return;
  lines_[at->second - first_].fate = fate;
  open_.erase(at);
}

void WaitingLines::pop(std::string& out) {
  Line& line = lines_.front();
  if (line.fate != Fate::kDropped) out += line.text;
  if (line.fate == Fate::kOpen) open_.erase(line.pass);
  lines_.pop_front();
  ++first_;
}

void WaitingLines::release(base::Instant now, std::string& out) {
  while (!lines_.empty()) {
    const Line& line = lines_.front();
    if (line.fate == Fate::kOpen && now - line.at < kPatience) return;
    pop(out);
  }
}

void WaitingLines::release_all(std::string& out) {
  while (!lines_.empty()) pop(out);
}

}  // namespace evidence
