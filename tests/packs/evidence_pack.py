"""Writes an evidence pack: the whole format of docs/evidence-pack.md in one class, to be copied by whoever has evidence to tell.

    pack = EvidencePack("my-pack", subject={"vendor": "V", "product": "P", "version": "1", "role": "camera"})
    patch = pack.image(jpeg_bytes)
    pack.event("2026-11-23T08:00:00.120000Z", "pass", pass_id="p1", camera="35-12-42", vrm="AB01CDE")
    pack.event("2026-11-23T08:00:00.310000Z", "read.sent", read_id="35-12-42:1", pass_id="p1", read_text=bytes_as_they_were_sent)
    pack.close(controller="V", purpose="a trial", delete_by="2026-12-31", how="a bench trial")

Python 3.8 or later, nothing but its standard library.
"""
import base64
import hashlib
import json
import pathlib

MOST_KEYS, MOST_LEVELS = 64, 16


def instant(at):
    """A datetime in UTC, in the one way a pack writes instants."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _object_without_doubles(members):
    if len({key for key, _ in members}) < len(members) or len(members) > MOST_KEYS:
        raise ValueError("a key stands twice, or there are too many")
    return dict(members)


def _no_constant(name):
    raise ValueError(name + " is no JSON")


def _levels(value):
    if isinstance(value, dict):
        return 1 + max(map(_levels, value.values()), default=0)
    return 1 + max(map(_levels, value), default=0) if isinstance(value, list) else 0


def is_plain(text):
    """Whether the bytes of a read may stand in an event as they are: one JSON object in UTF-8, on one line, nothing around it."""
    try:
        value = json.loads(text.decode("utf-8"), object_pairs_hook=_object_without_doubles, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode("utf-8")   # half a surrogate pair is no text
        levels = _levels(value)
    except (ValueError, RecursionError):
        return False
    around = text[:1] + text[-1:]
    return around == b"{}" and b"\n" not in text and b"\r" not in text and levels <= MOST_LEVELS


class EvidencePack:
    """A pack that is being written. Events are told in order of their instants; the manifest comes last and makes it whole."""

    def __init__(self, folder, subject):
        self.folder = pathlib.Path(folder)
        self.subject = subject
        self.files = {}
        self.first = self.last = None
        for each in ("images", "lists"):
            (self.folder / each).mkdir(parents=True, exist_ok=True)
        self.events = open(self.folder / "events.ndjson", "wb")
        self.events_hash = hashlib.sha256()

    def image(self, content):
        """Keeps an image, once however often it is told, and answers what a read names it by."""
        return {"sha256": self._keep("images", content, "jpg"), "bytes": len(content)}

    def voi_list(self, content):
        """Keeps a VOI list as it was uploaded, and answers the SHA-256 that `voi.uploaded` and `list.in_force` name it by."""
        return self._keep("lists", content, "csv")

    def event(self, at, kind, read_text=None, read_images=None, **members):
        """Tells one event. `at` is text as instant() gives it.

        read_text:    a read's bytes, exactly as they were sent
        read_images:  {"plate_patch": what image() answered, or None, "overview": ...}, the images that came beside that text. Only a text
                      that is not plain needs it: of a plain one they are those that it names
        """
        if self.last is not None and at < self.last:
            raise ValueError(f"{kind} at {at} comes after {self.last}")
        self.first, self.last = self.first or at, at
        line = json.dumps({"at": at, "kind": kind, **members}, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        if read_text is not None:
            line = line[:-1] + self._read_member(read_text, read_images or {}) + b"}"
        self._write_line(line)

    def close(self, controller, purpose, delete_by, how, tool="evidence_pack.py"):
        """Closes the events and writes the manifest: under another name first, so that a pack with a manifest is a whole one."""
        self.events.close()
        self.files["events.ndjson"] = self.events_hash.hexdigest()
        manifest = {
            "format": "plumbline-evidence", "version": 1, "subject": self.subject, "claims": [],
            "gathered": {"from": self.first, "to": self.last, "how": how},
            "controller": controller, "purpose": purpose, "delete_by": delete_by, "tool": tool,
            "files": dict(sorted(self.files.items())),
        }
        unfinished = self.folder / "manifest.json.part"
        unfinished.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        unfinished.rename(self.folder / "manifest.json")

    @staticmethod
    def _read_member(text, images):
        if is_plain(text):
            return b',"read":' + text
        parts = {name: image and image["sha256"] for name, image in images.items()}
        return b',"raw":"' + base64.b64encode(text) + b'","parts":' + json.dumps(parts).encode("utf-8")

    def _write_line(self, line):
        self.events.write(line + b"\n")
        self.events_hash.update(line + b"\n")

    def _keep(self, folder, content, ending):
        digest = hashlib.sha256(content).hexdigest()
        path = f"{folder}/{digest}.{ending}"
        if path not in self.files:
            (self.folder / path).write_bytes(content)
            self.files[path] = digest
        return digest
