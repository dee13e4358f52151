#include "conformance/harness/reporting.h"

#include "conformance/harness/decision.h"
#include "conformance/harness/stories.h"
#include "reference/base/check.h"
#include "reports/report.h"

namespace harness {
namespace {

base::Result<std::vector<Stories>> stories_of(const std::vector<Population>& populations, const std::vector<Assessment>& assessments) {
  std::vector<Stories> all;
  for (const Population& population : populations) {
    auto stories = Stories::gather(population, assessments);
    if (!stories) return tl::unexpected(stories.error());
    PLUMB_CHECK(stories->same(), "one seed gives one digest: " + population.provenance.replay);
    all.push_back(std::move(*stories));
  }
  return all;
}

}  // namespace

base::Result<std::string> report_of(const Reporting& reporting, const Plan& plan, Reported& reported) {
  const catalogue::Catalogue& catalogue = catalogue::built_in();
  const std::vector<Assessment> assessments = assess(plan, reported.populations);
  const auto stories = stories_of(reported.populations, assessments);
  if (!stories) return tl::unexpected(stories.error());
  const std::vector<Settled> all = settled(assessments);
  reported.outcome = outcome_of(all);
  reported.sentence = decision_sentence(assessments);
  reported.counts = count(all);
  return report_json({catalogue, reporting.subject, *catalogue.find_profile(reporting.profile), reporting.select, reported.populations,
                      *stories, assessments, reporting.keep, reported.manifest_sha256, reporting.inspections, reporting.handed_in});
}

/// That a report of ours is by our own schema is an invariant.
base::Result<bool> publish(const std::string& json, OutputFolder& folder, Reported& reported) {
  const auto html = reports::render_html(json);
  PLUMB_CHECK(html.has_value(), "the report that was made is by its schema: " + (html ? "" : html.error().message()));
  const auto junit = reports::render_junit(json);
  PLUMB_CHECK(junit.has_value(), "the report that was made is by its schema: " + (junit ? "" : junit.error().message()));
  for (const char* name : {"report.html", "report.json", "junit.xml"}) reported.files.push_back(folder.folder() / name);
  if (std::filesystem::exists(folder.partial() / "evidence")) reported.files.push_back(folder.folder() / "evidence");
  return folder.write("report.json", json)
      .and_then([&](bool) { return folder.write("report.html", *html); })
      .and_then([&](bool) { return folder.write("junit.xml", *junit); })
      .and_then([&](bool) { return folder.publish(); });
}

}  // namespace harness
