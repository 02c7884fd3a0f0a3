"""Chinese numerals as numbers: 十五, 两千, 三百二, 百; what is vague (三五, 几十, 数千) is None, never a guess."""

DIGITS = {sign: place for place, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
TENS = {"十": 10, "百": 100, "千": 1000}
CHARACTERS = "".join(DIGITS) + "".join(TENS)


def number(text: str) -> int | None:
    """The value of a numeral below ten thousand; None when it is not one, or is vague as 三五 (three to five) is."""
    total, digit, least = 0, None, 10_000
    for sign in text:
        if sign in DIGITS:
            if digit:
                return None
            digit = DIGITS[sign]
        else:
            scale = TENS.get(sign, 0)
            if not scale or scale >= least:
                return None
            # 十五 and 百: the one before the scale is not written
            total, digit, least = total + (digit or 1) * scale, None, scale
    return total + (digit or 0) if text else None
