#include "simulator/world/marks.h"

#include <functional>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "reference/base/check.h"
#include "reference/domain/vrm.h"
#include "simulator/world/source_file.h"
#include "tests/unit/simulator/world/temporary_file.h"

namespace {

using world::age_identifiers;
using world::layout_named;
using world::MarkLayout;
using world::Marks;

const base::Instant kJune2019 = *base::parse_rfc3339("2019-06-11T07:00:00Z");

MarkLayout layout(const std::string& name) { return layout_named(name, {{"AB", "OX"}, kJune2019}); }

bool in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

/// A mark as its pattern: L for a letter, N for a digit.
std::string pattern(const std::string& mark) {
  std::string made;
  for (const char c : mark) made += c >= '0' && c <= '9' ? 'N' : 'L';
  return made;
}

// Written from the rules of SI 2001/561 and DVLA's practice, not from the code.
constexpr std::string_view kUsual = "ABCDEFGHJKLMNOPRSTUVWXY";
constexpr std::string_view kAges = "ABCDEFGHJKLMNPRSTVWXY";

bool letters_of(const std::string& mark, std::size_t from, std::size_t to, std::string_view allowed) {
  for (std::size_t i = from; i < to; ++i) {
    if (!in(allowed, mark[i])) return false;
  }
  return true;
}

bool one_of(const std::string& text, std::initializer_list<const char*> patterns) {
  return std::find(patterns.begin(), patterns.end(), text) != patterns.end();
}

struct Rule {
  const char* name;
  std::function<bool(const std::string&)> holds;
};

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all{
      {"never_issued",
       [](const std::string& m) {
         return pattern(m) == "LLNNLLL" && (m.substr(2, 2) == "00" || m.substr(2, 2) == "01") && letters_of(m, 0, 2, kUsual) &&
                letters_of(m, 4, 7, "ABCDEFGHJKLMNOPRSTUVWXYZ");
       }},
      {"current",
       [](const std::string& m) {
         const int age = std::stoi(m.substr(2, 2));
         return pattern(m) == "LLNNLLL" && (m.starts_with("AB") || m.starts_with("OX")) &&
                ((age >= 2 && age <= 19) || (age >= 51 && age <= 68)) && letters_of(m, 4, 7, "ABCDEFGHJKLMNOPRSTUVWXYZ");
       }},
      {"prefix",
       [](const std::string& m) {
         return one_of(pattern(m), {"LNLLL", "LNNLLL", "LNNNLLL"}) && m[1] != '0' && in(kAges, m[0]) &&
                letters_of(m, m.size() - 3, m.size(), kUsual);
       }},
      {"suffix",
       [](const std::string& m) {
         return one_of(pattern(m), {"LLLNL", "LLLNNL", "LLLNNNL"}) && m[3] != '0' && letters_of(m, 0, 3, kUsual) && in(kAges, m.back());
       }},
      {"dateless",
       [](const std::string& m) {
         const auto digits = m.find_first_of("0123456789");
         return one_of(pattern(m), {"NNNNL", "NNNNLL", "NL",   "NNL", "NNNL", "NLL",   "NNLL", "NNNLL", "NLLL",   "NNLLL", "NNNLLL",
                                    "LN",    "LNN",    "LNNN", "LLN", "LLNN", "LLNNN", "LLLN", "LLLNN", "LLLNNN", "LNNNN", "LLNNNN"}) &&
                m[digits] != '0' && m.find_first_of("IQZ") == std::string::npos;
       }},
      {"northern_ireland",
       [](const std::string& m) {
         const std::string letters = m[0] >= 'A' ? m.substr(0, 3) : m.substr(4);
         return one_of(pattern(m), {"LLLN", "LLLNN", "LLLNNN", "LLLNNNN", "NNNNLLL"}) && m[m[0] >= 'A' ? 3 : 0] != '0' &&
                in(kUsual, letters[0]) && letters.find_first_of("IZ") != std::string::npos && letters.find('Q') == std::string::npos;
       }},
      {"q",
       [](const std::string& m) {
         return one_of(pattern(m), {"LNLLL", "LNNLLL", "LNNNLLL"}) && m[0] == 'Q' && m[1] != '0' &&
                letters_of(m, m.size() - 3, m.size(), kUsual);
       }},
      {"diplomatic", [](const std::string& m) { return pattern(m) == "NNNLNNN" && in("DX", m[3]); }},
      {"military",
       [](const std::string& m) {
         return one_of(pattern(m), {"LLNNLL", "NNLLNN"});
       }},
  };
  return all;
}

TEST(MarkLayout, KeepsToItsRule) {
  for (const Rule& rule : rules()) {
    const MarkLayout made = layout(rule.name);
    for (std::uint64_t i = 0; i < 20'000; ++i) {
      const std::string mark = made.mark(i * 7'919 * 104'729 % made.size());
      ASSERT_TRUE(rule.holds(mark)) << rule.name << ": " << mark;
      const auto vrm = domain::Vrm::make(mark);
      ASSERT_TRUE(vrm && vrm->kind() == domain::VrmKind::kOrdinary) << mark;
    }
    ASSERT_TRUE(rule.holds(made.mark(0))) << made.mark(0);
    ASSERT_TRUE(rule.holds(made.mark(made.size() - 1))) << made.mark(made.size() - 1);
  }
}

TEST(MarkLayout, HasAsManyMarksAsItsRuleAllows) {
  EXPECT_EQ(layout("never_issued").size(), 23ULL * 23 * 2 * 24 * 24 * 24);
  EXPECT_EQ(layout("current").size(), 2ULL * (18 + 18) * 24 * 24 * 24);
  EXPECT_EQ(layout("prefix").size(), 21ULL * 999 * 23 * 23 * 23);
  EXPECT_EQ(layout("suffix").size(), layout("prefix").size());
  EXPECT_EQ(layout("dateless").size(), 2ULL * (999 * (23 + 529 + 12'167) + 9'000 * (23 + 529)));
  EXPECT_EQ(layout("northern_ireland").size(), 23ULL * 92 * (9'999 + 9'000));
  EXPECT_EQ(layout("q").size(), 999ULL * 23 * 23 * 23);
  EXPECT_EQ(layout("diplomatic").size(), 2'000'000ULL);
  EXPECT_EQ(layout("military").size(), 529ULL * 100 * 529 + 100ULL * 529 * 100);
}

// A run of a million places of each, from the last one down.
TEST(MarkLayout, MeetsEveryMarkOnce) {
  for (const char* name : {"diplomatic", "dateless"}) {
    const MarkLayout made = layout(name);
    std::vector<std::string> marks;
    const std::uint64_t count = std::min<std::uint64_t>(made.size(), 1'000'000);
    for (std::uint64_t place = 0; place < count; ++place) marks.push_back(made.mark(made.size() - 1 - place));
    std::sort(marks.begin(), marks.end());
    EXPECT_EQ(std::adjacent_find(marks.begin(), marks.end()), marks.end()) << name;
  }
}

TEST(AgeIdentifiers, AreThoseIssuedByThen) {
  EXPECT_TRUE(age_identifiers(*base::parse_rfc3339("2001-08-31T23:59:59Z")).empty());
  EXPECT_EQ(age_identifiers(*base::parse_rfc3339("2001-09-01T00:00:00Z")), (std::vector<std::string>{"51"}));
  EXPECT_EQ(age_identifiers(*base::parse_rfc3339("2002-09-01T00:00:00Z")), (std::vector<std::string>{"51", "02", "52"}));
  EXPECT_EQ(age_identifiers(kJune2019).back(), "19");
  EXPECT_EQ(age_identifiers(kJune2019).size(), 36U);
}

RC_GTEST_PROP(Marks, distinct_numbers_have_distinct_marks, (std::uint64_t seed, std::uint64_t a, std::uint64_t b)) {
  const Marks marks({layout("never_issued"), layout("prefix")}, seed);
  RC_PRE(a % marks.count() != b % marks.count());
  RC_ASSERT(marks.of(a % marks.count()) != marks.of(b % marks.count()));
}

TEST(Marks, TakeTurnsAmongTheLayouts) {
  std::vector<MarkLayout> layouts;
  for (const Rule& rule : rules()) layouts.push_back(layout(rule.name));
  const Marks marks(std::move(layouts), 7);
  for (std::uint64_t number = 0; number < 900; ++number) {
    EXPECT_TRUE(rules()[number % rules().size()].holds(marks.of(number))) << marks.of(number);
  }
}

TEST(Marks, NeighboursDoNotLookAlikeAndSeedsDiffer) {
  const Marks marks({layout("never_issued")}, 1);
  std::set<std::string> tags;
  for (std::uint64_t number = 0; number < 200; ++number) tags.insert(marks.of(number).substr(0, 2));
  EXPECT_GT(tags.size(), 100U);
  EXPECT_NE(Marks({layout("never_issued")}, 2).of(0), marks.of(0));
  EXPECT_EQ(Marks({layout("never_issued")}, 1).of(77), marks.of(77));
}

TEST(Marks, ANumberOutsideThePopulationBreaksAnInvariant) {
  const Marks marks({layout("q")}, 1);
  EXPECT_THROW((void)marks.of(marks.count()), base::Broken);
}

TEST(MemoryTags, ArePublishedOnes) {
  const auto tags = world::read_memory_tags(PLUMBLINE_SOURCE "/scenarios/data/vehicles/memory_tags.csv");
  ASSERT_TRUE(tags) << tags.error().message();
  EXPECT_EQ(tags->size(), 434U);
  for (const char* text : {"memory_tag,dvla_office\n", "memory_tag,dvla_office\nAI,Nowhere\n", "memory_tag,dvla_office\nA,Nowhere\n",
                           "memory_tag,dvla_office\nAB,Here\nAB,There\n"}) {
    const TemporaryFile file(text);
    EXPECT_FALSE(world::read_memory_tags(file.path())) << text;
  }
}

}  // namespace
