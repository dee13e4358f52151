#include "conformance/oracle/form.h"

#include <array>

namespace oracle {
namespace {

// What is judged on the texts and images of reads that were encoded, of which there may be a sample alone.
constexpr std::array<std::string_view, 24> kRequirements{"2.2.1-a", "2.2.1-b", "2.2.1-c", "2.2.2-a", "2.2.2-b", "2.2.3-a", "2.2.3-b",
                                                         "2.2.3-e", "2.2.4-a", "2.2.4-b", "2.2.4-c", "2.2.4-d", "2.2.4-e", "2.2.4-f",
                                                         "2.2.4-g", "2.2.4-h", "2.2.4-i", "2.3-a",   "2.3-b",   "2.3-c",   "2.3-d",
                                                         "2.3-e",   "2.3-f",   "2.3-g"};

std::optional<std::string_view> mark_in(const parse::ReadFields& fields) {
  return fields.vrm.standing == parse::Standing::kThere ? std::optional(fields.vrm.value) : std::nullopt;
}

}  // namespace

Form::Form(Docket& docket, const Register& people, Images& images, std::uint32_t one_in)
    : register_(people),
      images_(images),
      clause_2_1_(docket),
      clause_2_2_1_(docket),
      clause_2_2_2_(docket),
      clause_2_2_3_(docket),
      clause_2_2_4_(docket, images),
      clause_2_3_(docket),
      staged_(docket, images),
      inspections_(docket) {
  for (const std::string_view id : kRequirements) docket.of(id).sampled(one_in);
}

bool Form::sent(base::Instant at, const base::event::ReadSent& e, const parse::ReadFields& fields, const std::optional<PassedBy>& pass,
                std::optional<ReadKey> key) {
  ReadContext context{{at, e.read_id, e.camera, e.read.text, register_.tested_by(e.read_id)}, register_.camera(e.camera), pass,
                      register_.is_manual(e.read_id), register_.is_test(e.read_id)};
  // What has the NRD ID of a device was no person's doing, whatever is declared of it.
  const bool of_device = fields.nrd_id.standing == parse::Standing::kThere && fields.nrd_id.value != 0;
  if (context.manual && !of_device) context.sighting.component = register_.typed_by(e.read_id);
  judge_mark(context.sighting, pass, mark_in(fields));
  const bool vrm = clause_2_2_1_.judge(fields, context), time = clause_2_2_2_.judge(fields, context),
             metadata = clause_2_3_.judge(fields, context, register_);
  const SentImages images = images_of(e.read, fields);
  clause_2_2_4_.judge(fields, context, images, clause_2_2_3_.judge(fields, context));
  see(images, context, fields);
  if (pass && pass->staged && key) staged_.sent(*key, context, fields, images);
  return vrm && time && metadata;
}

/// What is remembered of an image, an alias and a camera beyond this read.
void Form::see(const SentImages& sent, const ReadContext& context, const parse::ReadFields& fields) {
  if (sent.plate_patch.bytes != nullptr) inspections_.plate_patch(images_.name_of(*sent.plate_patch.bytes));
  if (sent.overview.bytes != nullptr) inspections_.overview(images_.name_of(*sent.overview.bytes));
  if (fields.alias_id.standing == parse::Standing::kThere && !fields.alias_id.value.empty()) inspections_.alias(fields.alias_id.value);
  if (!context.pass || !context.pass->staged) staged_.ordinary(context.sighting.camera, sent.plate_patch.came(), sent.overview.came());
}

SentImages Form::images_of(const base::event::ReadBody& body, const parse::ReadFields& fields) {
  return {sent_image(fields.plate_patch, body.plate_patch, body.unheld_plate_patch, patch_),
          sent_image(fields.overview, body.overview, body.unheld_overview, overview_)};
}

void Form::sent_as_value(base::Instant at, const base::event::ReadSent& e, const std::optional<PassedBy>& pass) {
  judge_mark({at, e.read_id, e.camera, {}, register_.tested_by(e.read_id)}, pass, e.read.facts->vrm);
}

/// What a mark must be for what was before the camera, encoded or not; nothing where the read has no one mark.
void Form::judge_mark(const Sighting& where, const std::optional<PassedBy>& pass, std::optional<std::string_view> vrm) {
  if (vrm && register_.is_test(where.read_id)) {
    Sighting test = where;
    test.of_unit = register_.is_of_unit(where.camera);
    clause_2_1_.sent(test, *vrm);
  }
  if (!pass || !pass->unread) return;
  // What a person made out of the picture is no longer a pass of which nothing could be made out.
  if (register_.is_manual(where.read_id)) return;
  vrm ? clause_2_2_1_.recorded(where, *vrm) : clause_2_2_1_.recorded_without_mark(where);
}

void Form::close(const PassBook& passes, base::Instant at, bool any_received, bool whole) {
  for (const auto& [pass_id, pass] : passes.unrecorded()) clause_2_2_1_.not_recorded({pass.at, {}, pass.camera}, pass_id, whole);
  staged_.close(passes.staged(), at, any_received, whole);
  clause_2_3_.close(whole);
}

void Form::conclude() {
  clause_2_2_2_.conclude();
  clause_2_2_3_.conclude();
  clause_2_2_4_.conclude();
  staged_.conclude();
  inspections_.conclude();
}

}  // namespace oracle
