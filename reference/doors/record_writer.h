// Writes the calls of a record (docs/doors.md).
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reference/doors/record_format.h"

namespace doors::record {

/// The last Bytes of one size class, by identity. They are kept alive, for an identity means nothing afterwards.
class Remembered {
 public:
  /// The number of these Bytes; none where they are not remembered.
  [[nodiscard]] const std::uint32_t* find(const base::Bytes& bytes) const;
  /// Remembers, in place of the oldest where there are too many.
  void add(const base::Bytes& bytes);

 private:
  std::unordered_map<const void*, std::uint32_t> numbers_;
  std::vector<base::Bytes> ring_;
  std::uint32_t next_ = 0;
};

/// Passes each call whole to the stream.
class Writer {
 public:
  explicit Writer(std::ostream& out) : out_(out) {}

  /// Writes a call; false where a value is in it, which cannot be written, and then nothing was.
  template <class... Parts>
  [[nodiscard]] bool call(Kind kind, const Parts&... parts) {
    buffer_.assign(1, static_cast<char>(kind));
    holds_value_ = false;
    (fields(*this, parts), ...);
    if (!holds_value_) out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    return !holds_value_;
  }

  void number(std::uint64_t value);
  void signed_number(std::int64_t value);
  void text(std::string_view value);
  void bytes(const base::Bytes& value);
  void now(const base::Now& value);
  void no_value(bool is_value) { holds_value_ |= is_value; }
  template <class E>
  void word(E value, E) { number(static_cast<std::uint64_t>(value)); }
  template <class T, class F>
  void list(const std::vector<T>& items, F each) {
    number(items.size());
    for (const T& item : items) each(item);
  }

 private:
  std::ostream& out_;
  std::string buffer_;
  bool holds_value_ = false;
  base::Now before_{};
  Remembered small_, large_;
};

}  // namespace doors::record
