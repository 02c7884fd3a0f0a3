"""A Word briefing read back after people had it: in Word, in WPS or in LibreOffice, edited, cut and added to.

A paragraph is known by its content control; where a program dropped that, by its fingerprint; where it was edited as
well, by standing alone between two that are known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scicity.exports.document import ReadBlock, ReadDocument, fingerprint
from scicity.exports.word.package import Package, unpacked
from scicity.exports.word.pen import HIDDEN
from scicity.exports.word.styles import FURNITURE, STYLES
from scicity.exports.word.xml import Element, W, text
from scicity.wording import LANGUAGES, say

NAMED = {name: style for style, name in STYLES.items() if style != "placeholder"}
# what holds paragraphs without being one: what was inserted with changes tracked, and the like
WRAPPERS = {f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}
PLACEHOLDER = f"{W}sdtPr/{W}showingPlcHdr"


@dataclass(frozen=True)
class _Piece:
    key: str
    style: str
    text: str


def read(data: bytes) -> ReadDocument:
    """The briefing's paragraphs as they stand in the file now, and what it was made from.

    A file of another origin gives its paragraphs without keys. One that cannot be read raises ValueError naming why
    and what to do.
    """
    package = unpacked(data)
    facts, written = package.stored.facts, package.stored.written
    pieces = [one for one in _pieces(package.body, package) if not _is_furniture(one, package)]
    blocks = tuple(ReadBlock(one.key, one.style, one.text) for one in _recovered(pieces, list(written.items())))
    language = next((one for one in LANGUAGES if one == facts.get("language")), LANGUAGES[0])
    kind, month, release = (facts.get(name, "") for name in ("kind", "month", "release"))
    return ReadDocument(kind, month, release, language, blocks, written)


def _pieces(inside: Element, package: Package, key: str = "", blank: bool = False) -> Iterator[_Piece]:
    """Every paragraph with words, in order; where a control has been split over several, the first has its key."""
    for child in inside:
        if child.tag == f"{W}p":
            words = text(child).strip()
            named, empty = _control(child)
            if words:
                yield _Piece(named or key, "placeholder" if blank or empty else _style(child, package), words)
                key = key if key.startswith(HIDDEN) else ""
        elif child.tag == f"{W}sdt":
            named, empty = _of(child)
            content = child.find(f"{W}sdtContent")
            yield from _pieces(content if content is not None else (), package, named or key, empty)
        elif child.tag in WRAPPERS:
            yield from _pieces(child, package, key, blank)


def _control(paragraph: Element) -> tuple[str, bool]:
    """The tag of the control inside a paragraph, and whether it still shows its placeholder."""
    controls = (_of(one) for one in paragraph.iter(f"{W}sdt"))
    return next(((key, blank) for key, blank in controls if key), ("", False))


def _of(control: Element) -> tuple[str, bool]:
    tag = control.find(f"{W}sdtPr/{W}tag")
    return "" if tag is None else str(tag.get(f"{W}val", "")), control.find(PLACEHOLDER) is not None


def _style(paragraph: Element, package: Package) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    name = package.styles.get(str(found.get(f"{W}val", "")), "") if found is not None else ""
    return name if name in FURNITURE else NAMED.get(name, "")


def _is_furniture(piece: _Piece, package: Package) -> bool:
    if piece.key:
        return piece.key.startswith(HIDDEN)
    return piece.style in FURNITURE or fingerprint(piece.text) in package.stored.furniture


def _recovered(pieces: list[_Piece], written: list[tuple[str, str]]) -> list[_Piece]:
    """The pieces with the keys they lost, no key twice, and without our mark of review before the words."""
    known = {mark: key for key, mark in reversed(written)}
    taken: set[str] = set()
    found = []
    for piece in map(_unmarked, pieces):
        key = piece.key or known.get(fingerprint(piece.text), "")
        found.append(replace(piece, key="" if key in taken else key))
        taken.add(key)
    return _between(found, [key for key, _ in written])


def _unmarked(piece: _Piece) -> _Piece:
    marks = tuple(say("paper_review", language).strip() for language in LANGUAGES)
    mark = next((one for one in marks if piece.text.startswith(one)), "")
    return replace(piece, text=piece.text.removeprefix(mark).strip()) if mark else piece


def _between(pieces: list[_Piece], order: list[str]) -> list[_Piece]:
    """Gives keys to edited pieces when as many stand between two known ones as texts were written there."""
    places = {key: at for at, key in enumerate(order)}
    anchors = [-1, *(at for at, piece in enumerate(pieces) if piece.key in places), len(pieces)]
    found = list(pieces)
    for before, after in zip(anchors, anchors[1:], strict=False):
        first = places[pieces[before].key] + 1 if before >= 0 else 0
        last = places[pieces[after].key] if after < len(pieces) else len(order)
        missing = order[first:last]
        loose = list(range(before + 1, after))
        if missing and len(missing) == len(loose) and all(not pieces[at].key for at in loose):
            for at, key in zip(loose, missing, strict=True):
                found[at] = replace(found[at], key=key)
    return found
