"""Word files taken apart and put together again for tests, and LibreOffice to set them on pages."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
W = f"{{{SPACES['w']}}}"
MM = 72 / 25.4  # points a millimetre


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(data: bytes, part: str = "word/document.xml"):
    return etree.fromstring(parts(data)[part])


def found(data: bytes, path: str, part: str = "word/document.xml") -> list:
    return body(data, part).xpath(path, namespaces=SPACES)


def words(element) -> str:
    return "".join(element.itertext(f"{W}t"))


def lines(data: bytes) -> list[str]:
    """Every paragraph of the text that says anything, those in tables too."""
    return [text for text in map(words, found(data, "//w:p")) if text]


def changed(data: bytes, change: Callable[[str], str], part: str = "word/document.xml") -> bytes:
    """The file with one part edited as text, as a person or a program might have left it."""
    held = parts(data)
    before = held[part].decode()
    held[part] = change(before).encode()
    assert held[part].decode() != before, "the change found nothing to change"
    return packed(held)


def packed(held: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return out.getvalue()


def without_controls(xml: str) -> str:
    """What WPS and mail programs make of content controls: their words, bare."""
    return re.sub(r"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt>|</?w:sdtContent>", "", xml, flags=re.S)


def office(folder: Path, files: Mapping[str, bytes], kind: str = "pdf") -> dict[str, bytes]:
    """The files converted by one run of LibreOffice; skipped where there is none, which CI counts as failed."""
    program = shutil.which("soffice")
    if program is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice or poppler is not installed: apt-get install libreoffice-writer poppler-utils")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    made = folder / "made"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(made)]
    subprocess.run([*command, *(str(folder / name) for name in files)], check=True, capture_output=True, timeout=180)
    ending = kind.partition(":")[0]
    return {name: (made / name).with_suffix(f".{ending}").read_bytes() for name in files}


def set_lines(pdf: bytes, folder: Path) -> list[list[tuple[str, float, float, float, float]]]:
    """Of each page its lines: text, left, top, right and bottom in millimetres."""
    path = folder / "measured.pdf"
    path.write_bytes(pdf)
    asked = subprocess.run(["pdftotext", "-bbox-layout", str(path), "-"], check=True, capture_output=True)
    pages = etree.fromstring(asked.stdout, etree.XMLParser(recover=True)).iter("{*}page")
    return [[_line(line) for line in page.iter("{*}line")] for page in pages]


def _line(line) -> tuple[str, float, float, float, float]:
    text = "".join(word.text or "" for word in line.iter("{*}word"))
    left, top, right, bottom = (float(line.get(name)) / MM for name in ("xMin", "yMin", "xMax", "yMax"))
    return text, left, top, right, bottom
