"""4: Fast Track, Extract, Schengen and MMC data are run; the Extract stands in for the live link while that is down."""
from packs import breaks
from story import list_row, seconds

LIVE, OLD, SCHENGEN, MMC = "AN00AAA", "AN01AAA", "AN02AAA", "AN03AAA"
NOT_MATCHED = {"6-a": "a read that matches national data gave no hit of it"}


def has_national_data(story):
    """One record in each source, an hour before the story; the Extract's is not in Fast Track any more."""
    before = -3_600
    story.operators["op-cambs-1"]["lists"].append("pnc:*")
    for source, mark in (("fast-track", LIVE), ("schengen", SCHENGEN), ("mmc", MMC)):
        story.tells(before, "pnc.entries", source=source, sha256=story.sha256_of(list_row(mark, pnc_id=f"PNC-{mark}")))
    story.tells(before, "pnc.extract_issued", version="1", sha256=story.sha256_of(list_row(OLD, pnc_id=f"PNC-{OLD}")))
    story.tells(before + 1, "pnc.extract_loaded", version="1")


def gives(read, source):
    hit = read.gives_hit(f"pnc:{source}", 1)
    hit.source = source
    return hit


def link_is_down_for(story, read):
    story.more.append((read.passed_at - seconds(3), "pnc.link", {"up": False}))
    story.more.append((read.passed_at + seconds(6), "pnc.link", {"up": True}))


@breaks("4-a", "MMC data gave a hit by itself (R-33)")
def hit_of_mmc(story):
    has_national_data(story)
    gives(story.another(MMC), "mmc")


@breaks("4-a", "no read that matches Schengen data gave a hit", NOT_MATCHED)
def no_hits_of_schengen(story):
    has_national_data(story)
    story.another(SCHENGEN)
    gives(story.another(LIVE), "fast-track")


@breaks("4-b", "an Extract was issued and never loaded before the next")
def never_loaded(story):
    has_national_data(story)
    for version in ("2", "3"):
        story.tells(int(version), "pnc.extract_issued", version=version, sha256=story.sha256_of(list_row(OLD, pnc_id=f"PNC-{OLD}")))
    story.tells(4, "pnc.extract_loaded", version="3")


@breaks("4-d", "the live link was down, and the Extract gave no hit", {**NOT_MATCHED, "4-a": "the Extract gave none at all"})
def extract_not_used(story):
    has_national_data(story)
    link_is_down_for(story, story.another(OLD))


@breaks("4-d", "the live link was down, and the Extract gave its hit after 2.1 s", {"6-d": "a hit is due within 2 s of the read's receipt"})
def extract_too_late(story):
    has_national_data(story)
    read = story.another(OLD)
    link_is_down_for(story, read)
    hit = gives(read, "extract")
    hit.sent_at, hit.delivered_at = read.received_at + seconds(2.1), read.received_at + seconds(2.2)


@breaks("6-a", "a record of Fast Track gave no hit", {"4-a": "Fast Track gave none at all"})
def fast_track_missed(story):
    has_national_data(story)
    story.another(LIVE)


@breaks("6-a", "a hit of national data for a mark that it does not hold")
def fast_track_invented(story):
    has_national_data(story)
    gives(story.plain, "fast-track")
