"""The light of a project is computed from its dates (W19 C2), and without dates nothing is judged."""

from datetime import date

import pytest

from scicity.measures.lights import light

TODAY = date(2020, 9, 30)


@pytest.mark.parametrize(
    ("due", "done", "expected"),
    [
        (None, None, ("undated", 0)),
        (None, date(2020, 5, 1), ("undated", 0)),  # done, but nobody says when it was due
        (date(2020, 9, 29), None, ("behind", 1)),
        (date(2020, 9, 30), None, ("late", 0)),  # due today
        (date(2020, 10, 30), None, ("late", 30)),
        (date(2020, 10, 31), None, ("on_track", 31)),
        (date(2020, 9, 20), date(2020, 9, 20), ("on_track", 0)),
        (date(2020, 9, 20), date(2020, 8, 22), ("on_track", 29)),
        (date(2020, 9, 20), date(2020, 8, 21), ("ahead", 30)),
        (date(2020, 9, 20), date(2020, 9, 22), ("behind", 2)),
        (date(2020, 11, 20), date(2020, 10, 1), ("on_track", 51)),  # its completion lies in the future: still open
    ],
)
def test_w19_c2_the_light_follows_from_the_dates(due, done, expected):
    judged = light(due, done, TODAY)
    assert (judged.light, judged.days) == expected
