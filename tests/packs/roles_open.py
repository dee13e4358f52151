"""What the evidence leaves open of a subject in one role, or only just tells: nobody is blamed for what may have been another's doing."""
import roles_late
import roles_parts
from base_story import MOBILE
from roles import by_role
from roles_late import FIVE, ONE, OPEN, OTHERS, WHOLE, goes, under


# Shares and uncertainty

@by_role("the LEA took 2.000000 s of 2.2: six digits leave open whether it alone made it late", {"lea": "6-c"}, {"camera": OPEN})
def lea_on_the_share(story):
    goes(story.plain, wan=1.95)


@by_role("each half took 2.000001 s, and the whole 4.000002: one of them was late, and six digits leave open which", {"whole": "6-b"},
         {"camera": {}, "lea": {}, "nas": {}})
def halves_that_six_digits_leave_open(story):
    goes(story.listed, wan=1.750001, nas=1.900001)


@by_role("the tester's clock is uncertain by 10 ms; the LEA took 2.5 s, and NAS 2.005: whether it was late is open (6-d says so)",
         {"lea": ("6-c", {"6-b": WHOLE})}, {"nas": {"6-d": "undecided"}})
def nas_within_the_uncertainty(story):
    story.tells(-28, "clock.compared", component="tester", offset_s=0, expanded_uncertainty_s=.01, method="NTP")
    goes(story.listed, wan=2.45, nas=1.905)


@by_role("the tester's clock is uncertain by 10 ms; the LEA took 1.995 s of 2.195: whether it alone made it late is open", {},
         {"camera": OPEN})
def lea_within_the_uncertainty(story):
    story.tells(-28, "clock.compared", component="tester", offset_s=0, expanded_uncertainty_s=.01, method="NTP")
    goes(story.plain, wan=1.945)


# Instants that nobody tells, and reads that came to nobody

@by_role("nobody tells when the LEA's component had a read that was 2.8 s on its way from the camera", {}, {"camera": OPEN, "lea": {}})
def receipt_by_the_lea_not_told(story):
    goes(story.plain, wan=2.75)
    story.plain.at_lea = story.plain.buffered_at = story.plain.accepted_by_lea_at = story.plain.deleted_at = None


@by_role("a read came to the LEA's component after 1.5 s, and nobody compared the camera's clock, by which it was sent; the LEA took 1.5 s "
         "more, and without these it would have been in time", {"lea": "6-c"}, {"camera": OPEN})
def sent_by_a_clock_never_compared(story):
    goes(story.plain, camera=1.4, lea=.1, wan=1.5)
    story.plain.sent_says = {"clock": "subject", "seq": 1}


@by_role("the camera sent a read, and it came to nobody: the camera or the LEA lost it", {}, {"camera": OPEN, "lea": {}})
def came_to_nobody(story):
    story.plain.never_reaches_nas()
    story.plain.at_lea = story.plain.buffered_at = story.plain.accepted_by_lea_at = None


@by_role("the line of a static camera was down in the truth, and what it read meanwhile never came to the LEA: excused (R-11)", {},
         {"camera": FIVE})
def static_camera_lost_a_read(story):
    for number, up in ((19, False), (35, True)):
        story.tells(number, "link", **{"from": "camera:35-12-42", "to": "lea:35", "up": up})
    came_to_nobody(story)


@by_role("the line of a mobile unit's camera was down, and what it read meanwhile was never seen again", {}, {"lea": {}, "camera": {}})
def mobile_camera_lost_a_read(story):
    for number, up in ((39, False), (55, True)):
        story.tells(number, "link", **{"from": f"camera:{MOBILE}", "to": "lea:35", "up": up})
    story.mobile.never_reaches_nas()
    story.mobile.hits.clear()
    story.mobile.at_lea = story.mobile.buffered_at = story.mobile.accepted_by_lea_at = None


@by_role("nobody tells when NAS had a read whose hit came 5 s after the pass", {}, {"camera": ONE, "nas": {}})
def receipt_by_nas_not_told(story):
    goes(story.listed, nas=4.5)
    story.listed.received_at = None


def _lea_is_told_nothing(story, read):
    read.at_lea = read.buffered_at = read.accepted_by_lea_at = read.deleted_at = None


@by_role("the LEA took 60 s, and its receipt is uncertain by two: it was in nobody else's hands", {"lea": "6-c"}, {"camera": FIVE})
def receipt_by_the_lea_uncertain(story):
    goes(story.plain, wan=60)
    story.plain.lea_says = {"uncertainty_s": 2}


@by_role("the LEA took 60 s, and the receipt by NAS is uncertain by two", {"lea": "6-c"}, {"camera": FIVE})
def receipt_by_nas_uncertain(story):
    goes(story.plain, wan=60)
    story.plain.nas_says = {"uncertainty_s": 2}


@by_role("a read was 60 s on its way from the camera, give or take two, and no LEA component is told to have had it", {}, {"camera": OPEN})
def receipt_by_nas_uncertain_and_by_the_lea_not_told(story):
    receipt_by_nas_uncertain(story)
    _lea_is_told_nothing(story, story.plain)


@by_role("the camera kept a read for 100 s, give or take two and a half, and then the LEA for ten", {"camera": "6-c", "lea": "6-c"})
def pass_uncertain(story):
    goes(story.plain, camera=100, wan=10)
    story.plain.passes["uncertainty_s"] = 2.5


@by_role("the LEA's component is told to have had a read a millisecond before it was sent, and took 2.5 s", {"lea": "6-c", "whole": "6-c"},
         {"camera": FIVE})
def at_the_lea_before_it_was_sent(story):
    goes(story.plain, lea=-.001, wan=2.5)


@by_role("a mobile unit's read was 10 s on its way to the LEA's component: the unit's link, or the LEA", {},
         {"camera": OPEN, "lea": OPEN, "mobile": {"6-b": "undecided"}})
def line_of_a_mobile_took_it(story):
    goes(story.mobile, lea=10)


@by_role("the camera kept a read for 10 s; a link of it that leads to another camera was down, and none to an LEA", {"whole": "6-c"})
def another_link_of_the_camera_down(story):
    goes(story.plain, camera=10)
    _lea_is_told_nothing(story, story.plain)
    story.tells(19, "link", **{"from": "camera:35-12-42", "to": "camera:35-13-7", "up": False})


def camera_and_lea_kept_it(story):
    goes(story.plain, camera=2.5, wan=2.6)


under("lenient", "camera", camera_and_lea_kept_it)   # from the sending on it was the LEA's alone


# Whose stretch

by_role("a hit was 3.9 s on its way from NAS to a client that was up: 6-d binds NAS alone to deliver it", {}, {"operator": {}})(
    roles_late.hit_long_on_its_way)
by_role("a hit was sent and came to no operator: 6-d binds NAS alone to deliver it", {}, {"operator": {}})(roles_late.hit_never_came)
by_role("the LEA took 4.55 s for a mobile unit's read, and the unit 0.2", {}, {"mobile": OTHERS})(roles_late.lea_kept_the_read_of_a_mobile)
for role, change in (("camera", roles_late.nas_kept_the_hit), ("lea", roles_late.nas_kept_the_hit), ("camera", roles_late.lea_kept_it)):
    under("lenient", role, change)


# Pictures, tests, marks that were typed, lists

by_role("the camera sent no overview, so that the LEA's component could send none on", {}, {"lea": {}})(
    roles_parts.camera_left_the_overview_out)


@by_role("the LEA's component received the read of a scene full of detail, and never sent it on",
         {"lea": ("2.2.4-g", {"6-c": "what never came did not come within 2 s"})}, {"camera": {}})
def lea_lost_the_scene(story):
    story.detailed.never_reaches_nas()


@by_role("the LEA's component had the scene at the very instant at which it was sent, and never sent it on",
         {"lea": ("2.2.4-g", {"6-c": "what never came did not come within 2 s"})}, {"camera": {}})
def lea_had_the_scene_at_once(story):
    lea_lost_the_scene(story)
    story.detailed.at_lea = story.detailed.sent_at


@by_role("the camera sent an overview of 40,000 bytes; the LEA's component wrote the text anew, and sent the same pictures on",
         {"camera": ("2.2.4-g", {"2.2.4-f": "it is over the limit"}), "lea": "2.2.4-g"})
def lea_changed_the_text_alone(story):
    roles_parts.neither_made_it_fit(story)
    story.detailed.alter_on_the_way = lambda text: text.replace(b"{", b"{ ", 1)


@by_role("the LEA's component wrote the text of a scene anew, and sent the same pictures on", {},
         {"camera": {"2.2.4-g": "1 observation;"}, "lea": {"2.2.4-g": "1 observation;"}})
def lea_changed_the_text_of_a_scene(story):
    story.detailed.alter_on_the_way = lambda text: text.replace(b"{", b"{ ", 1)


@by_role("the LEA's component made an overview of 40,000 bytes fit, and what NAS received is not told", {"camera": "2.2.4-f"},
         {"lea": {"2.2.4-g": "undecided"}})
def what_nas_received_is_not_told(story):
    roles_parts.lea_made_it_fit(story)
    story.detailed.received_at = None


@by_role("the LEA says that its administrator typed in what has the NRD ID of a device, and a space in its mark",
         {"camera": ("2.2.1-c", {"2.3-c": "what is typed in has the NRD ID 0"})})
def typed_by_a_device(story):
    story.plain.fields["vrm"] = "AB00 CDE"
    story.tells(15, "manual.entry", component="lea:35", read_id=story.plain.read_id)


@by_role("the LEA's administrator typed a space into a mark: no camera made that read", {}, {"camera": {}, "nas": {}})
def space_was_typed(story):
    story.typed.fields["vrm"] = "AG01 HJK"


by_role("a test of connectivity at the LEA's component had another mark than QQ111QQQ", {}, {"camera": {}, "nas": {}, "mobile": {}})(
    roles_parts.tested_the_lea_with_another_mark)
by_role("the tester made a list's fault, and NAS gave a hit of it, which it can have turned away nowhere",
        {"nas": ("5-d", {"5-m": "it was not turned away"})})(roles_parts.staged_and_taken_in)
