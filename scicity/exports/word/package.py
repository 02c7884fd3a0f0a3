"""A Word file taken apart without trusting it: its parts, its styles' names, or one sentence why not."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from scicity.exports.word import stored
from scicity.exports.word.styles import TYPES
from scicity.exports.word.xml import Element, W
from scicity.wording import say

MOST_BYTES = 200_000_000  # unpacked; a briefing has about one million
# a broken archive breaks in many ways: wrong sums, wrong lengths, methods nobody knows, no XML inside
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, RuntimeError, NotImplementedError,
    etree.XMLSyntaxError,
)  # fmt: skip


@dataclass(frozen=True)
class Package:
    """body: the text's element. styles: id -> our name of it (built-in ones as in English). parts: name -> bytes."""

    body: Element
    styles: Mapping[str, str]
    stored: stored.Stored
    parts: Mapping[str, bytes]


def parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def unpacked(data: bytes) -> Package:
    """The file's parts; whatever is wrong with it raises ValueError with a sentence for the reader."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(one.file_size for one in archive.infolist()) > MOST_BYTES:
                raise _refused("too_large")
            wanted = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
            parts = {name: archive.read(name) for name in wanted}
        body = etree.fromstring(parts["word/document.xml"], parser()).find(f"{W}body")
        styles = _styles(parts.get("word/styles.xml"))
        kept = stored.found(parts, parser())
    except KeyError:
        raise _refused("no_text") from None
    except BROKEN:
        raise _refused("not_zip") from None
    except ValueError as broken:
        raise broken if "docx" in str(broken) else _refused("not_zip") from None
    if body is None:
        raise _refused("no_text")
    return Package(body, styles, kept, parts)


def _refused(why: str) -> ValueError:
    return ValueError(say("paper_unreadable", why=say(f"paper_{why}")))


def _styles(xml: bytes | None) -> dict[str, str]:
    """Word writes 'heading 1', others 'Heading 1': both are ours."""
    ours = {name.lower(): name for name in TYPES}
    named: dict[str, str] = {}
    for style in etree.fromstring(xml, parser()).iter(f"{W}style") if xml else ():
        name = style.find(f"{W}name")
        said = str(name.get(f"{W}val", "")) if name is not None else ""
        named[str(style.get(f"{W}styleId", ""))] = ours.get(said.lower(), said)
    return named
