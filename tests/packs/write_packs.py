"""Writes every hand-made pack below a folder, and beside them expected.json: what is due of each.

    python3 tests/packs/write_packs.py FOLDER [NAME...]

With names, those alone whose names hold one of them. `path` in expected.json is the pack's, relative to FOLDER.
"""
import json
import pathlib
import sys

import claims
import clause_2_1
import clause_2_2_1
import clause_2_2_2
import clause_2_2_3
import clause_2_2_4
import clause_2_3
import clause_3_1
import clause_4
import clause_5
import clause_6_matching
import clause_6_times
import clause_7
import clocks
import contradictory
import enough
import legal_packs
import legal_reads
import legal_ways
import reads_alone
import roles
import roles_late
import roles_open
import roles_parts
import unreadable
from disagreements import WITHOUT_A_PACK
from packs import PACKS
from spoil import zip_of

# Importing a page of packs puts them into PACKS.
PAGES = [clause_2_1, clause_2_2_1, clause_2_2_2, clause_2_2_3, clause_2_2_4, clause_2_3, clause_3_1, clause_4, clause_5,
         clause_6_matching, clause_6_times, clause_7, claims, roles, roles_late, roles_open, roles_parts, clocks, legal_reads, legal_ways,
         legal_packs, enough, contradictory, unreadable, reads_alone]


def write(pack, folder):
    path = folder / pack.name
    pack.write(path)
    written = zip_of(path) if zip_of(path).exists() else path / pack.file
    return {**pack.expected(), "path": written.relative_to(folder).as_posix()}


def main(arguments):
    folder, names = pathlib.Path(arguments[0]), arguments[1:]
    wanted = [pack for pack in PACKS if not names or any(name in pack.name for name in names)]
    expected = [write(pack, folder) for pack in wanted]
    told = {"packs": expected, "without_a_pack": WITHOUT_A_PACK}
    (folder / "expected.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(expected)} packs")


if __name__ == "__main__":
    main(sys.argv[1:])
