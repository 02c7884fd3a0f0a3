"""Growth of the nation, the municipality and provinces, as series of months of the house."""

import pytest

from scicity import periods, published
from scicity.published import elsewhere


@pytest.fixture(scope="module")
def comparators():
    return published.comparators()


def test_the_186_comparators_have_the_promised_columns(comparators):
    assert len(comparators) == 186
    assert tuple(comparators.columns) == elsewhere.COLUMNS
    assert comparators["month"].map(periods.is_month).all()  # no January
    assert set(comparators["span"]) == {"month", "ytd"}


def test_january_and_february_are_one_observation(comparators):
    first = comparators.query("series_id == 'cn_iav_ytd_yoy' and month == '2020-02'")
    assert first[["span", "value_pct", "indicator_zh"]].values.tolist() == [
        ["ytd", -13.5, "全国规模以上工业增加值累计同比"]
    ]


def test_the_office_that_spoke_is_named(comparators):
    spoke = comparators[comparators["series_id"] == "cq_iav_month_yoy"].set_index("month")["publisher"]
    assert spoke["2020-03"] == "重庆市统计局"
    assert spoke["2020-05"] == "重庆市经济和信息化委员会"


def test_a_series_over_several_regions_keeps_them_apart(comparators, figures):
    provinces = comparators[comparators["series_id"] == "prov_iav_month_yoy"]
    assert len(provinces) == 36 and provinces["region_zh"].nunique() == 6  # six months each
    assert figures.at["prov_iav_month_yoy.吉林省.2020-06", "value"] == 19.5


@pytest.mark.parametrize("period", ["2020-03/2020-04", "2020-01/2020-01", "2020-03", ""])
def test_a_period_that_does_not_fit_its_series_is_refused(spoil, period):
    folder = spoil("city_monthly.csv", 2, "period", period)  # a series of single months
    with pytest.raises(ValueError, match=f"city_monthly.csv, row 2, column 'period': '{period}' is not a month"):
        published.comparators(folder)


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        ("series_id", "cn_weather", "series.csv"),
        ("value_pct", "n/a", "plain number"),
        ("source", "某网站", "publishers"),
    ],
)
def test_a_fault_names_file_row_and_column(spoil, column, text, expected):
    folder = spoil("city_monthly.csv", 9, column, text)
    with pytest.raises(ValueError, match=f"city_monthly.csv, row 9, column '{column}': '{text}'.*{expected}"):
        published.comparators(folder)


def test_the_same_month_of_a_series_twice_is_refused(spoil):
    folder = spoil("city_monthly.csv", 3, "period", "2020-03/2020-03")  # as row 2
    with pytest.raises(ValueError, match="city_monthly.csv, row 3, column 'series_id'.*2020-03/2020-03.*earlier row"):
        published.comparators(folder)
