"""The audit finds what can be worked out, and protection leaves nothing to find, over random cities."""

import time
from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from scicity import periods
from scicity.disclosure import Leak, Settings, audit, protected
from tests.disclosure.cases import RULE_N, RULE_P, City, demonstration, frame_of

RULE = Settings(RULE_N, RULE_P)
SEEDS = range(200)
AM = {"AM-LM": [30.0] * 5, "AM-ADD": [4.0] * 4, "AM-ROB": [10.0] * 4, "AM": [30.0] * 5 + [4.0] * 4 + [10.0] * 4}


def published(*frames):
    return pd.concat(frames, ignore_index=True).assign(status="final")


def blanked(frame, where, columns=("value", "comparable_base")):
    """The frame with the chosen rows hidden by hand."""
    frame = frame.copy()
    frame.loc[where, list(columns)] = np.nan
    frame.loc[where, "status"] = "suppressed"
    return frame


def test_a_single_hidden_part_of_a_shown_total_is_a_leak_in_value_and_base():
    frame = published(frame_of(AM))
    assert audit(blanked(frame, frame["item"] == "AM-ADD")) == [
        Leak("leading", "AM-ADD", "2020-08", "month", "value"),
        Leak("leading", "AM-ADD", "2020-08", "month", "comparable_base"),
    ]
    assert audit(blanked(frame, frame["item"].isin(["AM-ADD", "AM-ROB"]))) == []


def test_a_hidden_total_of_shown_parts_is_a_leak():
    frame = published(frame_of(AM))
    assert {leak.item for leak in audit(blanked(frame, frame["item"] == "AM"))} == {"AM"}


def test_a_hidden_month_between_two_shown_years_to_date_is_a_leak():
    frame = published(
        *(frame_of(AM, month=month, span=span) for month in ("2020-07", "2020-08") for span in periods.SPANS)
    )
    parts = frame["item"].isin(["AM-ADD", "AM-ROB"])
    month = (frame["period_end"] == "2020-08") & (frame["span"] == "month")
    assert {(leak.item, leak.period_end, leak.span) for leak in audit(blanked(frame, parts & month))} == {
        ("AM-ADD", "2020-08", "month"),
        ("AM-ROB", "2020-08", "month"),
    }
    # 1—7月 hidden as well: then the month is unknown
    assert audit(blanked(frame, parts & (month | (frame["period_end"] == "2020-07")))) == []


def test_january_to_february_is_its_own_year_to_date():
    frame = published(*(frame_of(AM, month="2020-02", span=span) for span in periods.SPANS))
    month = frame["span"] == "month"
    assert {leak.item for leak in audit(blanked(frame, frame["item"].isin(["AM-ADD", "AM-ROB"]) & month))} == {
        "AM-ADD",
        "AM-ROB",
    }


def test_a_hidden_industry_is_told_when_all_its_sub_fields_are_shown():
    other = {"GH-AV": [3.0] * 4, "GH-BT": [3.0] * 5, "GH": [3.0] * 9, "IND": AM["AM"] + [3.0] * 9}
    frame = published(frame_of(AM | other))
    assert {leak.item for leak in audit(blanked(frame, frame["item"].isin(["AM", "GH"])))} == {"AM", "GH"}


def test_a_pending_cell_is_unknown_but_no_leak():
    frame = published(frame_of(AM))
    pending = frame["item"] == "AM-ADD"
    frame.loc[pending, ["value", "comparable_base"]] = np.nan
    assert audit(frame.assign(status=np.where(pending, "pending", "final"))) == []


@pytest.fixture(scope="module")
def cities():
    """Each city with its aggregates and what goes out of them."""
    made = [(city, city.frame()) for city in map(City, SEEDS)]
    return [(city, frame, protected(frame, RULE, sums=city.sums)) for city, frame in made]


def hidden_in(out):
    return {("leading", item) for item in out.loc[out["status"] == "suppressed", "item"]}


def test_random_cities_leave_nothing_to_the_audit(cities):
    assert sum(bool(hidden_in(out)) for *_, out in cities) > 100  # the cases are worth auditing
    assert sum(not hidden_in(out) >= set(city.leaves) for city, _, out in cities) > 100
    assert [leak for city, _, out in cities for leak in audit(out, city.sums)] == []


def test_primary_hiding_alone_would_leak_in_many_random_cities(cities):
    leaking = 0
    for city, frame, _ in cities:
        frame = frame.assign(status="final")
        unsafe = {key[1] for key in (*city.sums, *city.leaves) if city.unsafe(city.leaves_of(key))}
        leaking += bool(audit(blanked(frame, frame["item"].isin(unsafe)), city.sums))
    assert leaking > 50


def test_no_unsafe_item_is_shown_in_random_cities(cities):
    for city, _, out in cities:
        for key in {*city.sums, *city.leaves} - hidden_in(out):
            assert not city.unsafe(city.leaves_of(key)), key


def test_every_sum_of_hidden_leaves_that_can_be_known_is_safe_in_random_cities(cities):
    # Not by the search's own blocks: every set of up to all hidden leaves is tried against the sums a reader knows.
    checked = 0
    for city, _, out in cities:
        hidden = hidden_in(out)
        for leaves in knowable(city, hidden):
            checked += 1
            assert not city.unsafe(leaves), leaves
    assert checked > 100


def knowable(city, hidden):
    """The sets of hidden leaves whose sum follows from shown wholes (by their leaves, shown ones taken off)."""
    unknown = [leaf for leaf in city.leaves if leaf in hidden]
    known = np.array(
        [[leaf in city.leaves_of(whole) for leaf in unknown] for whole in city.sums if whole not in hidden]
    )
    if not len(unknown) or not len(known):
        return
    *_, singular, directions = np.linalg.svd(known.astype(float))
    free = directions[int((singular > 1e-9).sum()) :]
    for size in range(1, min(len(unknown), 6) + 1):
        for chosen in combinations(range(len(unknown)), size):
            if np.abs(free[:, list(chosen)].sum(axis=1)).max(initial=0) < 1e-9:
                yield [unknown[at] for at in chosen]


def test_three_years_of_the_whole_taxonomy_are_protected_and_audited_within_a_second_each():
    cells = demonstration(AM_ADD=[20.0, 4.0], NIT_5G=[20.0, 5.0], GH_BT=[30.0], HS_DC=[90.0, 1.0, 1.0])
    months = periods.between("2018-02", "2020-10")
    assert len(months) == 31
    aggregates = published(*(frame_of(cells, month=month, span=span) for month in months for span in periods.SPANS))
    began = time.process_time()
    out = protected(aggregates, RULE)
    between = time.process_time()
    leaks = audit(out)
    assert leaks == [] and out["value"].isna().sum() == 8 * 31 * 2
    assert between - began < 1 and time.process_time() - between < 1
