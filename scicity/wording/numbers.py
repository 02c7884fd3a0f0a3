"""Numbers as readers see them: rounded half up at the edge, signs and grouping as official texts print them.

Chinese prose and figures print no grouping below five integer digits; English always groups. Minus is U+2212.
A missing number is '--', never 0; a change that rounds to nothing carries no sign.
"""

from decimal import ROUND_HALF_UP, Decimal

from scicity.wording import Language

MINUS = "\N{MINUS SIGN}"
MISSING = "--"


def is_missing(value: object) -> bool:
    """Whether `value` is None, NaN or pd.NA (whose comparison with itself is not true)."""
    if value is None:
        return True
    try:
        return not bool(value == value)
    except TypeError:  # pd.NA refuses to be a truth value
        return True


def rounded(value: float, decimals: int = 1) -> Decimal:
    """`value` with `decimals` places, half away from zero, as 四舍五入 is taught (2.25 gives 2.3)."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def number(value: float | None, decimals: int = 1, language: Language = "zh") -> str:
    """`value` for reading, e.g. 1422.8 or 39,038.1; missing gives '--'."""
    if value is None or is_missing(value):
        return MISSING
    exact = rounded(value, decimals)
    grouped = language == "en" or abs(exact) >= 10_000
    text = f"{abs(exact):,.{decimals}f}" if grouped else f"{abs(exact):.{decimals}f}"
    return f"{MINUS}{text}" if exact < 0 else text


def signed(value: float | None, decimals: int = 1, language: Language = "zh") -> str:
    """A change for charts and tables: +1.9, −6.7, and 0.0 without a sign; missing gives '--'."""
    text = number(value, decimals, language)
    return f"+{text}" if value is not None and not is_missing(value) and rounded(value, decimals) > 0 else text


def difference_pp(rate_pct: float | None, earlier_pct: float | None) -> Decimal | None:
    """Percentage points between two rates as published (one decimal each), so that a reader can redo it."""
    if rate_pct is None or earlier_pct is None or is_missing(rate_pct) or is_missing(earlier_pct):
        return None
    return rounded(rate_pct) - rounded(earlier_pct)
