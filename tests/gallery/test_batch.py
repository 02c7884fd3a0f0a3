"""One figure for each sub-field in turn, and pictures of many figures."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from scicity import releases
from scicity.charts.look import Look
from scicity.filters import Filters
from scicity.gallery import batch, show
from scicity.measures import taxonomy


@pytest.fixture
def filters(home):
    return Filters(releases.current(), "2020-08")


@pytest.mark.parametrize("name", batch.BY_SUBFIELD)
def test_a_figure_that_follows_sub_fields_tells_each_of_them_something_else(filters, name):
    shown = show(name, filters)
    assert batch.follows_subfields(shown)
    every = batch.each_subfield(shown)
    assert [one.filters.subfields for one in every] == [(code,) for code in taxonomy.subfields()]
    assert len({one.caption.headline for one in every}) == 15


def test_a_figure_of_the_whole_is_not_offered_for_each_sub_field(filters):
    assert not batch.follows_subfields(show("share", filters))
    assert not batch.follows_subfields(show("trend", replace(filters, classification="high_tech")))


def test_without_services_their_sub_fields_are_left_out(filters):
    every = batch.each_subfield(show("trend", replace(filters, industry_only=True)))
    assert every and not [one for one in every if one.filters.subfields[0].startswith("HS")]


def test_pictures_are_named_by_their_sub_field_and_counted_while_they_are_made(filters):
    counts = []
    two = batch.each_subfield(show("same_month", filters))[:2]
    made = batch.pictures(two, Look(layout="wechat"), titles=["我的标题", ""], done=counts.append)
    assert counts == [1, 2]
    assert [one.title for one in made] == ["我的标题", ""]
    names = [taxonomy.item(code).name("zh") for code in list(taxonomy.subfields())[:2]]
    for one, name in zip(made, names, strict=True):
        assert name in one.name and one.name.endswith("_公众号_演示.png")
        assert Image.open(io.BytesIO(one.data)).width == 900
    assert [one.link.count("sub=") for one in made] == [1, 1]
