"""Classes: panels side by side, one scale, never stacked and never added."""

from itertools import combinations

import pandas as pd
import pytest

from scicity.charts import classes
from scicity.charts.look import Look
from tests.charts.frames import CLASSES, LAYOUTS, bars, notes, series


def test_each_classification_has_a_panel_of_its_own_in_order():
    found = bars(classes(CLASSES.iloc[::-1], Look()))
    assert [bar.name for bar in found] == ["四大主导产业", "规模以上工业", "高技术制造业", "战略性新兴产业"]
    assert [bar.xaxis for bar in found] == ["x", "x2", "x3", "x4"]


def _panels(figure):
    """Each bar trace's rectangle on the sheet: left, right, bottom, top."""
    found = []
    for bar in bars(figure):
        across = figure.layout[f"xaxis{(bar.xaxis or 'x')[1:]}"]
        up = figure.layout[f"yaxis{(bar.yaxis or 'y')[1:]}"]
        found.append((*across.domain, *(up.domain or (0, 1))))
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_classes_are_never_stacked(layout):
    figure = classes(CLASSES, Look(layout=layout))
    assert figure.layout.template.layout.barmode == "overlay" and figure.layout.barmode is None
    assert all(set(bar.base) == {0} for bar in bars(figure))
    panels = _panels(figure)
    assert len(panels) == 4
    for one, other in combinations(panels, 2):
        beside = one[1] < other[0] or other[1] < one[0]
        above = one[3] < other[2] or other[3] < one[2]
        assert beside or above
    assert any("各分类相互交叉，不可相加" in text for text in notes(figure))


@pytest.mark.parametrize("layout", ["screen", "phone"])
def test_all_panels_have_one_scale_from_zero(layout):
    figure = classes(CLASSES, Look(layout=layout))
    reaches = {tuple(figure.layout[axis].range) for axis in figure.layout if axis.startswith("yaxis")}
    assert len(reaches) == 1
    ((low, high),) = reaches
    assert low == 0 and high > 2600


def test_the_comparable_base_stands_beside_a_single_periods_value():
    # 1030.0 grew by 3.0 %: 1030 / 1.03 = 1000
    assert bars(classes(CLASSES, Look()))[0].y == pytest.approx((1000.0, 1030.0))


def test_a_class_not_told_has_no_bar_and_its_reason_in_the_head():
    figure = classes(CLASSES, Look())
    assert bars(figure)[3].y == (None, None)
    assert notes(figure, "value") == ["1030.0", "2600.0", "1422.8", "不予公布"]
    assert notes(figure, "growth") == ["同比 +3.0%", "同比 +4.0%", "同比 −6.7%"]


def test_nothing_but_totals_is_drawn():
    frame = pd.concat([CLASSES, series(("NIT", "2020-08", 530.0, 6.0), span="ytd")])
    assert len(bars(classes(frame, Look()))) == 4


def test_of_several_months_the_first_two_are_two_wide_at_their_average():
    frame = series(("ALL", "2020-02", 355.8, 1.0), ("ALL", "2020-03", 180.0, 1.0), classification="high_tech")
    (bar,) = bars(classes(frame, Look()))
    assert bar.y == pytest.approx((177.9, 180.0)) and bar.width == pytest.approx((1.74, 0.74))
