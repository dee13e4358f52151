#include "conformance/harness/report_json.h"

#include <algorithm>
#include <map>
#include <set>

#include "conformance/harness/build.h"
#include "conformance/harness/decision.h"
#include "conformance/harness/not_judged.h"
#include "conformance/harness/printable.h"
#include "conformance/harness/report_parts.h"

namespace harness {
namespace {

using catalogue::Verdict;

std::string_view text_of(evidence::Keep keep) {
  return keep == evidence::Keep::kFull ? "full" : keep == evidence::Keep::kSampled ? "sampled" : "none";
}

bool was_judged(const Assessment& assessment) {
  return assessment.conclusion.verdict != Verdict::kNotRun && assessment.conclusion.verdict != Verdict::kNotApplicable;
}

/// The readings on which a requirement's verdict or one of its findings depends in these runs: taken otherwise than the profile has it,
/// and nothing else, such a reading changes the verdict, or the finding holds under some of its alternatives alone.
std::set<std::string> hung_on(const Assessment& assessment, const catalogue::Profile& profile) {
  std::set<std::string> ids;
  for (const auto& otherwise : assessment.otherwise) {
    std::vector<std::string> changed;
    for (const oracle::Choice& choice : otherwise.choices) {
      if (choice.alternative != profile.alternative(choice.reading)) changed.push_back(choice.reading);
    }
    if (changed.size() == 1) ids.insert(changed.front());
  }
  for (const Showing& showing : assessment.showings) {
    for (const oracle::Finding& finding : showing.judgement->findings) {
      for (const auto& reading : finding.readings) ids.insert(reading.reading);
    }
  }
  return ids;
}

/// The readings that a verdict of these runs could hang on.
Json readings_json(const ReportParts& parts) {
  Json readings = Json::array();
  for (const catalogue::Reading& reading : parts.catalogue.readings) {
    bool used = false;
    Json hangs = Json::array();
    for (const Assessment& assessment : parts.assessments) {
      const auto& named = assessment.requirement->readings;
      if (!was_judged(assessment) || std::find(named.begin(), named.end(), reading.id) == named.end()) continue;
      used = true;
      if (hung_on(assessment, parts.profile).contains(reading.id)) hangs.push_back(assessment.requirement->id);
    }
    if (!used) continue;
    readings.push_back({{"id", reading.id},
                        {"clause", reading.clause},
                        {"unclear", reading.unclear},
                        {"chosen", parts.profile.alternative(reading.id)},
                        {"readings", reading.readings},
                        {"question", reading.question},
                        {"hangs", std::move(hangs)}});
  }
  return readings;
}

Json identity_json(const ReportParts& parts) {
  const Json first = population_json(parts.populations.front(), parts);
  const Json kept{{"keep", text_of(parts.keep)},
                  {"manifest_sha256", parts.manifest_sha256.empty() ? Json(nullptr) : Json(parts.manifest_sha256)}};
  return {{"subject",
           {{"role", parts.subject.role},
            {"vendor", printable(parts.subject.vendor)},
            {"product", printable(parts.subject.product)},
            {"version", printable(parts.subject.version)}}},
          {"role", parts.subject.role},
          {"suite_version", suite_version()},
          {"specification", parts.catalogue.specification},
          {"specification_sha256", parts.catalogue.specification_sha256},
          {"profile", parts.profile.name},
          {"selection", parts.selection},
          {"scenario", first["scenario"]},
          {"scenario_title", first["scenario_title"]},
          {"scenario_sha256", first["scenario_sha256"]},
          {"seed", first["seed"]},
          {"replay", first["replay"]},
          {"build", build()},
          {"fidelity", first["fidelity"]},
          {"wire", first["wire"]},
          {"evidence", kept}};
}

/// What was found at each camera, over all runs.
Json sites_json(const ReportParts& parts) {
  std::map<std::string, oracle::SiteTally> sites;
  for (const Population& population : parts.populations) {
    for (const oracle::SiteTally& found : population.sites) {
      oracle::SiteTally& site = sites.try_emplace(found.camera, oracle::SiteTally{found.camera, found.position}).first->second;
      site.reads += found.reads;
      site.against += found.against;
      site.undecided += found.undecided;
    }
  }
  const auto degrees = [](std::int32_t e7) { return static_cast<double>(e7) / 1e7; };
  Json all = Json::array();
  for (const auto& [name, site] : sites) {
    Json row{{"camera", printable(name)}, {"reads", site.reads}, {"against", site.against}, {"undecided", site.undecided}};
    if (site.position) {
      row["latitude"] = degrees(site.position->latitude_deg_e7);
      row["longitude"] = degrees(site.position->longitude_deg_e7);
    }
    all.push_back(std::move(row));
  }
  return all;
}

Json calibration_json(const ReportParts& parts) {
  Json all = Json::array();
  for (const Population& population : parts.populations) {
    for (const oracle::Calibration& c : population.calibration) {
      all.push_back({{"population", population.name},
                     {"component", printable(c.component)},
                     {"offset_s", seconds_of(c.offset.ns)},
                     {"resolution_s", seconds_of(oracle::kResolution.ns)},
                     {"overhead_s", 0.0},   // the scheduled instant is the event's own: nothing of ours lies between them
                     {"expanded_uncertainty_s", seconds_of((c.expanded_uncertainty + oracle::kResolution).ns)},
                     {"method", printable(c.method)}});
    }
  }
  return all;
}

Json inspections_json(const ReportParts& parts) {
  Json all = Json::array();
  for (const Inspection& inspection : parts.inspections) {
    all.push_back({{"requirement", printable(inspection.requirement)},
                   {"at", base::to_rfc3339(inspection.at)},
                   {"inspector", printable(inspection.inspector)},
                   {"criterion", printable(inspection.criterion)},
                   {"result", inspection.passed ? "pass" : "fail"},
                   {"sample", inspection.sample}});
  }
  return all;
}

/// Whose data a run stands on; field evidence is its controller's.
Json attributions_json(const ReportParts& parts) {
  Json all = Json::array();
  for (const std::string& line : parts.populations.front().provenance.attributions) all.push_back(printable(line));
  return all;
}

Json handed_in_json(const HandedIn& handed_in) {
  Json claims = Json::array();
  for (const ClaimHeld& claim : handed_in.claims) claims.push_back({{"id", claim.id}, {"says", claim.says}, {"against", claim.against}});
  Json json{{"file", printable(handed_in.file)},
            {"sha256", handed_in.sha256},
            {"from", printable(handed_in.from)},
            {"to", printable(handed_in.to)},
            {"how", printable(handed_in.how)},
            {"controller", printable(handed_in.controller)},
            {"purpose", printable(handed_in.purpose)},
            {"delete_by", printable(handed_in.delete_by)},
            {"tool", printable(handed_in.tool)},
            {"claims", std::move(claims)}};
  if (!handed_in.camera_class.empty()) json["class"] = handed_in.camera_class;
  return json;
}

Json populations_json(const ReportParts& parts) {
  Json all = Json::array();
  for (const Population& population : parts.populations) all.push_back(population_json(population, parts));
  return all;
}

Json requirements_json(const ReportParts& parts) {
  Json all = Json::array();
  for (const Assessment& assessment : parts.assessments) all.push_back(requirement_json(assessment, parts));
  return all;
}

}  // namespace

std::string report_json(const ReportParts& parts) {
  const std::vector<Settled> all = settled(parts.assessments);
  const Counts counts = count(all);
  Json report = {{"format", "plumbline-report"},
                       {"version", 3},
                       {"decision", {{"outcome", catalogue::text_of(outcome_of(all))}, {"sentence", decision_sentence(parts.assessments)}}},
                       {"identity", identity_json(parts)},
                       {"populations", populations_json(parts)},
                       {"counts",
                        {{"met", counts.met},
                         {"not_met", counts.not_met},
                         {"not_established", counts.not_established},
                         {"not_applicable", counts.not_applicable},
                         {"not_testable", counts.not_testable}}},
                       {"requirements", requirements_json(parts)},
                       {"sites", sites_json(parts)},
                       {"suite", suite_json(parts)},
                       {"calibration", calibration_json(parts)},
                       {"readings", readings_json(parts)},
                       {"not_judged", not_judged(parts.assessments)},
                       {"attributions", attributions_json(parts)},
                       {"synthetic", parts.populations.front().provenance.simulated()}};
  if (!parts.inspections.empty()) report["inspections"] = inspections_json(parts);
  if (parts.handed_in) report["handed_in"] = handed_in_json(*parts.handed_in);
  return report.dump(2) + "\n";
}

}  // namespace harness
