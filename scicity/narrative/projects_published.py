"""What was printed about projects, beside the ledger: the expo's mean, the launch in two divisions, tiers of amount.

Everything added up, subtracted or divided here is ours and says so; parts that miss their printed total say how far.
"""

import pandas as pd

from scicity import periods
from scicity.narrative.amounts import money, plain
from scicity.narrative.cards import Card
from scicity.wording import Language, say
from scicity.wording.numbers import is_missing, number

# the parts of the launch's two divisions, as the figures are named
LAUNCH: dict[str, tuple[str, ...]] = {
    "type": ("tech", "industry", "infra", "public"),
    "area": ("zg", "spb", "jlp", "bb", "jj", "bs"),
}


def mean_card(amount: float, projects: float, language: Language = "zh") -> Card:
    """The mean contract of an event with its formula; the median can't be told, single amounts are not published.

    amount: in 100 million yuan. The mean is a quotient of two printed figures and is marked as worked out.
    """
    mean = plain(amount / projects, 2, language)
    texts = {"amount": plain(amount, 1, language), "n": number(projects, 0, language), "mean": mean}
    return Card(
        label=say("projects_card_mean", language),
        value=mean,
        unit=say("unit_100m_yuan", language),
        change="",
        note=say("projects_card_mean_formula", language, **texts),
        chip=say("projects_chip_derived", language),
    )


def quoted(row: pd.Series, language: Language = "zh") -> str:
    """The phrase that prints a figure, and who printed it."""
    return say("projects_quoted", language, quotation=row["quotation"], publisher=row["publisher"])


def ledger_event(rows: pd.DataFrame, language: Language = "zh") -> list[str]:
    """What the ledger holds for an event; nothing where it has none. rows: `projects/event`."""
    return [
        say("projects_expo_ledger", language, n=number(row["projects_count"], 0, language),
            amount=money(row["contract_100m_yuan"], language) or say("chart_suppressed", language),
            f500=number(row["fortune500_count"], 0, language))
        for _, row in rows.iterrows()
    ]  # fmt: skip


def launch(figures: pd.DataFrame, kind: str, language: Language = "zh") -> pd.DataFrame:
    """The parts of one division, their sum, and the printed total: name, projects, amount (100 million yuan), printed.

    figures: cited figures of the launch by figure_id. is_total marks the two rows below the parts.
    """
    rows = [_part(figures, code, say(f"projects_launch_{code}", language), language) for code in LAUNCH[kind]]
    summed, projects = sum(row["amount"] for row in rows), sum(row["projects"] for row in rows)
    words = {"name": say("projects_launch_sum", language), "printed": _amount(summed, language)}
    rows.append({**words, "projects": projects, "amount": summed, "is_total": True})
    rows.append({**_part(figures, "all", say("projects_launch_printed", language), language), "is_total": True})
    return pd.DataFrame(rows)


def gap(rows: pd.DataFrame, language: Language = "zh") -> str:
    """Whether the parts come to the printed total, and by how much they miss it. rows: of `launch`."""
    parts, total = rows.iloc[-2], rows.iloc[-1]
    texts = {"n": number(parts["projects"], 0, language), "sum": number(parts["amount"], 0, language),
             "total": number(total["amount"], 0, language)}  # fmt: skip
    short = total["amount"] - parts["amount"]
    if short == 0 and parts["projects"] == total["projects"]:
        return say("projects_launch_agrees", language, **texts)
    return say("projects_launch_gap", language, gap=number(short, 0, language), **texts)


def bands(rows: pd.DataFrame, language: Language = "zh") -> pd.DataFrame:
    """The published tiers in words, each set under a head (is_head); exclusive ones with their sum and rest, both ours.

    rows: `projects/bands`. Columns band, projects_count, shown (the count as text), publisher, is_head. Nested tiers
    get no sum: it means nothing.
    """
    found: list[dict] = []
    for _, one in rows.groupby("set", sort=False):
        tiers = one.to_dict("records")
        found.append(_row(_set(tiers[0], language), None, "", is_head=True))
        found += [_row(_tier(row, language), row["projects_count"], row["publisher"]) for row in tiers]
        if tiers[0]["wording"] == "exclusive":
            together = sum(row["projects_count"] for row in tiers)
            found.append(_row(say("projects_band_sum", language), together, ""))
            found.append(_row(say("projects_band_rest", language), tiers[0]["total_count"] - together, ""))
    return pd.DataFrame(found)


def _part(figures: pd.DataFrame, code: str, name: str, language: Language) -> dict:
    amount = figures.loc[f"kxc_launch_{code}_amt"]
    projects = float(figures.loc[f"kxc_launch_{code}_n", "value"])
    printed = amount[f"printed_{language}"]
    return {"name": name, "projects": projects, "amount": float(amount["value"]), "printed": printed, "is_total": False}


def _amount(value: float, language: Language) -> str:
    return say("projects_launch_amount", language, zh=number(value, 0), en=f"{value / 10:g}")


def _row(band: str, count: float | None, publisher: str, is_head: bool = False) -> dict:
    shown = "" if count is None else number(count, 0)
    return {"band": band, "projects_count": count, "shown": shown, "publisher": publisher, "is_head": is_head}


def _tier(row: dict, language: Language) -> str:
    low = number(row["lower_100m_yuan"], 0, language)
    if is_missing(row["upper_100m_yuan"]):
        return say(f"projects_band_open_{row['wording']}", language, low=low)
    return say("projects_band_closed", language, low=low, high=number(row["upper_100m_yuan"], 0, language))


def _set(row: dict, language: Language) -> str:
    texts = {"about": row[f"about_{language}"], "scope": row[f"scope_{language}"]}
    period = periods.range_label(row["period_start"], row["period_end"], language)
    total = number(row["total_count"], 0, language)
    return say(f"projects_set_{row['wording']}", language, period=period, total=total, **texts)
