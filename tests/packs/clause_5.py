"""5: lists keep to the template, NAS turns away what does not, entries have their days, lists their owners, hits their readers."""
from base_story import LIST
from packs import breaks
from story import LIST_HEADER, list_row

MORE = "35_More.csv"
HIT = {"6-a": "a hit that no entry in force explains"}


def _row(requirement, name, why, **cells):
    """A list of which one row is at fault, by whoever keeps it; the mark is nobody's."""
    def change(story):
        story.list_is_loaded(MORE, LIST_HEADER + list_row(**{"vrm": "AK00KKK", **cells}))
    breaks(requirement, why, name=name)(change)


_row("5-b", "no_area", "a column that must be filled is empty (R-18)", area="")
_row("5-b", "no_reason", "a column that must be filled is empty (R-18)", reason="")
_row("5-c", "space", "a mark with a space in it", vrm="AK00 KKK")
_row("5-c", "hyphen", "a mark with a hyphen in it", vrm="AK00-KKK")
_row("5-c", "accent", "a mark with a letter that is none of the alphabet's 26", vrm="AK00KK\u00c9")
_row("5-d", "action_in_capitals", "an action that is not to the letter (R-21)", action="STOP")
_row("5-d", "action_with_a_blank", "a blank stands behind the action", action="Stop ")
_row("5-d", "no_such_reason", "a reason that is none of the template's", reason="Theft")
_row("5-d", "reason_in_small_letters", "a reason that is not to the letter (R-21)", reason="drugs")
_row("5-d", "do_not_use", "the note not to use a word is no part of it (R-21)", reason="No Insurance DO NOT USE")
_row("5-d", "no_such_marking", "a marking that is neither of the two", marking="SECRET")
_row("5-e", "two_reasons", "two reasons in a row", reason='"Drugs, Cloned"')
_row("5-e", "two_reasons_by_a_slash", "two reasons in a row", reason="Drugs/Cloned")
_row("5-f", "no_mot", "a force's list gives a reason that is kept for national ones (R-35)", reason="No MOT")
_row("5-f", "no_keeper", "a force's list gives a reason that is kept for national ones (R-35)", reason="No Keeper")
_row("5-g", "x", "a grading with an X", grading="3x5x2")
_row("5-g", "space", "a grading with spaces", grading="E 4 1")
_row("5-h", "199_characters", "a free text of 199 characters", information="x" * 199)
_row("5-h", "carriage_return", "a free text of two lines", information='"Stop\rand search"')
_row("5-h", "line_feed", "a free text of two lines", information='"Stop\nand search"')
_row("5-i", "iso_8601", "a weed date by ISO 8601", weed="2099-12-31")
_row("5-i", "no_such_day", "a weed date that the calendar does not have", weed="31/06/2099")
_row("5-i", "two_digits", "a year of two digits", weed="31/12/99")
_row("5-i", "start", "a start date without its zero", start="1/06/2019")
_row("5-k", "two_markings", "two security markings in a row", marking='"OFFICIAL, OFFICIAL-SENSITIVE"')


def _list(requirement, name, why, content, file=MORE, also=None, **members):
    def change(story):
        story.list_is_loaded(file, content, **members)
    breaks(requirement, why, also, name)(change)


_list("5-a", "no_code", "a list's name begins with no code", list_row("AK00KKK"), "Cambs List.csv", owner="35")
_list("5-a", "unknown_code", "a list's name begins with a code that nobody has", list_row("AK00KKK"), "99_List.csv")
_list("5-a", "no_underscore", "no underscore stands behind the code", list_row("AK00KKK"), "35 List.csv", owner="35")
_list("5-a", "small_letters", "a code in small letters", list_row("AK00KKK"), "tutelage_List.csv")
_list("5-b", "15_columns", "a list without the sixth column (R-18)", list_row("AK00KKK").replace("Stop,,", "Stop,"))
_list("5-b", "17_columns", "a row of 17 columns", list_row("AK00KKK").replace("\r\n", ",\r\n"))
_list("5-b", "semicolons", "semicolons for commas (R-23)", list_row("AK00KKK").replace(",", ";"))
_list("5-b", "order", "two columns have changed places", LIST_HEADER.replace("MAKE,MODEL", "MODEL,MAKE") + list_row("AK00KKK"))
_list("5-b", "open_quote", "a quote that is never closed (R-23)", '"' + list_row("AK00KKK"))
_list("5-l", "anothers_code", "a list under another organisation's code took effect", list_row("AK00KKK"), owner="07")
_list("5-n", "among_others", "No Alert on a list that asks for action, too", list_row("AK00KKK", "No Alert") + list_row("AK01KKK"))


@breaks("5-l", "another organisation replaced a list")
def replaced_by_another(story):
    story.list_is_loaded(MORE, list_row("AK00KKK"), -25)
    story.list_is_loaded(MORE, list_row("AK01KKK"), -20, owner="07")


@breaks("5-l", "another organisation removed a list")
def removed_by_another(story):
    story.list_is_loaded(MORE, list_row("AK00KKK"), -25)
    story.tells(-20, "voi.deleted", file=MORE, owner="07")


@breaks("5-j", "a hit of an entry on its weed date (R-20)", HIT)
def hit_on_the_weed_date(story):
    story.list_is_loaded(MORE, list_row("AE00FGH", weed="11/06/2019"))
    story.another("AE00FGH").gives_hit(MORE, 1)


@breaks("5-o", "a hit of an entry the day before its start date", HIT)
def hit_before_the_start_date(story):
    story.list_is_loaded(MORE, list_row("AE00FGH", start="12/06/2019"))
    story.another("AE00FGH").gives_hit(MORE, 1)


@breaks("5-q", "a hit went to an operator of another force, too")
def hit_at_a_stranger(story):
    story.operators["op-cheshire-1"] = {"organisation": "07", "lists": ["07_*"], "online": True}
    story.listed.hits[0].operators.append("op-cheshire-1")


def _staged(story, row, *refusals):
    """A list with a fault that the tester made, and what NAS says of its rows."""
    story.list_is_loaded(MORE, LIST_HEADER + list_row("AK00KKK") + row, staged=True)
    for column, reason in refusals:
        story.tells(-19.8, "voi.row_refused", file=MORE, row=2, column=column, reason=reason)


@breaks("5-m", "a refused row is told of with a column that is not at fault")
def wrong_column(story):
    _staged(story, list_row("AK01 KKK"), (2, "a space"))


@breaks("5-m", "a refused row is told of without a reason")
def no_reason(story):
    _staged(story, list_row("AK01 KKK"), (1, ""))


@breaks("5-m", "a row that keeps to the template is turned away")
def sound_row_refused(story):
    _staged(story, list_row("AK01KKK"), (3, "no such model"))


@breaks("5-m", "an operator is shown another action than the entry's")
def another_action(story):
    story.tells(12, "symbol.shown", component="operator:op-cambs-1", hit_id=story.listed.hits[0].hit_id, action="Assess", text="CAMBS")


@breaks("5-h", "NAS took in a row with a free text of 199 characters: it gave a hit", name="taken_in")
def taken_in(story):
    _staged(story, list_row("AE00FGH", information="x" * 199), (9, "at most 198 characters"))
    story.another("AE00FGH").gives_hit(MORE, 2)
