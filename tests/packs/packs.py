"""What a hand-made pack is, and the three ways to tell one: it breaks one requirement, it is legal, or it cannot be judged at all."""
from dataclasses import dataclass, field

from base_story import BaseStory
from disagreements import OPEN

# Requirements that are judged and decide no outcome alone: no "must" of the text itself.
CONCERNS = {"4-b", "5-m", "5-o", "5-p", "2.2.3-e", "2.2.3-f", "2.2.4-h", "2.3-d", "2.3-g", "3.1-c"}
NON_CONFORMANT, INCOMPLETE, INVALID, UNREADABLE = 1, 2, 3, 65
ABSENT = object()   # a member that is left out


@dataclass
class Pack:
    """A pack and what is due when it is judged.

    name:    a path below the folder of all packs
    write:   writes it to a folder
    blamed:  the requirement it breaks, or None. Where no case judges that requirement yet, at most what follows is blamed
    why:     a sentence that says what is wrong, or what is unusual
    also:    requirement to reason: what the specification itself makes follow from that breach
    says:    words that standard error must hold
    met:     requirements for which it shows enough
    reason:  requirement to words that the report's reason for it must hold
    file:    what is judged, where it is not the folder but a file in it
    options: of the command

    Where the judge is known to do otherwise, disagreements.py says so, and `open` in expected.json.
    """
    name: str
    write: object
    blamed: str
    why: str
    exit: int
    also: dict = field(default_factory=dict)
    says: list = field(default_factory=list)
    met: list = field(default_factory=list)
    reason: dict = field(default_factory=dict)
    file: str = ""
    options: list = field(default_factory=list)

    def expected(self):
        return {"name": self.name, "blamed": self.blamed, "also": self.also, "why": self.why, "exit": self.exit, "says": self.says,
                "met": self.met, "reason": self.reason, "options": self.options, "open": OPEN.get(self.name)}


PACKS = []


def add(pack):
    assert all(pack.name != other.name for other in PACKS), f"two packs are named {pack.name}"
    PACKS.append(pack)


def _writer(story_type, change):
    def write(folder):
        story = story_type()
        change(story)
        story.write(folder)
    return write


def breaks(requirement, why, also=None, name=None, story=BaseStory):
    """Of a function that changes a clean story so that it breaks `requirement`."""
    def register(change):
        blamed = {requirement, *(also or {})}
        add(Pack(f"breaks/{requirement}/{name or change.__name__}", _writer(story, change), requirement, why,
                  INCOMPLETE if blamed <= CONCERNS else NON_CONFORMANT, also or {}))
        return change
    return register


def breaks_by_field(requirement, member, cases, read="plain", also=None):
    """A pack a value: `cases` is name to (value of that member of one read, why that is wrong)."""
    for name, (value, why) in cases.items():
        breaks(requirement, why, also, name)(_setting(read, member, value))


def legal(why, name=None, story=BaseStory, met=(), says=(), reason=None, code=INCOMPLETE):
    """Of a function that makes a story unusual, and breaks nothing."""
    def register(change):
        add(Pack(f"legal/{name or change.__name__}", _writer(story, change), None, why, code, says=list(says), met=list(met),
                  reason=reason or {}))
        return change
    return register


def legal_by_field(member, cases, read="plain"):
    for name, (value, why) in cases.items():
        legal(why, name)(_setting(read, member, value))


def _setting(read, member, value):
    def change(story):
        fields = getattr(story, read).fields
        if value is ABSENT:
            fields.pop(member, None)
        else:
            fields[member] = value
    return change


def damaged(code, says, why, story=BaseStory, reason=None):
    """Of a function that is handed the folder of a clean pack and spoils it. `says`: what standard error must hold."""
    def register(spoil):
        def write(folder):
            story().write(folder)
            spoil(folder)
        group = "unreadable" if code == UNREADABLE else "contradictory" if code == INVALID else "legal"
        add(Pack(f"{group}/{spoil.__name__}", write, None, why, code, says=list(says), reason=reason or {}))
        return spoil
    return register
