"""A look at an .xls file before calamine reads it: password, macros, errors and formulas that were never calculated.

Runs in the child process. Only as much of the old formats is understood as that asks for: the compound file
(MS-CFB) that holds the stream 'Workbook', and the records (MS-XLS, BIFF8) in it that say what a cell is.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from scicity.ingest.findings import Refused
from scicity.ingest.package import Looked

END_OF_CHAIN = 0xFFFFFFFA  # and above: no further sector
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
TEXT_RESULT, BETWEEN = 0x0207, (0x04BC, 0x0221, 0x0236)  # what may stand between a formula and its text
BOF, EOF, FORMULA, BOOL_OR_ERROR, ROW, COLUMNS = 0x0809, 0x000A, 0x0006, 0x0205, 0x0208, 0x007D
SHEET, PASSWORD, DATE_SYSTEM = 0x0085, 0x002F, 0x0022
WORKSHEET, MACRO_SHEETS = 0, (1, 6)


def look(path: str) -> dict[str, Looked]:
    """What each worksheet declares, by name. A file that cannot be followed is refused as damaged."""
    try:
        stream = workbook_stream(Path(path).read_bytes())
        return {name: _sheet(stream, start) for name, start in sheets(stream)}
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise Refused("damaged") from error


def workbook_stream(data: bytes) -> bytes:
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    fat_count, first_directory = struct.unpack_from("<I", data, 44)[0], struct.unpack_from("<I", data, 48)[0]
    next_list = struct.unpack_from("<I", data, 68)[0]
    fat_sectors = list(struct.unpack_from("<109I", data, 76))
    while next_list < END_OF_CHAIN and len(fat_sectors) < fat_count + 128:
        page = struct.unpack_from(f"<{size // 4}I", data, (next_list + 1) * size)
        fat_sectors.extend(page[:-1])
        next_list = page[-1]
    fat: list[int] = []
    for sector in fat_sectors[:fat_count]:
        fat.extend(struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size))
    streams = _directory(_chained(data, fat, first_directory, size))
    if "EncryptedPackage" in streams:
        raise Refused("password")
    if "_VBA_PROJECT_CUR" in streams or "VBA" in streams:
        raise Refused("macros")
    if "Workbook" not in streams:
        raise Refused("not_a_workbook")
    start, length = streams["Workbook"]
    return _chained(data, fat, start, size)[:length]


def _chained(data: bytes, fat: list[int], sector: int, size: int) -> bytes:
    pieces: list[bytes] = []
    while sector < END_OF_CHAIN:
        if len(pieces) > len(fat):  # the chain runs in a circle
            raise Refused("damaged")
        pieces.append(data[(sector + 1) * size : (sector + 2) * size])
        sector = fat[sector]
    return b"".join(pieces)


def _directory(data: bytes) -> dict[str, tuple[int, int]]:
    """The streams' first sector and length, by name."""
    found = {}
    for offset in range(0, len(data) - 127, 128):
        length = struct.unpack_from("<H", data, offset + 64)[0]
        name = data[offset : offset + max(0, length - 2)].decode("utf-16-le")
        found[name] = struct.unpack_from("<II", data, offset + 116)
    return found


def records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, from its beginning to its own end (charts inside it have theirs)."""
    depth = 0
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        yield kind, stream[offset + 4 : offset + 4 + length]
        depth += (kind == BOF) - (kind == EOF)
        if depth <= 0:
            return
        offset += 4 + length


def sheets(stream: bytes) -> list[tuple[str, int]]:
    """Every worksheet's name and where it begins."""
    found = []
    for kind, record in records(stream, 0):
        if kind == PASSWORD:
            raise Refused("password")
        if kind == DATE_SYSTEM and record[0] == 1:
            raise Refused("dates_1904")
        if kind == SHEET:
            start, what, length, wide = struct.unpack_from("<I", record)[0], record[5], record[6], record[7] & 1
            if what in MACRO_SHEETS:
                raise Refused("macros")
            name = record[8 : 8 + length * (2 if wide else 1)].decode("utf-16-le" if wide else "latin-1")
            if what == WORKSHEET:
                found.append((name, start))
    return found


def _sheet(stream: bytes, start: int) -> Looked:
    looked = Looked()
    waiting = b""  # a formula whose text is to follow
    for kind, record in records(stream, start):
        if waiting and kind not in BETWEEN:
            if kind != TEXT_RESULT:
                _note(looked, waiting, "uncached", "=")
            waiting = b""
        if kind == FORMULA and record[12:14] == b"\xff\xff" and record[6] == 0:
            waiting = record
        _judge(looked, kind, record)
    return looked


def _judge(looked: Looked, kind: int, record: bytes) -> None:
    """Notes what one record says of its cell, row or columns."""
    if kind == BOOL_OR_ERROR and record[7]:
        _note(looked, record, "error_cell", ERRORS.get(record[6], "#?"))
    elif kind == FORMULA and record[12:14] == b"\xff\xff" and record[6] == 2:
        _note(looked, record, "error_cell", ERRORS.get(record[8], "#?"))
    elif kind == FORMULA and (_empty_text(record) or (record[6:14] == bytes(8) and record[14] & 3)):
        # writers that calculate nothing leave an empty text, or 0 and the order to calculate on opening
        _note(looked, record, "uncached", "=")
    elif kind == ROW:
        looked.hidden_rows += bool(record[12] & 0x20)
    elif kind == COLUMNS and record[8] & 1:
        first, last = struct.unpack_from("<HH", record)
        looked.hidden_columns += last - first + 1


def _empty_text(record: bytes) -> bool:
    return record[12:14] == b"\xff\xff" and record[6] == 3


def _note(looked: Looked, record: bytes, reason: str, text: str) -> None:
    row, column = struct.unpack_from("<HH", record)
    looked.broken[row + 1, column + 1] = (reason, text)
