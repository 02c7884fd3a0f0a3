"""The basket: order, words, and that it survives; names that could be paths are refused."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scicity import basket, places
from scicity.filters import Filters

NAME = "abcDEF123_-x"


@pytest.fixture(autouse=True)
def _empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCICITY_HOME", str(tmp_path))


def item(figure: str, **choices) -> basket.Item:
    return basket.Item(figure, Filters(release="20200920-01", month="2020-08", **choices))


def filled(*figures: str) -> basket.Basket:
    for figure in figures:
        basket.change(NAME, lambda one, figure=figure: one.added(item(figure)))
    return basket.opened(NAME)


def test_a_basket_is_read_back_as_it_was_put_in():
    chosen = item("trend", subfields=("NIT-IC", "GH-BIO"), span="month", unit="10k_yuan")
    basket.change(NAME, lambda one: one.added(chosen))
    basket.change(NAME, lambda one: one.told(0, "标题", "请核对"))
    [kept] = basket.opened(NAME).items
    assert kept.filters == chosen.filters
    assert (kept.caption, kept.comment) == ("标题", "请核对")


def test_the_same_view_is_put_in_once():
    assert len(filled("trend", "trend", "share").items) == 2


def test_a_figure_and_its_table_are_two_things():
    basket.change(NAME, lambda one: one.added(item("trend")))
    table = basket.Item("trend", item("trend").filters, kind="table")
    assert len(basket.change(NAME, lambda one: one.added(table)).items) == 2


@pytest.mark.parametrize(
    ("place", "by", "order"), [(0, 1, "bac"), (2, -1, "acb"), (0, -1, "abc"), (2, 5, "abc"), (9, 1, "abc")]
)
def test_items_move_up_and_down_and_stop_at_the_ends(place, by, order):
    moved = filled("a", "b", "c").moved(place, by)
    assert "".join(one.figure for one in moved.items) == order


def test_a_full_basket_takes_no_more():
    assert len(filled(*(f"figure{number}" for number in range(basket.MOST + 3))).items) == basket.MOST


@pytest.mark.parametrize("name", ["../../etc/pas", "", "a" * 13, "abcDEF123_/x"])
def test_a_name_that_is_none_is_refused(name):
    with pytest.raises(ValueError, match="basket"):
        basket.opened(name)


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"figure": "a"}]', '[{"figure": "a", "filters": {}}]'])
def test_a_damaged_file_gives_an_empty_basket(content):
    places.baskets().mkdir()
    (places.baskets() / f"{NAME}.json").write_text(content, encoding="utf-8")
    assert basket.opened(NAME).items == ()


def test_many_hands_lose_nothing():
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: basket.change(NAME, lambda one: one.added(item(f"f{number}"))), range(30)))
    assert {one.figure for one in basket.opened(NAME).items} == {f"f{number}" for number in range(30)}


def test_what_nobody_touched_for_half_a_year_goes():
    filled("a")
    old = time.time() - basket.KEPT_SECONDS - 60
    os.utime(places.baskets() / f"{NAME}.json", (old, old))
    basket.change(basket.new_name(), lambda one: one.added(item("b")))
    assert basket.opened(NAME).items == ()


def test_new_names_are_names():
    assert all(basket.is_name(basket.new_name()) for _ in range(50))
