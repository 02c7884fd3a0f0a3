"""Pictures as files: size, account inside, marks, and Chinese characters."""

import io
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from PIL import Image, ImageChops

from scicity.exports.pictures import png, svg
from tests.exports.conftest import FONT, account, titled

pytestmark = [pytest.mark.picture, pytest.mark.usefixtures("browser")]
NOTICE = "演示数据，非真实统计"
SVG = "{http://www.w3.org/2000/svg}"


def image(data: bytes) -> Image.Image:
    opened = Image.open(io.BytesIO(data))
    opened.load()
    return opened


def words(data: bytes) -> list[str]:
    """The texts drawn in an SVG."""
    return ["".join(text.itertext()) for text in ElementTree.fromstring(data).iter(f"{SVG}text")]


def glyph(sign: str) -> Image.Image:
    note = {"text": sign, "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False}
    layout = {"width": 100, "height": 100, "margin": dict.fromkeys("lrtb", 0), "font": {"family": FONT, "size": 60}}
    hidden = {"visible": False}
    figure = go.Figure(layout={**layout, "annotations": [note], "xaxis": hidden, "yaxis": hidden})
    return image(png(figure.update_layout(plot_bgcolor="white"), scale=1)).convert("L")


def test_a_png_decodes_and_has_the_size_asked_for():
    assert image(png(titled("图", width=1280, height=720))).size == (2560, 1440)
    assert image(png(titled("图", width=780, height=470), scale=2.4)).size == (1872, 1128)
    assert image(png(go.Figure(), scale=1)).size == (700, 500)  # a figure that names no size


def test_a_png_carries_its_account(about):
    told = image(png(titled("图"), about=about)).text
    assert told["Title"] == "主导产业规模"
    assert told["Period"] == "2020年1—8月"
    assert told["Scope"] == "科学城全域"
    assert told["Source"] == "园区统计报表"
    assert told["As of"] == "2020-09-18"
    assert told["Provenance"] == "official"
    assert told["Release"] == "2020-08-r1"
    assert told["Software"].startswith("scicity")
    assert "Comment" not in told


def test_the_account_changes_no_pixel(about):
    plain, told = image(png(titled("图"), scale=1)), image(png(titled("图"), scale=1, about=about))
    assert ImageChops.difference(plain.convert("RGB"), told.convert("RGB")).getbbox() is None


def test_an_svg_parses_keeps_text_as_text_and_carries_its_account():
    data = svg(titled("主导产业 & 规模"), account(title="<规模> & 增速", source='"甲"'))
    root = ElementTree.fromstring(data)
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title") == "<规模> & 增速"
    assert "期别：2020年1—8月" in root.findtext(f"{SVG}desc")
    named = {field.get("name"): field.text for field in root.iter("{urn:scicity:about}field")}
    assert named["Release"] == "2020-08-r1" and named["Source"] == '"甲"'
    assert "主导产业 & 规模" in words(data)


def test_demonstration_data_are_marked_in_every_picture(demo):
    data = svg(titled("图"), demo)
    assert NOTICE in words(data)
    assert NOTICE in ElementTree.fromstring(data).findtext(f"{SVG}desc")
    told = image(png(titled("图"), scale=1, about=demo))
    assert told.text["Comment"] == NOTICE and told.text["Provenance"] == "demo"
    plain = image(png(titled("图"), scale=1))
    # the notice crosses the middle of the picture
    assert ImageChops.difference(plain.convert("RGB"), told.convert("RGB")).getbbox() is not None


def test_a_figure_that_says_it_is_a_demonstration_is_not_marked_twice(demo):
    figure = titled("图").add_annotation(text=f"{NOTICE}（模型生成）", x=0.5, y=1, xref="paper", yref="paper")
    assert [text for text in words(svg(figure, demo)) if NOTICE in text] == [f"{NOTICE}（模型生成）"]


def test_official_data_get_no_mark(about):
    assert NOTICE not in svg(titled("图"), about).decode()


def test_marking_leaves_the_page_s_figure_alone(demo):
    figure = titled("图")
    svg(figure, demo)
    assert not figure.layout.annotations


def test_twenty_visitors_each_get_their_own_colours():
    def corner(number: int) -> tuple[int, ...]:
        figure = titled("图", paper_bgcolor=f"rgb({10 * number}, 50, 90)")
        return image(png(figure, scale=1)).convert("RGB").getpixel((1, 1))

    with ThreadPoolExecutor(20) as threads:
        assert list(threads.map(corner, range(20))) == [(10 * number, 50, 90) for number in range(20)]


def test_chinese_characters_and_our_signs_are_drawn_and_are_no_boxes():
    # a private character has no glyph: what is drawn for it is the box
    box, blank = glyph("\ue123"), glyph("")
    signs = {sign: glyph(sign) for sign in "亿增—−◆〔…"}
    same = [sign for sign, drawn in signs.items() if ImageChops.difference(drawn, box).getbbox() is None]
    empty = [sign for sign, drawn in signs.items() if ImageChops.difference(drawn, blank).getbbox() is None]
    assert (same, empty) == ([], [])
    assert ImageChops.difference(glyph("\ue124"), blank).getbbox() is not None
