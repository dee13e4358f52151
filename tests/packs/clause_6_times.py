"""6, times: receipt at NAS within 2 s of the pass (mobile 4 s), the hit at its operator within 2 s of that, and 4 s (6 s) in all."""
from base_story import STATIC_PLACE, fixed_camera
from packs import breaks
from story import seconds

HALVES = "2 s to NAS and 2 s from there make 4 s: the whole cannot be late where both halves are in time"


def _received(read, after):
    read.received_at = read.passed_at + seconds(after)
    read.acknowledged_at = read.deleted_at = read.received_at + seconds(.05)


def _received_late(name, read, after):
    def change(story):
        _received(getattr(story, read), after)
    breaks("6-c", f"the read came to NAS {after} s after its pass", name=name)(change)


_received_late("two_microseconds_over", "plain", 2.000002)
_received_late("a_millisecond_over", "plain", 2.001)
_received_late("cctv_over_two_seconds", "cctv", 2.5)
_received_late("a_minute", "detailed", 59)
_received_late("unread_too", "unread", 3)


@breaks("6-c", "the read of a mobile unit came to NAS 4.000002 s after its pass")
def mobile_over_four_seconds(story):
    story.mobile.fields["vrm"] = story.mobile.passes["vrm"] = "AE01FGH"
    story.mobile.hits.clear()
    _received(story.mobile, 4.000002)


@breaks("6-c", "the camera made a read, and it came to nobody")
def never_received(story):
    story.plain.never_reaches_nas()
    story.plain.at_lea = story.plain.buffered_at = story.plain.accepted_by_lea_at = None


@breaks("6-c", "the read says that it was buffered, and nothing had failed: a flag excuses nothing")
def buffered_by_its_own_word(story):
    story.plain.fields["buffered"] = True
    _received(story.plain, 20)


@breaks("6-c", "the link failed and was back before the pass: the failure excuses nothing")
def failure_before_the_pass(story):
    story.tells(12, "link", **{"from": "lea:35", "to": "nas", "up": False})
    story.tells(18, "link", **{"from": "lea:35", "to": "nas", "up": True})
    _received(story.plain, 8)


@breaks("6-c", "the link failed after the read was due: the failure excuses nothing")
def failure_after_it_was_due(story):
    story.tells(23, "link", **{"from": "lea:35", "to": "nas", "up": False})
    story.tells(26, "link", **{"from": "lea:35", "to": "nas", "up": True})
    _received(story.plain, 7)


@breaks("6-c", "another force's link failed, and not the one that the read takes")
def failure_of_another_link(story):
    story.tells(19, "link", **{"from": "lea:07", "to": "nas", "up": False})
    story.tells(28, "link", **{"from": "lea:07", "to": "nas", "up": True})
    _received(story.plain, 7)


@breaks("6-c", "the tester's uncertainty is 1 ms, and the read came 2.0015 s after its pass")
def beyond_the_uncertainty(story):
    story.tells(-28, "clock.compared", component="tester", offset_s=0, expanded_uncertainty_s=.001, method="GPS receiver")
    _received(story.plain, 2.0015)


def _of_class(device_class):
    def change(story):
        story.cameras["35-14-1"] = fixed_camera(device_class, STATIC_PLACE)
        read = story.another()
        read.camera = read.passes["camera"] = "35-14-1"
        read.fields |= {"source_id": 14, "nrd_id": 1}
        _received(read, 2.1)
    return change


for kind in ("moveable", "dual_lane", "static"):
    breaks("6-c", f"the read of a {kind} camera came to NAS 2.1 s after its pass", name=f"{kind}_over_two_seconds")(_of_class(kind))


def _delivered_late(name, read, after):
    def change(story):
        hit = getattr(story, read).hits[0]
        hit.delivered_at = getattr(story, read).received_at + seconds(after)
    breaks("6-d", f"a hit was at its operator {after} s after the read came to NAS, and within the limit from its pass", name=name)(change)


_delivered_late("two_microseconds_over", "listed", 2.000002)
_delivered_late("half_a_second_over", "listed", 2.5)
_delivered_late("of_a_mobile", "mobile", 2.000002)
_delivered_late("of_a_mobile_by_three_seconds", "mobile", 5)


NEVER = "what never came did not come within 4 s of the pass"


@breaks("6-d", "a hit was sent, and never came to an operator", also={"6-b": NEVER})
def never_delivered(story):
    story.listed.hits[0].delivered_at = story.listed.hits[0].acknowledged_at = None


@breaks("6-d", "one operator had the hit in time, the other a second late")
def late_to_the_second_operator(story):
    story.operators["op-cambs-2"] = {"organisation": "35", "lists": ["35_*"], "online": True}
    story.mobile.hits[0].operators.append("op-cambs-2")
    late = story.listed.received_at - story.start + seconds(3)
    story.tells(late.total_seconds(), "hit.delivered", hit_id=story.listed.hits[0].hit_id, operator="op-cambs-2")


@breaks("6-d", "of two operators who ask for a list one was never told of its hit", also={"6-b": NEVER})
def never_at_the_second_operator(story):
    story.operators["op-cambs-2"] = {"organisation": "35", "lists": ["35_*"], "online": True}
    story.mobile.hits[0].operators.append("op-cambs-2")


@breaks("6-d", "an operator who asks for what is to be stopped was never told of it", also={"6-b": NEVER})
def never_at_who_asks_by_priority(story):
    story.operators["op-cambs-2"] = {"organisation": "35", "lists": ["35_*"], "actions": ["Stop"], "online": True}


@breaks("6-b", "a hit was at its operator 4.000002 s after the pass", also={"6-d": HALVES})
def two_microseconds_over(story):
    _received(story.listed, 1.9)
    story.listed.hits[0].sent_at = story.listed.received_at + seconds(.1)
    story.listed.hits[0].delivered_at = story.listed.passed_at + seconds(4.000002)


@breaks("6-b", "a hit was at its operator 4.5 s after the pass, for the read was 3 s on its way to NAS", also={"6-c": HALVES})
def late_by_the_first_half(story):
    _received(story.listed, 3)
    story.listed.hits[0].sent_at = story.listed.received_at + seconds(.1)
    story.listed.hits[0].delivered_at = story.listed.passed_at + seconds(4.5)


@breaks("6-b", "a hit was at its operator six seconds after the pass", also={"6-c": HALVES, "6-d": HALVES})
def late_by_both_halves(story):
    _received(story.listed, 3)
    story.listed.hits[0].sent_at = story.listed.received_at + seconds(.1)
    story.listed.hits[0].delivered_at = story.listed.passed_at + seconds(6)


@breaks("6-b", "a hit of a mobile unit was at its operator 6.000002 s after the pass", also={"6-d": HALVES})
def mobile_over_six_seconds(story):
    story.mobile.hits[0].delivered_at = story.mobile.passed_at + seconds(6.000002)
