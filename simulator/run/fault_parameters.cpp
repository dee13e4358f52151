#include "simulator/run/fault_parameters.h"

#include <charconv>

#include <fmt/format.h>

#include "scenarios/format/quantity.h"
#include "simulator/run/run.h"

namespace run {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1) return std::nullopt;
  return value;
}

}  // namespace

const std::string* FaultParameters::find(const std::string& name) {
  asked_.insert(name);
  const auto found = fault_.parameters.find(name);
  return found == fault_.parameters.end() ? nullptr : &found->second;
}

void FaultParameters::unfit(const std::string& name, std::string_view expected) {
  const auto found = fault_.parameters.find(name);
  const std::string value = found == fault_.parameters.end() ? "nothing" : '"' + found->second + '"';
  if (unfit_.empty()) unfit_ = fmt::format("fault {}, parameter {}: found {}, expected {}", fault_.id, name, value, expected);
}

std::string_view FaultParameters::text(const std::string& name, std::string_view otherwise) {
  const std::string* value = find(name);
  return value == nullptr ? otherwise : *value;
}

Rate FaultParameters::rate(const std::string& name, Rate otherwise) {
  const std::string* value = find(name);
  if (value == nullptr) return otherwise;
  const std::size_t slash = value->find('/');
  const auto rate = whole_number(std::string_view(*value).substr(0, slash));
  const auto of = slash == std::string::npos ? std::nullopt : whole_number(std::string_view(*value).substr(slash + 1));
  if (rate && of && *rate <= *of) return {static_cast<std::uint64_t>(*rate), static_cast<std::uint64_t>(*of)};
  unfit(name, "a ratio such as 1/10");
  return otherwise;
}

std::int64_t FaultParameters::number(const std::string& name, std::int64_t otherwise) {
  const std::string* value = find(name);
  if (value == nullptr) return otherwise;
  const auto number = whole_number(*value);
  if (!number || *number > 1'000'000) unfit(name, "a whole number from 1 to 1000000");
  return number.value_or(otherwise);
}

base::Duration FaultParameters::duration(const std::string& name, base::Duration otherwise) {
  const std::string* value = find(name);
  if (value == nullptr) return otherwise;
  const auto duration = scenario::parse_duration(*value);
  if (!duration) unfit(name, "a length of time such as 20 s");
  return duration ? *duration : otherwise;
}

base::Duration FaultParameters::offset(const std::string& name, base::Duration otherwise) {
  const std::string* value = find(name);
  if (value == nullptr) return otherwise;
  const bool has_sign = !value->empty() && (value->front() == '+' || value->front() == '-');
  const auto offset = has_sign ? scenario::parse_offset(*value) : scenario::parse_duration(*value);
  if (!offset) unfit(name, "a length of time with its sign, such as +1 h or -90 s");
  return offset ? *offset : otherwise;
}

std::optional<base::Error> FaultParameters::error() const {
  if (!unfit_.empty()) return base::Error(kFaultParameterUnfit, unfit_);
  for (const auto& [name, value] : fault_.parameters) {
    if (!asked_.contains(name)) return base::Error(kFaultParameterUnfit, fmt::format("fault {} has no parameter {}", fault_.id, name));
  }
  return std::nullopt;
}

}  // namespace run
