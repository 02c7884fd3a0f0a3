"""Numbers and amounts of money as they stand in a sentence, and the names they belong to."""

from collections.abc import Sequence
from decimal import Decimal

from scicity.measures import indicators, taxonomy
from scicity.wording import Language, say
from scicity.wording.numbers import MISSING, is_missing, number, rounded

MOST_NAMES = 3


def plain(value: float | Decimal | None, decimals: int = 1, language: Language = "zh") -> str:
    """A number in a sentence: Chinese prose prints no grouping at any length (39038.1), English always does."""
    text = number(None if value is None or is_missing(value) else float(value), decimals, language)
    return text.replace(",", "") if language == "zh" else text


def amount(value_100m_yuan: float | None, language: Language = "zh") -> tuple[str, str]:
    """Value and unit: ('238.0', '亿元'); ('23.8', 'RMB bn'), below 1 bn ('320', 'RMB mn'); missing ('--', '')."""
    scale, value = _scaled(value_100m_yuan, language)
    return (value, say(f"tell_unit_{scale}", language)) if scale else (value, "")


def money(value_100m_yuan: float | None, language: Language = "zh") -> str:
    """`amount` in a sentence: 238.0亿元; 'RMB 23.8 bn'; '' when missing."""
    scale, value = _scaled(value_100m_yuan, language)
    return say(f"tell_money_{scale}", language, value=value) if scale else ""


def name(item: str, classification: str = "leading", language: Language = "zh", inside: bool = False) -> str:
    """The item's name; inside an English sentence without its capital ('advanced manufacturing', but '5G …')."""
    text = taxonomy.item(item, classification).name(language)
    return within(text, language) if inside else text


def within(text: str, language: Language) -> str:
    """A text moved inside an English sentence: without its capital, unless that begins an abbreviation."""
    return text[0].lower() + text[1:] if language == "en" and text[1:2].islower() else text


def subject(item: str, classification: str = "leading", language: Language = "zh") -> str:
    """What is measured: 主导产业规模, 先进制造产值, 检验检测营业收入; the indicator's own name where it has one."""
    for one in indicators().values():
        if one.kind == "flow" and one.cell == (classification, item, "output"):
            return one.text("name", language)
    measure = taxonomy.item(item, classification).measure
    return say(f"tell_subject_{measure}", language, name=name(item, classification, language, inside=True))


def listed(names: Sequence[str], language: Language = "zh") -> str:
    """A、B、C; 'A, B and C'. Beyond three: A、B、C等5项; 'A, B, C and 2 more'."""
    names = list(names)
    if len(names) > MOST_NAMES:
        head = say("tell_comma", language).join(names[:MOST_NAMES])
        return say("tell_and_more", language, names=head, n=len(names), more=len(names) - MOST_NAMES)
    if len(names) < 2:
        return "".join(names)
    return say("tell_comma", language).join(names[:-1]) + say("tell_and", language) + names[-1]


def _scaled(value: float | None, language: Language) -> tuple[str, str]:
    if value is None or is_missing(value):
        return "", MISSING
    if language == "zh":
        return "100m", plain(value)
    # one decimal of a billion leaves small items a single digit; whole millions keep what 亿元 with one decimal shows
    if abs(rounded(value)) < 10:
        return "mn", plain(rounded(value) * 100, 0, language)
    return "bn", plain(value / 10, 1, language)
