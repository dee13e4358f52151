"""Packs that are written in unusual ways, or are partial: what they hold is judged, and nothing may be blamed."""
import base64
import json

from packs import INCOMPLETE, damaged
from spoil import change_manifest, event_lines, line_with, replace_in_line, rewrite_events, the_only, zipped


def rewritten(why, says=()):
    """Of a function that turns the lines of a clean pack's events into others that say the same."""
    def register(change):
        def spoil(folder):
            rewrite_events(folder, change(event_lines(folder)))
        spoil.__name__ = change.__name__
        damaged(INCOMPLETE, says, why)(spoil)
        return change
    return register


@rewritten("the members of every event stand in another order")
def members_in_another_order(lines):
    def turned(line):
        if b'"read":' in line:    # the text of a read stays as it was sent
            return line
        return json.dumps(dict(reversed(json.loads(line).items())), ensure_ascii=False).encode() + b"\n"
    return [turned(line) for line in lines]


@rewritten("the read stands before all other members of its event")
def read_first(lines):
    def turned(line):
        head, mark, read = line.partition(b',"read":')
        return b'{"read":' + read[:-2] + b"," + head[1:] + b"}\n" if mark else line
    return [turned(line) for line in lines]


@rewritten("spaces and tabs between the members")
def spaces_between(lines):
    return [b" {\t" + line[1:-2] + b" }  \n" for line in lines]


@rewritten("empty lines between the events")
def empty_lines(lines):
    return [b"\n"] + [line + b"\n\n" for line in lines]


@rewritten("a carriage return before each line feed, and blank lines")
def carriage_returns(lines):
    return [line[:-1] + b"\r\n\r\n \t\r\n" for line in lines]


@rewritten("kinds that are not of this version")
def unknown_kinds(lines):
    at = lines[20][:lines[20].index(b",")]
    return lines[:21] + [at + b',"kind":"coffee.made","cups":2}\n', at + b',"kind":"read.imagined","read_id":""}\n'] + lines[21:]


@rewritten("members that are not of this version, in every event")
def unknown_members(lines):
    return [line[:-2] + b',"weather":{"rain":[true,null,1.5e-3]}}\n' for line in lines]


@rewritten("instants with nine digits of the second")
def nanoseconds(lines):
    return [line.replace(b'000Z"', b'000999Z"', 1) for line in lines]


@rewritten("instants without a fraction, where it is zero")
def whole_seconds(lines):
    return [line.replace(b'.000000Z"', b'Z"', 1) for line in lines]


@rewritten("an uncertainty of a microsecond on every event")
def uncertainty_on_every_event(lines):
    return [line[:-2] + b',"uncertainty_s":0.000001}\n' for line in lines]


@rewritten("names of components and ids with letters beyond ASCII")
def ids_beyond_ascii(lines):
    return [line.replace(b"op-cambs-1", "op-\u0436-\U0001f46e".encode()).replace(b"p-35-12", "p\u00e9-35-12".encode()) for line in lines]


@rewritten("ids that share no form and are long")
def ids_without_a_pattern(lines):
    return [line.replace(b'"read_id":"35-12-42:',
                         b'"read_id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6/' + b"x" * 200 + b"/") for line in lines]


@rewritten("a read of whose pass nobody tells")
def a_read_without_its_pass(lines):
    return [line.replace(b'"pass_id":"p-35-12-42:2",',
                         b"") for line in lines if b'"pass_id":"p-35-12-42:2","camera":"35-12-42","vrm"' not in line]


def _not_told(kind, member):
    """Every event of this kind without an optional member."""
    def change(lines):
        def told(line):
            if b'"kind":"%s"' % kind.encode() not in line:
                return line
            head, mark, read = line.partition(b',"read":')
            event = json.loads(head + b"}" if mark else line)
            event.pop(member, None)
            told_head = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()
            return told_head[:-1] + mark + read if mark else told_head + b"\n"
        return [told(line) for line in lines]
    change.__name__ = f"not_told_{kind.replace('.', '_')}_{member}"
    return change


OPTIONAL = {"camera": "class lea_controlled records_unread recorded surveyed presets position_source",
            "pass": "camera vrm direction detailed_scene",
            "read.sent": "pass_id camera", "read.acknowledged": "capture_id", "hit.sent": "read_id list row source",
            "hit.delivered": "operator",
            "hit.acknowledged": "operator", "voi.uploaded": "owner sha256", "list.in_force": "component version",
            "operator": "organisation lists online", "link": "up", "store.census": "component", "connectivity.test": "vrm read_id",
            "operator.session": "username open"}
for kind, members in OPTIONAL.items():
    for member in members.split():
        rewritten(f"an optional member that is not told: {member} of {kind}")(_not_told(kind, member))


def _without(*kinds):
    return lambda lines: [line for line in lines if not any(b'"kind":"%s"' % kind.encode() in line for kind in kinds)]


for name, kinds in (("no_hits", ("hit.sent", "hit.delivered", "hit.acknowledged", "phase.ended")),
                    ("no_operators", ("operator",)), ("no_lists", ("voi.uploaded", "list.in_force", "hit.sent", "hit.delivered",
                                                                   "hit.acknowledged")),
                    ("no_captures", ("capture.returned",)), ("no_census", ("store.census",)), ("no_cameras", ("camera",)),
                    ("no_lea", ("read.buffered", "read.deleted", "link")), ("no_end", ("phase.ended", "capture.returned", "store.census")),
                    ("no_deliveries", ("hit.delivered", "hit.acknowledged", "phase.ended")), ("no_inspections", ("inspection",)),
                    ("no_sessions", ("operator.session",)), ("passes_alone", tuple(
                        "camera operator operator.session voi.uploaded list.in_force read.sent read.received read.acknowledged "
                        "read.buffered read.deleted hit.sent hit.delivered hit.acknowledged phase.ended capture.returned "
                        "connectivity.test manual.entry inspection".split()))):
    _without_them = _without(*kinds)
    _without_them.__name__ = f"partial_{name}"
    rewritten("a partial pack: " + name.replace("_", " "))(_without_them)


@rewritten("a partial pack: the camera's side alone, as its maker has it")
def partial_camera_alone(lines):
    kept = (b"camera", b"pass", b"read.sent", b"connectivity.test", b"manual.entry", b"operator.session")
    return [line for line in lines if any(b'"kind":"%s"' % kind in line for kind in kept)]


@rewritten("a partial pack: receipts by NAS, and nothing of what was sent")
def partial_nas_alone(lines):
    dropped = (b'"kind":"pass"', b'"kind":"read.sent"', b'"component":"lea:35"', b'"kind":"connectivity.test"')
    return [line for line in lines if not any(word in line for word in dropped)]


@rewritten("no event at all")
def no_events(lines):
    return lines[:0]


BYTES = "the bytes of the "


@damaged(INCOMPLETE, [], "the overview is named and not there: what asks for its bytes is not judged, and the report says so",
         reason={"2.2.4-e": BYTES, "2.2.4-f": BYTES, "3.1-a": "undecided"})
def image_missing(folder):
    max(folder.glob("images/*.jpg"), key=lambda path: path.stat().st_size).unlink()


@damaged(INCOMPLETE, [], "no image is there", reason={"2.2.4-b": BYTES, "2.2.4-c": BYTES, "2.2.4-d": BYTES, "3.1-a": "undecided"})
def no_images(folder):
    for path in folder.glob("images/*.jpg"):
        path.unlink()
    (folder / "images").rmdir()


@damaged(INCOMPLETE, [], "the pack as a zip file, in a folder there")
def zip_file_with_a_folder(folder):
    zipped(folder, inner="our evidence/").close()


@damaged(INCOMPLETE, [], "a list that was uploaded is not there: its hits are undecided")
def list_missing(folder):
    the_only(folder, "lists/*.csv").unlink()


@damaged(INCOMPLETE, [], "the manifest leaves out the images, which have their hashes for names")
def images_not_in_the_manifest(folder):
    change_manifest(folder, lambda manifest: manifest.update(
        files={path: digest for path, digest in manifest["files"].items() if not path.startswith("images/")}))


@damaged(INCOMPLETE, [], "members of the manifest that are not of this version, and optional ones that are missing")
def manifest_with_other_members(folder):
    def change(manifest):
        manifest["laboratory"] = {"name": "Example", "rooms": [1, 2]}
        manifest.pop("tool")
    change_manifest(folder, change)


@damaged(INCOMPLETE, ["2020-01-01"], "the date on which the pack must be gone has passed: it is judged, and a warning says so")
def to_be_deleted_already(folder):
    change_manifest(folder, lambda manifest: manifest.update(delete_by="2020-01-01"))


@damaged(INCOMPLETE, [], "a sample that holds everything")
def sampled_one_in_one(folder):
    change_manifest(folder, lambda manifest: manifest.update(sampled="1/1"))


@damaged(INCOMPLETE, [], "a sampled pack: the store counts captures of reads that are not told here")
def sampled_one_in_64(folder):
    change_manifest(folder, lambda manifest: manifest.update(sampled="1/64"))
    rewrite_events(folder, [line.replace(b'"count":8}', b'"count":512}') for line in event_lines(folder)])


@rewritten("an id with an escape for half a surrogate pair, which stands for U+FFFD")
def half_a_pair_in_an_id(lines):
    return [line.replace(b'"pass_id":"p-35-12-42:2"', b'"pass_id":"p-\\ud800:2"') for line in lines]


@damaged(INCOMPLETE, [], "a file that nobody named lies in the pack")
def a_file_beside(folder):
    (folder / "notes.txt").write_text("taken on a sunny day\n", encoding="utf-8")


@damaged(INCOMPLETE, [], "the pack as a zip file")
def zip_file(folder):
    zipped(folder).close()


@damaged(INCOMPLETE, [], "the pack as a zip file whose entries are stored as they are")
def zip_file_uncompressed(folder):
    zipped(folder, compression=0).close()


@damaged(INCOMPLETE, [], "every text stands as raw, plain or not")
def raw_of_a_plain_text(folder):
    lines = event_lines(folder)
    for number, line in enumerate(lines):
        if b',"read":' in line:
            head, _, read = line.partition(b',"read":')
            text = read[:-2]
            parts = {name: picture["sha256"] for name, picture in json.loads(text).items() if isinstance(picture, dict)}
            lines[number] = head + b',"raw":"' + base64.b64encode(text) + b'","parts":' + json.dumps(parts).encode() + b"}\n"
    rewrite_events(folder, lines)


@damaged(INCOMPLETE, [], "an acknowledgement by NAS that says nothing of a component: absent means nas")
def component_absent(folder):
    rewrite_events(folder, [line.replace(b'"component":"nas",', b"") for line in event_lines(folder)])


@damaged(INCOMPLETE, [], "an upload is in force by a number of the subject's own")
def version_of_its_own(folder):
    lines = event_lines(folder)
    number = line_with(lines, b'"kind":"list.in_force"')
    event = json.loads(lines[number])
    replace_in_line(folder, (b'"kind":"list.in_force"',), event["version"].encode(), b"17")
