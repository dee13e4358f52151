"""Packs that the judge is known to judge otherwise than is due, and what the clause or the page says. It may only shrink: a pack that is
judged as it is due must be taken out."""

NO_JSON = "RFC 8259 lets the text pass, so one field is at fault; the judge takes the whole text for no JSON"
SESSION = "the session of a mobile unit (mobile:35-40) is one of its cameras' (35-40-1); the judge looks for the camera's own alone"
OPEN = {
    "breaks/2.2.1-b/escaped_half_pair": NO_JSON,
    "breaks/2.2.1-b/escaped_pair_reversed": NO_JSON,
    "breaks/2.3-b/beyond_64_bits": NO_JSON + ", and the pack for unreadable",
    "breaks/2.3-c/beyond_64_bits": NO_JSON + ", and the pack for unreadable",
    "breaks/2.3-b/beyond_64_bits_on_two_lines": NO_JSON,
    "breaks/2.3-c/beyond_64_bits_on_two_lines": NO_JSON,
    "legal/huge_numbers": NO_JSON + ", and the pack for unreadable",
    "legal/levels_500": NO_JSON,
    "breaks/2.3-f/somebody_else": SESSION,
    "breaks/2.3-f/unattended_though_attended": SESSION,
    "breaks/2.3-f/name_of_somebody_signed_off": SESSION,
    "breaks/2.3-f/name_of_the_shift_before": SESSION,
}
