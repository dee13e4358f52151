"""6, matching: every read is matched against every list in force; no hit is missing, none invented."""
from datetime import datetime, timezone

from base_story import LIST, MONITORED, BaseStory
from packs import breaks
from story import LIST_HEADER, list_row

INVENTED = {"6-a": "an entry out of force is on no list, so its hit is an invented one"}
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
    story.listed.hits[0].row = 3


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


@breaks("5-o", "a hit on an entry of the day after: it is not yet in force (R-20)", also=INVENTED)
def before_the_start_date(story):
    _listed_as(story, "AE00FGH", hit=True, start="12/06/2019")


@breaks("5-j", "a hit on an entry that was weeded at midnight (R-20)", also=INVENTED)
def on_the_weed_date(story):
    _listed_as(story, "AE00FGH", hit=True, weed="11/06/2019")


@breaks("5-j", "a hit on an entry that was weeded last year", also=INVENTED)
def long_weeded(story):
    _listed_as(story, "AE00FGH", hit=True, weed="01/01/2018")


class HalfPastMidnightInSummerTime(BaseStory):
    """The base story at 23:30 GMT on 10 June: clocks on walls show 00:30 on the 11th."""

    def __init__(self):
        super().__init__(datetime(2019, 6, 10, 23, 30, 0, tzinfo=timezone.utc))


@breaks("5-o", "a hit half an hour before an entry's start date, which has begun by summer time alone", also=INVENTED,
        story=HalfPastMidnightInSummerTime)
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
    story.another("AM00NNN").gives_hit(MONITORED, 1)


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
