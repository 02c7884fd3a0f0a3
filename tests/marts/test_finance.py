"""Ledgers of finance become cells: what counts, what stays unknown, what is withheld."""

import duckdb
import pandas as pd
import pytest

from scicity import published
from scicity.marts import finance

PLATFORM = ("month", "enterprises", "institutions", "products", "requests_filed", "matched_count", "matched_amount",
            "submission", "provenance", "status")  # fmt: skip
FUND = ("fund_code", "as_of", "name", "name_en", "planned_size", "planned_qualifier", "paid_in", "invested",
        "submission", "provenance", "status")  # fmt: skip
LOAN = ("loan_code", "enterprise_code", "subfield", "applied_on", "paid_on", "amount", "first_loan", "submission",
        "provenance", "status")  # fmt: skip
TYPES = {"enterprises": "bigint", "institutions": "bigint", "products": "bigint", "requests_filed": "bigint",
         "matched_count": "bigint", "matched_amount": "decimal(18, 4)", "planned_size": "decimal(18, 4)",
         "paid_in": "decimal(18, 4)", "invested": "decimal(18, 4)", "amount": "decimal(18, 4)",
         "submission": "bigint", "first_loan": "boolean"}  # fmt: skip


def month(name, matched, amount, *, filed=None, products=5, submission=1, provenance="demo"):
    return (name, 100, 3, products, filed, matched, amount, submission, provenance, "preliminary")


def fund(code, as_of, size, qualifier=None, paid_in=None, invested=None, submission=1, provenance="demo"):
    return (code, as_of, f"基金{code}", None, size, qualifier, paid_in, invested, submission, provenance, "preliminary")


def loan(code, firm, field="NIT-IC", applied="2020-08-03", paid="2020-08-10", amount=100, first=True, submission=1,
         provenance="demo"):  # fmt: skip
    return (code, firm, field, applied, paid, amount, first, submission, provenance, "preliminary")


@pytest.fixture
def made():
    """The tables of the subject, made of rows of the three forms; a form without rows is one nobody reported."""

    def run(platform=(), funds=(), loans=()):
        with duckdb.connect() as connection:
            for form, columns, rows in (("finance_platform", PLATFORM, platform), ("fund_list", FUND, funds),
                                        ("credit_loans", LOAN, loans)):  # fmt: skip
                if rows:
                    typed = ", ".join(f"cast({name} as {TYPES.get(name, 'varchar')}) as {name}" for name in columns)
                    connection.register("given", pd.DataFrame(list(rows), columns=list(columns), dtype=object))
                    connection.execute(f"create table {form}_submitted as select {typed} from given")
                    connection.unregister("given")
            return finance.tables(connection)

    return run


def cell(tables, classification, item, indicator, period):
    cells = tables["cells"]
    found = cells[
        (cells["classification"] == classification)
        & (cells["item"] == item)
        & (cells["indicator"] == indicator)
        & (cells["period_end"] == period)
    ]
    assert len(found) == 1
    return found.iloc[0]


def test_forms_nobody_reported_give_empty_tables_with_their_columns(made):
    tables = made()
    assert tables["cells"].empty
    assert list(tables["cells"].columns) == list(finance.CELLS)
    assert set(tables) == {"cells", "items", "fund_statements", "credit_days"}


def test_platform_amounts_are_stored_in_100_million_yuan_as_points(made):
    found = cell(made([month("2020-09", 430, 93200)]), "platform", "ALL", "matched_amount", "2020-09")
    assert (found["value"], found["unit"], found["span"], found["scope"]) == (9.32, "亿元", "point", "KXC")


def test_requests_nobody_filed_are_not_published_and_never_zero(made):
    found = cell(made([month("2020-09", 430, 93200)]), "platform", "ALL", "requests_filed", "2020-09")
    assert pd.isna(found["value"])
    assert found["status"] == "not_published"


def test_the_latest_version_of_a_month_counts_and_is_marked_revised(made):
    rows = [month("2020-07", 384, 80000, products=104), month("2020-07", 384, 80000, products=106, submission=2)]
    found = cell(made(rows), "platform", "ALL", "products", "2020-07")
    assert (found["value"], found["status"]) == (106, "revised")


def test_the_first_official_month_replaces_the_demonstration_of_that_month_only(made):
    rows = [
        month("2020-08", 404, 1),
        month("2020-09", 430, 1),
        month("2020-09", 7, 1, submission=2, provenance="official"),
    ]
    tables = made(rows)
    assert cell(tables, "platform", "ALL", "matched_count", "2020-09")["value"] == 7
    assert cell(tables, "platform", "ALL", "matched_count", "2020-08")["provenance"] == "demo"


def test_w02_c1_with_only_a_target_stated_paid_in_and_invested_are_missing(made):
    tables = made(funds=[fund("SC", "2020-09-30", 300)])
    assert cell(tables, "fund", "SC", "planned", "2020-09")["value"] == 300
    for indicator in ("paid_in", "invested"):
        found = cell(tables, "fund", "SC", indicator, "2020-09")
        assert pd.isna(found["value"]) and found["status"] == "not_published"


def test_both_statements_about_a_fund_stay_each_with_its_day_and_bound(made):
    tables = made(funds=[fund("TT", "2020-05-22", 20, "exact"), fund("TT", "2020-09-30", 20, "over")])
    statements = tables["fund_statements"]
    assert statements[["as_of", "qualifier"]].values.tolist() == [["2020-05-22", "exact"], ["2020-09-30", "over"]]
    assert cell(tables, "fund", "TT", "planned", "2020-09")["qualifier"] == "over"


def test_a_statement_of_january_stands_with_february(made):
    assert made(funds=[fund("SC", "2020-01-15", 300)])["fund_statements"]["period_end"].tolist() == ["2020-02"]


def test_the_first_official_list_of_funds_replaces_the_demonstration_as_a_whole(made):
    rows = [fund("SC", "2020-05-22", 300), fund("XX", "2020-09-30", 10, submission=2, provenance="official")]
    assert made(funds=rows)["fund_statements"]["item"].tolist() == ["XX"]


def test_loans_are_totals_since_the_start_and_go_on_through_months_without_one(made):
    loans = [loan("1", "a"), loan("2", "b"), loan("3", "c"), loan("4", "a", paid="2020-09-01")]
    tables = made([month("2020-10", 430, 1)], loans=loans)
    assert [cell(tables, "credit", "ALL", "loans", one)["value"] for one in ("2020-08", "2020-09", "2020-10")] == [
        3,
        4,
        4,
    ]
    # the fourth loan is a's second: three borrowers; 4 x 100 in 10 thousand yuan
    assert cell(tables, "credit", "ALL", "borrowers", "2020-10")["value"] == 3
    assert cell(tables, "credit", "ALL", "amount", "2020-10")["value"] == pytest.approx(0.04)


def test_w05_c3_days_are_working_days_from_application_to_pay_out(made):
    # 5 (Mon 3 to Mon 10 August), 6 (over the longer Spring Festival), 0: median 5
    loans = [loan("1", "a"), loan("2", "b", applied="2020-01-20", paid="2020-02-05"), loan("3", "c", paid="2020-08-03")]
    assert cell(made(loans=loans), "credit", "ALL", "days_median", "2020-08")["value"] == 5


def test_a_loan_not_paid_yet_is_not_counted_and_its_later_version_is(made):
    loans = [loan("1", "a"), loan("2", "b"), loan("3", "c"), loan("4", "d", paid=None),
             loan("4", "d", paid="2020-09-01", submission=2)]  # fmt: skip
    tables = made(loans=loans)
    assert cell(tables, "credit", "ALL", "loans", "2020-08")["value"] == 3
    assert cell(tables, "credit", "ALL", "loans", "2020-09")["value"] == 4


def test_a_day_beyond_the_holiday_table_leaves_the_loan_counted_and_its_days_unknown(made):
    loans = [loan(str(n), f"f{n}") for n in range(3)] + [loan("9", "z", applied="2020-12-30", paid="2021-02-03")]
    tables = made(loans=loans)
    assert cell(tables, "credit", "ALL", "loans", "2021-02")["value"] == 4
    assert cell(tables, "credit", "ALL", "timed", "2021-02")["value"] == 3


def test_first_loans_are_a_share_of_those_marked_either_way(made):
    loans = [loan("1", "a"), loan("2", "b", first=False), loan("3", "c", first=None)]
    assert cell(made(loans=loans), "credit", "ALL", "first_share", "2020-08")["value"] == 50


def test_a_subfield_of_two_loans_is_withheld_and_a_second_one_with_it(made):
    counts = {"NIT-IC": 2, "NIT-AI": 5, "GH-MD": 4}
    loans = [loan(f"{field}{n}", f"{field}{n}", field) for field, count in counts.items() for n in range(count)]
    tables = made(loans=loans)
    # 11 in all less 5 less 4 would give the 2 away: the next smallest is withheld too
    status = {field: cell(tables, "credit", field, "loans", "2020-08")["status"] for field in counts}
    assert status == {"NIT-IC": "suppressed", "NIT-AI": "preliminary", "GH-MD": "suppressed"}
    assert pd.isna(cell(tables, "credit", "NIT-IC", "days_median", "2020-08")["value"])
    assert cell(tables, "credit", "ALL", "loans", "2020-08")["value"] == 11


def test_no_amount_goes_out_by_subfield_and_no_loan_borrower_or_bank_at_all(made):
    loans = [loan(f"L{n}", f"F{n}") for n in range(12)]
    tables = made(loans=loans)
    cells = tables["cells"]
    assert set(cells.loc[cells["item"] == "NIT-IC", "indicator"]) == {"loans", "timed", "days_median", "first_share"}
    texts = {str(value) for frame in tables.values() for column in frame for value in frame[column]}
    assert not texts & {f"L{n}" for n in range(12)} | texts & {f"F{n}" for n in range(12)}


def test_w05_c4_fewer_than_ten_loans_make_no_distribution(made):
    nine = made(loans=[loan(str(n), f"f{n}") for n in range(9)])
    assert nine["credit_days"].empty
    assert pd.isna(cell(nine, "credit", "ALL", "days_p90", "2020-08")["value"])
    ten = made(loans=[loan(str(n), f"f{n}") for n in range(10)])
    assert ten["credit_days"][["days", "loans"]].values.tolist() == [[5, 10]]


def test_w05_c1_the_reported_case_makes_no_loan(made):
    facts = published.figures()
    assert (facts["domain"] == "case_credit").sum() == 3
    tables = made([month("2020-09", 430, 93200)])
    assert not (tables["cells"]["classification"] == "credit").any()


def test_w05_c2_ten_million_is_kept_as_a_bound():
    facts = published.figures().set_index("figure_id")
    case = facts.loc["credit_case_new_revenue"]
    assert (case["value"], case["unit"], case["qualifier"]) == (1000, "万元", "at_least")
    assert "1000" not in case["printed_zh"]
