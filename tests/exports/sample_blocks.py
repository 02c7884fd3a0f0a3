"""A small figure and a small document for the tests of slides and of reading back, worked out by hand."""

import pandas as pd

from scicity.exports.columns import TableColumn
from scicity.exports.document import Document, FigureBlock, Masthead, Paragraph, Run, TableBlock
from scicity.exports.plots import Plot, PlotSeries
from tests.exports.conftest import account

COLUMNS = (
    TableColumn("item", "项目", "text"),
    TableColumn("value_100m_yuan", "规模（亿元）", "amount"),
    TableColumn("yoy_pct", "同比（%）", "rate"),
)
PLOT = Plot(
    "规模与同比",
    ("甲", "乙", "丙"),
    (
        PlotSeries("规模", (1422.3, 3.3, None), "#0A4587", labels=True),
        PlotSeries("同比", (13.0, -6.7, None), "#14202E", "line", "second"),
    ),
    ("亿元", "%"),
)


def frame(provenance: str = "official") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "item": ["甲", "乙", "丙"],
            "value_100m_yuan": [1422.25, 3.25, 99.0],  # half up: 1422.3 and 3.3; the third is withheld
            "yoy_pct": [13.04, -6.65, 1.0],
            "status": ["final", "final", "suppressed"],
            "provenance": [provenance] * 3,
        }
    )


def figure(provenance: str = "official", plots: tuple[Plot, ...] = (PLOT,), **changed) -> FigureBlock:
    return FigureBlock(
        key="scale",
        title="规模与同比",
        headline="甲规模1422.3亿元，增长13.0%",
        plots=plots,
        about=account(provenance=provenance),
        alt="柱线图：甲规模1422.3亿元",
        frame=frame(provenance),
        columns=COLUMNS,
        link="http://localhost:8501/output?asof=2020-08-r1&month=2020-08",
        **changed,
    )


def document(provenance: str = "official") -> Document:
    lead = Paragraph("lead", "lead", (Run("甲规模"), Run("1422.3亿元", figure="scale|甲"), Run("。")))
    heading, open_ = Run("五、需要关注的问题"), Run("（人工撰写）")
    table = TableBlock("all", "主要指标", frame(provenance), COLUMNS, account(provenance=provenance), annex=True)
    return Document(
        kind="monthly",
        title="1—8月运行情况",
        masthead=Masthead("", "", "", "2020年9月20日", "初稿"),
        blocks=(
            lead,
            figure(provenance, points=("甲占大半",)),
            Paragraph("open", "level1", (heading,)),
            Paragraph("open/text", "placeholder", (open_,)),
            table,
        ),
        about=account(provenance="official"),
        figures={"scale|甲": "1422.3亿元"},
    )
