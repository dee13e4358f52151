"""The clean story that most packs start from: one read of each kind that a clause speaks of, all as the clauses want it."""
import hashlib

import images
from story import LIST_HEADER, START, Read, Story, list_row

LIST, MONITORED = "35_Cambs VOI List.csv", "35_Monitored.csv"
STATIC, CCTV, MOBILE = "35-12-42", "35-13-7", "35-40-1"
STATIC_PLACE, CCTV_PLACE, MOBILE_PLACE = (52.205101, 0.121840), (52.574020, -0.240300), (52.398000, 0.262000)
WHAT_ENTRIES_SAY = b"Cambs A\n01223 000000\nStop and search\n"   # columns 10, 16 and 9 of every row that list_row() makes unasked
INSPECTED = {"2.2.4-i": "a plate and nothing beside it; the vehicle where it was read",
             "5-p": "force and area, whom to ask at any hour, and what helps whoever stops the vehicle",
             "2.3-e": "the alias does not give the place of the device away"}


def place(latitude, longitude):
    return {"latitude": latitude, "longitude": longitude}


def location(latitude, longitude):
    return f"{latitude:.6f},{longitude:.6f}"


def fixed_camera(device_class, where, **members):
    return {"class": device_class, "lea_controlled": True, "records_unread": True, "recorded": place(*where), "surveyed": place(*where),
            "position_source": "gps", **members}


class BaseStory(Story):
    """Named reads: listed, plain, unread, mobile, cctv, typed, test, detailed. At the end people have looked at pictures and aliases."""

    def __init__(self, start=START):
        super().__init__(start)
        self.cameras = {STATIC: fixed_camera("static", STATIC_PLACE),
                        CCTV: fixed_camera("cctv", CCTV_PLACE, presets={"1": 90, "2": 270}),
                        MOBILE: {"class": "mobile", "lea_controlled": True}}
        self.operators = {"op-cambs-1": {"organisation": "35", "lists": ["35_*"], "online": True}}
        self.list_is_loaded(LIST, LIST_HEADER + list_row("AA00BBB") + list_row("AC01DDD", "Assess", "Low Crime"))
        self.list_is_loaded(MONITORED, LIST_HEADER + list_row("AM00NNN", "No Alert"))
        self.tells(-25, "operator.session", component="mobile:35-40", username="PC1234", open=True)
        self.listed = self.static(1, "AA00BBB")
        self.listed.gives_hit(LIST, 1)
        self.plain = self.static(2, "AB00CDE")
        self.unread = self.static(3, None)
        self.mobile = self.adds(self.mobile_read(4))
        self.mobile.gives_hit(LIST, 2)
        self.cctv = self.adds(self.cctv_read(5))
        self.typed = self.adds(self.typed_read(6))
        self.test = self.connectivity_test(7)
        self.detailed = self.static(8, "AD01EFG")
        self.detailed.passes["detailed_scene"] = True
        self.inspected = {"2.2.4-i": [images.PATCH, images.OVERVIEW], "2.3-e": [b"A14 J31"]}
        self.inspection_result = {"2.2.4-i": "pass", "2.3-e": "pass", "5-p": "pass"}

    def static(self, number, vrm):
        """A pass of the static camera, ten seconds after the one before; without a mark where none can be read."""
        read = Read(f"{STATIC}:{number}", STATIC, self.at(10 * number + .12), vrm or "QQQQQQQ", location(*STATIC_PLACE))
        read.passes["vrm"] = vrm
        return self.adds(read)

    def another(self, vrm="AE00FGH"):
        """One more ordinary pass of the static camera."""
        return self.static(len(self.reads) + 1, vrm)

    def mobile_read(self, number):
        read = Read(f"{MOBILE}:{number}", MOBILE, self.at(10 * number + .12), "AC01DDD", location(*MOBILE_PLACE), username="PC1234")
        read.passes |= place(*MOBILE_PLACE) | {"fix": True}
        read.fields["camera_class"] = "mobile"
        return read

    def cctv_read(self, number):
        read = Read(f"{CCTV}:{number}", CCTV, self.at(10 * number + .12), "AF00GHJ", location(*CCTV_PLACE), preset_id=1, lane_id="Lane 1",
                    alias_id="A14 J31")
        read.passes["direction"] = 90
        return read

    def typed_read(self, number):
        """A mark that an administrator typed in at the LEA's component: no camera, no pass, no pictures."""
        read = Read("35-12-0:1", "35-12-0", self.at(10 * number + .12), "AG01HJK", location(*STATIC_PLACE), username="J Smith")
        read.camera = read.passes = read.plate_patch = read.overview = read.at_lea = read.accepted_by_lea_at = None
        self.tells(10 * number, "manual.entry", component="lea:35", read_id=read.read_id)
        return read

    def connectivity_test(self, number):
        """A declared test of connectivity: the mark is entered at the camera, and no vehicle passes."""
        read = self.static(number, "QQ111QQQ")
        read.passes = None
        self.tells(10 * number, "connectivity.test", component=f"camera:{STATIC}", vrm="QQ111QQQ", read_id=read.read_id)
        return read

    def told(self, kind):
        """The members of the first further event of this kind, to be changed."""
        return next(members for _, name, members in self.more if name == kind)

    def write(self, folder):
        for requirement, looked_at in self.inspected.items():
            sample = [hashlib.sha256(thing).hexdigest() for thing in looked_at]
            self.more.append((self.end(), "inspection", {"requirement": requirement, "sample": sample, "criterion": INSPECTED[requirement],
                                                         "result": self.inspection_result[requirement], "inspector": "A. Marsh"}))
        super().write(folder)
