"""Ways of reads, lists and hits that are legal and unusual: nothing in them may be blamed."""
from base_story import LIST, STATIC
from clause_6_matching import OTHER_LISTS, HalfPastMidnightInSummerTime
from clause_7 import NasDown, Outage
from packs import legal
from story import LIST_HEADER, Read, list_row, seconds


@legal("the clean story itself")
def base(story):
    pass


def _received(read, after):
    read.received_at = read.passed_at + seconds(after)
    read.acknowledged_at = read.deleted_at = read.received_at + seconds(.05)


@legal("a read came to NAS 2.000000 s after its pass: at the limit")
def at_the_limit_of_two_seconds(story):
    _received(story.plain, 2)


@legal("a read came to NAS 2.000001 s after its pass: instants of six digits leave that open")
def a_microsecond_over_two_seconds(story):
    _received(story.plain, 2.000001)


@legal("a read of a mobile unit came to NAS 3.9 s after its pass, and its hit was delivered 1.9 s later")
def mobile_just_in_time(story):
    _received(story.mobile, 3.9)
    hit = story.mobile.hits[0]
    hit.sent_at, hit.delivered_at = story.mobile.received_at + seconds(.1), story.mobile.received_at + seconds(1.9)


@legal("a hit was delivered 2.000000 s after its read came to NAS: at the limit")
def hit_at_the_limit(story):
    story.listed.hits[0].delivered_at = story.listed.received_at + seconds(2)


@legal("the tester's clock is uncertain by 10 ms, and a read came 2.005 s after its pass: undecided, and not blamed")
def within_the_uncertainty(story):
    story.tells(-28, "clock.compared", component="tester", offset_s=0, expanded_uncertainty_s=.01, method="NTP")
    _received(story.plain, 2.005)


@legal("everything happened at one instant")
def at_one_instant(story):
    read = story.plain
    for step in ("sent_at", "at_lea", "buffered_at", "accepted_by_lea_at", "received_at", "acknowledged_at", "deleted_at"):
        setattr(read, step, read.passed_at)


@legal("three reads were kept through an outage and delivered afterwards", story=Outage)
def outage(story):
    pass


@legal("three reads were kept while NAS was down and delivered afterwards, with `buffered`", story=NasDown)
def nas_down(story):
    for read in story.kept:
        read.fields["buffered"] = True


@legal("the LEA's component went down with a read that it had kept, and delivered it when it was back")
def lea_down(story):
    read = story.another()
    _received(read, 40)
    story.tells(90.5, "component", component="lea:35", up=False)
    story.tells(125, "component", component="lea:35", up=True)


@legal("the line of a camera was down when a vehicle passed, and the camera gave its read half a minute later")
def line_of_a_camera_down(story):
    read = story.another()
    read.is_passing(story.at(120))
    read.passed_at = story.at(90.12)
    for number, up in ((90, False), (119, True)):
        story.tells(number, "link", **{"from": f"camera:{STATIC}", "to": "lea:35", "up": up})


@legal("a kept read is on a list: its hit counts from its receipt at NAS", story=Outage)
def hit_of_a_kept_read(story):
    story.kept[0].fields["vrm"] = story.kept[0].passes["vrm"] = "AA00BBB"
    story.kept[0].gives_hit(LIST, 1)


@legal("a read was acknowledged twice, with one capture_id: the first answer was lost")
def acknowledged_twice(story):
    story.tells(30, "read.acknowledged", component="nas", read_id=story.plain.read_id, capture_id=story.plain.capture_id)


@legal("the store held 41,200 captures before the first read")
def store_not_empty_before(story):
    story.census_before = 41_200


@legal("a hit of forty lists for one mark")
def hits_of_forty_lists(story):
    for name in OTHER_LISTS:
        story.list_is_loaded(name, LIST_HEADER + list_row("AK00KKK") + list_row("AA00BBB"))
        story.listed.gives_hit(name, 2)


@legal("two rows of a list give two hits of one read")
def hits_of_two_rows(story):
    story.list_is_loaded("35_Twice.csv", list_row("AE00FGH") + list_row("AE00FGH", reason="Cloned"))
    read = story.another("AE00FGH")
    read.gives_hit("35_Twice.csv", 1)
    read.gives_hit("35_Twice.csv", 2)


@legal("a hit went to three operators, and all had it in time")
def three_operators(story):
    for name in ("op-cambs-2", "op-cambs-3"):
        story.operators[name] = {"organisation": "35", "lists": [LIST], "online": True}
        story.listed.hits[0].operators.append(name)
        story.mobile.hits[0].operators.append(name)


@legal("operators who ask for an area, a priority or both are told of the hits of these, and of no other")
def asked_for_less(story):
    asked = {"op-cambs-2": {"cameras": ["35-12-*"]}, "op-cambs-3": {"actions": ["Assess"]},
             "op-cambs-4": {"cameras": ["35-40-1"], "actions": ["Stop"]}}
    for name, less in asked.items():
        story.operators[name] = {"organisation": "35", "lists": [LIST], "online": True, **less}
    story.listed.hits[0].operators.append("op-cambs-2")
    story.mobile.hits[0].operators.append("op-cambs-3")


@legal("an LEA that asked for hits was told of them like an operator")
def told_an_lea(story):
    story.operators["lea:35"] = {"organisation": "35", "lists": ["35_*"], "cameras": [], "online": True}
    for read in (story.listed, story.mobile):
        read.hits[0].operators.append("lea:35")


@legal("an operator asked for less from some instant on, and was told of less from then on")
def asked_for_less_later(story):
    story.tells(30, "operator", operator="op-cambs-1", organisation="35", lists=["35_*"], actions=["Stop"])
    story.mobile.hits[0].operators.clear()


@legal("a hit was delivered twice to one operator, the second time a minute later: it was not acknowledged at once")
def delivered_again(story):
    story.tells(60, "hit.delivered", hit_id=story.listed.hits[0].hit_id, operator="op-cambs-1")


def _listed(story, content, row=None):
    story.list_is_loaded("35_More.csv", content)
    read = story.another("AE00FGH")
    if row is not None:
        read.gives_hit("35_More.csv", row)


for name, content, row, why in (
        ("list_without_a_header", list_row("AE00FGH"), 1, "a header is optional, and is no entry"),
        ("header_in_small_letters", LIST_HEADER.lower() + list_row("AE00FGH"), 1, "a header in small letters"),
        ("line_feeds_alone", (LIST_HEADER + list_row("AE00FGH")).replace("\r\n", "\n"), 1, "line feeds end the rows"),
        ("no_end_of_line_at_the_end", (LIST_HEADER + list_row("AE00FGH"))[:-2], 1, "the last row has no end of line"),
        ("byte_order_mark", "\ufeff" + LIST_HEADER + list_row("AE00FGH"), 1, "a byte order mark before the header"),
        ("byte_order_mark_without_a_header", "\ufeff" + list_row("AE00FGH"), 1, "a byte order mark before the first entry"),
        ("empty_lines", LIST_HEADER + "\r\n" + list_row("AK00KKK") + "\r\n\r\n" + list_row("AE00FGH"), 2, "empty lines are no entries"),
        ("quoted_commas", LIST_HEADER + list_row("AE00FGH", information='"Stop, search, and call"'), 1, "commas within quotes"),
        ("quoted_quotes", LIST_HEADER + list_row("AE00FGH", information='"The ""red"" one"'), 1, "quotes within quotes"),
        ("quoted_mark", LIST_HEADER + list_row('"AE00FGH"'), 1, "the mark itself in quotes"),
        ("all_quoted", LIST_HEADER + ",".join(f'"{cell}"' for cell in list_row("AE00FGH")[:-2].split(",")) + "\r\n", 1,
         "every cell in quotes"),
        ("information_of_198_characters", LIST_HEADER + list_row("AE00FGH", information="\u00e9" * 198), 1, "198 characters of two bytes"),
        ("starts_today", LIST_HEADER + list_row("AE00FGH", start="11/06/2019"), 1, "in force from 00:00 of its start date"),
        ("starts_tomorrow", LIST_HEADER + list_row("AE00FGH", start="12/06/2019"), None, "not in force before its start date"),
        ("weeded_tomorrow", LIST_HEADER + list_row("AE00FGH", weed="12/06/2019"), 1, "in force on the day before its weed date"),
        ("weeded_today", LIST_HEADER + list_row("AE00FGH", weed="11/06/2019"), None, "weeded at 00:00 of its weed date"),
        ("weeded_long_ago", LIST_HEADER + list_row("AE00FGH", weed="01/01/2018"), None, "weeded last year"),
        ("no_alert", LIST_HEADER + list_row("AE00FGH", action="No Alert"), None, "No Alert alerts nobody (R-34)"),
        ("zero_for_a_letter", LIST_HEADER + list_row("AEOOFGH"), None, "O is not 0: marks are compared as written (R-04)"),
        ("small_letters_on_the_list", LIST_HEADER + list_row("ae00fgh"), None, "a small letter is not a capital one (R-04)"),
        ("empty_list", LIST_HEADER, None, "a list without entries"),
        ("list_of_nothing", "", None, "a list of no bytes"),
        ("last_of_the_reasons", LIST_HEADER + list_row("AE00FGH") + list_row("AK00KKK", reason="LEA P6"), 1,
         "the last of the reasons")):
    def _change(story, content=content, row=row):
        _listed(story, content, row)
    legal(f"a list: {why}", name=f"list/{name}")(_change)


@legal("a list was replaced by one without the mark, which then gives no hit")
def replaced_list(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AE00FGH"), -20)
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AK00KKK"), 30)
    story.another("AE00FGH")


@legal("the list was replaced between receipt and acknowledgement: with the hit or without, both are right")
def replaced_while_the_read_was_in_work(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AE00FGH"), -20)
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AK00KKK"), 90.45)
    story.another("AE00FGH").gives_hit("35_More.csv", 1)


@legal("the mark for tests of connectivity is listed, and gives its hit (R-03)")
def listed_test_mark(story):
    story.list_is_loaded("35_Test.csv", LIST_HEADER + list_row("QQ111QQQ"))
    story.test.gives_hit("35_Test.csv", 1)


@legal("the mark for vehicles without one is listed, and gives no hit (R-03)")
def listed_no_mark(story):
    story.list_is_loaded("35_None.csv", LIST_HEADER + list_row("QQQQQQQ"))


@legal("hits of national data, of which the pack holds no list")
def hits_of_national_data(story):
    story.operators["op-cambs-1"]["lists"].append("pnc:*")
    for source in ("fast-track", "extract", "schengen"):
        story.plain.gives_hit(f"pnc:{source}", 1).source = source


@legal("a national list gives its hit")
def national_list(story):
    story.list_is_loaded("TUTELAGE_National.csv", LIST_HEADER + list_row("AE00FGH", reason="No Insurance"), national=True)
    story.operators["op-cambs-1"]["lists"].append("TUTELAGE_*")
    story.another("AE00FGH").gives_hit("TUTELAGE_National.csv", 1)


@legal("a camera that does not record vehicles without a mark owes no read of one")
def camera_that_records_no_unread(story):
    story.cameras[STATIC]["records_unread"] = False
    told = story.unread.passes
    story.reads.remove(story.unread)
    story.tells(30.12, "pass", **told)


@legal("a vehicle passed and no camera made a read: how many a camera sees is no matter of this specification")
def pass_without_a_read(story):
    story.tells(95, "pass", pass_id="p-missed", camera=STATIC, vrm="AH00JKL")


@legal("a read was sent again by its camera, and received again, and kept once: the first answer was lost")
def sent_again(story):
    read = story.plain
    again = Read(read.read_id, read.camera, story.at(30.12), "AB00CDE", read.fields["location"])
    again.fields, again.capture_id, again.passes, again.returned = read.fields, read.capture_id, None, False
    story.adds(again)


@legal("the store gives back a capture of an earlier year, and one of ours twice")
def more_captures_given_back(story):
    story.census_before = 41_200
    story.tells(200, "capture.returned", capture_id="c-of-2018", facts={"vrm": "AJ00KLM", "size_bytes": 900})


def _client_down(component):
    def change(story):
        for number, up in ((10.2, False), (35, True)):
            story.tells(number, "component", component=component, up=up)
        hit = story.listed.hits[0]
        hit.delivered_at, hit.acknowledged_at = story.at(35.5), story.at(40)
    return change


for name, component in (("client_down", "op-cambs-1"), ("client_down_by_its_role", "operator:op-cambs-1")):
    legal("an operator's client failed when a hit came, and had it when it was back", name=name)(_client_down(component))


@legal("the line to the core of the network failed, and not the one between LEA and NAS", story=Outage)
def core_down(story):
    for at, kind, members in story.more:
        if kind == "link":
            members["to"] = "core"


@legal("a list is uploaded and never said to be in force: with the hit or without, both are right")
def never_said_to_be_in_force(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AE00FGH"))
    story.never_in_force = {"35_More.csv"}
    story.another("AE00FGH").gives_hit("35_More.csv", 1)
    story.another("AE00FGH")


@legal("half past midnight by summer time, on the eve of an entry's start: no hit", story=HalfPastMidnightInSummerTime)
def eve_of_the_start_date(story):
    _listed(story, LIST_HEADER + list_row("AE00FGH", start="11/06/2019"))


@legal("half past midnight by summer time, on the eve of an entry's weed date: a hit", story=HalfPastMidnightInSummerTime)
def eve_of_the_weed_date(story):
    _listed(story, LIST_HEADER + list_row("AE00FGH", weed="11/06/2019"), 1)


@legal("reads of two forces, by two LEA components")
def two_forces(story):
    read = story.another("AE00FGH")
    read.camera = read.passes["camera"] = "07-1-1"
    story.cameras["07-1-1"] = story.cameras[STATIC]
    read.fields |= {"feed_id": "07", "source_id": 1, "nrd_id": 1}
    read.lea = "lea:07"
