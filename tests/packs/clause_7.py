"""7: the LEA's infrastructure keeps reads through a failure, and delivers them afterwards."""
from base_story import BaseStory
from packs import breaks
from story import seconds

LOST = "R-13: a read that any component accepted may not be lost, and NAS never had this one"


class Outage(BaseStory):
    """The base story, and an outage from 100 s to 150 s: three reads that the LEA's component keeps and delivers when it is over."""

    def __init__(self):
        super().__init__()
        self.kept = [self.another() for _ in range(3)]
        for number, read in enumerate(self.kept):
            read.is_passing(self.at(105 + 10 * number + .12))
            read.fields["time"] = read.passed_at.strftime("%d/%m/%Y %H:%M:%S")
            self.comes_after_the_outage(read, 151 + number)
        self.fails()

    def fails(self):
        for number, up in ((100, False), (150, True)):
            self.tells(number, "link", **{"from": "lea:35", "to": "nas", "up": up})

    def comes_after_the_outage(self, read, number):
        read.received_at = self.at(number)
        read.acknowledged_at, read.deleted_at = self.at(number) + seconds(.05), self.at(number) + seconds(.1)


class NasDown(Outage):
    """The same, where it is NAS that fails and no link."""

    def fails(self):
        for number, up in ((100, False), (150, True)):
            self.tells(number, "component", component="nas", up=up)


def _lost(story, deleted):
    read = story.kept[1]
    read.never_reaches_nas()
    read.deleted_at = story.at(deleted) if deleted else None


@breaks("7-b", "the LEA's component took a read during the outage, and never kept it", also={"3.1-a": LOST}, story=Outage)
def not_kept(story):
    _lost(story, None)
    story.kept[1].buffered_at = None


@breaks("7-b", "the LEA's component deleted a read during the outage", also={"3.1-a": LOST}, story=Outage)
def deleted_during_the_outage(story):
    _lost(story, 120)


@breaks("7-b", "the LEA's component deleted a read when the link was back, and had not delivered it", also={"3.1-a": LOST}, story=Outage)
def deleted_after_the_outage(story):
    _lost(story, 155)


@breaks("7-b", "the LEA's component never kept a read while NAS was down", also={"3.1-a": LOST}, story=NasDown)
def not_kept_while_nas_was_down(story):
    _lost(story, None)
    story.kept[1].buffered_at = None


@breaks("7-b", "none of the reads of an outage was kept", also={"3.1-a": LOST}, story=Outage)
def none_kept(story):
    for read in story.kept:
        read.never_reaches_nas()
        read.buffered_at = None


@breaks("7-c", "a read was kept through the outage, and not delivered afterwards", also={"3.1-a": LOST}, story=Outage)
def kept_and_not_delivered(story):
    _lost(story, None)


@breaks("7-c", "a read was kept while NAS was down, and not delivered when it was back", also={"3.1-a": LOST}, story=NasDown)
def kept_and_not_delivered_when_nas_was_back(story):
    _lost(story, None)


@breaks("7-c", "everything was kept through the outage, and nothing of it delivered", also={"3.1-a": LOST}, story=Outage)
def nothing_delivered(story):
    for read in story.kept:
        read.never_reaches_nas()
