"""Whose doing it was that pictures, marks, reads, lists or hits went wrong: of a part in another role it is nothing to the subject."""
from base_story import MOBILE
from clause_3_1 import legal_read_refused, refused_by_nas
from clause_4 import MISSED, National, extract_missed, hit_of_the_extract_late, two_issues_in_a_day
from clause_5 import COLUMN, GOOD, _faulty_row, _row_with, deleted_by_another, hit_of_somebody_else, no_alert_beside_stop
from clause_6_matching import INVENTED, on_the_weed_date
from clause_7 import NasDown, Outage, _lost
from images import OVERVIEW, weighing
from roles import by_role, observed
from story import LIST_HEADER, list_row

HEAVY = weighing(OVERVIEW, 40_000)


# Pictures of a scene full of detail (2.2.4-g), which the LEA's component may make fit

@by_role("the camera sent an overview of 40,000 bytes, and the LEA's component made it fit", {"camera": "2.2.4-f"},
         {"lea": {"2.2.4-g": "1 observation;"}, "nas": {}})
def lea_made_it_fit(story):
    story.detailed.overview = HEAVY
    story.detailed.images_at_nas = {"overview": OVERVIEW}


@by_role("the LEA's component left out an overview that the camera had sent", {"lea": "2.2.4-g"}, {"camera": {}, "nas": {}})
def lea_left_the_overview_out(story):
    story.detailed.images_at_nas = {"overview": None}


@by_role("the LEA's component left out a patch that the camera had sent", {"lea": "2.2.4-g"}, {"camera": {}})
def lea_left_the_patch_out(story):
    story.detailed.images_at_nas = {"plate_patch": None}


@by_role("the camera sent what fits, and the LEA's component made 40,000 bytes of it", {"lea": "2.2.4-g"}, {"camera": {}, "nas": {}})
def lea_made_it_heavier(story):
    story.detailed.images_at_nas = {"overview": HEAVY}


@by_role("the camera left an overview out, and the LEA's component sent on what it had", {"camera": "2.2.4-g"})
def camera_left_the_overview_out(story):
    story.detailed.overview = None


@by_role("the camera sent 40,000 bytes, and the LEA's component sent them on, which is what had to be adjusted before it went to NAS",
         {"camera": ("2.2.4-g", {"2.2.4-f": "it is over the limit"}), "lea": "2.2.4-g"})
def neither_made_it_fit(story):
    story.detailed.overview = HEAVY


@by_role("the camera made no read of a scene full of detail", {"camera": "2.2.4-g"}, {"lea": {}})
def camera_missed_the_scene(story):
    told = story.detailed.passes
    story.reads.remove(story.detailed)
    story.tells(80.12, "pass", **told)


# Marks

@by_role("the LEA's component put a space into a mark, and NAS kept what it was sent", clears={"camera": {}, "nas": {}})
def lea_put_a_space_in(story):
    story.plain.alter_on_the_way = lambda text: text.replace(b"AB00CDE", b"AB00 CDE")


@by_role("the LEA's component altered a mark that is on a list, and NAS gave no hit of what it was sent", clears={"camera": {}, "nas": {}})
def lea_altered_a_listed_mark(story):
    story.listed.alter_on_the_way = lambda text: text.replace(b"AA00BBB", b"AA00BBC")
    story.listed.hits.clear()


@by_role("the camera of a mobile unit sent a mark with a space", {"camera": "2.2.1-c"}, {"lea": {}, "nas": {}})
def space_by_a_mobile(story):
    story.mobile.fields["vrm"] = "AC01 DDD"
    story.mobile.hits.clear()


@by_role("NAS refused a read with a Source ID of 0, as it may", {"camera": "2.3-b"}, {"nas": {}, "lea": {}})
def zero_was_refused(story):
    refused_by_nas(story)


@by_role("NAS refused a read in which nothing is wrong", {"nas": "3.1-a"}, {"camera": {}, "lea": {}})
def good_read_refused(story):
    legal_read_refused(story)


@by_role("a test of connectivity at a camera had another mark than QQ111QQQ", {"camera": "2.1-a"}, {"lea": {}, "nas": {}})
def tested_a_camera_with_another_mark(story):
    story.test.fields["vrm"] = story.told("connectivity.test")["vrm"] = "TE57ABC"


@by_role("a test of connectivity at the LEA's component had another mark than QQ111QQQ", {"lea": "2.1-a"})
def tested_the_lea_with_another_mark(story):
    story.typed.fields["vrm"] = "TE57ABC"
    story.tells(59, "connectivity.test", component="lea:35", vrm="TE57ABC", read_id=story.typed.read_id)


@by_role("a test of connectivity in a mobile unit had another mark than QQ111QQQ", {"camera": "2.1-a", "mobile": "2.1-a"}, {"lea": {}})
def tested_a_mobile_with_another_mark(story):
    story.told("connectivity.test").update(component=f"camera:{MOBILE}", vrm="TE57ABC")
    read, mobile = story.test, story.mobile
    read.camera, read.read_id = MOBILE, f"{MOBILE}:7"
    read.fields = {**mobile.fields, "vrm": "TE57ABC", "time": read.fields["time"]}
    read.id_at_nas = story.told("connectivity.test")["read_id"] = read.read_id


# Failures (7), and what was lost

@by_role("the LEA's component never kept a read of an outage", {"lea": "7-b"}, {"mobile": {}, "nas": {}}, Outage)
def lea_kept_nothing(story):
    _lost(story, None)
    story.kept[1].buffered_at = None


@by_role("the LEA's component never kept a read while NAS was down", {"lea": "7-b"}, {"mobile": {}, "nas": {}}, NasDown)
def lea_kept_nothing_while_nas_was_down(story):
    _lost(story, None)
    story.kept[1].buffered_at = None


@by_role("the LEA's component kept a read of an outage, and did not deliver it", {"lea": "7-c"}, {"mobile": {}, "nas": {}},
         Outage)
def lea_did_not_deliver(story):
    _lost(story, None)


@by_role("NAS acknowledged what had been kept in an outage, and lost it", {"nas": "3.1-a"}, {"lea": {"7-b": observed(3)}, "camera": {}},
         Outage)
def nas_lost_what_was_kept(story):
    story.kept[1].returned = False


@by_role("NAS received what had been kept in an outage, and never acknowledged it", {"nas": "3.1-a"}, {"lea": {"7-b": observed(3)}}, Outage)
def nas_never_acknowledged_what_was_kept(story):
    story.kept[1].acknowledged_at = story.kept[1].deleted_at = None
    story.kept[1].returned = False


class MobileOutage(Outage):
    """An outage of a mobile unit's link to NAS: its own component keeps three reads of its camera."""

    def fails(self):
        for read in self.kept:
            read.lea, read.camera, read.passes["camera"] = "mobile:35-40", MOBILE, MOBILE
            read.passes |= {key: self.mobile.passes[key] for key in ("latitude", "longitude")}
            read.fields |= {"source_id": 40, "nrd_id": 1, "username": "PC1234", "location": self.mobile.fields["location"],
                            "camera_class": "mobile"}
        for number, up in ((100, False), (150, True)):
            self.tells(number, "link", **{"from": "mobile:35-40", "to": "nas", "up": up})


@by_role("a mobile unit kept three reads of an outage, and delivered them", clears={"mobile": {"7-b": observed(3), "7-c": observed(3)},
                                                                                    "lea": {}}, story=MobileOutage)
def mobile_kept_its_reads(story):
    pass


@by_role("a mobile unit never kept a read of an outage", {"mobile": "7-b"}, {"lea": {}, "nas": {}}, MobileOutage)
def mobile_kept_nothing(story):
    _lost(story, None)
    story.kept[1].buffered_at = None


@by_role("a mobile unit deleted a read in an outage", {"mobile": "7-b"}, {"lea": {}}, MobileOutage)
def mobile_deleted_a_read(story):
    _lost(story, 120)


@by_role("a mobile unit kept a read of an outage, and did not deliver it", {"mobile": "7-c"}, {"lea": {}}, MobileOutage)
def mobile_did_not_deliver(story):
    _lost(story, None)


@by_role("a mobile unit failed with a read that it had, and the read was gone when it was back", {"mobile": "7-b"}, {"lea": {}, "nas": {}},
         MobileOutage)
def mobile_failed_with_a_read(story):
    story.more = [event for event in story.more if event[1] != "link"]
    for number, up in ((115.5, False), (150, True)):
        story.tells(number, "component", component="mobile:35-40", up=up)
    for read in (story.kept[0], story.kept[2]):
        story.reads.remove(read)
    _lost(story, None)
    story.kept[1].buffered_at = None


# Lists (5)

@by_role("a list says Arrest for an action, and NAS turned that row away", {"source": "5-d"}, {"nas": {}},
         met={"nas": ["5-d", "5-m"]})
def wrong_action_turned_away(story):
    _faulty_row(COLUMN["ACTION"], _row_with(COLUMN["ACTION"], "Arrest"))(story)


@by_role("a list says Arrest for an action, and NAS took that row in", {"source": "5-d", "nas": ("5-m", {"5-d": "it was taken in"})})
def wrong_action_taken_in(story):
    wrong_action_turned_away(story)
    story.more = [event for event in story.more if event[1] != "voi.row_refused"]
    story.list_is_loaded("35_Likewise.csv", LIST_HEADER + _row_with(COLUMN["GSC"], "SECRET"), staged=True)
    story.tells(-19.95, "voi.row_refused", file="35_Likewise.csv", row=1, column=COLUMN["GSC"], reason="expected OFFICIAL")


@by_role("the tester made a list's fault, and NAS turned it away", clears={"source": {}, "nas": {}},
         met={"source": ["5-k"], "nas": ["5-d", "5-m"]})
def staged_and_turned_away(story):
    story.list_is_loaded("35_Staged.csv", LIST_HEADER + _row_with(COLUMN["GSC"], "SECRET"), staged=True)
    story.tells(-19.95, "voi.row_refused", file="35_Staged.csv", row=1, column=COLUMN["GSC"], reason="expected OFFICIAL")


@by_role("the tester made a list's fault, and NAS gave a hit of it", clears={"source": {}})
def staged_and_taken_in(story):
    story.list_is_loaded("35_Staged.csv", LIST_HEADER + list_row("AE00FGH", "Arrest"), staged=True)
    story.another("AE00FGH").gives_hit("35_Staged.csv", 1)


@by_role("NAS turned away a row in which nothing is wrong", {"nas": "5-m"}, {"source": {}})
def good_row_turned_away(story):
    _faulty_row(1, list_row("AL00LLL"))(story)


@by_role("a list bears a code that nobody has, and NAS turned it away", {"source": "5-a"}, {"nas": {}}, met={"nas": ["5-a"]})
def unknown_code_turned_away(story, **members):
    story.list_is_loaded("99_Nobody.csv", LIST_HEADER + GOOD, owner="35", **members)
    story.never_in_force.add("99_Nobody.csv")
    story.tells(-19.9, "voi.refused", file="99_Nobody.csv", owner="35", reason="expected a code of Annex A and an underscore")


@by_role("the tester gave a list a code that nobody has, and NAS turned it away", clears={"source": {}, "nas": {}},
         met={"nas": ["5-a"]})
def staged_code_turned_away(story):
    unknown_code_turned_away(story, staged=True)


@by_role("a list bears a code that nobody has, and NAS put it in force", {"source": "5-a", "nas": "5-a"})
def unknown_code_in_force(story):
    story.list_is_loaded("99_Nobody.csv", LIST_HEADER + GOOD)


@by_role("NAS let another force delete a list", {"nas": "5-l"}, {"source": {}})
def deleted_by_a_stranger(story):
    deleted_by_another(story)


@by_role("No Alert stands beside Stop on a list", {"source": "5-n"}, {"nas": {}})
def no_alert_on_a_list_that_stops(story):
    no_alert_beside_stop(story)


@by_role("somebody looked at entries that name nobody to ask", {"source": "5-p"}, {"nas": {}})
def entries_that_name_nobody(story):
    story.inspected["5-p"] = [b"Cambs A\n01223 000000\nStop and search\n"]
    story.inspection_result["5-p"] = "fail"


# Hits

@by_role("a hit of a weeded entry", {"nas": ("5-j", INVENTED)}, {"source": {}, "operator": {}})
def weeded_and_hit(story):
    on_the_weed_date(story)


@by_role("a hit went to an operator who may not see it", {"nas": "5-q"}, {"operator": {}, "source": {}})
def told_who_may_not_see(story):
    hit_of_somebody_else(story)


@by_role("the live link was down, and NAS missed an entry of the Extract", {"nas": ("4-d", MISSED)}, {"mobile": {}}, National)
def nas_missed_the_extract(story):
    extract_missed(story)


@by_role("the live link was down, and NAS gave the hit of the Extract late", {"nas": ("4-d", {"6-d": "a hit is due within 2 s"})},
         {"mobile": {}}, National)
def nas_late_with_the_extract(story):
    hit_of_the_extract_late(story)


@by_role("the PNC issued the Extract twice in 25 hours, and NAS had each at once", clears={"nas": {}},
         story=National)
def pnc_issued_too_little(story):
    two_issues_in_a_day(story)


@by_role("the LEA never sent on a read of a listed mark, so that there was no hit", {"lea": "6-c"}, {"nas": {}, "camera": {}})
def no_hit_of_what_never_came(story):
    story.listed.never_reaches_nas()
    story.listed.hits.clear()


@by_role("the symbol that an operator was shown is another force's", {"nas": "A-a"}, {"mobile": {}}, National)
def another_force_s_symbol(story):
    story.symbol["text"] = "CHESH"
