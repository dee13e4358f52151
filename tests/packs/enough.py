"""A pack that shows enough for every requirement that has a case: each of them is met, so none is merely never looked at."""
import images
from base_story import LIST, STATIC_PLACE, WHAT_ENTRIES_SAY
from clause_4 import National
from packs import legal
from story import LIST_HEADER, list_row, seconds


class ThreeThousandReads(National):
    """The base story with national data; 3,000 hits, for the budgets; of what only some reads show, 60 each; an outage at the end."""

    def __init__(self):
        super().__init__()
        self.plain.overview = images.geotagged(images.OVERVIEW, *STATIC_PLACE)
        self.inspected["2.2.4-i"].append(self.plain.overview)
        self.inspected["5-p"] = [WHAT_ENTRIES_SAY]
        for _ in range(3_000):
            self.another("AA00BBB").gives_hit(LIST, 1)
        for _ in range(60):
            self.another(None)
            self.another("AD01EFG").passes["detailed_scene"] = True
            self.adds(self.cctv_read(len(self.reads) + 1))
            self.adds(self.mobile_read(len(self.reads) + 1)).gives_hit(LIST, 2)
        for _ in range(5):
            self.connectivity_test(len(self.reads) + 1)
        self.has_lists_of_all_sorts()
        self.ends_in_an_outage()

    def has_lists_of_all_sorts(self):
        """A list that is graded, one with a row that the tester spoilt, one of somebody else's, and entries that are not in force today."""
        self.operators["op-cheshire-1"] = {"organisation": "07", "lists": ["07_*"], "online": True}
        self.list_is_loaded("35_Graded.csv", list_row("AK00KKK", grading="E41", start="01/06/2019"))
        self.list_is_loaded("35_Spoilt.csv", LIST_HEADER + list_row("AK01 KKK"), staged=True)
        self.tells(-19.8, "voi.row_refused", file="35_Spoilt.csv", row=1, column=1, reason="expected letters and digits alone")
        self.list_is_loaded("35_Another's.csv", list_row("AK02KKK"), owner="07")
        self.never_in_force.add("35_Another's.csv")
        self.tells(-19.8, "voi.refused", file="35_Another's.csv", owner="07", reason="it is Cambridgeshire's")
        self.list_is_loaded("35_Other days.csv", list_row("AK03KKK", weed="11/06/2019") + list_row("AK04KKK", start="12/06/2099"))
        self.another("AK03KKK")
        self.another("AK04KKK")

    def ends_in_an_outage(self):
        kept = [self.another() for _ in range(60)]
        down, up = kept[0].passed_at - seconds(1), kept[-1].passed_at + seconds(5)
        for at, state in ((down, False), (up, True)):
            self.more.append((at, "link", {"from": "lea:35", "to": "nas", "up": state}))
        for number, read in enumerate(kept):
            read.received_at = up + seconds(1 + number)
            read.acknowledged_at, read.deleted_at = read.received_at + seconds(.05), read.received_at + seconds(.1)


EVERY_ONE = ("2.1-a 2.2.1-a 2.2.1-b 2.2.1-c 2.2.1-d 2.2.2-a 2.2.2-b 2.2.3-a 2.2.3-b 2.2.3-c 2.2.3-e 2.2.3-f 2.2.4-a 2.2.4-b 2.2.4-c "
             "2.2.4-d 2.2.4-e 2.2.4-f 2.2.4-g 2.2.4-h 2.2.4-i 2.3-a 2.3-b 2.3-c 2.3-d 2.3-e 2.3-f 2.3-g 3.1-a 3.1-c 6-a 6-b 6-c 6-d "
             "7-b 7-c 4-a 4-b 4-d 5-a 5-b 5-c 5-d 5-e 5-f 5-g 5-h 5-i 5-j 5-k 5-l 5-m 5-n 5-o 5-p 5-q A-a").split()


@legal("three thousand clean reads show enough for every requirement that has a case", story=ThreeThousandReads, met=EVERY_ONE)
def three_thousand_reads(story):
    assert len(story.reads) > 3_000
