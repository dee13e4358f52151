"""6: every read is matched against every list in force; receipt within 2 s, hit at its operator within 2 s of that, 4 s in all."""
from datetime import datetime, timezone

from base_story import LIST, STATIC_PLACE, BaseStory, fixed_camera, WATCHING
from packs import breaks
from story import LIST_HEADER, list_row, seconds

HALVES = "2 s to NAS and 2 s from there make 4 s: the whole cannot be late where both halves are in time"
OTHER_LISTS = [f"35_Cambs List {number:02}.csv" for number in range(1, 40)]


@breaks("6-a", "a mark on a list gave no hit")
def missing_hit(story):
    story.listed.hits.clear()


@breaks("6-a", "a mark on a list gave no hit, from a mobile unit")
def missing_hit_of_a_mobile(story):
    story.mobile.hits.clear()


@breaks("6-a", "a hit on a list that does not hold the mark")
def invented_hit(story):
    story.plain.gives_hit(LIST, 1)


@breaks("6-a", "a hit names a row of another mark")
def wrong_row(story):
    story.listed.hits[0].row = 2


@breaks("6-a", "a hit names a row that the list does not have")
def row_beyond_the_list(story):
    story.listed.hits[0].row = 4


@breaks("6-a", "a hit names a row 0: entries are counted from 1")
def row_zero(story):
    story.listed.hits[0].row = 0


@breaks("6-a", "a hit names a list that nobody uploaded")
def list_nobody_uploaded(story):
    story.listed.gives_hit("35_Nobody's List.csv", 1)


@breaks("6-a", "a read and an entry gave two hits")
def two_hits_for_a_read_and_an_entry(story):
    story.listed.gives_hit(LIST, 1)


@breaks("6-a", "a read is on forty lists and gave hits of thirty-nine")
def one_list_in_forty_missed(story):
    for name in OTHER_LISTS:
        story.list_is_loaded(name, LIST_HEADER + list_row("AK00KKK") + list_row("AA00BBB"))
    for name in OTHER_LISTS[:-1]:
        story.listed.gives_hit(name, 2)


@breaks("6-a", "a mark is on two rows of a list and gave the hit of one")
def one_row_in_two_missed(story):
    story.list_is_loaded("35_Twice.csv", list_row("AE00FGH") + list_row("AE00FGH", reason="Cloned"))
    story.another("AE00FGH").gives_hit("35_Twice.csv", 1)


def _listed_as(story, mark, hit, **row):
    """One more read of `AE00FGH`, with a list that says `mark`; a hit of it or none."""
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row(mark, **row))
    read = story.another("AE00FGH")
    if hit:
        read.gives_hit("35_More.csv", 1)
    return read


@breaks("6-a", "a hit between O and 0: marks are compared as written (R-04)")
def letter_for_a_digit(story):
    _listed_as(story, "AEOOFGH", hit=True)


@breaks("6-a", "a hit between small letters and capitals: marks are compared as written (R-04)")
def small_letters(story):
    _listed_as(story, "ae00fgh", hit=True)


@breaks("6-a", "a hit on an entry that only begins like the mark")
def prefix(story):
    _listed_as(story, "AE00FG", hit=True)


EARLY = {"5-o": "an entry gives no hit before its start date"}
LATE = {"5-j": "an entry gives no hit from its weed date on"}


@breaks("6-a", "a hit on an entry of the day after: it is not yet in force (R-20)", EARLY)
def before_the_start_date(story):
    _listed_as(story, "AE00FGH", hit=True, start="12/06/2019")


@breaks("6-a", "a hit on an entry that was weeded at midnight (R-20)", LATE)
def on_the_weed_date(story):
    _listed_as(story, "AE00FGH", hit=True, weed="11/06/2019")


@breaks("6-a", "a hit on an entry that was weeded last year", LATE)
def long_weeded(story):
    _listed_as(story, "AE00FGH", hit=True, weed="01/01/2018")


class HalfPastMidnightInSummerTime(BaseStory):
    """The base story at 23:30 GMT on 10 June: clocks on walls show 00:30 on the 11th."""

    def __init__(self):
        super().__init__(datetime(2019, 6, 10, 23, 30, 0, tzinfo=timezone.utc))


@breaks("6-a", "a hit half an hour before an entry's start date, which has begun by summer time alone", EARLY, story=HalfPastMidnightInSummerTime)
def started_by_summer_time(story):
    _listed_as(story, "AE00FGH", hit=True, start="11/06/2019")


@breaks("6-a", "no hit half an hour before an entry's weed date, which has begun by summer time alone", story=HalfPastMidnightInSummerTime)
def weeded_by_summer_time(story):
    _listed_as(story, "AE00FGH", hit=False, weed="11/06/2019")


@breaks("6-a", "a list came into force after the read had been acknowledged, and gave a hit of it")
def hit_of_a_later_list(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AE00FGH"), 90.8)
    hit = story.another("AE00FGH").gives_hit("35_More.csv", 1)
    hit.sent_at, hit.delivered_at = story.at(91), story.at(91.1)


@breaks("6-a", "no hit on the first day of an entry")
def missed_on_the_start_date(story):
    _listed_as(story, "AE00FGH", hit=False, start="11/06/2019")


@breaks("6-a", "no hit on the last day of an entry")
def missed_on_the_last_day(story):
    _listed_as(story, "AE00FGH", hit=False, weed="12/06/2019")


@breaks("6-a", "an entry with Assess gave no hit")
def missed_assess(story):
    _listed_as(story, "AE00FGH", hit=False, action="Assess")


@breaks("6-a", "an entry with No Alert alerted an operator (R-34)")
def no_alert_alerts(story):
    story.another("AM00NNN").gives_hit(WATCHING, 1)


@breaks("6-a", "the mark for tests of connectivity is listed, and its read gave no hit (R-03)")
def listed_test_mark_missed(story):
    story.list_is_loaded("35_Test.csv", LIST_HEADER + list_row("QQ111QQQ"))


@breaks("6-a", "the mark for vehicles without one is listed, and gave a hit (R-03)")
def hit_of_no_mark(story):
    story.list_is_loaded("35_None.csv", LIST_HEADER + list_row("QQQQQQQ"))
    story.unread.gives_hit("35_None.csv", 1)


@breaks("6-a", "a list was replaced by one without the mark, and an hour later the mark gave a hit")
def hit_of_a_replaced_list(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AE00FGH"), -20)
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AK00KKK"), 30)
    story.another("AE00FGH").gives_hit("35_More.csv", 1)


@breaks("6-a", "a list was replaced by one with the mark, and the mark gave no hit")
def missed_on_a_replaced_list(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AK00KKK"), -20)
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AE00FGH"), 30)
    story.another("AE00FGH")


@breaks("6-a", "a list without a header: its first row is an entry, and gave no hit")
def first_row_taken_for_a_header(story):
    story.list_is_loaded("35_More.csv", list_row("AE00FGH") + list_row("AK00KKK"))
    story.another("AE00FGH")


@breaks("6-a", "a national list holds the mark, and gave no hit")
def national_list_missed(story):
    story.list_is_loaded("TUTELAGE_National.csv", LIST_HEADER + list_row("AE00FGH", reason="No Insurance"), national=True)
    story.operators["op-cambs-1"]["lists"].append("TUTELAGE_*")
    story.another("AE00FGH")


@breaks("6-a", "a national list holds the mark for a reason that any list may give, and gave no hit")
def national_list_missed_for_drugs(story):
    story.list_is_loaded("TUTELAGE_National.csv", LIST_HEADER + list_row("AE00FGH"), national=True)
    story.operators["op-cambs-1"]["lists"].append("TUTELAGE_*")
    story.another("AE00FGH")


@breaks("6-a", "the read of a mark that was typed in gave no hit")
def typed_mark_missed(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AG01HJK"))


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


@breaks("6-d", "a hit was sent, and never came to an operator", also={"6-b": "what never came did not come within 4 s of the pass"})
def never_delivered(story):
    story.listed.hits[0].delivered_at = story.listed.hits[0].acknowledged_at = None


@breaks("6-d", "one operator had the hit in time, the other a second late")
def late_to_the_second_operator(story):
    story.operators["op-cambs-2"] = {"organisation": "35", "lists": ["35_*"], "online": True}
    late = story.listed.received_at - story.start + seconds(3)
    story.tells(late.total_seconds(), "hit.delivered", hit_id=story.listed.hits[0].hit_id, operator="op-cambs-2")


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
