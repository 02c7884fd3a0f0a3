"""A file against the reports accepted before. What was accepted is read from files too, so both are typed alike."""

from decimal import Decimal

import pandas as pd
import pytest

from scicity.ingest import Known, check_file, known_from
from tests.ingest.report_files import FORM, HEADER, kinds, only, text

FULL = ["月份", "细分领域", "企业代码", "企业名称", "产值", "累计产值", "上年同月", "上年同期累计", "单位"]
CODES = [f"A0{number}" for number in range(1, 7)]


def full(month, code="A01", output=1000, ytd=None, base=None, base_ytd=None, subfield="集成电路", name="甲公司"):
    return [month, subfield, code, name, output, ytd, base, base_ytd, "万元"]


@pytest.fixture
def known(tmp_path):
    """Makes what is known of rows accepted before; further parts by keyword."""

    def accepted(*rows, header=FULL, **more):
        result = check_file(text(tmp_path / "before.csv", [header, *rows]), FORM)
        assert result.accepted, result.findings
        return known_from(result.rows, FORM, **more)

    return accepted


@pytest.fixture
def checked(tmp_path):
    def check(known, *rows, header=FULL):
        return check_file(text(tmp_path / "now.csv", [header, *rows]), FORM, known)

    return check


def months(year, *amounts, code="A01", name="甲公司"):
    """1—2月 and the months after it, one amount each."""
    written = [f"{year}年1—2月", *(f"{year}年{number}月" for number in range(3, 13))]
    return [full(month, code, amount, name=name) for month, amount in zip(written, amounts, strict=False)]


# -- what is known --------------------------------------------------------------------------------------------------


def test_nothing_accepted_compares_nothing(checked):
    assert (known_from(pd.DataFrame(), FORM).latest, Known().latest) == ({}, {})
    assert kinds(checked(known_from(pd.DataFrame(), FORM), full("2020年8月"))) == []


def test_the_latest_amount_is_that_of_the_last_month_and_the_last_version_of_a_row_counts(known):
    frame = known(full("2020年9月", output=3), full("2020年8月", output=2)).record
    corrected = frame.assign(output_month=[Decimal("3.5"), Decimal("2.5")])
    both = known_from(pd.concat([frame, corrected]), FORM)
    assert both.latest == {"A01": Decimal("3.5")}
    assert len(both.record) == 2


# -- units of the whole file ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("output", "kind", "times"),
    [(10_500, "scale_up", "10"), ("0.11", "scale_down", "10,000"), (1_200_000, "scale_up", "1,000")],
)
def test_a_file_in_another_unit_is_refused_once_and_not_enterprise_by_enterprise(known, checked, output, kind, times):
    before = known(*(full("2020年7月", code) for code in CODES))
    result = checked(before, *(full("2020年8月", code, output) for code in CODES))
    assert (result.accepted, kinds(result)) == (False, [kind])
    found = only(result, kind)
    assert (found.column, dict(found.values)) == ("产值", {"times": times, "count": "6"})


def test_two_months_together_are_no_other_unit_and_fivefold_growth_is_none_either(known, checked):
    before = known(*(full("2020年12月", code, 100) for code in CODES))
    assert kinds(checked(before, *(full("2021年1—2月", code, 1000) for code in CODES))) == []  # 500 a month


def test_a_file_whose_unit_is_named_twice_is_only_warned_of(known, checked):
    header = [one if one != "产值" else "产值（万元）" for one in FULL]
    before = known(*(full("2020年7月", code) for code in CODES))
    result = checked(before, *(full("2020年8月", code, 10_500) for code in CODES), header=header)
    assert (result.accepted, only(result, "scale_up").severity) == (True, "warn")


def test_a_single_enterprise_in_another_unit_is_named_by_its_row(known, checked):
    before = known(*(full("2020年7月", code, 24_000) for code in CODES))
    rows = [full("2020年8月", code, 24_500) for code in CODES[:-1]]
    result = checked(before, *rows, full("2020年8月", "A06", "2.4"))
    assert (only(result, "jump").row, result.accepted) == (7, False)


# -- one enterprise -------------------------------------------------------------------------------------------------


def test_a_month_far_from_the_enterprises_own_level_is_warned_of(known, checked):
    before = known(*months(2019, 2000, 1000, 1050, 950, 1000, 1020, 980))
    result = checked(before, full("2019年9月", output=4000))
    found = only(result, "outlier")
    # 2000 of 1—2月 are 1000 a month; the median of the seven is 1000
    assert (found.severity, found.row, found.column) == ("warn", 2, "产值")
    assert dict(found.values) == {"count": "7", "median": "1000", "unit": "万元"}
    assert result.accepted


@pytest.mark.parametrize("output", [900, 2900])
def test_less_than_threefold_is_no_outlier(known, checked, output):
    before = known(*months(2019, 2000, 1000, 1050, 950, 1000, 1020, 980))
    assert kinds(checked(before, full("2019年9月", output=output))) == []


def test_a_zero_after_steady_months_is_an_outlier_and_stays_zero(known, checked):
    before = known(*months(2019, 2000, 1000, 1050, 950, 1000, 1020, 980))
    result = checked(before, full("2019年9月", output=0))
    assert kinds(result) == ["outlier"]
    assert result.rows["output_month"].tolist() == [Decimal(0)]


def test_an_enterprise_that_swings_is_measured_by_its_own_swings(known, checked):
    # it has gone from 500 to 8000, sixteenfold, before: 10 000 is twentyfold and nothing unheard of
    before = known(*months(2019, 1000, 8000, 500, 8000, 500, 8000, 500))
    assert kinds(checked(before, full("2019年9月", output=10_000))) == []


def test_five_months_are_no_history_and_small_amounts_no_matter(known, checked):
    few = known(*months(2019, 2000, 1000, 1050, 950, 1000))
    assert kinds(checked(few, full("2019年7月", output=9000))) == []
    small = known(*months(2019, 2, 1, 1, 1, 1, 1, 1))
    assert kinds(checked(small, full("2019年9月", output=90))) == []


def test_a_running_total_continues_that_of_the_record(known, checked):
    before = known(full("2020年7月", output=100, ytd=700))
    assert kinds(checked(before, full("2020年8月", output=110, ytd=810))) == []
    broken = only(checked(before, full("2020年8月", output=110, ytd=820)), "ytd_breaks")
    assert (broken.column, dict(broken.values)) == (
        "累计产值", {"before": "700", "month": "110", "period": "2020-07"})  # fmt: skip
    assert kinds(checked(before, full("2020年8月", output=110, ytd=600))) == ["ytd_falls"]


def test_a_corrected_month_is_compared_with_the_month_before_and_not_with_itself(known, checked):
    before = known(full("2020年7月", output=100, ytd=700), full("2020年8月", output=110, ytd=810))
    assert kinds(checked(before, full("2020年8月", output=120, ytd=820))) == []


def test_a_base_other_than_last_years_record_is_warned_of_with_its_gap(known, checked):
    before = known(full("2019年8月", output=1000, ytd=8000))
    result = checked(before, full("2020年8月", output=1100, ytd=9000, base=1200, base_ytd=8100))
    found = only(result, "base_differs")  # 8100 is within 5 % of 8000
    assert (found.column, found.severity) == ("上年同月", "warn")
    assert dict(found.values) == {"recorded": "1000", "gap": "+200", "unit": "万元", "period": "2019-08"}


def test_an_enterprise_that_changes_its_subfield_is_warned_of(known, checked):
    before = known(full("2020年7月"))
    found = only(checked(before, full("2020年8月", subfield="大数据")), "changes_record")
    assert (found.severity, found.row, dict(found.values)["first"]) == ("warn", 2, "NIT-IC")


# -- who reports ----------------------------------------------------------------------------------------------------


def test_an_unknown_enterprise_is_shown_the_nearest_by_name_or_code(known, checked):
    before = known(full("2020年7月", "91500107A1", name="甲公司"), full("2020年7月", "B7", name="乙公司"))
    result = checked(before, full("2020年8月", "91500107AI", name="丁"), full("2020年8月", "B9Z4", name="乙公司"),
                     full("2020年8月", "新", name="戊"))  # fmt: skip
    told = {one.row: one for one in result.findings if one.kind.startswith("unregistered")}
    assert [told[row].kind for row in (2, 3, 4)] == ["unregistered_near", "unregistered_near", "unregistered"]
    assert dict(told[2].values)["near"] == "甲公司（91500107A1）"
    assert dict(told[3].values)["near"] == "乙公司（B7）"
    assert result.accepted


def test_a_code_like_that_of_an_enterprise_which_reports_itself_is_not_taken_for_mistyped(known, checked):
    before = known(full("2020年7月", "91500107A1"))
    result = checked(before, full("2020年8月", "91500107A1"), full("2020年8月", "91500107A2", name="乙公司"))
    assert kinds(result) == ["unregistered"]


def test_very_many_unknown_enterprises_are_counted_once(known, checked):
    result = checked(known(full("2020年8月")), *(full("2020年8月", f"N{number}", name="丁") for number in range(51)))
    assert dict(only(result, "unregistered_many").values)["count"] == "51"


def test_enterprises_that_reported_the_month_before_and_are_missing_are_counted_and_named(known, checked):
    before = known(*(full("2020年7月", code, name=f"{code}公司") for code in CODES))
    result = checked(before, *(full("2020年8月", code, name=f"{code}公司") for code in CODES[:4]))
    found = only(result, "missing_reports")
    told = {"due": "6", "reported": "4", "missing": "2", "names": "A05公司（A05）、A06公司（A06）", "month": "2020-08"}
    assert dict(found.values) == told | {"more": ""}
    assert (
        found.text("zh")
        == "2020-08应报6家，已报4家，缺2家：A05公司（A05）、A06公司（A06）。请催报或补报；停报、退库的说明即可。"
    )


def test_what_was_accepted_of_the_month_before_counts_as_reported(known, checked):
    before = known(*(full("2020年7月", code) for code in CODES), *(full("2020年8月", code) for code in CODES[1:]))
    assert kinds(checked(before, full("2020年8月", CODES[0]))) == []


def test_services_that_report_a_month_later_are_not_missing_from_a_file_of_industry(known, checked):
    before = known(full("2020年7月"), full("2020年7月", "S1", subfield="检验检测", name="服务"))
    assert kinds(checked(before, full("2020年8月"))) == []


def test_a_register_says_who_must_report(known, checked):
    before = known(full("2020年7月"), expected={"2020-08": frozenset({"A01", "A02"})})
    assert dict(only(checked(before, full("2020年8月")), "missing_reports").values)["names"] == "A02"


def test_sums_are_compared_with_what_was_published(known, checked):
    published = {("2020-08", "NIT-IC"): Decimal(2000), ("2020-08", ""): Decimal(3000)}
    before = known(full("2020年8月", "A02", 900), published=published)
    result = checked(before, full("2020年8月", "A01", 1100), full("2020年8月", "A03", 500, subfield="大数据"))
    found = only(result, "published_differs")  # 1100 + 900 is what was published; with 500 it is 2500, not 3000
    assert (dict(found.values)["sum"], dict(found.values)["gap"]) == ("2500", "-500")


def test_five_columns_without_names_are_compared_as_well(known, checked):
    before = known(["2020-07", "集成电路", "A1", 24000, "万元"], header=HEADER)
    result = checked(before, ["2020-08", "集成电路", "A2", 24000, "万元"], header=HEADER)
    assert kinds(result) == ["missing_reports", "unregistered"] or kinds(result) == [
        "missing_reports",
        "unregistered_near",
    ]
