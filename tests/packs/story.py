"""Stories of reads: what cameras, the LEA's component, NAS and an operator did, as objects that can be changed, then told as events.

A story is clean until somebody changes it: nothing in it breaks a clause. `base_story.py` tells the one that most packs start from.
"""
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

import images
from evidence_pack import EvidencePack, instant

START = datetime(2019, 6, 11, 7, 0, 0, tzinfo=timezone.utc)   # summer: clocks on walls in the United Kingdom show 08:00
LIST_HEADER = "VRM,MAKE,MODEL,COLOUR,ACTION,WARNING MARKERS,REASON,INTEL 3X5X2,INFORMATION/ ACTION,LEA AND AREA,START DATE,WEED DATE," \
              "PNC ID,GSC,CAD,CONTACT\r\n"


def seconds(number):
    return timedelta(microseconds=round(number * 1_000_000))


def list_row(vrm, action="Stop", reason="Drugs", start="", weed="31/12/2099", information="Stop and search", grading="", area="Cambs A",
             pnc_id="", marking="OFFICIAL"):
    return f"{vrm},FORD,FOCUS,BLUE,{action},,{reason},{grading},{information},{area},{start},{weed},{pnc_id},{marking},,01223 000000\r\n"


@dataclass
class Hit:
    """A hit and where it went. An instant that is None was never told."""
    hit_id: str
    list: str
    row: int
    sent_at: datetime
    delivered_at: datetime
    acknowledged_at: datetime
    operators: list = field(default_factory=lambda: ["op-cambs-1"])
    source: str = "voi"


class Read:
    """A read and all that is told of it. An instant that is None was never told; `alter` has the last word on the bytes."""

    def __init__(self, read_id, camera, at, vrm, location, **fields):
        feed, source, nrd = camera.split("-")
        self.read_id, self.camera, self.capture_id = read_id, camera, "c-" + read_id
        self.passes = {"pass_id": "p-" + read_id, "camera": camera, "vrm": vrm}
        self.fields = {"vrm": vrm, "time": at.strftime("%d/%m/%Y %H:%M:%S"), "location": location, "feed_id": feed,
                       "source_id": int(source), "nrd_id": int(nrd), "username": "Unattended", **fields}
        self.plate_patch, self.overview = images.PATCH, images.OVERVIEW
        self.parts = None
        self.alter = self.alter_on_the_way = self.alter_returned = lambda text: text
        self.images_at_nas = {}       # where the LEA's component sends others on than it was sent
        self.returned_images = {}
        self.hits = []
        self.more_captures = []
        self.lea = "lea:35"
        self.id_at_nas = read_id      # empty where NAS cannot make it out
        self.sent_says, self.lea_says, self.nas_says = {}, {}, {}   # further members of read.sent, and of read.received by either
        self.is_passing(at)

    def is_passing(self, at):
        """Sets every instant of an ordinary read's way from that of its pass."""
        self.passed_at, self.sent_at, self.at_lea, self.buffered_at = at, at + seconds(.2), at + seconds(.25), at + seconds(.25)
        self.accepted_by_lea_at = at + seconds(.26)
        self.received_at, self.acknowledged_at, self.deleted_at = at + seconds(.4), at + seconds(.45), at + seconds(.5)
        self.returned = True

    def gives_hit(self, voi_list, row, hit_id=None):
        """Adds the hit that NAS sends 50 ms after the acknowledgement, and answers it."""
        at = self.acknowledged_at or self.received_at
        hit_id = hit_id or f"h-{self.read_id}-{len(self.hits) + 1}"
        self.hits.append(Hit(hit_id, voi_list, row, at + seconds(.05), at + seconds(.15), at + seconds(5)))
        return self.hits[-1]

    def never_reaches_nas(self):
        self.received_at = self.acknowledged_at = self.deleted_at = None
        self.returned = False

    def text(self, pack, other_images=None, alter=lambda text: text):
        """The read's bytes and the images beside them."""
        contents = {"plate_patch": self.plate_patch, "overview": self.overview, **(other_images or {})}
        pictures = {name: content if content is None else pack.image(content) for name, content in contents.items()}
        named = {name: picture for name, picture in pictures.items() if picture is not None and name not in self.fields}
        text = json.dumps({**self.fields, **named}, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        return alter(self.alter(text)), (None if self.parts else pictures)


class Story:
    """Cameras, lists, operators and reads. `more` holds further events, (instant, kind, members)."""

    def __init__(self, start=START):
        self.start = start
        self.cameras, self.operators, self.lists = {}, {}, {}
        self.reads, self.more = [], []
        self.ended = True                       # whether the end of liveness is told
        self.never_in_force = set()
        self.census_before, self.census_after = 0, None
        self.claims = []
        self.subject = {"vendor": "Example Ltd", "product": "Example ANPR", "version": "1.0", "role": "whole"}

    def at(self, number):
        return self.start + seconds(number)

    def tells(self, number, kind, **members):
        """One more event, `number` seconds after the start."""
        self.more.append((self.at(number), kind, members))

    def list_is_loaded(self, name, content, number=-20, **members):
        """A list that is uploaded and, 100 ms later, in force."""
        self.lists.setdefault(name, []).append((self.at(number), content, members))

    def adds(self, read):
        self.reads.append(read)
        return read

    def end(self):
        instants = [at for at, _, _ in self.more] + [read.passed_at for read in self.reads]
        return max(instants, default=self.start) + seconds(60)

    def write(self, folder):
        pack = EvidencePack(folder, self.subject, self.claims)
        for at, kind, members, text in sorted(self._events(pack), key=lambda event: event[0]):
            pack.event(instant(at), kind, *(text or ()), **members)
        pack.close("Example Ltd", "conformance testing", "2099-12-31", "written by hand: no vehicle passed any camera")

    def _events(self, pack):
        yield from ((at, kind, members, None) for at, kind, members in self._standing(pack))
        for read in self.reads:
            yield from self._way_of(read, pack)
        yield from ((at, kind, members, None) for at, kind, members in self.more)
        yield from self._audit(pack)

    def _standing(self, pack):
        """What is told before the first read: where cameras stand, what is up, who looks at which lists."""
        before = self.at(-30)
        for name, members in self.cameras.items():
            yield before, "camera", {"camera": name, **members}
        for name, members in self.operators.items():
            yield before, "operator", {"operator": name, **members}
        yield before, "link", {"from": "lea:35", "to": "nas", "up": True}
        yield before, "store.census", {"component": "nas", "count": self.census_before}
        for name, uploads in self.lists.items():
            for at, content, members in uploads:
                digest = pack.voi_list(content.encode("utf-8") if isinstance(content, str) else content)
                owner = name.split("_")[0]
                yield at, "voi.uploaded", {"file": name, "owner": owner, "sha256": digest, **members}
                if name not in self.never_in_force:
                    yield at + seconds(.1), "list.in_force", {"component": "nas", "file": name, "version": digest}

    def _way_of(self, read, pack):
        text, text_at_nas = read.text(pack), read.text(pack, read.images_at_nas, read.alter_on_the_way)
        name = {"read_id": read.read_id}
        told = name if read.parts is None else {**name, "parts": read.parts}
        link = {"pass_id": read.passes["pass_id"]} if read.passes else {}
        if read.passes:
            yield read.passed_at, "pass", read.passes, None
        steps = [(read.sent_at, "read.sent", {**told, **link, **({"camera": read.camera} if read.camera else {}), **read.sent_says},
                  text),
                 (read.at_lea, "read.received", {**told, "component": read.lea, **read.lea_says}, text),
                 (read.buffered_at, "read.buffered", {**name, "component": read.lea}, None),
                 (read.accepted_by_lea_at, "read.acknowledged", {**name, "component": read.lea}, None),
                 (read.received_at, "read.received", {**told, "read_id": read.id_at_nas, "component": "nas", **read.nas_says},
                  text_at_nas),
                 (read.acknowledged_at, "read.acknowledged", {**name, "component": "nas", "capture_id": read.capture_id}, None),
                 (read.deleted_at, "read.deleted", {**name, "component": read.lea}, None)]
        for hit in read.hits:
            steps += self._way_of_hit(read, hit)
        yield from (step for step in steps if step[0] is not None)

    @staticmethod
    def _way_of_hit(read, hit):
        name = {"hit_id": hit.hit_id}
        match = {key: value for key, value in (("list", hit.list), ("row", hit.row), ("source", hit.source)) if value is not None}
        yield hit.sent_at, "hit.sent", {**name, "read_id": read.read_id, **match}, None
        for operator in hit.operators:
            yield hit.delivered_at, "hit.delivered", {**name, "operator": operator}, None
            yield hit.acknowledged_at, "hit.acknowledged", {**name, "operator": operator}, None

    def _audit(self, pack):
        """When all is quiet: the end of liveness, a count of the store, and every capture given back."""
        if not self.ended:
            return
        end = self.end()
        kept = [read for read in self.reads if read.acknowledged_at]
        captures = {read.capture_id for read in kept}.union(*(read.more_captures for read in kept))
        count = self.census_before + len(captures) if self.census_after is None else self.census_after
        yield end, "phase.ended", {"phase": "liveness"}, None
        yield end + seconds(1), "store.census", {"component": "nas", "count": count}, None
        for read in kept:
            if read.returned:
                text = read.text(pack, {**read.images_at_nas, **read.returned_images},
                                 lambda text, read=read: read.alter_returned(read.alter_on_the_way(text)))
                told = {} if read.parts is None else {"parts": read.parts}
                yield end + seconds(2), "capture.returned", {"capture_id": read.capture_id, **told}, text
