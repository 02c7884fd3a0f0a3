"""The named figures of incubators and platforms on the built release."""

import pytest

from scicity import gallery, releases, warehouse
from scicity.charts.look import Look
from scicity.filters import Filters
from scicity.gallery.saving import contents

NAMES = (
    "incubator_stock", "incubator_stock_quarter", "incubator_change", "incubator_parts", "platform_stock",
    "platform_stock_quarter", "platform_stock_events", "platform_change", "platform_matrix", "honours",
)  # fmt: skip


@pytest.fixture
def shown(home):
    def make(name, language="zh", **chosen):
        filters = Filters(**{"release": releases.current(), "month": "2020-09", **chosen})
        return gallery.show(name, filters, language)

    return make


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_figure_tells_itself_and_gives_a_table_and_a_file(shown, name, language):
    one = shown(name, language)
    assert one.caption.headline and one.alt()
    assert one.caption.provenance == ("press" if name == "honours" else "demo")
    frame, columns = one.table()
    assert len(frame) and all(column.name in frame for column in columns)
    assert contents(one, "csv", Look(language=language))


def test_w10_c1_fourteen_of_which_four_are_national_make_28_6_per_cent(shown):
    last = shown("incubator_stock").frame.iloc[-1]
    assert (last["total_count"], last["national_count"], last["other_count"]) == (14, 4, 10)
    assert round(last["national_share_pct"], 1) == 28.6


def test_w11_c2_a_quarters_stock_is_that_of_its_last_month(shown):
    quarters = shown("platform_stock_quarter").frame.set_index("period")["total_count"]
    months = shown("platform_stock").frame.set_index("period")["total_count"]
    assert list(quarters.index) == ["2019-03", "2019-06", "2019-09", "2019-12", "2020-03", "2020-06", "2020-09"]
    assert quarters["2020-06"] == months["2020-06"] and quarters["2020-09"] == 169


def test_a_quarter_that_is_not_over_has_no_column(shown):
    assert shown("platform_stock_quarter", month="2020-08").frame["period"].iloc[-1] == "2020-06"


@pytest.mark.parametrize("name", ["incubator_change", "platform_change"])
@pytest.mark.parametrize("span", ["month", "ytd"])
@pytest.mark.parametrize("month", ["2018-02", "2018-12", "2019-12", "2020-02", "2020-07", "2020-09"])
def test_opening_and_added_less_withdrawn_make_the_closing(shown, name, span, month):
    steps = shown(name, month=month, span=span).frame.set_index("step")["value_count"]
    assert steps["opening"] + steps["added"] - steps["removed"] == steps["closing"]


def test_w11_c3_the_matrix_ends_at_169_though_its_kinds_add_up_to_more(shown):
    total = shown("platform_matrix").frame.iloc[-1]
    kinds = total[["enterprise_count", "university_count", "institute_count"]].sum()
    assert total["total_count"] == 169
    assert kinds == total["titles_count"] == 171  # two platforms bear two titles
    fields = shown("platform_matrix").frame.iloc[:-1]
    assert fields["total_count"].sum() == 169


def test_the_parts_of_each_division_add_up_to_the_whole(shown):
    frame = shown("incubator_parts").frame
    assert set(frame.groupby("classification")["value_count"].sum()) == {14}


def test_a_part_has_a_stock_of_its_own_and_the_parts_make_the_whole(shown):
    hosts = [shown("incubator_stock", part=f"host/{one}") for one in ("university", "enterprise", "government")]
    assert sum(one.frame["total_count"].iloc[-1] for one in hosts) == 14
    assert "（高校）" in hosts[0].caption.headline
    assert hosts[0].about().filters == "高校"


def test_r41_a_share_is_not_computed_where_levels_are_not_stated(shown):
    assert shown("platform_stock").frame["national_share_pct"].isna().all()
    assert "未公布" in shown("platform_stock").caption.headline


def test_w12_c2_the_events_are_dated_as_print_dates_them(shown):
    frame = shown("platform_stock_events").frame
    events = frame[frame["span"] == "event"]
    assert dict(zip(events["event_zh"], events["period"], strict=True)) == {
        "新增国家重点实验室1个": "2020",
        "国家首批先进制造业和现代服务业融合发展试点": "2020",
        "国家应用数学中心": "",
    }
    assert "未注明日期、不在图上标注：国家应用数学中心" in shown("platform_stock_events").caption.notes[1]


def test_r40_an_earlier_release_knows_the_stock_of_its_day(home):
    early = releases.manifest(releases.released()[0].id).folder
    frame = warehouse.fetch(early, "incubators/stock", months=("2020-06", "2020-09"), part="")
    assert frame[["period", "total_count"]].to_numpy().tolist() == [["2020-06", 12.0]]
