"""Cited series and the chain on a built release: what pages and files hold."""

import duckdb
import pytest

from scicity import gallery, releases
from scicity.charts.look import Look
from scicity.filters import Filters
from scicity.gallery import chain as chain_recipes
from scicity.gallery import public as public_recipes
from scicity.gallery.saving import chosen, contents
from scicity.measures import chain, taxonomy
from scicity.narrative.chain import laid
from scicity.warehouse import fetch

CHAIN = ("chain", "chain_joined")


@pytest.fixture
def filters(home):
    return Filters(release=releases.current(), month="2020-08", subfields=("NIT-IC",))


def asked(name, **params):
    return fetch(releases.manifest(releases.current()).folder, name, **params)


def test_r8_both_names_of_the_platforms_find_the_same_169(home):
    for search in ("创新平台", "研发平台"):
        found = asked("published/figures", search=search, domain="", grades=("official", "press"))
        assert found.loc[found["value"] == 169, "figure_id"].tolist() == ["rd_platforms_municipal_plus"]


def test_r12_claims_are_asked_as_text_in_the_order_of_time(home):
    claims = asked("published/claims")
    assert {"西南首只", "全市率先", "全市唯一"} <= set(claims["text_zh"])
    assert claims["period_end"].is_monotonic_increasing
    assert not claims.select_dtypes("number").columns.tolist()


@pytest.mark.parametrize("name", public_recipes.SERIES)
def test_a_cited_series_is_press_and_its_file_names_every_publisher(filters, name):
    shown = gallery.show(name, filters)
    assert shown.caption.provenance == "press"
    text = contents(shown, "csv", Look(layout="ppt")).decode("utf-8-sig")
    assert all(publisher in text for publisher in shown.frame["publisher"].unique())
    assert "公开报道" in text
    assert "演示" not in text


def test_comparators_stand_beside_only_at_periods_of_the_core_area(filters):
    frame = gallery.show("iav_growth", filters).frame
    core = set(frame.loc[frame["territory"] == "ZGY", "period_end"])
    beside = frame[frame["territory"].isin(["cq", "cn"])]
    assert set(beside["period_end"]) <= core
    assert beside.set_index(["territory", "period_end"])["value"].to_dict() == {
        ("cq", "2020"): 5.8, ("cq", "2021"): 10.7, ("cn", "2020"): 2.8, ("cn", "2021"): 9.6,
    }  # fmt: skip


def test_missing_and_worded_years_are_told_in_the_table(filters):
    frame, _ = gallery.show("iav_growth", filters).table()
    said = dict(zip(frame["period_label"], frame["printed_words"], strict=False))
    assert said["2022年"] == "未公布"
    assert said["2023年"] == "实现转正，未给数值"


def test_no_page_text_of_the_series_holds_a_rate_worked_out_from_levels(filters):
    for name in public_recipes.SERIES:
        shown = gallery.show(name, filters)
        text = " ".join((shown.caption.headline, shown.caption.subline, *shown.caption.notes))
        assert "20.8" not in text
        assert "20.7" not in text


def test_the_chain_reads_whatever_subjects_the_release_has(filters):
    shown = gallery.show("chain", filters)
    frame, _ = shown.table()
    columns = list(dict.fromkeys(frame["column"]))
    assert columns == list(chain.COLUMNS)
    assert frame.set_index("link").at["output", "chain_said"].endswith("亿元")
    assert shown.caption.provenance == "demo"  # one demonstration value makes it one


def test_a_subject_the_release_lacks_leaves_its_measures_without_data(filters):
    folder = releases.manifest(filters.release).folder
    params = {**chain_recipes.columns_params(filters), "tables": ("industry.cells",)}
    rows = laid(fetch(folder, "chain/cells", **params)).set_index("link")
    assert rows.at["platforms", "said_zh"] == "暂无发布数据"
    assert rows.at["output", "published"] == 3


def test_no_cell_of_a_sub_field_is_told_that_the_release_withholds(filters):
    for code in taxonomy.subfields():
        cells = gallery.show("chain", Filters(release=filters.release, month="2020-08", subfields=(code,))).frame
        assert cells.loc[cells["status"] == "suppressed", "value"].isna().all()


@pytest.mark.parametrize("name", CHAIN)
def test_w27_c1_every_file_of_the_chain_says_that_correlation_is_not_causation(filters, name):
    shown = gallery.show(name, filters)
    said = "相关不代表因果"
    assert any(said in note for note in shown.caption.notes)  # on the page
    for layout in ("ppt", "a4", "wechat"):
        drawn = shown.whole(Look(layout=layout))
        assert any(said in (note.text or "") for note in drawn.layout.annotations)
    assert said in contents(shown, "csv", Look(layout="ppt")).decode("utf-8-sig")
    assert said in shown.about().definition  # the notes sheet of a workbook and the account inside pictures


def test_w27_c3_the_lag_moves_only_where_the_first_columns_are_shown(filters):
    still = gallery.show("chain_joined", filters).frame
    late = gallery.show("chain_joined", Filters(**{**filters.__dict__, "lag_months": 12})).frame
    kept = [name for name in still.columns if name != "shown_month"]
    assert still[kept].equals(late[kept])  # the data stay
    output = still["classification"] == "leading"
    assert (late.loc[output, "shown_month"] == late.loc[output, "month"]).all()
    first = late[~output].iloc[0]
    assert (first["month"], first["shown_month"]) == ("2018-02", "2019-02")
    whole = Filters(**{**filters.__dict__, "lag_months": 12})
    assert gallery.show("chain", filters).frame.equals(gallery.show("chain", whole).frame)


def test_a_month_that_the_lag_moves_to_january_is_shown_with_1_2_month(filters):
    moved = gallery.show("chain_joined", Filters(**{**filters.__dict__, "lag_months": 1})).frame
    december = moved[(moved["month"] == "2019-12") & (moved["classification"] == "subfield")]
    assert december["shown_month"].tolist() == ["2020-02"]
    assert not moved["shown_month"].str.endswith("-01").any()


def test_w16_c4_no_cell_of_any_subject_is_an_institutes(home):
    folder = releases.manifest(releases.current()).folder
    for file in sorted(folder.glob("*.duckdb")):
        with duckdb.connect(str(file), read_only=True) as connection:
            tables = {row[0] for row in connection.execute("show tables").fetchall()}
            if "items" in tables and "cells" in tables and file.stem != "changes":
                scopes = {row[0] for row in connection.execute("select distinct scope from cells").fetchall()}
                assert scopes <= {"KXC", "ZGY"}
    facts = asked("published/institute")
    assert set(facts["scope"]) == {"重庆石墨烯研究院", "重庆石墨烯展示中心", ""}  # '' is a named partner


def test_the_lag_can_be_chosen_by_name_and_is_bounded(home):
    release = releases.current()
    assert chosen(release, {"lag": "12", "subfields": "NIT-IC"}).lag_months == 12
    with pytest.raises(ValueError, match="lag=37"):
        chosen(release, {"lag": "37"})
