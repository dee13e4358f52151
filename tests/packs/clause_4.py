"""4 and Annex A: national data is run as lists are, the Extract stands in for the live link, and a hit shows whose list it is of."""
import hashlib

from base_story import BaseStory
from packs import breaks, legal
from story import LIST_HEADER, list_row, seconds

MISSED = {"6-a": "every read is matched against the PNC as well, and a hit is missing"}


class National(BaseStory):
    """The base story with national data: reads of an entry of each source; for the Extract's, the live link is down; symbols are shown."""

    def __init__(self):
        super().__init__()
        self.operators["op-cambs-1"]["lists"].append("pnc:*")
        self.data = {}
        for number, source in enumerate(("fast-track", "schengen", "mmc", "extract")):
            self.data[source] = LIST_HEADER + list_row(f"AP0{number % 2}PN{'CDEF'[number]}", reason="Other")
        self.more.append((self.at(-29), "pnc.link", {"up": True}))
        self.live = {source: self.another(self.mark(source)) for source in ("fast-track", "schengen")}
        self.referred = self.another(self.mark("mmc"))
        self.cut_off = [self.another(self.mark("extract")) for _ in range(2)]
        for source, read in (*self.live.items(), *(("extract", read) for read in self.cut_off)):
            read.gives_hit(f"pnc:{source}", 1).source = source
        self.more.append((self.cut_off[0].passed_at - seconds(1), "pnc.link", {"up": False}))
        self.more.append((self.cut_off[-1].passed_at + seconds(5), "pnc.link", {"up": True}))
        self.symbol = {"component": "operator:op-cambs-1", "hit_id": self.listed.hits[0].hit_id, "action": "Stop", "text": "CAMBS"}
        self.more.append((self.listed.hits[0].delivered_at, "symbol.shown", self.symbol))

    def mark(self, source):
        return self.data[source].splitlines()[1].split(",")[0]

    def _standing(self, pack):
        yield from super()._standing(pack)
        for source in ("fast-track", "schengen", "mmc"):
            yield self.at(-29), "pnc.entries", {"source": source, "sha256": pack.voi_list(self.data[source].encode())}
        yield self.at(-29), "pnc.extract_issued", {"version": "1", "sha256": pack.voi_list(self.data["extract"].encode())}
        yield self.at(-28), "pnc.extract_loaded", {"version": "1", "component": "nas"}


@legal("national data, each of whose sources gives its hit, but for MMC, which gives none by itself (R-33)", story=National)
def national_data(story):
    assert not story.referred.hits


@breaks("4-a", "an entry of Fast Track gave no hit", also=MISSED, story=National)
def fast_track_missed(story):
    story.live["fast-track"].hits.clear()


@breaks("4-a", "an entry of Schengen gave no hit", also=MISSED, story=National)
def schengen_missed(story):
    story.live["schengen"].hits.clear()


@breaks("4-a", "MMC data gave a hit by itself (R-33)", story=National)
def hit_of_mmc(story):
    story.referred.gives_hit("pnc:mmc", 1).source = "mmc"


@breaks("4-b", "of three Extracts that the PNC issued one was never made available", story=National)
def issue_never_loaded(story):
    extract = {"sha256": hashlib.sha256(story.data["extract"].encode()).hexdigest()}
    for version in ("2", "3"):
        story.tells(int(version), "pnc.extract_issued", version=version, **extract)
    story.tells(4, "pnc.extract_loaded", version="3", component="nas")


@breaks("4-b", "the PNC issued the Extract twice in 25 hours", story=National)
def two_issues_in_a_day(story):
    extract = {"sha256": hashlib.sha256(story.data["extract"].encode()).hexdigest()}
    for hour, version in ((12, "2"), (25, "3")):
        story.tells(hour * 3600, "pnc.extract_issued", version=version, **extract)
        story.tells(hour * 3600 + 1, "pnc.extract_loaded", version=version, component="nas")


@breaks("6-a", "a hit of Fast Track for a mark that is not in it", story=National)
def hit_of_fast_track_invented(story):
    story.plain.gives_hit("pnc:fast-track", 1).source = "fast-track"


@breaks("4-d", "the live link was down, and the hit of the Extract was 2.2 s on its way (R-17)",
        also={"6-d": "a hit is due within 2 s of its read's receipt"}, story=National)
def hit_of_the_extract_late(story):
    hit = story.cut_off[1].hits[0]
    hit.sent_at, hit.delivered_at = story.cut_off[1].received_at + seconds(2.1), story.cut_off[1].received_at + seconds(2.2)


@breaks("4-d", "the live link was down, and of two reads of an entry of the Extract one gave no hit", also=MISSED, story=National)
def extract_missed(story):
    story.cut_off[1].hits.clear()


def _shows(text):
    def change(story):
        story.symbol["text"] = text
    return change


for name, text, why in (("whole_name", "CAMBRIDGESHIRE", "the name written out"), ("code", "35", "the code"), ("another_force", "CHESH",
                                                                                                               "Cheshire"),
                        ("small_letters", "cambs", "small letters"), ("nothing", "", "nothing")):
    breaks("A-a", f"the symbol of a hit of a Cambridgeshire list shows not CAMBS but this: {why}", name=name, story=National)(_shows(text))
