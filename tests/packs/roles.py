"""The role of the subject: what does not bind it is not held against it, whatever the others in the evidence do."""
from packs import breaks, legal
from story import seconds


def _as(role, change):
    def changed(story):
        story.subject["role"] = role
        change(story)
    return changed


def space_in_the_mark(story):
    story.plain.fields["vrm"] = "AB00 CDE"


def source_of_zero(story):
    story.plain.fields["source_id"] = 0


def hit_missing(story):
    story.listed.hits.clear()


def capture_lost(story):
    story.plain.returned = False


def hit_late(story):
    story.listed.hits[0].delivered_at = story.listed.received_at + seconds(3)


def read_late(story):
    story.plain.received_at = story.plain.passed_at + seconds(3)
    story.plain.acknowledged_at = story.plain.deleted_at = story.plain.received_at + seconds(.05)


for role, requirement, change in (("camera", "2.2.1-c", space_in_the_mark), ("camera", "2.3-b", source_of_zero), ("nas", "6-a",
                                                                                                                  hit_missing),
                                  ("nas", "3.1-a", capture_lost), ("nas", "6-d", hit_late), ("lea", "6-c", read_late)):
    breaks(requirement, f"the role of the subject is {role}: {change.__name__.replace('_', ' ')}", name=f"as_{role}")(_as(role, change))
for role, change in (("camera", hit_missing), ("camera", capture_lost), ("camera", hit_late), ("nas", space_in_the_mark), ("nas",
                                                                                                                           source_of_zero),
                     ("nas", read_late), ("lea", space_in_the_mark), ("lea", hit_missing), ("lea", hit_late), ("operator", capture_lost),
                     ("operator", read_late), ("source", source_of_zero)):
    legal(f"the role of the subject is {role}, which is not bound here: {change.__name__.replace('_', ' ')}",
          name=f"roles/{role}_{change.__name__}")(_as(role, change))
