"""The demonstration ledgers of finance end at the published figures and grow from release to release."""

import pytest

from scicity import releases
from scicity.demo import finance
from scicity.reconcile import reconcile
from scicity.warehouse import fetch

DAYS = ("2020-07-20", "2020-08-20", "2020-09-20", "2020-10-15")


@pytest.fixture
def shelf(home):
    return {one.published_on: one.folder for one in releases.released()}


def platform(folder, month="2020-12"):
    return fetch(folder, "finance/platform", from_month="2018-02", to_month=month)


def test_the_last_month_meets_every_published_figure_to_the_last_digit(shelf):
    last = platform(shelf["2020-10-15"]).iloc[-1]
    assert last["period"] == "2020-09"
    counts = last[["enterprises", "institutions", "products", "matched_count"]].tolist()
    assert counts == [2681, 36, 120, 430]
    assert last["matched_100m_yuan"] == 9.32


def test_w04_c1_the_average_of_the_last_month_is_that_of_the_published_figures(shelf):
    # 93,200 / 430
    assert platform(shelf["2020-10-15"]).iloc[-1]["average_10k_yuan"] == pytest.approx(216.744, abs=0.001)


def test_every_published_figure_of_finance_reconciles(shelf):
    found = {one.figure_id: one.agrees for one in reconcile(shelf["2020-10-15"])}
    mine = {name: agrees for name, agrees in found.items() if name.startswith(("gaoxinjinfu", "shuangcheng"))}
    assert len(mine) == 6 and all(mine.values())


def test_w04_c5_a_later_load_leaves_what_an_earlier_release_shows(shelf, own_home):
    then = platform(shelf["2020-10-15"]).iloc[-1]["enterprises"]
    releases.publish("later", published_on="2020-11-20")
    assert platform(releases.manifest(releases.current()).folder).iloc[-1]["enterprises"] == then == 2681
    assert platform(shelf["2020-10-15"]).iloc[-1]["enterprises"] == 2681


def test_as_of_an_early_release_shows_its_own_last_month(shelf):
    ends = [platform(shelf[day]).iloc[-1] for day in DAYS]
    assert [end["period"] for end in ends] == ["2020-06", "2020-07", "2020-08", "2020-09"]
    assert [end["matched_count"] for end in ends] == sorted(end["matched_count"] for end in ends)


def test_a_count_reported_too_low_is_put_right_with_the_next_report(shelf):
    seen = [platform(shelf[day]).set_index("period").loc["2020-07"] for day in DAYS[1:]]
    assert [row["status"] for row in seen] == ["preliminary", "revised", "revised"]
    assert seen[1]["products"] - seen[0]["products"] == 2


def test_running_totals_never_fall():
    rows = platform_rows = finance.platform_rows("", "2020-09")
    assert len(platform_rows) == 19  # eleven observations of 2019 and eight of 2020
    for name in finance.COUNTS:
        values = [int(row[name]) for row in rows if row["month"] != "2020年7月" or name != "products"]
        assert values == sorted(values)


def test_requests_filed_and_money_paid_into_funds_stay_blank(shelf):
    assert platform(shelf["2020-10-15"])["requests_filed"].isna().all()
    funds = fetch(shelf["2020-10-15"], "finance/funds", month="2020-09")
    assert funds[["paid_in_100m_yuan", "invested_100m_yuan"]].isna().all().all()


def test_w02_c3_leverage_is_not_made_without_both_inputs(shelf):
    assert fetch(shelf["2020-10-15"], "finance/funds", month="2020-09")["leverage_times"].isna().all()


@pytest.mark.parametrize(("month", "qualifier"), [("2020-08", "exact"), ("2020-09", "over")])
def test_a_fund_shows_what_was_stated_by_the_month(shelf, month, qualifier):
    funds = fetch(shelf["2020-10-15"], "finance/funds", month=month).set_index("item")
    assert (funds.loc["TT", "planned_100m_yuan"], funds.loc["TT", "qualifier"]) == (20, qualifier)
    assert funds.loc["SC", "planned_100m_yuan"] == 300


def test_names_of_banks_and_borrowers_are_codes():
    rows = finance.loan_rows("", "2020-09")
    assert all(row[name].startswith("DEMO-") for row in rows for name in ("loan_code", "enterprise_code", "bank"))


def test_a_loan_is_never_paid_before_it_was_approved_nor_approved_before_it_was_applied_for():
    rows = [row for row in finance.loan_rows("", "2020-09") if row["paid_on"]]
    assert all(row["applied_on"] < row["approved_on"] <= row["paid_on"] for row in rows)


def test_a_loan_applied_for_before_a_release_and_paid_after_it_comes_again_as_paid():
    open_then = {row["loan_code"] for row in finance.loan_rows("", "2020-06") if not row["paid_on"]}
    later = {row["loan_code"] for row in finance.loan_rows("2020-06", "2020-07") if row["paid_on"]}
    assert open_then and open_then & later


def test_subfields_with_few_borrowers_are_withheld_in_the_release(shelf):
    credit = fetch(shelf["2020-10-15"], "finance/credit", month="2020-09").set_index("item")
    assert credit.index[credit["status"] == "suppressed"].tolist() == ["AM-ADD", "HS-SL"]


def test_w05_c1_every_loan_of_the_release_stands_in_the_ledger(shelf):
    whole = fetch(shelf["2020-10-15"], "finance/credit", month="2020-09").iloc[0]
    paid = [row for row in finance.loan_rows("", "2020-09") if row["paid_on"]]
    assert whole["loans"] == len(paid)
