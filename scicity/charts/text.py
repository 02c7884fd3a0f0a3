"""Words on a figure: how wide they will be, where they may break, and what keeps them words.

Plotly neither wraps nor measures, and it reads tags; so lines are broken here, and everything from a frame is escaped.
"""

import html
import re
from collections.abc import Sequence

# fmt: off
# advance widths of the signs from space to tilde in Noto Sans SC Bold in thousandths of an em; regular is narrower
ADVANCES = (
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387,
    590, 590, 590, 590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514,
    1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853, 749, 770,
    667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590, 567,
    626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626,
    644, 644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
)
# fmt: on
OTHER_SIGNS = {"\N{EN DASH}": 544, "\N{MINUS SIGN}": 590}
# a number keeps its sign, its unit and its range; a word of Latin letters stays whole; other signs stand alone
ATOM = re.compile(
    r"[+\N{MINUS SIGN}\-]?\d[\d.,]*(?:[\N{EM DASH}\N{EN DASH}～]\d[\d.,]*)*"
    r"(?:%|个百分点|亿元|万元|个月|年|月|个|项|户|倍|pp)?|[A-Za-z][\w\-'./]*|\s+|."
)
CLOSING = set("，；。、：！？）》”’〕%,.;:!?)") | {"\N{MIDDLE DOT}"}
OPENING = set("（《“‘〔(")


def escaped(text: str) -> str:
    """`text` for a figure: a tag in it shows as written and does nothing."""
    return html.escape(text, quote=False)


def bold(text: str) -> str:
    return f"<b>{text}</b>"


def em(sign: str) -> float:
    """One sign's width in em, as bold; Chinese and all other signs are one em wide."""
    at = ord(sign) - ord(" ")
    advance = ADVANCES[at] if 0 <= at < len(ADVANCES) else OTHER_SIGNS.get(sign, 1000)
    return advance / 1000


def width(text: str, size: float) -> float:
    """The width in pixels of the widest line of `text` (tags removed, entities read)."""
    lines = re.split(r"<br>", text)
    plain = [html.unescape(re.sub(r"<[^>]*>", "", line)) for line in lines]
    return max(sum(em(sign) for sign in line) for line in plain) * size


def wrapped(text: str, room: float, size: float) -> list[str]:
    """`text` in lines no wider than `room` pixels, never broken inside a number or a word.

    Where a break at a full-width comma makes two lines that both fit, it is taken: a headline reads in clauses.
    """
    if width(escaped(text), size) <= room:
        return [text]
    for at in _clause_ends(text):
        halves = [text[:at].strip(), text[at:].strip()]
        if all(halves) and all(width(escaped(half), size) <= room for half in halves):
            return halves
    return _filled(_atoms(text), room, size)


def _clause_ends(text: str) -> list[int]:
    """Places after a clause, those nearest the middle first."""
    ends = [match.end() for match in re.finditer(r"[，；。]|[,;] ", text)]
    return sorted(ends, key=lambda at: abs(at - len(text) / 2))


def _atoms(text: str) -> list[str]:
    """Unbreakable pieces: closing signs stay with what they close, opening ones with what they open."""
    atoms: list[str] = []
    for piece in ATOM.findall(text):
        glued = atoms and (piece in CLOSING or atoms[-1] in OPENING)
        if glued:
            atoms[-1] += piece
        else:
            atoms.append(piece)
    return atoms


def _filled(atoms: Sequence[str], room: float, size: float) -> list[str]:
    lines = [""]
    for atom in atoms:
        if lines[-1] and width(escaped(lines[-1] + atom.rstrip()), size) > room:
            lines.append("")
        lines[-1] += atom if lines[-1] else atom.lstrip()
    if len(lines) > 1 and len(lines[-1]) == 1 and lines[-2][-1].isalpha():
        # a single sign does not stand alone on a line
        lines[-2:] = [lines[-2][:-1], lines[-2][-1] + lines[-1]]
    return [line.rstrip() for line in lines if line.strip()]


def halved(text: str, most: float) -> str:
    """`text` escaped, in two lines of about the same length when it is wider than `most` em."""
    if width(escaped(text), 1) <= most:
        return escaped(text)
    spaces = [match.start() for match in re.finditer(" ", text)]
    at = min(spaces, key=lambda space: abs(space - len(text) / 2)) if spaces else len(text) // 2
    return f"{escaped(text[:at])}<br>{escaped(text[at:].strip())}"


def broken(text: str, room: float, size: float) -> str:
    """`text` escaped and wrapped, its lines joined for plotly."""
    return "<br>".join(escaped(line) for line in wrapped(text, room, size))
