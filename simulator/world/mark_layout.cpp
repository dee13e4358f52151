#include "simulator/world/mark_layout.h"

#include <algorithm>
#include <chrono>
#include <map>

#include <date/date.h>
#include <fmt/format.h>

#include "reference/base/check.h"

namespace world {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHJKLMNOPRSTUVWXY";       // without I, Q, Z
constexpr std::string_view kLastLetters = "ABCDEFGHJKLMNOPRSTUVWXYZ";  // without I, Q: at the end of the current style
constexpr std::string_view kAgeLetters = "ABCDEFGHJKLMNPRSTVWXY";      // without I, O, Q, U, Z
static_assert(kLetters.size() == 23 && kLastLetters.size() == 24 && kAgeLetters.size() == 21);

Slot one_of(std::string_view characters) {
  Slot slot;
  for (const char c : characters) slot.emplace_back(1, c);
  return slot;
}

Slot numbers(int from, int to) {
  Slot slot;
  for (int n = from; n <= to; ++n) slot.push_back(std::to_string(n));
  return slot;
}

const Slot& letter() {
  static const Slot slot = one_of(kLetters);
  return slot;
}
const Slot& digit() {
  static const Slot slot = one_of("0123456789");
  return slot;
}
const Slot& up_to_999() {
  static const Slot slot = numbers(1, 999);
  return slot;
}
const Slot& four_digits() {
  static const Slot slot = numbers(1'000, 9'999);
  return slot;
}

/// A form with one more slot, or with all of another form, at its end.
Form operator+(Form form, const Slot& slot) {
  form.push_back(slot);
  return form;
}
Form letters(int count) { return Form(static_cast<std::size_t>(count), letter()); }

Form joined(Form left, const Form& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

std::vector<Form> current(const Slot& tags, const Slot& ages) {
  const Slot last = one_of(kLastLetters);
  return {{tags, ages, last, last, last}};
}

Slot never_issued_tags() {
  Slot tags;
  for (const char a : kLetters) {
    for (const char b : kLetters) tags.push_back({a, b});
  }
  return tags;
}

std::vector<Form> dateless() {
  std::vector<Form> forms;
  for (int count = 1; count <= 3; ++count) {
    forms.push_back(letters(count) + up_to_999());
    forms.push_back(joined({up_to_999()}, letters(count)));
    if (count == 3) break;
    forms.push_back(letters(count) + four_digits());
    forms.push_back(joined({four_digits()}, letters(count)));
  }
  return forms;
}

/// The second and third letter: one of them I or Z, so that every pair stands there once.
Slot irish_pairs() {
  Slot pairs;
  for (const char c : kLetters) {
    for (const char mark : {'I', 'Z'}) {
      pairs.push_back({c, mark});
      pairs.push_back({mark, c});
    }
  }
  return pairs;
}

std::vector<Form> northern_ireland() {
  const Form area{letter(), irish_pairs()};
  return {area + numbers(1, 9'999), joined({four_digits()}, area)};
}

std::vector<Form> military() {
  const Form two_digits{digit(), digit()};
  return {joined(letters(2) , joined(two_digits, letters(2))), joined(two_digits, joined(letters(2), two_digits))};
}

std::vector<Form> forms_named(std::string_view name, const Issue& issue) {
  const Slot age = one_of(kAgeLetters);
  if (name == "never_issued") return current(never_issued_tags(), {"00", "01"});
  if (name == "current") return current(issue.memory_tags, age_identifiers(issue.at));
  if (name == "prefix") return {joined({age, up_to_999()}, letters(3))};
  if (name == "suffix") return {letters(3) + up_to_999() + age};
  if (name == "dateless") return dateless();
  if (name == "northern_ireland") return northern_ireland();
  if (name == "q") return {joined({{"Q"}, up_to_999()}, letters(3))};
  if (name == "diplomatic") return {{digit(), digit(), digit(), {"D", "X"}, digit(), digit(), digit()}};
  PLUMB_CHECK(name == "military", "the scenario's schema lets no other layout through: " + std::string(name));
  return military();
}

std::uint64_t size_of(const Form& form) {
  std::uint64_t size = 1;
  for (const Slot& slot : form) size *= slot.size();
  return size;
}

}  // namespace

MarkLayout::MarkLayout(std::vector<Form> forms) : forms_(std::move(forms)) {
  for (const Form& form : forms_) up_to_.push_back(size_ += size_of(form));
  PLUMB_CHECK(size_ >= 1 && size_ <= std::uint64_t{1} << 32, "a layout has marks, and not too many to number");
}

std::string MarkLayout::mark(std::uint64_t place) const {
  PLUMB_CHECK(place < size_, "a mark's place is one of its layout");
  const auto at = static_cast<std::size_t>(std::upper_bound(up_to_.begin(), up_to_.end(), place) - up_to_.begin());
  std::uint64_t rest = at == 0 ? place : place - up_to_[at - 1];
  const Form& form = forms_[at];
  std::vector<const std::string*> chosen;
  for (auto slot = form.rbegin(); slot != form.rend(); ++slot) {
    chosen.push_back(&(*slot)[rest % slot->size()]);
    rest /= slot->size();
  }
  std::string mark;
  for (auto part = chosen.rbegin(); part != chosen.rend(); ++part) mark += **part;
  return mark;
}

MarkLayout layout_named(std::string_view name, const Issue& issue) { return MarkLayout(forms_named(name, issue)); }

std::vector<std::string> age_identifiers(base::Instant at) {
  using std::chrono::floor, std::chrono::nanoseconds;
  const date::sys_days day = floor<date::days>(date::sys_time<nanoseconds>(nanoseconds(at.ns)));
  std::vector<std::string> issued;
  for (int year = 2001; year < 2050; ++year) {
    if (year > 2001 && day >= date::sys_days(date::year(year) / date::March / 1)) issued.push_back(fmt::format("{:02}", year - 2000));
    if (day >= date::sys_days(date::year(year) / date::September / 1)) issued.push_back(fmt::format("{}", year - 2000 + 50));
  }
  return issued;
}

}  // namespace world
