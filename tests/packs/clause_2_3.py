"""2.3, the other metadata: Feed, Source, NRD, Lane, Alias and Preset ID, and the username."""
import re

from packs import ABSENT, breaks, breaks_by_field

breaks_by_field("2.3-a", "feed_id", {
    "missing": (ABSENT, "the read names no feed"),
    "empty": ("", "the Feed ID is empty"),
    "null": (None, "the Feed ID is null"),
    "number": (35, "a number, which would lose a leading zero"),
    "one_digit": ("7", "Cheshire is 07: the leading zero is gone"),
    "three_digits": ("035", "a zero too many"),
    "unknown_99": ("99", "nobody in Annex A has 99"),
    "unknown_00": ("00", "nobody in Annex A has 00"),
    "unknown_01": ("01", "nobody in Annex A has 01"),
    "code_of_a_list": ("201", "the code of DVSA's lists has three digits: no two-character code"),
    "letters_of_a_list": ("LEA", "a code of lists alone"),
    "abbreviation": ("CAMBS", "what the symbol shows, and not the code"),
    "letter_o": ("O7", "a letter O for a zero"),
    "leading_space": (" 35", "a space before it"),
    "trailing_space": ("35 ", "a space behind it"),
    "wide_digits": ("\uff13\uff15", "digits that are not of ASCII"),
    "sign": ("+7", "a sign for a digit"),
})
breaks_by_field("2.3-b", "source_id", {
    "missing": (ABSENT, "the read names no source"),
    "null": (None, "the Source ID is null"),
    "zero": (0, "the range begins at 1"),
    "ten_thousand": (10000, "the range ends at 9999"),
    "minus_one": (-1, "below the range"),
    "largest_short": (32767, "a short integer, and beyond the range"),
    "beyond_64_bits": (2 ** 70, "beyond any integer of a machine"),
    "with_a_fraction": (12.5, "no whole number"),
    "text": ("12", "a text of digits"),
    "true": (True, "a truth value"),
    "array": ([12], "an array of one number"),
})
breaks_by_field("2.3-c", "nrd_id", {
    "missing": (ABSENT, "the read names no device"),
    "null": (None, "the NRD ID is null"),
    "ten_thousand": (10000, "the range ends at 9999"),
    "minus_one": (-1, "below the range"),
    "beyond_64_bits": (2 ** 70, "beyond any integer of a machine"),
    "with_a_fraction": (42.5, "no whole number"),
    "text": ("42", "a text of digits"),
    "false": (False, "a truth value, which some take for 0"),
    "zero_of_a_camera": (0, "0 is for marks typed in, and a camera made this read"),
})
breaks_by_field("2.3-c", "nrd_id", {"typed_in_under_a_number": (42, "the mark was typed in, and the read names a device")}, read="typed")

for member, requirement in (("lane_id", "2.3-d"), ("alias_id", "2.3-e")):
    breaks_by_field(requirement, member, {
        "number": (1, "a number, no text"),
        "true": (True, "a truth value, no text"),
        "array": (["1"], "an array, no text"),
        "object": ({"lane": "1"}, "an object, no text"),
        "picture": ("\U0001f697 1", "a pictograph is no letter and no digit"),
        "control_character": ("1\u0007", "a bell is no letter and no digit"),
        "line_feed": ("1\n2", "two lines: a line feed is no letter and no digit"),
        "markup": ("<b>1</b>", "angle brackets are no letters and no digits"),
    }, read="cctv")
breaks_by_field("2.3-e", "alias_id", {
    "co_ordinates": ("52.574020 -0.240300", "the co-ordinates of the device to a metre"),
    "grid_reference": ("TL 19230 98600", "a reference of the national grid, to 10 m"),
    "postcode": ("PE1 1XY", "a whole postcode: a handful of houses"),
    "co_ordinates_in_a_sentence": ("Pole at 52.57402,-0.24030", "co-ordinates among words"),
}, read="cctv")


@breaks("2.3-e", "somebody looked at an alias, and found the place of the device given away")
def alias_that_gives_the_place_away(story):
    story.cctv.fields["alias_id"] = "14 Thorpe Road"
    story.inspected["2.3-e"] = [b"14 Thorpe Road"]
    story.inspection_result["2.3-e"] = "fail"


breaks_by_field("2.3-f", "username", {
    "missing": (ABSENT, "the read names no user"),
    "empty": ("", "the username is empty"),
    "null": (None, "the username is null"),
    "number": (1234, "a number, no text"),
    "spaces": ("   ", "spaces name nobody"),
    "no_break_space": ("\u00a0", "a no-break space names nobody"),
    "small_letters": ("unattended", "Unattended, in other letters"),
    "capitals": ("UNATTENDED", "Unattended, in other letters"),
    "capital_in_the_midst": ("UnAttended", "Unattended, in other letters"),
})
breaks_by_field("2.3-f", "username", {
    "somebody_else": ("PC9999", "PC1234 is logged on to the unit, and the read names another"),
    "unattended_though_attended": ("Unattended", "PC1234 is logged on to the unit, which is not unattended"),
}, read="mobile")


@breaks("2.3-f", "PC1234 has signed off, and the read goes on naming them")
def name_of_somebody_signed_off(story):
    story.tells(20, "operator.session", component="mobile:35-40", username="PC1234", open=False)


@breaks("2.3-f", "PC1234 has handed over to PC5678, and the read names PC1234")
def name_of_the_shift_before(story):
    story.tells(20, "operator.session", component="mobile:35-40", username="PC1234", open=False)
    story.tells(22, "operator.session", component="mobile:35-40", username="PC5678", open=True)


breaks_by_field("2.3-g", "preset_id", {
    "one_too_many": (32768, "beyond a short integer"),
    "one_too_few": (-32769, "beyond a short integer, below"),
    "text": ("1", "a text of digits"),
    "with_a_fraction": (1.5, "no whole number"),
    "true": (True, "a truth value"),
    "null": (None, "null is no integer"),
    "not_in_the_register": (3, "the register knows presets 1 and 2 of this camera"),
    "the_other_way": (2, "preset 2 looks west, and the vehicle went east"),
}, read="cctv")


@breaks("2.3-g", "the vehicle went west, and the preset of the read looks east")
def vehicle_the_other_way(story):
    story.cctv.passes["direction"] = 270


for requirement, member in (("2.3-a", "feed_id"), ("2.3-b", "source_id"), ("2.3-c", "nrd_id"), ("2.3-f", "username")):
    def _twice(story, member=member.encode()):
        story.plain.alter = lambda text: text.replace(b'"%s":' % member, b'"%s":1,"%s":' % (member, member), 1)
    breaks(requirement, "the field stands twice, so nobody knows which one it is", name="twice")(_twice)


for requirement, member in (("2.3-b", b"source_id"), ("2.3-c", b"nrd_id")):
    def _huge_on_two_lines(story, member=member):
        story.plain.alter = lambda text: re.sub(b'"%s":[0-9]+,' % member, b'"%s":%d,\n' % (member, 2 ** 70), text)
    breaks(requirement, "beyond any integer of a machine, in a text that is not plain", name="beyond_64_bits_on_two_lines")(_huge_on_two_lines)
