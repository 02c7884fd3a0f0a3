"""Aggregates in, public cells out."""

from collections.abc import Collection

import pandas as pd

from scicity.disclosure.figures import KEY, figures
from scicity.disclosure.pattern import Plan
from scicity.disclosure.rule import Settings, settings
from scicity.disclosure.sums import Key, Sums, among, known_sums
from scicity.measures import taxonomy

NUMBERS = ["value", "comparable_base", "enterprises"]
# only these go out: a column nobody thought of must not carry a contributor's figure past the rule
PUBLIC = (
    "scope", "classification", "item", "indicator", "period_start", "period_end", "span", *NUMBERS,
    "unit", "qualifier", "status", "provenance", "source_id",
)  # fmt: skip


def suppressed_items(
    frame: pd.DataFrame,
    rule: Settings | None = None,
    hidden_before: Collection[Key] = (),
    sums: Sums | None = None,
) -> set[Key]:
    """The (classification, item) pairs hidden in all periods of a release.

    frame: one row a classification, item, period_end, span with value, comparable_base (100 million yuan; missing when
        not published), contributors, top1, top2, base_contributors, base_top1, base_top2 (of distinct contributors,
        a group being one; figures are not negative). An item OTH of a classification is the rest that readers get by
        subtraction: for above_scale what lies outside the leading industries. It is judged and never goes out;
        without it the rest is judged by bounds.
    rule: None reads the settings file. hidden_before: items hidden in earlier releases that can still be read; they
        stay hidden, or a change of partner would tell the old months. sums: None takes those of the taxonomy.
    """
    found = figures(frame)
    present = [key for key in found.rows if key[1] != taxonomy.OTHER]
    plan = Plan(found, among(sums or known_sums(), present), rule or settings())
    return set(plan.hidden(hidden_before))


def protected(
    frame: pd.DataFrame,
    rule: Settings | None = None,
    hidden_before: Collection[Key] = (),
    sums: Sums | None = None,
) -> pd.DataFrame:
    """The cells that may go out: the frame's rows and index without OTH, in public columns only.

    Arguments as in `suppressed_items`. Hidden items have the status 'suppressed' and no value, comparable base or
    enterprises; the status of other rows stays, or is missing where the frame had none.
    """
    hidden = suppressed_items(frame, rule, hidden_before, sums)
    shown = frame.loc[frame["item"] != taxonomy.OTHER, [column for column in PUBLIC if column in frame]]
    blank = pd.Series(pd.MultiIndex.from_frame(shown[KEY]).isin(hidden), index=shown.index)
    numbers = [column for column in NUMBERS if column in shown]
    status = shown["status"] if "status" in shown else pd.Series(None, index=shown.index)
    return shown.assign(
        **{column: shown[column].mask(blank) for column in numbers},
        status=status.astype("object").mask(blank, "suppressed").astype("str"),
    )
