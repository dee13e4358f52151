// Reads the calls of a record (docs/doors.md).
#pragma once

#include <cstdint>
#include <istream>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "reference/doors/record_format.h"

namespace doors::record {

enum class ReadState : std::uint8_t {
  kGood,
  kCutShort,   ///< the record ends within a call, or without its end mark
  kDamaged,    ///< a number out of its range
};

/// Takes calls from a stream. After a fault every field reads as empty, and state() says what it was.
class Reader {
 public:
  explicit Reader(std::istream& in) : in_(in) {}

  /// What the next call is, without taking it. kEnd where the state is not good.
  [[nodiscard]] Kind peek();
  void take() { next_.reset(); }
  template <class... Parts>
  void read(Parts&... parts) { (fields(*this, parts), ...); }
  [[nodiscard]] ReadState state() const { return state_; }
  /// How many bytes of the calls were read.
  [[nodiscard]] std::uint64_t position() const { return position_; }

  template <std::unsigned_integral N>
  void number(N& value) {
    const std::uint64_t found = varint();
    if (found > std::numeric_limits<N>::max()) spoil(ReadState::kDamaged);
    value = state_ == ReadState::kGood ? static_cast<N>(found) : N{};
  }
  void signed_number(std::int64_t& value);
  void text(std::string& value);
  void bytes(base::Bytes& value);
  void now(base::Now& value);
  void no_value(bool) {}
  template <class E>
  void word(E& value, E last) {
    const std::uint64_t found = varint();
    if (found > static_cast<std::uint64_t>(last)) spoil(ReadState::kDamaged);
    if (state_ == ReadState::kGood) value = static_cast<E>(found);
  }
  template <class T, class F>
  void list(std::vector<T>& items, F each) {
    for (std::uint64_t left = varint(); left > 0 && state_ == ReadState::kGood; --left) each(items.emplace_back());
  }

 private:
  [[nodiscard]] std::uint64_t varint();
  [[nodiscard]] std::uint8_t byte();
  void spoil(ReadState state);

  std::istream& in_;
  std::optional<Kind> next_;
  ReadState state_ = ReadState::kGood;
  std::uint64_t position_ = 0;
  base::Now before_{};
  std::vector<base::Bytes> small_, large_;
  std::uint32_t next_small_ = 0, next_large_ = 0;
};

}  // namespace doors::record
