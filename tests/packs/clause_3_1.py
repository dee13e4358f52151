"""3.1: NAS loses nothing that was accepted, gives it back unchanged, and holds it once."""
import images
from images import weighing
from packs import breaks
from story import seconds


@breaks("3.1-a", "a capture that was acknowledged is not given back, though all others are")
def not_given_back(story):
    story.plain.returned = False


@breaks("3.1-a", "the capture of a hit is not given back")
def hit_not_given_back(story):
    story.listed.returned = False


def _given_back(old, new):
    def change(story):
        story.plain.alter_returned = lambda text: text.replace(old, new, 1)
    return change


for name, old, new, why in (("mark_of_one_letter_altered", b"AB00CDE", b"AB00CDF", "another mark"),
                            ("mark_in_small_letters", b"AB00CDE", b"ab00cde", "the mark in small letters"),
                            ("time_in_summer_time", b" 07:00:20", b" 08:00:20", "a time an hour later"),
                            ("place_cut_to_five_decimals", b"52.205101", b"52.20510", "a place cut by a decimal"),
                            ("source_altered", b'"source_id":12', b'"source_id":21', "another source"),
                            ("leading_zero_lost", b'"35"', b'"5"', "a Feed ID that lost a digit"),
                            ("username_lost", b'"Unattended"', b'""', "no username")):
    breaks("3.1-a", f"a capture is given back with {why}", name=name)(_given_back(old, new))


@breaks("3.1-a", "a capture is given back with another vehicle's patch")
def another_patch(story):
    story.plain.returned_images["plate_patch"] = images.picture("patch_progressive.jpg")


@breaks("3.1-a", "a capture is given back with its overview compressed anew")
def overview_compressed_anew(story):
    story.plain.returned_images["overview"] = images.picture("overview_progressive.jpg")


@breaks("3.1-a", "a capture is given back without its overview")
def overview_lost(story):
    story.plain.returned_images["overview"] = None


@breaks("3.1-a", "a capture is given back without its patch")
def patch_lost(story):
    story.plain.returned_images["plate_patch"] = None


@breaks("3.1-a", "a capture is given back with its patch and a comment in it: one byte of the file is another")
def patch_with_one_byte_altered(story):
    story.plain.plate_patch = weighing(images.PATCH, 2000)
    story.plain.returned_images["plate_patch"] = weighing(images.PATCH, 2000).replace(b"  ", b" .", 1)


@breaks("3.1-a", "two captures are given back with each other's reads")
def captures_changed_places(story):
    one, other = story.plain, story.detailed
    one.alter_returned = lambda text: text.replace(b"AB00CDE", b"AD01EFG").replace(b"07:00:20", b"07:01:20")
    other.alter_returned = lambda text: text.replace(b"AD01EFG", b"AB00CDE").replace(b"07:01:20", b"07:00:20")


@breaks("3.1-a", "the LEA's component accepted a read, NAS received it, and never acknowledged it")
def never_acknowledged(story):
    story.plain.acknowledged_at = story.plain.deleted_at = None


@breaks("3.1-a", "the LEA's component accepted a read, and NAS never had it", also={"6-c": "what never came did not come within 2 s"})
def lost_between_lea_and_nas(story):
    story.plain.never_reaches_nas()


@breaks("3.1-a", "two reads were acknowledged with one capture_id: one of them is not there")
def one_capture_for_two_reads(story):
    story.plain.capture_id = story.listed.capture_id
    story.plain.returned = False


@breaks("3.1-a", "the store holds a capture fewer than reads were acknowledged")
def census_one_short(story):
    story.census_after = len(story.reads) - 1


@breaks("3.1-a", "the store held a thousand captures before, and has lost one of them since")
def census_one_short_of_a_thousand_more(story):
    story.census_before = 1000
    story.census_after = 1000 + len(story.reads) - 1


@breaks("3.1-a", "NAS failed, came back, and has lost what it had acknowledged before")
def lost_in_a_crash(story):
    story.tells(25, "component", component="nas", up=False)
    story.tells(27, "component", component="nas", up=True)
    story.listed.returned = story.plain.returned = False
    story.census_after = len(story.reads) - 2


def _refused(read, story, **fault):
    """NAS turns the read away, and says why."""
    at = read.acknowledged_at - story.start
    read.acknowledged_at, read.returned = None, False
    story.tells(at.total_seconds(), "read.refused", component="nas", read_id=read.read_id, faults=[fault])


@breaks("3.1-a", "NAS refused a read that breaks no clause, and so lost what the LEA's component had accepted")
def legal_read_refused(story):
    _refused(story.plain, story, field="vrm", clause="2.2.1", reason="expected no spaces of any kind; found 'AB00CDE'")


@breaks("2.3-b", "NAS refused a read with a Source ID of 0: the camera is to blame, and nothing is lost")
def refused_by_nas(story):
    story.plain.fields["source_id"] = 0
    _refused(story.plain, story, field="source_id", clause="2.3", reason="expected 1 to 9999; found 0")


@breaks("2.2.1-c", "NAS refused a read with a space in its mark: the camera is to blame, and nothing is lost")
def refused_by_nas_too(story):
    story.plain.fields["vrm"] = "AB00 CDE"
    _refused(story.plain, story, field="vrm", clause="2.2.1", reason="expected no spaces of any kind; found 'AB00 CDE'")


def _sent_twice(story, capture_id):
    """The plain read comes to NAS once more, ten seconds later, and is acknowledged again."""
    read = story.plain
    again = read.acknowledged_at - story.start + seconds(10)
    story.tells(again.total_seconds(), "read.acknowledged", component="nas", read_id=read.read_id, capture_id=capture_id)
    if capture_id != read.capture_id:
        read.more_captures.append(capture_id)


@breaks("3.1-c", "a read that was acknowledged twice has two captures")
def two_captures_for_a_read(story):
    _sent_twice(story, "c-second")


@breaks("3.1-c", "a read that was acknowledged three times has three captures")
def three_captures_for_a_read(story):
    _sent_twice(story, "c-second")
    _sent_twice(story, "c-third")


@breaks("3.1-c", "the store holds a capture more than reads came in")
def census_one_over(story):
    story.census_after = len(story.reads) + 1


@breaks("3.1-c", "the store holds every read twice")
def everything_twice(story):
    story.census_after = 2 * len(story.reads)


@breaks("3.1-c", "a read that gave a hit was sent again after a lost answer, and kept a second time")
def kept_again_after_a_lost_answer(story):
    read = story.listed
    story.tells(14, "read.acknowledged", component="nas", read_id=read.read_id, capture_id="c-second")
    read.more_captures.append("c-second")
