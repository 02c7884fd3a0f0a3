"""Numbers in a text that know which figure they print.

A clause is made of words and numbers by the phrases of `narrative`; `cite` then finds the number and marks it with its
figure's key. Marked texts are filled into patterns like any text, and `runs` takes the marks apart again at the end.
"""

import re

from scicity.exports.document import Run

OPEN, MIDDLE, CLOSE, DEMO = "\ue000", "\ue001", "\ue002", "\ue003"  # private characters, no text of ours has them
MARK = re.compile(f"{OPEN}([^{MIDDLE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}")


def marked(key: str, printed: str, demo: bool) -> str:
    """`printed` as the figure `key`, a demonstration value or not; '' stays ''."""
    return f"{OPEN}{DEMO if demo else ''}{key}{MIDDLE}{printed}{CLOSE}" if printed else ""


def cite(text: str, key: str, printed: str, demo: bool) -> str:
    """`text` with the number `printed` in it marked as the figure `key`; '' stays ''.

    The last such number counts, because labels of periods (1—7月) stand before it. A number that is not there raises
    ValueError: the words and the figure would come apart.
    """
    if not text:
        return ""
    found = [*re.finditer(rf"(?<![\d.,]){re.escape(printed)}(?![\d.]|,\d|月|年|—)", text)]
    if not found or not printed:
        raise ValueError(f"'{text}' does not print {printed or 'a number'} of {key}")
    last = found[-1]
    return text[: last.start()] + marked(key, printed, demo) + text[last.end() :]


def runs(text: str, bold: bool = False) -> tuple[Run, ...]:
    """The text as runs, one a stretch of words and one a number."""
    pieces: list[Run] = []
    at = 0
    for mark in MARK.finditer(text):
        pieces += [Run(text[at : mark.start()], bold=bold)] if mark.start() > at else []
        pieces.append(Run(mark[2], figure=mark[1].removeprefix(DEMO), bold=bold))
        at = mark.end()
    return (*pieces, *([Run(text[at:], bold=bold)] if at < len(text) else []))


def bare(text: str) -> str:
    """The text without its marks."""
    return MARK.sub(r"\2", text)


def demo_keys(text: str) -> frozenset[str]:
    """The keys of the demonstration figures the text prints."""
    return frozenset(mark[1].removeprefix(DEMO) for mark in MARK.finditer(text) if mark[1].startswith(DEMO))
