"""One item of the leading industries in one period, told in clauses whose numbers know their figures."""

from dataclasses import dataclass

import pandas as pd

from scicity import periods
from scicity.briefing.facts import Facts, key
from scicity.briefing.marks import cite, marked
from scicity.measures import taxonomy
from scicity.narrative import amounts, bulletin, highs, phrases, rows
from scicity.narrative.rows import GROWTH, VALUE
from scicity.periods import Span
from scicity.wording import Language, say
from scicity.wording.numbers import difference_pp, rounded

BEFORE, SHARE, SHARE_BEFORE = "previous_yoy_pct", "share_pct", "share_last_year_pct"
PULL, OF_GROWTH = "contribution_pp", "growth_share_pct"


@dataclass(frozen=True)
class Spoken:
    """Clauses of one row of a snapshot; each is '' when its number is not there. history: the item's periods so far."""

    row: pd.Series
    history: pd.DataFrame
    total: str
    language: Language

    @property
    def span(self) -> Span:
        return "ytd" if self.row["span"] == "ytd" else "month"

    @property
    def demo(self) -> bool:
        return bool(self.row["provenance"] == "demo")

    def value(self, column: str) -> float | None:
        return rows.cell(self.row, column)

    def key(self, column: str, period: str = "") -> str:
        return key("industry", {**self.row, "period": period or self.row["period"]}, column)

    def named(self, inside: bool = False) -> str:
        return amounts.name(str(self.row["item"]), language=self.language, inside=inside)

    def when(self) -> str:
        return periods.label(str(self.row["period"]), self.span, self.language, with_year=False)

    def money(self) -> str:
        """1877.6亿元; '' where no level is published."""
        value = self.value(VALUE)
        text = amounts.money(value, self.language)
        return cite(text, self.key(VALUE), amounts.amount(value, self.language)[0], self.demo)

    def growth(self, lead: bool = True) -> str:
        """同比增长2.3%; lead=False drops 同比."""
        return self._growth(phrases.growth(self.value(GROWTH), self.language, lead))

    def _growth(self, text: str) -> str:
        printed = phrases.growth_number(self.value(GROWTH), self.language)
        return cite(text, self.key(GROWTH), printed, self.demo) if printed else text

    def change(self) -> str:
        """增速比1—7月加快1.7个百分点, 增速由负转正（1—7月为下降0.4%）…."""
        rate, before = self.value(GROWTH), self.value(BEFORE)
        label = phrases.earlier_label(str(self.row["period"]), self.span, self.language)
        text = phrases.change(rate, before, label, self.language, word=self._recovered())
        points = difference_pp(rate, before)
        if not text or points is None:
            return ""
        if phrases.direction(rate) == phrases.direction(before):
            printed = amounts.plain(abs(points), language=self.language)
            return cite(text, self.key("yoy_change_pp"), printed, self.demo) if points else text
        if not phrases.direction(rate) or not phrases.direction(before):
            return text
        earlier = self.key(GROWTH, periods.previous(str(self.row["period"])))
        return cite(text, earlier, amounts.plain(abs(rounded(before)), language=self.language), self.demo)  # type: ignore[arg-type]

    def run(self) -> str:
        """连续5个月正增长; '' below three."""
        known = rows.known(self.history, GROWTH)
        text = phrases.run(list(known["period"]), list(known[GROWTH]), self.language)
        # the only number of the phrase; a month left out ends a run sooner than the signs do
        length = "".join(sign for sign in text if sign.isdigit())
        return cite(text, self.key("run_of_growth"), length, self.demo) if text else ""

    def record(self) -> str:
        """增速为2019年以来最高; '' when it is none."""
        known = rows.known(self.history, GROWTH)
        if known.empty or str(known["period"].iloc[-1]) != self.row["period"]:
            return ""
        text = highs.record(list(known["period"]), list(known[GROWTH]), self.language)
        return say("briefing_growth_record", self.language, record=text) if text else ""

    def share(self) -> str:
        """The share in the total as a marked number, for a pattern to fill."""
        value = self.value(SHARE)
        return "" if value is None else marked(self._of_total(SHARE), self._plain(value), self.demo)

    def share_change(self) -> str:
        """比上年同期提高1.5个百分点."""
        points = difference_pp(self.value(SHARE), self.value(SHARE_BEFORE))
        text = phrases.share_change(self.value(SHARE), self.value(SHARE_BEFORE), self.language)
        return cite(text, self._of_total("share_change_pp"), self._plain(abs(points)), self.demo) if points else text

    def pull(self, whole: str = "") -> str:
        """拉动主导产业增长2.8个百分点; 下拉1.8个百分点; whole: what it pulls, where the sentence has not said so."""
        value = self.value(PULL)
        text = phrases.pull(value, self.language, whole)
        return cite(text, self._of_total(PULL), self._plain(abs(rounded(value or 0))), self.demo)

    def share_of_growth(self, total_growth: float | None) -> str:
        """The per cent of 贡献率 as a marked number; '' where the total hardly grows."""
        text = bulletin.share_of_growth(self.value(OF_GROWTH), total_growth, self.language)
        return marked(self._of_total(OF_GROWTH), text, self.demo)

    def _of_total(self, column: str) -> str:
        # shares and pulls of another total are other figures
        return self.key(column if self.total == taxonomy.TOTAL else f"{column}_of_{self.total}")

    def _plain(self, value: object) -> str:
        return amounts.plain(value, language=self.language)  # type: ignore[arg-type]

    def _recovered(self) -> str:
        known = list(self.history[GROWTH])
        return phrases.recovery(known[-1], known[-2], known[-3], self.language) if len(known) > 2 else ""


def spoken(facts: Facts, item: str, span: Span = "ytd") -> Spoken | None:
    """The item in the month or its year to date; None where the release has no such row."""
    found = rows.at(facts.ytd if span == "ytd" else facts.alone, item, facts.month)
    if found.empty:
        return None
    return Spoken(found, facts.history(item, span), facts.total, facts.language)
