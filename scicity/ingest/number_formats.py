"""Number formats by which a cell shows something else than it holds: scaled, with a unit, with leading zeros.

A reader of the sheet believes what is shown. 12345 under `0!.0,` shows 1.2 (in 万元), 123 under `00000` shows 00123.
"""

import re

PERCENT = {9: "0%", 10: "0.00%"}  # built in, without a text in the file
DATE = re.compile(r"[ymdhs]|上午|下午", re.IGNORECASE)
SCALED = re.compile(r"[0#?],+(?![0#?,])|%")
LITERAL = re.compile(r'"([^"]*)"|[\\!](.)')
COLOURS_AND_LOCALES = re.compile(r"\[[^\]]*\]|_.|\*.")
PADDED = re.compile(r"0{2,30}")
IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")


def misleading(code: str) -> bool:
    """Whether a number under this format shows another number, or a unit, than the cell holds."""
    shown = COLOURS_AND_LOCALES.sub("", code.split(";")[0])
    if not shown and ";" in code:  # ;;; shows nothing at all
        return True
    said = "".join(first or second for first, second in LITERAL.findall(shown))
    bare = LITERAL.sub("", shown)
    if DATE.search(bare):
        return False
    # a point that is only written splits the digits without dividing them
    return bool(SCALED.search(bare) or IDEOGRAPH.search(said + bare) or "." in said)


def padding(code: str) -> int:
    """How many digits the format `00000` shows at least; 0 for all others."""
    return len(code) if PADDED.fullmatch(code) else 0
