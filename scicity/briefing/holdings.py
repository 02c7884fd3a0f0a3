"""What a briefing says of projects, platforms and the upgrading of enterprises: counts, each of its own scope."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from scicity import periods
from scicity.briefing.draft import Draft
from scicity.briefing.facts import Facts
from scicity.briefing.marks import cite, marked
from scicity.measures import taxonomy
from scicity.narrative import amounts, bulletin, upgrading
from scicity.wording import say
from scicity.wording.numbers import is_missing

SCOPES = ("ZGY", "KXC")
BANDS = {"GE100": "hundred", "GE10": "ten"}
STOCKS = ("incubators", "platforms")


def projects(facts: Facts, scope: str) -> Draft:
    """1—8月，科学城核心区签约项目59个，其中百亿级项目2个、十亿级项目15个；合同额735.6亿元。 Scopes never meet."""
    span = {"span": "ytd", "scope": scope}
    found = facts.ask("projects/series", **span, items=(taxonomy.TOTAL,), from_month=facts.month, to_month=facts.month)
    if found.empty or is_missing(found.iloc[0]["projects_count"]):
        return Draft(f"projects/{scope}", "body", ())
    row, demo = found.iloc[0], bool(found.iloc[0]["provenance"] == "demo")
    parts = facts.ask("projects/parts", **span, kind="tier", month=facts.month)
    bands = {
        BANDS[one["item"]]: _count(facts, f"projects|{scope}/tier|{one['item']}", one, "projects_count")
        for one in parts.to_dict("records")
        if one["item"] in BANDS and one["projects_count"]
    }
    contract = None if is_missing(row["contract_100m_yuan"]) else float(row["contract_100m_yuan"])
    name = f"projects|{scope}/all|{taxonomy.TOTAL}|{facts.month}|ytd|contract_100m_yuan"
    money = cite(amounts.money(contract, facts.language), name, amounts.amount(contract, facts.language)[0], demo)
    text = bulletin.projects(
        _so_far(facts), say(f"briefing_scope_{scope}", facts.language),
        _count(facts, f"projects|{scope}/all|{taxonomy.TOTAL}", row, "projects_count"),
        **bands, money=money, language=facts.language,
    )  # fmt: skip
    return Draft(f"projects/{scope}", "body", (text,))


def stocks(facts: Facts) -> Draft:
    """截至8月末，市级以上孵化器和众创空间14个，其中国家级4个；比上年末增加3个。 Both stocks, each by itself."""
    return Draft("stocks", "body", tuple(_stock(facts, subject) for subject in STOCKS))


def upgraded(facts: Facts) -> Draft:
    """1—8月，智能化改造44家，数字化车间和智能工厂认定6个…: kinds side by side, never added."""
    frame = facts.ask("upgrading/counters", month=facts.month)
    known = [one for one in frame.to_dict("records") if not is_missing(one["ytd_count"]) and one["ytd_count"]]
    if not known:
        return Draft("upgrading", "body", ())
    clauses = [
        say("briefing_upgraded_one", facts.language, name=_lower(one, facts), count=_upgraded(facts, one))
        for one in known
    ]
    told = bulletin.clauses(_so_far(facts), *clauses, language=facts.language)
    return Draft("upgrading", "body", (bulletin.sentence(told, language=facts.language),))


def _stock(facts: Facts, subject: str) -> str:
    year_end = periods.written(periods.year_of(facts.month) - 1, 12)
    found = facts.ask(f"{subject}/stock", months=(year_end, facts.month), part="").set_index("period")
    if facts.month not in found.index or is_missing(found.loc[facts.month, "total_count"]):
        return ""
    now = found.loc[facts.month]
    name = f"{subject}|level|{taxonomy.TOTAL}"
    row = {**now, "period": facts.month, "span": "point"}
    # with a part whose level nobody stated, the number of national ones is not known
    told = now["unstated_count"] == 0 and not is_missing(now["national_count"])
    national = _count(facts, name, row, "national_count") if told else ""
    what = amounts.within(say(f"innovation_{subject}", facts.language), facts.language)
    net = _net(facts, name, row, found.loc[year_end]["total_count"] if year_end in found.index else None)
    what = what[:1].upper() + what[1:] if facts.language == "en" else what
    count = _count(facts, name, row, "total_count")
    return bulletin.stock(_month_end(facts), what, count, national, net, facts.language)


def _net(facts: Facts, name: str, row: Mapping[Any, Any], before: float | None) -> str:
    if is_missing(before):
        return ""
    step = round(float(row["total_count"]) - float(before))  # type: ignore[arg-type]
    number = marked(f"{name}|{facts.month}|point|net_count", str(abs(step)), row["provenance"] == "demo")
    return bulletin.net_change(number, (step > 0) - (step < 0), facts.language)


def _upgraded(facts: Facts, one: Mapping[Any, Any]) -> str:
    name = f"upgrading|{one['classification']}|{taxonomy.TOTAL}|{facts.month}|ytd|{one['indicator']}"
    printed = amounts.plain(one["ytd_count"], 0, facts.language)
    return cite(upgrading.count(one, "ytd_count", facts.language), name, printed, one["provenance"] == "demo")


def _lower(one: Mapping[Any, Any], facts: Facts) -> str:
    return amounts.within(str(one[f"name_{facts.language}"]), facts.language)


def _count(facts: Facts, name: str, row: Mapping[Any, Any] | pd.Series, column: str) -> str:
    printed = amounts.plain(row[column], 0, facts.language)
    return marked(f"{name}|{facts.month}|{row['span']}|{column}", printed, row["provenance"] == "demo")


def _so_far(facts: Facts) -> str:
    return periods.label(facts.month, "ytd", facts.language, with_year=False)


def _month_end(facts: Facts) -> str:
    number = periods.number_of(facts.month)
    return say("briefing_month_end", facts.language, number=number, name=periods.ENGLISH[number])
