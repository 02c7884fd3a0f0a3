"""The four columns of the innovation chain, the joined view, and the institute's network."""

import pandas as pd
import pytest

from scicity.charts.chain import chain
from scicity.charts.chain_joined import chain_joined
from scicity.charts.look import Look
from scicity.charts.network import institute


def laid(**coverage):
    rows = [
        {
            "column": column, "name_zh": "指标", "name_en": "measure", "value": 3.0 if pct else None,
            "said_zh": "3个" if pct else "暂无发布数据", "said_en": "3" if pct else "No published data",
            "whole_zh": "169个", "whole_en": "169", "coverage_pct": pct, "published": 1, "of": 2, "provenance": "demo",
        }
        for column, pct in coverage.items()
    ]  # fmt: skip
    return pd.DataFrame(rows)


COLUMNS = laid(science=75.0, technology=0.0, results=59.9, economy=60.0)


@pytest.mark.parametrize("layout", ["screen", "phone", "ppt", "a4", "wechat"])
def test_w27_c2_a_column_covered_less_than_60_per_cent_is_hatched(layout):
    grounds = chain(COLUMNS, Look(layout=layout)).data
    assert [trace.name for trace in grounds] == ["新科学", "新技术", "新成果", "新经济"]
    assert [trace.marker.pattern.shape for trace in grounds] == [None, "/", "/", None]  # 60.0 is enough


def test_every_column_says_its_coverage_and_what_is_missing():
    words = [note.text for note in chain(COLUMNS, Look()).layout.annotations]
    assert "覆盖率75.0%（1/2）" in words
    assert "覆盖率0.0%（1/2）" in words
    assert "暂无发布数据" in words
    assert "全域169个" in words
    assert words.count("<b>→</b>") == 3


def joined(lag):
    """Rows of chain/joined: a stock of two months moved by `lag` months of 2020, and output of one month."""
    return pd.DataFrame(
        {
            "item": ["NIT-IC"] * 3,
            "classification": ["subfield", "subfield", "leading"],
            "indicator": ["stock", "stock", "output"],
            "month": ["2020-03", "2020-04", "2020-06"],
            "shown_month": [f"2020-{3 + lag:02d}", f"2020-{4 + lag:02d}", "2020-06"],
            "value": [10.0, 11.0, 60.0],
            "yoy_pct": [None, None, 4.5],
            "provenance": ["demo"] * 3,
        }
    )


def test_the_lag_moves_the_first_columns_and_not_output():
    still, moved = (chain_joined(joined(lag), Look()) for lag in (0, 2))
    assert [value for value in still.data[0].y if value is not None] == [10, 11]
    assert [value for value in moved.data[0].y if value is not None] == [10, 11]
    # places are March to June; moved by two, the stock of March stands at May, where the plot then begins
    assert still.data[0].x[0] < moved.data[0].x[0]
    assert moved.data[0].x[1] == [x for x, y in zip(moved.data[1].x, moved.data[1].y, strict=True) if y == 4.5][0]
    assert "2020年3月" in moved.data[0].customdata[0]  # the hover names the month the value is of


def test_without_first_columns_the_joined_view_says_so():
    figure = chain_joined(joined(0).iloc[2:], Look())
    assert len(figure.data) == 1
    assert "暂无发布数据" in [note.text for note in figure.layout.annotations]


FACTS = pd.DataFrame(
    {
        "figure_id": [
            "graphene_own_labs", "graphene_joint_labs", "graphene_partners", "graphene_patents",
            "graphene_invention_patents", "",
        ],
        "name_zh": ["", "", "", "", "", "四川大学"],
        "name_en": ["", "", "", "", "", "Sichuan University"],
        "value": [4, 2, 60, 31, 24, None],
        "printed_zh": ["4个", "2个", "60多家", "31项", "24项", ""],
        "printed_en": ["4", "2", "more than 60", "31", "24", ""],
        "provenance": ["press"] * 6,
    }
)  # fmt: skip


def test_w16_c2_own_and_joint_laboratories_are_told_apart():
    traces = {trace.name: trace for trace in institute(FACTS, Look()).data}
    assert len(traces["自有实验室4个"].x) == 4
    assert len(traces["共建实验室2个"].x) == 2
    assert traces["自有实验室4个"].marker.color != traces["共建实验室2个"].marker.color


def test_w16_c3_only_named_partners_are_nodes_and_the_bound_is_printed():
    figure = institute(FACTS, Look())
    traces = {trace.name: trace for trace in figure.data}
    assert list(traces["合作单位"].customdata) == ["四川大学"]
    assert "<b>已登记1 / 60多家</b>" in [note.text for note in figure.layout.annotations]


def test_inventions_are_a_part_of_the_patents_and_the_rest_is_derived():
    bars = {trace.name: trace.x[0] for trace in institute(FACTS, Look()).data if trace.type == "bar"}
    assert bars == {"发明专利24项": 24, "其他7项（推算）": 7}  # 31 − 24


def test_missing_columns_are_named():
    with pytest.raises(KeyError, match="coverage_pct"):
        chain(COLUMNS.drop(columns="coverage_pct"), Look())
    with pytest.raises(KeyError, match="shown_month"):
        chain_joined(joined(0).drop(columns="shown_month"), Look())
    assert not institute(FACTS.iloc[:0], Look()).data


def test_a_january_that_does_not_exist_leaves_no_gap_but_a_withheld_month_does():
    """Moved by seven months December becomes July and 1—2月 September: no observation can fall on August."""
    moved = pd.DataFrame(
        {
            "item": ["NIT-IC"] * 4,
            "classification": ["subfield"] * 3 + ["leading"],
            "indicator": ["stock"] * 3 + ["output"],
            "month": ["2019-12", "2020-02", "2020-03", "2020-08"],
            "shown_month": ["2020-07", "2020-09", "2020-10", "2020-08"],
            "value": [10.0, 11.0, None, 60.0],
            "yoy_pct": [None, None, None, 4.5],
            "provenance": ["demo"] * 4,
        }
    )
    assert list(chain_joined(moved, Look()).data[0].y) == [10, 11, None]
