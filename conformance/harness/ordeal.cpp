#include "conformance/harness/ordeal.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include <nlohmann/json.hpp>

#include "conformance/harness/algebra.h"
#include "conformance/harness/build.h"
#include "conformance/harness/population.h"

namespace harness {
namespace {

using catalogue::Verdict;

constexpr std::string_view kOrdinary = "clean/cambridgeshire-minute.json";

/// A scenario, and the pictures of its runs, which all subjects' cameras take alike.
struct Shelved {
  PlannedRun planned;
  std::shared_ptr<actors::Album> album = std::make_shared<actors::Album>();
};

/// Scenarios by their path in the library, each read once.
class Library {
 public:
  explicit Library(std::filesystem::path folder) : folder_(std::move(folder)) {}

  base::Result<const Shelved*> find(std::string_view path) {
    const auto known = runs_.find(path);
    if (known != runs_.end()) return &known->second;
    auto scenario = scenario::load_scenario(folder_ / path);
    if (!scenario) return tl::unexpected(scenario.error());
    return &runs_.emplace(std::string(path), Shelved{{std::string(path), std::move(*scenario)}}).first->second;
  }

 private:
  std::filesystem::path folder_;
  std::map<std::string, Shelved, std::less<>> runs_;
};

base::Result<Population> run_in(Library& library, std::string_view path, const run::Cast& cast, const std::string& role = "whole") {
  const auto shelved = library.find(path);
  if (!shelved) return tl::unexpected(shelved.error());
  const PlannedRun& planned = (*shelved)->planned;
  run::Options options;
  options.seed = planned.scenario.seed;
  options.album = (*shelved)->album;
  return run_population(planned, options, cast, "default", nullptr, {}, role);
}

/// Where a requirement is provoked: an ordinary minute, and its case's own scenario.
std::vector<std::string_view> provocations(std::string_view requirement) {
  std::vector<std::string_view> paths{kOrdinary};
  const cases::Case* deciding = cases::case_of(requirement);
  if (deciding != nullptr && !deciding->scenario.empty()) paths.push_back(deciding->scenario);
  return paths;
}

std::vector<std::string> not_met(const Population& population) {
  std::vector<std::string> ids;
  for (const oracle::Judgement& judgement : population.judgements) {
    if (judgement.verdict == Verdict::kFail) ids.push_back(judgement.requirement);
  }
  return ids;
}

base::Result<Fate> fate_of(const subjects::Mutant& mutant, Library& library) {
  Fate fate;
  fate.mutant = &mutant;
  std::vector<std::string_view> paths = provocations(mutant.requirement);
  paths.insert(paths.end(), mutant.seen_in.begin(), mutant.seen_in.end());
  std::set<std::string> broken;
  for (const std::string_view path : std::set<std::string_view>(paths.begin(), paths.end())) {
    const auto population = run_in(library, path, mutant.cast);
    if (!population) return tl::unexpected(population.error());
    for (std::string& id : not_met(*population)) {
      if (id == mutant.requirement) fate.killed_in = path;
      broken.insert(std::move(id));
    }
  }
  fate.killed = broken.erase(std::string(mutant.requirement)) > 0;
  fate.broken.assign(broken.begin(), broken.end());
  std::copy_if(fate.broken.begin(), fate.broken.end(), std::back_inserter(fate.unexpected), [&](const std::string& id) {
    return std::find(mutant.consequences.begin(), mutant.consequences.end(), id) == mutant.consequences.end();
  });
  return fate;
}

/// All scenarios that the cases have of their own, and the ordinary minute.
std::set<std::string_view> all_paths() {
  std::set<std::string_view> paths{kOrdinary};
  for (const cases::Case& one : cases::all()) {
    if (!one.scenario.empty()) paths.insert(one.scenario);
  }
  return paths;
}

/// What a subject meets, and does not, over all of them.
base::Result<NullScore> score_of(const subjects::Subject& subject, Library& library) {
  std::map<std::string, oracle::Conclusion> conclusions;
  for (const std::string_view path : all_paths()) {
    const auto population = run_in(library, path, subject.cast, subject.role);
    if (!population) return tl::unexpected(population.error());
    for (const oracle::Judgement& judgement : population->judgements) {
      conclusions[judgement.requirement] = combined(conclusions[judgement.requirement], judgement);
    }
  }
  NullScore score{subject.name, subject.product, {}, {}};
  for (const catalogue::Requirement& requirement : catalogue::built_in().requirements) {
    if (!in_scope(requirement, subject.role)) continue;
    const Verdict verdict = conclusions[requirement.id].verdict;
    if (verdict == Verdict::kPass) score.met.push_back(requirement.id);
    if (verdict == Verdict::kFail) score.not_met.push_back(requirement.id);
  }
  return score;
}

}  // namespace

std::size_t Ordeal::killed() const {
  return static_cast<std::size_t>(std::count_if(fates.begin(), fates.end(), [](const Fate& fate) { return fate.killed; }));
}

std::vector<std::string> Ordeal::unproved() const {
  std::vector<std::string> ids;
  for (const catalogue::Requirement& requirement : catalogue::built_in().requirements) {
    if (requirement.level != catalogue::Level::kMust || cases::case_of(requirement.id) == nullptr) continue;
    if (requirement.basis == catalogue::Basis::kInspection) continue;   // what a person says of pictures, no mutant of ours can show
    const auto own = [&](const Fate& fate) { return fate.mutant->requirement == requirement.id; };
    const auto count = std::count_if(fates.begin(), fates.end(), own);
    const bool killed = std::any_of(fates.begin(), fates.end(), [&](const Fate& fate) { return own(fate) && fate.killed; });
    if (count < 2 || !killed) ids.push_back(requirement.id);
  }
  return ids;
}

base::Result<Ordeal> run_ordeal(const std::filesystem::path& folder, const std::function<void(std::string_view)>& tell) {
  Library library(folder);
  Ordeal ordeal;
  const auto reference = score_of(subjects::reference(), library);
  if (!reference) return tl::unexpected(reference.error());
  ordeal.against_reference = reference->not_met;
  if (tell) tell("reference");
  for (const subjects::Subject& subject : subjects::null_subjects()) {
    auto score = score_of(subject, library);
    if (!score) return tl::unexpected(score.error());
    ordeal.null_subjects.push_back(std::move(*score));
    if (tell) tell(subject.name);
  }
  for (const subjects::Mutant& mutant : subjects::mutants()) {
    auto fate = fate_of(mutant, library);
    if (!fate) return tl::unexpected(fate.error());
    ordeal.fates.push_back(std::move(*fate));
    if (tell) tell(mutant.id);
  }
  return ordeal;
}

}  // namespace harness
