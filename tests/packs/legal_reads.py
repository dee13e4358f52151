"""Reads that are legal and unusual: nothing in them may be blamed."""
import base64
from datetime import datetime, timezone

from base_story import CCTV_PLACE, MOBILE, MOBILE_PLACE, STATIC, STATIC_PLACE, BaseStory, fixed_camera, location
from images import OVERVIEW, PATCH, geotagged, picture, weighing
from packs import ABSENT, legal, legal_by_field

legal_by_field("vrm", {
    "mark_of_one_letter": ("A", "the shortest mark there is"),
    "mark_in_small_letters": ("ab00cde", "the text asks for no capitals"),
    "foreign_mark": ("W\u00d6-AB123", "a mark of Austria, with an umlaut and a hyphen"),
    "cyrillic_mark": ("\u0430\u0431123\u0432\u0433", "a mark in Cyrillic letters"),
    "mark_beyond_the_basic_plane": ("\U0001d400\U0001d401123", "letters of four bytes"),
    "mark_with_a_zero_byte": ("AB00\0CDE", "U+0000 has no property White_Space, and UTF-8 can write it"),
    "mark_of_the_tests_undeclared": ("QQ111QQQ", "a read with the mark for tests, of which no test was declared"),
    "mark_with_a_zero_width_space": ("AB00\u200bCDE", "U+200B has no property White_Space"),
    "mark_with_a_byte_order_mark": ("\ufeffAB00CDE", "U+FEFF has no property White_Space"),
    "unread_though_a_plate_was_there": ("QQQQQQQ", "no mark was identified, of a vehicle that bore one"),
    "another_mark_than_the_plate": ("AB00CDF", "a misread: how well a camera reads is no matter of this specification"),
})


@legal("the mark is written with escapes")
def mark_in_escapes(story):
    story.plain.alter = lambda text: text.replace(b"AB00CDE", b"\\u0041\\u0042\\u0030\\u0030CDE", 1)


@legal("a pair of escapes for one letter beyond the basic plane")
def mark_with_an_escaped_pair(story):
    story.plain.alter = lambda text: text.replace(b"AB00CDE", b"AB00\\ud835\\udc00", 1)


legal_by_field("time", {
    "midnight": ("11/06/2019 00:00:00", "the first second of a day"),
    "last_second_of_a_day": ("11/06/2019 23:59:59", "the last second of a day"),
    "leap_day_of_2020": ("29/02/2020 12:00:00", "2020 is a leap year"),
    "leap_day_of_2000": ("29/02/2000 12:00:00", "2000 was a leap year, though 1900 was none"),
    "last_of_december": ("31/12/2019 23:59:59", "the last second of a year"),
}, read="test")


@legal("a time that was rounded up and not cut (R-37)")
def time_rounded_up(story):
    story.plain.fields["time"] = "11/06/2019 07:00:21"


legal_by_field("location", {
    "negative_latitude": ("-52.205101,0.121840", "the southern hemisphere"),
    "the_poles": ("-90.000000,180.000000", "the ends of both ranges"),
    "ten_decimals": ("52.2051010000,0.1218400000", "more decimals than anybody needs"),
    "null_island": ("0.000000,0.000000", "a place in the sea, of a read whose place nobody knows"),
}, read="typed")
legal_by_field("location", {
    "nine_metres_off": (location(STATIC_PLACE[0] + 9 / 111_270, STATIC_PLACE[1]), "9 m from the camera"),
    "seven_decimals": ("52.2051010,0.1218400", "the place with seven decimals"),
})


@legal("one read in twenty of a camera is 15 m off: 95 in 100 are right (R-30)")
def one_in_twenty_off(story):
    while sum(read.camera == STATIC for read in story.reads) < 20:
        story.another()
    story.reads[-1].fields["location"] = location(STATIC_PLACE[0] + 15 / 111_270, STATIC_PLACE[1])


@legal("a mobile unit without a fix says so to the letter")
def mobile_without_a_fix(story):
    story.mobile.fields["location"] = "N0000000 E0000000"
    story.mobile.passes["fix"] = False


@legal("a site west of Greenwich is recorded 4.5 m off, within 5 m")
def recorded_four_metres_and_a_half_off(story):
    story.cameras["35-13-7"]["recorded"] = {"latitude": round(CCTV_PLACE[0] + 4.5 / 111_270, 7), "longitude": CCTV_PLACE[1]}


@legal("the register has a mobile unit at its garage: it is no fixed site")
def mobile_recorded_at_its_garage(story):
    story.cameras[MOBILE] |= {"recorded": {"latitude": 52.2, "longitude": 0.1}, "surveyed": {"latitude": MOBILE_PLACE[0], "longitude": MOBILE_PLACE[1]}}


@legal("the survey is uncertain by 3 m, and the register 6 m off: undecided, and not blamed")
def survey_too_uncertain(story):
    camera = story.cameras["35-13-7"]
    camera["recorded"] = {"latitude": round(CCTV_PLACE[0] + 6 / 111_270, 7), "longitude": CCTV_PLACE[1]}
    camera["surveyed"] = {**camera["surveyed"], "uncertainty_m": 3}


def _patch(content):
    def change(story):
        story.plain.plate_patch = content
    return change


def _overview(content):
    def change(story):
        story.plain.overview = content
    return change


for name, change, why in (
        ("patch_of_3000_bytes", _patch(weighing(PATCH, 3_000)), "the patch weighs 3,000 bytes to the byte"),
        ("progressive_patch", _patch(picture("patch_progressive.jpg")), "a progressive JPEG is a JPEG"),
        ("overview_of_25000_bytes", _overview(weighing(OVERVIEW, 25_000)), "the overview weighs 25,000 bytes to the byte"),
        ("progressive_overview", _overview(picture("overview_progressive.jpg")), "a progressive JPEG is a JPEG"),
        ("no_overview", _overview(None), "an overview is optional"),
        ("overview_as_small_as_a_patch", _overview(PATCH), "no size in pixels is asked of an overview"),
        ("geotagged", _overview(geotagged(OVERVIEW, *STATIC_PLACE)), "an overview with its place"),
        ("geotagged_patch", _patch(geotagged(PATCH, *STATIC_PLACE)), "a patch with its place"),
        ("bytes_behind_the_end", _patch(PATCH + b"\0" * 16), "bytes behind the end of a picture, within its limit")):
    legal(why, name=name)(change)


@legal("no patch of a vehicle without a mark: none is due (R-28)")
def unread_without_a_patch(story):
    story.unread.plate_patch = None


@legal("a camera that no LEA owns or controls sends no patch")
def camera_of_nobody_without_a_patch(story):
    story.cameras["35-13-7"]["lea_controlled"] = False
    story.cctv.plate_patch = None


@legal("the text holds its pictures itself, in base64")
def pictures_in_the_text(story):
    story.plain.fields |= {"plate_patch": base64.b64encode(PATCH).decode(), "overview": base64.b64encode(OVERVIEW).decode()}
    story.plain.plate_patch = story.plain.overview = None


@legal("every read has pictures of its own, and one shares the patch of another")
def pictures_of_their_own(story):
    for number, read in enumerate(story.reads):
        if read.plate_patch is not None:
            read.plate_patch, read.overview = weighing(PATCH, 2_000 + number), weighing(OVERVIEW, 20_000 + number)
    story.plain.plate_patch = story.listed.plate_patch


legal_by_field("source_id", {"source_1": (1, "the first of the range"), "source_9999": (9999, "the last of the range")})
legal_by_field("nrd_id", {"nrd_1": (1, "the first that a camera may have"), "nrd_9999": (9999, "the last of the range")})
legal_by_field("lane_id", {
    "lane_of_digits": ("1", "a lane that is a number, as a text"),
    "lane_with_a_hyphen": ("Nearside - 2", "a hyphen between words"),
    "lane_absent": (ABSENT, "a lane is optional"),
}, read="cctv")
legal_by_field("alias_id", {
    "alias_of_a_junction": ("M11 J14 northbound", "a junction is no exact place"),
    "alias_with_a_distance": ("A14 2nd exit 2km", "a distance is no exact place"),
    "alias_in_welsh": ("T\u0177 Gwyn", "Welsh has letters beyond ASCII"),
    "alias_in_greek": ("\u0393\u03ad\u03c6\u03c5\u03c1\u03b1", "letters of another alphabet"),
    "alias_absent": (ABSENT, "an alias is optional"),
}, read="cctv")
legal_by_field("username", {
    "username_with_spaces": ("J Smith", "a name of two words, at a camera of which no session is told"),
    "username_of_another_alphabet": ("\u0410. \u0411\u043e\u0433", "a name in Cyrillic letters"),
    "username_like_unattended": ("Unattended2", "a name that only begins like the word"),
})


@legal("after PC1234 has signed off the unit is Unattended")
def unattended_after_signing_off(story):
    story.tells(20, "operator.session", component="mobile:35-40", username="PC1234", open=False)
    story.mobile.fields["username"] = "Unattended"


@legal("two people are logged on, and each is right")
def two_people_logged_on(story):
    story.tells(-24, "operator.session", component="mobile:35-40", username="PC5678", open=True)
    story.mobile.fields["username"] = "PC5678"


legal_by_field("preset_id", {
    "preset_absent": (ABSENT, "a preset is optional"),
    "preset_0": (0, "the default needs no entry in the register"),
    "preset_1": (1, "a preset that looks where the vehicle goes"),
}, read="cctv")


@legal("the ends of a short integer, of a camera whose register lists no presets")
def presets_at_the_ends(story):
    story.plain.fields["preset_id"] = 32767
    story.test.fields["preset_id"] = -32768


@legal("a preset looks 40 degrees past the way of the vehicle, on a bend")
def preset_on_a_bend(story):
    story.cctv.passes["direction"] = 50


ANNEX_A = ("52 40 93 35 07 48 59 17 03 30 50 55 94 11 63 42 53 06 61 44 41 88 16 46 04 33 32 05 02 24 36 60 12 34 10 31 90 98 62 14 21 37 45 47 "
           "43 23 22 20 13 54").split()


@legal("a read of each of the fifty organisations whose code has two digits")
def every_organisation(story):
    for feed in ANNEX_A:
        camera = f"{feed}-1-1"
        story.cameras[camera] = fixed_camera("static", STATIC_PLACE)
        read = story.another()
        read.camera = read.passes["camera"] = camera
        read.fields |= {"feed_id": feed, "source_id": 1, "nrd_id": 1}


@legal("fields that the specification does not name, and extensions, of every type")
def fields_beyond_the_specification(story):
    story.plain.fields |= {"camera_class": "static", "direction": 359, "confidence": 0.25, "make": None, "axles": [2, {"lifted": False}],
                           "read_id": story.plain.read_id}


@legal("the fields stand in another order, with spaces between")
def fields_in_another_order(story):
    story.plain.fields = dict(reversed(story.plain.fields.items()))
    story.plain.alter = lambda text: text.replace(b'","', b'" , "').replace(b'":', b'" : ')


@legal("the text of a read stands on many lines: no plain text, and so written as raw")
def text_on_many_lines(story):
    story.plain.alter = lambda text: text.replace(b",", b",\r\n  ").replace(b"52.205101,\r\n  ", b"52.205101,")


@legal("a key in escapes is the same key")
def key_in_escapes(story):
    story.plain.alter = lambda text: text.replace(b'"vrm":', b'"\\u0076rm":', 1)


@legal("a line feed behind the text: it is no plain one, and breaks no clause")
def line_feed_behind(story):
    story.plain.alter = lambda text: text + b"\n"


@legal("a key that no clause speaks of stands twice, deep in the text")
def unknown_key_twice(story):
    story.plain.alter = lambda text: text[:-1] + b',"vehicle":{"axles":2,"axles":3}}'


def _further_members(count):
    def change(story):
        story.plain.fields |= {f"x{number}": number for number in range(count - len(story.plain.fields) - 2)}
    return change


legal("a text of 64 members, which is plain", name="members_64")(_further_members(64))
legal("a text of 65 members, which is not plain any more", name="members_65")(_further_members(65))


def _nested(levels):
    def change(story):
        value = 1
        for _ in range(levels - 1):
            value = [value]
        story.plain.fields["nested"] = value
    return change


legal("a text of 16 levels, which is plain", name="levels_16")(_nested(16))
legal("a text of 17 levels, which is not plain any more", name="levels_17")(_nested(17))
legal("a text of 500 levels", name="levels_500")(_nested(500))


@legal("a number of thirty digits, and one beyond any machine's range, in members that no clause speaks of")
def huge_numbers(story):
    story.plain.fields["odometer_mm"] = 10 ** 30
    story.plain.alter = lambda text: text[:-1] + b',"mass_kg":1e999}'


@legal("a detailed scene of a vehicle without a mark: no patch is due of it")
def detailed_scene_without_a_mark(story):
    story.detailed.passes["vrm"], story.detailed.fields["vrm"], story.detailed.plate_patch = None, "QQQQQQQ", None


@legal("somebody found fault with a picture that this evidence does not hold")
def failed_inspection_of_another_picture(story):
    story.inspected["2.2.4-i"], story.inspection_result["2.2.4-i"] = [b"a picture that is elsewhere"], "fail"


@legal("the manual entry is told after its read, and twice")
def manual_entry_told_late(story):
    told = story.told("manual.entry")
    story.tells(65, "manual.entry", **told)
    story.more.remove(next(event for event in story.more if event[1] == "manual.entry"))
    story.tells(66, "manual.entry", **told)


@legal("the test of connectivity is told after its read")
def test_told_late(story):
    told = story.told("connectivity.test")
    story.more.remove(next(event for event in story.more if event[1] == "connectivity.test"))
    story.tells(75, "connectivity.test", **told)


class Winter(BaseStory):
    def __init__(self):
        super().__init__(datetime(2019, 12, 31, 23, 58, 30, tzinfo=timezone.utc))


class LeapDay(BaseStory):
    def __init__(self):
        super().__init__(datetime(2020, 2, 29, 12, 0, 0, tzinfo=timezone.utc))


class SpringForward(BaseStory):
    def __init__(self):
        super().__init__(datetime(2019, 3, 31, 0, 59, 0, tzinfo=timezone.utc))


legal("winter, and a year that ends in the midst of the story", name="winter", story=Winter)(lambda story: None)
legal("29 February 2020", name="leap_day", story=LeapDay)(lambda story: None)
legal("summer time begins in the midst of the story", name="summer_time_begins", story=SpringForward)(lambda story: None)


@legal("an alias that is all of one inspection's sample, by the hash of its text")
def inspected_alias(story):
    story.cctv.fields["alias_id"] = "Bridge east"
    story.inspected["2.3-e"] = [b"Bridge east"]


@legal("nobody has looked at pictures or aliases")
def nobody_has_looked(story):
    story.inspected.clear()
