"""Months of industry statistics: eleven a year, no January."""

import pytest

from scicity import periods


def test_a_year_has_eleven_observations_and_no_january():
    months = periods.between("2019-02", "2020-02")
    assert len(months) == 12  # eleven of 2019 and 1—2月 of 2020
    assert "2020-01" not in months


@pytest.mark.parametrize(("month", "before"), [("2020-08", "2020-07"), ("2020-03", "2020-02"), ("2020-02", "2019-12")])
def test_the_observation_before_march_is_jan_feb_and_before_that_december(month, before):
    assert periods.previous(month) == before
    assert periods.following(before) == month


@pytest.mark.parametrize(
    ("month", "span", "zh", "en"),
    [
        ("2020-08", "month", "2020年8月", "Aug 2020"),
        ("2020-08", "ytd", "2020年1—8月", "Jan–Aug 2020"),
        ("2020-02", "month", "2020年1—2月", "Jan–Feb 2020"),
        ("2020-02", "ytd", "2020年1—2月", "Jan–Feb 2020"),
    ],
)
def test_labels_say_what_the_number_covers(month, span, zh, en):
    assert periods.label(month, span, "zh") == zh
    assert periods.label(month, span, "en") == en


def test_an_observation_starts_where_its_months_start():
    assert periods.starts("2020-02", "month") == "2020-01"  # two months wide
    assert periods.starts("2020-08", "month") == "2020-08"
    assert periods.starts("2020-08", "ytd") == "2020-01"


@pytest.mark.parametrize("text", ["2020-01", "2020-13", "2020-8", "20-08", "2020年8月", "'; drop table"])
def test_what_is_no_month_of_an_industry_series_is_told_apart(text):
    assert not periods.is_month(text)


def test_axis_ticks_name_jan_feb_in_full_and_later_months_by_number():
    assert [periods.tick(month) for month in ("2020-02", "2020-03", "2020-12")] == ["1—2月", "3", "12"]
    assert periods.tick("2020-03", "en") == "Mar"


@pytest.mark.parametrize(
    ("start", "end", "zh", "en"),
    [
        ("2020-10", "2020-10", "2020年10月", "Oct 2020"),
        ("2020-01", "2020-08", "2020年1—8月", "Jan–Aug 2020"),
        ("2020", "2020", "2020年", "2020"),
        ("2020", "2024", "2020—2024年", "2020–2024"),
        ("2019-11", "2020-02", "2019年11月—2020年2月", "Nov 2019–Feb 2020"),
        ("2020-01", "2020-01", "2020年1月", "Jan 2020"),  # a cited figure may speak of January alone
        ("", "", "", ""),
    ],
)
def test_the_period_of_a_cited_figure_is_worded_as_far_as_it_is_known(start, end, zh, en):
    assert periods.range_label(start, end, "zh") == zh
    assert periods.range_label(start, end, "en") == en
