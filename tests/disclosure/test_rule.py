"""What makes a cell unsafe, and what goes out."""

import re

import pandas as pd
import pytest

from scicity import places
from scicity.disclosure import Settings, protected, settings, suppressed_items
from scicity.wording import words
from tests.disclosure.cases import aggregate, frame_of

RULE = Settings(minimum_contributors=3, p_pct=15)


def hidden(contributions, base=None, rule=RULE):
    frame = pd.DataFrame([aggregate("ALL", contributions, base, classification="high_tech")])
    return suppressed_items(frame, rule) == {("high_tech", "ALL")}


def test_two_contributors_are_too_few_and_three_equal_ones_are_enough():
    assert hidden([50.0, 50.0])
    assert not hidden([50.0, 50.0, 50.0])


def test_what_the_two_largest_leave_over_must_reach_the_percentage_of_the_largest():
    # X = 165, x1 = 100, x2 = 50: 15 are left over, and 15 % of 100 is 15: just enough
    assert not hidden([100.0, 50.0, 10.0, 5.0])
    # 14.9 are left over: the second could tell the largest to within 14.9 %
    assert hidden([100.0, 50.0, 10.0, 4.9])


def test_an_unsafe_comparable_base_hides_a_safe_value():
    assert hidden([50.0, 50.0, 50.0], base=[100.0, 50.0, 1.0])
    assert hidden([50.0, 50.0, 50.0], base=[50.0, 50.0])


def test_a_zero_is_shown_when_nobody_or_enough_stand_behind_it_and_hidden_when_it_tells_of_two():
    assert not hidden([])
    assert not hidden([0.0, 0.0, 0.0])
    assert hidden([0.0, 0.0])


def zero_base(contributors):
    return pd.DataFrame(
        [aggregate("ALL", [50.0] * 3, [0.0], classification="strategic") | {"base_contributors": contributors}]
    )


def test_new_enterprises_without_a_base_do_not_hide_their_item():
    assert suppressed_items(zero_base(0), RULE) == set()
    assert suppressed_items(zero_base(1), RULE) == {("strategic", "ALL")}


def test_a_total_whose_contributors_are_not_told_is_hidden():
    safe = aggregate("ALL", [50.0] * 9, classification="high_tech")
    for unsaid in ("contributors", "top1", "top2", "base_top1"):
        assert suppressed_items(pd.DataFrame([safe | {unsaid: None}]), RULE) == (
            # the second largest is then taken as large as the largest: 450 - 50 - 50 still leaves 350
            set() if unsaid == "top2" else {("high_tech", "ALL")}
        )


def test_a_pending_cell_hides_nothing():
    pending = aggregate("ALL", [7.0], classification="high_tech") | {"value": None, "comparable_base": None}
    assert suppressed_items(pd.DataFrame([pending]), RULE) == set()


def test_both_parameters_change_the_result():
    assert not hidden([50.0] * 3, rule=Settings(3, 15))
    assert hidden([50.0] * 3, rule=Settings(4, 15))
    # 30 are left over of x1 = 100
    assert not hidden([100.0, 50.0, 30.0], rule=Settings(3, 30))
    assert hidden([100.0, 50.0, 30.0], rule=Settings(3, 31))


def test_the_parameters_are_read_from_the_settings_file(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text("[disclosure]\nminimum_contributors = 5\np_pct = 20\n", encoding="utf-8")
    assert settings(file) == Settings(minimum_contributors=5, p_pct=20)
    assert settings().minimum_contributors >= 3
    file.write_text("[disclosure]\np_pct = 20\n", encoding="utf-8")
    with pytest.raises(KeyError, match=r"settings\.toml lacks 'minimum_contributors'"):
        settings(file)


@pytest.mark.parametrize("senseless", [(1, 15), (3, 0), (3, 101)])
def test_senseless_parameters_are_refused(senseless):
    with pytest.raises(ValueError, match="write"):
        Settings(*senseless)


def test_nothing_about_single_contributors_goes_out_and_hidden_cells_are_blank():
    frame = frame_of({"ALL": [5.0, 5.0]}, classification="high_tech").assign(
        status="final", provenance="official", enterprises=2, top3=1.0
    )
    out = protected(frame, RULE)
    assert set(out) == {
        "classification", "item", "period_end", "span", "value", "comparable_base", "enterprises",
        "status", "provenance",
    }  # fmt: skip
    assert out["status"].tolist() == ["suppressed"]
    assert out[["value", "comparable_base", "enterprises"]].isna().all(axis=None)


def test_other_rows_keep_their_numbers_their_status_and_their_index():
    frame = pd.concat([
        frame_of({"ALL": [5.0, 5.0]}, classification="high_tech"),
        frame_of({"ALL": [5.0, 5.0, 5.0]}, classification="strategic"),
    ])  # fmt: skip
    frame.index = [7, 3]
    out = protected(frame.assign(status=["final", "revised"]), RULE)
    assert out["status"].to_dict() == {7: "suppressed", 3: "revised"}
    assert out.loc[3, "value"] == 15.0
    assert protected(frame, RULE)["status"].isna().to_dict() == {7: False, 3: True}


def test_two_rows_of_one_cell_are_refused():
    twice = pd.concat([frame_of({"ALL": [5.0] * 3}), frame_of({"ALL": [5.0] * 3})])
    with pytest.raises(ValueError, match="Two aggregates of one cell"):
        protected(twice, RULE)


def test_no_word_and_no_page_tells_the_parameters():
    rule = settings()
    numerals = {2: "两", 3: "三", 4: "四", 5: "五"}
    many = f"(?:{rule.minimum_contributors}|{numerals.get(rule.minimum_contributors, '许多')})"
    telling = re.compile(
        rf"minimum_contributors|p_pct|\bp ?%|(?:少于|不足|低于|至少|最少){many}(?:家|户|个)"
        rf"|(?:fewer|less) than (?:{many}|three) (?:contributors|enterprises|firms)|集中度|dominan",
        re.IGNORECASE,
    )
    assert telling.search("企业不足3家，不予公布")
    said = [text for texts in words().values() for text in texts.values()]
    readers = [places.PROJECT / "pages", places.PROJECT / "scicity" / "screen", places.PROJECT / "scicity" / "exports"]
    said += [file.read_text(encoding="utf-8") for folder in readers for file in folder.rglob("*.py")]
    assert [text for text in said if telling.search(text)] == []
