"""Files of a figure: every kind is made, none leaves the house with a number that is not its cell's."""

import io

import pytest
from pptx import Presentation

from scicity import gallery, releases
from scicity.charts.look import Look
from scicity.exports import browser, parity
from scicity.exports.chart_data import has_second_axis
from scicity.filters import Filters
from scicity.gallery import saving

LOOK = Look(layout="ppt")


@pytest.fixture
def shown(home):
    return gallery.show("contribution", Filters(releases.current(), "2020-08"))


@pytest.mark.parametrize(
    ("kind", "writer", "old", "new"),
    [
        ("csv", "csv_bytes", b",2.5,", b",2.6,"),
        ("json", "tidy.json_bytes", b"2.5, 106.5", b"2.6, 106.5"),
        ("html", "tidy.html_bytes", b"'2.5'>2.5<", b"'2.6'>2.6<"),
    ],
)
def test_a_writer_that_changes_one_cell_does_not_get_its_file_out(shown, monkeypatch, kind, writer, old, new):
    right = saving.contents(shown, kind, LOOK)
    assert right.count(old) == 1  # 新一代信息技术 pulls 2.5 points
    monkeypatch.setattr(f"scicity.gallery.saving.{writer}", lambda *given: right.replace(old, new))
    with pytest.raises(parity.Differs, match="第2行"):
        saving.contents(shown, kind, LOOK)


def test_a_chart_that_is_written_wrongly_stops_the_slide(shown, monkeypatch):
    from scicity.exports.slides import bodies

    honest = bodies.chart_part

    def faulty(plot, look, size):
        xml, book = honest(plot, look, size)
        return xml.replace(b"<c:v>2.5</c:v>", b"<c:v>2.6</c:v>"), book

    monkeypatch.setattr(bodies, "chart_part", faulty)
    with pytest.raises(parity.Differs):
        saving.contents(shown, "pptx", LOOK)


def test_the_numbers_compared_are_counted(shown):
    # five rows of increment, growth, contribution and share of growth
    assert saving.made(shown, "csv", LOOK).numbers == 20


def test_growth_stands_beside_scale_only_when_asked_for(home, tmp_path):
    out = tmp_path / "scale.pptx"
    for asked, axes in (({}, [False, False]), ({"axis2": "yes"}, [True])):
        gallery.save("monthly_scale", releases.current(), {"month": "2020-08", **asked}, out)
        (slide,) = Presentation(str(out)).slides
        charts = [shape.chart for shape in slide.shapes if shape.has_chart]
        assert [len(list(chart.plots)) > 1 for chart in charts] == axes
    plots = gallery.show("monthly_scale", Filters(releases.current(), "2020-08")).plots(second_axis=True)
    assert [has_second_axis(plot) for plot in plots] == [True]


def test_the_units_template_in_the_data_home_is_used(own_home):
    (own_home / "templates").mkdir()
    Presentation().save(str(own_home / "templates" / "unit.pptx"))
    shown = gallery.show("contribution", Filters(releases.current(), "2020-08"))
    made = Presentation(io.BytesIO(saving.contents(shown, "pptx", LOOK)))
    assert made.slide_width == Presentation().slide_width  # the template's 4:3, not our 16:9


def test_without_a_browser_slides_and_data_are_made_and_only_pictures_are_refused(home, monkeypatch):
    monkeypatch.setattr(browser.Chromium, "find_browser", lambda **_: None)
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    drawn = gallery.show("share", Filters(releases.current(), "2020-08"))
    assert saving.made(drawn, "pptx", LOOK).numbers == 8  # four shares, two years
    assert saving.made(drawn, "xlsx", LOOK).numbers > 0


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda shown: saving.made(shown, "gif", LOOK), "'.gif' is not a file we can write"),
        (lambda shown: saving.file_look("a5"), "layout=a5 is not to be had"),
        (lambda shown: saving.file_look("a4", "fr"), "language=fr is not to be had"),
    ],
)
def test_what_cannot_be_had_is_refused_with_what_can(shown, call, said):
    with pytest.raises(ValueError, match=said):
        call(shown)
