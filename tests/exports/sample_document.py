"""A briefing as the briefing room would hand it over: small enough to check by hand, with every kind of block."""

from dataclasses import replace

import pandas as pd

from scicity.exports.about import About
from scicity.exports.columns import TableColumn
from scicity.exports.document import Document, FigureBlock, Masthead, Paragraph, Run, TableBlock
from scicity.exports.plots import Plot, PlotSeries

LINK = "http://localhost:8501/industry/output?month=2020-08&asof=20201015-01"
MONTHS = ("1—2月", "3月", "4月", "5月", "6月", "7月", "8月")
LEVEL = "industry|leading|ALL|2020-08|ytd|value"
GROWTH = "industry|leading|ALL|2020-08|ytd|yoy"
CHANGED = Run("，增长4.7%", changed=True)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="780" height="470" viewBox="0 0 780 470">'
    '<rect x="80" y="120" width="120" height="280" fill="#0A4587"/><rect x="260" y="90" width="120" height="310" '
    'fill="#0A847D"/><text x="90" y="440" font-family="Noto Sans CJK SC" font-size="20">'
    "新一代信息技术 999.4</text></svg>"
).encode()


def account(**changed) -> About:
    return About(
        **{
            "title": "经济运行简报", "unit": "亿元、%", "period": "2020年1—8月", "scope": "科学城全域", "filters": "",
            "definition": "规模以上工业企业总产值与规模以上服务业营业收入之和", "source": "园区统计报表",
            "as_of": "2020-10-15", "release": "20201015-01", "provenance": "official", **changed,
        }
    )  # fmt: skip


def body(key: str, *runs: Run | str, style="body") -> Paragraph:
    return Paragraph(key, style, tuple(Run(one) if isinstance(one, str) else one for one in runs))


def industries(provenance="official") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "item_name": ["四大主导产业", "新一代信息技术", "集成电路", "先进制造", "大健康"],
            "level": ["total", "industry", "subfield", "industry", "industry"],
            "value_100m_yuan": [1620.25, 999.4, None, 398.2, 96.0],
            "yoy_pct": [1.9, 4.7, None, -6.7, 10.3],
            "contribution_pp": [1.9, 2.8, None, -1.8, 0.6],
            "status": ["preliminary", "preliminary", "suppressed", "preliminary", "preliminary"],
            "provenance": [provenance] * 5,
        }
    )


COLUMNS = (
    TableColumn("item_name", "产业", "text"), TableColumn("value_100m_yuan", "1—8月", "amount"),
    TableColumn("yoy_pct", "同比%", "rate"), TableColumn("contribution_pp", "拉动（百分点）", "change"),
)  # fmt: skip


def plots() -> tuple[Plot, ...]:
    names = {"新一代信息技术": "#0A4587", "先进制造": "#0A847D"}
    values = ((110.1, 120.0, 131.5, 140.2, 150.9, 148.3, 152.7), (40.0, 42.1, 43.3, None, 50.2, 48.8, 51.0))
    columns = tuple(PlotSeries(name, row, names[name]) for name, row in zip(names, values, strict=True))
    line = PlotSeries("同比", (-8.1, -2.0, 1.0, 3.1, 10.9, 10.9, 13.0), "#14202E", form="line", labels=True)
    return (
        Plot("", MONTHS, columns, units=("亿元", ""), stack="stacked"),
        Plot("", MONTHS, (line,), units=("%", "")),
    )


def figure(key="monthly_scale", provenance="official", **changed) -> FigureBlock:
    given = {
        "title": "2020年1—8月主导产业月度规模与同比",
        "headline": "8月主导产业规模同比增长13.0%",
        "plots": plots(),
        "about": account(provenance=provenance),
        "alt": "柱形图：各月主导产业规模。8月为238.0亿元。",
        "frame": industries(provenance),
        "columns": COLUMNS,
        "points": ("新一代信息技术拉动2.8个百分点",),
        "notes": ("1—2月按两月合计，图中为月均数。",),
        **changed,
    }
    return FigureBlock(key, **given)


def table(key="leading", rows=1, provenance="official", **changed) -> TableBlock:
    frame = pd.concat([industries(provenance)] * rows, ignore_index=True)
    return TableBlock(
        key, **{"title": "主导产业规模及增速", "frame": frame, "columns": COLUMNS,
        "about": account(provenance=provenance), "annex": True, **changed},
    )  # fmt: skip


def wide(provenance="official") -> TableBlock:
    """Ten columns of numbers: more than fit on an upright page."""
    columns = (
        COLUMNS[0],
        *(TableColumn("value_100m_yuan", f"{month}当月规模合计", "amount") for month in range(1, 13)),
    )
    return table("wide", provenance=provenance, title="主导产业各月规模", columns=columns)


def document(provenance="official", **changed) -> Document:
    """Text, two figures (one without a native chart), a table in the text and two annexed ones."""
    blocks = (
        body("summary", "规模", Run("1620.3亿元", LEVEL), "，增长", Run("1.9%", GROWTH), "。", style="lead"),
        body("overview", "一、总体情况", style="level1"),
        body(
            "overview/level",
            Run("1—8月，科学城主导产业实现规模", bold=True), Run("1620.3亿元", LEVEL, bold=True),
            Run("，同比增长", bold=True), Run("1.9%", GROWTH, bold=True),
            "，增速比1—7月加快1.7个百分点（见{fig:monthly_scale}）。",
        ),
        figure(provenance=provenance),
        body("industries", "二、主导产业运行", style="level1"),
        body("industries/NIT", "（一）新一代信息技术", style="level2"),
        body("industries/NIT/text", "规模", Run("999.4亿元", "nit"), CHANGED, "，见{tab:leading}。"),
        figure("ranking", provenance, plots=(), svg=SVG, title="主导产业规模比较", notes=()),
        body("problems", "五、需要关注的问题", style="level1"),
        body("problems/blank", "（由人工撰写）", style="placeholder"),
        body("problems/kept", "上月提出的用工问题仍未解决。", style="review"),
        body("notes/scope", "统计范围：规模以上企业。部分数据因四舍五入，存在总计与分项合计不等的情况。", style="note"),
        table(provenance=provenance),
        wide(provenance),
    )  # fmt: skip
    given = {
        "kind": "monthly",
        "title": "1—8月科学城主导产业运行情况",
        "masthead": Masthead("", "", "", "", ""),
        "blocks": blocks,
        "about": account(provenance=provenance),
        "figures": {LEVEL: "1620.3亿元", GROWTH: "1.9%", "nit": "999.4亿元"},
        "link": LINK,
        "month": "2020-08",
        **changed,
    }
    return Document(**given)


def without_plots(made: Document) -> Document:
    """As a document comes where nothing could be drawn: no native chart, no picture."""
    plain = tuple(
        replace(one, plots=(), svg=b"", png=b"") if isinstance(one, FigureBlock) else one for one in made.blocks
    )
    return replace(made, blocks=plain)
