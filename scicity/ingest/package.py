"""A look at an .xlsx package before anything trusts it: its size, its parts, its XML; and what each cell declares.

Runs in the child process. Every part is decompressed once and checked against its checksum, so a size that lies is
found here; a document type (the way to XML bombs) is refused. Reading the XML of a sheet ourselves tells apart what
calamine gives as '' alike: a blank, an error, and a formula that was never calculated.
"""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from scicity.ingest.findings import Refused
from scicity.ingest.number_formats import PERCENT, misleading, padding

LARGEST_UNPACKED = 60 * 2**20
MOST_PARTS = 500
MOST_ROWS, MOST_COLUMNS = 200_000, 200
REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})\Z")
PIECE = 1 << 16
FORBIDDEN = {
    "vbaproject": "macros",
    "macrosheets/": "macros",
    "dialogsheets/": "macros",
    "activex/": "macros",
    "embeddings/": "embedded",
    "externallinks/": "external_links",
}

Handler = Callable[[str, dict[str, str]], None]


@dataclass
class Looked:
    """What one sheet declares, cells by (row, column) from 1: cells without a value to be trusted, numbers that show
    leading zeros; and how many rows and columns it hides.
    """

    broken: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    padded: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: int = 0
    hidden_columns: int = 0


def look(package: zipfile.ZipFile) -> None:
    """Refuses a package that is too large, has active content, or whose parts differ from their checksums."""
    parts = package.infolist()
    if len(parts) > MOST_PARTS:
        raise Refused("too_many_parts", found=len(parts), most=MOST_PARTS)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST_UNPACKED:
        raise Refused("unpacks_too_large", found=f"{unpacked >> 20} MB", most=f"{LARGEST_UNPACKED >> 20} MB")
    names = [part.filename.lower() for part in parts]
    for mark, kind in FORBIDDEN.items():
        if any(mark in name for name in names):
            raise Refused(kind)
    if "xl/workbook.xml" not in names or len(set(names)) < len(names):
        raise Refused("not_a_workbook")
    if package.testzip():
        raise Refused("damaged")
    for name in package.namelist():
        if name.lower().endswith((".xml", ".rels")) and "/worksheets/sheet" not in name.lower():
            parse(package, name, _shared_count(package, name))


def parse(package: zipfile.ZipFile, name: str, start: Handler, end: Callable[[str], None] | None = None) -> None:
    """Streams one XML part through expat, names without prefixes. A document type or broken XML is refused."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: start(tag.rsplit(":", 1)[-1], attributes)
    if end:
        parser.EndElementHandler = lambda tag: end(tag.rsplit(":", 1)[-1])
        parser.CharacterDataHandler = getattr(end, "text", None)
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        with package.open(name) as part:
            while piece := part.read(PIECE):
                parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, KeyError, zipfile.BadZipFile, zlib.error) as error:
        raise Refused("damaged") from error


def _no_doctype(*_: object) -> None:
    raise Refused("doctype")


def _shared_count(package: zipfile.ZipFile, name: str) -> Handler:
    """calamine reserves memory for as many strings as a part says it has: a count that lies must not reach it."""
    largest = package.getinfo(name).file_size

    def start(tag: str, attributes: dict[str, str]) -> None:
        for key in ("count", "uniqueCount"):
            stated = attributes.get(key, "0") if tag in ("sst", "cellXfs", "numFmts", "mergeCells") else "0"
            if key == "uniqueCount" and (not stated.isdigit() or int(stated) > largest):
                raise Refused("damaged")

    return start


@dataclass
class Workbook:
    """What workbook.xml says: each sheet's part by name, the date system, and whether values await calculation."""

    parts: dict[str, str] = field(default_factory=dict)
    uncalculated: bool = False


def workbook(package: zipfile.ZipFile) -> Workbook:
    """Reads workbook.xml and its relations. The 1904 date system is refused: a bare serial would be four years off."""
    targets: dict[str, str] = {}
    found = Workbook()

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            raise Refused("dates_1904")
        if tag == "calcPr":
            found.uncalculated = attributes.get("fullCalcOnLoad") in ("1", "true")
        if tag == "sheet":
            link = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            target = targets.get(link, "")
            found.parts[attributes.get("name", "")] = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")

    parse(package, "xl/_rels/workbook.xml.rels", relation)
    parse(package, "xl/workbook.xml", start)
    return found


def formats(package: zipfile.ZipFile) -> dict[str, str]:
    """The misleading or padding number formats of styles.xml by the number that cells name; none without the part."""
    codes: dict[str, str] = {str(number): code for number, code in PERCENT.items()}
    styles: list[str] = []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if tag == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            inside = tag == "cellXfs"
        elif tag == "xf" and inside:
            styles.append(codes.get(attributes.get("numFmtId", "0"), ""))

    if "xl/styles.xml" in package.namelist():
        parse(package, "xl/styles.xml", start)
    return {str(number): code for number, code in enumerate(styles) if padding(code) or misleading(code)}


def sheet(package: zipfile.ZipFile, part: str, uncalculated: bool, formats: Mapping[str, str] | None = None) -> Looked:
    """Goes through one sheet's XML. A cell with content beyond 200 000 rows or 200 columns is refused.

    formats: number formats, by style, under which a cell shows something else than it holds; none are looked for
    without them.
    """
    reader = SheetReader(uncalculated, formats)
    parse(package, part, reader.start, reader)
    return reader.looked


class SheetReader:
    """Follows the elements of a sheet: where it is, and what the cell at hand has shown of itself."""

    def __init__(self, uncalculated: bool, formats: Mapping[str, str] | None = None) -> None:
        self.looked = Looked()
        self.uncalculated, self.formats = uncalculated, formats or {}
        self.row = self.column = 0
        self.format = ""
        self.kind, self.formula, self.value, self.inside = "", False, "", False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self.kind, self.formula, self.value = attributes.get("t", "n"), False, ""
            self.format = self.formats.get(attributes.get("s", ""), "") if self.formats else ""
            self._move(attributes.get("r"))
        elif tag == "v":
            self.inside = True
        elif tag == "f":
            self.formula = True
        elif tag == "is":
            self.value = "text"
        elif tag == "row":
            stated, last = attributes.get("r", ""), self.row
            self.row, self.column = int(stated) if stated.isdigit() else last + 1, 0
            if self.row <= last:  # two rows of one number: one would cover the other
                raise Refused("damaged")
            self.looked.hidden_rows += attributes.get("hidden") in ("1", "true")
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            span = int(attributes.get("max", "1")) - int(attributes.get("min", "1")) + 1
            self.looked.hidden_columns += max(1, span)

    def text(self, data: str) -> None:
        if self.inside:
            self.value += data

    def __call__(self, tag: str) -> None:
        """The end of an element; a cell is judged when it closes."""
        if tag == "v":
            self.inside = False
        elif tag == "c" and (self.value or self.formula):
            self._judge()

    def _move(self, reference: str | None) -> None:
        if reference is None:
            self.column += 1
            return
        match = REFERENCE.match(reference)
        if not match:
            raise Refused("damaged")
        last, self.column = self.column, 0
        for character in match[1]:
            self.column = self.column * 26 + ord(character) - 64
        if int(match[2]) != self.row or self.column <= last:
            raise Refused("damaged")

    def _judge(self) -> None:
        if self.row > MOST_ROWS or self.column > MOST_COLUMNS:
            raise Refused("too_far", rows=MOST_ROWS, columns=MOST_COLUMNS, at_row=self.row, at_column=self.column)
        place = (self.row, self.column)
        if self.kind == "e":
            self.looked.broken[place] = ("error_cell", self.value or "#?")
        elif self.formula and self.kind != "str" and self._never_calculated():
            self.looked.broken[place] = ("uncached", "=")
        elif self.format and self.kind == "n":
            self._shown_otherwise(place)

    def _shown_otherwise(self, place: tuple[int, int]) -> None:
        digits = padding(self.format)
        if not digits:
            self.looked.broken[place] = ("shown_otherwise", f"{self.value} [{self.format}]")
        elif self.value.isdigit():
            self.looked.padded[place] = self.value.zfill(digits)

    def _never_calculated(self) -> bool:
        # a writer that calculates nothing leaves no value, or 0 and the order to calculate on opening
        return not self.value or (self.uncalculated and self.value == "0")
