"""No produced text breaks the rules of official prose, over a grid of many numbers."""

import itertools
import re
from functools import cache

import pandas as pd
import pytest

from scicity.narrative import cards, changes, comparisons, figures, groups, headline, phrases
from tests.narrative.narrative_rows import fields, monthly, row, series, snapshot, year_to_date

HAN = r"[\u4e00-\u9fff]"
FORBIDDEN = {
    "a minus after 增长": (r"增长[−-]", "同比增长−1.9%"),
    "负增长": (r"负增长", "负增长1.9%"),
    "half-width punctuation beside Chinese": (rf"{HAN}[,;:()]|[,;:()]{HAN}", "规模238.0亿元,增长"),
    "grouped digits in prose": (r"\d,\d", "39,038.1亿元"),
    "a space between number and unit": (rf"\d\s+{HAN}", "238.0 亿元"),
    "a space before Chinese": (rf"(?<![▲▼＝])[ ]{HAN}", "规模 增长"),
    "a year of two digits": (r"(?<!\d)\d\d年", "20年8月"),
    "a month with a leading zero": (r"(?<!\d)0\d月", "08月"),
    "a range without the long dash": (r"\d[-~～–]\d+月", "1-8月"),
    "per cent where points are due": (r"(加快|回落|提高|收窄|扩大)\d+(\.\d+)?%", "增速加快1.7%"),
    "points where per cent is due": (r"同比增长\d+(\.\d+)?个百分点", "同比增长1.9个百分点"),
    "a fall in 倍": (r"下降[^，。；]*倍", "下降1.2倍"),
    "a signed or worded nothing": (r"[+−]0\.0(?!\d)|(增长|下降|加快|回落|收窄|扩大|提高)0\.0(?!\d)", "下降0.0%"),
    "a missing number": (r"nan|NaN|None|inf|--亿元|--%|\{", "同比增长nan%"),
    "judgement": (r"强劲|乏力|遥遥领先|显著|大幅|预计", "增长强劲"),
}
RATES = (None, -100.0, -12.8, -0.06, -0.05, -0.04, 0.0, 0.04, 0.05, 0.4, 2.25, 13.0, 99.95, 178.9, 12345.6)
LEVELS = (None, 0.0, 0.04, 9.96, 238.0, 39038.1, 123456.7)
GRID = list(itertools.product(RATES, RATES))
FINE = list(itertools.product((*RATES, *(step / 100 for step in range(-2000, 2000, 77))), repeat=2))
# whole figures cost more than phrases; these still hold each sign, nothing, what rounds to it, and 倍
COARSE = list(itertools.product((None, -6.7, -0.04, 0.05, 13.0, 178.9), repeat=2))


def phrases_of(language):
    for rate, earlier in FINE:
        label = "1—7月" if language == "zh" else "Jan–Jul"
        yield phrases.growth(rate, language)
        yield phrases.moved(rate, language)
        yield phrases.change(rate, earlier, label, language)
        yield phrases.was(rate, label, language)
        yield phrases.pull(rate, language)
        yield phrases.share_change(rate, earlier, language)
        yield headline.year_to_date(rate, earlier, "2020-08", language)


def captions_of(language):
    for rate, earlier in COARSE:
        rows = series(("ALL", "2020-07", 1.0, earlier), ("ALL", "2020-08", 238.0, rate), ("HS", "2020-08", "pending"))
        parts = series(("NIT", "2020-08", 1.0, rate), ("AM", "2020-08", 2.0, earlier), ("NIT", "2020-07", 1.0, earlier))
        fine = series(("NIT-IC", "2020-08", 1.0, rate), ("AM-LM", "2020-08", 2.0, earlier))
        yield figures.monthly_scale(rows, language)
        yield figures.growth(rows[rows["item"] == "ALL"], language)
        yield figures.growth(parts, language)
        yield figures.same_month(rows[rows["item"] == "ALL"].replace("2020-07", "2019-08"), language)
        yield figures.small_multiples(fine, "2020-08", language)
        frame = snapshot(
            row("ALL", value=1.0, yoy=rate, before=earlier),
            row("NIT", value=1.0, yoy=rate, pull=rate, share=rate, share_before=earlier),
            row("AM", value=1.0, yoy=earlier, pull=earlier, share=earlier, share_before=rate),
        )
        yield comparisons.contribution(frame, language)
        yield comparisons.share(frame, language)
        yield comparisons.ranking(frame, language)
        yield headline.home(frame.assign(span="month"), frame, None, language)
    yield from (figures.monthly_scale(monthly(), language), figures.small_multiples(fields(), "2020-08", language))
    yield from (comparisons.share(year_to_date(), language), comparisons.contribution(year_to_date(), language))
    for status in ("pending", "suppressed", "not_published"):
        yield figures.trend(series(("AM-ADD", "2020-08", status)), language)
        yield figures.growth(series(("AM-ADD", "2020-08", status)), language)
        yield headline.home(snapshot(row("ALL", span="month", status=status)), year_to_date().iloc[:0], None, language)
        yield comparisons.contribution(snapshot(row("ALL", status=status), row("HS", status=status)), language)
    for level in LEVELS:
        yield figures.trend(series(("AM", "2020-08", level, 1.0)), language)
        yield comparisons.classes(series(("ALL", "2020-08", level, None), classification="high_tech"), language)


def cards_of(language):
    for rate, earlier in COARSE:
        yield cards.level_card(pd.Series(row("AM", value=238.0, yoy=rate, before=earlier)), language)
        yield cards.level_card(pd.Series(row("AM", yoy=rate, before=earlier)), language)
        yield cards.share_card(pd.Series(row("AM", share=rate, share_before=earlier)), language)
    for level, status in itertools.product(LEVELS, ("pending", "suppressed", "not_published", "preliminary")):
        yield cards.level_card(pd.Series(row("HS", value=level, status=status)), language, "2020-07")
        yield cards.stock_card(pd.Series(row("HS", count=level, status=status)), language)


def sentences_of(language):
    columns = ["classification", "item", "indicator", "period", "span", "old_value", "new_value", "kind"]
    for old, new in itertools.product(LEVELS, LEVELS):
        rows = [
            ("leading", "AM", "output", "2020-07", "ytd", old, new, kind) for kind in ("new", "revised", "withdrawn")
        ]
        yield from changes.since_last(pd.DataFrame(rows, columns=columns), language)
    for rate, earlier in COARSE:
        rows = series(("NIT", "2020-08", 1.0, rate), ("AM", "2020-08", 2.0, earlier))
        yield groups.by_growth(rows, "2020-08", language)


@cache
def texts(language):
    produced = {*phrases_of(language), *sentences_of(language)}
    for said in captions_of(language):
        produced |= {said.headline, said.subline, *said.notes}
    for one in cards_of(language):
        # the value and its unit stand in boxes of their own, where tables' grouping holds
        produced |= {one.label, one.change, one.note, one.chip}
    return produced


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_chinese_text_keeps_the_rules_of_official_prose(rule):
    pattern, violation = FORBIDDEN[rule]
    assert re.search(pattern, violation), "the rule must find its own example"
    produced = texts("zh")
    assert len(produced) > 1000  # a grid that produced next to nothing would prove nothing
    assert [text for text in produced if re.search(pattern, text)] == []


def test_english_text_has_no_chinese_and_no_hole():
    pattern = rf"{HAN}|[，。；：（）　]|nan|None|inf\b|\{{|, ,|  |[−-]0\.0(?!\d)|(?<!made )(up|down|by) 0\.0(?!\d)"
    assert [text for text in texts("en") if re.search(pattern, text)] == []


def test_headlines_do_not_end_in_a_stop_and_start_with_a_capital_in_english():
    for said in captions_of("en"):
        assert said.headline[:1].upper() == said.headline[:1]
        assert not said.headline.endswith((".", ","))
    assert not any(said.headline.endswith(("。", "，")) for said in captions_of("zh"))
