"""Tables and figures as pages would hand them over, and the browser that picture tests need."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from scicity.exports.about import About
from scicity.exports.browser import NoPictures, required
from scicity.exports.columns import TableColumn

FONT = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"


def account(**changed) -> About:
    return About(
        **{
            "title": "主导产业规模",
            "unit": "亿元、%",
            "period": "2020年1—8月",
            "scope": "科学城全域",
            "filters": "",
            "definition": "规模以上工业企业总产值",
            "source": "园区统计报表",
            "as_of": "2020-09-18",
            "release": "2020-08-r1",
            "provenance": "official",
            **changed,
        }
    )


def titled(text: str, **layout) -> go.Figure:
    bars = go.Bar(x=["6月", "7月", "8月"], y=[210.4, 221.0, 238.0])
    return go.Figure(bars, {"title": {"text": text}, "font": {"family": FONT}, "width": 400, "height": 300, **layout})


@pytest.fixture
def about():
    return account()


@pytest.fixture
def demo():
    return account(provenance="demo")


@pytest.fixture
def columns():
    return [
        TableColumn("item", "行业", "text"),
        TableColumn("value_100m_yuan", "产值", "amount"),
        TableColumn("yoy_pct", "同比", "rate"),
        TableColumn("previous_pp", "比上月", "change"),
        TableColumn("enterprises_count", "企业数", "count"),
        TableColumn("status", "状态", "status"),
    ]


@pytest.fixture
def frame():
    return pd.DataFrame(
        {
            "item": ["四大主导产业", "新一代信息技术", "集成电路", "智能终端", "新材料"],
            "level": ["total", "industry", "subfield", "subfield", "subfield"],
            "value_100m_yuan": [1422.25, 39038.149, None, None, 7.7],
            "yoy_pct": [13.04, -6.65, None, None, 4.4],
            "previous_pp": [0.04, -1.25, None, None, 1.9],
            "enterprises_count": [169.0, 58.0, None, 2.0, 3.0],
            "status": ["preliminary", "revised", "pending", "suppressed", "suppressed"],
            "provenance": ["official"] * 5,
        }
    )


@pytest.fixture(scope="session")
def browser():
    """The browser of picture tests. Where there is none they are skipped with the reason, which CI counts as failed."""
    try:
        return required()
    except NoPictures as missing:
        return pytest.skip(str(missing))
