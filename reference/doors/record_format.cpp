#include "reference/doors/record_format.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "reference/base/hash.h"

namespace doors::record {
namespace {

constexpr std::size_t kShownWhole = 200;

bool is_printable(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::kEnd: return "end";
    case Kind::kVoid: return "void";
    case Kind::kBorn: return "born";
    case Kind::kStart: return "on_start";
    case Kind::kPeer: return "on_peer";
    case Kind::kReady: return "on_ready";
    case Kind::kMessage: return "on_message";
    case Kind::kTimer: return "on_timer";
    case Kind::kDurable: return "on_durable";
    case Kind::kRows: return "on_rows";
    case Kind::kArm: return "arm";
    case Kind::kCancel: return "cancel";
    case Kind::kSend: return "send";
    case Kind::kCommit: return "commit";
    case Kind::kOpen: return "open";
    case Kind::kNext: return "next";
    case Kind::kClose: return "close";
    case Kind::kFollow: return "follow";
    case Kind::kDraw: return "draw";
  }
  return "unknown";
}

void Describer::number(std::uint64_t value) { fmt::format_to(std::back_inserter(text_), " {}", value); }
void Describer::signed_number(std::int64_t value) { fmt::format_to(std::back_inserter(text_), " {}", value); }

void Describer::text(std::string_view value) {
  if (value.size() <= kShownWhole && is_printable(value)) {
    fmt::format_to(std::back_inserter(text_), " '{}'", value);
  } else {
    fmt::format_to(std::back_inserter(text_), " ({} bytes, hash {:016x})", value.size(), base::hash64(value));
  }
}

void Describer::bytes(const base::Bytes& value) { text(value.view()); }

void Describer::now(const base::Now& value) {
  signed_number(value.wall.ns);
  signed_number(value.mono.ns);
}

void Describer::no_value(bool is_value) {
  if (is_value) text_ += " (a value)";
}

}  // namespace doors::record
