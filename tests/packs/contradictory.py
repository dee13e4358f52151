"""Packs that contradict themselves or their hashes (exit 3): there is no judgement on them, neither for nor against."""
from packs import INVALID, damaged
from spoil import change_manifest, event_lines, line_with, rewrite_events, the_only

EVENTS = "events.ndjson"


@damaged(INVALID, [EVENTS, "SHA-256"], "an event was changed after the manifest was written")
def event_changed_afterwards(folder):
    lines = event_lines(folder)
    number = line_with(lines, b'"kind":"hit.delivered"')
    lines[number] = lines[number].replace(b"07:00:10.7", b"07:00:10.6")
    rewrite_events(folder, lines, hashed=False)


@damaged(INVALID, [EVENTS, "SHA-256"], "the events end early, between two lines")
def events_cut_off_between_lines(folder):
    rewrite_events(folder, event_lines(folder)[:40], hashed=False)


@damaged(INVALID, [EVENTS, "manifest.json"], "the events are not there, though the manifest lists them")
def events_missing(folder):
    (folder / EVENTS).unlink()


@damaged(INVALID, [EVENTS, "SHA-256"], "the events have no bytes, and the manifest knows better")
def events_emptied(folder):
    (folder / EVENTS).write_bytes(b"")


@damaged(INVALID, [EVENTS, "SHA-256"], "an event more than the manifest was made for")
def event_added(folder):
    lines = event_lines(folder)
    rewrite_events(folder, lines + [lines[-1]], hashed=False)


@damaged(INVALID, [EVENTS, "SHA-256"], "the manifest's hash was changed")
def hash_changed(folder):
    change_manifest(folder, lambda manifest: manifest["files"].update({EVENTS: "0" * 64}))


@damaged(INVALID, ["images/", "SHA-256"], "an image has other bytes than its name says")
def image_changed(folder):
    path = the_only(folder, "images/*.jpg")
    path.write_bytes(path.read_bytes()[:-1] + b"\xd8")


@damaged(INVALID, ["images/", "SHA-256"], "an image has no bytes")
def image_emptied(folder):
    the_only(folder, "images/*.jpg").write_bytes(b"")


@damaged(INVALID, ["images/", "SHA-256"], "two images have each other's names")
def images_changed_places(folder):
    one, other = sorted(folder.glob("images/*.jpg"))[:2]
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


@damaged(INVALID, ["lists/", "SHA-256"], "a list has a row more than its name says")
def list_changed(folder):
    path = the_only(folder, "lists/*.csv")
    path.write_bytes(path.read_bytes() * 2)


@damaged(INVALID, ["images/"], "the manifest gives an image another hash than its name")
def manifest_and_name_disagree(folder):
    path = the_only(folder, "images/*.jpg").relative_to(folder).as_posix()
    change_manifest(folder, lambda manifest: manifest["files"].update({path: "0" * 64}))


@damaged(INVALID, [EVENTS, "line 31"], "an event stands before an earlier one")
def two_events_reordered(folder):
    lines = event_lines(folder)
    lines[29], lines[30] = lines[30], lines[29]
    assert lines[29][:35] > lines[30][:35]
    rewrite_events(folder, lines)


@damaged(INVALID, [EVENTS, "line"], "the events stand in the opposite order")
def events_reversed(folder):
    rewrite_events(folder, event_lines(folder)[::-1])


@damaged(INVALID, [EVENTS, "line"], "the tester's clock jumped back by an hour in the midst")
def clock_jumped_back(folder):
    rewrite_events(folder, [line if number < 40 else line.replace(b"T07:", b"T06:", 1) for number, line in enumerate(event_lines(folder))])
