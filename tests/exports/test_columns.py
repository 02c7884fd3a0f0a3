"""One value of a table: rounding, signs and the marks of what is missing."""

import numpy as np
import pandas as pd
import pytest

from scicity.exports.columns import TableColumn, legend, published, shown


@pytest.mark.parametrize(
    ("value", "kind", "zh", "en"),
    [
        (2.25, "amount", "2.3", "2.3"),  # half up, where Python's own rounding gives 2.2
        (-2.25, "rate", "−2.3", "−2.3"),
        (1422.76, "amount", "1422.8", "1,422.8"),
        (39038.149, "amount", "39,038.1", "39,038.1"),
        (1.94, "change", "+1.9", "+1.9"),
        (-0.04, "change", "0.0", "0.0"),  # no change carries no sign
        (-0.04, "rate", "0.0", "0.0"),
        (168.5, "count", "169", "169"),
        (np.int64(12345), "count", "12,345", "12,345"),
        (0.0, "amount", "0.0", "0.0"),
        (0.04, "amount", "…", "…"),  # something, but less than half of the last digit
        ("集成电路", "text", "集成电路", "集成电路"),
        ("revised", "status", "修订", "revised"),
    ],
)
def test_a_value_is_written_as_readers_see_it(value, kind, zh, en):
    assert shown(value, "final", kind) == zh
    assert shown(value, "final", kind, "en") == en


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NA, np.nan])
def test_what_is_missing_has_the_mark_of_its_status(nothing):
    assert shown(nothing, "pending", "amount") == "待发布"
    assert shown(nothing, "pending", "rate", "en") == "pending"
    assert shown(nothing, "suppressed", "amount") == "--"
    assert shown(nothing, "not_published", "amount") == "--"
    assert shown(nothing, "preliminary", "rate") == "--"  # nothing to compare with
    assert shown(nothing, "", "text") == ""


def test_a_suppressed_row_shows_no_number_even_if_one_is_handed_over():
    assert [shown(7.7, "suppressed", kind) for kind in ("amount", "rate", "change")] == ["--", "--", "--"]


def test_growth_is_shown_where_only_the_level_is_not_published():
    assert shown(4.4, "not_published", "rate") == "4.4"


def test_a_published_number_is_never_minus_zero():
    assert str(published(-0.04, "rate")) == "0.0"


def test_the_legend_explains_the_marks_that_occur_and_no_others():
    amount = [TableColumn("v", "产值", "amount")]
    assert legend(pd.DataFrame({"v": [1.0]}), amount) == []
    # pending explains itself
    assert legend(pd.DataFrame({"v": [None], "status": ["pending"]}), amount) == []
    assert legend(pd.DataFrame({"v": [0.01, None]}), amount) == [
        "“--”表示不予公布、未公布或无可比数",
        "“…”表示不足本表最小单位的半数",
    ]
