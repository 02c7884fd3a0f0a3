"""Progress against time, to the digit a reader can redo; the codes of targets agree everywhere."""

from decimal import Decimal

import pytest

from scicity import ingest
from scicity.measures import goals, progress
from scicity.wording import words


@pytest.mark.parametrize(
    ("month", "pct"), [("2020-08", "66.7"), ("2020-09", "75.0"), ("2020-02", "16.7"), ("2020-12", "100.0")]
)
def test_w23_c6_time_elapsed_is_months_over_twelve(month, pct):
    assert progress.elapsed(month) == Decimal(pct)  # 8/12, 9/12, 2/12 (January and February together), 12/12


def test_r50_772_of_1000_by_august_is_10_5_points_ahead_of_time():
    done = progress.completion(772, 1000)
    assert done == Decimal("77.2")
    assert progress.gap(done, progress.elapsed("2020-08")) == Decimal("10.5")  # 77.2 - 66.7


def test_r50_the_gap_is_of_rounded_rates():
    # 74.0 - 66.7 = 7.3; of unrounded rates it would be 7.33
    assert progress.gap(progress.completion(74, 100), progress.elapsed("2020-08")) == Decimal("7.3")
    # 66.74 % prints as 66.7: level with time, though it is 0.07 ahead
    assert progress.gap(progress.completion(6674, 10000), progress.elapsed("2020-08")) == 0


@pytest.mark.parametrize(
    ("points", "state"),
    [("-5.1", "behind"), ("-5.0", "at_risk"), ("-0.1", "at_risk"), ("0.0", "on_track"), ("4.9", "on_track"),
     ("5.0", "ahead"), ("10.5", "ahead")],
)  # fmt: skip
def test_r53_the_edges_of_the_four_states(points, state):
    assert progress.state(Decimal(points)) == state


def test_without_an_achievement_or_a_target_there_is_neither_progress_nor_state():
    assert progress.completion(None, 100) is None
    assert progress.completion(float("nan"), 100) is None
    assert progress.completion(10, 0) is None
    assert progress.gap(None, progress.elapsed("2020-08")) is None
    assert progress.state(None) is None


def test_the_rest_of_the_year_needs_what_is_left_divided_by_its_months():
    assert progress.required(44, 70, "2020-08") == 6.5  # (70 - 44) / 4
    assert progress.required(80, 70, "2020-08") == 0  # reached
    assert progress.required(44, 70, "2020-12") is None  # no month is left
    assert progress.required(None, 70, "2020-08") is None


def test_thresholds_out_of_order_are_refused(tmp_path, monkeypatch):
    settings = tmp_path / "settings.toml"
    settings.write_text("[progress]\nahead_from = 0.0\non_track_from = 5.0\nat_risk_from = -5.0\n", encoding="utf-8")
    monkeypatch.setattr(progress.places, "SETTINGS", settings)
    progress.thresholds.cache_clear()
    try:
        with pytest.raises(ValueError, match="must fall in this order"):
            progress.thresholds()
    finally:
        progress.thresholds.cache_clear()


def test_every_indicator_and_unit_of_the_form_has_its_cell_and_its_words():
    form = ingest.load("annual_targets")
    codes = [option.code for option in form.column("indicator").options]
    assert codes == list(goals.goals())
    assert {f"goal_{code}" for code in codes} <= set(words())
    assert {f"goal_with_{option.code}" for option in form.column("measured_in").options} <= set(words())


def test_a_target_is_named_with_its_scope_unless_it_is_the_whole_city():
    assert goals.name("signed_amount", "ZGY") == "签约项目合同额（核心区）"
    assert goals.name("leading_scale", "KXC") == "主导产业规模"


def test_amounts_are_in_yi_in_chinese_and_in_billions_in_english():
    assert goals.done(1877.581, 2790, "100m_yuan", 1) == "1877.6 / 2790亿元"
    assert goals.done(1877.581, 2790, "100m_yuan", 1, "en") == "187.8 / RMB 279 bn"  # a tenth of each
    assert goals.quantity(52, "enterprises", 0) == "52家"
    assert goals.quantity(None, "items", 0) == "--个"
