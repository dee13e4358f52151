"""Reads alone, as a camera's maker may have them: a line each (reads.ndjson), or a table with images as files beside it (reads.csv)."""
import base64
import csv
import json

import images
from base_story import STATIC_PLACE, location
from images import OVERVIEW, PATCH, picture, truncated, weighing
from packs import ABSENT, CONCERNS, INCOMPLETE, NON_CONFORMANT, UNREADABLE, Pack, add

PICTURES = ("plate_patch", "overview")
# What sixty clean reads of one class show enough for.
MET = "2.2.1-a 2.2.1-b 2.2.1-c 2.2.2-a 2.2.3-a 2.2.4-a 2.2.4-b 2.2.4-c 2.2.4-d 2.2.4-e 2.2.4-f 2.3-a 2.3-b 2.3-f".split()


def clean_reads():
    return [{"vrm": "AB00CDE", "time": f"11/06/2019 07:00:{number:02}", "location": location(*STATIC_PLACE), "feed_id": "35",
             "source_id": 12,
             "nrd_id": 42, "username": "Unattended", "plate_patch": PATCH, "overview": OVERVIEW} for number in range(60)]


def write_ndjson(folder, reads):
    """A read a line; pictures in base64, as they stand in a read on a socket."""
    folder.mkdir(parents=True, exist_ok=True)
    def told(read):
        return {name: base64.b64encode(value).decode() if name in PICTURES else value for name, value in read.items()}
    (folder / "reads.ndjson").write_text("".join(json.dumps(told(read), ensure_ascii=False) + "\n" for read in reads), encoding="utf-8")


def write_csv(folder, reads, columns=None, end="\r\n", before=""):
    """A table; an empty cell is a field that is not there, a picture the name of a file beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    def cell(name, value):
        if name not in PICTURES:
            return value
        file = f"{name}-{len(value)}.jpg"
        (folder / file).write_bytes(value)
        return file
    columns = columns or list(dict.fromkeys(name for read in reads for name in read))
    with open(folder / "reads.csv", "w", newline="", encoding="utf-8") as table:
        table.write(before)
        writer = csv.DictWriter(table, columns, lineterminator=end)
        writer.writeheader()
        writer.writerows({name: cell(name, value) for name, value in read.items()} for read in reads)


FORMS = {"ndjson": write_ndjson, "csv": write_csv}


def _writer(form, change):
    def write(folder):
        reads = clean_reads()
        change(reads[7])
        FORMS[form](folder, reads)
    return write


def _member(name, value):
    def change(read):
        if value is ABSENT:
            read.pop(name)
        else:
            read[name] = value
    return change


BROKEN = {
    "2.2.1-a": (("no_mark", "vrm", ABSENT, "a read without a mark"),),
    "2.2.1-c": (("space", "vrm", "AB00 CDE", "a space in a mark"), ("ideographic_space", "vrm", "AB00\u3000CDE",
                                                                    "an ideographic space in it")),
    "2.2.2-a": (("leap_day", "time", "29/02/2019 07:00:00", "a leap day of 2019"), ("no_time", "time", ABSENT, "a read without a time")),
    "2.2.3-a": (("letters", "location", "N52.205101 E0.121840", "letters for signs"), ("no_place", "location", ABSENT,
                                                                                       "a read without a place")),
    "2.2.3-e": (("no_fix", "location", "N0000000 E0000000", "a static camera without a fix"),),
    "2.2.4-a": (("no_patch", "plate_patch", ABSENT, "a read without a patch"),),
    "2.2.4-b": (("png", "plate_patch", picture("patch.png"), "a PNG"),),
    "2.2.4-c": (("pixels_121", "plate_patch", picture("patch_121x60.jpg"), "121 pixels"),),
    "2.2.4-d": (("bytes_3001", "plate_patch", weighing(PATCH, 3_001), "3,001 bytes"),),
    "2.2.4-e": (("truncated", "overview", truncated(OVERVIEW), "an overview that is cut off"),),
    "2.2.4-f": (("bytes_25001", "overview", weighing(OVERVIEW, 25_001), "25,001 bytes"),),
    "2.3-a": (("unknown", "feed_id", "99", "a code that is not in Annex A"), ("one_digit", "feed_id", "7", "a zero that was lost")),
    "2.3-b": (("zero", "source_id", 0, "a Source ID of 0"), ("fraction", "source_id", 12.5, "half a source")),
    "2.3-c": (("ten_thousand", "nrd_id", 10_000, "an NRD ID of 10000"),),
    "2.3-d": (("picture", "lane_id", "<1>", "a lane in brackets"),),
    "2.3-e": (("postcode", "alias_id", "CB2 1TN", "a whole postcode"),),
    "2.3-f": (("small_letters", "username", "unattended", "Unattended in other letters"), ("no_user", "username", ABSENT, "nobody")),
    "2.3-g": (("beyond_short", "preset_id", 32_768, "beyond a short integer"),),
}
for form in FORMS:
    for requirement, cases in BROKEN.items():
        for name, member, value, why in cases:
            add(Pack(f"reads/{requirement}/{form}_{name}", _writer(form, _member(member, value)), requirement, f"{why}, in reads.{form}",
                     INCOMPLETE if requirement in CONCERNS else NON_CONFORMANT, file=f"reads.{form}"))


def legal(name, why, write, form, options=(), met=MET):
    add(Pack(f"reads/legal/{name}", write, None, why, INCOMPLETE, met=list(met), file=f"reads.{form}", options=list(options)))


def _without_a_fix(form):
    def write(folder):
        reads = clean_reads()
        for read in reads:
            read["location"] = "N0000000 E0000000"
        FORMS[form](folder, reads)
    return write


def _cut_off(folder):
    write_ndjson(folder, clean_reads())
    lines = (folder / "reads.ndjson").read_bytes().split(b"\n")
    lines[7] = lines[7][:40]
    (folder / "reads.ndjson").write_bytes(b"\n".join(lines))


# A text that is no JSON object has none of the fields, so that nobody knows which camera owes pictures.
add(Pack("reads/2.2.1-a/ndjson_cut_off", _cut_off, "2.2.1-a", "a line of reads.ndjson that is cut off", NON_CONFORMANT,
         dict.fromkeys(("2.2.2-a", "2.2.3-a", "2.3-a", "2.3-b", "2.3-c", "2.3-f"), "the text has none of the fields"),
         file="reads.ndjson"))
legal("ndjson_classes", "a camera whose reads are of one class, then of another",
      lambda folder: write_ndjson(folder, [read | {"camera_class": "mobile", "location": "N0000000 E0000000"} if number % 20 == 7 else read
                                           for number, read in enumerate(clean_reads())]), "ndjson", met=[])

TURNED = list(reversed(clean_reads()[0]))
for form in FORMS:
    legal(f"{form}_clean", f"sixty clean reads in reads.{form}", _writer(form, lambda read: None), form)
    legal(f"{form}_mobile", "reads of a mobile unit without a fix, whose class an option says", _without_a_fix(form), form, ["--class",
                                                                                                                             "mobile"], [])
    legal(f"{form}_literal", "two reads that are equal in all", _writer(form, lambda read: read.update(time="11/06/2019 07:00:08")), form)
    legal(f"{form}_optional", "fields that are optional", _writer(form, lambda read: read.update(lane_id="2", alias_id="A14 J31",
                                                                                                 preset_id=1)), form)
legal("csv_line_feeds", "line feeds end the rows", lambda folder: write_csv(folder, clean_reads(), end="\n"), "csv")
legal("csv_byte_order_mark", "a byte order mark before the header", lambda folder: write_csv(folder, clean_reads(), before="\ufeff"), "csv")
legal("csv_blank_rows", "a blank row behind each", lambda folder: write_csv(folder, clean_reads(), end="\r\n\r\n"), "csv")
legal("csv_other_order", "the columns in another order", lambda folder: write_csv(folder, clean_reads(), TURNED), "csv")


def unreadable(name, why, content, form, says):
    def write(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"reads.{form}").write_bytes(content)
        (folder / "patch.jpg").write_bytes(images.PATCH)
    add(Pack(f"reads/unreadable/{name}", write, None, why, UNREADABLE, says=[f"reads.{form}", *says], file=f"reads.{form}"))


HEADER, ROW = b"vrm,time,location,plate_patch\r\n", b'AB00CDE,11/06/2019 07:00:00,"52.205101,0.121840",patch.jpg\r\n'
unreadable("csv_empty", "a table of no bytes", b"", "csv", [])
unreadable("csv_without_a_header", "rows without a header", ROW * 3, "csv", [])
unreadable("csv_column_twice", "a column that stands twice", HEADER.replace(b"time", b"vrm") + ROW, "csv", ["vrm"])
unreadable("csv_cell_too_many", "a row with a cell too many", HEADER + ROW + ROW.replace(b"\r\n", b",x\r\n"), "csv", ["3"])
unreadable("csv_cell_too_many_below_a_blank_row", "a row with a cell too many, under a blank one",
           HEADER + b"\r\n" + ROW.replace(b"\r\n", b",x\r\n"), "csv", ["row 3"])
unreadable("csv_cell_too_few", "a row that breaks off", HEADER + ROW + b"AB00CDE,11/06/2019 07:00:00\r\n", "csv", ["row 3", "found 2"])
unreadable("csv_open_quote", "a quote that is not closed", HEADER + ROW.replace(b'0"', b"0"), "csv", [])
unreadable("csv_path_climbs_out", "an image that is named by a path out of the folder", HEADER + ROW.replace(b"patch", b"../../patch"),
           "csv", ["../../patch.jpg"])
unreadable("csv_absolute_path", "an image that is named by an absolute path", HEADER + ROW.replace(b"patch.jpg", b"/etc/hostname"), "csv",
           ["/etc/hostname"])
unreadable("ndjson_picture", "a picture by the name of reads", images.PATCH, "ndjson", ["found none"])
unreadable("ndjson_line_over_16_mib", "a line of 20 MiB", b'{"vrm":"' + b"A" * (20 << 20) + b'"}\n', "ndjson", ["16 MiB"])
