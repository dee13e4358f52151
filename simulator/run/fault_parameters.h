// The parameters of one fault, read as they are asked for; the first that does not fit is what is reported.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "reference/base/instant.h"
#include "reference/base/result.h"
#include "scenarios/format/scenario.h"

namespace run {

/// `rate` of `of`: "1/10".
struct Rate {
  std::uint64_t rate = 1;
  std::uint64_t of = 1;
};

class FaultParameters {
 public:
  explicit FaultParameters(const scenario::Fault& fault) : fault_(fault) {}

  [[nodiscard]] std::string_view text(const std::string& name, std::string_view otherwise);
  [[nodiscard]] Rate rate(const std::string& name, Rate otherwise);
  [[nodiscard]] std::int64_t number(const std::string& name, std::int64_t otherwise);
  [[nodiscard]] base::Duration duration(const std::string& name, base::Duration otherwise);
  [[nodiscard]] base::Duration offset(const std::string& name, base::Duration otherwise);
  /// Reports a value that only the caller could judge.
  void unfit(const std::string& name, std::string_view expected);

  /// kFaultParameterUnfit, where a parameter did not fit or nobody asked for it.
  [[nodiscard]] std::optional<base::Error> error() const;

 private:
  [[nodiscard]] const std::string* find(const std::string& name);

  const scenario::Fault& fault_;
  std::set<std::string> asked_;
  std::string unfit_;
};

}  // namespace run
