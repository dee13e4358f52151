"""Claims: what a vendor says that a system does not have. The evidence may bear a claim out, or deny it: then the claim has failed."""
import images
from base_story import STATIC_PLACE
from packs import breaks, legal

FALSE = "the claim that there is none is denied by the evidence: "
OVERVIEWS = {"2.2.4-f": "the same claim spares the system this requirement"}


def _claiming(claim, change=lambda story: None):
    def claiming(story):
        story.claims.append(claim)
        change(story)
    return claiming


def _geotag(story):
    story.plain.overview = images.geotagged(images.OVERVIEW, *STATIC_PLACE)


for requirement, claim, also, change, why in (
        ("2.2.1-d", "no-unread-passes", {}, lambda story: None, "a read with QQQQQQQ"),
        ("2.2.4-a", "not-lea-controlled", {}, lambda story: None, "the register has the cameras under an LEA's control"),
        ("2.2.4-e", "no-overview", OVERVIEWS, lambda story: None, "reads with overviews"),
        ("2.2.4-h", "no-geotag", {}, _geotag, "an overview with its place"),
        ("2.3-d", "no-lane-id", {}, lambda story: None, "a read with a lane"),
        ("2.3-e", "no-alias-id", {}, lambda story: None, "a read with an alias"),
        ("2.3-g", "no-preset-id", {}, lambda story: None, "a read with a preset")):
    breaks(requirement, FALSE + why, also, "claimed_to_have_none")(_claiming(claim, change))


def _no_unread(story):
    for camera in story.cameras.values():
        camera.pop("records_unread", None)
    story.reads.remove(story.unread)


def _no_lea(story):
    for camera in story.cameras.values():
        camera["lea_controlled"] = False


def _no_overview(story):
    for read in story.reads:
        read.overview = None
    story.inspected["2.2.4-i"] = [images.PATCH]


def _without_field(member):
    return lambda story: story.cctv.fields.pop(member)


BORNE_OUT = {"no-unread-passes": _no_unread, "not-lea-controlled": _no_lea, "no-overview": _no_overview, "no-geotag": lambda story: None,
             "no-lane-id": _without_field("lane_id"), "no-alias-id": _without_field("alias_id"),
             "no-preset-id": _without_field("preset_id")}
for claim, change in BORNE_OUT.items():
    legal(f"the claim {claim} is borne out", name="claims/" + claim.replace("-", "_"))(_claiming(claim, change))


@legal("every claim at once, of a system that has none of it")
def every_claim(story):
    for claim, change in BORNE_OUT.items():
        _claiming(claim, change)(story)
