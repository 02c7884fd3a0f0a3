"""Targets of one subject, achievements of the others: what the demonstration's last release shows."""

from dataclasses import replace

import pandas as pd
import pytest

from scicity import durable, gallery, places, releases
from scicity.filters import Filters
from scicity.gallery.targets import achieved
from scicity.warehouse import fetch


@pytest.fixture
def filters(home):
    return Filters(release=releases.current(), month="2020-08")


@pytest.fixture
def rows(filters):
    return gallery.show("target_progress", filters).frame.set_index("indicator")


def test_each_achievement_is_its_own_subjects_cell(rows, filters):
    folder = releases.manifest(filters.release).folder
    for indicator, subject, names in (
        ("leading_scale", "industry", ("leading", "ALL", "output")),
        ("retrofit_enterprises", "upgrading", ("retrofit", "ALL", "enterprises")),
        ("signed_amount", "projects", ("ZGY/all", "ALL", "contract")),
        ("platforms_added", "platforms", ("level", "ALL", "added")),
    ):
        params = dict(zip(("classification", "item", "indicator"), names, strict=True))
        cell = fetch(folder, f"{subject}/cell", **params, span="ytd", month="2020-08")
        assert rows.loc[indicator, "actual_value"] == pytest.approx(cell["value"].iloc[0])


def test_the_published_amount_of_signed_projects_is_73_6_per_cent_of_the_changed_target(rows):
    row = rows.loc["signed_amount"]
    assert (row["original_value"], row["target_value"], row["revised_on"]) == (900, 1000, "2020-08-28")
    assert row["progress_pct"] == 73.6  # 735.6 of 1000
    assert row["gap_pp"] == pytest.approx(6.9)  # 73.6 - 66.7
    assert row["state"] == "ahead"


def test_level_targets_come_first_by_progress_and_growth_targets_last(rows):
    assert rows["kind"].tolist() == ["level"] * 4 + ["growth"]
    assert rows["progress_pct"].dropna().is_monotonic_decreasing


def test_r51_growth_is_compared_in_points_without_a_completion(rows):
    row = rows.loc["industrial_output"]
    assert pd.isna(row["progress_pct"]) and row["state"] == ""
    assert row["gap_pp"] == pytest.approx(row["actual_value"] - 3.0)


def test_r52_last_years_progress_is_its_months_over_its_year(rows, filters):
    folder = releases.manifest(filters.release).folder
    names = {"classification": "retrofit", "item": "ALL", "indicator": "enterprises", "span": "ytd"}
    ends = [fetch(folder, "upgrading/cell", **names, month=end)["value"].iloc[0] for end in ("2019-08", "2019-12")]
    assert ends == [28, 46]
    assert rows.loc["retrofit_enterprises", "history_pct"] == 60.9  # 28 of 46


def test_a_month_industry_has_not_reached_is_unreported_there_and_never_carried_forward(filters):
    frame = gallery.show("target_progress", replace(filters, month="2020-09")).frame.set_index("indicator")
    assert frame.loc["leading_scale", "status"] == "unreported"
    assert pd.isna(frame.loc["leading_scale", "actual_value"])
    assert frame.loc["retrofit_enterprises", "actual_value"] == 52


def test_a_release_without_a_subject_leaves_its_row_unreported(own_home):
    release = releases.current()
    manifest = places.releases() / release / "manifest.json"
    about = durable.unsealed(manifest.read_text(encoding="utf-8"))
    files = {name: told for name, told in about["files"].items() if name != "projects.duckdb"}
    manifest.write_text(durable.sealed({**about, "files": files}), encoding="utf-8")
    (manifest.parent / "projects.duckdb").unlink()
    filters = Filters(release=release, month="2020-08")
    goals = fetch(releases.manifest(release).folder, "targets/goals", year="2020")
    frame = achieved(goals, filters).set_index("indicator")
    assert frame.loc["signed_amount", "status"] == "unreported"
    assert frame.loc["leading_scale", "progress_pct"] > 0


def test_a_year_without_targets_shows_an_empty_figure_with_words(filters):
    shown = gallery.show("target_progress", replace(filters, month="2019-08"))
    assert shown.frame.empty
    assert shown.caption.headline == "该年度尚未录入目标"
    frame, columns = shown.table()
    assert all(column.name in frame for column in columns)


def test_the_table_tells_targets_achievements_and_states_in_words(filters):
    frame, columns = gallery.show("target_progress", filters).table()
    assert all(column.name in frame for column in columns)
    row = frame.set_index("indicator").loc["retrofit_enterprises"]
    assert (row["target_text"], row["actual_text"], row["required_text"], row["state_text"]) == (
        "70家",
        "44家",
        "6.5家",
        "预警",
    )
