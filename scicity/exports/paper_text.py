"""The words of a PDF of ours, read back from its bytes in the order they are set; and whether every number is there.

It knows the PDFs that `paper` makes and no others: plain objects, types with a table of their signs. Page numbers and
what is repeated from page to page are no part of the text; what stands in a picture is not read.
"""

import re
import zlib
from collections.abc import Iterator

from scicity.exports import a4, printed
from scicity.exports.document import Document, FigureBlock, Paragraph, numbered
from scicity.exports.printed import NUMBER
from scicity.wording import say

OBJECT = re.compile(rb"(?m)^(\d+) 0 obj\b(.*?)\bendobj", re.S)
STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.S)
FONT = re.compile(rb"/(f\d+) (\d+) 0 R")
SIGNS = re.compile(rb"<([0-9A-Fa-f]+)> *<([0-9A-Fa-f]+)>(?: *<([0-9A-Fa-f]+)>)?")
PLAIN = rb"(?:\\.|[^\\()]%s)*"
INNER = PLAIN % (rb"|\(" + PLAIN % (rb"|\(" + PLAIN % b"" + rb"\)") + rb"\)")  # brackets in pairs are not escaped
# what matters in a page: marks of what is being set, the type chosen, the strings
PIECE = re.compile(
    rb"/(\w+)\s*(?:<<.*?>>|/\w+)?\s*BD?M?C\b|\bEMC\b|/(f\d+) [\d.]+ Tf|\((" + INNER + rb")\)|<([0-9A-Fa-f]+)>", re.S
)
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.S)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
BLANK = re.compile(r"\s+")


def compared(document: Document, data: bytes) -> tuple[int, tuple[str, ...]]:
    """How many numbers of the document were looked for in the PDF, and a sentence for each that is not there.

    A paragraph with figures and each row of a table must stand there as a whole, in their order.
    """
    held, at, count, missing = _dense(text(data)), 0, 0, []
    for place, wanted, numbers in _wanted(document):
        count += numbers
        found = held.find(_dense(wanted), at)
        if found < 0:
            missing.append(say("paper_differs", document.about.language, place=place, found="--", wanted=wanted))
        else:
            at = found + len(_dense(wanted))
    return count, tuple(missing)


def _wanted(document: Document) -> Iterator[tuple[str, str, int]]:
    """Each place of the document, what is to be found of it, and how many numbers that holds."""
    for block in a4.in_order(numbered(document)):
        if isinstance(block, Paragraph):
            told = [document.figures.get(run.figure, run.text) if run.figure else run.text for run in block.runs]
            numbers = sum(bool(run.figure) for run in block.runs)
            if numbers:
                yield block.key, "".join(told), numbers
        elif not (isinstance(block, FigureBlock) and block.svg):
            for at, row in enumerate(printed.rows(block)):
                yield f"{block.key} {at}", "".join(row), sum(bool(NUMBER.fullmatch(cell)) for cell in row) * bool(at)


def _dense(words: str) -> str:
    return BLANK.sub("", words)


def text(data: bytes) -> str:
    """The PDF's words, pages one after the other. A file that is no PDF of ours gives ''."""
    objects = {int(number): body for number, body in OBJECT.findall(data)}
    fonts: dict[int, dict[int, str]] = {}
    return "".join(word for page in _pages(objects) for word in _words(page, objects, fonts))


def _pages(objects: dict[int, bytes]) -> Iterator[bytes]:
    tree = next((body for body in objects.values() if re.search(rb"/Type\s*/Pages\b", body)), b"")
    kids = re.search(rb"/Kids\s*\[(.*?)\]", tree, re.S)
    for number in re.findall(rb"(\d+) 0 R", kids[1] if kids else b""):
        yield objects[int(number)]


def _words(page: bytes, objects: dict[int, bytes], fonts: dict[int, dict[int, str]]) -> Iterator[str]:
    named = {
        name: _signs(int(number), objects, fonts)
        for name, number in FONT.findall(_referred(page, b"Resources", objects))
    }
    signs: dict[int, str] = {}
    marks: list[bytes] = []
    for found in PIECE.finditer(_unpacked(_referred(page, b"Contents", objects))):
        if found[0] == b"EMC":
            marks = marks[:-1]
        elif found[1]:
            marks.append(found[1])
        elif found[2]:
            signs = named.get(found[2], {})
        elif b"Artifact" not in marks:
            codes = _plain(found[3]) if found[4] is None else bytes.fromhex(found[4].decode())
            yield "".join(signs.get(int.from_bytes(codes[at : at + 2]), "") for at in range(0, len(codes), 2))


def _referred(body: bytes, name: bytes, objects: dict[int, bytes]) -> bytes:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    return objects.get(int(found[1]), b"") if found else b""


def _unpacked(body: bytes) -> bytes:
    held = STREAM.search(body)
    return zlib.decompressobj().decompress(held[1]) if held else b""


def _signs(number: int, objects: dict[int, bytes], fonts: dict[int, dict[int, str]]) -> dict[int, str]:
    """Code -> sign of one type, from its own table."""
    if number not in fonts:
        table = _unpacked(_referred(objects.get(number, b""), b"ToUnicode", objects))
        fonts[number] = {}
        for first, second, third in SIGNS.findall(table):
            low, high = int(first, 16), int(second if third else first, 16)
            sign = bytes.fromhex((third or second).decode()).decode("utf-16-be", "replace")
            for code in range(low, high + 1):
                fonts[number][code] = sign[:-1] + chr(ord(sign[-1]) + code - low) if sign else ""
    return fonts[number]


def _plain(escaped: bytes) -> bytes:
    def sign(found: re.Match[bytes]) -> bytes:
        one = found[1]
        return bytes([int(one, 8) & 255]) if one[:1].isdigit() else LETTERS.get(one, one)

    return ESCAPED.sub(sign, escaped)
