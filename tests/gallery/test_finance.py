"""The named figures of finance as tables and files."""

import io

import openpyxl
import pytest

from scicity import gallery, releases
from scicity.charts.look import Look
from scicity.filters import Filters
from scicity.gallery.saving import contents


@pytest.fixture
def shown(home):
    def make(name, unit="100m_yuan", language="zh"):
        return gallery.show(name, Filters(release=releases.current(), month="2020-09", unit=unit), language)

    return make


@pytest.mark.parametrize(("unit", "kind", "value"), [("100m_yuan", "fine", 9.32), ("10k_yuan", "count", 93_200)])
def test_w04_c4_the_table_follows_the_unit(shown, unit, kind, value):
    frame, columns = shown("finance_matches", unit).table()
    column = next(one for one in columns if one.name == "matched_100m_yuan")
    assert column.kind == kind
    assert frame["matched_100m_yuan"].iloc[-1] == pytest.approx(value)


def test_w04_c4_the_workbook_holds_93200(shown):
    made = contents(shown("finance_matches", "10k_yuan"), "xlsx", Look(layout="ppt"))
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert 93_200 in {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}


@pytest.mark.parametrize("name", ["finance_matches", "finance_funds", "finance_days", "finance_fields"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_figure_of_finance_tells_itself_and_is_a_demonstration(shown, name, language):
    one = shown(name, language=language)
    assert one.caption.headline and one.caption.provenance == "demo"
    about = one.about()
    assert "8月" not in about.period and about.definition
    assert len(one.alt()) <= 120


def test_files_of_finance_name_no_industry_as_their_choice(shown):
    assert shown("finance_days").about().filters == ""
