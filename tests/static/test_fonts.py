"""The web font that the house serves itself."""

import re

import pytest

from scicity import places

FOLDER = places.STATIC / "fonts" / "noto-sans-sc"


@pytest.fixture(scope="module")
def faces():
    return re.findall(r"@font-face\s*{(.*?)}", (FOLDER / "noto-sans-sc.css").read_text(encoding="utf-8"), re.S)


def covers(face: str, sign: str) -> bool:
    ranges = re.findall(r"U\+([0-9a-fA-F]+)(?:-([0-9a-fA-F]+))?", face)
    return any(int(first, 16) <= ord(sign) <= int(last or first, 16) for first, last in ranges)


def test_every_slice_that_the_style_sheet_names_is_here_and_is_a_font(faces):
    named = [re.search(r"url\(\./(files/[\w-]+\.woff2)\)", face)[1] for face in faces]
    assert sorted(named) == sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("files/*"))
    assert {(FOLDER / name).read_bytes()[:4] for name in named} == {b"wOF2"}


def test_nothing_is_fetched_from_elsewhere_and_text_is_seen_at_once(faces):
    assert all("//" not in face and "font-display: swap" in face for face in faces)
    assert all("font-family: 'Noto Sans SC Variable'" in face for face in faces)


@pytest.mark.parametrize("sign", "亿增降—−◆〔〕…①▲▼%0A")
def test_our_signs_are_in_some_slice(faces, sign):
    assert any(covers(face, sign) for face in faces)


def test_the_licence_lies_beside_the_font():
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "LICENSE").read_text(encoding="utf-8")
    assert "5.3.1" in (FOLDER / "README.md").read_text(encoding="utf-8")
