"""Named figures: the same choices give the same numbers to page, table and file, always with their mark."""

import itertools
import re

import openpyxl
import pytest

from scicity import gallery, releases
from scicity.charts.look import Look
from scicity.filters import Filters
from scicity.gallery.saving import chosen, contents
from scicity.wording import say

NEVER = ("2796.1", "177.85", "171.66", "nan", "None")


@pytest.fixture
def release(home):
    return releases.current()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", gallery.EXHIBITS)
def test_every_figure_is_drawn_for_every_kind_of_month(release, name, language):
    # the newest, the dip, the first of a year, the first with a year before it, and one still pending in its release
    months = [
        ("20201015-01", "2020-08"),
        ("20201015-01", "2020-02"),
        ("20201015-01", "2019-02"),
        ("20200920-01", "2020-08"),
    ]
    for (asked, month), span, only in itertools.product(months, ("month", "ytd"), (False, True)):
        shown = gallery.show(name, Filters(asked, month, span=span, industry_only=only), language)
        for look in (Look(language, layout="screen"), Look(language, "dark", "phone")):
            assert shown.on_page(look).layout.meta["provenance"] == shown.caption.provenance
        if shown.frame.empty:  # nothing to mark: the figure says that there are no data
            continue
        mark = say(f"chart_chip_{shown.caption.provenance}", language)
        assert mark in "".join(str(note.text) for note in shown.whole(Look(language, layout="ppt")).layout.annotations)
        texts = " ".join((shown.caption.headline, shown.caption.subline, *shown.caption.notes, shown.alt()))
        assert not [word for word in NEVER if word in texts], texts
        assert not re.search(r"2020年1月(?!—)", texts)


def test_the_table_and_the_workbook_hold_the_numbers_of_the_figure(release, tmp_path):
    shown = gallery.show("contribution", Filters(release, "2020-08"))
    frame, columns = shown.table()
    out = tmp_path / "contribution.xlsx"
    out.write_bytes(contents(shown, "xlsx", Look(layout="ppt")))
    cells = [[cell.value for cell in row] for row in openpyxl.load_workbook(out).worksheets[0].iter_rows()]
    row = next(row for row in cells if row[0] == "新一代信息技术")
    named = {column.name: place for place, column in enumerate(columns)}
    exact = frame.set_index("item").loc["NIT"]
    assert row[named["contribution_pp"]] == pytest.approx(round(exact["contribution_pp"], 1))
    drawn = " ".join(str(note.text) for note in shown.on_page(Look()).layout.annotations)
    assert f"+{row[named['contribution_pp']]:.1f}" in drawn


def test_a_table_in_ten_thousand_yuan_shows_the_same_amounts_without_decimals(release):
    small = gallery.show("trend", Filters(release, "2020-08", "ytd", "high_tech", unit="10k_yuan"))
    frame, columns = small.table()
    last = frame.iloc[-1]
    assert round(last["value_100m_yuan"]) == 14_228_000  # W23-C5: 1422.8 亿元
    assert "万元" in next(column.heading for column in columns if column.name == "value_100m_yuan")
    assert "（万元）" in small.caption.subline


def test_choices_a_figure_does_not_follow_do_not_draw_it_anew(release):
    filters = Filters(release, "2020-08")
    other = Filters(release, "2020-08", industries=("GH",), from_month="2020-02")
    assert gallery.show("share", filters) is gallery.show("share", other)
    assert gallery.show("trend", filters) is not gallery.show("trend", other)


def test_a_figure_of_the_early_release_says_that_services_are_pending(release):
    shown = gallery.show("monthly_scale", Filters("20200920-01", "2020-08", span="month"))
    assert "待发布" in shown.on_page(Look()).to_json() + " ".join(shown.caption.notes)
    assert shown.frame.loc[shown.frame["period"] == "2020-08", "value_100m_yuan"].isna().any()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"month": "2020-01"}, "month=2020-01"),
        ({"span": "week"}, "span=week"),
        ({"colour": "red"}, "Unknown choice colour"),
        ({"industries": ("XX",)}, "industries=XX"),
    ],
)  # fmt: skip
def test_wrong_choices_are_refused_with_what_is_allowed(release, given, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        chosen(release, given)
