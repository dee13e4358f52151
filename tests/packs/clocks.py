"""Instants by the subject's own clock: set back by what a comparison says of it, and never more certain than that says."""
import itertools
import json
from datetime import datetime

from base_story import BaseStory
from evidence_pack import instant
from packs import INCOMPLETE, INVALID, NON_CONFORMANT, UNREADABLE, Pack, add
from spoil import event_lines, rewrite_events
from story import seconds


def tell_by_the_clock_of_nas(folder, ahead, seqs):
    """Turns the receipts at NAS into instants by a clock of NAS that is so many seconds ahead; their place in the pack stays."""
    def told(line):
        event = json.loads(line[:line.index(b',"read"')] + b"}")
        at = datetime.strptime(event["at"], "%Y-%m-%dT%H:%M:%S.%fZ") + seconds(ahead)
        seq = next(seqs)
        clock = b',"clock":"subject"' + (b"" if seq is None else b',"seq":%d' % seq)
        return line.replace(event["at"].encode(), instant(at).encode(), 1)[:-2] + clock + b"}\n"

    rewrite_events(folder, [told(line) if b'"component":"nas","read"' in line else line for line in event_lines(folder)])


def _pack(name, why, ahead=0.0, after=0.4, compared=0.01, blamed=None, code=INCOMPLETE, says=(), seqs=itertools.count):
    """The plain read comes to NAS `after` s after its pass. `compared`: the expanded uncertainty; None: nobody compared the clock."""
    def write(folder):
        story = BaseStory()
        if compared is not None:
            story.tells(-28, "clock.compared", component="nas", offset_s=ahead, expanded_uncertainty_s=compared, method="NTP")
        story.plain.received_at = story.plain.passed_at + seconds(after)
        story.plain.acknowledged_at = story.plain.deleted_at = story.plain.received_at + seconds(.05)
        story.write(folder)
        tell_by_the_clock_of_nas(folder, ahead, iter(seqs()))
    group = {INCOMPLETE: "legal", NON_CONFORMANT: f"breaks/{blamed}", INVALID: "contradictory", UNREADABLE: "unreadable"}[code]
    add(Pack(f"{group}/clock_{name}", write, blamed, why, code, says=list(says)))


_pack("right", "receipts by the clock of NAS, which is right")
_pack("ahead", "the clock of NAS is 0.9 s ahead and shows 2.3 s where 1.4 s went by", ahead=.9, after=1.4)
_pack("behind", "the clock of NAS is 0.9 s behind", ahead=-.9, after=1.4)
_pack("an_hour_ahead", "the clock of NAS is an hour ahead, and so compared", ahead=3600)
_pack("uncertain", "the clock of NAS is uncertain by half a second, and 2.3 s went by: undecided", after=2.3, compared=.5)
_pack("never_compared", "nobody compared the clock of NAS: it settles no budget", ahead=30, after=1.4, compared=None)
_pack("behind_and_late", "the clock of NAS is 0.9 s behind and shows 1.6 s where 2.5 s went by", ahead=-.9, after=2.5, blamed="6-c",
      code=NON_CONFORMANT)
_pack("barely_uncertain_and_late", "the clock of NAS is uncertain by 10 ms, and 2.05 s went by", after=2.05, blamed="6-c",
      code=NON_CONFORMANT)
_pack("seq_with_gaps", "seq grows by leaps", seqs=lambda: itertools.count(7, 1000))
_pack("seq_going_back", "seq goes back", code=INVALID, says=["events.ndjson", "seq"], seqs=lambda: itertools.count(100, -1))
_pack("seq_twice", "seq stands still", code=INVALID, says=["events.ndjson", "seq"], seqs=lambda: itertools.repeat(5))
_pack("without_seq", "an instant of the subject's without seq", code=UNREADABLE, says=["events.ndjson", "seq"],
      seqs=lambda: itertools.repeat(None))
