"""What is done to a finished pack: to its events line by line, its manifest, its files."""
import hashlib
import json
import zipfile


def event_lines(folder):
    return (folder / "events.ndjson").read_bytes().splitlines(keepends=True)


def rewrite_events(folder, lines, hashed=True):
    """Other lines for the events, and in the manifest the hash of them; `hashed=False` leaves the old one."""
    content = b"".join(lines)
    (folder / "events.ndjson").write_bytes(content)
    if hashed:
        change_manifest(folder, lambda manifest: manifest["files"].update({"events.ndjson": hashlib.sha256(content).hexdigest()}))


def change_manifest(folder, change):
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    change(manifest)
    path.write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def line_with(lines, *words):
    """The number, from 0, of the first event that holds all these words."""
    return next(number for number, line in enumerate(lines) if all(word in line for word in words))


def replace_in_line(folder, words, old, new):
    """In the first event with `words`, `new` for `old`."""
    lines = event_lines(folder)
    number = line_with(lines, *words)
    assert old in lines[number], lines[number]
    lines[number] = lines[number].replace(old, new, 1)
    rewrite_events(folder, lines)


def insert_line(folder, number, line):
    lines = event_lines(folder)
    rewrite_events(folder, lines[:number] + [line] + lines[number:])


def the_only(folder, pattern):
    """A file of the pack by its pattern; the first by name."""
    return sorted(folder.glob(pattern))[0]


def zip_of(folder):
    """The name of a pack that was made a zip file."""
    return folder.with_name(folder.name + ".zip")


def zipped(folder, compression=zipfile.ZIP_DEFLATED):
    """Makes the pack a zip file beside its folder, which goes, and answers the open archive, to which more can be added."""
    content = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    removed(folder)
    archive = zipfile.ZipFile(zip_of(folder), "w", compression)
    for name, data in content.items():
        archive.writestr(zipfile.ZipInfo(name), data, compression)
    return archive


def removed(folder):
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    folder.rmdir()
