"""Pictures in one zip, with a list that says what each of them is.

The list stands in it twice: manifest.json for programs, manifest.csv for people. A file that was changed afterwards no
longer has the sum the list gives it.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from scicity.exports.a4 import fixed_on
from scicity.exports.about import About, clean
from scicity.exports.tables import harmless
from scicity.wording import say

LIST = ("file", "title", "period", "scope", "release", "provenance", "sha256", "link")


@dataclass(frozen=True)
class Picture:
    """One file of the bundle. name: as it is to be called, with its ending. title: the caption a reader gave it, or its
    own. link: the address that reopens the view."""

    data: bytes
    name: str
    about: About
    title: str = ""
    link: str = ""


def zip_bytes(pictures: Iterable[Picture]) -> bytes:
    """The pictures in their order, numbered where there are several, with both lists. The same pictures give the same
    bytes. ValueError when there are none."""
    named = list(_numbered(list(pictures)))
    if not named:
        raise ValueError("A bundle without a picture is none: give at least one.")
    rows = [_row(name, one) for name, one in named]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:  # a picture is packed already
        for name, one in named:
            archive.writestr(_entry(name, one.about), one.data)
        first = named[0][1].about
        archive.writestr(_entry("manifest.json", first), json.dumps(rows, ensure_ascii=False, indent=1))
        archive.writestr(_entry("manifest.csv", first), _csv(rows, [one for _, one in named]))
    return out.getvalue()


def _numbered(pictures: list[Picture]) -> Iterator[tuple[str, Picture]]:
    """Each under its name, the order in front of it: no two are called the same."""
    digits = len(str(len(pictures)))
    for place, one in enumerate(pictures, 1):
        safe = PurePath(one.name).name
        yield (f"{place:0{digits}}_{safe}" if len(pictures) > 1 else safe), one


def _row(name: str, one: Picture) -> dict[str, str]:
    about = one.about
    texts = (
        name, clean(one.title or about.title), about.period, about.scope, about.release, about.provenance,
        sha256(one.data).hexdigest(), one.link,
    )  # fmt: skip
    return dict(zip(LIST, texts, strict=True))


def _csv(rows: list[dict[str, str]], pictures: list[Picture]) -> bytes:
    """Opens rightly in Excel, headings and provenance in words; demonstration data say so in the first line."""
    language = pictures[0].about.language
    out = io.StringIO(newline="")
    if any(one.about.is_demo for one in pictures):
        out.write(f"# {say('file_demo_notice', language)}\r\n")
    written = csv.writer(out, lineterminator="\r\n")
    written.writerow([say(f"bundle_{name}", language) for name in LIST])
    for row in rows:
        told = row | {"provenance": say(f"file_provenance_{row['provenance']}", language)}
        written.writerow([harmless(told[name]) for name in LIST])
    return out.getvalue().encode("utf-8-sig")


def _entry(name: str, about: About) -> zipfile.ZipInfo:
    day = fixed_on(about)
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.external_attr = 0o644 << 16  # or some systems unpack files nobody may read
    return entry
