"""Whose stretch of a late way it was (6-b, 6-c, 6-d): the camera's to its sending, the LEA's from there to NAS, NAS's to the operator.

In the clean story six reads have a way to NAS, and two of them a hit, one of a mobile unit. So where another made one late, there are `5
observations` of 6-c, and `1` of 6-b.
"""
from base_story import BaseStory
from packs import INCOMPLETE, Pack, add
from roles import by_role, observed
from story import seconds

WHOLE = "the way as a whole is late by the same half"
FIVE, SIX, TWO = {"6-c": observed(5)}, {"6-c": observed(6)}, {"6-d": observed(2)}
NO_WAY = {"6-b": "no latency of the subject's ways"}
ONE, ONE_IN_TIME = {"6-b": "1 observation;"}, {"6-d": "1 observation;"}
OTHERS = {"6-b": "the doing of parts in other roles"}
OPEN = {"6-c": "undecided"}


def goes(read, camera=.2, lea=.05, wan=.15, nas=.1, hit=.1):
    """A read's way in stretches, in seconds; what is not told stays as long as it was."""
    at = read.passed_at
    read.sent_at = at + seconds(camera)
    read.at_lea = read.buffered_at = read.accepted_by_lea_at = read.sent_at + seconds(lea)
    read.received_at = read.at_lea + seconds(wan)
    read.acknowledged_at = read.deleted_at = read.received_at + seconds(.05)
    for each in read.hits:
        each.sent_at = read.received_at + seconds(nas)
        each.delivered_at = each.sent_at + seconds(hit)
        each.acknowledged_at = each.delivered_at + seconds(5)


# To NAS

@by_role("the camera kept a read for 2.5 s before it sent it", {"camera": "6-c"}, {"lea": FIVE})
def camera_kept_it(story):
    goes(story.plain, camera=2.5)


@by_role("the line from the camera to the LEA's component took 2.5 s", {"lea": "6-c"}, {"camera": FIVE})
def line_to_the_lea_took_it(story):
    goes(story.plain, lea=2.5)


@by_role("the LEA's component and its line to NAS took 2.5 s", clears={"camera": FIVE})
def lea_kept_it(story):
    goes(story.plain, wan=2.5)


@by_role("camera and LEA took 1.2 s each: neither is late by itself, so neither alone made it late", {"camera": "6-c", "lea": "6-c"})
def each_took_more_than_half(story):
    goes(story.plain, camera=1.2, wan=1.15)


@by_role("camera and LEA took 2.2 s each", {"camera": "6-c", "lea": "6-c"})
def each_took_too_long(story):
    goes(story.plain, camera=2.2, wan=2.15)


@by_role("the LEA took 1.999998 s of 2.2: it would have been in time without the camera's part", {"camera": "6-c", "lea": "6-c"})
def lea_just_within_its_share(story):
    goes(story.plain, wan=1.949998)


@by_role("the LEA took 2.000001 s of 2.2: six digits leave open whether it alone made it late", {"lea": "6-c"}, {"camera": {}})
def lea_a_microsecond_over(story):
    goes(story.plain, wan=1.950001)


@by_role("the LEA took 2.000002 s of 2.2: it alone made it late", {"lea": "6-c"}, {"camera": FIVE})
def lea_two_microseconds_over(story):
    goes(story.plain, wan=1.950002)


@by_role("the LEA took 2.5 s, and the camera 1.999998", {"lea": "6-c"}, {"camera": FIVE})
def camera_just_kept_to_it(story):
    goes(story.plain, camera=1.999998, wan=2.45)


@by_role("the LEA took 2.5 s, and the camera 2.000000: whether it kept to the share, six digits leave open", {"lea": "6-c"},
         {"camera": {}})
def camera_on_the_share(story):
    goes(story.plain, camera=2, wan=2.45)


@by_role("the LEA took 2.5 s, and the camera 2.000002", {"lea": "6-c", "camera": "6-c"})
def camera_did_not_keep_to_it(story):
    goes(story.plain, camera=2.000002, wan=2.45)


@by_role("camera and LEA took 1 s each, and a microsecond more: undecided", clears={"camera": OPEN, "lea": OPEN})
def both_a_microsecond_over(story):
    goes(story.plain, camera=1, wan=.950001)


@by_role("the camera's sending is uncertain by half a second, and the LEA took 2.8 s from it: that is the LEA's all the same",
         {"lea": "6-c"}, {"camera": FIVE})
def sending_uncertain_by_half_a_second(story):
    goes(story.plain, wan=2.75)
    story.plain.sent_says = {"uncertainty_s": .5}


@by_role("the LEA's component took a read, and never sent it on", {"lea": "6-c"}, {"camera": FIVE, "nas": {}, "mobile": {}})
def never_sent_on(story):
    story.plain.never_reaches_nas()


# To the operator

@by_role("NAS took 4 s for a hit", {"nas": ("6-d", {"6-b": WHOLE})},
         {"camera": SIX | ONE, "lea": SIX | ONE, "mobile": ONE, "operator": {}, "source": NO_WAY})
def nas_kept_the_hit(story):
    goes(story.listed, nas=4)


@by_role("a camera took 4.5 s, and the hit was late as a whole", {"camera": ("6-c", {"6-b": WHOLE})},
         {"lea": FIVE | ONE, "nas": ONE, "mobile": ONE, "operator": {}, "source": NO_WAY})
def camera_made_the_hit_late(story):
    goes(story.listed, camera=4.5)


@by_role("the LEA took 2.9 s, and NAS 1.9", {"lea": ("6-c", {"6-b": WHOLE})}, {"camera": FIVE | ONE, "nas": TWO | ONE})
def lea_made_the_hit_late(story):
    goes(story.listed, wan=2.85, nas=1.8)


@by_role("the camera took 2.5 s, and NAS 2.6", {"camera": ("6-c", {"6-b": WHOLE}), "nas": ("6-d", {"6-b": WHOLE})}, {"lea": FIVE | ONE})
def both_halves_late(story):
    goes(story.listed, camera=2.5, nas=2.5)


@by_role("each half took 2.000000 s, and the whole 4.000000: on the limit", clears={"camera": {}, "lea": {}, "nas": {}})
def both_halves_on_their_share(story):
    goes(story.listed, wan=1.75, nas=1.9)


@by_role("the LEA took 2.5 s, and NAS 2.000000", {"lea": ("6-c", {"6-b": WHOLE})}, {"nas": {}})
def nas_on_its_share(story):
    goes(story.listed, wan=2.45, nas=1.9)


@by_role("the LEA took 2.5 s, and NAS 2.000002", {"lea": ("6-c", {"6-b": WHOLE}), "nas": ("6-d", {"6-b": WHOLE})}, {"camera": FIVE | ONE})
def nas_just_over_its_share(story):
    goes(story.listed, wan=2.45, nas=1.900002)


@by_role("a hit of a read from an LEA's camera came to that LEA 3 s after the receipt", {"nas": "6-d"}, {"lea": {}})
def late_to_an_lea(story):
    story.operators["lea:35"] = {"organisation": "35", "lists": ["35_*"], "online": True}
    story.mobile.hits[0].operators.append("lea:35")
    late = story.listed.received_at - story.start + seconds(3)
    story.tells(late.total_seconds(), "hit.delivered", hit_id=story.listed.hits[0].hit_id, operator="lea:35")


@by_role("a hit was sent and came to no operator", {"nas": ("6-d", {"6-b": "what never came is late as a whole"})},
         {"camera": ONE, "lea": ONE})
def hit_never_came(story):
    story.listed.hits[0].delivered_at = story.listed.hits[0].acknowledged_at = None


@by_role("the operator's client was down, and had the hit when it was back", clears={"nas": ONE_IN_TIME | ONE, "camera": ONE,
                                                                                     "operator": {}})
def client_was_down(story):
    for number, up in ((10.2, False), (35, True)):
        story.tells(number, "component", component="operator:op-cambs-1", up=up)
    hit = story.listed.hits[0]
    hit.delivered_at, hit.acknowledged_at = story.at(35.5), story.at(40)


@by_role("NAS sent a hit at once, and it was 3.9 s on its way to the operator, whose client was up: NAS is to deliver it",
         {"nas": ("6-d", {"6-b": WHOLE})}, {"camera": SIX | ONE, "lea": SIX | ONE})
def hit_long_on_its_way(story):
    goes(story.listed, hit=3.9)


# Mobile units: 4 s to NAS, and 6 s in all

@by_role("a mobile unit took 4.5 s to NAS, and its hit was there within 6", {"camera": "6-c"}, {"lea": FIVE, "mobile": ONE})
def mobile_late_to_nas(story):
    goes(story.mobile, camera=4.3)


@by_role("a mobile unit took 4.8 s, and its hit was 6.35 s on the way", {"mobile": "6-b", "camera": ("6-c", {"6-b": WHOLE})},
         {"lea": FIVE | ONE, "nas": TWO | ONE})
def mobile_made_the_hit_late(story):
    goes(story.mobile, camera=4.8, wan=.5, nas=.5, hit=.5)


@by_role("NAS took 3 s for the hit of a mobile unit that took 3.4", {"nas": ("6-d", {"6-b": WHOLE})},
         {"mobile": OTHERS, "camera": SIX | ONE, "lea": SIX | ONE})
def nas_kept_the_hit_of_a_mobile(story):
    goes(story.mobile, camera=3.4, nas=2.5, hit=.5)


@by_role("the LEA took 4.55 s for a mobile unit's read, and NAS 1.8", {"lea": ("6-c", {"6-b": WHOLE})},
         {"camera": FIVE | ONE, "nas": ONE})
def lea_kept_the_read_of_a_mobile(story):
    goes(story.mobile, wan=4.5, nas=1.5, hit=.3)


def _down(component, story, read):
    """A component fails before the pass of a read, and is back ten seconds later; then the read comes."""
    at = (read.passed_at - story.start).total_seconds()
    story.tells(at - .1, "component", component=component, up=False)
    story.tells(at + 9, "component", component=component, up=True)
    goes(read, wan=9.5)


for component, read, name in (("mobile:35-40", "mobile", "mobile_unit"), ("camera:35-40-1", "mobile", "camera_of_a_mobile"),
                              ("lea:35", "plain", "lea"), ("nas", "plain", "nas")):
    def _change(story, component=component, read=read):
        _down(component, story, getattr(story, read))
    _change.__name__ = f"excused_while_{name}_was_down"
    by_role(f"a read was late while {component} was down: that excuses it", clears={"camera": FIVE, "lea": FIVE})(_change)


@by_role("a mobile unit was down, and the late read was another unit's", {"lea": ("6-c", {"6-b": WHOLE})}, {"camera": FIVE})
def another_mobile_unit_down(story):
    _down("mobile:35-41", story, story.mobile)


# Other ways to read the clause: they change what is late, and not whose doing it is

def under(profile, role, change):
    def write(folder):
        story = BaseStory()
        story.subject["role"] = role
        change(story)
        for hit in story.listed.hits + story.mobile.hits:
            hit.acknowledged_at = hit.delivered_at + seconds(.05)
        story.write(folder)
    add(Pack(f"legal/roles/{profile}/{role}_{change.__name__}", write, None,
             f"the subject is {role}, and has not done it, by the profile {profile} either: {change.__name__.replace('_', ' ')}",
             INCOMPLETE, options=["--profile", profile]))


for profile, role, change in (("strict", "camera", nas_kept_the_hit), ("strict", "lea", nas_kept_the_hit),
                              ("strict", "nas", camera_made_the_hit_late), ("strict", "lea", camera_kept_it),
                              ("strict", "camera", lea_kept_it), ("literal", "camera", nas_kept_the_hit),
                              ("literal", "nas", camera_made_the_hit_late), ("literal", "lea", camera_kept_it)):
    under(profile, role, change)
