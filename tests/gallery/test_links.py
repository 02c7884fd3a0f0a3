"""The address behind a code reopens the very view: page, choices and release, and no more than 500 characters."""

import io
import zipfile
from urllib.parse import parse_qs, urlparse

import pytest

from scicity import gallery, releases
from scicity.charts.look import Look
from scicity.filters import Filters
from scicity.gallery.links import codes, link, page
from scicity.gallery.saving import contents
from scicity.measures import taxonomy
from scicity.screen.frame import SECTIONS

PAGES = {path.rpartition("/")[2] for pages in SECTIONS.values() for path in pages}


@pytest.mark.parametrize("name", gallery.EXHIBITS)
def test_every_figure_has_a_page_that_is_there(name):
    assert page(name) in PAGES


def test_a_link_names_month_and_release_and_leaves_defaults_out():
    found = urlparse(link("share", Filters("20201015-01", "2020-08")))
    assert (found.netloc, found.path) == ("localhost:8501", "/output")
    assert parse_qs(found.query) == {"month": ["2020-08"], "asof": ["20201015-01"]}


def test_a_link_holds_every_choice_of_its_page():
    filters = Filters("r", "2020-08", span="month", unit="10k_yuan", industries=("GH",), from_month="2019-02")
    assert codes("trend", filters, "en") == {
        "asof": "r", "from": "2019-02", "ind": "GH", "lang": "en", "month": "2020-08", "span": "month",
        "unit": "10k_yuan",
    }  # fmt: skip
    assert codes("platform_stock_quarter", Filters("r", "2020-08", part="kind/lab")) == {
        "asof": "r", "month": "2020-08", "part": "kind/lab", "stock_by": "quarter",
    }  # fmt: skip


def test_the_longest_link_is_short_enough_for_a_code(home):
    every = Filters(releases.current(), "2020-08", "month", unit="10k_yuan", industries=tuple(taxonomy.industries()),
                    subfields=tuple(taxonomy.subfields()), from_month="2019-02")  # fmt: skip
    assert len(link("trend", every, "en")) <= 500


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet", "html"])
def test_a_file_of_a_figure_names_the_address_of_its_view(home, kind):
    shown = gallery.show("monthly_scale", Filters(release=releases.current(), month="2020-08"))
    data = contents(shown, kind, Look(layout="ppt"))
    if kind == "xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            data = b"".join(book.read(name) for name in book.namelist())
    address = link("monthly_scale", shown.filters).encode()
    assert address in data.replace(b"&amp;", b"&")
