"""Records become cells: what counts, what is completed, what stays unknown."""

import duckdb
import pandas as pd
import pytest

from scicity.contracts import contract
from scicity.marts import industry as marts

COLUMNS = [
    "month", "subfield", "enterprise_code", "group_code", "is_high_tech", "is_strategic", "output_month", "output_ytd",
    "base_month", "base_ytd", "submission", "provenance", "status",
]  # fmt: skip


def record(month, code, output, *, subfield="NIT-IC", ytd=None, base=None, base_ytd=None, submission=1, group=None,
           high_tech=False, strategic=False, provenance="demo", status="preliminary"):  # fmt: skip
    flags, amounts = (high_tech, strategic), (output, ytd, base, base_ytd)
    return (month, subfield, code, group, *flags, *amounts, submission, provenance, status)


@pytest.fixture
def aggregates():
    """Runs the marts over records and returns the aggregates by (classification, item, month, span)."""

    def run(*rows):
        with duckdb.connect() as connection:
            frame = pd.DataFrame(list(rows), columns=COLUMNS)
            connection.register("given", frame)
            connection.execute(
                "create table enterprise_output_submitted as select * replace ("
                + ", ".join(f"cast({name} as decimal(18, 4)) as {name}" for name in COLUMNS[6:10])
                + ", cast(group_code as varchar) as group_code) from given"
            )
            connection.register("membership", marts.membership())
            for step in marts.STEPS:
                connection.execute(f"create table {step} as {contract(f'marts/industry/{step}').statement}")
            return connection.execute("select * from aggregates").df().set_index(
                ["classification", "item", "period_end", "span"]
            )  # fmt: skip

    return run


def test_the_latest_version_of_a_record_counts_and_is_marked_revised(aggregates):
    cells = aggregates(record("2020-02", "a", 10000), record("2020-02", "a", 20000, submission=2))
    cell = cells.loc["leading", "NIT-IC", "2020-02", "month"]
    assert cell["value"] == 2.0  # 20,000 in 10 thousand yuan
    assert cell["status"] == "revised"


def test_the_first_real_report_replaces_the_demonstration_values_of_its_month_only(aggregates):
    cells = aggregates(
        record("2020-02", "demo", 10000),
        record("2020-03", "demo", 10000),
        record("2020-03", "real", 50000, provenance="official", submission=2),
    )
    assert cells.loc["leading", "NIT-IC", "2020-03", "month"]["value"] == 5.0
    assert cells.loc["leading", "NIT-IC", "2020-03", "month"]["provenance"] == "official"
    assert cells.loc["leading", "NIT-IC", "2020-02", "month"]["provenance"] == "demo"


def test_a_year_to_date_is_summed_only_when_no_month_is_missing(aggregates):
    cells = aggregates(record("2020-02", "a", 10000), record("2020-03", "a", 5000), record("2020-03", "b", 5000))
    assert cells.loc["leading", "NIT-IC", "2020-02", "ytd"]["value"] == 1.0  # 1—2月 is one report
    # b did not report 1—2月: the sum of the item would be too low, so it stays unknown
    assert pd.isna(cells.loc["leading", "NIT-IC", "2020-03", "ytd"]["value"])
    assert cells.loc["leading", "NIT-IC", "2020-03", "ytd"]["status"] == "not_published"


def test_the_comparable_base_is_the_reported_one_and_not_last_years_figure(aggregates):
    cells = aggregates(
        record("2019-02", "leaver", 90000),
        record("2020-02", "a", 11000, base=10000),
    )
    assert cells.loc["leading", "NIT-IC", "2020-02", "month"]["comparable_base"] == 1.0
    assert cells.loc["leading", "NIT-IC", "2019-02", "month"]["value"] == 9.0


def test_without_a_reported_base_the_enterprises_own_record_serves_and_else_growth_is_unknown(aggregates):
    cells = aggregates(record("2019-02", "a", 10000), record("2020-02", "a", 12000), record("2020-02", "b", 1000))
    assert pd.isna(cells.loc["leading", "NIT-IC", "2020-02", "month"]["comparable_base"])  # b has no base
    alone = aggregates(record("2019-02", "a", 10000), record("2020-02", "a", 12000))
    assert alone.loc["leading", "NIT-IC", "2020-02", "month"]["comparable_base"] == 1.0


def test_a_total_waits_for_all_its_parts(aggregates):
    cells = aggregates(
        record("2020-02", "a", 10000),
        record("2020-02", "s", 10000, subfield="HS-TIC"),
        record("2020-03", "a", 10000),  # services come a month later
    )
    total = cells.loc["leading", "ALL", "2020-03", "month"]
    assert pd.isna(total["value"])
    assert total["status"] == "pending"
    assert cells.loc["leading", "IND", "2020-03", "month"]["value"] == 1.0


def test_overlapping_classifications_each_get_their_own_total(aggregates):
    cells = aggregates(
        record("2020-02", "a", 10000, high_tech=True, strategic=True),
        record("2020-02", "b", 20000, strategic=True),
        record("2020-02", "o", 40000, subfield="OTH"),
    )
    found = [cells.loc[name, "ALL", "2020-02", "month"]["value"] for name in ("high_tech", "strategic", "above_scale")]
    assert found == [1.0, 3.0, 7.0]
    assert ("leading", "OTH", "2020-02", "month") not in cells.index


def test_enterprises_of_one_group_are_one_contributor_but_several_enterprises(aggregates):
    cells = aggregates(
        record("2020-02", "a", 10000, group="g"), record("2020-02", "b", 20000, group="g"), record("2020-02", "c", 5000)
    )
    cell = cells.loc["leading", "NIT-IC", "2020-02", "month"]
    assert (cell["contributors"], cell["enterprises"]) == (2, 3)
    assert (cell["top1"], cell["top2"]) == (3.0, 0.5)


def test_every_mart_keeps_the_columns_its_header_promises(aggregates):
    with duckdb.connect() as connection:
        connection.register("enterprise_output_submitted", pd.DataFrame([record("2020-02", "a", 1)], columns=COLUMNS))
        connection.register("membership", marts.membership())
        for step in marts.STEPS:
            asked = contract(f"marts/industry/{step}")
            connection.execute(f"create table {step} as {asked.statement}")
            got = [row[0] for row in connection.execute(f"describe {step}").fetchall()]
            assert tuple(got) == asked.columns
