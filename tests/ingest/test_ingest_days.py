"""Days and years: read where they are written whole; a month is no day, and what has not come is refused."""

from datetime import date, timedelta

import pytest

from scicity.ingest.cells import Broken, Merged
from scicity.ingest.days import day, year
from scicity.ingest.findings import Refused


def refused(read, cell):
    with pytest.raises(Refused) as caught:
        read(cell)
    return caught.value.kind


@pytest.mark.parametrize(
    "written",
    ["2020年8月15日", "2020 年 8 月 15 日", "2020年08月15", "2020-08-15", "2020-8-15", "2020/8/15",
     "2020.8.15", "20200815", " 2020-08-15 ", "２０２０年８月１５日", "２０２０－０８－１５", "2020-08-15 00:00:00",
     "2020/8/15 0:00", "2020-08-15T00:00:00", 20200815, 20200815.0, 44058, 44058.0, date(2020, 8, 15),
     Merged(date(2020, 8, 15))],
)  # fmt: skip
def test_a_day_is_read_in_every_spelling(written):
    assert day(written) == "2020-08-15"  # 44058 days after 1899-12-30


def test_a_first_of_the_month_at_midnight_is_not_taken_for_the_tenth():
    assert day("2020-8-1 00:00") == "2020-08-01"
    assert day("2020年8月1日 0:00:00") == "2020-08-01"


@pytest.mark.parametrize("written", ["", None, " ", "--", "—", "…", "/", "暂无"])
def test_a_missing_day_is_missing(written):
    assert day(written) is None
    assert year(written) is None


@pytest.mark.parametrize("written", ["2020年8月", "2020-08", "2020/8", "2020.08", "202008", 202008, "2020年8月份"])
def test_a_month_does_not_stand_for_a_day(written):
    assert refused(day, written) == "day_missing"


@pytest.mark.parametrize("written", ["2020-02-30", "2021年2月29日", "2020-13-01", "20200431", "2020/0/10", 20201301])
def test_a_day_that_does_not_exist_is_refused(written):
    assert refused(day, written) == "no_such_day"


def test_the_29th_of_february_exists_in_a_leap_year():
    assert day("2020-02-29") == "2020-02-29"


@pytest.mark.parametrize(
    "written",
    ["8月15日", "20-8-15", "15/8/2020", "8/15/2020", "2020-8/15", "2020年", "2020", 2020, "Aug 15, 2020",
     "约2020-08-15", "2020-08-15 13:30:00", "2020-08-15-20", "2020年8月上旬", "二〇二〇年八月十五日", "٢٠٢٠-٠٨-١٥",
     "1020-08-15", "44058", "2020-08-15\u200b", 44058.5, True, 10**18, -5],
)  # fmt: skip
def test_what_is_no_day_is_refused(written):
    assert refused(day, written) == "day"


def test_errors_are_not_blanks():
    assert refused(day, "#N/A") == "error_cell"
    assert refused(day, Broken("error_cell", "#REF!")) == "error_cell"
    assert refused(day, "2" * 1001) == "too_long"


def test_today_has_come_and_tomorrow_has_not():
    today = date.today()
    assert day(today) == today.isoformat()
    assert refused(day, today + timedelta(days=1)) == "future_day"
    assert refused(day, "2999年1月1日") == "future_day"


def test_a_planned_day_may_be_to_come_where_the_form_says_so():
    assert day("2999-01-01", future=True) == "2999-01-01"
    assert refused(day, "2999-01-01") == "future_day"  # the same text in a column without plans


@pytest.mark.parametrize("written", ["2020", "2020年", "2020年度", "２０２０", " 2020 年", 2020, 2020.0])
def test_a_year_is_read_in_every_spelling(written):
    assert year(written) == "2020"


@pytest.mark.parametrize(
    ("written", "kind"),
    [("20", "year"), ("2020-08", "year"), ("2020年8月", "year"), (2020.5, "year"), (date(2020, 1, 1), "year"),
     ("二〇二〇", "year"), ("0020", "year"), (True, "year"), ("2020-2021", "year"), ("2999", "future_year"),
     ("#REF!", "error_cell")],
)  # fmt: skip
def test_what_is_no_year_is_refused(written, kind):
    assert refused(year, written) == kind
