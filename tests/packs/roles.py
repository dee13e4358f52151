"""The role of the subject: what does not bind it is not held against it, whatever the others in the evidence do.

`by_role` tells one thing that went wrong once a role: to those whose doing it is it is against them, and to all others it is nothing.
"""
from base_story import BaseStory
from packs import breaks, legal
from story import seconds


def _as(role, change):
    def changed(story):
        story.subject["role"] = role
        change(story)
    return changed


def by_role(why, blames=None, clears=None, story=BaseStory, met=None):
    """Of a function that changes a clean story.

    blames: role to the requirement that a subject in it has broken, or to that and what follows from it
    clears: role to what the report says of requirements (id to words), for subjects whose doing it is not
    met:    of these, role to the requirements for which it shows enough all the same
    """
    def register(change):
        for role, broken in (blames or {}).items():
            requirement, also = (broken, None) if isinstance(broken, str) else broken
            breaks(requirement, f"the subject is {role}: {why}", also, f"{role}_{change.__name__}", story)(_as(role, change))
        for role, reason in (clears or {}).items():
            legal(f"the subject is {role}, and has not done it: {why}", f"roles/{role}_{change.__name__}", story,
                  (met or {}).get(role, ()), reason=reason)(_as(role, change))
        return change
    return register


def observed(number):
    """How the reason begins of a requirement that so many latencies or reads speak for, and that takes more."""
    return f"{number} observations; at least"


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
