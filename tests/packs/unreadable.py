"""Packs that cannot be read (exit 65): each message names the file, the line where there is one, and what was expected."""
import hashlib
import os
import warnings
import zipfile

from packs import UNREADABLE, damaged
from spoil import change_manifest, event_lines, insert_line, removed, replace_in_line, rewrite_events, zip_of, zipped

EVENTS, MANIFEST = "events.ndjson", "manifest.json"
MIB = 1 << 20


def bad_manifest(says, why):
    """Of a function that changes the manifest of a clean pack."""
    def register(change):
        def spoil(folder):
            change_manifest(folder, change)
        spoil.__name__ = change.__name__
        damaged(UNREADABLE, [MANIFEST, *says], why)(spoil)
        return change
    return register


def _setting(member, value):
    return lambda manifest: manifest.update({member: value})


for name, member, value, says, why in (
        ("another_format", "format", "tar", ["plumbline-evidence"], "the format is another"),
        ("future_version", "version", 2, ["version", "1"], "a version that is not written yet"),
        ("version_zero", "version", 0, ["version", "1"], "a version that never was"),
        ("version_as_text", "version", "1", ["version"], "the version is a text"),
        ("version_with_a_fraction", "version", 1.5, ["version"], "the version is no whole number"),
        ("files_as_an_array", "files", [], ["files"], "the files are an array"),
        ("files_null", "files", None, ["files"], "the files are null"),
        ("no_events_among_the_files", "files", {}, ["files", EVENTS], "the events are not among the files"),
        ("hash_too_short", "files", {EVENTS: "abc"}, [EVENTS], "a hash of three digits"),
        ("hash_as_a_number", "files", {EVENTS: 7}, [EVENTS], "a hash that is a number"),
        ("subject_as_text", "subject", "ours", ["subject"], "the subject is a text"),
        ("role_unknown", "subject", {"vendor": "V", "product": "P", "version": "1", "role": "wheel"}, ["role"], "a role that there is not"),
        ("sampled_in_none", "sampled", "1/0", ["sampled"], "one read in none"),
        ("sampled_in_words", "sampled", "a few", ["sampled"], "a sample in words"),
        ("delete_by_no_date", "delete_by", "31/02/2020", ["delete_by"], "a date that there is not")):
    _change = _setting(member, value)
    _change.__name__ = f"manifest_{name}"
    bad_manifest(says, f"manifest: {why}")(_change)


def _climbing(path):
    return lambda manifest: manifest["files"].update({path: "0" * 64})


for name, path in (("climbs_out", "../outside.jpg"), ("climbs_out_later", "images/../../outside.jpg"), ("absolute", "/etc/hostname")):
    _change = _climbing(path)
    _change.__name__ = f"path_{name}"
    bad_manifest([path], f"a path of the manifest leads out of the pack: {path}")(_change)


def _manifest_of(content):
    def spoil(folder):
        (folder / MANIFEST).write_bytes(content)
    return spoil


for name, content, why in (("empty", b"", "it has no bytes"), ("cut_off", b'{"format":"plumbline-evi', "it is cut off"),
                           ("array", b"[]", "it is an array"), ("xml", b"<manifest/>", "it is XML"),
                           ("not_utf8", b'{"format":"plumbline-evidence\xff"}', "it is not UTF-8"),
                           ("deep", b"[" * 200_000, "200,000 brackets"),
                           ("keys_twice", b'{"format":"plumbline-evidence","format":"plumbline-evidence","version":1}',
                            "a key stands twice"),
                           ("zeros", b"\0" * 4096, "zeros, as after a power cut")):
    _spoil = _manifest_of(content)
    _spoil.__name__ = f"manifest_{name}"
    damaged(UNREADABLE, [MANIFEST], f"the manifest cannot be read: {why}")(_spoil)


@damaged(UNREADABLE, [MANIFEST], "no manifest: a pack that was not finished")
def manifest_missing(folder):
    (folder / MANIFEST).rename(folder / "manifest.json.part")


@damaged(UNREADABLE, [MANIFEST], "a directory where the manifest should be")
def manifest_a_directory(folder):
    (folder / MANIFEST).unlink()
    (folder / MANIFEST).mkdir()


@damaged(UNREADABLE, [EVENTS], "a directory where the events should be")
def events_a_directory(folder):
    (folder / EVENTS).unlink()
    (folder / EVENTS).mkdir()


@damaged(UNREADABLE, [EVENTS], "the events are a symbolic link that leads out of the pack")
def events_a_symlink(folder):
    outside = folder.parent / "events_a_symlink.ndjson"
    (folder / EVENTS).rename(outside)
    os.symlink(outside, folder / EVENTS)


@damaged(UNREADABLE, ["images/", "symbolic link"], "an image is a symbolic link that leads out of the pack")
def image_a_symlink(folder):
    image = next(folder.glob("images/*.jpg"))
    image.rename(folder.parent / "image_a_symlink.jpg")
    image.symlink_to(folder.parent / "image_a_symlink.jpg")


@damaged(UNREADABLE, [MANIFEST], "the pack is an empty directory")
def nothing_in_it(folder):
    removed(folder)
    folder.mkdir()


@damaged(UNREADABLE, ["nothing_there"], "there is no such pack")
def nothing_there(folder):
    removed(folder)


LINE = b'{"at":"2019-06-11T07:00:00.000000Z","kind":'
PASS = LINE + b'"pass","pass_id":"p1","camera":"35-12-42","vrm":"AB00CDE"'


def bad_line(name, line, says, why, number=9):
    """A line among the events, the tenth unless said otherwise, that is no event."""
    def spoil(folder):
        insert_line(folder, number, line + b"\n")
    spoil.__name__ = f"line_{name}"
    damaged(UNREADABLE, [EVENTS, f"line {number + 1}", *says], why)(spoil)


for name, line, says, why in (
        ("no_json", b"hello", [], "a word"), ("array", b"[1,2,3]", [], "an array"), ("number", b"17", [], "a number"),
        ("null", b"null", [], "null"), ("cut_off", PASS, [], "an object that is not closed"),
        ("two_objects", PASS + b"}" + PASS + b"}", [], "two objects on a line"),
        ("comma_behind", PASS + b"},", [], "a comma behind the object"),
        ("single_quotes", (PASS + b"}").replace(b'"', b"'"), [], "single quotes"),
        ("comment", PASS + b"} // a pass", [], "a comment"),
        ("key_twice", PASS + b',"vrm":"AB01CDE"}', ["vrm"], "a key that stands twice"),
        ("key_twice_within", LINE + b'"camera","camera":"c","surveyed":{"latitude":1,"latitude":2,"longitude":3}}', ["latitude"],
         "a key that stands twice within an object"),
        ("not_utf8", PASS + b',"note":"\xff"}', [], "bytes that are not UTF-8"),
        ("zero_byte", PASS + b',"note":"\0"}', [], "a zero byte in a text"),
        ("deep", PASS + b',"note":' + b"[" * 200_000 + b"]" * 200_000 + b"}", [], "200,000 brackets"),
        ("nan", LINE + b'"store.census","count":NaN}', [], "NaN, which is no JSON"),
        ("infinity", LINE + b'"clock.compared","component":"tester","offset_s":Infinity}', [], "Infinity, which is no JSON"),
        ("leading_zero", LINE + b'"store.census","count":007}', [], "a number with leading zeros"),
        ("no_at", b'{"kind":"pass","pass_id":"p1"}', ["at"], "no instant"),
        ("no_kind", b'{"at":"2019-06-11T07:00:00.000000Z"}', ["kind"], "no kind"),
        ("kind_a_number", LINE + b"7}", ["kind"], "a kind that is a number"),
        ("at_a_number", b'{"at":1560236400,"kind":"pass","pass_id":"p1"}', ["at"], "an instant that is a number"),
        ("at_of_no_calendar", PASS.replace(b"06-11", b"13-11") + b"}", ["at"], "a month 13"),
        ("at_on_a_leap_day", PASS.replace(b"06-11", b"02-29") + b"}", ["at"], "a leap day of 2019"),
        ("at_at_24", PASS.replace(b"T07", b"T24") + b"}", ["at"], "an hour 24"),
        ("at_with_an_offset", PASS.replace(b"Z", b"+01:00") + b"}", ["at"], "another zone than UTC"),
        ("at_without_a_zone", PASS.replace(b"Z", b"") + b"}", ["at"], "no zone"),
        ("at_with_a_space", PASS.replace(b"T", b" ") + b"}", ["at"], "a space for the T"),
        ("at_as_in_a_read", PASS.replace(b"2019-06-11T07:00:00.000000Z", b"11/06/2019 07:00:00") + b"}", ["at"],
         "the form of a read's time"),
        ("no_pass_id", LINE + b'"pass","camera":"35-12-42"}', ["pass_id"], "a pass without its id"),
        ("pass_id_a_number", LINE + b'"pass","pass_id":7}', ["pass_id"], "an id that is a number"),
        ("no_read_id", LINE + b'"read.acknowledged","capture_id":"c1"}', ["read_id"], "an acknowledgement of no read"),
        ("no_read", LINE + b'"read.sent","read_id":"r1"}', ["read"], "a read that is not there"),
        ("read_a_text", LINE + b'"read.sent","read_id":"r1","read":"AB00CDE"}', ["read"], "a read that is a text"),
        ("raw_not_base64", LINE + b'"read.sent","read_id":"r1","raw":"*not base64*"}', ["raw"], "raw that is no base64"),
        ("raw_without_padding", LINE + b'"read.sent","read_id":"r1","raw":"e30"}', ["raw"], "base64 without its padding"),
        ("raw_a_number", LINE + b'"read.sent","read_id":"r1","raw":1}', ["raw"], "raw that is a number"),
        ("read_in_escapes", LINE + b'"read.sent","read_id":"r1","re\\u0061d":{}}', ["read"], "the key read, written with an escape"),
        ("parts_a_text", LINE + b'"read.sent","read_id":"r1","read":{},"parts":"none"}', ["parts"], "parts that are a text"),
        ("parts_no_hash", LINE + b'"read.sent","read_id":"r1","read":{},"parts":{"plate_patch":"x"}}', ["plate_patch"],
         "a part that is no hash"),
        ("half_a_position", PASS + b',"latitude":52.1}', ["longitude"], "a latitude without a longitude"),
        ("latitude_95", PASS + b',"latitude":95.0,"longitude":0.1}', ["latitude"], "a latitude of 95 degrees"),
        ("longitude_181", PASS + b',"latitude":52.0,"longitude":181}', ["longitude"], "a longitude of 181 degrees"),
        ("direction_360", PASS + b',"direction":360}', ["direction"], "a direction of 360 degrees"),
        ("direction_a_text", PASS + b',"direction":"N"}', ["direction"], "a direction in a letter"),
        ("negative_uncertainty", PASS + b',"uncertainty_s":-1}', ["uncertainty_s"], "an uncertainty below nothing"),
        ("uncertainty_of_two_years", PASS + b',"uncertainty_s":63072000}', ["uncertainty_s"], "an uncertainty of two years"),
        ("negative_uncertainty_of_a_survey", LINE + b'"camera","camera":"35-12-42","surveyed":{"latitude":52.2,"longitude":0.1,'
         b'"uncertainty_m":-8}}', ["uncertainty_m"], "a survey uncertain by less than nothing"),
        ("negative_uncertainty_of_a_clock", LINE + b'"clock.compared","component":"camera:35-12-42","offset_s":0,'
         b'"expanded_uncertainty_s":-0.6}', ["expanded_uncertainty_s"], "a comparison uncertain by less than nothing"),
        ("offset_of_300_years", LINE + b'"clock.compared","component":"nas","offset_s":9.5e9}', ["offset_s"], "a clock 300 years ahead"),
        ("preset_without_a_direction", LINE + b'"camera","camera":"35-12-42","presets":{"1":null}}', ["0 to 359"],
         "a preset whose direction is null"),
        ("preset_360", LINE + b'"camera","camera":"35-12-42","presets":{"1":360}}', ["0 to 359"], "a preset that looks to 360 degrees"),
        ("uncertainty_too_large", PASS + b',"uncertainty_s":1e400}', [], "a number that no machine holds"),
        ("no_count", LINE + b'"store.census"}', ["count"], "a census without a count"),
        ("negative_count", LINE + b'"store.census","count":-1}', ["count"], "a count below nothing"),
        ("count_with_a_fraction", LINE + b'"store.census","count":1.5}', ["count"], "half a capture"),
        ("count_beyond_64_bits", LINE + b'"store.census","count":99999999999999999999999}', ["count"], "a count beyond 64 bits"),
        ("class_unknown", LINE + b'"camera","camera":"35-12-42","class":"handheld"}', ["class"], "a class of camera that there is not"),
        ("row_negative", LINE + b'"hit.sent","hit_id":"h1","row":-1}', ["row"], "a row below nothing"),
        ("source_unknown", LINE + b'"hit.sent","hit_id":"h1","source":"rumour"}', ["source"], "a source of hits that there is not"),
        ("up_a_text", LINE + b'"link","from":"lea:35","to":"nas","up":"yes"}', ["up"], "a state in words"),
        ("state_unknown", LINE + b'"connectivity.shown","component":"lea:35","state":"so so"}', ["state"], "a state that there is not"),
        ("lists_a_text", LINE + b'"operator","operator":"op-1","lists":"35_*"}', ["lists"], "lists that are no array"),
        ("actions_unknown", LINE + b'"operator","operator":"op-1","lists":["35_*"],"actions":["stop"]}', ["actions"],
         "a priority that there is not"),
        ("sha256_no_hash", LINE + b'"voi.uploaded","file":"35_A.csv","sha256":"abc"}', ["sha256"], "a hash of three digits"),
        ("sha256_climbs_out", LINE + b'"voi.uploaded","file":"35_A.csv","sha256":"../../manifest"}', ["sha256"], "a path for a hash"),
        ("result_unknown", LINE + b'"inspection","requirement":"2.2.4-i","sample":[],"criterion":"c","result":"maybe","inspector":"I"}',
         ["result"],
         "a result that there is not"),
        ("clock_of_nobody", PASS + b',"clock":"sundial"}', ["clock"], "a clock that there is not")):
    bad_line(name, line, says, f"a line of the events is no event: {why}")

bad_line("over_16_mib", PASS + b',"note":"' + b"x" * (20 * MIB) + b'"}', ["16"], "a line of 20 MiB: no line may be over 16")


@damaged(UNREADABLE, [EVENTS, "line 1"], "a file of zeros: the disk was full, and the file was given its length all the same")
def events_of_zeros(folder):
    rewrite_events(folder, [b"\0" * (1 << 16)])


@damaged(UNREADABLE, [EVENTS, "line 1"], "a line without an end, of 40 MiB in which nothing is written")
def events_without_an_end(folder):
    with open(folder / EVENTS, "wb") as events:
        events.truncate(40 * MIB)
    digest = hashlib.sha256((folder / EVENTS).read_bytes()).hexdigest()
    change_manifest(folder, lambda manifest: manifest["files"].update({EVENTS: digest}))


@damaged(UNREADABLE, [EVENTS, "line 1"], "UTF-16, as some editors save a file")
def events_in_utf_16(folder):
    rewrite_events(folder, [b"".join(event_lines(folder)).decode("utf-8").encode("utf-16")])


@damaged(UNREADABLE, [EVENTS, "line 1"], "a byte order mark before the first event")
def events_with_a_byte_order_mark(folder):
    rewrite_events(folder, [b"\xef\xbb\xbf", *event_lines(folder)])


@damaged(UNREADABLE, [EVENTS], "the events as one JSON array")
def events_as_an_array(folder):
    rewrite_events(folder, [b"[" + b",".join(line.rstrip(b"\n") for line in event_lines(folder)) + b"]\n"])


@damaged(UNREADABLE, [EVENTS], "the last event is cut off in its midst")
def last_event_cut_off(folder):
    rewrite_events(folder, [b"".join(event_lines(folder))[:-40]])


@damaged(UNREADABLE, [EVENTS, "sample"], "what was inspected has a path for its hash")
def sample_that_climbs_out(folder):
    replace_in_line(folder, (b'"kind":"inspection"',), b'"sample":["', b'"sample":["../../../etc/passwd","')


@damaged(UNREADABLE, ["../outside.txt"], "a zip file with an entry that climbs out of the pack")
def zip_that_climbs_out(folder):
    with zipped(folder) as archive:
        archive.writestr(zipfile.ZipInfo("../outside.txt"), b"here I am")


@damaged(UNREADABLE, ["/outside.txt"], "a zip file with an entry at an absolute path")
def zip_with_an_absolute_path(folder):
    with zipped(folder) as archive:
        archive.writestr(zipfile.ZipInfo("/outside.txt"), b"here I am")


@damaged(UNREADABLE, [".zip"], "a zip file with two manifests")
def zip_with_two_manifests(folder):
    manifest = (folder / MANIFEST).read_bytes()
    with warnings.catch_warnings(), zipped(folder) as archive:
        warnings.simplefilter("ignore")     # of the double name, which is meant
        archive.writestr(zipfile.ZipInfo(MANIFEST), manifest)


@damaged(UNREADABLE, ["images/"], "a zip bomb: an image that grows from 200 kB to 200 MB")
def zip_bomb(folder):
    entry = zipfile.ZipInfo("images/" + "0" * 64 + ".jpg")
    entry.compress_type = zipfile.ZIP_DEFLATED
    with zipped(folder) as archive:
        with archive.open(entry, "w") as bomb:
            for _ in range(200):
                bomb.write(b"\0" * MIB)


@damaged(UNREADABLE, ["zip"], "a zip file that is cut off")
def zip_cut_off(folder):
    zipped(folder).close()
    content = zip_of(folder).read_bytes()
    zip_of(folder).write_bytes(content[:len(content) // 2])


@damaged(UNREADABLE, [], "a file of no bytes where a pack should be")
def file_of_no_bytes(folder):
    removed(folder)
    folder.write_bytes(b"")


@damaged(UNREADABLE, [], "a picture where a pack should be")
def file_that_is_a_picture(folder):
    content = next(folder.glob("images/*.jpg")).read_bytes()
    removed(folder)
    folder.write_bytes(content)
