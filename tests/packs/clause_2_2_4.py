"""2.2.4: a plate patch (JPEG, 120x60 pixels, 3 kB) with reads of an LEA's systems; overviews (JPEG, 25 kB); geotags; adjusted, not lost."""
import hashlib

import images
from base_story import STATIC_PLACE
from images import OVERVIEW, PATCH, geotagged, picture, truncated, weighing
from packs import breaks

HUFFMAN_TABLE = PATCH[PATCH.index(b"\xff\xc4"):][:8]   # marker, length, class, and the first counts of codes


def _patch(content):
    def change(story):
        story.plain.plate_patch = content
    return change


def _overview(content):
    def change(story):
        story.plain.overview = content
    return change


@breaks("2.2.4-a", "a read of an LEA's static camera has no plate patch")
def no_patch(story):
    story.plain.plate_patch = None


@breaks("2.2.4-a", "the patch is null: the field is there, and no picture")
def null_patch(story):
    story.plain.fields["plate_patch"] = None


@breaks("2.2.4-a", "the read has an overview, and no plate patch, from a mobile unit of an LEA")
def no_patch_from_a_mobile(story):
    story.mobile.plate_patch = None


@breaks("2.2.4-a", "a read of an LEA's CCTV camera has no picture at all")
def no_picture_at_all(story):
    story.cctv.plate_patch = story.cctv.overview = None


@breaks("2.2.4-a", "the text names a patch, and the patch never crossed")
def named_and_not_sent(story):
    story.plain.parts = {"plate_patch": None, "overview": hashlib.sha256(OVERVIEW).hexdigest()}


@breaks("2.2.4-a", "QQ111QQQ is a mark that was made out: its read needs a patch like any other")
def no_patch_for_the_test_mark(story):
    story.test.plate_patch = None


for name, content, why in (("png", picture("patch.png"), "a PNG"), ("gif", picture("patch.gif"), "a GIF"), ("bmp", picture("patch.bmp"), "a BMP"),
                           ("text", b"AB00CDE", "seven letters, no picture"), ("truncated", truncated(PATCH), "it ends in the midst of a scan"),
                           ("header_alone", PATCH[:20], "it ends after its first segment"),
                           ("no_scan", b"\xff\xd8\xff\xd9", "a beginning and an end with nothing between"),
                           ("byte_before", b"\0" + PATCH, "a byte stands before its beginning"),
                           ("truncated_progressive", truncated(picture("patch_progressive.jpg")), "a progressive one that lacks its last scans"),
                           ("damaged_table", PATCH.replace(HUFFMAN_TABLE, HUFFMAN_TABLE[:5] + b"\xff" * 3), "a Huffman table holds more codes than there are"),
                           ("two_bytes", b"\xff\xd8", "a beginning, and nothing more")):
    breaks("2.2.4-b", f"the patch is no JPEG that decodes: {why}", name=name)(_patch(content))

for size in ("121x60", "120x61", "60x120", "240x120", "1x1"):
    breaks("2.2.4-c", f"the patch has {size} pixels", name=f"pixels_{size}")(_patch(picture(f"patch_{size}.jpg")))
breaks("2.2.4-c", "the patch is a whole picture of the scene in few bytes: 640x480 pixels",
       also={"2.2.4-d": "a picture of 640x480 pixels does not come down to 3,000 bytes"}, name="an_overview")(_patch(OVERVIEW))

for size in (3_001, 3_072, 3_073, 25_000, 65_536):
    breaks("2.2.4-d", f"the patch weighs {size:,} bytes", name=f"bytes_{size}")(_patch(weighing(PATCH, size)))


@breaks("2.2.4-d", "a byte behind the end of the picture is sent, and weighs: 3,001 bytes")
def byte_behind_the_end(story):
    story.plain.plate_patch = weighing(PATCH, 3_000) + b"\0"


for name, content, why in (("png", picture("overview.png"), "a PNG"), ("truncated", truncated(OVERVIEW), "it ends in the midst of a scan"),
                           ("text", b"no overview", "two words"), ("no_scan", b"\xff\xd8\xff\xd9", "a beginning and an end"),
                           ("truncated_progressive", truncated(picture("overview_progressive.jpg")), "it lacks its last scans")):
    breaks("2.2.4-e", f"the overview is no JPEG that decodes: {why}", name=name)(_overview(content))

for size in (25_001, 25_600, 25_601, 130_000):
    breaks("2.2.4-f", f"the overview weighs {size:,} bytes", name=f"bytes_{size}")(_overview(weighing(OVERVIEW, size)))


@breaks("2.2.4-g", "a scene full of detail: its overview, too heavy at first, was left out")
def overview_left_out(story):
    story.detailed.overview = None


@breaks("2.2.4-g", "a scene full of detail: its patch, too heavy at first, was left out, by a camera that no LEA owns or controls")
def patch_left_out(story):
    story.cameras["35-12-42"]["lea_controlled"] = False
    story.detailed.plate_patch = None


@breaks("2.2.4-g", "a scene full of detail: its read was lost")
def read_lost(story):
    told = story.detailed.passes
    story.reads.remove(story.detailed)
    story.tells(80.12, "pass", **told)


@breaks("2.2.4-g", "a scene full of detail: its overview was sent as it came out", also={"2.2.4-f": "it is over the limit"})
def overview_sent_oversize(story):
    story.detailed.overview = weighing(OVERVIEW, 40_000)


@breaks("2.2.4-g", "a scene full of detail: its patch was sent as it came out", also={"2.2.4-d": "it is over the limit"})
def patch_sent_oversize(story):
    story.detailed.plate_patch = weighing(PATCH, 4_000)


def _tagged(latitude_off=0.0, longitude_off=0.0, **wrong):
    return _overview(geotagged(OVERVIEW, STATIC_PLACE[0] + latitude_off, STATIC_PLACE[1] + longitude_off, **wrong))


for name, change, why in (
        ("a_kilometre_north", _tagged(0.009), "a kilometre from the place of its read"),
        ("fifty_metres_east", _tagged(0, 0.00073), "50 m from the place of its read"),
        ("west_for_east", _tagged(references=("N", "S", "W", "E")), "west of Greenwich, and the read east of it"),
        ("zeros", _overview(geotagged(OVERVIEW, 0, 0)), "at no degrees, no degrees: the place of no fix"),
        ("no_such_hemisphere", _tagged(references=("X", "S", "E", "W")), "in a hemisphere X"),
        ("two_rationals", _tagged(count=2), "two rationals where an angle has three"),
        ("beyond_its_end", _tagged(offset=60_000), "its angles lie beyond the end of the segment"),
        ("beyond_the_pole", _overview(geotagged(OVERVIEW, 95, 0.12184)), "at 95 degrees north")):
    breaks("2.2.4-h", f"the overview is tagged with a place that is none of its read's: {why}", name=name)(change)
breaks("2.2.4-h", "the patch is tagged with a place a kilometre off", name="patch_a_kilometre_north")(
    _patch(geotagged(PATCH, STATIC_PLACE[0] + 0.009, STATIC_PLACE[1])))


@breaks("2.2.4-i", "somebody looked at a patch, and saw more than a plate")
def patch_shows_more(story):
    story.inspection_result["2.2.4-i"] = "fail"
    story.inspected["2.2.4-i"] = [images.PATCH]


@breaks("2.2.4-i", "somebody looked at an overview, and the vehicle was not in it")
def overview_of_an_empty_road(story):
    story.inspection_result["2.2.4-i"] = "fail"
    story.inspected["2.2.4-i"] = [images.OVERVIEW]
