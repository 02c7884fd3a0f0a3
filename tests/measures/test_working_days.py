"""Working days counted on the calendar by hand."""

from datetime import date, timedelta

import pytest

from scicity.measures.working_days import Calendar, calendar


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2020-08-03", "2020-08-10", 5),  # Monday to the Monday after: Tue 4 to Fri 7, Mon 10
        ("2020-08-03", "2020-08-03", 0),  # paid on the day of application
        ("2020-08-07", "2020-08-09", 0),  # Friday to Sunday
        ("2020-01-20", "2020-02-05", 6),  # Tue 21 to Thu 23 January; off to Sunday 2 February; Mon 3 to Wed 5
        ("2020-01-17", "2020-01-20", 2),  # Friday to Monday: Sunday 19 is worked
        ("2019-04-26", "2019-05-06", 5),  # Sun 28 worked, Mon 29, Tue 30; 1 to 4 May off; Sun 5 worked, Mon 6
        ("2018-09-28", "2018-10-08", 3),  # Sat 29 and Sun 30 September worked; 1 to 7 October off; Mon 8
        ("2018-12-28", "2019-01-02", 2),  # Sat 29 worked; 30 December to 1 January off; Wed 2
        ("2020-09-25", "2020-10-12", 7),  # Sun 27 worked, Mon 28 to Wed 30; 1 to 8 off; Fri 9, Sat 10 worked, Mon 12
    ],
)
def test_w05_c3_working_days_use_the_official_calendar(start, end, days):
    assert calendar().between(date.fromisoformat(start), date.fromisoformat(end)) == days


@pytest.mark.parametrize(("year", "days"), [(2018, 250), (2019, 250), (2020, 249)])
def test_w05_c3_a_year_has_the_working_days_its_notices_leave(year, days):
    # 2018: 261 weekdays - 18 off + 7 worked; 2019: 261 - 17 + 6; 2020: 262 - 19 + 6
    first = date(year, 1, 1)
    year_days = [first + timedelta(days=step) for step in range((date(year + 1, 1, 1) - first).days)]
    assert sum(calendar().is_working(day) for day in year_days) == days


def test_w05_c3_the_later_notice_about_a_day_holds():
    # Saturday 1 February 2020 was to be worked; the longer Spring Festival of 2020-01-26 made it a day off
    assert not calendar().is_working(date(2020, 2, 1))


def test_a_day_beyond_the_table_is_refused_and_says_what_to_add():
    with pytest.raises(ValueError, match="State Council notice"):
        calendar().is_working(date(2021, 1, 4))


def test_days_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="earlier day first"):
        calendar().between(date(2020, 8, 4), date(2020, 8, 3))


def test_the_day_after_so_many_working_days():
    # Thursday 23 January 2020 and one working day more: Monday 3 February
    assert calendar().after(date(2020, 1, 23), 1) == date(2020, 2, 3)


def test_numbers_subtracted_are_the_days_between():
    short = Calendar(date(2020, 8, 6), date(2020, 8, 10), {date(2020, 8, 8): "workday"})
    # Thu, Fri, Sat (worked), Sun, Mon
    assert [count for _, count in short.numbered()] == [1, 2, 3, 3, 4]


def test_an_unknown_kind_is_refused_with_its_row(tmp_path):
    (tmp_path / "holidays.toml").write_text('first_day = "2020-01-01"\nlast_day = "2020-12-31"\n', encoding="utf-8")
    table = "date,kind,name_zh,notice,published_on\n2020-01-01,feast,元旦,x,2019-11-21\n"
    (tmp_path / "holidays.csv").write_text(table, encoding="utf-8")
    with pytest.raises(ValueError, match="row 2: 'feast'"):
        calendar(tmp_path)
