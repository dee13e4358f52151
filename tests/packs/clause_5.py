"""5: lists by the template. NAS turns away what breaks it, so that the list's owner alone is to blame, unless the pack says otherwise."""
from base_story import WHAT_ENTRIES_SAY
from packs import breaks
from story import LIST_HEADER, list_row

GOOD = list_row("AK00KKK")
COLUMN = {name: number for number, name in enumerate(LIST_HEADER.strip().split(","), start=1)}


def _row_with(column, value):
    """A row in which a cell, by its column's number, holds `value`."""
    cells = GOOD[:-2].split(",")
    cells[column - 1] = value
    return ",".join(cells) + "\r\n"


def _faulty_row(column, row):
    """A list of a good row and this one, which NAS turns away."""
    def change(story):
        story.list_is_loaded("35_More.csv", LIST_HEADER + GOOD + row)
        story.tells(-19.95, "voi.row_refused", file="35_More.csv", row=2, column=column, reason="expected what the template says")
    return change


def _named(name):
    """A list of this name, which NAS turns away whole."""
    def change(story):
        story.list_is_loaded(name, LIST_HEADER + GOOD)
        story.never_in_force.add(name)
        story.tells(-19.9, "voi.refused", file=name, owner="35", reason="expected a code of Annex A and an underscore")
    return change


for name, file, why in (("no_code", "Cambs VOI List.csv", "no code of Annex A"), ("unknown_code", "99_Nobody.csv", "nobody has 99"),
                        ("no_underscore", "35 Cambs VOI List.csv", "a space for the underscore"),
                        ("hyphen", "35-Cambs VOI List.csv", "a hyphen for the underscore"),
                        ("no_leading_zero", "7_Cheshire VOI List.csv", "Cheshire is 07"),
                        ("small_letters", "tutelage_National.csv", "TUTELAGE, in small letters"),
                        ("abbreviation", "CAMBS_VOI List.csv", "what the symbol shows, and not the code")):
    breaks("5-a", f"the name of a list: {why}", name=name)(_named(file))

for requirement, column, cases in (
        ("5-c", COLUMN["VRM"], (("space", "AK00 KKK", "a space"), ("hyphen", "AK-00KKK", "a hyphen"), ("wildcard", "AK00*", "an asterisk"),
                                ("no_break_space", "AK00\u00a0KKK", "a no-break space"))),
        ("5-d", COLUMN["ACTION"], (("action_in_capitals", "STOP", "STOP for Stop"), ("action_of_its_own", "Arrest",
                                                                                     "an action of its own"))),
        ("5-d", COLUMN["REASON"], (("reason_in_small_letters", "drugs", "drugs for Drugs"), ("reason_of_its_own", "Terrorism",
                                                                                             "a reason of its own"))),
        ("5-d", COLUMN["GSC"], (("marking_of_another_level", "SECRET", "SECRET"), ("marking_in_small_letters", "Official", "Official"))),
        ("5-e", COLUMN["REASON"], (("two_reasons", '"Drugs, Cloned"', "two reasons"), ("two_reasons_with_a_stroke", "Drugs/Cloned",
                                                                                       "two reasons"))),
        ("5-k", COLUMN["GSC"], (("two_markings", "OFFICIAL OFFICIAL-SENSITIVE", "two markings"),)),
        ("5-f", COLUMN["REASON"], (("no_insurance", "No Insurance", "No Insurance"), ("no_mot", "No MOT", "No MOT"), ("no_tax", "No Tax",
                                                                                                                      "No Tax"),
                                   ("no_keeper", "No Keeper", "No Keeper"))),
        ("5-g", COLUMN["INTEL 3X5X2"], (("with_x", "2XBX2", "the letter X"), ("with_spaces", "2 B 2", "spaces"))),
        ("5-h", COLUMN["INFORMATION/ ACTION"], (("characters_199", "x" * 199, "199 characters"),
                                                ("carriage_return", '"Stop\rand search"', "a carriage return"))),
        ("5-i", COLUMN["WEED DATE"], (("weed_year_first", "2099-12-31", "the year first"), ("weed_short_year", "31/12/99",
                                                                                            "a year of two digits"),
                                      ("weed_no_such_day", "31/02/2099", "a day that there is not"))),
        ("5-i", COLUMN["START DATE"], (("start_year_first", "2019-06-01", "the year first"), ("start_in_words", "1 June 2019",
                                                                                              "a month in words")))):
    for name, value, why in cases:
        breaks(requirement, f"a row of a list: {why}", name=name)(_faulty_row(column, _row_with(column, value)))


@breaks("5-b", "a row has fifteen columns")
def column_missing(story):
    _faulty_row(16, GOOD[:-2].rsplit(",", 1)[0] + "\r\n")(story)


@breaks("5-b", "a row has seventeen columns")
def column_too_many(story):
    _faulty_row(17, GOOD[:-2] + ",more\r\n")(story)


@breaks("5-m", "NAS turned away a row that keeps to the template")
def good_row_refused(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + GOOD + list_row("AL00LLL"))
    story.tells(-19.95, "voi.row_refused", file="35_More.csv", row=2, column=1, reason="expected another mark")


TAKEN_IN = {"5-d": "what breaks the template is turned away"}


def _staged(*refusals):
    """Two lists in each of which the tester made the second row wrong, and what NAS says of them: of the second as it should be."""
    def change(story):
        for file in ("35_Staged.csv", "35_Likewise.csv"):
            rows = GOOD + list_row("AL00LLL", "Arrest") + list_row("AM00MMM")
            story.list_is_loaded(file, LIST_HEADER + rows, staged=True)
        said = [("35_Staged.csv", row, column) for row, column in refusals] + [("35_Likewise.csv", 2, COLUMN["ACTION"])]
        for file, row, column in said:
            story.tells(-19.95, "voi.row_refused", file=file, row=row, column=column, reason="expected what the template says")
    return change


breaks("5-m", "NAS says nothing of a row that the tester made wrong", also=TAKEN_IN, name="staged_row_not_refused")(_staged())
breaks("5-m", "NAS turned away the row behind the one that is wrong", also=TAKEN_IN, name="staged_row_counted_wrong")(
    _staged((3, COLUMN["ACTION"])))
breaks("5-m", "NAS names another column than the one that is wrong", name="staged_row_of_another_column")(_staged((2, COLUMN["REASON"])))
breaks("5-m", "NAS turned away a good row beside the wrong one", name="staged_row_and_a_good_one")(
    _staged((2, COLUMN["ACTION"]), (3, COLUMN["ACTION"])))


@breaks("5-d", "a row has drugs for Drugs, and NAS loaded it all the same, and gave its hit")
def faulty_row_loaded(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AE00FGH", reason="drugs"))
    story.another("AE00FGH").gives_hit("35_More.csv", 1)


@breaks("5-n", "an entry with No Alert stands among entries that stop vehicles: the list is not for monitoring alone")
def no_alert_beside_stop(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + GOOD + list_row("AL00LLL", "No Alert"))


@breaks("5-n", "an entry with No Alert stands last among entries that assess", name="no_alert_beside_assess")
def no_alert_beside_assess(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AK00KKK", "Assess") + list_row("AM00MMM", "Assess") +
                         list_row("AL00LLL", "No Alert"))


@breaks("5-b", "two columns have changed places")
def columns_in_another_order(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER.replace("MAKE,MODEL", "MODEL,MAKE") + GOOD)
    story.tells(-19.95, "voi.row_refused", file="35_More.csv", row=0, column=2, reason="expected MAKE")


@breaks("5-b", "semicolons for commas: rows of one column (R-23)")
def semicolons(story):
    _faulty_row(2, GOOD.replace(",", ";"))(story)


@breaks("5-b", "a column that must be filled is empty: LEA AND AREA (R-18)")
def mandatory_cell_empty(story):
    _faulty_row(10, _row_with(10, ""))(story)


@breaks("5-l", "a list of Cambridgeshire was replaced by Cheshire")
def replaced_by_another(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + GOOD, -25)
    story.list_is_loaded("35_More.csv", LIST_HEADER + list_row("AL00LLL"), owner="07")


@breaks("5-l", "a list of Cambridgeshire was deleted by Cheshire")
def deleted_by_another(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + GOOD, -25)
    story.tells(-20, "voi.deleted", file="35_More.csv", owner="07")


@breaks("5-l", "a list of Cambridgeshire was uploaded by Cheshire, and put in force")
def uploaded_by_another(story):
    story.list_is_loaded("35_More.csv", LIST_HEADER + GOOD, owner="07")


@breaks("5-p", "somebody looked at the entries of a list, and nobody can be asked at night")
def nobody_to_ask(story):
    story.inspected["5-p"] = [WHAT_ENTRIES_SAY]
    story.inspection_result["5-p"] = "fail"


@breaks("5-q", "a hit of a Cambridgeshire list went also to an operator of Cheshire, who does not see such lists")
def hit_of_somebody_else(story):
    story.operators["op-cheshire-1"] = {"organisation": "07", "lists": ["07_*"], "online": True}
    hit = story.listed.hits[0]
    story.tells((hit.delivered_at - story.start).total_seconds(), "hit.delivered", hit_id=hit.hit_id, operator="op-cheshire-1")


def _not_asked_for(what, **asked):
    @breaks("5-q", f"an operator was told of a hit outside the {what} that was asked for", name=f"told_outside_the_{what}")
    def told_all_the_same(story):
        story.operators["op-cambs-2"] = {"organisation": "35", "lists": ["35_*"], "online": True, **asked}
        for read in (story.listed, story.mobile):
            read.hits[0].operators.append("op-cambs-2")


_not_asked_for("area", cameras=["35-40-*"])
_not_asked_for("priority", actions=["Assess"])
