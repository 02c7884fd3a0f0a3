"""The reader's choices as one value."""

from scicity.filters import Filters


def test_choices_narrow_what_is_drawn_and_ranked():
    everything = Filters("r", "2020-08")
    one = Filters("r", "2020-08", industries=("AM",))
    field = Filters("r", "2020-08", industries=("AM",), subfields=("AM-LM",))
    assert everything.items == ("ALL",)
    assert one.items == ("AM",)
    assert one.ranked == ("AM-LM", "AM-ADD", "AM-ROB")
    assert field.items == field.ranked == ("AM-LM",)
    assert len(everything.ranked) == 15  # W22-C1: 4 industries, 4/3/4/4 sub-fields


def test_industry_only_leaves_services_out_of_every_part():
    filters = Filters("r", "2020-08", industry_only=True)
    assert filters.total == "IND"
    assert filters.all_industries == ("NIT", "AM", "GH")
    assert len(filters.all_subfields) == 11
    assert filters.items == ("IND",)


def test_a_snapshot_compares_with_the_period_before_and_the_year_before():
    asked = Filters("r", "2020-02", span="month").snapshot(("NIT",))
    assert (asked["previous_month"], asked["year_before"]) == ("2019-12", "2019-02")


def test_another_classification_shows_its_total_only():
    assert Filters("r", "2020-08", classification="high_tech", industries=("NIT",)).items == ("ALL",)
