"""Text tables (CSV, TSV): which encoding, which delimiter, then rows one at a time, in bounded memory.

Encodings are tried from strict to loose: a byte order mark decides; else strict UTF-8; else GB18030, which accepts
almost any bytes and must therefore come last. A file that is UTF-8 but for a few bytes is damaged, not GB18030.
"""

import codecs
import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from scicity.ingest.cells import Cell, Grid, Row, Source
from scicity.ingest.findings import Refused

DELIMITERS = (",", "\t", ";", "|", "\N{FULLWIDTH COMMA}")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, ""),  # begins like UTF-16, so it is looked for first
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LONGEST_CELL = 1000
MOST_COLUMNS = 200
MOST_ROWS = 2_000_000
PIECE = 1 << 20
LOOKED_AT = 60  # rows

Matches = Callable[[list[Cell]], int]


def opened(path: Path, matches: Matches) -> Source:
    """The table of a text file. `matches` counts the cells of a row that are headers of the form."""
    encoding = encoding_of(path)
    delimiter = delimiter_of(path, encoding, matches)
    grid = Grid("", _rows(path, encoding, delimiter), even=True)
    return Source("text", encoding.removesuffix("-sig"), delimiter, grids=iter([grid]))


def encoding_of(path: Path) -> str:
    """utf-8-sig, utf-16, utf-8 or gb18030. NUL bytes, UTF-32 and bytes that fit none of them are refused."""
    with path.open("rb") as file:
        head = file.read(4)
    for mark, encoding in MARKS:
        if head.startswith(mark):
            if not encoding:
                raise Refused("encoding")
            _decodes(path, encoding)
            return encoding
    broken = _first_not_utf8(path)
    if broken is None:
        return "utf-8"
    if _damaged_utf8(broken):
        raise Refused("damaged_utf8")
    _decodes(path, "gb18030")
    return "gb18030"


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _first_not_utf8(path: Path) -> bytes | None:
    """The first piece that is not UTF-8, with what came before it; None when all of the file is."""
    decoder, before = codecs.getincrementaldecoder("utf-8")(), b""
    for piece in _pieces(path):
        if b"\0" in piece:
            raise Refused("nul")
        try:
            decoder.decode(piece)
        except UnicodeDecodeError:
            return before + piece
        before = piece
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return before
    return None


def _damaged_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    chinese = sum("\u4e00" <= one <= "\u9fff" for one in text)
    return chinese > 5 * text.count("\N{REPLACEMENT CHARACTER}")


def _decodes(path: Path, encoding: str) -> None:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for piece in _pieces(path):
            if "\0" in decoder.decode(piece):
                raise Refused("nul")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise Refused("encoding") from error


def delimiter_of(path: Path, encoding: str, matches: Matches) -> str:
    """The delimiter by which a row shows most headers of the form; without any, the one that cuts most."""
    with path.open(encoding=encoding, newline="") as file:
        sample = [line for _, line in zip(range(LOOKED_AT), file, strict=False)]

    def shows(delimiter: str) -> tuple[int, int]:
        try:
            rows = list(csv.reader(sample, delimiter=delimiter, skipinitialspace=True))
        except csv.Error:
            return (0, 0)
        return (max((matches(list(row)) for row in rows), default=0), sum(map(len, rows)) - len(rows))

    return max(DELIMITERS, key=shows)


def _rows(path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    """Every row with its number. Broken quotes, over-long cells, too many cells or rows are refused where they are."""
    number = 0
    with path.open(encoding=encoding, newline="") as file:
        # a space before a quotation mark would make the mark a part of the cell
        reader = csv.reader(file, delimiter=delimiter, strict=True, skipinitialspace=True)
        try:
            for number, row in enumerate(reader, start=1):
                if number > MOST_ROWS or len(row) > MOST_COLUMNS:
                    raise Refused("too_far", rows=MOST_ROWS, columns=MOST_COLUMNS, at_row=number, at_column=len(row))
                # a list of texts is a list of cells; a copy would cost a tenth of the reading
                yield number, row  # type: ignore[misc]
        except csv.Error as error:
            if "field larger" in str(error):
                raise Refused("too_long", row=number + 1, most=LONGEST_CELL, length=csv.field_size_limit()) from error
            raise Refused("quotes", row=number + 1, line=reader.line_num) from error
