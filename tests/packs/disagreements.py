"""Packs that the judge is known to judge otherwise than is due, and what the clause or the page says. It may only shrink: a pack that is
judged as it is due must be taken out."""

# Requirements that no pack breaks, or that none shows enough for, and why.
WITHOUT_A_PACK = {}

NO_JSON = "RFC 8259 lets the text pass, so one field is at fault, or none; the judge takes the whole text for no JSON"
NO_PACK = NO_JSON + ", and the pack for unreadable"
SESSION = "the session of a mobile unit (mobile:35-40) is one of its cameras' (35-40-1); the judge looks for the camera's own alone"
LETTERS = "a pictograph is a letter of no alphabet; the judge leaves all beyond ASCII undecided"
OPTIONAL = "the member is optional; where it is not told, the judge takes a value for it and blames that"
UNSEEN = "the page gives the member's form; another is taken for another value, or for none, and nobody is told"
OPEN = {
    "breaks/2.2.1-b/escaped_half_pair": NO_JSON,
    "breaks/2.2.1-b/escaped_pair_reversed": NO_JSON,
    "breaks/2.3-b/beyond_64_bits": NO_PACK,
    "breaks/2.3-c/beyond_64_bits": NO_PACK,
    "breaks/2.3-b/beyond_64_bits_on_two_lines": NO_JSON,
    "breaks/2.3-c/beyond_64_bits_on_two_lines": NO_JSON,
    "legal/huge_numbers": NO_PACK,
    "legal/levels_500": NO_JSON,
    "breaks/2.3-d/picture": LETTERS,
    "breaks/2.3-e/picture": LETTERS,
    "breaks/2.3-f/somebody_else": SESSION,
    "breaks/2.3-f/unattended_though_attended": SESSION,
    "breaks/2.3-f/name_of_somebody_signed_off": SESSION,
    "breaks/2.3-f/name_of_the_shift_before": SESSION,
    "legal/hits_of_national_data": "where no national data is told nothing can be said of its hits; the judge calls them invented",
    "legal/list_missing": "without the list nothing can be said of its hits; the judge calls them invented",
    "legal/image_missing": "an image that is named and not there leaves 3.1-a undecided; of overviews the judge says nothing",
    "legal/not_told_pass_direction": OPTIONAL,
    "legal/not_told_pass_vrm": "a vrm that is not told is no plate that cannot be read (null): nobody knows what was to be read",
    "legal/not_told_read_sent_pass_id": "where no read names its pass, nobody knows that a pass became none",
    "legal/not_told_operator_lists": "whoever's lists are not told may see any; the judge takes it that they may see none (5-q)",
    "legal/not_told_hit_sent_read_id": OPTIONAL,
    "legal/not_told_hit_sent_list": OPTIONAL,
    "legal/not_told_hit_sent_row": OPTIONAL,
    "legal/not_told_voi_uploaded_sha256": "without the list nothing can be said of its hits; the judge calls them invented",
    "legal/client_down_by_its_role": "elsewhere the page says operator:NAME; of a failure the judge takes the bare name alone",
    "contradictory/manifest_and_name_disagree": "hash and name cannot both be right; the judge takes the name's",
    **{"unreadable/line_" + name: UNSEEN for name in (
        "key_twice_within", "no_read", "parts_no_hash", "direction_360", "no_count", "negative_count", "class_unknown", "row_negative",
        "source_unknown", "state_unknown", "sha256_no_hash", "sha256_climbs_out")},
}
