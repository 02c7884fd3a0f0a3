"""Native charts: elements in the order Office accepts, gaps as gaps, and a workbook of what is plotted and no more."""

import io
import re
from dataclasses import replace

import openpyxl
import pytest
from lxml import etree

from scicity.charts.look import Look
from scicity.exports.office_charts import chart_part
from scicity.exports.plots import Plot, PlotSeries

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LOOK = Look(layout="ppt")
MONTHS = ("2020年\n1—2月", "2020年\n1—3月", "2020年\n1—4月")
SCALE = PlotSeries("规模", (100.5, None, 238.0), "#0A4587")
GROWTH = PlotSeries("同比", (-1.2, 0.0, None), "#14202E", "line", "second", labels=True)
BOTH = Plot("规模与同比", MONTHS, (SCALE, GROWTH), ("亿元", "%"))

# the sequences of ISO/IEC 29500-1, 21.2 (only the elements we may write), worked out by hand
ORDER = {
    "chartSpace": "date1904 roundedCorners chart spPr txPr externalData",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "title": "tx layout overlay spPr txPr",
    "plotArea": "layout areaChart barChart lineChart catAx valAx dTable spPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
    "areaChart": "grouping varyColors ser dLbls dropLines axId",
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat val smooth",
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr",
    "dLbls": "delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
    "catAx": "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr "
    "crossAx crosses auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    "valAx": "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr "
    "crossAx crosses crossBetween",
    "legend": "legendPos legendEntry layout overlay spPr txPr",
    "marker": "symbol size spPr",
    "strRef": "f strCache",
    "numRef": "f numCache",
    "numCache": "formatCode ptCount pt",
}


def read(plot: Plot) -> etree._Element:
    return etree.fromstring(chart_part(plot, LOOK)[0])


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def out_of_order(root: etree._Element) -> list[str]:
    """Elements that stand where the schema does not allow them."""
    found = []
    for element in root.iter():
        if not isinstance(element.tag, str) or local(element) not in ORDER or not len(element):
            continue
        order, names = ORDER[local(element)].split(), [local(child) for child in element]
        places = [order.index(name) if name in order else -1 for name in names]
        if local(element) == "plotArea":  # charts and axes are choices: any order within their group
            places = [3 if order[at] in ("catAx", "valAx") else at for at in places]
            places = [1 if names[n].endswith("Chart") else at for n, at in enumerate(places)]
        if -1 in places or places != sorted(places):
            found.append(f"{local(element)}: {names}")
    return found


FORMS = {
    "column and line": BOTH,
    "stacked": Plot(
        "构成", ("甲", "乙"), (SCALE2 := PlotSeries("一", (1.0, 2.0), "#0A4587", labels=True),), stack="stacked"
    ),
    "percent bars": Plot("占比", ("甲", "乙"), (replace(SCALE2, form="bar"),), stack="percent"),
    "floating": Plot("拉动", ("甲", "乙"), (replace(SCALE2, name="底", hidden=True), SCALE2), stack="stacked"),
    "hatched and falling": Plot("同比", ("甲", "乙"), (replace(SCALE2, values=(-1.0, 2.0), hatched=True),)),
    "area": Plot("规模", ("甲", "乙"), (replace(SCALE2, form="area", labels=False),), stack="stacked"),
    "line": Plot("", MONTHS, (replace(GROWTH, axis="first"),)),
}


@pytest.mark.parametrize("plot", FORMS.values(), ids=FORMS)
def test_every_element_stands_where_the_schema_has_it(plot):
    assert out_of_order(read(plot)) == []


def test_an_element_out_of_order_is_found():
    root = read(BOTH)
    root.insert(0, root.find(f"{C}chart"))
    assert out_of_order(root) != []


def test_a_line_on_a_second_axis_crosses_its_own_hidden_category_axis_on_the_right():
    root = read(BOTH)
    ids = [[one.get("val") for one in root.find(f".//{C}{form}Chart").findall(f"{C}axId")] for form in ("bar", "line")]
    assert ids == [["1", "2"], ["3", "4"]]
    second = next(one for one in root.iter(f"{C}valAx") if one.find(f"{C}axId").get("val") == "4")
    assert second.find(f"{C}crosses").get("val") == "max"
    assert second.find(f"{C}crossAx").get("val") == "3"
    hidden = next(one for one in root.iter(f"{C}catAx") if one.find(f"{C}axId").get("val") == "3")
    assert hidden.find(f"{C}delete").get("val") == "1"


def test_a_missing_value_is_a_gap_in_chart_and_workbook():
    xml, book = chart_part(BOTH, LOOK)
    root = etree.fromstring(xml)
    assert root.find(f".//{C}dispBlanksAs").get("val") == "gap"
    scale = root.find(f".//{C}ser/{C}val//{C}numCache")
    assert [(one.get("idx"), one.findtext(f"{C}v")) for one in scale.findall(f"{C}pt")] == [
        ("0", "100.5"),
        ("2", "238.0"),
    ]
    cells = [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(book)).worksheets[0].iter_rows()]
    assert cells == [
        [None, "规模", "同比"],
        ["2020年\n1—2月", 100.5, -1.2],
        ["2020年\n1—3月", None, 0],
        ["2020年\n1—4月", 238, None],
    ]


def test_labels_of_stacked_columns_stand_inside_because_office_refuses_them_outside():
    assert read(FORMS["stacked"]).find(f".//{C}dLblPos").get("val") == "ctr"
    assert read(FORMS["hatched and falling"]).find(f".//{C}dLblPos").get("val") == "outEnd"


def test_an_invisible_foot_has_no_fill_no_label_and_no_legend_entry():
    root = read(FORMS["floating"])
    foot = root.find(f".//{C}ser")
    assert [local(one) for one in foot.find(f"{C}spPr")] == ["noFill", "ln"]
    assert foot.find(f"{C}dLbls/{C}delete").get("val") == "1"
    assert root.find(f".//{C}legend") is None  # only one series is left to tell


def test_numbers_are_printed_with_their_published_decimals_and_chinese_type_is_named():
    text = chart_part(Plot("额", ("甲",), (PlotSeries("二", (0.59,), "#0A4587", decimals=2, labels=True),)), LOOK)[
        0
    ].decode()
    assert 'formatCode="0.00"' in text
    assert text.count("<a:ea typeface=") == text.count("<a:latin typeface=") > 0


def test_text_of_a_report_is_text_and_breaks_nothing():
    evil = Plot('=cmd|"/c"!A1<&', ("=1+1", "http://x"), (PlotSeries("<b>&", (1.0, 2.0), "#0A4587"),))
    xml, book = chart_part(evil, LOOK)
    assert "<c:v>&lt;b&gt;&amp;</c:v>" in xml.decode()
    page = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0]
    assert [page["A2"].data_type, page["A3"].hyperlink] == ["s", None]


@pytest.mark.parametrize(
    ("plot", "said"),
    [
        (Plot("空", (), ()), "no categories"),
        (Plot("短", ("甲", "乙"), (PlotSeries("一", (1.0,), "#0A4587"),)), "has 1 values, expected 2"),
    ],
)
def test_a_plot_that_cannot_be_drawn_says_why(plot, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        chart_part(plot, LOOK)


def years(count: int = 20) -> Plot:
    """1—2月 and March to December of 2019, then 2020, as the gallery names them."""
    names = [f"{year}年\n{month}" for year in (2019, 2020) for month in ("1—2月", *(f"{n}月" for n in range(3, 13)))]
    names = [f"{name}\n月均" if "—" in name else name for name in names][:count]
    return Plot("规模", tuple(names), (PlotSeries("规模", tuple(map(float, range(count))), "#0A4587"),), ("亿元", ""))


def test_months_of_several_years_stand_over_their_year_which_is_named_once():
    xml, book = chart_part(years(), LOOK)
    root = etree.fromstring(xml)
    months, over = root.findall(f".//{C}cat/{C}multiLvlStrRef/{C}multiLvlStrCache/{C}lvl")
    assert [one.findtext(f"{C}v") for one in months][:3] == ["1—2\n月均", "3", "4"] and len(months) == 20
    assert [(one.get("idx"), one.findtext(f"{C}v")) for one in over] == [("0", "2019年"), ("11", "2020年")]
    assert root.find(f".//{C}catAx/{C}noMultiLvlLbl").get("val") == "0"
    # in the workbook year and month stand before the number, the whole name behind it
    rows = list(openpyxl.load_workbook(io.BytesIO(book)).worksheets[0].iter_rows(values_only=True))
    assert rows[:3] == [
        (None, None, "规模", None),
        ("2019年", "1—2\n月均", 0, "2019年1—2月月均"),
        (None, "3", 1, "2019年3月"),
    ]
    assert root.findtext(f".//{C}cat//{C}f") == "Sheet1!$A$2:$B$21"
    assert root.findtext(f".//{C}val//{C}f") == "Sheet1!$C$2:$C$21"


def test_twenty_months_on_a4_have_names_that_do_not_stand_on_end():
    axis = etree.fromstring(chart_part(years(), Look(layout="a4"), (156 / 25.4, 54 / 25.4))[0]).find(f".//{C}catAx")
    assert axis.find(".//{*}bodyPr").get("rot") == "0"
    assert int(axis.find(".//{*}defRPr").get("sz")) >= 700  # hundredths of a point
    assert axis.find(f"{C}tickLblSkip").get("val") == "1"


@pytest.mark.parametrize("plot", [years(12), replace(years(), categories=("合计", *years().categories[1:]))])
def test_a_single_year_and_names_that_are_no_months_keep_their_names_whole(plot):
    assert etree.fromstring(chart_part(plot, LOOK)[0]).find(f".//{C}multiLvlStrRef") is None
    assert openpyxl.load_workbook(io.BytesIO(chart_part(plot, LOOK)[1])).worksheets[0]["A3"].value == "2019年\n3月"
