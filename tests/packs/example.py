"""The worked example, docs/examples/evidence-pack: one camera, three passes, one VOI list and one hit, told to the end.

    python3 tests/packs/example.py FOLDER

Every event that a whole pack needs is here, in the order in which it happens; nothing in it breaks a clause.
"""
import json
import pathlib
import sys
from datetime import datetime, timedelta, timezone

from evidence_pack import EvidencePack, instant

IMAGES = pathlib.Path(__file__).parent / "images"
START = datetime(2019, 6, 11, 7, 0, 0, tzinfo=timezone.utc)
CAMERA, LEA, OPERATOR, LIST = "35-12-42", "lea:35", "op-cambs-1", "35_Cambs VOI List.csv"
PLACE = {"latitude": 52.205101, "longitude": 0.121840}
VOI = ("VRM,MAKE,MODEL,COLOUR,ACTION,WARNING MARKERS,REASON,INTEL 3X5X2,INFORMATION/ ACTION,LEA AND AREA,START DATE,WEED DATE,PNC ID,GSC,CAD,"
       "CONTACT\r\n"
       "AA00BBB,FORD,FOCUS,BLUE,Stop,,Drugs,,Stop and search,Cambs A,,31/12/2099,,OFFICIAL,,01223 000000\r\n").encode("utf-8")


def at(seconds):
    return START + timedelta(seconds=seconds)


def tell_what_stands(pack):
    """Before the first read: the camera, who looks at which lists, what the store holds, and the list in force."""
    pack.event(instant(at(0)), "camera", camera=CAMERA, **{"class": "static"}, lea_controlled=True, records_unread=True, recorded=PLACE,
               surveyed={**PLACE, "uncertainty_m": 0.5}, position_source="gps")
    pack.event(instant(at(0)), "operator", operator=OPERATOR, organisation="35", lists=["35_*"], online=True)
    pack.event(instant(at(0)), "link", **{"from": LEA, "to": "nas"}, up=True)
    pack.event(instant(at(0)), "store.census", component="nas", count=0)
    digest = pack.voi_list(VOI)
    pack.event(instant(at(1)), "voi.uploaded", file=LIST, owner="35", sha256=digest)
    pack.event(instant(at(1.5)), "list.in_force", component="nas", file=LIST, version=digest)


def read_of(pack, mark, passed):
    """The bytes of a read. A vendor has them already, and copies them: they are not made anew for the pack."""
    return json.dumps({
        "vrm": mark or "QQQQQQQ", "time": passed.strftime("%d/%m/%Y %H:%M:%S"), "location": "52.205101,0.121840",
        "feed_id": "35", "source_id": 12, "nrd_id": 42, "username": "Unattended",
        "plate_patch": pack.image((IMAGES / "patch.jpg").read_bytes()), "overview": pack.image((IMAGES / "overview.jpg").read_bytes()),
    }).encode("utf-8")


def tell_a_pass(pack, number, mark):
    """A vehicle passes; its read goes by the LEA's component to NAS, which keeps it. Answers the read's bytes."""
    passed, read_id, pass_id = at(10 * number + .12), f"{CAMERA}:{number}", f"p{number}"
    text = read_of(pack, mark, passed)

    def later(seconds):
        return instant(passed + timedelta(seconds=seconds))

    pack.event(instant(passed), "pass", pass_id=pass_id, camera=CAMERA, vrm=mark, **PLACE, direction=270)
    pack.event(later(.19), "read.sent", text, read_id=read_id, pass_id=pass_id, camera=CAMERA)
    pack.event(later(.23), "read.received", text, read_id=read_id, component=LEA)
    pack.event(later(.24), "read.buffered", read_id=read_id, component=LEA)
    pack.event(later(.25), "read.acknowledged", read_id=read_id, component=LEA)
    pack.event(later(.31), "read.received", text, read_id=read_id, component="nas")
    pack.event(later(.34), "read.acknowledged", read_id=read_id, component="nas", capture_id=f"c{number}")
    pack.event(later(.36), "read.deleted", read_id=read_id, component=LEA)
    if mark == "AA00BBB":
        pack.event(later(.40), "hit.sent", hit_id="h1", read_id=read_id, list=LIST, row=1, source="voi")
        pack.event(later(.52), "hit.delivered", hit_id="h1", operator=OPERATOR)
        pack.event(later(6.7), "hit.acknowledged", hit_id="h1", operator=OPERATOR)
    return text


def tell_the_end(pack, texts):
    """Nothing more is waited for; then the store is counted, and every capture asked for."""
    pack.event(instant(at(90)), "phase.ended", phase="liveness")
    pack.event(instant(at(91)), "store.census", component="nas", count=len(texts))
    for number, text in enumerate(texts, start=1):
        pack.event(instant(at(92)), "capture.returned", text, capture_id=f"c{number}")


def main(folder):
    pack = EvidencePack(folder, {"vendor": "Example Ltd", "product": "Example ANPR", "version": "1.0", "role": "whole"})
    tell_what_stands(pack)
    marks = ["AB00CDE", "AA00BBB", None]    # an ordinary mark, one on the list, and a vehicle without a plate to be read
    texts = [tell_a_pass(pack, number, mark) for number, mark in enumerate(marks, start=1)]
    tell_the_end(pack, texts)
    pack.close("Example Ltd", "an example of the format", "2099-12-31", "written by hand: no vehicle passed any camera", tool="example.py")


if __name__ == "__main__":
    main(sys.argv[1])
