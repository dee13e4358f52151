// Results and errors: what every call that may fail for a reason outside our control returns.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace base {

/// What went wrong, as a kind: one constant a reason that somebody would react to differently.
///
/// Shape:   `name` is the identifier in reports and problem documents ("time_not_digits"); `clause` the clause of the
///          specification or "house"; `expects` says what would have been right, as half a sentence. `rank` orders kinds of one
///          call: the lowest is reported first.
/// Owner:   kinds are constants with static storage; an Error refers to one.
struct ErrorKind {
  std::string_view name;
  std::string_view clause;
  std::string_view expects;
  int rank = 0;
};

/// One fault: its kind, and the detail that this occurrence adds (what was found, and where).
struct Error {
  const ErrorKind* kind;
  std::string detail;

  Error(const ErrorKind& k, std::string d = {}) : kind(&k), detail(std::move(d)) {}

  /// "time_not_digits (2.2.2): expected ...; found ..." for people.
  [[nodiscard]] std::string message() const;

  friend bool operator==(const Error& a, const Error& b) { return a.kind == b.kind && a.detail == b.detail; }
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(const ErrorKind& kind, std::string detail = {}) {
  return tl::unexpected<Error>(Error(kind, std::move(detail)));
}

}  // namespace base
