// The form of a record of the doors' calls (docs/doors.md): kinds of calls, and what each consists of, said once for writing,
// reading and describing.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "reference/base/result.h"
#include "reference/doors/component.h"

namespace doors::record {

inline constexpr std::string_view kFormat = "plumbline-doors";
inline constexpr std::uint32_t kVersion = 4;

/// What a call is, as the byte it begins with. Numbers never change.
enum class Kind : std::uint8_t {
  kEnd = 0,   ///< the record is whole
  kVoid = 1,  ///< the recorder met what it cannot record; nothing follows
  kBorn = 2,  ///< a component is made, in place of the one before
  kStart = 3,
  kPeer = 4,
  kReady = 5,
  kMessage = 6,
  kTimer = 7,
  kDurable = 8,
  kRows = 9,
  kArm = 32,  ///< from here on: calls out
  kCancel = 33,
  kSend = 34,
  kCommit = 35,
  kOpen = 36,
  kNext = 37,
  kClose = 38,
  kFollow = 39,
  kDraw = 40,
};

[[nodiscard]] constexpr bool is_call_out(Kind kind) { return kind >= Kind::kArm && kind <= Kind::kDraw; }
[[nodiscard]] std::string_view name_of(Kind kind);

/// Bytes from this size on are remembered apart, so that texts, of which there are many, do not drive out images.
inline constexpr std::size_t kLargeFrom = 1'024;
/// How many of the last distinct Bytes, small and large, can be referred to by number.
inline constexpr std::uint32_t kRemembered = 4'096;

template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

// fields(archive, part) passes every field of a part to the archive, in order; a const part to a writer, another to a reader.

template <class A, class Tag>
void fields(A& a, base::Id<Tag>& id) { a.number(id.value); }
template <class A, class Tag>
void fields(A& a, const base::Id<Tag>& id) { a.number(id.value); }
template <class A, class N>
  requires std::unsigned_integral<std::remove_const_t<N>>
void fields(A& a, N& number) { a.number(number); }
template <class A, Is<std::string> T>
void fields(A& a, T& text) { a.text(text); }
template <class A, Is<base::Bytes> T>
void fields(A& a, T& bytes) { a.bytes(bytes); }
template <class A, Is<base::Duration> T>
void fields(A& a, T& duration) { a.signed_number(duration.ns); }
template <class A, Is<base::Now> T>
void fields(A& a, T& now) { a.now(now); }
template <class A, Is<Channel> T>
void fields(A& a, T& word) { a.word(word, Channel::kSubscription); }
template <class A, Is<Posting> T>
void fields(A& a, T& word) { a.word(word, Posting::kBulk); }
template <class A, Is<Role> T>
void fields(A& a, T& word) { a.word(word, Role::kPnc); }
template <class A, Is<PeerState> T>
void fields(A& a, T& word) { a.word(word, PeerState::kUp); }
template <class A, Is<Last> T>
void fields(A& a, T& word) { a.word(word, Last::kYes); }
template <class A, Is<SendOutcome> T>
void fields(A& a, T& word) { a.word(word, SendOutcome::kDown); }
template <class A, Is<Table> T>
void fields(A& a, T& word) { a.word(word, Table::kHits); }
template <class A, Is<Since> T>
void fields(A& a, T& word) { a.word(word, Since::kNow); }
template <class A, Is<CommitOutcome> T>
void fields(A& a, T& word) { a.word(word, CommitOutcome::kStaleEpoch); }

template <class A, Is<Principal> T>
void fields(A& a, T& principal) {
  fields(a, principal.peer);
  fields(a, principal.role);
  fields(a, principal.organisation);
  fields(a, principal.name);
}
template <class A, Is<Content> T>
void fields(A& a, T& content) {
  a.no_value(content.is_value());
  fields(a, content.text);
  fields(a, content.plate_patch);
  fields(a, content.overview);
  fields(a, content.size_bytes);
}
template <class A, Is<Message> T>
void fields(A& a, T& message) {
  fields(a, message.channel);
  fields(a, message.exchange);
  fields(a, message.status);
  fields(a, message.name);
  fields(a, message.content);
  fields(a, message.posting);
}
template <class A, Is<Row> T>
void fields(A& a, T& row) {
  fields(a, row.table);
  fields(a, row.key);
  fields(a, row.content);
  fields(a, row.is_numbered);
}
template <class A, Is<Key> T>
void fields(A& a, T& key) {
  fields(a, key.table);
  fields(a, key.key);
}
template <class A, Is<Query> T>
void fields(A& a, T& query) {
  fields(a, query.table);
  fields(a, query.key);
  fields(a, query.prefix);
  fields(a, query.after);
}
template <class A, class T>
void fields(A& a, std::vector<T>& list) {
  a.list(list, [&a](auto& item) { fields(a, item); });
}
template <class A, class T>
void fields(A& a, const std::vector<T>& list) {
  a.list(list, [&a](const auto& item) { fields(a, item); });
}
template <class A, Is<Unit> T>
void fields(A& a, T& unit) { fields(a, unit.rows); }
template <class A, Is<Batch> T>
void fields(A& a, T& batch) {
  fields(a, batch.units);
  fields(a, batch.erased);
  fields(a, batch.erased_under);
  fields(a, batch.replaced);
  fields(a, batch.advances_list_epoch);
}
template <class A, Is<CommitResult> T>
void fields(A& a, T& result) {
  fields(a, result.outcome);
  fields(a, result.already);
  fields(a, result.epoch);
}
template <class A, Is<Recovered> T>
void fields(A& a, T& recovered) {
  fields(a, recovered.after_restart);
  fields(a, recovered.epoch);
}

/// A call as text, for people: its name and its fields, long bytes by size and hash.
class Describer {
 public:
  explicit Describer(Kind kind) : text_(name_of(kind)) {}
  void number(std::uint64_t value);
  void signed_number(std::int64_t value);
  void text(std::string_view value);
  void bytes(const base::Bytes& value);
  void now(const base::Now& value);
  void no_value(bool is_value);
  template <class E>
  void word(E value, E) { number(static_cast<std::uint64_t>(value)); }
  template <class T, class F>
  void list(const std::vector<T>& items, F each) {
    text_ += " [";
    for (const T& item : items) each(item);
    text_ += " ]";
  }
  [[nodiscard]] const std::string& result() const { return text_; }

 private:
  std::string text_;
};

template <class... Parts>
[[nodiscard]] std::string describe(Kind kind, const Parts&... parts) {
  Describer describer(kind);
  (fields(describer, parts), ...);
  return describer.result();
}

}  // namespace doors::record
